/* The format's own words, as a form has them. */
#pragma once

#include <glib.h>

/* What "about" is called, which stands at the key "precision"; "" is that there is nothing. Static
 * storage. */
const char *qm_choice_words (const char *key, const char *value);
