/* What the files of format.h share: format.c writes numbers, format-date.c dates. */
#pragma once

#include "base/format.h"

#include <unicode/utypes.h>

G_BEGIN_DECLS

/* How a language writes what ICU leaves open. Patterns:
 * https://unicode.org/reports/tr35/tr35-dates.html */
typedef struct {
  const char *code;
  const char *locale;         /* ICU's */
  const char *currency_width; /* "US$" or "USD" */
  const char *day, *month, *quarter;
  const char *brief_day, *brief_month; /* beside others of the same year */
} QmFormatLanguage;

/* That in use. */
const QmFormatLanguage *qm_format_language (void);

/* Takes ICU's text. With ordinary spaces, so that a figure can be searched for and wrapped. */
char *qm_format_text_from_icu (const gunichar2 *text, int32_t length) G_GNUC_WARN_UNUSED_RESULT;

/* What ICU takes long to open is kept, for each thread of its own: ICU's date formatters change
 * when they are used. The keys are a locale and a skeleton or pattern. tables was made by
 * G_PRIVATE_INIT (qm_format_free_table). */
GHashTable *qm_format_get_table (GPrivate *tables, GDestroyNotify close);

void qm_format_free_table (gpointer table);

G_END_DECLS
