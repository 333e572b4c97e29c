/* The order of words in the language in use (language.h), as ICU has it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Below, at or above zero as a stands before, with or after b. */
int qm_collation_compare (const char *a, const char *b);

G_END_DECLS
