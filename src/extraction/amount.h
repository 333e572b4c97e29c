/* A number with what it counts: "US$2.24 per mmBTU", "3.9 million headsets", "15 years". */
#pragma once

#include "extraction/number.h"

typedef struct {
  QmNumber numeral;
  gsize first, last; /* tokens, from first up to but not including last */
  gsize number;      /* the token at which the number begins */
  const char *unit;  /* as in QmFinding, or NULL */
  gsize sign_first,
      sign_last; /* the currency's tokens before the number; none where they are equal */
  gsize unit_first, unit_last; /* the unit's tokens after it; none where they are equal */
} QmAmount;

/* Reads the amount that begins at token i. FALSE, and no change, where none does. */
gboolean qm_amount_read (const QmLexicon *lexicon, QmNumberStyle style, const QmTokens *tokens,
                         gsize i, QmAmount *amount);

/* Reads what is counted from token i on, into the unit of the amount. is_one: one thing. */
void qm_amount_read_unit (const QmLexicon *lexicon, const QmTokens *tokens, gsize i,
                          gboolean is_one, QmAmount *amount);

/* TRUE where token i is, right after a number, the "m68" of "1m68". "50m2" are square metres. */
gboolean qm_amount_is_metres (const QmTokens *tokens, gsize i);

/* The second amount of a range has the currency's sign of the first: "$10-15 million a year". */
void qm_amount_take_sign (const QmLexicon *lexicon, const QmTokens *tokens, const QmAmount *from,
                          QmAmount *amount);

/* The unit as it is written, with the currency's sign first; NULL for none. */
char *qm_amount_get_unit_text (const QmAmount *amount,
                               const QmTokens *tokens) G_GNUC_WARN_UNUSED_RESULT;
