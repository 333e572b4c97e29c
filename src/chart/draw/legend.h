/* The key in the footer: what the textures of a chart mean. Hues need none, since names stand at
 * the marks. */
#pragma once

#include "chart/draw/label.h"
#include "chart/view/viewed.h"

/* What it explains: the standings, by their values. */
#define QM_LEGEND_ENTRIES (QM_COMPUTED + 1)

typedef struct {
  QmLabel words[QM_LEGEND_ENTRIES];  /* empty for those that the chart does not show */
  QmPoint places[QM_LEGEND_ENTRIES]; /* of the entries, from the key's top left corner */
  double swatch;                     /* width of the sample before each word */
  double line;                       /* height of an entry */
  double width, height;              /* of the whole; 0 where there is nothing to explain */
  gboolean has_dots;
} QmLegend;

/* Which standings there are to explain. */
typedef struct {
  gboolean has[QM_LEGEND_ENTRIES];
  gboolean has_expected; /* what is computed from projected figures */
} QmStandings;

/* Those of the chart's claims; without the ones that drawn leaves out, where that is not NULL. */
QmStandings qm_legend_find (const QmViewedChart *viewed, const QmScene *drawn);

/* Measures the key of exactly these standings; it is empty when all are stated. Its entries stand
 * side by side as far as they fit into width. */
QmLegend qm_legend (const QmStyle *style, const QmViewedChart *viewed, const QmStandings *standings,
                    double width);

void qm_legend_clear (QmLegend *legend);

/* Adds the key with its top left corner at x, y, and empties it. */
void qm_legend_place (QmLegend *legend, QmScene *scene, const QmStyle *style, double x, double y);
