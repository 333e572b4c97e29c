#include "app/files/document.h"

#include "app/files/file-watch.h"
#include "chart/chart.h"
#include "dataset/load.h"
#include "export/restore.h"

#include <glib/gstdio.h>

/* A file that is not good may be half written, or about to be put back: it is believed once it has
 * stayed as it is for so many milliseconds. */
#define TIME_TO_BELIEVE 600

/* What a file holds at a time. */
typedef struct {
  GBytes *bytes; /* NULL where it cannot be read */
  QmDataset *dataset;
  GPtrArray *problems; /* QmProblem */
  GError *error;       /* NULL if and only if there is a dataset */
} Version;

struct _QmDocument {
  GObject parent_instance;

  char *path; /* NULL for the built-in dataset */
  GFile *file;
  char *key;
  char *name;
  QmState *state;
  QmBookmarks *bookmarks;
  Version *now;
  Version *good;     /* the last one; NULL: none yet */
  Version *doubtful; /* not believed yet; or NULL */
  guint believe_id;
  guint watch_id;
  QmFileWatch *watch;
};

G_DEFINE_FINAL_TYPE (QmDocument, qm_document, G_TYPE_OBJECT)

static guint changed_signal;

/* --- Versions --- */

static void
version_clear (gpointer data)
{
  Version *version = data;

  g_clear_pointer (&version->bytes, g_bytes_unref);
  g_clear_pointer (&version->dataset, qm_dataset_unref);
  g_ptr_array_unref (version->problems);
  g_clear_error (&version->error);
}

static void
version_unref (Version *version)
{
  g_rc_box_release_full (version, version_clear);
}

static gboolean
is_same (const Version *a, const Version *b)
{
  if (a == NULL || b == NULL)
    return FALSE;
  if (a->bytes == NULL || b->bytes == NULL)
    return a->bytes == b->bytes && a->error->code == b->error->code;
  return g_bytes_equal (a->bytes, b->bytes);
}

/* The built-in dataset never changes, what is not on this machine cannot be read at all, and of a
 * pipe a second reading would never end. */
static gboolean
can_be_read_again (QmDocument *self)
{
  GStatBuf status;

  return self->path != NULL && g_path_is_absolute (self->path) &&
         (g_stat (self->path, &status) != 0 || S_ISREG (status.st_mode) ||
          S_ISDIR (status.st_mode));
}

static Version *
read_version (QmDocument *self)
{
  Version *version = g_rc_box_new0 (Version);

  version->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  version->bytes = qm_dataset_read_file (self->path, &version->error);
  return version;
}

static QmDataset *
restore_picture (QmDocument *self, GError **error)
{
  g_auto (QmView) view = qm_view_default;
  const QmChart *chart;
  QmDataset *dataset = qm_restore_png (self->path, qm_forms, &chart, &view, error);

  if (dataset == NULL)
    g_prefix_error (error, "%s: ", self->name);
  return dataset;
}

static void
parse_version (QmDocument *self, Version *version)
{
  if (version->bytes == NULL)
    return;
  if (self->path == NULL)
    version->dataset = qm_dataset_load (NULL, qm_forms, version->problems, &version->error);
  else if (qm_restore_recognizes (self->path))
    version->dataset = restore_picture (self, &version->error);
  else
    version->dataset = qm_dataset_load_bytes (self->name, version->bytes, qm_forms,
                                              version->problems, &version->error);
}

/* --- Reading again --- */

static void
replace (Version **place, Version *version)
{
  Version *before = *place;

  *place = version != NULL ? g_rc_box_acquire (version) : NULL;
  if (before != NULL)
    version_unref (before);
}

static void
remember (QmDocument *self)
{
  if (self->state == NULL)
    return;
  qm_state_open_dataset (self->state, self->key);
  g_set_object (&self->bookmarks, qm_state_get_bookmarks (self->state, self->key));
}

static void
accept (QmDocument *self, Version *version)
{
  replace (&self->now, version);
  if (version->dataset != NULL) {
    replace (&self->good, version);
    remember (self);
  }
}

static void look_again (QmDocument *self, gboolean believes);

