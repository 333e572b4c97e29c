/* What the files of format.h share: format.c writes numbers, format-measure.c what
 * has a unit, format-date.c dates. */
#pragma once

#include "base/format.h"

/* How a language writes what ICU leaves open, and dates. Of patterns for dates the letters d, M,
 * MMM (the month's name), Q and y are as in https://unicode.org/reports/tr35/tr35-dates.html */
typedef struct {
  const char *code;
  const char *locale;         /* ICU's */
  const char *currency_width; /* "US$" or "USD" */
  const char *day, *month, *quarter;
  const char *brief_day, *brief_month; /* beside others of the same year */
} QmFormatLanguage;

/* That in use. */
const QmFormatLanguage *qm_format_language (void);

/* ICU's skeleton of a number with these digits, which says nothing of its unit. */
char *qm_format_number_skeleton (double value, QmDigits digits) G_GNUC_WARN_UNUSED_RESULT;

/* What ICU makes of the value by the skeleton; NULL if it cannot do it. */
char *qm_format_with_icu (const char *skeleton, double value) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if it can do it in every language of the program. */
gboolean qm_format_can_icu (const char *skeleton);
