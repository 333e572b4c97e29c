/* The panels of a chart on its plot: side by side where there is width for their words, else one
 * above the other, each with its heading over what its form draws. */
#pragma once

#include "chart/draw/style.h"
#include "chart/view/viewed.h"

G_BEGIN_DECLS

/* The room of each panel, with its heading, in the chart's order. areas has chart->n_panels
 * elements. Returns TRUE if they stand side by side. */
gboolean qm_panels_place (const QmStyle *style, const QmChart *chart, QmRect plot, QmRect *areas);

void qm_panels_add (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, QmRect plot);

G_END_DECLS
