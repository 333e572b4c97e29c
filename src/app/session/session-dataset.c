#include "app/session/session-private.h"

/* The one before, to be kept until all have heard that it is gone. */
static QmDataset *
replace_dataset (QmSession *self, QmDataset *dataset)
{
  QmDataset *before = self->dataset;

  self->dataset = qm_dataset_ref (dataset);
  if (self->selected != NULL)
    self->selected = qm_dataset_find_claim (dataset, self->selected->id);
  return before;
}

QmDataset *
qm_session_go_to_version (QmSession *self, guint version)
{
  QmDataset *dataset;

  if (version == self->version || self->find_version == NULL)
    return NULL;
  dataset = self->find_version (version, self->find_version_data);
  if (dataset == NULL)
    return NULL;
  self->version = version;
  return replace_dataset (self, dataset);
}

static void
emit_dataset (QmSession *self)
{
  qm_session_emit (self, QM_SESSION_DATASET | QM_SESSION_CHART | QM_SESSION_VIEW |
                             QM_SESSION_ORDER | QM_SESSION_SELECTION | QM_SESSION_HISTORY);
}

void
qm_session_set_dataset (QmSession *self, QmDataset *dataset)
{
  g_autoptr (QmDataset) before = NULL;

  g_return_if_fail (QM_IS_SESSION (self));
  g_return_if_fail (dataset != NULL && dataset->n_charts > 0);

  before = replace_dataset (self, dataset);
  qm_session_read_state (self, qm_history_get (self->history));
  emit_dataset (self);
}

void
qm_session_set_versions (QmSession *self, QmVersionDataset find, gpointer user_data, guint version)
{
  g_autofree char *state = NULL;

  g_return_if_fail (QM_IS_SESSION (self));

  self->find_version = find;
  self->find_version_data = user_data;
  self->version = version;
  state = qm_session_write_state (self);
  qm_history_amend (self->history, state);
}

void
qm_session_edit (QmSession *self, QmDataset *dataset, guint version, const char *chart)
{
  g_autoptr (QmDataset) before = NULL;
  const QmChart *shown;

  g_return_if_fail (QM_IS_SESSION (self));
  g_return_if_fail (dataset != NULL && dataset->n_charts > 0);

  before = replace_dataset (self, dataset);
  self->version = version;
  qm_session_read_state (self, qm_history_get (self->history));
  shown = chart != NULL ? qm_dataset_find_chart (dataset, chart) : NULL;
  if (shown != NULL && shown != qm_session_get_chart (self)) {
    g_auto (QmView) view = qm_session_copy_view (self, shown);

    qm_pane_set (&self->panes[self->active], shown, &view);
  }
  qm_session_take_step (self, NULL,
                        QM_SESSION_DATASET | QM_SESSION_CHART | QM_SESSION_VIEW | QM_SESSION_ORDER |
                            QM_SESSION_SELECTION);
}

void
qm_session_begin (QmSession *self, QmDataset *dataset, const char *left)
{
  g_auto (GStrv) parts = g_strsplit (left != NULL ? left : "", "\n\n", 2);
  guint n_parts = g_strv_length (parts);
  g_autoptr (QmDataset) before = NULL;

  g_return_if_fail (QM_IS_SESSION (self));
  g_return_if_fail (dataset != NULL && dataset->n_charts > 0);

  before = replace_dataset (self, dataset);
  self->selected = NULL;
  self->version = 0;
  g_hash_table_remove_all (self->left);
  g_hash_table_remove_all (self->chosen);
  qm_session_read_views (self, n_parts > 1 ? parts[1] : "");
  qm_session_read_state (self, n_parts > 0 ? parts[0] : "");
  qm_session_remember_views (self);
  qm_session_begin_history (self);
  emit_dataset (self);
}
