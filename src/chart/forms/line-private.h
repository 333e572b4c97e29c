/* What the files of the line form share: figures as points of a plot, and places for their words.
 */
#pragma once

#include "chart/style.h"
#include "scale/scale.h"

G_BEGIN_DECLS

typedef struct {
  const QmClaim *claim;
  gboolean is_end;       /* at the right edge: its words stand beyond it */
  QmLabel words, detail; /* "China 40%", "projected" */
  QmRect place;          /* of both; empty where there is no room */
} QmLinePoint;

typedef struct {
  const QmPanel *panel;
  QmLinePoint *points; /* in the panel's order */
  gsize n_points;
  QmRect plot;
  double top; /* of the room for words above the plot */
  QmScale x, y;
  QmTicks ticks;
} QmLineChart;

double qm_line_year (const QmClaim *claim);

/* The entity's next figure in time, or NULL. */
const QmClaim *qm_line_next (const QmPanel *panel, const QmClaim *claim);

/* Where the claim's dot is. */
QmPoint qm_line_dot (const QmLineChart *chart, const QmClaim *claim);

/* Places the measured words of all points: those at the right edge beyond it, within area, others
 * at their dot. */
void qm_line_place_words (QmLineChart *chart, const QmStyle *style, QmRect area);

G_END_DECLS
