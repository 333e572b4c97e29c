/* Numbers as somebody wrote them, "300e9" and "36.0": where a part of a file is written anew, one
 * that was there already keeps its text. */
#pragma once

#include <glib.h>

/* The JSON that is written, with the text of each number of the same value in the JSON before, of
 * length bytes. (takes written) */
char *qm_written_numbers_keep (const char *before, gsize length,
                               char *written) G_GNUC_WARN_UNUSED_RESULT;
