/* What the files of numbers share. number-digits.c reads those in digits, by the signs in them;
 * number.c those in words, and what stands behind digits. */
#pragma once

#include "extraction/number.h"

typedef struct {
  int n_points, n_commas;
  gsize before, after; /* digits before the first and after the last of these signs */
  char last;           /* which sign that is; '\0' for none */
} QmNumberSigns;

QmNumberSigns qm_number_find_signs (const char *written);

/* 1,234 may be a thousand or one: it depends on who writes it. */
gboolean qm_number_is_ambiguous (const char *written, const QmNumberSigns *signs);

/* decimal is the sign before a decimal fraction where that is in doubt. FALSE, and no value to go
 * by, for what is no number. */
gboolean qm_number_parse_digits (const char *written, char decimal, double *value);
