/* The order of words in the language in use (language.h), as ICU has it; numbers in them by their
 * value, so that "¶4" stands before "¶11". */
#pragma once

#include <glib.h>

/* A key of the text: strcmp() puts keys in the order of their texts. */
char *qm_collation_key (const char *text) G_GNUC_WARN_UNUSED_RESULT;
