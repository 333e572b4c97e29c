#include "extraction/times-private.h"

/* Month and day may be 0. */
static gsize
take_date (QmTimesReader *reader, gsize first, gsize last, int year, int month, int day)
{
  QmTime time = { .first = first, .last = last };

  take (reader, first, last);
  if (month == 0)
    g_snprintf (time.text, sizeof time.text, "%04d", year);
  else if (day == 0)
    g_snprintf (time.text, sizeof time.text, "%04d-%02d", year, month);
  else
    g_snprintf (time.text, sizeof time.text, "%04d-%02d-%02d", year, month, day);
  if (year > 0)
    g_array_append_val (reader->times, time);
  return last - first;
}

static gboolean
is_year (int number)
{
  return is_within (number, 1000, 2200);
}

/* 2025-07-22, 22/7/2025, 7/2025. */
static gsize
read_numeric_date (QmTimesReader *reader, gsize i)
{
  int a = whole (reader, i), b = joined (reader, i + 2), c = joined (reader, i + 4);
  gboolean has_hyphens = is_sign (reader, i + 1, "-"), has_slashes = is_sign (reader, i + 1, "/");

  if (has_hyphens && is_year (a) && is_within (b, 1, 12) && is_sign (reader, i + 3, "-") &&
      is_within (c, 1, 31))
    return take_date (reader, i, i + 5, a, b, c);
  if ((has_slashes || has_hyphens) && is_within (a, 1, 31) && is_within (b, 1, 12) &&
      (is_sign (reader, i + 3, "/") || is_sign (reader, i + 3, "-")) && is_year (c))
    return take_date (reader, i, i + 5, c, b, a);
  if ((has_slashes || has_hyphens) && is_within (a, 1, 12) && is_within (b, 1900, 2200))
    return take_date (reader, i, i + 3, b, a, 0);
  return 0;
}

/* A year that may follow a day or month, after a comma or a word: its token, or 0. */
static gsize
following_year (const QmTimesReader *reader, gsize i)
{
  if (qm_tokens_is_any (reader->tokens, i, ",|of|/|-|năm"))
    i++;
  return is_within (whole (reader, i), 1900, 2200) ? i : 0;
}

/* "this year", "last year": month and day, which may be 0, are of it. */
static gsize
take_relative (QmTimesReader *reader, gsize first, gsize year, int month, int day)
{
  gsize n;
  const QmLexeme *relative = qm_lexicon_match (reader->tokens, year, QM_ROLE_THIS_YEAR, &n);
  QmTime time = { .first = first, .last = year + n, .is_relative = TRUE };

  time.offset = (int) relative->value;
  if (month == 0) {
    time.first = qm_times_find_part (reader, first, time.text);
    take (reader, time.first, first);
  } else
    g_snprintf (time.text, sizeof time.text, day > 0 ? "-%02d-%02d" : "-%02d", month, day);
  take (reader, first, time.last);
  g_array_append_val (reader->times, time);
  return time.last - first;
}

/* "between June and August 2025", "từ tháng 6 đến tháng 8/2025": the year of both, or 0, where the
 * first one ends before token i. */
static int
year_of_other_end (const QmTimesReader *reader, gsize first, gsize i)
{
  gsize n = 0, month, year;

  if (!(follows (reader, first, QM_ROLE_FROM) ||
        qm_lexicon_match_before (reader->tokens, first - 1, QM_ROLE_FROM, NULL) != NULL) ||
      qm_lexicon_match (reader->tokens, i, QM_ROLE_TO, &n) == NULL)
    return 0;
  month = i + n + (is_within (whole (reader, i + n), 1, 31) ? 1 : 0);
  if (!matches (reader, month, QM_ROLE_MONTH)) {
    if (qm_lexicon_match (reader->tokens, month, QM_ROLE_MONTH_OF, &n) == NULL)
      return 0;
    month += n;
  }
  year = following_year (reader, month + 1);
  return year > 0 ? whole (reader, year) : 0;
}

