/* Files that somebody else may have made: what is no ordinary file, or too large, is refused before
 * a byte of it is read. */
#pragma once

#include <glib.h>

/* Bytes of a file that is worth reading: a dataset has less (dataset/reader.h), a picture at most.
 */
#define QM_FILE_MAX_LENGTH (64 * 1024 * 1024)

/* The bytes of an ordinary file of at most limit bytes. NULL if and only if error is set: to a
 * G_FILE_ERROR with a sentence that names the file. A FIFO or a device is never waited for. */
GBytes *qm_file_read (const char *path, gsize limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same of what comes by a descriptor, a pipe or the like, until its end; name is what a message
 * calls it. */
GBytes *qm_file_read_stream (int descriptor, const char *name, gsize limit,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if it is an ordinary file that begins with these bytes. */
gboolean qm_file_begins_with (const char *path, gconstpointer bytes, gsize length);
