#include "extraction/number-private.h"

#include "base/character.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How far, in tokens, an m that means a million says the same of the next. */
#define REACH_OF_MILLION 30

/* --- Words --- */

typedef struct {
  const QmTokens *tokens;
  gsize at;              /* the next token */
  double total, current; /* what is whole, by its scale, and what waits for one */
  double last_scale;     /* of the token before, or 0 */
  double scale;          /* of all its words */
  gboolean has_scale;
} Words;

static const QmLexeme *
next_word (Words *words, QmRole role, gsize *n)
{
  return qm_lexicon_match (words->tokens, words->at, role, n);
}

/* "năm" is five in "một trăm năm mươi" and "hai trăm linh năm", but "mười năm" are ten years. */
static gboolean
is_unit_of_number (const Words *words)
{
  return (words->current > 0 || words->last_scale > 0) &&
         qm_lexicon_match_before (words->tokens, words->at, QM_ROLE_AND, NULL) == NULL &&
         qm_lexicon_match (words->tokens, words->at, QM_ROLE_UNIT, NULL) != NULL &&
         qm_lexicon_match (words->tokens, words->at + 1, QM_ROLE_MULTIPLY, NULL) == NULL;
}

static gboolean
add_number (Words *words)
{
  gsize n;
  const QmLexeme *number = next_word (words, QM_ROLE_NUMBER, &n);
  double room = words->current == 0               ? INFINITY
                : fmod (words->current, 100) == 0 ? 100
                : fmod (words->current, 10) == 0  ? 10
                                                  : 0;

  if (number == NULL || number->value >= room || is_unit_of_number (words))
    return FALSE;
  words->current += number->value;
  words->last_scale = 0;
  words->at += n;
  return TRUE;
}

static gboolean
multiply (Words *words)
{
  gsize n;
  const QmLexeme *factor = next_word (words, QM_ROLE_MULTIPLY, &n);
  double part;

  if (factor == NULL || words->current == 0)
    return FALSE;
  part = fmod (words->current, factor->value);
  words->current += part * (factor->value - 1);
  words->at += n;
  return part > 0;
}

/* A letter is a scale only where it touches the digits: "25k"; "tỷ lệ" is no billion. */
static const QmLexeme *
next_scale (Words *words, gsize *n)
{
  const QmLexeme *scale = next_word (words, QM_ROLE_SCALE, n);
  const QmToken *token = scale != NULL ? &words->tokens->items[words->at] : NULL;

  if (token != NULL && ((strlen (token->folded) == 1 && !token->is_glued) ||
                        next_word (words, QM_ROLE_THING, NULL) != NULL))
    return NULL;
  return scale;
}

/* "300 nghìn tỷ" is 300 thousand billion. */
static gboolean
scale_up (Words *words)
{
  gsize n;
  const QmLexeme *scale = next_scale (words, &n);

  if (scale == NULL || (words->current == 0 && words->last_scale == 0))
    return FALSE;
  if (words->last_scale > 0)
    words->total *= scale->value;
  else
    words->total += words->current * scale->value;
  words->last_scale = scale->value;
  words->scale *= scale->value;
  words->current = 0;
  words->has_scale = TRUE;
  words->at += n;
  return TRUE;
}

/* "two and a half million", "2 tỷ rưỡi". */
static gboolean
add_half (Words *words)
{
  gsize n;
  const QmLexeme *half = next_word (words, QM_ROLE_HALF_MORE, &n);

  if (half == NULL)
    return FALSE;
  if (words->last_scale > 0)
    words->total += half->value * words->last_scale;
  else
    words->current += half->value;
  words->last_scale = 0;
  words->at += n;
  return TRUE;
}

/* "two hundred and fifty", "twenty-five": what joins has to be followed by a number. */
static gboolean
pass_joint (Words *words)
{
  gsize before = words->at, n = 0;
  gboolean is_round = words->last_scale > 0 || fmod (words->current, 100) == 0;
  gboolean is_hyphen =
      qm_tokens_is (words->tokens, words->at, "-") && qm_tokens_is_glued (words->tokens, words->at);

  if (!is_hyphen && (!is_round || next_word (words, QM_ROLE_AND, &n) == NULL))
    return FALSE;
  words->at += is_hyphen ? 1 : n;
  if (qm_tokens_continues (words->tokens, words->at) && add_number (words))
    return TRUE;
  words->at = before;
  return FALSE;
}

static void
read_words (Words *words)
{
  gboolean goes_on = TRUE;

  while (goes_on && qm_tokens_continues (words->tokens, words->at))
    goes_on = scale_up (words) || multiply (words) || add_half (words) || add_number (words) ||
              pass_joint (words);
}

/* --- Both --- */

static void
finish (QmNumber *numeral, const Words *words, gsize begin)
{
  numeral->value = words->total + words->current;
  numeral->n_tokens = words->at - begin;
  numeral->has_scale = words->has_scale;
  numeral->scale = words->scale;
}

