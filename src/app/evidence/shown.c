#include "app/evidence/shown.h"

#include "chart/view/view-offers.h"
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

GPtrArray *
qm_shown_claims (QmSession *session, guint pane)
{
  g_autoptr (GHashTable) is_listed = g_hash_table_new (NULL, NULL);
  GPtrArray *claims = g_ptr_array_new ();

  add_shown (session, pane, is_listed, claims);
  return claims;
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

/* Those of all panes, each once, though charts may share them. */
static gsize *
count_here (QmSession *session, const QmDataset *dataset)
{
  g_autoptr (GHashTable) is_listed = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  gsize *counts = g_new0 (gsize, dataset->n_sources);

  for (guint i = 0; i < qm_session_get_n_panes (session); i++)
    add_shown (session, i, is_listed, shown);
  for (guint i = 0; i < shown->len; i++)
    count (dataset, shown->pdata[i], counts);
  return counts;
}

GArray *
qm_shown_sources (QmSession *session)
{
  const QmDataset *dataset = qm_session_get_dataset (session);
  const QmClaim *selected = qm_session_get_selected (session);
  g_autofree gsize *here = count_here (session, dataset);
  g_autofree gsize *in_all = g_new0 (gsize, dataset->n_sources);
  g_autofree gsize *of_selected = g_new0 (gsize, dataset->n_sources);
  GArray *sources = g_array_new (FALSE, TRUE, sizeof (QmShownSource));

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
qm_shown_where (QmSession *session, const QmClaim *claim)
{
  const QmDataset *dataset = qm_session_get_dataset (session);
  g_autoptr (GPtrArray) shown = qm_shown_claims (session, qm_session_get_active (session));

  if (g_ptr_array_find (shown, claim, NULL))
    return QM_SHOWN;
  if (qm_dataset_chart_has_claim (qm_session_get_chart (session), claim))
    return QM_SHOWN_NOT_BY_VIEW;
  for (gsize i = 0; i < dataset->n_charts; i++)
    if (qm_dataset_chart_has_claim (&dataset->charts[i], claim))
      return QM_SHOWN_ELSEWHERE;
  return QM_SHOWN_NOWHERE;
}
