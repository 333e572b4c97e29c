/* https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3 */
#include "base/unzip.h"

#include "base/inflate.h"
#include "base/words.h"

#include <string.h>
#include <zlib.h>

#define LOCAL_SIGNATURE 0x04034b50
#define CENTRAL_SIGNATURE 0x02014b50
#define END_SIGNATURE 0x06054b50

/* Bytes of each header before what has no fixed length; and of the longest comment at the end. */
#define LOCAL_LENGTH 30
#define CENTRAL_LENGTH 46
#define END_LENGTH 22
#define MAX_COMMENT 65535

#define STORED 0
#define ENCRYPTED 1

/* What the directory says of a file. */
typedef struct {
  guint flags, method;
  guint32 sum;
  gsize stored; /* bytes, as it is packed */
  gsize start;  /* of its local header */
} Entry;

/* Little-endian. */
static guint32
read_number (const guint8 *bytes, guint n_bytes)
{
  guint32 number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number |= (guint32) bytes[i] << (8 * i);
  return number;
}

/* Where the directory begins, and how many files it has. */
static gboolean
find_directory (const guint8 *bytes, gsize length, gsize *start, guint *n_files)
{
  if (length < END_LENGTH)
    return FALSE;
  for (gsize back = END_LENGTH; back <= MIN (length, END_LENGTH + MAX_COMMENT); back++) {
    const guint8 *end = bytes + length - back;

    if (read_number (end, 4) != END_SIGNATURE)
      continue;
    *n_files = read_number (end + 10, 2);
    *start = read_number (end + 16, 4);
    return *start < length;
  }
  return FALSE;
}

static gboolean
find (GBytes *archive, const char *name, Entry *entry)
{
  gsize length, at;
  const guint8 *bytes = g_bytes_get_data (archive, &length);
  gsize name_length = strlen (name);
  guint n_files;

  if (bytes == NULL || !find_directory (bytes, length, &at, &n_files))
    return FALSE;
  for (guint i = 0; i < n_files && length - at >= CENTRAL_LENGTH; i++) {
    const guint8 *header = bytes + at;
    gsize n = read_number (header + 28, 2);
    gsize all = CENTRAL_LENGTH + n + read_number (header + 30, 2) + read_number (header + 32, 2);

    if (read_number (header, 4) != CENTRAL_SIGNATURE || length - at < all)
      return FALSE;
    if (n == name_length && memcmp (header + CENTRAL_LENGTH, name, n) == 0) {
      *entry = (Entry) {
        .flags = read_number (header + 8, 2),
        .method = read_number (header + 10, 2),
        .sum = read_number (header + 16, 4),
        .stored = read_number (header + 20, 4),
        .start = read_number (header + 42, 4),
      };
      return TRUE;
    }
    at += all;
  }
  return FALSE;
}

/* The bytes as they are packed; NULL where they are not all there. */
static const guint8 *
find_packed (GBytes *archive, const Entry *entry)
{
  gsize length, skip;
  const guint8 *bytes = g_bytes_get_data (archive, &length);

  if (entry->start > length || length - entry->start < LOCAL_LENGTH ||
      read_number (bytes + entry->start, 4) != LOCAL_SIGNATURE)
    return NULL;
  skip = entry->start + LOCAL_LENGTH + read_number (bytes + entry->start + 26, 2) +
         read_number (bytes + entry->start + 28, 2);
  return skip <= length && length - skip >= entry->stored ? bytes + skip : NULL;
}

static GBytes *
unpack (const guint8 *packed, const Entry *entry, gsize limit, gboolean *is_larger)
{
  GByteArray *bytes;

  if (entry->method != STORED) {
    bytes = entry->method == Z_DEFLATED ? qm_inflate (packed, entry->stored, TRUE, limit, is_larger)
                                        : NULL;
    return bytes != NULL ? g_byte_array_free_to_bytes (bytes) : NULL;
  }
  *is_larger = entry->stored > limit;
  return g_bytes_new (packed, MIN (entry->stored, limit));
}

gboolean
qm_unzip_recognizes (GBytes *archive)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (archive, &length);

  return length >= LOCAL_LENGTH && read_number (bytes, 4) == LOCAL_SIGNATURE;
}

gboolean
qm_unzip_has (GBytes *archive, const char *name)
{
  Entry entry;

  return find (archive, name, &entry);
}

GBytes *
qm_unzip_read (GBytes *archive, const char *name, gsize limit, GError **error)
{
  Entry entry;
  const guint8 *packed;
  gboolean is_larger = FALSE;
  g_autoptr (GBytes) bytes = NULL;

  if (!find (archive, name, &entry)) {
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                 /* Translators: the name of a part of an office document */
                 _ ("it has no part “%s”, or is not all there"), name);
    return NULL;
  }
  if ((entry.flags & ENCRYPTED) != 0) {
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_ACCES,
                         _ ("it is locked with a password"));
    return NULL;
  }
  packed = find_packed (archive, &entry);
  bytes = packed != NULL ? unpack (packed, &entry, limit, &is_larger) : NULL;
  if (is_larger)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC,
                 _ ("its part “%s” is larger than %u MB when it is unpacked"), name,
                 (guint) (limit >> 20));
  else if (bytes == NULL ||
           crc32_z (0, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) != entry.sum)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _ ("its part “%s” is damaged"), name);
  else
    return g_steal_pointer (&bytes);
  return NULL;
}
