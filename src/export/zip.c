/* https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3 */
#include "export/zip.h"

#include "base/words.h"

#include <string.h>
#include <zlib.h>

#define LOCAL_SIGNATURE 0x04034b50
#define CENTRAL_SIGNATURE 0x02014b50
#define END_SIGNATURE 0x06054b50

#define VERSION 20 /* 2.0: files can be deflated */
#define UNIX (3 << 8)
#define REGULAR_FILE (0100644u << 16)

/* The first of January 1980. ZIP keeps local times: any other would tell where the file was made.
 */
#define DATE 0x21

/* What the fields of length 4 and of length 2 can say. A GByteArray ends there, too. */
#define MAX_LENGTH G_MAXUINT32
#define MAX_FILES G_MAXUINT16

struct _QmZip {
  GByteArray *bytes;     /* headers and files */
  GByteArray *directory; /* what is to stand after them */
  guint n_files;
  gboolean is_too_large;
};

QmZip *
qm_zip_new (void)
{
  QmZip *zip = g_new0 (QmZip, 1);

  zip->bytes = g_byte_array_new ();
  zip->directory = g_byte_array_new ();
  return zip;
}

void
qm_zip_free (QmZip *zip)
{
  if (zip == NULL)
    return;
  g_byte_array_unref (zip->bytes);
  g_byte_array_unref (zip->directory);
  g_free (zip);
}

static void
append_number (GByteArray *bytes, guint n_bytes, gsize number)
{
  for (guint i = 0; i < n_bytes; i++, number >>= 8)
    g_byte_array_append (bytes, &(guint8) { (guint8) number }, 1);
}

/* What both headers of a file say of it. */
static void
append_facts (GByteArray *bytes, const char *name, GBytes *file, gsize n_stored,
              gboolean is_deflated)
{
  gsize length;
  const Bytef *data = g_bytes_get_data (file, &length);

  append_number (bytes, 2, VERSION);
  append_number (bytes, 2, 0);
  append_number (bytes, 2, is_deflated ? Z_DEFLATED : 0);
  append_number (bytes, 2, 0);
  append_number (bytes, 2, DATE);
  append_number (bytes, 4, crc32_z (0, data, length));
  append_number (bytes, 4, n_stored);
  append_number (bytes, 4, length);
  append_number (bytes, 2, strlen (name));
  append_number (bytes, 2, 0);
}

static void
append_to_directory (QmZip *zip, const char *name, GBytes *file, gsize n_stored,
                     gboolean is_deflated)
{
  append_number (zip->directory, 4, CENTRAL_SIGNATURE);
  append_number (zip->directory, 2, UNIX | VERSION);
  append_facts (zip->directory, name, file, n_stored, is_deflated);
  append_number (zip->directory, 2, 0);
  append_number (zip->directory, 2, 0);
  append_number (zip->directory, 2, 0);
  append_number (zip->directory, 4, REGULAR_FILE);
  append_number (zip->directory, 4, zip->bytes->len);
  g_byte_array_append (zip->directory, (const guint8 *) name, (guint) strlen (name));
}

/* Without the header of a zlib stream. */
static GBytes *
deflate_bytes (GBytes *file)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);
  z_stream stream = { .next_in = (Bytef *) data, .avail_in = (uInt) length };
  guint8 *deflated;
  int result =
      deflateInit2 (&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);

  g_assert (result == Z_OK);
  stream.avail_out = (uInt) deflateBound (&stream, length);
  deflated = g_malloc (stream.avail_out);
  stream.next_out = deflated;
  result = deflate (&stream, Z_FINISH);
  g_assert (result == Z_STREAM_END);
  deflateEnd (&stream);
  return g_bytes_new_take (deflated, stream.total_out);
}

void
qm_zip_add (QmZip *zip, const char *name, GBytes *bytes, gboolean is_deflated)
{
  g_autoptr (GBytes) stored = NULL;
  gsize length = g_bytes_get_size (bytes);
  const guint8 *data;

  /* Neither the headers nor what cannot be made smaller takes as much as that again. */
  if (2 * (guint64) length + zip->bytes->len > MAX_LENGTH || zip->n_files == MAX_FILES) {
    zip->is_too_large = TRUE;
    return;
  }
  stored = is_deflated ? deflate_bytes (bytes) : g_bytes_ref (bytes);
  data = g_bytes_get_data (stored, &length);
  append_to_directory (zip, name, bytes, length, is_deflated);
  append_number (zip->bytes, 4, LOCAL_SIGNATURE);
  append_facts (zip->bytes, name, bytes, length, is_deflated);
  g_byte_array_append (zip->bytes, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (zip->bytes, data, (guint) length);
  zip->n_files++;
}

GBytes *
qm_zip_end (QmZip *zip, GError **error)
{
  gsize directory_start = zip->bytes->len;

  if (zip->is_too_large) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("the slides would be larger than such a file can be: export fewer "
                            "charts, or smaller ones"));
    return NULL;
  }
  g_byte_array_append (zip->bytes, zip->directory->data, zip->directory->len);
  append_number (zip->bytes, 4, END_SIGNATURE);
  append_number (zip->bytes, 4, 0);
  append_number (zip->bytes, 2, zip->n_files);
  append_number (zip->bytes, 2, zip->n_files);
  append_number (zip->bytes, 4, zip->directory->len);
  append_number (zip->bytes, 4, directory_start);
  append_number (zip->bytes, 2, 0);
  return g_bytes_new (zip->bytes->data, zip->bytes->len);
}
