#include "app/pages/folded-text.h"

#include "search/query.h"

void
qm_folded_text_set (QmFoldedText *self, const char *text)
{
  qm_folded_text_clear (self);
  self->cased = qm_fold (text, QM_FOLD_CASE, NULL);
  self->plain = qm_fold (text, QM_FOLD_MARKS, NULL);
}

void
qm_folded_text_clear (QmFoldedText *self)
{
  g_clear_pointer (&self->cased, g_free);
  g_clear_pointer (&self->plain, g_free);
}

gboolean
qm_folded_text_has (const QmFoldedText *self, const GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (qm_query_match (words->pdata[i], self->cased, self->plain) == QM_MATCH_NONE)
      return FALSE;
  return TRUE;
}
