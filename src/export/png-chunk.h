/* The chunks of which a PNG file consists, written into a growing block of bytes
 * (https://www.w3.org/TR/png-3/): a length, a kind of four letters, data and a check sum. */
#pragma once

#include <libdeflate.h>

#include <glib.h>

/* Four bytes, the highest first. */
void qm_png_chunk_add_number (GByteArray *bytes, guint32 number);

void qm_png_chunk_add (GByteArray *png, const char *kind, const guint8 *data, gsize length);

/* A chunk whose data is data as a zlib stream. */
void qm_png_chunk_add_compressed (GByteArray *png, struct libdeflate_compressor *compressor,
                                  const char *kind, const guint8 *data, gsize length);

/* A text in UTF-8 with its language ("" for none), compressed unless compressor is NULL. */
void qm_png_chunk_add_text (GByteArray *png, struct libdeflate_compressor *compressor,
                            const char *key, const char *text, const char *language);
