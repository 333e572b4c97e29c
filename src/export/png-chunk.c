#include "export/png-chunk.h"

#include "base/deflate.h"

#include <string.h>
#include <zlib.h>

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
  guint32 sum = (guint32) crc32_z (0, png->data + start + 4, png->len - start - 4);

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

/* 32 KiB of what came before can be repeated, and it was compressed the fastest way. */
static const guint8 zlib_header[] = { 0x78, 0x01 };

static void
append_compressed (GByteArray *png, const guint8 *data, gsize length, gsize near, gsize far,
                   guint32 sum)
{
  g_byte_array_append (png, zlib_header, sizeof zlib_header);
  qm_deflate (png, data, length, near, far);
  qm_png_chunk_add_number (png, sum);
}

void
qm_png_chunk_add_compressed (GByteArray *png, const char *kind, const guint8 *data, gsize length,
                             gsize near, gsize far, guint32 sum)
{
  guint start = begin_chunk (png, kind);

  append_compressed (png, data, length, near, far, sum);
  end_chunk (png, start);
}

/* With the zero at its end. */
static void
append_word (GByteArray *png, const char *word)
{
  g_byte_array_append (png, (const guint8 *) word, (guint) strlen (word) + 1);
}

void
qm_png_chunk_add_text (GByteArray *png, gboolean is_compressed, const char *key, const char *text,
                       const char *language)
{
  const guint8 compression[] = { is_compressed ? 1 : 0, 0 };
  const guint8 *bytes = (const guint8 *) text;
  gsize length = strlen (text);
  guint start = begin_chunk (png, "iTXt");

  append_word (png, key);
  g_byte_array_append (png, compression, sizeof compression);
  append_word (png, language);
  append_word (png, ""); /* the key in that language */
  if (is_compressed)
    append_compressed (png, bytes, length, 0, 0, (guint32) adler32_z (1, bytes, length));
  else
    g_byte_array_append (png, bytes, (guint) length);
  end_chunk (png, start);
}
