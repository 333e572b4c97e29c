#include "app/files/document.h"

#include "app/files/file-watch.h"
#include "app/files/version.h"

#include <glib/gstdio.h>

/* A file that is not good may be half written, or about to be put back: it is believed once it has
 * stayed as it is for so many milliseconds. */
#define TIME_TO_BELIEVE 600

/* In bytes: what takes longer to read than a picture stays on the screen is read by a thread. */
#define LARGE (512 * 1024)

struct _QmDocument {
  GObject parent_instance;

  char *path; /* NULL for the built-in dataset */
  GFile *file;
  char *key;
  char *name;
  QmState *state;
  QmBookmarks *bookmarks;
  QmVersion *now;
  QmVersion *good;      /* the last one; NULL: none yet */
  QmVersion *doubtful;  /* not believed yet; or NULL */
  gboolean is_reading;  /* in a thread */
  gboolean is_outdated; /* the file has changed since that began */
  guint believe_id;
  guint watch_id;
  QmFileWatch *watch;
};

G_DEFINE_FINAL_TYPE (QmDocument, qm_document, G_TYPE_OBJECT)

static guint changed_signal;

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

/* --- Reading --- */

static QmVersionReading *
new_reading (QmDocument *self)
{
  return qm_version_reading_new (self->path, self->name, self->good, self->now);
}

static void
read_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer reading,
                GCancellable *cancellable G_GNUC_UNUSED)
{
  g_task_return_pointer (task, qm_version_read (reading), (GDestroyNotify) qm_version_unref);
}

/* A small file is read before a thread would have begun. */
static gboolean
takes_long (QmDocument *self)
{
  GStatBuf status;

  return self->path != NULL && g_stat (self->path, &status) == 0 && S_ISREG (status.st_mode) &&
         status.st_size >= LARGE;
}

/* --- Reading again --- */

static void
replace (QmVersion **place, QmVersion *version)
{
  QmVersion *before = *place;

  *place = version != NULL ? g_rc_box_acquire (version) : NULL;
  if (before != NULL)
    qm_version_unref (before);
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
accept (QmDocument *self, QmVersion *version)
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
doubt (QmDocument *self, QmVersion *version)
{
  g_clear_handle_id (&self->believe_id, g_source_remove);
  replace (&self->doubtful, version);
  if (version != NULL)
    self->believe_id = g_timeout_add (TIME_TO_BELIEVE, believe_cb, self);
}

/* What was doubtful and is still the same is believed, or else goes on being waited for. Takes
 * version. */
static void
judge (QmDocument *self, QmVersion *version, gboolean believes)
{
  if (qm_version_is_same (version, self->good))
    replace (&version, self->good);

  if (qm_version_is_same (version, self->now))
    doubt (self, NULL);
  else if (version->dataset == NULL && !qm_version_is_same (version, self->doubtful))
    doubt (self, version);
  else if (version->dataset != NULL || believes) {
    doubt (self, NULL);
    accept (self, version);
    g_signal_emit (self, changed_signal, 0);
  }
  qm_version_unref (version);
}

static void
read_again_cb (GObject *source, GAsyncResult *result, gpointer believes)
{
  QmDocument *self = QM_DOCUMENT (source);

  self->is_reading = FALSE;
  judge (self, g_task_propagate_pointer (G_TASK (result), NULL), GPOINTER_TO_INT (believes));
  if (self->is_outdated)
    look_again (self, FALSE);
}

static void
read_again (QmDocument *self, gboolean believes)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, read_again_cb, GINT_TO_POINTER (believes));

  self->is_reading = TRUE;
  g_task_set_task_data (task, new_reading (self), qm_version_reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* One reading at a time: what changes meanwhile is looked at after it. */
static void
look_again (QmDocument *self, gboolean believes)
{
  self->is_outdated = self->is_reading;
  if (self->is_reading || !can_be_read_again (self))
    return;

  if (takes_long (self)) {
    read_again (self, believes);
  } else {
    QmVersionReading *reading = new_reading (self);

    judge (self, qm_version_read (reading), believes);
    qm_version_reading_free (reading);
  }
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

/* Without a version yet. */
static QmDocument *
new_document (GFile *file, QmState *state)
{
  QmDocument *self = g_object_new (QM_TYPE_DOCUMENT, NULL);

  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->path = file != NULL ? g_file_get_path (file) : NULL;
  self->key = file != NULL ? g_file_get_uri (file) : g_strdup (QM_STATE_BUILT_IN);
  if (file != NULL && self->path == NULL)
    self->path = g_strdup (self->key);
  self->name = self->path != NULL ? g_filename_display_basename (self->path) : g_strdup ("");
  self->state = state != NULL ? qm_state_ref (state) : NULL;
  return self;
}

/* Takes version. */
static void
begin (QmDocument *self, QmVersion *version)
{
  accept (self, version);
  qm_version_unref (version);
  if (can_be_read_again (self))
    self->watch_id = g_idle_add_full (G_PRIORITY_LOW, watch_cb, self, NULL);
}

QmDocument *
qm_document_new (GFile *file, QmState *state)
{
  QmDocument *self = new_document (file, state);
  QmVersionReading *reading = new_reading (self);

  begin (self, qm_version_read (reading));
  qm_version_reading_free (reading);
  return self;
}

typedef struct {
  QmDocumentOpened opened;
  gpointer user_data;
} Waiting;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Waiting *waiting = data;
  QmDocument *self = QM_DOCUMENT (source);

  begin (self, g_task_propagate_pointer (G_TASK (result), NULL));
  waiting->opened (self, waiting->user_data);
}

void
qm_document_open (GFile *file, QmState *state, QmDocumentOpened opened, gpointer user_data)
{
  g_autoptr (QmDocument) self = new_document (file, state);
  const Waiting waiting = { opened, user_data };
  g_autoptr (GTask) task = g_task_new (self, NULL, opened_cb, g_memdup2 (&waiting, sizeof waiting));
  QmVersionReading *reading = new_reading (self);

  g_task_set_task_data (task, reading, qm_version_reading_free);
  if (takes_long (self)) {
    g_task_run_in_thread (task, read_in_thread);
  } else {
    begin (self, qm_version_read (reading));
    opened (self, user_data);
  }
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
