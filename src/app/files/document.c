#include "app/files/document.h"

#include "app/files/draft.h"
#include "app/files/file-watch.h"
#include "app/files/kept-text.h"
#include "app/files/version.h"
#include "base/words.h"
#include "chart/forms/forms.h"
#include "dataset/load.h"
#include "edit/edit.h"
#include "edit/versions.h"
#include "export/restore.h"
#include "export/write.h"

#include <glib/gstdio.h>
#include <string.h>

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
  QmVersion *now;    /* of the file */
  QmVersion *good;   /* the last one of the file; NULL: none yet */
  QmVersion *edited; /* NULL: it is the good one */
  QmVersions *texts; /* NULL until it is edited */
  GBytes *base;      /* what the file held when editing began, or NULL: nothing */
  char *reading;     /* or NULL */
  gboolean keeps_reading;
  gboolean has_looked;  /* for what was kept */
  char *table;          /* or NULL */
  QmDraft *draft;       /* NULL until something is not saved */
  QmVersion *doubtful;  /* not believed yet; or NULL */
  gboolean is_reading;  /* in a thread */
  gboolean is_outdated; /* the file may have changed since that began */
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
  if (self->state == NULL || self->key == NULL)
    return;
  qm_state_open_dataset (self->state, self->key);
  g_set_object (&self->bookmarks, qm_state_get_bookmarks (self->state, self->key));
}

/* The file's text is a version like others: it can be gone back from. */
static void
begin_from_file (QmDocument *self)
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

static void
accept (QmDocument *self, QmVersion *version)
{
  replace (&self->now, version);
  if (version->dataset != NULL) {
    replace (&self->good, version);
    remember (self);
    if (self->texts != NULL && self->edited == NULL)
      begin_from_file (self);
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
  QmVersion *version = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_reading = FALSE;
  if (self->is_outdated) {
    qm_version_unref (version);
    look_again (self, FALSE);
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
  g_task_run_in_thread (task, read_in_thread);
}

/* One reading at a time: what changes meanwhile is looked at after it, which says nothing then. */
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

static void
watch_anew (QmDocument *self)
{
  g_clear_handle_id (&self->watch_id, g_source_remove);
  g_clear_pointer (&self->watch, qm_file_watch_free);
  if (can_be_read_again (self))
    self->watch_id = g_idle_add_full (G_PRIORITY_LOW, watch_cb, self, NULL);
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
  replace (&self->edited, NULL);
  qm_versions_free (self->texts);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_free (self->reading);
  g_free (self->table);
  qm_draft_close (self->draft);
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

static void
set_file (QmDocument *self, GFile *file)
{
  g_set_object (&self->file, file);
  g_free (self->path);
  g_free (self->key);
  g_free (self->name);
  self->path = file != NULL ? g_file_get_path (file) : NULL;
  self->key = file != NULL ? g_file_get_uri (file) : g_strdup (QM_STATE_BUILT_IN);
  if (file != NULL && self->path == NULL)
    self->path = g_strdup (self->key);
  self->name = self->path != NULL ? g_filename_display_basename (self->path) : g_strdup ("");
}

/* Without a version yet. */
static QmDocument *
new_document (GFile *file, QmState *state)
{
  QmDocument *self = g_object_new (QM_TYPE_DOCUMENT, NULL);

  set_file (self, file);
  self->state = state != NULL ? qm_state_ref (state) : NULL;
  return self;
}

/* Takes version. */
static void
begin (QmDocument *self, QmVersion *version)
{
  accept (self, version);
  qm_version_unref (version);
  watch_anew (self);
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
  QmVersionReading *reading = new_reading (self);

  if (takes_long (self)) {
    g_autoptr (GTask) task =
        g_task_new (self, NULL, opened_cb, g_memdup2 (&waiting, sizeof waiting));

    g_task_set_task_data (task, reading, qm_version_reading_free);
    g_task_run_in_thread (task, read_in_thread);
  } else {
    begin (self, qm_version_read (reading));
    qm_version_reading_free (reading);
    opened (self, user_data);
  }
}

/* There is nothing to read: what is there comes by editing. */
QmDocument *
qm_document_new_untitled (QmState *state)
{
  QmDocument *self = new_document (NULL, state);
  g_autofree char *text = qm_edit_new_file (_ ("Untitled"));

  g_free (self->name);
  self->name = g_strdup (_ ("Untitled"));
  g_free (self->key);
  self->key = NULL;
  self->now = g_rc_box_new0 (QmVersion);
  self->now->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  self->texts = qm_versions_new (text);
  return self;
}

QmDocument *
qm_document_new_from_draft (const char *path, QmState *state)
{
  g_autofree char *uri = NULL, *text = NULL, *reading = NULL, *table = NULL;
  QmDraft *draft = qm_draft_open (path, &uri, &text, &reading, &table);
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  QmDocument *self;

  if (draft == NULL)
    return NULL;
  self = uri == NULL                            ? qm_document_new_untitled (state)
         : g_str_equal (uri, QM_STATE_BUILT_IN) ? qm_document_new (NULL, state)
                                                : qm_document_new (file, state);
  self->draft = draft;
  self->reading = g_steal_pointer (&reading);
  self->table = g_steal_pointer (&table);
  qm_document_edit (self, text, NULL);
  return self;
}

gboolean
qm_document_is_like (QmDocument *self, QmDocument *other)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (QM_IS_DOCUMENT (other), FALSE);

  return self->key != NULL && g_strcmp0 (self->key, other->key) == 0;
}

gboolean
qm_document_is_of (QmDocument *self, GFile *file)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), FALSE);

  return self->file != NULL && g_file_equal (self->file, file);
}

