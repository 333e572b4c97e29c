/* One panel of a chart on its way into the scene: its heading, as many of its marks as there is
 * room for, and words on the others. */
#pragma once

#include "chart/draw/label.h"
#include "chart/draw/others.h"
#include "chart/view/viewed.h"

/* The panel's words above its marks. Placing them empties the labels. */
typedef struct {
  QmLabel title, subtitle;
  gboolean is_shown; /* there are any */
} QmPanelHeading;

typedef struct {
  QmRect area, room; /* of all of it, below its heading */
  QmRect marks;      /* the room without the words on the others */
  QmPanelHeading heading;
  QmOthers fold;
  gboolean is_list; /* its form has no room for any mark */
  gsize first, end; /* its shapes */
} QmPanelPlace;

/* What stands in the area, and as much of it as there is room for. */
QmPanelPlace qm_panel_place_find (const QmStyle *style, const QmPanel *panel, QmRect area);

void qm_panel_place_clear (QmPanelPlace *place);

/* Adds its words and marks; where the words turn out to have no room, with fewer and fewer marks.
 */
void qm_panel_place_add (QmPanelPlace *place, QmScene *scene, const QmStyle *style,
                         const QmViewedChart *viewed, const QmPanel *panel);

/* How far down what was added would have to stand, so that more of the height that is free is below
 * it than above. */
double qm_panel_place_drop (const QmPanelPlace *place, const QmScene *scene);

/* What the scene says of claims of the view since it had so many marks, it says of the dataset's.
 */
void qm_panel_place_use_originals (QmScene *scene, const QmViewedChart *viewed, gsize first_mark,
                                   gsize first_left_out);
