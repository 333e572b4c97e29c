#include "app/session/session.h"

#include "app/session/session-private.h"
#include "chart/view/author-view.h"
#include "chart/view/view-json.h"
#include "chart/view/viewed.h"

G_DEFINE_FINAL_TYPE (QmSession, qm_session, G_TYPE_OBJECT)

static guint changed_signal, refused_signal;

void
qm_session_emit (QmSession *self, QmSessionChange change)
{
  g_signal_emit (self, changed_signal, 0, (guint) change);
}

void
qm_pane_set (QmPane *pane, const QmChart *chart, const QmView *view)
{
  pane->chart = chart;
  qm_view_set (&pane->view, view);
}

/* --- Steps --- */

void
qm_session_remember_views (QmSession *self)
{
  for (guint i = 0; i < self->n_panes; i++) {
    const QmPane *pane = &self->panes[i];

    g_hash_table_replace (self->left, g_strdup (pane->chart->id),
                          qm_view_to_json (pane->chart, &pane->view));
  }
}

static gboolean
is_claim_shown (QmSession *self, const QmClaim *claim)
{
  for (guint i = 0; i < self->n_panes; i++)
    if (qm_dataset_chart_has_claim (self->panes[i].chart, claim))
      return TRUE;
  return FALSE;
}

/* Whoever goes to another chart has left what they had selected there. */
static QmSessionChange
drop_selection (QmSession *self)
{
  if (self->selected == NULL || is_claim_shown (self, self->selected))
    return 0;

  self->selected = NULL;
  return QM_SESSION_SELECTION;
}

void
qm_session_take_step (QmSession *self, const char *kind, QmSessionChange change)
{
  g_autofree char *state = qm_session_write_state (self);

  if (!qm_history_push (self->history, state, kind))
    return;

  qm_session_remember_views (self);
  if ((change & QM_SESSION_CHART) != 0)
    change |= drop_selection (self);
  qm_session_emit (self, change | QM_SESSION_HISTORY);
}

static void
go_to_state (QmSession *self, const char *state)
{
  g_autoptr (QmDataset) before = qm_session_go_to_version (self, qm_session_read_version (state));

  qm_session_read_state (self, state);
  qm_session_remember_views (self);
  qm_session_emit (self, QM_SESSION_CHART | QM_SESSION_VIEW | QM_SESSION_ORDER |
                             QM_SESSION_HISTORY |
                             (before != NULL ? QM_SESSION_DATASET | QM_SESSION_SELECTION : 0) |
                             drop_selection (self));
}

/* --- The object --- */

static void
qm_session_finalize (GObject *object)
{
  QmSession *self = QM_SESSION (object);

  for (guint i = 0; i < QM_SESSION_MAX_PANES; i++)
    qm_view_clear (&self->panes[i].view);
  qm_history_free (self->history);
  g_hash_table_unref (self->left);
  g_hash_table_unref (self->chosen);
  g_free (self->order);
  qm_dataset_unref (self->dataset);
  G_OBJECT_CLASS (qm_session_parent_class)->finalize (object);
}

