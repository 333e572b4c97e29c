#include "app/export-dialog/copy.h"

#include "app/files/export-settings.h"
#include "base/language.h"
#include "export/export.h"
#include "export/write.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* The folders made for dragging, each with one file. NULL until the first drag. */
static GPtrArray *folders;

static GdkContentProvider *
provide_both (GdkContentProvider *first, GdkContentProvider *second)
{
  return gdk_content_provider_new_union ((GdkContentProvider *[]) { first, second }, 2);
}

/* As the reader last exported, but with all parts: nobody warns here that sources are missing. */
static QmExportLook
usual_look (const QmExportSettings *settings)
{
  QmExportLook look;

  if (!qm_export_settings_get_look (settings, &look))
    look.size = qm_size_presets (&(gsize) { 0 })->size;
  look.hidden = 0;
  return look;
}

/* The chart in what may be another language than the window's. */
typedef struct {
  GBytes *png, *svg;
  char *text;
} Copies;

static void
clear_copies (Copies *copies)
{
  g_clear_pointer (&copies->png, g_bytes_unref);
  g_clear_pointer (&copies->svg, g_bytes_unref);
  g_clear_pointer (&copies->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Copies, clear_copies)

static void
encode_copies (Copies *copies, const QmPicture *picture, const QmExportLook *look, GError **error)
{
  copies->text = g_strdup (picture->metadata->description);
  copies->png = qm_export_picture (QM_EXPORT_PNG, picture, look, error);
  if (copies->png != NULL)
    copies->svg = qm_export_picture (QM_EXPORT_SVG, picture, look, error);
}

static gboolean
make_copies (Copies *copies, const QmDataset *dataset, const QmChart *chart, const QmView *view,
             GError **error)
{
  g_auto (QmExportSettings) settings;
  g_auto (QmViewedChart) viewed = { 0 };
  g_autoptr (QmPicture) picture = NULL;
  QmExportLook look;

  qm_export_settings_load (&settings);
  look = usual_look (&settings);
  qm_language_use_here (settings.language);
  viewed = qm_view_chart (view, chart);
  picture = qm_picture_new (dataset, &viewed, &look, NULL, error);
  if (picture != NULL)
    encode_copies (copies, picture, &look, error);
  qm_language_use_here (NULL);
  return copies->svg != NULL;
}

static GdkContentProvider *
provide_pictures (const Copies *copies)
{
  return provide_both (gdk_content_provider_new_for_bytes (
                           qm_export_format_info (QM_EXPORT_PNG)->media_type, copies->png),
                       gdk_content_provider_new_for_bytes (
                           qm_export_format_info (QM_EXPORT_SVG)->media_type, copies->svg));
}

/* As UTF-8 also for those who ask for plain text only: GTK would write it in ASCII. */
static GdkContentProvider *
provide_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return provide_both (gdk_content_provider_new_for_bytes ("text/plain", bytes),
                       gdk_content_provider_new_typed (G_TYPE_STRING, text));
}

GdkContentProvider *
qm_copy_chart (const QmDataset *dataset, const QmChart *chart, const QmView *view, GError **error)
{
  g_auto (Copies) copies = { 0 };

  if (!make_copies (&copies, dataset, chart, view, error))
    return NULL;
  return provide_both (provide_pictures (&copies), provide_text (copies.text));
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
  g_auto (Copies) copies = { 0 };
  g_autoptr (GFile) file = NULL;

  if (!make_copies (&copies, dataset, chart, view, error))
    return NULL;
  file = write_file (chart, copies.png, error);
  if (file == NULL)
    return NULL;

  return provide_both (provide_file (file), provide_pictures (&copies));
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
