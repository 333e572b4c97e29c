#include "app/files/settings-file.h"

#include "export/write.h"

#include <glib/gstdio.h>

static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "quymo", "settings.ini", NULL);
}

GKeyFile *
qm_settings_file_load (void)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *path = get_path ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
  return file;
}

gboolean
qm_settings_file_save (GKeyFile *file, GError **error)
{
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  gsize length;
  char *text = g_key_file_to_data (file, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);

  g_mkdir_with_parents (folder, 0700);
  return qm_write_file (path, bytes, TRUE, error);
}
