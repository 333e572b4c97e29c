#include "app/evidence/shown.h"

#include "chart/view/viewed.h"

/* Those that are not listed yet. */
static void
add_shown (QmSession *session, guint pane, GHashTable *is_listed, GPtrArray *claims)
{
  const QmView *view;
  const QmChart *chart = qm_session_get_pane (session, pane, &view);
  g_auto (QmViewedChart) viewed = qm_view_chart (view, chart);

  for (gsize i = 0; i < viewed.chart.n_panels; i++) {
    const QmPanel *panel = &viewed.chart.panels[i];

    for (gsize j = 0; j < panel->n_claims; j++) {
      const QmClaim *claim = qm_viewed_original (&viewed, panel->claims[j]);

      if (g_hash_table_add (is_listed, (gpointer) claim))
        g_ptr_array_add (claims, (gpointer) claim);
    }
  }
}

QmShownClaims
qm_shown_claims (QmSession *session)
{
  g_autoptr (GHashTable) in_front = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) in_all = g_hash_table_new (NULL, NULL);
  guint n_panes = qm_session_get_n_panes (session);
  QmShownClaims shown = { .session = session, .in_front = g_ptr_array_new () };

  add_shown (session, qm_session_get_active (session), in_front, shown.in_front);
  shown.in_all = n_panes > 1 ? g_ptr_array_new () : g_ptr_array_ref (shown.in_front);
  for (guint i = 0; n_panes > 1 && i < n_panes; i++)
    add_shown (session, i, in_all, shown.in_all);
  return shown;
}

void
qm_shown_claims_clear (QmShownClaims *shown)
{
  g_clear_pointer (&shown->in_front, g_ptr_array_unref);
  g_clear_pointer (&shown->in_all, g_ptr_array_unref);
}

/* --- Sources --- */

/* Counts the claim once for each source that it cites, however often. */
static void
count (const QmDataset *dataset, const QmClaim *claim, gsize *counts)
{
  for (gsize i = 0; i < claim->n_citations; i++) {
    gboolean is_again = FALSE;

    for (gsize j = 0; j < i && !is_again; j++)
      is_again = claim->citations[j].source == claim->citations[i].source;
    if (!is_again)
      counts[claim->citations[i].source - dataset->sources]++;
  }
}

GArray *
qm_shown_sources (const QmShownClaims *shown)
{
  const QmDataset *dataset = qm_session_get_dataset (shown->session);
  const QmClaim *selected = qm_session_get_selected (shown->session);
  g_autofree gsize *here = g_new0 (gsize, dataset->n_sources);
  g_autofree gsize *in_all = g_new0 (gsize, dataset->n_sources);
  g_autofree gsize *of_selected = g_new0 (gsize, dataset->n_sources);
  GArray *sources = g_array_new (FALSE, TRUE, sizeof (QmShownSource));

  for (guint i = 0; i < shown->in_all->len; i++)
    count (dataset, shown->in_all->pdata[i], here);
  for (gsize i = 0; i < dataset->n_claims; i++)
    count (dataset, &dataset->claims[i], in_all);
  if (selected != NULL)
    count (dataset, selected, of_selected);
  for (gsize i = 0; i < dataset->n_sources; i++) {
    QmShownSource counted = { .source = &dataset->sources[i],
                              .n_claims = (guint) in_all[i],
                              .n_here = (guint) here[i] };

    if (here[i] > 0 || of_selected[i] > 0)
      g_array_append_val (sources, counted);
  }
  return sources;
}

/* --- One claim --- */

QmShown
qm_shown_where (const QmShownClaims *shown, const QmClaim *claim)
{
  const QmDataset *dataset = qm_session_get_dataset (shown->session);

  if (g_ptr_array_find (shown->in_front, claim, NULL))
    return QM_SHOWN;
  if (qm_dataset_chart_has_claim (qm_session_get_chart (shown->session), claim))
    return QM_SHOWN_NOT_BY_VIEW;
  for (gsize i = 0; i < dataset->n_charts; i++)
    if (qm_dataset_chart_has_claim (&dataset->charts[i], claim))
      return QM_SHOWN_ELSEWHERE;
  return QM_SHOWN_NOWHERE;
}
