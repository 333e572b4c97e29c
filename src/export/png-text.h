/* The texts in a PNG file, read without its pixels: a library that decodes the whole picture gives
 * memory to whatever a damaged or hostile file claims to hold. */
#pragma once

#include <gio/gio.h>

/* What every PNG begins with. */
extern const guint8 qm_png_signature[8];

/* Sets texts to the first text of each of the n keys, NULL where there is none, also where it is
 * longer than a dataset can be or its check sum is wrong. FALSE, with error set to a sentence and
 * texts unchanged, where the file is damaged. The texts need not be UTF-8. */
gboolean qm_png_text_read (GBytes *png, const char *const *keys, char **texts, gsize n,
                           GError **error);
