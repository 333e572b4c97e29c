#include "extraction/amount.h"

#include <string.h>

/* Words of the longest name for what is counted. */
#define MAX_COUNTED 5

typedef struct {
  const QmLexicon *lexicon;
  const QmTokens *tokens;
} Reader;

static const QmLexeme *
match (const Reader *reader, gsize i, QmRole role, gsize *n)
{
  return qm_lexicon_match (reader->tokens, i, role, n);
}

/* One letter means a unit only as it is spelled: "5g" are grams, "5G" is no weight, nor are the
 * letters of "V-League" and "T-shirts" one; degrees touch their number. */
static gboolean
is_misspelt (const Reader *reader, gsize i, gsize n)
{
  const QmToken *token = &reader->tokens->items[i];
  gboolean is_degree = strchr ("cf", *token->folded) != NULL;
  gboolean is_upper = is_degree || strchr ("wv", *token->folded) != NULL;

  return n == 1 && token->kind == QM_TOKEN_WORD && strlen (token->folded) == 1 &&
         (token->is_capital != is_upper || (is_degree && !token->is_glued) ||
          (qm_tokens_is (reader->tokens, i + 1, "-") &&
           qm_tokens_is_glued (reader->tokens, i + 1) &&
           qm_tokens_is_glued (reader->tokens, i + 2)));
}

static const QmLexeme *
match_unit (const Reader *reader, gsize i, gsize *n)
{
  static const QmRole roles[] = { QM_ROLE_UNIT, QM_ROLE_CURRENCY, QM_ROLE_SUBUNIT };
  const QmLexeme *longest = NULL;

  *n = 0;
  for (gsize k = 0; k < G_N_ELEMENTS (roles); k++) {
    gsize length;
    const QmLexeme *found = match (reader, i, roles[k], &length);

    if (found != NULL && length > *n && !is_misspelt (reader, i, length)) {
      longest = found;
      *n = length;
    }
  }
  return longest;
}

/* "£3bn a year earlier": so long before, and not in each of them. */
static gboolean
is_time_apart (const Reader *reader, gsize i)
{
  return qm_tokens_is_any (reader->tokens, i, "earlier|ago|before|later|after|trước|sau");
}

/* A power of ten, of which a rate is told: "per 100,000 people". */
static gboolean
is_round (const Reader *reader, gsize i)
{
  const char *written =
      qm_tokens_has (reader->tokens, i, QM_TOKEN_NUMBER) ? reader->tokens->items[i].folded : ".";

  return *written == '1' && strlen (written) > 1 &&
         strspn (written + 1, "0.,") == strlen (written + 1);
}

/* What a unit is counted by: "per barrel", "a month", "/năm", "per 1,000". Its end, or i where
 * there is none. */
static gsize
read_one_per (const Reader *reader, gsize i)
{
  gsize n, length;
  const QmLexeme *per = match (reader, i, QM_ROLE_PER, &n);
  gboolean has_round = per != NULL && is_round (reader, i + n);
  gboolean is_plain = has_round || qm_tokens_is_any (reader->tokens, i, "per|mỗi|/");

  n += has_round ? 1 : 0;
  if (per == NULL || !qm_tokens_has (reader->tokens, i + n, QM_TOKEN_WORD) ||
      !qm_tokens_continues (reader->tokens, i + n))
    return has_round ? i + n : i;
  if (match_unit (reader, i + n, &length) != NULL)
    return is_plain || !is_time_apart (reader, i + n + length) ? i + n + length : i;
  if (!is_plain)
    return i;
  match (reader, i + n, QM_ROLE_COUNTED, &length);
  return i + n + MAX (length, 1);
}

/* "/người/năm" */
static gsize
read_per (const Reader *reader, gsize i)
{
  gsize end = read_one_per (reader, i);

  return end > i && qm_tokens_is (reader->tokens, end, "/") ? read_one_per (reader, end) : end;
}

static gboolean
is_plural (const Reader *reader, gsize i)
{
  const char *word = reader->tokens->items[i].folded;
  gsize length = strlen (word);

  if (match (reader, i, QM_ROLE_PLURAL, NULL) != NULL)
    return TRUE;
  return length > 2 && word[length - 1] == 's' && word[length - 2] != 's' &&
         strcmp (word + length - 2, "us") != 0 && strcmp (word + length - 2, "is") != 0;
}

static gboolean
is_participle (const Reader *reader, gsize i)
{
  const char *word = reader->tokens->items[i].folded;

  return strlen (word) > 4 && (g_str_has_suffix (word, "ing") || g_str_has_suffix (word, "ed"));
}

/* "7 huyện công bố": a verb of two syllables belongs to no word before it. */
static gboolean
begins_report (const Reader *reader, gsize i)
{
  gsize n;

  return !reader->lexicon->has_plurals && match (reader, i, QM_ROLE_REPORT, &n) != NULL && n > 1;
}

