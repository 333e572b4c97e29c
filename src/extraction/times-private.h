/* What the files of times share: the tokens that are read, and plain questions about them. times.c
 * finds dates and times of day; times-names.c numbers in names, results, codes and marks. */
#pragma once

#include "extraction/times.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  const QmLexicon *lexicon;
  const QmTokens *tokens;
  gboolean *is_taken;
  GArray *times;
} QmTimesReader;

/* How many of the tokens from i on are a time of one kind, which it takes. */
typedef gsize (*QmTimesRead) (QmTimesReader *reader, gsize i);

static inline gboolean
matches (const QmTimesReader *reader, gsize i, QmRole role)
{
  return qm_lexicon_match (reader->tokens, i, role, NULL) != NULL;
}

static inline gboolean
follows (const QmTimesReader *reader, gsize i, QmRole role)
{
  return qm_lexicon_match_before (reader->tokens, i, role, NULL) != NULL;
}

/* The whole number at token i, or -1 where none stands there. */
static inline int
whole (const QmTimesReader *reader, gsize i)
{
  const char *written =
      qm_tokens_has (reader->tokens, i, QM_TOKEN_NUMBER) ? reader->tokens->items[i].folded : ".";

  return strspn (written, "0123456789") == strlen (written) && strlen (written) <= 8
             ? atoi (written)
             : -1;
}

static inline gboolean
is_within (int number, int least, int most)
{
  return number >= least && number <= most;
}

static inline gboolean
is_sign (const QmTimesReader *reader, gsize i, const char *sign)
{
  return qm_tokens_is (reader->tokens, i, sign) && qm_tokens_is_glued (reader->tokens, i);
}

/* Token i is a number that touches the sign before it. */
static inline int
joined (const QmTimesReader *reader, gsize i)
{
  return qm_tokens_is_glued (reader->tokens, i) ? whole (reader, i) : -1;
}

static inline void
take (QmTimesReader *reader, gsize first, gsize last)
{
  for (gsize i = first; i < last && i < reader->tokens->n; i++)
    reader->is_taken[i] = TRUE;
}

static inline gsize
skip_ordinal (const QmTimesReader *reader, gsize i)
{
  return qm_tokens_is_glued (reader->tokens, i) &&
                 qm_tokens_is_any (reader->tokens, i, "st|nd|rd|th")
             ? 1
             : 0;
}

/* "lớp 10 năm 2025" */
static inline gboolean
is_of_year (const QmTimesReader *reader, gsize i)
{
  return qm_tokens_is (reader->tokens, i, "năm") && is_within (whole (reader, i + 1), 1900, 2200);
}

/* A unit, scale or half, which neither the "tỷ" of "tỷ lệ" nor the V of "V-League" is. */
static inline gboolean
counts_something (const QmTimesReader *reader, gsize i)
{
  gboolean is_letter = i < reader->tokens->n && strlen (reader->tokens->items[i].folded) == 1 &&
                       is_sign (reader, i + 1, "-") && qm_tokens_is_glued (reader->tokens, i + 2);

  return !is_of_year (reader, i) && !is_letter && !matches (reader, i, QM_ROLE_THING) &&
         (matches (reader, i, QM_ROLE_UNIT) || matches (reader, i, QM_ROLE_CURRENCY) ||
          matches (reader, i, QM_ROLE_SCALE) || matches (reader, i, QM_ROLE_SUBUNIT) ||
          (qm_tokens_is_glued (reader->tokens, i) && matches (reader, i, QM_ROLE_HALF_MORE)));
}

/* What is counted is written small and, where that shows, in the plural, a few words on; else it is
 * the next word. */
static inline gboolean
counts_nouns (const QmTimesReader *reader, gsize i)
{
  if (!reader->lexicon->has_plurals)
    return qm_tokens_continues (reader->tokens, i) && !reader->tokens->items[i].is_capital &&
           matches (reader, i, QM_ROLE_COUNTED) && !is_of_year (reader, i);
  for (gsize k = i; k < i + 3 && qm_tokens_continues (reader->tokens, k); k++) {
    const QmToken *token = &reader->tokens->items[k];

    if (token->kind != QM_TOKEN_WORD || matches (reader, k, QM_ROLE_STOP))
      return FALSE;
    if (token->is_capital)
      continue;
    if (g_str_has_suffix (token->folded, "s") || matches (reader, k, QM_ROLE_PLURAL))
      return TRUE;
  }
  return FALSE;
}

/* "Section 230 dates from", "Formula 1 drivers"; "Number 3" and "Week 12" may begin anything. */
static inline gboolean
is_large_label (const QmTimesReader *reader, gsize i)
{
  return reader->lexicon->has_plurals && reader->tokens->items[i - 1].is_capital &&
         !qm_tokens_is_any (reader->tokens, i - 1, "no|number|numbers|day|week|line|big|top|part");
}

/* "S&P 500 utilities", "bão số 5 đổ bộ", "hotline 1900 9095": with these a number is a name,
 * whatever stands after it; not in "dân số 45". */
static inline gboolean
is_named_thing (const QmTimesReader *reader, gsize i)
{
  const QmLexeme *label = qm_lexicon_match_before (reader->tokens, i, QM_ROLE_LABEL, NULL);

  return label != NULL && (label->value > 0 || is_large_label (reader, i)) &&
         !follows (reader, i, QM_ROLE_THING) && !counts_something (reader, i + 1);
}

/* The bytes of what qm_times_find_part() writes. */
#define QM_TIMES_PART 8

/* The first token of the part of a year that ends before the year at that token, or the token
 * itself: there is none. text is what follows the year in ISO 8601, "-Q3", or after both years of a
 * span, "-01/-09". --- times-parts.c --- */
gsize qm_times_find_part (const QmTimesReader *reader, gsize year, char *text);

/* How many tokens from i on name a part of a year, and taken; 0 for none. */
gsize qm_times_read_part (QmTimesReader *reader, gsize i);

/* How many tokens from i on are a name or its like, and taken; 0 for none. */
gsize qm_times_read_name (QmTimesReader *reader, gsize i);
