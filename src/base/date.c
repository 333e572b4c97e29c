#include "base/date.h"

#include <math.h>

/* Reads exactly n digits and moves on. -1, and no move, if there are not as many. */
static int
read_digits (const char **text, const char *end, int n)
{
  int value = 0;

  if (end - *text < n)
    return -1;

  for (int i = 0; i < n; i++) {
    if (!g_ascii_isdigit ((*text)[i]))
      return -1;
    value = value * 10 + g_ascii_digit_value ((*text)[i]);
  }

  *text += n;
  return value;
}

static gboolean
skip_hyphen (const char **text, const char *end)
{
  if (*text == end || **text != '-')
    return FALSE;

  *text += 1;
  return TRUE;
}

gboolean
qm_date_parse (const char *text, gsize length, QmDate *date)
{
  const char *end = text + length;
  QmDate read = { 0 };

  read.year = read_digits (&text, end, 4);
  if (read.year < 1)
    return FALSE;

  if (skip_hyphen (&text, end)) {
    read.month = read_digits (&text, end, 2);
    if (read.month < 1 || read.month > 12)
      return FALSE;

    if (skip_hyphen (&text, end)) {
      read.day = read_digits (&text, end, 2);
      if (read.day < 1 ||
          read.day > g_date_get_days_in_month ((GDateMonth) read.month, (GDateYear) read.year))
        return FALSE;
    }
  }

  if (text != end)
    return FALSE;

  *date = read;
  return TRUE;
}

char *
qm_date_to_string (QmDate date)
{
  if (date.year == 0)
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%04d", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04d-%02d", date.year, date.month);
  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

double
qm_date_to_year (QmDate date)
{
  g_autoptr (GDate) day = NULL;
  int days_in_year;

  if (date.year == 0)
    return NAN;

  day = g_date_new_dmy ((GDateDay) MAX (date.day, 1), (GDateMonth) MAX (date.month, 1),
                        (GDateYear) date.year);
  days_in_year = g_date_is_leap_year ((GDateYear) date.year) ? 366 : 365;

  return date.year + (g_date_get_day_of_year (day) - 1.0) / days_in_year;
}

QmDate
qm_date_from_year (double year)
{
  QmDate date = { .year = (int) floor (CLAMP (year, 1, 9999)) };
  int days_in_year = g_date_is_leap_year ((GDateYear) date.year) ? 366 : 365;
  double part = CLAMP (year - date.year, 0, 1);
  g_autoptr (GDate) found = g_date_new_dmy (1, G_DATE_JANUARY, (GDateYear) date.year);

  g_date_add_days (found, (guint) lround (part * days_in_year));
  date.year = g_date_get_year (found);
  if (g_date_get_day_of_year (found) > 1)
    date.month = (int) g_date_get_month (found);
  if (g_date_get_day (found) > 1)
    date.day = g_date_get_day (found);
  return date;
}

gboolean
qm_date_equal (QmDate a, QmDate b)
{
  return a.year == b.year && a.month == b.month && a.day == b.day;
}
