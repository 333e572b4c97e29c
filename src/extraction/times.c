#include "extraction/times.h"

#include <stdlib.h>
#include <string.h>

/* In tokens: from a name of a list back to the figure before it. */
#define REACH_OF_LIST 12

typedef struct {
  const QmLexicon *lexicon;
  const QmTokens *tokens;
  gboolean *is_taken;
  GArray *times;
} Reader;

static gboolean
matches (const Reader *reader, gsize i, QmRole role)
{
  return qm_lexicon_match (reader->tokens, i, role, NULL) != NULL;
}

static gboolean
follows (const Reader *reader, gsize i, QmRole role)
{
  return qm_lexicon_match_before (reader->tokens, i, role, NULL) != NULL;
}

/* The whole number at token i, or -1 where none stands there. */
static int
whole (const Reader *reader, gsize i)
{
  const char *written =
      qm_tokens_has (reader->tokens, i, QM_TOKEN_NUMBER) ? reader->tokens->items[i].folded : ".";

  return strspn (written, "0123456789") == strlen (written) && strlen (written) <= 8
             ? atoi (written)
             : -1;
}

static gboolean
is_within (int number, int least, int most)
{
  return number >= least && number <= most;
}

static gboolean
is_sign (const Reader *reader, gsize i, const char *sign)
{
  return qm_tokens_is (reader->tokens, i, sign) && qm_tokens_is_glued (reader->tokens, i);
}

/* Token i is a number that touches the sign before it. */
static int
joined (const Reader *reader, gsize i)
{
  return qm_tokens_is_glued (reader->tokens, i) ? whole (reader, i) : -1;
}

static void
take (Reader *reader, gsize first, gsize last)
{
  for (gsize i = first; i < last && i < reader->tokens->n; i++)
    reader->is_taken[i] = TRUE;
}

/* Month and day may be 0. */
static gsize
take_date (Reader *reader, gsize first, gsize last, int year, int month, int day)
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
read_numeric_date (Reader *reader, gsize i)
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
following_year (const Reader *reader, gsize i)
{
  if (qm_tokens_is (reader->tokens, i, ",") || qm_tokens_is (reader->tokens, i, "of") ||
      qm_tokens_is (reader->tokens, i, "/") || qm_tokens_is (reader->tokens, i, "-") ||
      qm_tokens_is (reader->tokens, i, "năm"))
    i++;
  return is_within (whole (reader, i), 1900, 2200) ? i : 0;
}

/* "this year", "last year": month and day, which may be 0, are of it. */
static gsize
take_relative (Reader *reader, gsize first, gsize year, int month, int day)
{
  gsize n;
  const QmLexeme *relative = qm_lexicon_match (reader->tokens, year, QM_ROLE_THIS_YEAR, &n);
  QmTime time = { .first = first, .last = year + n, .is_relative = TRUE };

  time.offset = (int) relative->value;
  if (month > 0)
    g_snprintf (time.text, sizeof time.text, day > 0 ? "-%02d-%02d" : "-%02d", month, day);
  take (reader, first, time.last);
  g_array_append_val (reader->times, time);
  return time.last - first;
}

static gsize
finish_month (Reader *reader, gsize first, gsize end, int month, int day)
{
  gsize year = following_year (reader, end);

  if (matches (reader, end, QM_ROLE_THIS_YEAR))
    return take_relative (reader, first, end, month, day);
  return take_date (reader, first, year > 0 ? year + 1 : end, year > 0 ? whole (reader, year) : 0,
                    month, day);
}

static gsize
skip_ordinal (const Reader *reader, gsize i)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };

  for (gsize k = 0; k < G_N_ELEMENTS (endings); k++)
    if (qm_tokens_is_glued (reader->tokens, i) && qm_tokens_is (reader->tokens, i, endings[k]))
      return 1;
  return 0;
}

/* "July 22, 2025", "Feb. 11", "June of 2018", "22 July 2025". */
static gsize
read_month_name (Reader *reader, gsize i)
{
  const QmLexeme *month = qm_lexicon_match (reader->tokens, i, QM_ROLE_MONTH, NULL);
  gsize next = i + 1 + (qm_tokens_is (reader->tokens, i + 1, ".") ? 1 : 0), ordinal, year;

  if (month == NULL || !reader->tokens->items[i].is_capital)
    return 0;
  year = following_year (reader, next);
  if (year > 0)
    return take_date (reader, i, year + 1, whole (reader, year), (int) month->value, 0);
  if (!is_within (whole (reader, next), 1, 31))
    return 0;
  ordinal = skip_ordinal (reader, next + 1);
  return finish_month (reader, i, next + 1 + ordinal, (int) month->value, whole (reader, next));
}

