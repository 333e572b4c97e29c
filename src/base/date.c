#include "base/date.h"

#include <math.h>
#include <string.h>

/* --- The calendar. Here years are astronomical: 1 BC is 0. --- */

static int
to_astronomical (int year)
{
  return year < 0 ? year + 1 : year;
}

static int
from_astronomical (int year)
{
  return year <= 0 ? year - 1 : year;
}

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* The days before a month's first, in a year of that length. month may be 13. */
static int
days_before_month (int month, gboolean is_leap)
{
  static const int days[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

  return days[month - 1] + (is_leap && month > 2 ? 1 : 0);
}

static int
days_in_month (int year, int month)
{
  return days_before_month (month + 1, is_leap_year (year)) -
         days_before_month (month, is_leap_year (year));
}

/* Rounded down, also below zero. */
static gint64
divide (gint64 number, gint64 by)
{
  return number / by - (number % by < 0 ? 1 : 0);
}

/* From the first of January of the year 1 to that of year. */
static gint64
days_before_year (gint64 year)
{
  gint64 before = year - 1;

  return 365 * before + divide (before, 4) - divide (before, 100) + divide (before, 400);
}

static double
position_of (int year, int days)
{
  return year + days / (is_leap_year (year) ? 366.0 : 365.0);
}

/* --- Reading and writing --- */

typedef struct {
  const char *at, *end;
} Text;

static gboolean
skip (Text *text, const char *expected)
{
  gsize length = strlen (expected);

  if ((gsize) (text->end - text->at) < length || memcmp (text->at, expected, length) != 0)
    return FALSE;
  text->at += length;
  return TRUE;
}

/* Reads exactly n digits and moves on. -1, and no move, if there are not as many. */
static int
read_digits (Text *text, int n)
{
  int value = 0;

  if (text->end - text->at < n)
    return -1;
  for (int i = 0; i < n; i++) {
    if (!g_ascii_isdigit (text->at[i]))
      return -1;
    value = value * 10 + g_ascii_digit_value (text->at[i]);
  }
  text->at += n;
  return value;
}

/* "2025", "-0043", "Y12000". 0 if it is none. */
static int
read_year (Text *text)
{
  gboolean is_long = skip (text, "Y"), is_negative = skip (text, "-");
  int n_digits = 4, year;

  if (is_long)
    for (n_digits = 0; text->at + n_digits < text->end && g_ascii_isdigit (text->at[n_digits]);)
      n_digits++;
  if (is_long && (n_digits < 5 || n_digits > 6 || *text->at == '0'))
    return 0;
  year = read_digits (text, n_digits);
  if (year < 0 || (is_negative && year == 0))
    return 0;
  return from_astronomical (is_negative ? -year : year);
}

/* Quarters and halves, by our words and by EDTF's numbers. */
static const struct {
  const char *word;
  int number, month;
  QmDateKind kind;
} spans[] = {
  { "Q1", 33, 1, QM_DATE_QUARTER }, { "Q2", 34, 4, QM_DATE_QUARTER },
  { "Q3", 35, 7, QM_DATE_QUARTER }, { "Q4", 36, 10, QM_DATE_QUARTER },
  { "H1", 40, 1, QM_DATE_HALF },    { "H2", 41, 7, QM_DATE_HALF },
};

/* What stands behind the year's hyphen: a quarter, a half, or a month, which may have a day. */
static gboolean
read_within_year (Text *text, QmDate *date)
{
  int number = read_digits (text, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    if (number == spans[i].number || (number < 0 && skip (text, spans[i].word))) {
      date->kind = spans[i].kind;
      date->month = spans[i].month;
      return TRUE;
    }
  if (number < 1 || number > 12)
    return FALSE;
  date->month = number;
  if (!skip (text, "-"))
    return TRUE;
  date->day = read_digits (text, 2);
  return date->day >= 1 && date->day <= days_in_month (to_astronomical (date->year), date->month);
}

/* "/24" behind 2023: two digits of the year that follows. */
static gboolean
read_fiscal_year (Text *text, QmDate *date)
{
  date->kind = QM_DATE_FISCAL_YEAR;
  return date->year > 0 && date->year < 9999 && read_digits (text, 2) == (date->year + 1) % 100;
}

static const char *const part_words[] = {
  [QM_DATE_WHOLE] = "",
  [QM_DATE_EARLY] = "early ",
  [QM_DATE_MID] = "mid ",
  [QM_DATE_LATE] = "late ",
};

gboolean
qm_date_parse (const char *text, gsize length, QmDate *date)
{
  Text rest = { text, text + length };
  QmDate read = { 0 };

  for (int i = QM_DATE_EARLY; i <= QM_DATE_LATE && read.part == QM_DATE_WHOLE; i++)
    if (skip (&rest, part_words[i]))
      read.part = (QmDatePart) i;
  read.year = read_year (&rest);
  if (read.year == 0)
    return FALSE;
  if (skip (&rest, "-") ? !read_within_year (&rest, &read)
                        : skip (&rest, "/") && !read_fiscal_year (&rest, &read))
    return FALSE;
  if (rest.at != rest.end ||
      (read.part != QM_DATE_WHOLE && (read.day != 0 || read.kind != QM_DATE_PLAIN)))
    return FALSE;

  *date = read;
  return TRUE;
}

static char *
year_to_string (int year)
{
  int astronomical = to_astronomical (year);
  const char *sign = astronomical < 0 ? "-" : "";

  return g_strdup_printf (abs (astronomical) > 9999 ? "Y%s%d" : "%s%04d", sign, abs (astronomical));
}

char *
qm_date_to_string (QmDate date)
{
  g_autofree char *year = year_to_string (date.year);
  const char *part = part_words[date.part];

  if (date.year == 0)
    return g_strdup ("");
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    if (date.kind == spans[i].kind && date.month == spans[i].month)
      return g_strdup_printf ("%s-%s", year, spans[i].word);
  if (date.kind == QM_DATE_FISCAL_YEAR)
    return g_strdup_printf ("%s/%02d", year, (date.year + 1) % 100);
  if (date.month == 0)
    return g_strconcat (part, year, NULL);
  if (date.day == 0)
    return g_strdup_printf ("%s%s-%02d", part, year, date.month);
  return g_strdup_printf ("%s-%02d-%02d", year, date.month, date.day);
}

/* --- Positions --- */

static int
n_months (QmDate date)
{
  switch (date.kind) {
  case QM_DATE_QUARTER:
    return 3;
  case QM_DATE_HALF:
    return 6;
  case QM_DATE_PLAIN:
  case QM_DATE_FISCAL_YEAR:
    break;
  }
  return date.month != 0 ? 1 : 12;
}

/* The whole of the date, whatever its part. */
static void
find_whole (QmDate date, double *begin, double *end)
{
  int year = to_astronomical (date.year), month = MAX (date.month, 1);
  gboolean is_leap = is_leap_year (year);
  int days = days_before_month (month, is_leap);

  if (date.year == 0) {
    *begin = *end = NAN;
  } else if (date.kind == QM_DATE_FISCAL_YEAR) {
    *begin = year + 0.5;
    *end = year + 1.5;
  } else if (date.day != 0) {
    *begin = position_of (year, days + date.day - 1);
    *end = position_of (year, days + date.day);
  } else {
    *begin = position_of (year, days);
    *end = position_of (year, days_before_month (month + n_months (date), is_leap));
  }
}

static void
find_span (QmDate date, double *begin, double *end)
{
  double third;

  find_whole (date, begin, end);
  third = (*end - *begin) / 3;
  if (date.part != QM_DATE_WHOLE) {
    *begin += third * (date.part - QM_DATE_EARLY);
    *end = *begin + third;
  }
}

double
qm_date_begin (QmDate date)
{
  double begin, end;

  find_span (date, &begin, &end);
  return begin;
}

double
qm_date_end (QmDate date)
{
  double begin, end;

  find_span (date, &begin, &end);
  return end;
}

double
qm_date_to_year (QmDate date)
{
  double begin, end;

  find_span (date, &begin, &end);
  return date.part == QM_DATE_WHOLE ? begin : (begin + end) / 2;
}

gint64
qm_date_to_days (QmDate date)
{
  int year = to_astronomical (date.year);

  return days_before_year (year) + days_before_month (MAX (date.month, 1), is_leap_year (year)) +
         MAX (date.day, 1) - 1;
}

QmDate
qm_date_from_days (gint64 days)
{
  /* 400 years have 146,097 days; the year found so is the right one or just before it. */
  int year = (int) divide (days * 400, 146097);
  QmDate date = { .month = 1 };

  while (days_before_year (year + 1) <= days)
    year++;
  days -= days_before_year (year);
  while (date.month < 12 && days_before_month (date.month + 1, is_leap_year (year)) <= days)
    date.month++;
  date.day = (int) days - days_before_month (date.month, is_leap_year (year)) + 1;
  date.year = from_astronomical (year);
  return date;
}

QmDate
qm_date_from_year (double year)
{
  double limited = CLAMP (year, 1 - QM_DATE_MAX_YEAR, QM_DATE_MAX_YEAR);
  int whole = (int) floor (limited);
  double part = (limited - whole) * (is_leap_year (whole) ? 366 : 365);
  QmDate date = qm_date_from_days (days_before_year (whole) + llround (part));

  if (date.day == 1)
    date.day = 0;
  if (date.day == 0 && date.month == 1)
    date.month = 0;
  return date;
}

QmResolution
qm_date_resolution (QmDate date)
{
  switch (date.kind) {
  case QM_DATE_QUARTER:
    return QM_RESOLUTION_QUARTER;
  case QM_DATE_HALF:
    return QM_RESOLUTION_HALF;
  case QM_DATE_PLAIN:
  case QM_DATE_FISCAL_YEAR:
    break;
  }
  if (date.month == 0)
    return QM_RESOLUTION_YEAR;
  return date.day == 0 ? QM_RESOLUTION_MONTH : QM_RESOLUTION_DAY;
}

gboolean
qm_date_equal (QmDate a, QmDate b)
{
  return a.year == b.year && a.month == b.month && a.day == b.day && a.kind == b.kind &&
         a.part == b.part;
}
