/* Texts from files that do not say how their letters are written as bytes. */
#pragma once

#include <glib.h>

/* The text in UTF-8, without a byte order mark. What is not in UTF-8 is converted where it is sure
 * what it is, and *encoding becomes the name of that, for people; it becomes NULL for UTF-8. NULL
 * if and only if error is set, to G_CONVERT_ERROR_ILLEGAL_SEQUENCE: for what is no text, or one in
 * an encoding that nobody can be sure of. */
char *qm_encoding_read (GBytes *bytes, char **encoding, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same of a table, which has few words to be sure by: where nobody can be, in the encoding of
 * old machines that is most likely of those words. NULL for what is no text. */
char *qm_encoding_read_likely (GBytes *bytes, char **encoding) G_GNUC_WARN_UNUSED_RESULT;

/* The text in UTF-8 of bytes in an encoding of that name ("windows-1252", "UTF-16LE"). NULL if and
 * only if error is set, as above: also for a name that nobody knows. */
char *qm_encoding_read_as (GBytes *bytes, const char *encoding,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