/* "five pilots' unions": the sign at i makes the plural before it an owner of what comes. */
static gboolean
is_possessive (const Reader *reader, gsize i)
{
  return reader->lexicon->has_plurals && i > 0 && qm_tokens_is_any (reader->tokens, i, "'|’") &&
         qm_tokens_is_glued (reader->tokens, i) && is_plural (reader, i - 1) &&
         qm_tokens_has (reader->tokens, i + 1, QM_TOKEN_WORD) &&
         !qm_tokens_is_glued (reader->tokens, i + 1);
}

/* "41,000 five years ago", "five of six points": another figure; "90 one-bedroom flats" is none. */
static gboolean
begins_number (const Reader *reader, gsize i)
{
  return reader->lexicon->has_plurals && match (reader, i, QM_ROLE_NUMBER, NULL) != NULL &&
         !qm_tokens_is (reader->tokens, i + 1, "-");
}

/* The words that may belong to what is counted: up to a sign or a word that ends it. A hyphen
 * between words joins them. */
static gsize
end_of_words (const Reader *reader, gsize i)
{
  gsize end = i;

  while (end < i + MAX_COUNTED && qm_tokens_continues (reader->tokens, end)) {
    gboolean is_hyphen = end > i && qm_tokens_is (reader->tokens, end, "-") &&
                         qm_tokens_is_glued (reader->tokens, end) &&
                         qm_tokens_is_glued (reader->tokens, end + 1);

    if (!is_hyphen && !is_possessive (reader, end) &&
        (reader->tokens->items[end].kind != QM_TOKEN_WORD ||
         (match (reader, end, QM_ROLE_STOP, NULL) != NULL &&
          match (reader, end, QM_ROLE_THING, NULL) == NULL) ||
         begins_number (reader, end) || (end > i && begins_report (reader, end))))
      break;
    end++;
  }
  return end;
}

/* After so many words, where those that a hyphen joins are one. */
static gsize
end_of_first (const Reader *reader, gsize i, gsize end, gsize n_words)
{
  for (gsize n = 0; i < end; i++)
    if (!qm_tokens_is (reader->tokens, i, "-") &&
        (n == 0 || !qm_tokens_is (reader->tokens, i - 1, "-")) && n++ == n_words)
      break;
  return i;
}

/* Where a word for what is counted is known for one by itself, and no classifier: its end. */
static gsize
end_of_known (const Reader *reader, gsize i, gsize end)
{
  gsize n;

  if (match (reader, i, QM_ROLE_COUNTED, &n) == NULL ||
      (n == 1 && !qm_tokens_is (reader->tokens, i, "người")))
    return i;
  return MIN (i + n, end);
}

/* "a family of four spends $290": what stands at i is what a verb before it does it to. */
static gboolean
has_object (const Reader *reader, gsize i)
{
  return qm_tokens_continues (reader->tokens, i) &&
         (qm_tokens_has (reader->tokens, i, QM_TOKEN_NUMBER) ||
          match (reader, i, QM_ROLE_ARTICLE, NULL) != NULL ||
          match (reader, i, QM_ROLE_CURRENCY, NULL) != NULL ||
          qm_tokens_is_any (reader->tokens, i, "the|its|their|his|her"));
}

/* "187 chasing 251", "61,204 saw the game" */
static gboolean
is_done_to (const Reader *reader, gsize i)
{
  return has_object (reader, i + 1) &&
         (match (reader, i, QM_ROLE_VERB, NULL) != NULL ||
          (reader->lexicon->has_plurals &&
           g_str_has_suffix (reader->tokens->items[i].folded, "ing")));
}

/* "3.6 nationally", "one fifth of America's", "40k cheaper than" count none of these; "5 x 3 m"
 * comes to its unit. */
static gboolean
is_never_counted (const Reader *reader, gsize i)
{
  const char *word = reader->tokens->items[i].folded;

  if (is_done_to (reader, i))
    return TRUE;
  if (qm_tokens_is_any (reader->tokens, i, "x|×"))
    return qm_tokens_has (reader->tokens, i + 1, QM_TOKEN_NUMBER);
  return reader->lexicon->has_plurals &&
         ((strlen (word) > 4 && g_str_has_suffix (word, "ly") &&
           !qm_tokens_is_any (reader->tokens, i, "family|supply|assembly|anomaly|jelly")) ||
          (g_str_has_suffix (word, "er") && qm_tokens_is (reader->tokens, i + 1, "than")) ||
          g_str_has_suffix (word, "'s") || g_str_has_suffix (word, "’s"));
}

/* In a language with plurals, what is counted ends with the first of them; else with two words. The
 * letter of "5G" is all that it has. */
