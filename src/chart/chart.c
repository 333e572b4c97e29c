#include "chart/chart.h"

#include "chart/draw/layout.h"

QmScene *
qm_chart_build (const QmChart *chart, const QmView *view, const QmCanvas *canvas)
{
  g_auto (QmViewedChart) viewed = qm_view_chart (view, chart);
  g_autofree QmRect *areas = g_new (QmRect, chart->n_panels);

  return qm_layout_build (&viewed, canvas, areas);
}
