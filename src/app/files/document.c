#include "app/files/document-private.h"

#include "base/words.h"
#include "edit/edit.h"

G_DEFINE_FINAL_TYPE (QmDocument, qm_document, G_TYPE_OBJECT)

static guint changed_signal;

static void
qm_document_finalize (GObject *object)
{
  QmDocument *self = QM_DOCUMENT (object);

  g_clear_handle_id (&self->watch_id, g_source_remove);
  qm_file_watch_free (self->watch);
  qm_document_doubt (self, NULL);
  qm_version_replace (&self->good, NULL);
  qm_version_replace (&self->now, NULL);
  g_object_unref (self->bookmarks);
  qm_state_unref (self->state);
  qm_version_replace (&self->edited, NULL);
  qm_versions_free (self->texts);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_free (self->reading);
  g_free (self->table);
  g_free (self->entries);
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

void
qm_document_tell (QmDocument *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
qm_document_init (QmDocument *self)
{
  self->bookmarks = qm_bookmarks_new ();
}

void
qm_document_set_file (QmDocument *self, GFile *file)
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
QmDocument *
qm_document_make (GFile *file, QmState *state)
{
  QmDocument *self = g_object_new (QM_TYPE_DOCUMENT, NULL);

  qm_document_set_file (self, file);
  self->state = state != NULL ? qm_state_ref (state) : NULL;
  return self;
}

/* There is nothing to read: what is there comes by editing. */
QmDocument *
qm_document_new_untitled (QmState *state)
{
  QmDocument *self = qm_document_make (NULL, state);
  g_autofree char *text = qm_edit_new_file (_ ("Untitled"));

  g_free (self->name);
  self->name = g_strdup (_ ("Untitled"));
  g_free (self->key);
  self->key = NULL;
  self->now = qm_version_new ();
  self->texts = qm_versions_new (text);
  return self;
}

QmDocument *
qm_document_new_from_draft (const char *path, QmState *state)
{
  g_auto (QmDraftContent) content = { 0 };
  QmDraft *draft = qm_draft_open (path, &content);
  const char *uri = content.key;
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  QmDocument *self;

  if (draft == NULL)
    return NULL;
  self = uri == NULL                            ? qm_document_new_untitled (state)
         : g_str_equal (uri, QM_STATE_BUILT_IN) ? qm_document_new (NULL, state)
                                                : qm_document_new (file, state);
  self->draft = draft;
  self->reading = g_steal_pointer (&content.reading);
  self->table = g_steal_pointer (&content.table);
  self->is_table_open = self->table != NULL;
  self->entries = g_steal_pointer (&content.entries);
  if (content.text != NULL && qm_document_get_text (self) != NULL)
    qm_document_edit (self, content.text, NULL);
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

char *
qm_document_get_folder (QmDocument *self)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (QM_IS_DOCUMENT (self), NULL);

  path = self->file != NULL ? g_file_get_path (self->file) : NULL;
  return path != NULL ? g_path_get_dirname (path) : NULL;
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

  qm_document_look_again (self, FALSE);
  if (self->good != NULL)
    qm_document_remember (self);
}
