/* The files in a ZIP archive, as office documents are packed. Whoever made it may mean harm: what
 * it says of itself is believed of nothing, and no file is unpacked beyond a limit. */
#pragma once

#include <glib.h>

/* TRUE if the bytes begin as an archive does. */
gboolean qm_unzip_recognizes (GBytes *archive);

/* TRUE if there is a file of that name. */
gboolean qm_unzip_has (GBytes *archive, const char *name);

/* The file of that name, of at most limit bytes. NULL if and only if error is set, to a
 * G_FILE_ERROR with a sentence without a full stop: G_FILE_ERROR_NOENT where there is none. */
GBytes *qm_unzip_read (GBytes *archive, const char *name, gsize limit,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