static gsize
read_day_and_month (Reader *reader, gsize i)
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
read_month_number (Reader *reader, gsize i)
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
counts_something (const Reader *reader, gsize i)
{
  return matches (reader, i, QM_ROLE_UNIT) || matches (reader, i, QM_ROLE_CURRENCY) ||
         matches (reader, i, QM_ROLE_SCALE) || matches (reader, i, QM_ROLE_SUBUNIT);
}

/* What is counted is written small and, where that shows, in the plural, a few words on. */
static gboolean
counts_nouns (const Reader *reader, gsize i)
{
  for (gsize k = i; k < i + 3 && qm_tokens_continues (reader->tokens, k); k++) {
    const QmToken *token = &reader->tokens->items[k];

    if (token->kind != QM_TOKEN_WORD || matches (reader, k, QM_ROLE_STOP))
      return FALSE;
    if (token->is_capital)
      continue;
    if (reader->lexicon->has_plurals
            ? g_str_has_suffix (token->folded, "s") || matches (reader, k, QM_ROLE_PLURAL)
            : matches (reader, k, QM_ROLE_COUNTED))
      return TRUE;
  }
  return FALSE;
}

/* A number of four digits, as long as nothing is counted by it. */
static gboolean
stands_for_year (const Reader *reader, gsize i)
{
  int year = whole (reader, i);
  gboolean is_named = follows (reader, i, QM_ROLE_YEAR);
  gboolean counts = counts_nouns (reader, i + 1);

  if (!is_year (year) || strlen (reader->tokens->items[i].folded) != 4 ||
      counts_something (reader, i + 1) || follows (reader, i, QM_ROLE_CURRENCY) ||
      follows (reader, i, QM_ROLE_OVER))
    return FALSE;
  if (!is_within (year, 1900, 2100))
    return is_named && !counts && !qm_tokens_is (reader->tokens, i - 1, "of");
  return is_named || !counts || is_within (year, 2001, 2049);
}

/* 2015-2020, 2015-16, 2023/24 are two. */
static gsize
read_year (Reader *reader, gsize i)
{
  int until = joined (reader, i + 2), year = whole (reader, i);
  QmTime *time;

  if (!stands_for_year (reader, i))
    return 0;
  take_date (reader, i, i + 1, whole (reader, i), 0, 0);
  if ((is_sign (reader, i + 1, "-") || is_sign (reader, i + 1, "–") ||
       is_sign (reader, i + 1, "/")) &&
      (is_within (until, 0, 99) || is_year (until))) {
    take (reader, i + 1, i + 3);
    until += until < 100 ? year - year % 100 : 0;
    time = &g_array_index (reader->times, QmTime, reader->times->len - 1);
    time->last = i + 3;
    if (until > year)
      g_snprintf (time->text, sizeof time->text, "%04d/%04d", year, until);
  }
  return 1;
}

