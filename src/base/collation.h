/* The order of words in the language in use (language.h), as ICU has it; numbers in them by their
 * value, so that "¶4" stands before "¶11". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Below, at or above zero as a stands before, with or after b. */
int qm_collation_compare (const char *a, const char *b);

/* Keys that strcmp() puts in the order of their texts: for many of them. */
char *qm_collation_key (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
