#include "app/export-dialog/copy.h"

#include "chart/description.h"
#include "export/export.h"
#include "export/write.h"

#include <errno.h>
#include <glib/gstdio.h>

/* The folders made for dragging, each with one file. NULL until the first drag. */
static GPtrArray *folders;

static GBytes *
encode (QmFormat format, const QmDataset *dataset, const QmChart *chart, const QmView *view,
        GError **error)
{
  const QmExportLook look = { .size = qm_size_presets (&(gsize){ 0 })->size,
                              .theme = &qm_theme_light };

  return qm_export_chart (format, dataset, chart, view, &look, error);
}

static GdkContentProvider *
provide_both (GdkContentProvider *first, GdkContentProvider *second)
{
  return gdk_content_provider_new_union ((GdkContentProvider *[]){ first, second }, 2);
}

/* The picture and the drawing; png is set to the former. */
static GdkContentProvider *
provide_pictures (const QmDataset *dataset, const QmChart *chart, const QmView *view, GBytes **png,
                  GError **error)
{
  g_autoptr (GBytes) picture = encode (QM_FORMAT_PNG, dataset, chart, view, error);
  g_autoptr (GBytes) drawing = NULL;

  if (picture == NULL)
    return NULL;
  drawing = encode (QM_FORMAT_SVG, dataset, chart, view, error);
  if (drawing == NULL)
    return NULL;

  if (png != NULL)
    *png = g_bytes_ref (picture);
  return provide_both (
      gdk_content_provider_new_for_bytes (qm_format_info (QM_FORMAT_PNG)->media_type, picture),
      gdk_content_provider_new_for_bytes (qm_format_info (QM_FORMAT_SVG)->media_type, drawing));
}

GdkContentProvider *
qm_copy_chart (const QmDataset *dataset, const QmChart *chart, const QmView *view, GError **error)
{
  g_autoptr (GdkContentProvider) pictures = provide_pictures (dataset, chart, view, NULL, error);
  g_autofree char *text = NULL;

  if (pictures == NULL)
    return NULL;

  text = qm_description (chart, view);
  return provide_both (g_steal_pointer (&pictures),
                       gdk_content_provider_new_typed (G_TYPE_STRING, text));
}

/* --- Dragging --- */

/* A folder of its own for every drag: a file that another program has been told of stays as it is.
 * Nobody else can look into it. */
static char *
make_folder (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "quymo-XXXXXX", NULL);

  /* Without a runtime folder it is the one for caches, which may not be there yet. */
  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  if (g_mkdtemp_full (folder, 0700) == NULL) {
    g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno),
                         g_strerror (errno));
    return NULL;
  }
  if (folders == NULL)
    folders = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (folders, g_strdup (folder));
  return g_steal_pointer (&folder);
}

static GFile *
write_file (const QmChart *chart, GBytes *png, GError **error)
{
  g_autofree char *folder = make_folder (error);
  g_autofree char *name = g_strconcat (chart->id, ".png", NULL);
  g_autofree char *path = NULL;

  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, name, NULL);
  return qm_write_file (path, png, FALSE, error) ? g_file_new_for_path (path) : NULL;
}

static GdkContentProvider *
provide_file (GFile *file)
{
  GdkFileList *list = gdk_file_list_new_from_array (&file, 1);
  GdkContentProvider *provider = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);

  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  return provider;
}

GdkContentProvider *
qm_copy_dragged_chart (const QmDataset *dataset, const QmChart *chart, const QmView *view,
                       GError **error)
{
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkContentProvider) pictures = provide_pictures (dataset, chart, view, &png, error);
  g_autoptr (GFile) file = NULL;

  if (pictures == NULL)
    return NULL;
  file = write_file (chart, png, error);
  if (file == NULL)
    return NULL;

  return provide_both (provide_file (file), g_steal_pointer (&pictures));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}

void
qm_copy_remove_files (void)
{
  for (guint i = 0; folders != NULL && i < folders->len; i++)
    remove_folder (g_ptr_array_index (folders, i));
  g_clear_pointer (&folders, g_ptr_array_unref);
}