static gsize
finish_month (QmTimesReader *reader, gsize first, gsize end, int month, int day)
{
  gsize year = following_year (reader, end);

  if (matches (reader, end, QM_ROLE_THIS_YEAR))
    return take_relative (reader, first, end, month, day);
  if (year == 0)
    return take_date (reader, first, end, year_of_other_end (reader, first, end), month, day);
  return take_date (reader, first, year + 1, whole (reader, year), month, day);
}

/* "July 22, 2025", "Feb. 11", "June of 2018", "22 July 2025". */
static gsize
read_month_name (QmTimesReader *reader, gsize i)
{
  const QmLexeme *month = qm_lexicon_match (reader->tokens, i, QM_ROLE_MONTH, NULL);
  gsize next = i + 1 + (qm_tokens_is (reader->tokens, i + 1, ".") ? 1 : 0), ordinal, year;

  if (month == NULL || !reader->tokens->items[i].is_capital)
    return 0;
  year = following_year (reader, next);
  if (year > 0)
    return take_date (reader, i, year + 1, whole (reader, year), (int) month->value, 0);
  if (year_of_other_end (reader, i, next) > 0)
    return finish_month (reader, i, next, (int) month->value, 0);
  if (!is_within (whole (reader, next), 1, 31))
    return 0;
  ordinal = skip_ordinal (reader, next + 1);
  return finish_month (reader, i, next + 1 + ordinal, (int) month->value, whole (reader, next));
}

static gsize
read_day_and_month (QmTimesReader *reader, gsize i)
{
  gsize next = i + 1 + skip_ordinal (reader, i + 1);
  const QmLexeme *month;

  if (!is_within (whole (reader, i), 1, 31))
    return 0;
  next += qm_tokens_is (reader->tokens, next, "of") ? 1 : 0;
  month = qm_lexicon_match (reader->tokens, next, QM_ROLE_MONTH, NULL);
  if (month == NULL || !reader->tokens->items[next].is_capital)
    return 0;
  return finish_month (reader, i, next + 1, (int) month->value, whole (reader, i));
}

/* "tháng 8", "tháng 8/2025", "tháng 4 năm 2025", "ngày 22/7". */
static gsize
read_month_number (QmTimesReader *reader, gsize i)
{
  int a = whole (reader, i), b = joined (reader, i + 2);

  if (follows (reader, i, QM_ROLE_MONTH_OF) && is_within (a, 1, 12))
    return finish_month (reader, i, i + 1, a, 0);
  if (!follows (reader, i, QM_ROLE_DAY_OF) || !is_within (a, 1, 31))
    return 0;
  if (is_sign (reader, i + 1, "/") && is_within (b, 1, 12))
    return finish_month (reader, i, i + 3, b, a);
  take (reader, i, i + 1);
  return 1;
}

static gboolean
stands_for_year (const QmTimesReader *reader, gsize i)
{
  int year = whole (reader, i);
  gboolean is_named = follows (reader, i, QM_ROLE_YEAR);
  gboolean counts = counts_nouns (reader, i + 1);

  if (!is_year (year) || strlen (reader->tokens->items[i].folded) != 4 ||
      counts_something (reader, i + 1) || follows (reader, i, QM_ROLE_CURRENCY) ||
      follows (reader, i, QM_ROLE_OVER) || is_named_thing (reader, i))
    return FALSE;
  if (!is_within (year, 1900, 2100))
    return is_named && !counts && !qm_tokens_is (reader->tokens, i - 1, "of");
  return is_named || !counts || is_within (year, 2001, 2049);
}

