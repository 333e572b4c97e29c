#include "app/evidence/shown.h"

#include "chart/view/view-offers.h"
#include "chart/view/viewed.h"

GPtrArray *
qm_shown_claims (QmSession *session, guint pane)
{
  const QmView *view;
  const QmChart *chart = qm_session_get_pane (session, pane, &view);
  g_auto (QmViewedChart) viewed = qm_view_chart (view, chart);
  g_autoptr (GHashTable) is_listed = g_hash_table_new (NULL, NULL);
  GPtrArray *claims = g_ptr_array_new ();

  for (gsize i = 0; i < viewed.chart.n_panels; i++) {
    const QmPanel *panel = &viewed.chart.panels[i];

    for (gsize j = 0; j < panel->n_claims; j++) {
      const QmClaim *claim = qm_viewed_original (&viewed, panel->claims[j]);

      if (g_hash_table_add (is_listed, (gpointer) claim))
        g_ptr_array_add (claims, (gpointer) claim);
    }
  }
  return claims;
}

/* --- Sources --- */

static gboolean
cites (const QmClaim *claim, const QmSource *source)
{
  for (gsize i = 0; i < claim->n_citations; i++)
    if (claim->citations[i].source == source)
      return TRUE;
  return FALSE;
}

/* Those of all panes, each once, though charts may share them. */
static GPtrArray *
all_shown_claims (QmSession *session)
{
  GPtrArray *all = qm_shown_claims (session, 0);

  for (guint i = 1; i < qm_session_get_n_panes (session); i++) {
    g_autoptr (GPtrArray) claims = qm_shown_claims (session, i);

    for (guint j = 0; j < claims->len; j++)
      if (!g_ptr_array_find (all, claims->pdata[j], NULL))
        g_ptr_array_add (all, claims->pdata[j]);
  }
  return all;
}

static QmShownSource
count (const QmDataset *dataset, const GPtrArray *shown, const QmSource *source)
{
  QmShownSource counted = { .source = source };

  for (gsize i = 0; i < dataset->n_claims; i++)
    counted.n_claims += cites (&dataset->claims[i], source);
  for (guint i = 0; i < shown->len; i++)
    counted.n_here += cites (shown->pdata[i], source);
  return counted;
}

GArray *
qm_shown_sources (QmSession *session)
{
  const QmDataset *dataset = qm_session_get_dataset (session);
  const QmClaim *selected = qm_session_get_selected (session);
  g_autoptr (GPtrArray) shown = all_shown_claims (session);
  GArray *sources = g_array_new (FALSE, TRUE, sizeof (QmShownSource));

  for (gsize i = 0; i < dataset->n_sources; i++) {
    QmShownSource counted = count (dataset, shown, &dataset->sources[i]);

    if (counted.n_here > 0 || (selected != NULL && cites (selected, counted.source)))
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
