#include "export/export.h"

#include "chart/description.h"
#include "export/png.h"

#include <glib/gi18n.h>

GBytes *
qm_export_png (const QmChart *chart, const QmCanvas *canvas, double scale, GError **error)
{
  g_autoptr (QmScene) scene = NULL;
  g_autofree char *description = NULL;

  if (!qm_png_check_size (canvas->width, canvas->height, scale, error))
    return NULL;

  scene = qm_chart_build (chart, &qm_view_default, canvas);
  description = qm_description (chart);
  return qm_png_encode (
      scene, scale, &(QmPngText){ .title = qm_text_get (chart->title), .description = description },
      error);
}

/* GLib's own messages speak of the temporary file, whose name tells a reader nothing. */
static void
set_write_error (GError **error, const char *path, const GError *cause)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_autofree char *folder = g_filename_display_name (folder_path);

  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ISDIR))
    g_set_error (error, cause->domain, cause->code,
                 _ ("“%s” is a folder: choose another name, or remove the folder"), name);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, cause->domain, cause->code,
                 _ ("“%s” cannot be written, since there is no folder “%s”: create it first"), name,
                 folder);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (
        error, cause->domain, cause->code,
        _ ("“%s” cannot be written, since the folder “%s” does not allow it: choose another"), name,
        folder);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, cause->domain, cause->code,
                 _ ("“%s” cannot be written, since the disk is full: make room, or choose another"),
                 name);
  else
    g_set_error (error, cause->domain, cause->code, _ ("“%s” cannot be written: %s"), name,
                 cause->message);
}

gboolean
qm_export_write (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize length;
  const char *contents = g_bytes_get_data (bytes, &length);

  if (g_file_set_contents_full (path, contents, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                0666, &cause))
    return TRUE;

  set_write_error (error, path, cause);
  return FALSE;
}
