/* Editing a document, and saving it. */
#include "app/files/document-private.h"

#include "app/files/kept-text.h"
#include "base/words.h"
#include "export/restore.h"
#include "export/write.h"

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
    qm_document_begin_from_file (self);
  return qm_versions_get (self->texts);
}

guint
qm_document_get_version (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), 0);

  return self->texts != NULL ? qm_versions_get_number (self->texts) : 0;
}

/* What is edited is what stands in the texts now; NULL there where that is no dataset. */
static void
take_edited (QmDocument *self, QmVersion *version)
{
  gboolean is_as_saved = qm_version_is_same (version, self->good);

  qm_version_replace (&self->edited, is_as_saved || version->dataset == NULL ? NULL : version);
  qm_document_keep_draft (self);
  qm_document_tell (self);
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

  version = qm_version_parse (self->name, text);
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
  version = qm_version_parse (self->name, qm_versions_get (self->texts));
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
  qm_version_replace (&self->edited, NULL);
  qm_document_doubt (self, NULL);
  if (file != NULL && !qm_document_is_of (self, file)) {
    qm_document_set_file (self, file);
    qm_document_watch (self);
  }
  qm_document_accept (self, saved);
  qm_version_unref (saved);
  if (qm_document_is_reading_kept (self))
    qm_kept_text_write (self->key, self->reading);
  qm_document_keep_draft (self);
  qm_document_tell (self);
  return TRUE;
}

void
qm_document_revert (QmDocument *self)
{
  g_return_if_fail (QM_IS_DOCUMENT (self));

  qm_version_replace (&self->edited, NULL);
  if (self->good != NULL)
    qm_document_begin_from_file (self);
  qm_document_keep_draft (self);
  qm_document_tell (self);
}
