/* The chunks of which a PNG file consists, written into a growing block of bytes
 * (https://www.w3.org/TR/png-3/): a length, a kind of four letters, data and a check sum. */
#pragma once

#include <glib.h>

/* Four bytes, the highest first. */
void qm_png_chunk_add_number (GByteArray *bytes, guint32 number);

void qm_png_chunk_add (GByteArray *png, const char *kind, const guint8 *data, gsize length);

/* A chunk whose data is those bytes as a zlib stream, of which sum is the Adler-32. near and far as
 * qm_deflate() takes them. */
void qm_png_chunk_add_compressed (GByteArray *png, const char *kind, const guint8 *data,
                                  gsize length, gsize near, gsize far, guint32 sum);

/* A text in UTF-8 with its language ("" for none). */
void qm_png_chunk_add_text (GByteArray *png, gboolean is_compressed, const char *key,
                            const char *text, const char *language);