static void
qm_session_class_init (QmSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qm_session_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  refused_signal = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
qm_session_init (QmSession *self)
{
  self->left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
qm_session_begin_history (QmSession *self)
{
  g_autofree char *state = qm_session_write_state (self);

  g_clear_pointer (&self->history, qm_history_free);
  self->history = qm_history_new (state);
}

QmSession *
qm_session_new (QmDataset *dataset)
{
  QmSession *self;

  g_return_val_if_fail (dataset != NULL && dataset->n_charts > 0, NULL);

  self = g_object_new (QM_TYPE_SESSION, NULL);
  self->dataset = qm_dataset_ref (dataset);
  qm_session_read_state (self, "");
  qm_session_begin_history (self);
  return self;
}

QmDataset *
qm_session_get_dataset (QmSession *self)
{
  g_return_val_if_fail (QM_IS_SESSION (self), NULL);

  return self->dataset;
}

/* --- The chart in front --- */

const QmChart *
qm_session_get_chart (QmSession *self)
{
  g_return_val_if_fail (QM_IS_SESSION (self), NULL);

  return self->panes[self->active].chart;
}

const QmView *
qm_session_get_view (QmSession *self)
{
  g_return_val_if_fail (QM_IS_SESSION (self), NULL);

  return &self->panes[self->active].view;
}

static void
show (QmSession *self, const QmChart *chart, const QmView *view, const char *kind)
{
  qm_pane_set (&self->panes[self->active], chart, view);
  qm_session_take_step (self, kind, QM_SESSION_CHART | QM_SESSION_VIEW);
}

static void
show_as_left (QmSession *self, const QmChart *chart, const char *kind)
{
  g_auto (QmView) view = qm_session_copy_view (self, chart);

  show (self, chart, &view, kind);
}

void
qm_session_show_chart (QmSession *self, const QmChart *chart)
{
  g_return_if_fail (QM_IS_SESSION (self));
  g_return_if_fail (chart != NULL);

  show_as_left (self, chart, NULL);
}

void
qm_session_turn_to_chart (QmSession *self, const QmChart *chart)
{
  g_return_if_fail (QM_IS_SESSION (self));
  g_return_if_fail (chart != NULL);

  show_as_left (self, chart, "turn");
}

void
qm_session_show (QmSession *self, const QmChart *chart, const QmView *view)
{
  g_return_if_fail (QM_IS_SESSION (self));
  g_return_if_fail (chart != NULL && view != NULL);

  show (self, chart, view, NULL);
}

QmView
qm_session_copy_view (QmSession *self, const QmChart *chart)
{
  const char *left;
  QmView view;

  g_return_val_if_fail (QM_IS_SESSION (self), qm_view_default);
  g_return_val_if_fail (chart != NULL, qm_view_default);

  if (chart == qm_session_get_chart (self))
    return qm_view_copy (qm_session_get_view (self));
  view = qm_view_copy (qm_author_view (chart));
  left = g_hash_table_lookup (self->left, chart->id);
  if (left != NULL)
    qm_view_adapt_json (self->dataset, left, &chart, &view);
  return view;
}

gboolean
qm_session_is_shown (QmSession *self, const QmChart *chart)
{
  g_return_val_if_fail (QM_IS_SESSION (self), FALSE);

  for (guint i = 0; i < self->n_panes; i++)
    if (self->panes[i].chart == chart)
      return TRUE;
  return FALSE;
}

void
qm_session_set_view (QmSession *self, const QmView *view, const char *kind)
{
  g_autoptr (GError) refusal = NULL;
  QmPane *pane;

  g_return_if_fail (QM_IS_SESSION (self));
  g_return_if_fail (view != NULL);

  pane = &self->panes[self->active];
  qm_view_set (&pane->view, view);
  /* What is shown now may have come down to zero. */
  pane->view.is_log = view->is_log && qm_view_can_be_log (view, pane->chart, &refusal);
  qm_session_take_step (self, kind, QM_SESSION_VIEW);
  if (refusal != NULL)
    g_signal_emit (self, refused_signal, 0, refusal->message);
}

void
qm_session_drop_view (QmSession *self)
{
  QmPane *pane;
  g_autofree char *state = NULL;

  g_return_if_fail (QM_IS_SESSION (self));

  pane = &self->panes[self->active];
  qm_view_set (&pane->view, qm_author_view (pane->chart));
  state = qm_session_write_state (self);
  qm_history_amend (self->history, state);
  qm_session_remember_views (self);
}

/* --- Side by side --- */

guint
qm_session_get_n_panes (QmSession *self)
{
  g_return_val_if_fail (QM_IS_SESSION (self), 0);

  return self->n_panes;
}

guint
qm_session_get_active (QmSession *self)
{
  g_return_val_if_fail (QM_IS_SESSION (self), 0);

  return self->active;
}

void
qm_session_set_active (QmSession *self, guint pane)
{
  g_autofree char *state = NULL;

  g_return_if_fail (QM_IS_SESSION (self));
  g_return_if_fail (pane < self->n_panes);

  if (pane == self->active)
    return;

  /* No step: to undo it would hardly be seen, and a focus that comes along would end all redoing.
   */
  self->active = pane;
  state = qm_session_write_state (self);
  qm_history_amend (self->history, state);
  qm_session_emit (self, QM_SESSION_CHART);
}

const QmChart *
qm_session_get_pane (QmSession *self, guint pane, const QmView **view)
{
  g_return_val_if_fail (QM_IS_SESSION (self), NULL);
  g_return_val_if_fail (pane < self->n_panes, NULL);

  if (view != NULL)
    *view = &self->panes[pane].view;
  return self->panes[pane].chart;
}

void
qm_session_set_comparing (QmSession *self, gboolean is_comparing)
{
  g_return_if_fail (QM_IS_SESSION (self));

  if (is_comparing == (self->n_panes > 1))
    return;

  if (is_comparing) {
    qm_pane_set (&self->panes[1], self->panes[0].chart, &self->panes[0].view);
    self->n_panes = 2;
    self->active = 1;
  } else {
    qm_pane_set (&self->panes[0], qm_session_get_chart (self), qm_session_get_view (self));
    self->n_panes = 1;
    self->active = 0;
  }
  qm_session_take_step (self, NULL, QM_SESSION_CHART | QM_SESSION_VIEW);
}

/* --- The selection --- */

const QmClaim *
qm_session_get_selected (QmSession *self)
{
  g_return_val_if_fail (QM_IS_SESSION (self), NULL);

  return self->selected;
}

void
qm_session_select (QmSession *self, const QmClaim *claim)
{
  g_return_if_fail (QM_IS_SESSION (self));

  if (claim == self->selected)
    return;

  self->selected = claim;
  qm_session_emit (self, QM_SESSION_SELECTION);
}

gboolean
qm_session_go_to_claim (QmSession *self, const QmClaim *claim)
{
  const QmChart *chart;

  g_return_val_if_fail (QM_IS_SESSION (self), FALSE);
  g_return_val_if_fail (claim != NULL, FALSE);

  chart = qm_session_get_chart (self);
  for (gsize i = 0; i < self->dataset->n_charts && !qm_dataset_chart_has_claim (chart, claim); i++)
    if (qm_dataset_chart_has_claim (&self->dataset->charts[self->order[i]], claim))
      chart = &self->dataset->charts[self->order[i]];
  if (chart != qm_session_get_chart (self))
    qm_session_show_chart (self, chart);
  qm_session_select (self, claim);
  return qm_dataset_chart_has_claim (chart, claim);
}

/* --- Steps --- */

gboolean
qm_session_can_undo (QmSession *self)
{
  g_return_val_if_fail (QM_IS_SESSION (self), FALSE);

  return qm_history_can_undo (self->history);
}

gboolean
qm_session_can_redo (QmSession *self)
{
  g_return_val_if_fail (QM_IS_SESSION (self), FALSE);

  return qm_history_can_redo (self->history);
}

void
qm_session_undo (QmSession *self)
{
  g_return_if_fail (QM_IS_SESSION (self));

  if (qm_history_can_undo (self->history))
    go_to_state (self, qm_history_undo (self->history));
}

void
qm_session_redo (QmSession *self)
{
  g_return_if_fail (QM_IS_SESSION (self));

  if (qm_history_can_redo (self->history))
    go_to_state (self, qm_history_redo (self->history));
}

const char *
qm_session_get_state (QmSession *self)
{
  g_return_val_if_fail (QM_IS_SESSION (self), NULL);

  return qm_history_get (self->history);
}
