#include "export/zip.h"

#include "base/words.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

struct _QmZip {
  struct archive *archive;
  GByteArray *bytes;
  GError *error; /* the first one */
};

static la_ssize_t
write_bytes (G_GNUC_UNUSED struct archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, (guint) length);
  return (la_ssize_t) length;
}

/* libarchive's warnings are about what was left out, which is an error here. */
static void
check (QmZip *zip, int result)
{
  if (result == ARCHIVE_OK || zip->error != NULL)
    return;
  zip->error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, _ ("the slides could not be packed: %s"),
                            archive_error_string (zip->archive));
}

QmZip *
qm_zip_new (void)
{
  QmZip *zip = g_new0 (QmZip, 1);

  zip->bytes = g_byte_array_new ();
  zip->archive = archive_write_new ();
  check (zip, archive_write_set_format_zip (zip->archive));
  /* Blocks are for tapes. */
  check (zip, archive_write_set_bytes_per_block (zip->archive, 0));
  check (zip, archive_write_open (zip->archive, zip->bytes, NULL, write_bytes, NULL));
  return zip;
}

void
qm_zip_free (QmZip *zip)
{
  if (zip == NULL)
    return;
  archive_write_free (zip->archive);
  g_byte_array_unref (zip->bytes);
  g_clear_error (&zip->error);
  g_free (zip);
}

/* No time is set: ZIP keeps local times, which would tell where the file was made. Readers show the
 * first of January 1980. */
static void
add (QmZip *zip, const char *name, const char *data, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  check (zip, archive_write_header (zip->archive, entry));
  archive_entry_free (entry);

  if (zip->error == NULL && archive_write_data (zip->archive, data, length) != (la_ssize_t) length)
    check (zip, ARCHIVE_FATAL);
}

void
qm_zip_add (QmZip *zip, const char *name, const char *data, gsize length)
{
  check (zip, archive_write_zip_set_compression_deflate (zip->archive));
  add (zip, name, data, length);
}

void
qm_zip_add_stored (QmZip *zip, const char *name, const char *data, gsize length)
{
  check (zip, archive_write_zip_set_compression_store (zip->archive));
  add (zip, name, data, length);
}

/* --- The plain start ---
 *
 * libarchive gives every file extra fields and writes its length and checksum behind it. Here the
 * first file is cut down to header, name and data, and everything behind it moves up:
 *
 *   header 30 | name | extra | data | descriptor     →     header 30 | name | data
 */

#define LOCAL_SIGNATURE 0x04034b50
#define DESCRIPTOR_SIGNATURE 0x08074b50
#define CENTRAL_SIGNATURE 0x02014b50
#define END_SIGNATURE 0x06054b50

#define LOCAL_SIZE 30
#define DESCRIPTOR_SIZE 16
#define CENTRAL_SIZE 46
#define END_SIZE 22

#define LENGTHS_FOLLOW (1 << 3)

static guint32
read_number (const guint8 *at, gsize n_bytes)
{
  guint32 number = 0;

  for (gsize i = n_bytes; i > 0; i--)
    number = number << 8 | at[i - 1];
  return number;
}

static void
write_number (guint8 *at, gsize n_bytes, guint32 number)
{
  for (gsize i = 0; i < n_bytes; i++, number >>= 8)
    at[i] = (guint8) number;
}

static void
clear_flag (guint8 *flags)
{
  write_number (flags, 2, read_number (flags, 2) & ~(guint32) LENGTHS_FOLLOW);
}

/* Makes the directory at the end say where everything is now. */
static void
move_directory (GByteArray *bytes, guint32 moved)
{
  guint8 *end = bytes->data + bytes->len - END_SIZE;
  guint32 n_files = read_number (end + 10, 2);
  guint8 *file;

  g_assert (read_number (end, 4) == END_SIGNATURE);
  write_number (end + 16, 4, read_number (end + 16, 4) - moved);
  file = bytes->data + read_number (end + 16, 4);

  for (guint32 i = 0; i < n_files; i++) {
    g_assert (read_number (file, 4) == CENTRAL_SIGNATURE);
    if (i == 0)
      clear_flag (file + 8);
    else
      write_number (file + 42, 4, read_number (file + 42, 4) - moved);
    file += CENTRAL_SIZE + read_number (file + 28, 2) + read_number (file + 30, 2) +
            read_number (file + 32, 2);
  }
}

static void
make_plain_start (GByteArray *bytes)
{
  const guint8 *end = bytes->data + bytes->len - END_SIZE;
  const guint8 *central = bytes->data + read_number (end + 16, 4);
  guint32 length = read_number (central + 24, 4);
  guint8 *header = bytes->data;
  guint32 name_length = read_number (header + 26, 2), extra_length = read_number (header + 28, 2);
  guint32 extra = LOCAL_SIZE + name_length;
  guint32 descriptor = extra + extra_length + length;

  g_assert (read_number (header, 4) == LOCAL_SIGNATURE);
  g_assert (read_number (header + 6, 2) & LENGTHS_FOLLOW);
  g_assert (read_number (bytes->data + descriptor, 4) == DESCRIPTOR_SIGNATURE);

  clear_flag (header + 6);
  memcpy (header + 14, bytes->data + descriptor + 4, 12); /* checksum and both lengths */
  write_number (header + 28, 2, 0);
  g_byte_array_remove_range (bytes, descriptor, DESCRIPTOR_SIZE);
  g_byte_array_remove_range (bytes, extra, extra_length);
  move_directory (bytes, DESCRIPTOR_SIZE + extra_length);
}

GBytes *
qm_zip_end (QmZip *zip, gboolean has_plain_start, GError **error)
{
  if (zip->error == NULL)
    check (zip, archive_write_close (zip->archive));
  if (zip->error != NULL) {
    g_propagate_error (error, g_steal_pointer (&zip->error));
    return NULL;
  }
  if (has_plain_start)
    make_plain_start (zip->bytes);
  return g_bytes_new (zip->bytes->data, zip->bytes->len);
}