/* "8.9m visitors", where "8.9m waves" are none that anybody counts: metres stand alone, before
 * "high" and its like, or before what is run over them. */
static gboolean
counts_by_million (const QmTokens *tokens, gsize i)
{
  const char *word;

  if (!qm_tokens_is_glued (tokens, i) || !qm_tokens_is (tokens, i, "m") ||
      !qm_tokens_has (tokens, i - 1, QM_TOKEN_NUMBER) || !qm_tokens_continues (tokens, i + 1))
    return FALSE;
  word = tokens->items[i + 1].folded;
  return qm_lexicon_match (tokens, i + 1, QM_ROLE_PLURAL, NULL) != NULL ||
         (strlen (word) > 3 && g_str_has_suffix (word, "s") && !g_str_has_suffix (word, "ss") &&
          !qm_tokens_is_any (tokens, i + 1, "hurdles|races|sprints|heats|relays|finals") &&
          qm_lexicon_match (tokens, i + 1, QM_ROLE_STOP, NULL) == NULL);
}

/* "5m", "13.6M": a million of money, by its capital or by what it counts, and then of all the
 * sentence ("down from 10.2m"); else a small m is a metre. */
static gboolean
is_million (const QmTokens *tokens, gsize i, gboolean is_money)
{
  gboolean is_counted = FALSE;

  if (!qm_tokens_is_glued (tokens, i) || !qm_tokens_is (tokens, i, "m"))
    return FALSE;
  for (gsize k = i, first = MAX (tokens->items[i].sentence + 1, i - MIN (i, REACH_OF_MILLION));
       k >= first && !is_counted; k--)
    is_counted = counts_by_million (tokens, k);
  return is_money || tokens->items[i].is_capital || is_counted;
}

/* A T is a trillion of money, else tonnes or a name. */
static gboolean
is_trillion (const QmTokens *tokens, gsize i, gboolean is_money)
{
  return is_money && qm_tokens_is_glued (tokens, i) && qm_tokens_is (tokens, i, "t") &&
         tokens->items[i].is_capital;
}

/* "1/3", with small numbers; "24/7" and "9/11" are something else. */
static gboolean
read_fraction (const QmTokens *tokens, gsize i, double above, QmNumber *numeral)
{
  double below;
  gboolean stands = qm_tokens_is (tokens, i + 1, "/") && qm_tokens_is_glued (tokens, i + 1) &&
                    qm_tokens_has (tokens, i + 2, QM_TOKEN_NUMBER) &&
                    qm_tokens_is_glued (tokens, i + 2) && !qm_tokens_is (tokens, i + 3, "/");

  if (!stands || !qm_number_parse_digits (tokens->items[i + 2].folded, '.', &below) || above < 1 ||
      above >= below || below > 100 || (above == 9 && below == 11) ||
      (above > 1 && below > 12 && fmod (below, 10) != 0))
    return FALSE;
  *numeral = (QmNumber) { .value = above / below,
                          .other_value = NAN,
                          .n_tokens = 3,
                          .scale = 1,
                          .is_written = TRUE,
                          .is_part = TRUE };
  return TRUE;
}

/* "1 tỷ 200 triệu": a number with a lower scale goes on. */
static gboolean
add_lower (Words *words)
{
  const QmTokens *tokens = words->tokens;
  const QmLexeme *scale = qm_lexicon_match (tokens, words->at + 1, QM_ROLE_SCALE, NULL);
  double value;

  if (words->last_scale == 0 || scale == NULL || scale->value >= words->last_scale ||
      !qm_tokens_has (tokens, words->at, QM_TOKEN_NUMBER) ||
      !qm_tokens_continues (tokens, words->at + 1) || qm_tokens_is_glued (tokens, words->at + 1) ||
      !qm_number_parse_digits (tokens->items[words->at].folded, '.', &value) || value >= 1000)
    return FALSE;
  words->total += value * scale->value;
  words->last_scale = 0;
  words->at += 2;
  return TRUE;
}

/* "2½", "3 1/2 pounds" */
static void
add_fraction (Words *words)
{
  QmNumber fraction;
  int above;

  if (qm_tokens_is_glued (words->tokens, words->at)) {
    add_half (words);
    return;
  }
  if (!qm_tokens_continues (words->tokens, words->at) ||
      !qm_tokens_has (words->tokens, words->at, QM_TOKEN_NUMBER) || words->current >= 100)
    return;
  above = atoi (words->tokens->items[words->at].folded);
  if (!read_fraction (words->tokens, words->at, above, &fraction) || above > 7 ||
      fabs (fmod (16 * fraction.value, 1)) > 0)
    return;
  words->current += fraction.value;
  words->at += fraction.n_tokens;
}

/* The raised digit that touches a number; -1 where token i is none. */
static int
raised_at (const QmTokens *tokens, gsize i)
{
  return qm_tokens_is_glued (tokens, i)
             ? qm_character_raised (g_utf8_get_char (tokens->items[i].folded))
             : -1;
}

