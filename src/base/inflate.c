#include "base/inflate.h"

#include <zlib.h>

GByteArray *
qm_inflate (gconstpointer packed, gsize length, gboolean is_raw, gsize limit, gboolean *is_larger)
{
  z_stream stream = { .next_in = (Bytef *) packed, .avail_in = (uInt) length };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 piece[65536];
  int status = inflateInit2 (&stream, is_raw ? -MAX_WBITS : MAX_WBITS);

  while (status == Z_OK && bytes->len <= limit) {
    stream.next_out = piece;
    stream.avail_out = sizeof piece;
    status = inflate (&stream, Z_NO_FLUSH);
    g_byte_array_append (bytes, piece, (guint) (sizeof piece - stream.avail_out));
  }
  inflateEnd (&stream);
  if (is_larger != NULL)
    *is_larger = bytes->len > limit;
  return status == Z_STREAM_END && bytes->len <= limit ? g_steal_pointer (&bytes) : NULL;
}
