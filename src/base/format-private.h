/* What the files of format.h share: format-number.c writes numbers, format.c says how they are
 * rounded and writes money, format-measure.c what has a unit, format-date.c dates. */
#pragma once

#include "base/format.h"

G_BEGIN_DECLS

#define QM_FORMAT_N_WORDS 3

/* How a language writes numbers, as ICU does, what that leaves open, and dates. Of patterns for
 * dates the letters d, M, MMM (the month's name), Q and y are as in
 * https://unicode.org/reports/tr35/tr35-dates.html */
typedef struct {
  const char *code;
  const char *locale; /* ICU's */
  const char *decimal_sign, *thousands_sign;
  const char *words[QM_FORMAT_N_WORDS]; /* for a million, and a thousand times each before */
  gboolean has_currency_codes;          /* "300 USD", not "US$300" */
  const char *day, *month, *quarter;
  const char *brief_day, *brief_month; /* beside others of the same year */
} QmFormatLanguage;

/* That in use. */
const QmFormatLanguage *qm_format_language (void);

typedef struct {
  int power;         /* of ten, by which the number is multiplied first: 2 for what is in percent */
  int n_digits;      /* significant ones, zeros among them; 0: as many as there are */
  int n_decimals;    /* as many as that, instead; 0: as above */
  gboolean in_words; /* of a million at least */
} QmFormatRounding;

/* Half of the last digit goes to the even one. */
char *qm_format_rounded (double value, QmFormatRounding rounding) G_GNUC_WARN_UNUSED_RESULT;

/* ICU's skeleton of a number with these digits, which says nothing of its unit. */
char *qm_format_number_skeleton (double value, QmDigits digits) G_GNUC_WARN_UNUSED_RESULT;

/* What ICU makes of the value by the skeleton; NULL if it cannot do it. */
char *qm_format_with_icu (const char *skeleton, double value) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if it can do it in every language of the program. */
gboolean qm_format_can_icu (const char *skeleton);

G_END_DECLS