static gsize
end_of_counted (const Reader *reader, gsize i, gsize end, gboolean is_one)
{
  if (!reader->lexicon->has_plurals) {
    gsize known = end_of_known (reader, i, end);

    return known > i ? known : end_of_first (reader, i, end, 2);
  }
  if (qm_tokens_is_glued (reader->tokens, i) && strlen (reader->tokens->items[i].folded) == 1)
    return i + 1;
  for (gsize k = i; k < end; k++)
    if (is_plural (reader, k) && !qm_tokens_is (reader->tokens, k + 1, "-") &&
        !is_possessive (reader, k + 1))
      return k + 1;
  return end_of_first (reader, i, end, is_one ? 3 : 1);
}

static gsize
skip_loose (const Reader *reader, gsize i)
{
  gsize n;

  while (match (reader, i, QM_ROLE_LOOSE, &n) != NULL && qm_tokens_continues (reader->tokens, i))
    i += n;
  while (reader->lexicon->has_plurals && qm_tokens_has (reader->tokens, i, QM_TOKEN_WORD) &&
         is_participle (reader, i) && qm_tokens_has (reader->tokens, i + 1, QM_TOKEN_WORD))
    i++;
  return i;
}

/* "people per square kilometre", "gói mì/người/năm"; an article, or "mỗi", does that for what is
 * counted only before a time, "patients a week". */
static gsize
read_plain_per (const Reader *reader, gsize i)
{
  return qm_tokens_is_any (reader->tokens, i, "per|/") ||
                 (qm_tokens_is (reader->tokens, i, "trên") && is_round (reader, i + 1)) ||
                 (qm_tokens_is_any (reader->tokens, i, "a|mỗi") &&
                  qm_tokens_is_any (reader->tokens, i + 1,
                                    "day|night|week|month|year|giờ|ngày|đêm|tuần|tháng|năm"))
             ? read_per (reader, i)
             : i;
}

static void
read_counted (const Reader *reader, gsize i, gboolean is_one, QmAmount *amount)
{
  gsize begin = skip_loose (reader, i), end = end_of_words (reader, begin), length;
  const QmLexeme *unit = begin < end ? match_unit (reader, begin, &length) : NULL;

  /* Without plurals the words after a part may be anything: "1/4 tổng công suất". */
  if (begin == end || (unit == NULL && is_never_counted (reader, begin)) ||
      (unit == NULL && amount->numeral.is_part && !reader->lexicon->has_plurals))
    return;
  amount->unit_first = begin;
  if (unit != NULL) {
    amount->unit = unit->unit;
    amount->unit_last = begin + length;
  } else {
    amount->unit_last = end_of_counted (reader, begin, end, is_one);
    amount->unit_last = read_plain_per (reader, amount->unit_last);
  }
  amount->last = amount->unit_last;
}

void
qm_amount_read_unit (const QmLexicon *lexicon, const QmTokens *tokens, gsize i, gboolean is_one,
                     QmAmount *amount)
{
  Reader reader = { lexicon, tokens };
  gboolean is_hyphened = qm_tokens_is (tokens, i, "-") && qm_tokens_is_glued (tokens, i) &&
                         qm_tokens_is_glued (tokens, i + 1) &&
                         qm_tokens_has (tokens, i + 1, QM_TOKEN_WORD);
  gsize begin = is_hyphened ? i + 1 : i, n;
  const QmLexeme *unit = qm_tokens_continues (tokens, begin) && !is_never_counted (&reader, begin)
                             ? match_unit (&reader, begin, &n)
                             : NULL;

  if (unit != NULL) {
    amount->unit = unit->unit;
    amount->unit_first = begin;
    amount->unit_last = amount->last = read_per (&reader, begin + n);
  } else if (qm_tokens_is_any (tokens, begin, "per|trên") && is_round (&reader, begin + 1)) {
    amount->unit_first = begin;
    amount->unit_last = amount->last = read_per (&reader, begin);
  } else if (!is_hyphened) {
    read_counted (&reader, begin, is_one, amount);
  } else if (match (&reader, begin, QM_ROLE_STOP, NULL) == NULL) {
    amount->unit_first = begin;
    amount->unit_last = amount->last = begin + 1;
  }
}

/* Before a number a currency is a sign or a code: "won 5" is something else. */
static const QmLexeme *
match_sign (const Reader *reader, gsize i, gsize *n)
{
  const QmLexeme *currency = match (reader, i, QM_ROLE_CURRENCY, n);
  const QmToken *last = currency != NULL ? &reader->tokens->items[i + *n - 1] : NULL;
  g_autofree char *written = last != NULL ? qm_tokens_text (reader->tokens, i, i + *n) : NULL;

  if (last == NULL)
    return NULL;
  for (const char *c = written; *c != '\0' && last->kind == QM_TOKEN_WORD; c++)
    if (g_ascii_islower (*c) && !last->is_capital)
      return NULL;
  return last->kind == QM_TOKEN_SIGN || strlen (last->folded) <= 3 ? currency : NULL;
}