static gboolean
believe_cb (gpointer data)
{
  QmDocument *self = data;

  self->believe_id = 0;
  look_again (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
doubt (QmDocument *self, Version *version)
{
  g_clear_handle_id (&self->believe_id, g_source_remove);
  replace (&self->doubtful, version);
  if (version != NULL)
    self->believe_id = g_timeout_add (TIME_TO_BELIEVE, believe_cb, self);
}

/* What was doubtful and is still the same is believed, or else goes on being waited for. */
static void
look_again (QmDocument *self, gboolean believes)
{
  Version *version;

  if (!can_be_read_again (self))
    return;

  version = read_version (self);
  if (is_same (version, self->good))
    replace (&version, self->good);
  else if (!is_same (version, self->now))
    parse_version (self, version);

  if (is_same (version, self->now))
    doubt (self, NULL);
  else if (version->dataset == NULL && !is_same (version, self->doubtful))
    doubt (self, version);
  else if (version->dataset != NULL || believes) {
    doubt (self, NULL);
    accept (self, version);
    g_signal_emit (self, changed_signal, 0);
  }
  version_unref (version);
}

static void
file_changed_cb (gpointer data)
{
  look_again (data, FALSE);
}

/* What has happened between the first look and the watch is seen by a second one. */
static gboolean
watch_cb (gpointer data)
{
  QmDocument *self = data;

  self->watch_id = 0;
  self->watch = qm_file_watch_new (self->path, file_changed_cb, self);
  look_again (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* --- The object --- */

static void
qm_document_finalize (GObject *object)
{
  QmDocument *self = QM_DOCUMENT (object);

  g_clear_handle_id (&self->watch_id, g_source_remove);
  qm_file_watch_free (self->watch);
  doubt (self, NULL);
  replace (&self->good, NULL);
  replace (&self->now, NULL);
  g_object_unref (self->bookmarks);
  qm_state_unref (self->state);
  g_clear_object (&self->file);
  g_free (self->path);
  g_free (self->key);
  g_free (self->name);
  G_OBJECT_CLASS (qm_document_parent_class)->finalize (object);
}

static void
qm_document_class_init (QmDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qm_document_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
qm_document_init (QmDocument *self)
{
  self->bookmarks = qm_bookmarks_new ();
}

QmDocument *
qm_document_new (GFile *file, QmState *state)
{
  QmDocument *self = g_object_new (QM_TYPE_DOCUMENT, NULL);
  Version *version;

  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->path = file != NULL ? g_file_get_path (file) : NULL;
  self->key = file != NULL ? g_file_get_uri (file) : g_strdup (QM_STATE_BUILT_IN);
  if (file != NULL && self->path == NULL)
    self->path = g_strdup (self->key);
  self->name = self->path != NULL ? g_filename_display_basename (self->path) : g_strdup ("");
  self->state = state != NULL ? qm_state_ref (state) : NULL;

  version = read_version (self);
  parse_version (self, version);
  accept (self, version);
  version_unref (version);
  if (can_be_read_again (self))
    self->watch_id = g_idle_add_full (G_PRIORITY_LOW, watch_cb, self, NULL);
  return self;
}

gboolean
qm_document_is_of (QmDocument *self, GFile *file)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), FALSE);

  return self->file != NULL && g_file_equal (self->file, file);
}

const char *
qm_document_get_name (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), NULL);

  return self->name;
}

QmDataset *
qm_document_get_dataset (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), NULL);

  return self->good != NULL ? self->good->dataset : NULL;
}

const GError *
qm_document_get_error (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), NULL);

  return self->now->error;
}

const GPtrArray *
qm_document_get_problems (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), NULL);

  return self->now->problems;
}

const char *
qm_document_get_left (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), NULL);

  return self->state != NULL ? qm_state_get_session (self->state, self->key) : NULL;
}

void
qm_document_set_left (QmDocument *self, const char *left)
{
  g_return_if_fail (QM_IS_DOCUMENT (self));
  g_return_if_fail (left != NULL);

  if (self->state != NULL)
    qm_state_set_session (self->state, self->key, left);
}

QmBookmarks *
qm_document_get_bookmarks (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), NULL);

  return self->bookmarks;
}

void
qm_document_come_to (QmDocument *self)
{
  g_return_if_fail (QM_IS_DOCUMENT (self));

  look_again (self, FALSE);
  if (self->good != NULL)
    remember (self);
}
