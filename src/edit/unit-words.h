/* Units as people write them, beside the names that they have in a file. */
#pragma once

#include <glib.h>

/* The unit of a file in words of the language in use, "%" or "đồng mỗi năm", which are read as it
 * again; as the file has it where none are, and in English, the language of the file. */
char *qm_unit_words_write (const char *unit) G_GNUC_WARN_UNUSED_RESULT;

/* The unit of a file that is typed in whichever of the two ways; what is typed where it is none. */
char *qm_unit_words_read (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
