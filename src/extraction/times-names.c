#include "extraction/amount.h"
#include "extraction/number.h"
#include "extraction/subject.h"
#include "extraction/times-private.h"

/* In tokens: from a name of a list back to the figure before it, */
#define REACH_OF_LIST 12

/* ... from a name back to what joins it to that list, */
#define REACH_OF_WORDS 5

/* ... and from a result back to "vote". */
#define REACH_OF_VOTE 6

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

/* "đối tác số 1" */
static gboolean
is_first_of_all (const QmTimesReader *reader, gsize i)
{
  const QmLexeme *label = qm_lexicon_match_before (reader->tokens, i, QM_ROLE_LABEL, NULL);

  return whole (reader, i) == 1 && label->value < 2 && follows (reader, i, QM_ROLE_RANK);
}

/* "dân số 45", where "số 45" is a name in "bão số 45". */
static gboolean
is_labelled (const QmTimesReader *reader, gsize i)
{
  return follows (reader, i, QM_ROLE_LABEL) && !follows (reader, i, QM_ROLE_THING);
}

/* "Rooms 12 and 14", "phút 12 và 67": the second is a name like the first. */
static gboolean
goes_on_label (const QmTimesReader *reader, gsize i)
{
  return i > 2 && qm_tokens_is_any (reader->tokens, i - 1, "and|và") && reader->is_taken[i - 2] &&
         whole (reader, i - 2) >= 0 && is_labelled (reader, i - 2) && !counts_nouns (reader, i + 1);
}

