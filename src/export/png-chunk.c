#include "export/png-chunk.h"

#include <string.h>

void
qm_png_chunk_add_number (GByteArray *bytes, guint32 number)
{
  const guint32 highest_first = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &highest_first, sizeof highest_first);
}

/* The chunk begins at that place: now its length is known, and its check sum follows. */
static void
end_chunk (GByteArray *png, guint start)
{
  const guint32 length = GUINT32_TO_BE (png->len - start - 8);
  guint32 sum = libdeflate_crc32 (0, png->data + start + 4, png->len - start - 4);

  memcpy (png->data + start, &length, sizeof length);
  qm_png_chunk_add_number (png, sum);
}

static guint
begin_chunk (GByteArray *png, const char *kind)
{
  guint start = png->len;

  qm_png_chunk_add_number (png, 0);
  g_byte_array_append (png, (const guint8 *) kind, 4);
  return start;
}

void
qm_png_chunk_add (GByteArray *png, const char *kind, const guint8 *data, gsize length)
{
  guint start = begin_chunk (png, kind);

  if (length > 0)
    g_byte_array_append (png, data, (guint) length);
  end_chunk (png, start);
}

static void
append_compressed (GByteArray *png, struct libdeflate_compressor *compressor, const guint8 *data,
                   gsize length)
{
  gsize most = libdeflate_zlib_compress_bound (compressor, length);
  g_autofree guint8 *stream = g_malloc (most);
  gsize n = libdeflate_zlib_compress (compressor, data, length, stream, most);

  g_assert (n > 0);
  g_byte_array_append (png, stream, (guint) n);
}

void
qm_png_chunk_add_compressed (GByteArray *png, struct libdeflate_compressor *compressor,
                             const char *kind, const guint8 *data, gsize length)
{
  guint start = begin_chunk (png, kind);

  append_compressed (png, compressor, data, length);
  end_chunk (png, start);
}

/* With the zero at its end. */
static void
append_word (GByteArray *png, const char *word)
{
  g_byte_array_append (png, (const guint8 *) word, (guint) strlen (word) + 1);
}

void
qm_png_chunk_add_text (GByteArray *png, struct libdeflate_compressor *compressor, const char *key,
                       const char *text, const char *language)
{
  const guint8 compression[] = { compressor != NULL, 0 };
  guint start = begin_chunk (png, "iTXt");

  append_word (png, key);
  g_byte_array_append (png, compression, sizeof compression);
  append_word (png, language);
  append_word (png, ""); /* the key in that language */
  if (compressor != NULL)
    append_compressed (png, compressor, (const guint8 *) text, strlen (text));
  else
    g_byte_array_append (png, (const guint8 *) text, (guint) strlen (text));
  end_chunk (png, start);
}
