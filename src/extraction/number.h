/* A number as a text writes it: in digits, in words or as both ("1.2 million"), or as a part
 * ("two thirds", "1/3"). */
#pragma once

#include "extraction/lexicon.h"

/* How the numbers of a text are to be read. */
typedef struct {
  char decimal;             /* the sign before a decimal fraction, '.' or ',' */
  gboolean has_other_signs; /* the text has numbers with the other one, too */
} QmNumberStyle;

typedef struct {
  double value;
  double other_value; /* what it were with the other decimal sign, where that is in doubt; or NAN */
  gsize n_tokens;
  gboolean is_written; /* in digits */
  gboolean is_plain;   /* digits and nothing else: it may be a name or a date */
  gboolean has_scale;  /* words such as million are part of it */
  double scale;        /* what they multiply it by; else 1 */
  gboolean is_part;
} QmNumber;

/* By the language of the lexicon and all numbers of the text that can be read in one way only. */
QmNumberStyle qm_number_style (const QmLexicon *lexicon, QmTokens *const *paragraphs,
                               gsize n_paragraphs);

/* Reads the number that begins at token i. "5m" is five million only where it is an amount of
 * money, else five metres. FALSE, and no change, where no number begins. */
gboolean qm_number_read (QmNumberStyle style, const QmTokens *tokens, gsize i, gboolean is_money,
                         QmNumber *numeral);

/* How many tokens from i on are one number, its groups of three digits divided by spaces: 2 of "12
 * 500 tonnes", where it counts something; else 1. */
gsize qm_number_count_groups (const QmTokens *tokens, gsize i);