/* "Group of 20", "Group of Seven"; not "a group of 20" */
static gboolean
is_group (const QmTimesReader *reader, gsize i)
{
  return i > 1 && qm_tokens_is (reader->tokens, i - 1, "of") &&
         qm_tokens_is (reader->tokens, i - 2, "group") && reader->tokens->items[i - 2].is_capital;
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
  return qm_tokens_is_any (reader->tokens, i, ",|;|and|và|còn");
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

/* The name that ends before token i goes on a list that had a figure before it. */
static gboolean
is_item (const QmTimesReader *reader, gsize i, gsize *number)
{
  gsize begin = begin_of_name (reader, i), first = begin;

  /* "and the far-right League" */
  while (
      first > 0 && first + REACH_OF_WORDS > begin && !is_joint (reader, first - 1) &&
      (reader->tokens->items[first - 1].kind == QM_TOKEN_WORD || is_sign (reader, first - 1, "-")))
    first--;
  if (begin == i || first == 0 || !is_joint (reader, first - 1))
    return FALSE;
  *number = find_number_before (reader, first);
  return *number < first;
}

/* "Ana Cossa, 51, said": how old somebody is, which counts nothing; "Germany, 12" in a list is
 * something else, as is what goes on with "or". */
static gsize
read_age (QmTimesReader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;
  gsize number;

  if (i < 2 || !is_within (whole (reader, i), 10, 119) || !qm_tokens_is (tokens, i - 1, ",") ||
      !qm_tokens_continues (tokens, i) || begin_of_name (reader, i - 1) == i - 1 ||
      matches (reader, i - 2, QM_ROLE_MONTH) || is_item (reader, i - 1, &number) ||
      (qm_tokens_continues (tokens, i + 1) && !qm_tokens_is (tokens, i + 1, ",") &&
       !qm_tokens_is (tokens, i + 1, ".")) ||
      qm_tokens_is (tokens, i + 2, "or"))
    return 0;
  take (reader, i, i + 1);
  return 1;
}

/* "Labour won 411, the Conservatives 121 and", "Boeing delivered 348 planes and Airbus 766": in a
 * list of names and figures the number is none of the name. What it counts is what the one before
 * counts. */
static gboolean
is_listed (const QmTimesReader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;
  const char *group = strchr (tokens->items[i].folded, reader->lexicon->decimal == '.' ? ',' : '.');
  gsize number;

  /* No thing is called "121,000"; "4.5" is a version in any language. */
  if (group != NULL && strspn (group + 1, "0123456789") == 3)
    return TRUE;
  return is_item (reader, i, &number) &&
         (!qm_tokens_continues (tokens, i + 1) || is_joint (reader, i + 1) ||
          qm_tokens_is_any (tokens, i + 1, ".|in") ||
          g_strcmp0 (tokens->items[i + 1].folded, tokens->items[number + 1].folded) == 0);
}

/* "221B Baker Street": a letter at a number, and no scale before what is counted ("7B models",
 * "13M Americans") or of money. */
static gboolean
is_house (const QmTimesReader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;

  return is_within (whole (reader, i), 1, 999) && qm_tokens_is_glued (tokens, i + 1) &&
         qm_tokens_has (tokens, i + 2, QM_TOKEN_WORD) &&
         strlen (tokens->items[i + 1].folded) == 1 && tokens->items[i + 1].is_capital &&
         matches (reader, i + 1, QM_ROLE_SCALE) && qm_tokens_continues (tokens, i + 2) &&
         tokens->items[i + 2].is_capital && !g_str_has_suffix (tokens->items[i + 2].folded, "s") &&
         !matches (reader, i + 2, QM_ROLE_CURRENCY) && !follows (reader, i, QM_ROLE_CURRENCY);
}

/* "1080p", "4K": how many lines or columns a picture has is a name, where a price is "1,080p". */
static gboolean
is_picture (const QmTimesReader *reader, gsize i)
{
  static const int lines[] = { 480, 576, 720, 1080, 1440, 2160, 4320 };
  int number = whole (reader, i);

  if (!qm_tokens_is_glued (reader->tokens, i + 1) || follows (reader, i, QM_ROLE_CURRENCY))
    return FALSE;
  if (qm_tokens_is (reader->tokens, i + 1, "k"))
    return (number == 4 || number == 8) && reader->tokens->items[i + 1].is_capital &&
           !counts_nouns (reader, i + 2);
  for (gsize k = 0; k < G_N_ELEMENTS (lines); k++)
    if (number == lines[k] && qm_tokens_is_any (reader->tokens, i + 1, "p|i"))
      return TRUE;
  return FALSE;
}

/* "RTX 4090 draws", "ISO 9001": no number that counts is written so after large letters. */
static gboolean
is_model (const QmTimesReader *reader, gsize i)
{
  return is_within (whole (reader, i), 1000, 9999) && i > 0 &&
         qm_tokens_continues (reader->tokens, i) && !qm_tokens_is_glued (reader->tokens, i) &&
         qm_subject_is_acronym (reader->tokens, i - 1) && !follows (reader, i, QM_ROLE_CURRENCY) &&
         !counts_something (reader, i + 1);
}

/* "Section 427", "V-12", "iPhone 11", "120B", "S&P 500". */
static gsize
read_name (QmTimesReader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;
  gboolean is_hyphened = is_sign (reader, i - 1, "-") && qm_tokens_is_glued (tokens, i) && i > 1 &&
                         tokens->items[i - 2].kind == QM_TOKEN_WORD &&
                         !matches (reader, i - 2, QM_ROLE_TO);
  gboolean is_tailed =
      qm_tokens_is_glued (tokens, i + 1) && qm_tokens_has (tokens, i + 1, QM_TOKEN_WORD) &&
      (!counts_something (reader, i + 1) || is_house (reader, i) || is_picture (reader, i)) &&
      !qm_tokens_is (tokens, i + 1, "m") && !qm_amount_is_metres (tokens, i + 1);

  if (is_rank_by_ordinal (reader, i))
    return 0;
  if (is_rest_of_name (reader, i) || is_group (reader, i)) {
    take (reader, i, i + 1);
    return 1;
  }
  if (is_name_after (reader, i) || is_model (reader, i)) {
    take (reader, i, i + 1);
    return 1;
  }
  if (is_hyphened || is_tailed) {
    take (reader, i, i + (is_tailed ? 2 : 1));
    return is_tailed ? 2 : 1;
  }
  if (is_named_thing (reader, i) && !is_first_of_all (reader, i)) {
    gsize end = i + 1;

    while (whole (reader, end) >= 0)
      end++;
    take (reader, i, end);
    return end - i;
  }
  if ((!is_name_before (reader, i) && !is_labelled (reader, i) && !goes_on_label (reader, i)) ||
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

  if ((!is_sign (reader, i + 1, "-") && !is_sign (reader, i + 1, "–")) || a < 0 || b < 0 ||
      (counts_something (reader, i + 3) && !is_date_word (reader, i + 3)) ||
      is_sign (reader, i + 3, "-") || is_money (reader, i))
    return 0;
  if (b > a && !is_bracketed && !is_labelled (reader, i) &&
      (b > 20 || counts_nouns (reader, i + 3)))
    return 0;
  take (reader, i, i + 3);
  /* "7-6 (5)": the tie-break */
  if (is_within (a + b, 13, 13) && qm_tokens_is (reader->tokens, i + 3, "(") &&
      whole (reader, i + 4) >= 0 && qm_tokens_is (reader->tokens, i + 5, ")"))
    take (reader, i + 4, i + 5);
  return 3;
}

/* "4-4-2" counts nothing, nor do "24/24" and "24/7". */
static gsize
read_chain (QmTimesReader *reader, gsize i)
{
  gsize end = i + 1;

  if (whole (reader, i) < 0)
    return 0;
  if (is_sign (reader, end, "/") && (joined (reader, end + 1) == whole (reader, i) ||
                                     (whole (reader, i) == 24 && joined (reader, end + 1) == 7))) {
    take (reader, i, end + 2 + (matches (reader, end + 2, QM_ROLE_UNIT) ? 1 : 0));
    return end + 2 - i;
  }
  while (is_sign (reader, end, "-") && joined (reader, end + 1) >= 0)
    end += 2;
  if (end < i + 5)
    return 0;
  take (reader, i, end);
  return end - i;
}

/* "voted 52 to 48", "by 10 votes to 3": a result, unlike "from 52 to 48". */
static gsize
read_vote (QmTimesReader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;

  if (whole (reader, i) < 0 || !qm_tokens_is (tokens, i + 1, "to") || whole (reader, i + 2) < 0 ||
      qm_tokens_is (tokens, i - 1, "from") || counts_something (reader, i + 3) ||
      counts_nouns (reader, i + 3))
    return 0;
  for (gsize k = i; k > 0 && i < k + REACH_OF_VOTE && qm_tokens_continues (tokens, k); k--)
    if (g_str_has_prefix (tokens->items[k - 1].folded, "vote")) {
      take (reader, i, i + 3);
      return 3;
    }
  return 0;
}

/* "08", "007", "0800 123 456": a number that counts does not begin with a nought, and is not two in
 * groups of three digits or more, "1900 9095", nor three behind a plus, "+44 20 7946 0018". */
static gsize
read_code (QmTimesReader *reader, gsize i)
{
  const char *written = reader->tokens->items[i].folded;
  gboolean is_dialled = qm_tokens_is (reader->tokens, i - 1, "+");
  gsize end = i + 1;

  if (strlen (written) < 2 || whole (reader, i) < 0 ||
      qm_number_count_groups (reader->tokens, i) > 1)
    return 0;
  while (whole (reader, end) >= 0 && strlen (reader->tokens->items[end].folded) > !is_dialled * 2u)
    end++;
  if (written[0] != '0' && (end < i + 2 + is_dialled || (strlen (written) < 3 && !is_dialled)))
    return 0;
  take (reader, i, end);
  return end - i;
}

/* "57-NQ/TW", "95/46/EC", "(EU) 2016/679": the number of a law has large letters behind a slash, or
 * begins with its year. */
static gsize
read_law (QmTimesReader *reader, gsize i)
{
  gsize end = i + 1;
  gboolean has_letters = FALSE, has_slash = FALSE, is_by_year;

  while ((is_sign (reader, end, "/") || is_sign (reader, end, "-")) &&
         qm_tokens_is_glued (reader->tokens, end + 1) &&
         (reader->tokens->items[end + 1].is_capital || whole (reader, end + 1) >= 0)) {
    has_slash |= is_sign (reader, end, "/");
    has_letters |= reader->tokens->items[end + 1].is_capital && !counts_something (reader, end + 1);
    end += 2;
  }
  is_by_year = end == i + 3 && is_within (whole (reader, i), 1950, 2100) &&
               is_within (whole (reader, i + 2), 100, 1899);
  if (whole (reader, i) < 0 || !has_slash || (!has_letters && !is_by_year))
    return 0;
  take (reader, i, end);
  return end - i;
}

/* "(3)" is a part of what has a number, "12(3)", or an item of a list. */
static gboolean
is_in_brackets (const QmTimesReader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;

  return i > 0 && qm_tokens_is (tokens, i - 1, "(") && is_sign (reader, i + 1, ")") &&
         (i == 1 || tokens->items[i - 1].is_first ||
          (is_sign (reader, i - 1, "(") && reader->is_taken[i - 2]) ||
          (qm_tokens_is_any (tokens, i - 2, ":|;|,") &&
           qm_tokens_has (tokens, i + 2, QM_TOKEN_WORD)));
}

/* "1. Energy", "2) Homes", where a sentence begins or another item ends. */
static gboolean
is_item_number (const QmTimesReader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;

  return is_within (whole (reader, i), 1, 99) &&
         (is_sign (reader, i + 1, ".") || is_sign (reader, i + 1, ")")) &&
         !qm_tokens_is_glued (tokens, i + 2) && qm_tokens_has (tokens, i + 2, QM_TOKEN_WORD) &&
         (tokens->items[i].is_first || qm_tokens_is_any (tokens, i - 1, "%|;|-|–|•") ||
          qm_tokens_has (tokens, i - 1, QM_TOKEN_NUMBER));
}

/* "[3]" numbers a note or a paragraph. */
static gsize
read_mark (QmTimesReader *reader, gsize i)
{
  gboolean is_note = i > 0 && qm_tokens_is (reader->tokens, i - 1, "[") &&
                     qm_tokens_is (reader->tokens, i + 1, "]");

  if (!is_note && !is_in_brackets (reader, i) && !is_item_number (reader, i))
    return 0;
  take (reader, i, i + 1);
  return 1;
}
gsize
qm_times_read_name (QmTimesReader *reader, gsize i)
{
  static const QmTimesRead readers[] = {
    read_law, read_chain, read_score, read_vote, read_age, read_name, read_mark, read_code,
  };
  gsize n = 0;

  for (gsize k = 0; n == 0 && k < G_N_ELEMENTS (readers); k++)
    n = readers[k](reader, i);
  return n;
}