/* "1.5 x 10^9", "6 × 10⁷": the power. */
static void
raise_to_power (Words *words)
{
  const QmTokens *tokens = words->tokens;
  gsize i = words->at + 2;
  int power = raised_at (tokens, i);

  if (!qm_tokens_is_any (tokens, words->at, "x|×|·|*") || !qm_tokens_is (tokens, i - 1, "10") ||
      !qm_tokens_is_glued (tokens, i))
    return;
  if (qm_tokens_is (tokens, i, "^") && qm_tokens_has (tokens, i + 1, QM_TOKEN_NUMBER))
    power = atoi (tokens->items[++i].folded);
  if (power < 1 || power > 15)
    return;
  words->scale = pow (10, power);
  words->current *= words->scale;
  words->at = i + 1;
}

static gboolean
read_written (QmNumberStyle style, const QmTokens *tokens, gsize i, gboolean is_money,
              QmNumber *numeral)
{
  gsize n_groups = qm_number_count_groups (tokens, i);
  g_autofree char *grouped = n_groups > 1 ? qm_tokens_text (tokens, i, i + n_groups) : NULL;
  const char *written = grouped != NULL ? grouped : tokens->items[i].folded;
  QmNumberSigns signs = qm_number_find_signs (written);
  Words words = { .tokens = tokens, .at = i + n_groups, .scale = 1 };
  QmNumber read = { .is_written = TRUE, .other_value = NAN };
  double value, other;

  if (!qm_number_parse_digits (written, style.decimal, &value))
    return FALSE;
  if (signs.last == '\0' && read_fraction (tokens, i, value, numeral))
    return TRUE;

  words.current = value;
  add_fraction (&words);
  raise_to_power (&words);
  if (is_million (tokens, words.at, is_money) || is_trillion (tokens, words.at, is_money)) {
    words.scale = qm_tokens_is (tokens, words.at, "t") ? 1e12 : 1e6;
    words.current *= words.scale;
    words.has_scale = TRUE;
    words.at++;
  } else if (!scale_up (&words)) {
    multiply (&words);
  }
  while (words.has_scale && (scale_up (&words) || add_half (&words) || add_lower (&words)))
    continue;
  /* What leads to a note. */
  while (raised_at (tokens, words.at) >= 0)
    words.at++;
  finish (&read, &words, i);

  read.is_plain = signs.last == '\0' && read.n_tokens == 1;
  if (style.has_other_signs && qm_number_is_ambiguous (written, &signs) &&
      qm_number_parse_digits (written, style.decimal == '.' ? ',' : '.', &other))
    read.other_value = other * read.value / value;
  *numeral = read;
  return TRUE;
}

/* "a third" of a half: the part's word after one number, with or without a hyphen. */
static gboolean
read_part (Words *words, QmNumber *numeral)
{
  gsize n, begin = words->at;
  const QmLexeme *part;

  if (qm_tokens_is (words->tokens, words->at, "-"))
    words->at++;
  part = next_word (words, QM_ROLE_PART, &n);
  if (part == NULL || !qm_tokens_continues (words->tokens, words->at)) {
    words->at = begin;
    return FALSE;
  }
  words->at += n;
  words->current *= part->value;
  numeral->is_part = TRUE;
  return TRUE;
}

/* "a million", "half a million", "half a dozen", "nửa triệu". */
static void
begin_words (Words *words)
{
  gsize n, begin = words->at;
  const QmLexeme *half = next_word (words, QM_ROLE_PART, &n);

  if (half != NULL)
    words->at += n;
  if (next_word (words, QM_ROLE_ARTICLE, &n) == NULL && half == NULL)
    return;
  words->at += n;
  words->current = 1;
  if (next_word (words, QM_ROLE_SCALE, NULL) == NULL &&
      next_word (words, QM_ROLE_MULTIPLY, NULL) == NULL) {
    words->current = 0;
    words->at = begin;
    return;
  }
  if (!scale_up (words))
    multiply (words);
  if (half != NULL) {
    words->total *= half->value;
    words->current *= half->value;
  }
}

gboolean
qm_number_read (QmNumberStyle style, const QmTokens *tokens, gsize i, gboolean is_money,
                QmNumber *numeral)
{
  Words words = { .tokens = tokens, .at = i, .scale = 1 };
  QmNumber read = { .other_value = NAN };

  if (i >= tokens->n)
    return FALSE;
  if (tokens->items[i].kind == QM_TOKEN_NUMBER)
    return read_written (style, tokens, i, is_money, numeral);

  begin_words (&words);
  if (words.at == i && !add_number (&words))
    return FALSE;
  /* "một phần tư triệu" */
  if (!read_part (&words, &read))
    read_words (&words);
  else if (scale_up (&words))
    read.is_part = FALSE;
  finish (&read, &words, i);
  *numeral = read;
  return TRUE;
}