GFile *
qm_document_get_file (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), NULL);

  return self->file != NULL ? g_object_ref (self->file) : NULL;
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

  if (self->edited != NULL)
    return self->edited->dataset;
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

/* --- Editing --- */

static gboolean
can_be_edited (QmDocument *self)
{
  return self->texts != NULL ||
         (self->good != NULL && (self->path == NULL || !qm_restore_recognizes (self->path)));
}

const char *
qm_document_get_text (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), NULL);

  if (!can_be_edited (self))
    return NULL;
  if (self->texts == NULL)
    begin_from_file (self);
  return qm_versions_get (self->texts);
}

guint
qm_document_get_version (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), 0);

  return self->texts != NULL ? qm_versions_get_number (self->texts) : 0;
}

/* A new dataset has no key, and what belongs to it is kept once it is saved. */
static gboolean
is_kept (QmDocument *self)
{
  return self->keeps_reading && self->key != NULL && self->good != NULL;
}

static void
keep_draft (QmDocument *self)
{
  /* What has been pasted to be read, and what is typed beside it, is not saved either. */
  if (self->edited == NULL && (self->reading == NULL || is_kept (self)) &&
      (self->table == NULL || self->good != NULL)) {
    qm_document_discard_draft (self);
    return;
  }
  if (self->draft == NULL)
    self->draft = qm_draft_new ();
  qm_draft_write (self->draft, self->key, qm_versions_get (self->texts), self->reading,
                  self->table);
}

static QmVersion *
parse_text (QmDocument *self, const char *text)
{
  QmVersion *version = g_rc_box_new0 (QmVersion);

  version->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  version->bytes = g_bytes_new (text, strlen (text));
  version->dataset = qm_dataset_load_bytes (self->name, version->bytes, qm_forms, version->problems,
                                            &version->error);
  return version;
}

/* What is edited is what stands in the texts now; NULL there where that is no dataset. */
static void
take_edited (QmDocument *self, QmVersion *version)
{
  gboolean is_as_saved = qm_version_is_same (version, self->good);

  replace (&self->edited, is_as_saved || version->dataset == NULL ? NULL : version);
  keep_draft (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
move_problems (GPtrArray *from, GPtrArray *to)
{
  while (to != NULL && from->len > 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, 0));
}

gboolean
qm_document_edit (QmDocument *self, const char *text, GPtrArray *problems)
{
  QmVersion *version;
  gboolean is_good;

  g_return_val_if_fail (QM_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (qm_document_get_text (self) != NULL, FALSE);

  version = parse_text (self, text);
  is_good = version->dataset != NULL;
  if (is_good) {
    qm_versions_add (self->texts, text);
    take_edited (self, version);
  } else {
    move_problems (version->problems, problems);
  }
  qm_version_unref (version);
  return is_good;
}

gboolean
qm_document_go (QmDocument *self, guint number)
{
  QmVersion *version;

  g_return_val_if_fail (QM_IS_DOCUMENT (self), FALSE);

  if (self->texts == NULL || !qm_versions_go (self->texts, number))
    return FALSE;
  version = parse_text (self, qm_versions_get (self->texts));
  take_edited (self, version);
  qm_version_unref (version);
  return TRUE;
}

gboolean
qm_document_empty (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), FALSE);

  return self->good == NULL && self->texts != NULL && qm_document_go (self, 0);
}

