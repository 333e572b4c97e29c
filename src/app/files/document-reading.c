/* A document's file: read at once, watched, and read again when it changes. */
#include "app/files/document-private.h"

#include "app/background.h"

#include <glib/gstdio.h>

/* A file that is not good may be half written, or about to be put back: it is believed once it has
 * stayed as it is for so many milliseconds. */
#define TIME_TO_BELIEVE 600

/* In bytes: what takes longer to read than a picture stays on the screen is read by a thread. */
#define LARGE (512 * 1024)

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

void
qm_document_remember (QmDocument *self)
{
  if (self->state == NULL || self->key == NULL)
    return;
  qm_state_open_dataset (self->state, self->key);
  g_set_object (&self->bookmarks, qm_state_get_bookmarks (self->state, self->key));
}

/* The file's text is a version like others: it can be gone back from. */
void
qm_document_begin_from_file (QmDocument *self)
{
  gsize length;
  const char *bytes = g_bytes_get_data (self->good->bytes, &length);
  g_autofree char *text = g_strndup (bytes, length);

  g_clear_pointer (&self->base, g_bytes_unref);
  self->base = g_bytes_ref (self->good->bytes);
  if (self->texts == NULL)
    self->texts = qm_versions_new (text);
  else
    qm_versions_add (self->texts, text);
}

void
qm_document_accept (QmDocument *self, QmVersion *version)
{
  qm_version_replace (&self->now, version);
  if (version->dataset != NULL) {
    qm_version_replace (&self->good, version);
    qm_document_remember (self);
    if (self->texts != NULL && self->edited == NULL)
      qm_document_begin_from_file (self);
  }
}

static gboolean
believe_cb (gpointer data)
{
  QmDocument *self = data;

  self->believe_id = 0;
  qm_document_look_again (self, TRUE);
  return G_SOURCE_REMOVE;
}

void
qm_document_doubt (QmDocument *self, QmVersion *version)
{
  g_clear_handle_id (&self->believe_id, g_source_remove);
  qm_version_replace (&self->doubtful, version);
  if (version != NULL)
    self->believe_id = g_timeout_add (TIME_TO_BELIEVE, believe_cb, self);
}

/* What was doubtful and is still the same is believed, or else goes on being waited for. Takes
 * version. */
static void
judge (QmDocument *self, QmVersion *version, gboolean believes)
{
  if (qm_version_is_same (version, self->good))
    qm_version_replace (&version, self->good);

  if (qm_version_is_same (version, self->now))
    qm_document_doubt (self, NULL);
  else if (version->dataset == NULL && !qm_version_is_same (version, self->doubtful))
    qm_document_doubt (self, version);
  else if (version->dataset != NULL || believes) {
    qm_document_doubt (self, NULL);
    qm_document_accept (self, version);
    qm_document_tell (self);
  }
  qm_version_unref (version);
}

static void
read_again_cb (GObject *source, GAsyncResult *result, gpointer believes)
{
  QmDocument *self = QM_DOCUMENT (source);
  QmVersion *version = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_reading = FALSE;
  if (self->is_outdated) {
    qm_version_unref (version);
    qm_document_look_again (self, FALSE);
  } else {
    judge (self, version, GPOINTER_TO_INT (believes));
  }
}

static void
read_again (QmDocument *self, gboolean believes)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, read_again_cb, GINT_TO_POINTER (believes));

  self->is_reading = TRUE;
  g_task_set_task_data (task, new_reading (self), qm_version_reading_free);
  qm_background_run (task, read_in_thread);
}

/* One reading at a time: what changes meanwhile is looked at after it, which says nothing then. */
void
qm_document_look_again (QmDocument *self, gboolean believes)
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
  qm_document_look_again (data, FALSE);
}

/* What has happened between the first look and the watch is seen by a second one. */
static gboolean
watch_cb (gpointer data)
{
  QmDocument *self = data;

  self->watch_id = 0;
  self->watch = qm_file_watch_new (self->path, file_changed_cb, self);
  qm_document_look_again (self, FALSE);
  return G_SOURCE_REMOVE;
}

void
qm_document_watch (QmDocument *self)
{
  g_clear_handle_id (&self->watch_id, g_source_remove);
  g_clear_pointer (&self->watch, qm_file_watch_free);
  if (can_be_read_again (self))
    self->watch_id = g_idle_add_full (G_PRIORITY_LOW, watch_cb, self, NULL);
}

/* Takes version. */
static void
begin (QmDocument *self, QmVersion *version)
{
  qm_document_accept (self, version);
  qm_version_unref (version);
  qm_document_watch (self);
}

QmDocument *
qm_document_new (GFile *file, QmState *state)
{
  QmDocument *self = qm_document_make (file, state);
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
  g_autoptr (QmDocument) self = qm_document_make (file, state);
  const Waiting waiting = { opened, user_data };
  QmVersionReading *reading = new_reading (self);

  if (takes_long (self)) {
    g_autoptr (GTask) task =
        g_task_new (self, NULL, opened_cb, g_memdup2 (&waiting, sizeof waiting));

    g_task_set_task_data (task, reading, qm_version_reading_free);
    qm_background_run (task, read_in_thread);
  } else {
    begin (self, qm_version_read (reading));
    qm_version_reading_free (reading);
    opened (self, user_data);
  }
}
