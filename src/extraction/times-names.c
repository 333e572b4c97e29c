#include "extraction/times-private.h"

/* In tokens: from a name of a list back to the figure before it. */
#define REACH_OF_LIST 12

static gboolean
is_name_before (const QmTimesReader *reader, gsize i)
{
  const QmToken *before = i > 0 ? &reader->tokens->items[i - 1] : NULL;

  return before != NULL && qm_tokens_continues (reader->tokens, i) && before->is_capital &&
         before->kind == QM_TOKEN_WORD && !before->is_first &&
         !matches (reader, i - 1, QM_ROLE_STOP) &&
         (strlen (before->folded) > 3 || !matches (reader, i - 1, QM_ROLE_CURRENCY));
}

/* "ranked 10th" */
static gboolean
is_rank_by_ordinal (const QmTimesReader *reader, gsize i)
{
  const QmLexeme *rank = qm_lexicon_match_before (reader->tokens, i, QM_ROLE_RANK, NULL);

  return rank != NULL && rank->value > 0 && skip_ordinal (reader, i + 1) > 0;
}

/* "S&P 500 utilities": with these a number is a name, whatever stands after it. */
static gboolean
is_named_thing (const QmTimesReader *reader, gsize i)
{
  const QmLexeme *label = qm_lexicon_match_before (reader->tokens, i, QM_ROLE_LABEL, NULL);

  return label != NULL && label->value > 0;
}

/* "787 Dreamliner", "11 Pro": what is counted is no name, and shows that it is more than one. */
static gboolean
is_name_after (const QmTimesReader *reader, gsize i)
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
is_rest_of_name (const QmTimesReader *reader, gsize i)
{
  const QmToken *before = i > 1 ? &reader->tokens->items[i - 2] : NULL;

  return before != NULL && is_sign (reader, i - 1, ".") && qm_tokens_is_glued (reader->tokens, i) &&
         before->kind == QM_TOKEN_WORD &&
         g_ascii_isdigit (before->folded[strlen (before->folded) - 1]);
}

/* The first token of a name that ends before token i. */
static gsize
begin_of_name (const QmTimesReader *reader, gsize i)
{
  while (i > 0 && qm_tokens_continues (reader->tokens, i) &&
         reader->tokens->items[i - 1].is_capital &&
         reader->tokens->items[i - 1].kind == QM_TOKEN_WORD)
    i--;
  return i;
}

static gboolean
is_joint (const QmTimesReader *reader, gsize i)
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
find_number_before (const QmTimesReader *reader, gsize i)
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
is_listed (const QmTimesReader *reader, gsize i)
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
read_name (QmTimesReader *reader, gsize i)
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
is_money (const QmTimesReader *reader, gsize i)
{
  return i > 0 && qm_tokens_has (reader->tokens, i - 1, QM_TOKEN_SIGN) &&
         follows (reader, i, QM_ROLE_CURRENCY);
}

/* "3-0 ngày 21/3" */
static gboolean
is_date_word (const QmTimesReader *reader, gsize i)
{
  return matches (reader, i, QM_ROLE_DAY_OF) && whole (reader, i + 1) > 0;
}

/* 2-1: a result. 5-10W is a range, with what it counts. */
static gsize
read_score (QmTimesReader *reader, gsize i)
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
read_code (QmTimesReader *reader, gsize i)
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
read_mark (QmTimesReader *reader, gsize i)
{
  if (i == 0 || !qm_tokens_is (reader->tokens, i - 1, "[") ||
      !qm_tokens_is (reader->tokens, i + 1, "]"))
    return 0;
  take (reader, i, i + 1);
  return 1;
}
gsize
qm_times_read_name (QmTimesReader *reader, gsize i)
{
  static gsize (*const readers[]) (QmTimesReader * reader, gsize i) = {
    read_score,
    read_name,
    read_mark,
    read_code,
  };
  gsize n = 0;

  for (gsize k = 0; n == 0 && k < G_N_ELEMENTS (readers); k++)
    n = readers[k](reader, i);
  return n;
}
