/* What a file is that is neither a dataset nor a text or a table, by its first bytes: for a
 * sentence that says it and what would work. */
#pragma once

#include <glib.h>

/* The sentence, in the language in use, which begins with the file's name; NULL for what may be a
 * dataset, a text or a table. */
char *qm_file_kind_explain (const char *name, const void *bytes,
                            gsize length) G_GNUC_WARN_UNUSED_RESULT;

/* Bytes that are enough to tell. */
#define QM_FILE_KIND_LENGTH 4096
