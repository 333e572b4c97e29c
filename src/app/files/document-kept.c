/* What is kept beside a document: what is not saved, and what is being read for it. */
#include "app/files/document-private.h"

#include "app/files/kept-text.h"

/* A new dataset has no key, and what belongs to it is kept once it is saved. */
gboolean
qm_document_is_reading_kept (QmDocument *self)
{
  return self->keeps_reading && self->key != NULL && self->good != NULL;
}

/* What is no part of any file, and goes on when its window is closed. */
static gboolean
is_at_work (QmDocument *self)
{
  return qm_document_has_open_table (self) || self->entries != NULL;
}

void
qm_document_keep_draft (QmDocument *self)
{
  QmDraftContent content = { .key = self->key, .reading = self->reading, .entries = self->entries };

  /* What has been pasted to be read, and what is typed beside it, is not saved either. */
  if (self->edited == NULL && (self->reading == NULL || qm_document_is_reading_kept (self)) &&
      !is_at_work (self)) {
    qm_document_discard_draft (self);
    return;
  }
  /* A file that is not edited may be another one by then. */
  if (self->edited != NULL || self->good == NULL)
    content.text = (char *) qm_versions_get (self->texts);
  if (qm_document_has_open_table (self))
    content.table = self->table;
  if (self->draft == NULL)
    self->draft = qm_draft_new ();
  qm_draft_write (self->draft, &content);
}

/* FALSE where it is what it was. */
static gboolean
keep (char **place, const char *json)
{
  if (g_strcmp0 (json, *place) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (json);
  return TRUE;
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

  if (keep (&self->reading, reading))
    qm_document_keep_draft (self);
  if (qm_document_is_reading_kept (self))
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
  qm_document_keep_draft (self);
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

  if (!keep (&self->table, table))
    return;
  self->is_table_open = table != NULL;
  qm_document_keep_draft (self);
}

void
qm_document_close_table (QmDocument *self)
{
  g_return_if_fail (QM_IS_DOCUMENT (self));

  self->is_table_open = FALSE;
  qm_document_keep_draft (self);
}

gboolean
qm_document_has_open_table (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), FALSE);

  return self->table != NULL && (self->is_table_open || qm_document_get_dataset (self) == NULL);
}

const char *
qm_document_get_entries (QmDocument *self)
{
  g_return_val_if_fail (QM_IS_DOCUMENT (self), NULL);

  return self->entries;
}

void
qm_document_set_entries (QmDocument *self, const char *entries)
{
  g_return_if_fail (QM_IS_DOCUMENT (self));

  if (keep (&self->entries, entries))
    qm_document_keep_draft (self);
}

void
qm_document_discard_draft (QmDocument *self)
{
  g_return_if_fail (QM_IS_DOCUMENT (self));

  if (self->draft != NULL)
    qm_draft_discard (self->draft);
  self->draft = NULL;
}

void
qm_document_leave (QmDocument *self)
{
  g_return_if_fail (QM_IS_DOCUMENT (self));

  if (!is_at_work (self))
    qm_document_discard_draft (self);
}
