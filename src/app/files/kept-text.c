#include "app/files/kept-text.h"

#include "base/file.h"
#include "export/write.h"

#include <glib/gstdio.h>
#include <string.h>

/* Permissions of the folder: what is in it is the reader's alone. */
#define MODE 0700

/* An address is no name of a file. */
static char *
make_path (const char *key)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  g_autofree char *name = g_strconcat (sum, ".json", NULL);

  return g_build_filename (g_get_user_data_dir (), "quymo", "texts", name, NULL);
}

char *
qm_kept_text_read (const char *key)
{
  g_autofree char *path = make_path (key);
  g_autoptr (GBytes) bytes = qm_file_read (path, QM_FILE_MAX_LENGTH, NULL);
  gsize length;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return text != NULL && g_utf8_validate (text, (gssize) length, NULL) ? g_strndup (text, length)
                                                                       : NULL;
}

void
qm_kept_text_write (const char *key, const char *json)
{
  g_autofree char *path = make_path (key), *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) bytes = NULL;

  if (json == NULL) {
    g_unlink (path);
    /* Which stays where there are others. */
    g_rmdir (folder);
    return;
  }
  bytes = g_bytes_new (json, strlen (json));
  g_mkdir_with_parents (folder, MODE);
  qm_write_file (path, bytes, TRUE, NULL);
}
