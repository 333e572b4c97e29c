/* What is kept beside a document: what is not saved, and what is being read for it. */
#include "app/files/document-private.h"

#include "app/files/kept-text.h"

/* A new dataset has no key, and what belongs to it is kept once it is saved. */
gboolean
qm_document_is_reading_kept (QmDocument *self)
{
  return self->keeps_reading && self->key != NULL && self->good != NULL;
}

void
qm_document_keep_draft (QmDocument *self)
{
  /* What has been pasted to be read, and what is typed beside it, is not saved either. */
  if (self->edited == NULL && (self->reading == NULL || qm_document_is_reading_kept (self)) &&
      (self->table == NULL || self->good != NULL)) {
    qm_document_discard_draft (self);
    return;
  }
  if (self->draft == NULL)
    self->draft = qm_draft_new ();
  qm_draft_write (self->draft, self->key, qm_versions_get (self->texts), self->reading,
                  self->table);
}

static void
keep (QmDocument *self, char **place, const char *json)
{
  if (g_strcmp0 (json, *place) == 0)
    return;
  g_free (*place);
  *place = g_strdup (json);
  qm_document_keep_draft (self);
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

void
qm_document_leave (QmDocument *self)
{
  g_return_if_fail (QM_IS_DOCUMENT (self));

  if (self->table == NULL || self->good != NULL)
    qm_document_discard_draft (self);
}