/* 9:35, 11 a.m., 5am, 10.45pm. */
static gsize
read_clock (Reader *reader, gsize i)
{
  gsize end = i + 1, n;

  /* "lúc 6 giờ 30" */
  if (follows (reader, i, QM_ROLE_CLOCK) && qm_tokens_is (reader->tokens, end, "giờ") &&
      is_within (whole (reader, end + 1), 0, 59) && !counts_something (reader, end + 2))
    end += 2;
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

/* --- Names --- */

static gboolean
is_name_before (const Reader *reader, gsize i)
{
  const QmToken *before = i > 0 ? &reader->tokens->items[i - 1] : NULL;

  return before != NULL && qm_tokens_continues (reader->tokens, i) && before->is_capital &&
         before->kind == QM_TOKEN_WORD && !before->is_first &&
         !matches (reader, i - 1, QM_ROLE_STOP) &&
         (strlen (before->folded) > 3 || !matches (reader, i - 1, QM_ROLE_CURRENCY));
}

/* "ranked 10th" */
static gboolean
is_rank_by_ordinal (const Reader *reader, gsize i)
{
  const QmLexeme *rank = qm_lexicon_match_before (reader->tokens, i, QM_ROLE_RANK, NULL);

  return rank != NULL && rank->value > 0 && skip_ordinal (reader, i + 1) > 0;
}

/* "S&P 500 utilities": with these a number is a name, whatever stands after it. */
static gboolean
is_named_thing (const Reader *reader, gsize i)
{
  const QmLexeme *label = qm_lexicon_match_before (reader->tokens, i, QM_ROLE_LABEL, NULL);

  return label != NULL && label->value > 0;
}

/* "787 Dreamliner", "11 Pro": what is counted is no name, and shows that it is more than one. */
static gboolean
is_name_after (const Reader *reader, gsize i)
{
  const QmToken *next = &reader->tokens->items[i + 1];

  return reader->lexicon->has_plurals && is_within (whole (reader, i), 2, 999) &&
         qm_tokens_continues (reader->tokens, i + 1) && next->kind == QM_TOKEN_WORD &&
         next->is_capital && !next->is_glued && !counts_something (reader, i + 1) &&
         !matches (reader, i + 1, QM_ROLE_PLURAL) && !counts_nouns (reader, i + 1) &&
         !matches (reader, i + 1, QM_ROLE_STOP) && !matches (reader, i + 1, QM_ROLE_MONTH) &&
         !follows (reader, i, QM_ROLE_CURRENCY);
}

/* "PM2.5" is one word up to its point. */
static gboolean
is_rest_of_name (const Reader *reader, gsize i)
{
  const QmToken *before = i > 1 ? &reader->tokens->items[i - 2] : NULL;

  return before != NULL && is_sign (reader, i - 1, ".") && qm_tokens_is_glued (reader->tokens, i) &&
         before->kind == QM_TOKEN_WORD &&
         g_ascii_isdigit (before->folded[strlen (before->folded) - 1]);
}

/* The first token of a name that ends before token i. */
static gsize
begin_of_name (const Reader *reader, gsize i)
{
  while (i > 0 && qm_tokens_continues (reader->tokens, i) &&
         reader->tokens->items[i - 1].is_capital &&
         reader->tokens->items[i - 1].kind == QM_TOKEN_WORD)
    i--;
  return i;
}

static gboolean
is_joint (const Reader *reader, gsize i)
{
  static const char *const words[] = { ",", ";", "and", "và", "còn" };

  for (gsize k = 0; k < G_N_ELEMENTS (words); k++)
    if (qm_tokens_is (reader->tokens, i, words[k]))
      return TRUE;
  return FALSE;
}

/* The number of the sentence before token i that is no name, with small words after it only; i
 * where there is none. */
static gsize
find_number_before (const Reader *reader, gsize i)
{
  for (gsize k = i; k > 0 && i < k + REACH_OF_LIST && qm_tokens_continues (reader->tokens, k);
       k--) {
    const QmToken *token = &reader->tokens->items[k - 1];

    if (token->kind == QM_TOKEN_NUMBER && !reader->is_taken[k - 1])
      return k - 1;
    if (token->is_capital || token->kind == QM_TOKEN_NUMBER)
      break;
  }
  return i;
}

/* "Labour won 411, the Conservatives 121 and", "Boeing delivered 348 planes and Airbus 766": in a
 * list of names and figures the number is none of the name. What it counts is what the one before
 * counts. */
static gboolean
is_listed (const Reader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;
  gsize first = begin_of_name (reader, i), number;
  const char grouping[] = { reader->lexicon->decimal == '.' ? ',' : '.', '\0' };

  /* No thing is called "121,000". */
  if (strstr (tokens->items[i].folded, grouping) != NULL)
    return TRUE;

  if (first > 0 && qm_tokens_is (tokens, first - 1, "the"))
    first--;
  if (first == i || first == 0 || !is_joint (reader, first - 1))
    return FALSE;
  number = find_number_before (reader, first);
  return number < first &&
         (!qm_tokens_continues (tokens, i + 1) || is_joint (reader, i + 1) ||
          qm_tokens_is (tokens, i + 1, ".") || qm_tokens_is (tokens, i + 1, "in") ||
          g_strcmp0 (tokens->items[i + 1].folded, tokens->items[number + 1].folded) == 0);
}

/* "Section 427", "V-12", "iPhone 11", "120B", "S&P 500". */
static gsize
read_name (Reader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;
  gboolean is_hyphened = is_sign (reader, i - 1, "-") && qm_tokens_is_glued (tokens, i) && i > 1 &&
                         tokens->items[i - 2].kind == QM_TOKEN_WORD &&
                         !matches (reader, i - 2, QM_ROLE_TO);
  gboolean is_tailed = qm_tokens_is_glued (tokens, i + 1) &&
                       qm_tokens_has (tokens, i + 1, QM_TOKEN_WORD) &&
                       !counts_something (reader, i + 1) && !qm_tokens_is (tokens, i + 1, "m");

  if (is_rank_by_ordinal (reader, i))
    return 0;
  if (is_rest_of_name (reader, i)) {
    take (reader, i, i + 1);
    return 1;
  }
  if (is_name_after (reader, i)) {
    take (reader, i, i + 1);
    return 1;
  }
  if (is_hyphened || is_tailed) {
    take (reader, i, i + (is_tailed ? 2 : 1));
    return is_tailed ? 2 : 1;
  }
  if (is_named_thing (reader, i)) {
    take (reader, i, i + 1);
    return 1;
  }
  if ((!is_name_before (reader, i) && !follows (reader, i, QM_ROLE_LABEL)) ||
      follows (reader, i, QM_ROLE_RANK) || counts_something (reader, i + 1) ||
      qm_tokens_is (tokens, i + 1, "-") || is_listed (reader, i) ||
      (counts_nouns (reader, i + 1) && !tokens->items[i + 1].is_capital))
    return 0;
  take (reader, i, i + 1);
  return 1;
}

/* After a sign: "won 2-1" is no money of Korea. */
static gboolean
is_money (const Reader *reader, gsize i)
{
  return i > 0 && qm_tokens_has (reader->tokens, i - 1, QM_TOKEN_SIGN) &&
         follows (reader, i, QM_ROLE_CURRENCY);
}

/* "3-0 ngày 21/3" */
static gboolean
is_date_word (const Reader *reader, gsize i)
{
  return matches (reader, i, QM_ROLE_DAY_OF) && whole (reader, i + 1) > 0;
}

/* 2-1: a result. 5-10W is a range, with what it counts. */
static gsize
read_score (Reader *reader, gsize i)
{
  int a = whole (reader, i), b = joined (reader, i + 2);

  gboolean is_bracketed =
      i > 0 && qm_tokens_is (reader->tokens, i - 1, "(") && is_sign (reader, i + 3, ")");

  if (!is_sign (reader, i + 1, "-") || a < 0 || b < 0 ||
      (counts_something (reader, i + 3) && !is_date_word (reader, i + 3)) ||
      is_sign (reader, i + 3, "-") || is_money (reader, i))
    return 0;
  if (b > a && !is_bracketed && (b > 20 || counts_nouns (reader, i + 3)))
    return 0;
  take (reader, i, i + 3);
  return 3;
}

/* "08", "007", "0800 123 456": a number that counts does not begin with a nought. */
static gsize
read_code (Reader *reader, gsize i)
{
  const char *written = reader->tokens->items[i].folded;
  gsize end = i + 1;

  if (written[0] != '0' || strlen (written) < 2 || whole (reader, i) < 0)
    return 0;
  while (whole (reader, end) >= 0)
    end++;
  take (reader, i, end);
  return end - i;
}

/* "[3]" numbers a note or a paragraph. */
static gsize
read_mark (Reader *reader, gsize i)
{
  if (i == 0 || !qm_tokens_is (reader->tokens, i - 1, "[") ||
      !qm_tokens_is (reader->tokens, i + 1, "]"))
    return 0;
  take (reader, i, i + 1);
  return 1;
}

GArray *
qm_times_take (const QmLexicon *lexicon, const QmTokens *tokens, gboolean *is_taken)
{
  static gsize (*const readers[]) (Reader * reader, gsize i) = {
    read_numeric_date, read_day_and_month, read_month_number, read_clock, read_year,
    read_score,        read_name,          read_mark,         read_code,
  };
  GArray *times = g_array_new (FALSE, FALSE, sizeof (QmTime));
  Reader reader = { lexicon, tokens, is_taken, times };

  for (gsize i = 0, n = 0; i < tokens->n; i += MAX (n, 1)) {
    n = read_month_name (&reader, i);
    if (n == 0 && matches (&reader, i, QM_ROLE_THIS_YEAR))
      n = take_relative (&reader, i, i, 0, 0);
    for (gsize k = 0;
         n == 0 && k < G_N_ELEMENTS (readers) && tokens->items[i].kind == QM_TOKEN_NUMBER; k++)
      n = readers[k](&reader, i);
  }
  return times;
}