/* "the third quarter of 2023", "9 tháng đầu năm 2024" */
static void
finish_part (QmTimesReader *reader, QmTime *time, int year)
{
  char part[QM_TIMES_PART];
  gsize first = qm_times_find_part (reader, time->first, part);
  g_autofree char *text = NULL;

  if (first == time->first)
    return;
  text = qm_times_in_year (year, part);
  g_strlcpy (time->text, text, sizeof time->text);
  take (reader, first, time->first);
  time->first = first;
}

/* "2015 = 100": what an index is by. */
static void
take_base (QmTimesReader *reader, gsize i)
{
  if (qm_tokens_is (reader->tokens, i, "=") && whole (reader, i + 1) > 0)
    take (reader, i, i + 2);
}

/* 2015-2020, 2015-16, 2023/24 are two. */
static gsize
read_year (QmTimesReader *reader, gsize i)
{
  int until = joined (reader, i + 2), year = whole (reader, i);
  QmTime *time;

  /* "2016/679" is a law. */
  if (!stands_for_year (reader, i) ||
      (is_sign (reader, i + 1, "/") && until > 99 && !is_year (until)))
    return 0;
  take_date (reader, i, i + 1, year, 0, 0);
  take_base (reader, i + 1);
  time = &g_array_index (reader->times, QmTime, reader->times->len - 1);
  finish_part (reader, time, year);
  if ((is_sign (reader, i + 1, "-") || is_sign (reader, i + 1, "–") ||
       is_sign (reader, i + 1, "/")) &&
      (is_within (until, 0, 99) || is_year (until))) {
    take (reader, i + 1, i + 3);
    until += until < 100 ? year - year % 100 : 0;
    time->last = i + 3;
    if (until > year)
      g_snprintf (time->text, sizeof time->text, "%04d/%04d", year, until);
  }
  return 1;
}

/* 9:35, 11 a.m., 5am, 10.45pm. */
static gsize
read_clock (QmTimesReader *reader, gsize i)
{
  gsize end = i + 1, n;

  /* "lúc 6 giờ 30", "lúc 6 giờ 30 phút" */
  if (follows (reader, i, QM_ROLE_CLOCK) && qm_tokens_is (reader->tokens, end, "giờ") &&
      is_within (whole (reader, end + 1), 0, 59)) {
    if (qm_tokens_is (reader->tokens, end + 2, "phút"))
      end += 3;
    else if (!counts_something (reader, end + 2))
      end += 2;
  }
  while (is_sign (reader, end, ":") && qm_tokens_is_glued (reader->tokens, end + 1) &&
         qm_tokens_has (reader->tokens, end + 1, QM_TOKEN_NUMBER))
    end += 2;
  if (qm_lexicon_match (reader->tokens, end, QM_ROLE_CLOCK, &n) != NULL)
    end += n;
  else if (end == i + 1 && !follows (reader, i, QM_ROLE_CLOCK) &&
           !(is_sign (reader, i - 1, ":") && qm_tokens_is_glued (reader->tokens, i)))
    return 0;
  take (reader, i, end);
  return end - i;
}

GArray *
qm_times_take (const QmLexicon *lexicon, const QmTokens *tokens, gboolean *is_taken)
{
  static const QmTimesRead readers[] = {
    read_numeric_date, read_day_and_month, read_month_number,
    read_clock,        read_year,          qm_times_read_name,
  };
  GArray *times = g_array_new (FALSE, FALSE, sizeof (QmTime));
  QmTimesReader reader = { lexicon, tokens, is_taken, times };

  for (gsize i = 0, n = 0; i < tokens->n; i += MAX (n, 1)) {
    n = read_month_name (&reader, i);
    if (n == 0)
      n = qm_times_read_part (&reader, i);
    if (n == 0 && matches (&reader, i, QM_ROLE_THIS_YEAR))
      n = take_relative (&reader, i, i, 0, 0);
    for (gsize k = 0;
         n == 0 && k < G_N_ELEMENTS (readers) && tokens->items[i].kind == QM_TOKEN_NUMBER; k++)
      n = readers[k](&reader, i);
  }
  return times;
}