/* "-12°C", "minus 5", "âm 5 độ": a hyphen touches the number, and nothing before it. */
static gboolean
is_minus (const Reader *reader, gsize i)
{
  if (!qm_tokens_continues (reader->tokens, i + 1))
    return FALSE;
  if (qm_tokens_is_any (reader->tokens, i, "minus|âm"))
    return TRUE;
  return !qm_tokens_is_glued (reader->tokens, i) && qm_tokens_is_glued (reader->tokens, i + 1) &&
         !qm_tokens_has (reader->tokens, i - 1, QM_TOKEN_NUMBER) &&
         qm_tokens_is_any (reader->tokens, i, "-|−|–");
}

/* "2 năm rưỡi", "two hours and a half": half a unit more. */
static void
read_half_more (const Reader *reader, QmAmount *amount)
{
  gsize n;
  const QmLexeme *half = match (reader, amount->last, QM_ROLE_HALF_MORE, &n);

  if (half == NULL || !qm_tokens_continues (reader->tokens, amount->last) || amount->unit == NULL ||
      amount->numeral.is_part)
    return;
  amount->numeral.value += half->value;
  amount->last += n;
}

gboolean
qm_amount_is_metres (const QmTokens *tokens, gsize i)
{
  const char *word = qm_tokens_is_glued (tokens, i) ? tokens->items[i].folded : "";
  gsize n_digits = word[0] == 'm' ? strspn (word + 1, "0123456789") : 0;

  return n_digits > 0 && word[1 + n_digits] == '\0' &&
         (n_digits == 2 || (n_digits == 1 && strchr ("23", word[1]) == NULL));
}

static gboolean
read_metres (const QmTokens *tokens, QmAmount *amount)
{
  const char *part;

  if (!amount->numeral.is_plain || !qm_amount_is_metres (tokens, amount->last))
    return FALSE;
  part = tokens->items[amount->last].folded + 1;
  amount->numeral.value += g_ascii_strtod (part, NULL) / (strlen (part) == 1 ? 10 : 100);
  amount->unit = "meter";
  amount->unit_last = ++amount->last;
  return TRUE;
}

gboolean
qm_amount_read (const QmLexicon *lexicon, QmNumberStyle style, const QmTokens *tokens, gsize i,
                QmAmount *amount)
{
  Reader reader = { lexicon, tokens };
  gsize n = 0, begin = i + (is_minus (&reader, i) ? 1 : 0);
  const QmLexeme *sign = match_sign (&reader, begin, &n);
  QmAmount read = { .first = i, .number = begin + (sign != NULL ? n : 0) };

  if (!qm_number_read (style, tokens, read.number, sign != NULL, &read.numeral))
    return FALSE;
  read.last = read.number + read.numeral.n_tokens;
  read.unit_first = read.unit_last = read.last;
  if (sign != NULL) {
    read.unit = sign->unit;
    read.sign_first = begin;
    read.sign_last = begin + n;
    read.unit_last = read.last = read_per (&reader, read.unit_first);
  } else if (qm_tokens_continues (tokens, read.last) && !read_metres (tokens, &read)) {
    qm_amount_read_unit (lexicon, tokens, read.last, read.numeral.value == 1, &read);
  }
  read_half_more (&reader, &read);
  if (begin > i) {
    read.numeral.value = -read.numeral.value;
    read.numeral.other_value = -read.numeral.other_value;
  }
  *amount = read;
  return TRUE;
}

void
qm_amount_take_sign (const QmLexicon *lexicon, const QmTokens *tokens, const QmAmount *from,
                     QmAmount *amount)
{
  Reader reader = { lexicon, tokens };

  amount->unit = from->unit;
  amount->sign_first = from->sign_first;
  amount->sign_last = from->sign_last;
  amount->unit_first = amount->number + amount->numeral.n_tokens;
  amount->unit_last = amount->last = read_per (&reader, amount->unit_first);
}

char *
qm_amount_get_unit_text (const QmAmount *amount, const QmTokens *tokens)
{
  g_autofree char *sign = amount->sign_first < amount->sign_last
                              ? qm_tokens_text (tokens, amount->sign_first, amount->sign_last)
                              : NULL;
  g_autofree char *unit = amount->unit_first < amount->unit_last
                              ? qm_tokens_text (tokens, amount->unit_first, amount->unit_last)
                              : NULL;

  if (sign == NULL || unit == NULL)
    return sign != NULL ? g_steal_pointer (&sign) : g_steal_pointer (&unit);
  return g_strconcat (sign, " ", unit, NULL);
}