gboolean
qm_document_is_modified (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), FALSE);

  return self->edited != NULL;
}

gboolean
qm_document_is_untitled (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), FALSE);

  return self->path == NULL;
}

gboolean
qm_document_is_built_in (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), FALSE);

  return g_strcmp0 (self->key, QM_STATE_BUILT_IN) == 0;
}

gboolean
qm_document_is_changed_elsewhere (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), FALSE);

  if (self->edited == NULL || self->path == NULL)
    return FALSE;
  /* Deleted, it is written again and nothing is lost. */
  return self->now->bytes != NULL && !g_bytes_equal (self->now->bytes, self->base);
}

gboolean
qm_document_save (QmDocument *self, GFile *file, GError **error)
{
  g_autofree char *path = NULL;
  const char *text = qm_document_get_text (self);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  QmVersion *saved;

  g_return_val_if_fail (QM_IS_DOCUMENT (self), FALSE);

  path = file != NULL ? g_file_get_path (file) : g_strdup (self->path);
  if (path == NULL) {
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                         _ ("A dataset can be saved only in a folder of this computer"));
    return FALSE;
  }
  if (!qm_write_file (path, bytes, TRUE, error))
    return FALSE;
  self->is_outdated = self->is_reading;
  saved = g_rc_box_acquire (self->edited != NULL ? self->edited : self->good);
  replace (&self->edited, NULL);
  doubt (self, NULL);
  if (file != NULL && !qm_document_is_of (self, file)) {
    set_file (self, file);
    watch_anew (self);
  }
  accept (self, saved);
  qm_version_unref (saved);
  if (is_kept (self))
    qm_kept_text_write (self->key, self->reading);
  keep_draft (self);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

void
qm_document_revert (QmDocument *self)
{
  g_return_if_fail (QM_IS_DOCUMENT (self));

  replace (&self->edited, NULL);
  if (self->good != NULL)
    begin_from_file (self);
  keep_draft (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
keep (QmDocument *self, char **place, const char *json)
{
  if (g_strcmp0 (json, *place) == 0)
    return;
  g_free (*place);
  *place = g_strdup (json);
  keep_draft (self);
}

const char *
qm_document_get_reading (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), NULL);

  if (!self->has_looked && self->key != NULL) {
    g_autofree char *kept = qm_kept_text_read (self->key);

    self->has_looked = TRUE;
    self->keeps_reading |= kept != NULL;
    if (self->reading == NULL)
      self->reading = g_steal_pointer (&kept);
  }
  return self->reading;
}

void
qm_document_set_reading (QmDocument *self, const char *reading)
{
  g_return_if_fail (QM_IS_DOCUMENT (self));

  keep (self, &self->reading, reading);
  if (is_kept (self))
    qm_kept_text_write (self->key, self->reading);
}

gboolean
qm_document_keeps_reading (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), FALSE);

  return self->keeps_reading;
}

void
qm_document_set_keeps_reading (QmDocument *self, gboolean keeps_reading)
{
  g_return_if_fail (QM_IS_DOCUMENT (self));

  if (self->keeps_reading == keeps_reading)
    return;
  self->keeps_reading = keeps_reading;
  if (self->key != NULL && self->good != NULL)
    qm_kept_text_write (self->key, keeps_reading ? self->reading : NULL);
  keep_draft (self);
}

const char *
qm_document_get_table (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), NULL);

  return self->table;
}

void
qm_document_set_table (QmDocument *self, const char *table)
{
  g_return_if_fail (QM_IS_DOCUMENT (self));

  keep (self, &self->table, table);
}

void
qm_document_discard_draft (QmDocument *self)
{
  g_return_if_fail (QM_IS_DOCUMENT (self));

  if (self->draft != NULL)
    qm_draft_discard (self->draft);
  self->draft = NULL;
}

const char *
qm_document_get_left (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), NULL);

  return self->state != NULL && self->key != NULL ? qm_state_get_session (self->state, self->key)
                                                  : NULL;
}

void
qm_document_set_left (QmDocument *self, const char *left)
{
  g_return_if_fail (QM_IS_DOCUMENT (self));
  g_return_if_fail (left != NULL);

  if (self->state != NULL && self->key != NULL)
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
