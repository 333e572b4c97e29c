/* What the files of format.h share: format.c writes numbers, format-date.c dates. */
#pragma once

#include "base/format.h"

G_BEGIN_DECLS

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

G_END_DECLS
