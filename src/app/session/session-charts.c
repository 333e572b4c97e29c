#include "app/session/session-private.h"

#include <string.h>

/* --- The order of the charts --- */

const guint *
qm_session_get_order (QmSession *self)
{
  g_return_val_if_fail (QM_IS_SESSION (self), NULL);

  return self->order;
}

void
qm_session_move_chart (QmSession *self, guint from, guint to)
{
  guint moved;

  g_return_if_fail (QM_IS_SESSION (self));
  g_return_if_fail (from < self->dataset->n_charts && to < self->dataset->n_charts);

  moved = self->order[from];
  if (from < to)
    memmove (&self->order[from], &self->order[from + 1], (to - from) * sizeof moved);
  else
    memmove (&self->order[to + 1], &self->order[to], (from - to) * sizeof moved);
  self->order[to] = moved;
  qm_session_take_step (self, NULL, QM_SESSION_ORDER);
}

GPtrArray *
qm_session_list_charts (QmSession *self)
{
  GPtrArray *charts;

  g_return_val_if_fail (QM_IS_SESSION (self), NULL);

  charts = g_ptr_array_new ();
  for (gsize i = 0; i < self->dataset->n_charts; i++)
    g_ptr_array_add (charts, (gpointer) &self->dataset->charts[self->order[i]]);
  return charts;
}

const QmChart *
qm_session_peek_chart (QmSession *self, int distance)
{
  g_autoptr (GPtrArray) charts = NULL;
  guint front, place;

  g_return_val_if_fail (QM_IS_SESSION (self), NULL);

  charts = qm_session_list_charts (self);
  g_ptr_array_find (charts, qm_session_get_chart (self), &front);
  /* Before the first it is beyond the last, too. */
  place = front + (guint) distance;
  return place < charts->len ? charts->pdata[place] : NULL;
}

/* --- The choice of charts --- */

gboolean
qm_session_is_chosen (QmSession *self, const QmChart *chart)
{
  g_return_val_if_fail (QM_IS_SESSION (self), FALSE);

  return g_hash_table_contains (self->chosen, chart->id);
}

void
qm_session_choose (QmSession *self, const QmChart *chart, gboolean is_chosen)
{
  g_return_if_fail (QM_IS_SESSION (self));

  if (is_chosen == qm_session_is_chosen (self, chart))
    return;
  if (is_chosen)
    g_hash_table_add (self->chosen, g_strdup (chart->id));
  else
    g_hash_table_remove (self->chosen, chart->id);
  qm_session_emit (self, QM_SESSION_CHOICE);
}

void
qm_session_choose_range (QmSession *self, guint from, guint to)
{
  g_return_if_fail (QM_IS_SESSION (self));
  g_return_if_fail (from < self->dataset->n_charts && to < self->dataset->n_charts);

  g_hash_table_remove_all (self->chosen);
  for (guint i = MIN (from, to); i <= MAX (from, to); i++)
    g_hash_table_add (self->chosen, g_strdup (self->dataset->charts[self->order[i]].id));
  qm_session_emit (self, QM_SESSION_CHOICE);
}

void
qm_session_choose_none (QmSession *self)
{
  g_return_if_fail (QM_IS_SESSION (self));

  g_hash_table_remove_all (self->chosen);
  qm_session_emit (self, QM_SESSION_CHOICE);
}

GPtrArray *
qm_session_list_chosen (QmSession *self)
{
  GPtrArray *charts = qm_session_list_charts (self);

  for (guint i = charts->len; i-- > 0;)
    if (!qm_session_is_chosen (self, charts->pdata[i]))
      g_ptr_array_remove_index (charts, i);
  return charts;
}
