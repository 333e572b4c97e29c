#include "app/importing/table-watch.h"

#include "app/files/file-watch.h"
#include "base/file.h"
#include "edit/import.h"
#include "edit/table-draft.h"

#include <string.h>

/* Milliseconds for which a file has to stay as it is: a program may still be writing it. */
#define TIME_TO_SETTLE 400

struct _QmTableWatch {
  QmDocument *document; /* a reference */
  QmTableChanged changed;
  gpointer user_data;
  GPtrArray *files; /* File */
  guint list_id, look_id;
  guint version; /* of the document, that the files are of */
  gboolean is_listed;
};

typedef struct {
  QmTableWatch *watch;
  char *path;
  char *checksum; /* of what was read, or said to have changed */
  QmFileWatch *file_watch;
} File;

static void
file_free (gpointer data)
{
  File *file = data;

  qm_file_watch_free (file->file_watch);
  g_free (file->path);
  g_free (file->checksum);
  g_free (file);
}

/* --- Looking --- */

static void
look_at (File *file)
{
  QmTableWatch *self = file->watch;
  g_autoptr (GBytes) bytes = qm_file_read (file->path, QM_FILE_MAX_LENGTH, NULL);
  char *checksum;

  if (bytes == NULL)
    return;
  checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (file->checksum[0] == '\0' || g_str_equal (checksum, file->checksum)) {
    g_free (checksum);
    return;
  }
  g_free (file->checksum);
  file->checksum = checksum;
  self->changed (file->path, self->user_data);
}

static gboolean
look_cb (gpointer data)
{
  QmTableWatch *self = data;

  self->look_id = 0;
  for (guint i = 0; i < self->files->len; i++)
    look_at (self->files->pdata[i]);
  return G_SOURCE_REMOVE;
}

static void
look_later (gpointer data)
{
  QmTableWatch *self = data;

  g_clear_handle_id (&self->look_id, g_source_remove);
  self->look_id = g_timeout_add (TIME_TO_SETTLE, look_cb, self);
}

/* --- The files --- */

/* Where the file of that name is; NULL where nobody knows. */
static char *
find_path (QmTableWatch *self, const char *name)
{
  const char *json = qm_document_get_table (self->document);
  g_autoptr (QmTableDraft) draft = json != NULL ? qm_table_draft_from_json (json) : NULL;
  g_autoptr (GFile) file = qm_document_get_file (self->document);
  g_autofree char *own = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (strchr (name, G_DIR_SEPARATOR) != NULL)
    return NULL;
  if (draft != NULL && draft->path != NULL && g_str_equal (draft->name, name))
    return g_strdup (draft->path);
  return beside != NULL && g_file_test (beside, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&beside)
                                                                        : NULL;
}

static void
add_file (QmTableWatch *self, const char *name, const char *checksum)
{
  char *path = find_path (self, name);
  File *file;

  if (path == NULL)
    return;
  file = g_new0 (File, 1);
  file->watch = self;
  file->path = path;
  file->checksum = g_strdup (checksum);
  file->file_watch = qm_file_watch_new (path, look_later, self);
  g_ptr_array_add (self->files, file);
}

/* A dataset without tables is not taken apart. */
static gboolean
list_cb (gpointer data)
{
  QmTableWatch *self = data;
  const char *text = qm_document_get_text (self->document);
  g_autoptr (GPtrArray) names = NULL, checksums = NULL;

  self->list_id = 0;
  g_ptr_array_set_size (self->files, 0);
  self->version = qm_document_get_version (self->document);
  self->is_listed = TRUE;
  if (text == NULL || strstr (text, "\"tables\"") == NULL)
    return G_SOURCE_REMOVE;
  names = qm_import_list_files (text, &checksums);
  for (guint i = 0; i < names->len; i++)
    add_file (self, names->pdata[i], checksums->pdata[i]);
  if (self->files->len > 0)
    look_later (self);
  return G_SOURCE_REMOVE;
}

static void
list_later (QmTableWatch *self)
{
  if (self->list_id == 0)
    self->list_id = g_idle_add_full (G_PRIORITY_LOW, list_cb, self, NULL);
}

static void
document_changed_cb (QmTableWatch *self)
{
  if (!self->is_listed || qm_document_get_version (self->document) != self->version)
    list_later (self);
}

QmTableWatch *
qm_table_watch_new (QmDocument *document, QmTableChanged changed, gpointer user_data)
{
  QmTableWatch *self = g_new0 (QmTableWatch, 1);

  self->document = g_object_ref (document);
  self->changed = changed;
  self->user_data = user_data;
  self->files = g_ptr_array_new_with_free_func (file_free);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed_cb), self);
  if (!qm_document_is_built_in (document) && qm_document_get_dataset (document) != NULL)
    list_later (self);
  return self;
}

void
qm_table_watch_free (QmTableWatch *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->list_id, g_source_remove);
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_ptr_array_unref (self->files);
  g_object_unref (self->document);
  g_free (self);
}
