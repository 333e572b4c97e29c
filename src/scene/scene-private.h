/* What the scene's files share: its struct. */
#pragma once

#include "scene/scene.h"

struct _QmScene {
  double width, height;
  QmColor background;
  GArray *shapes;   /* QmShape, in paint order */
  GArray *marks;    /* QmMark, in reading order */
  int current_mark; /* the one begun and not yet ended, or -1 */
  GArray *left_out; /* QmLeftOut */
};

/* --- scene-draw.c --- */

void qm_scene_trace_rect (cairo_t *cr, QmRect rect, double radius);

/* Adds the shape's path, grown outwards by margin; a path of points does not grow, its outline is
 * stroked wider instead. */
void qm_scene_trace_shape (cairo_t *cr, const QmShape *shape, double margin);
