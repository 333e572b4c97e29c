#include "scene/scene.h"

/* Narrows the part of a line that is between from and to in one direction; its ends are parts of
 * the line's length. FALSE if nothing is left. */
static gboolean
clip (double start, double distance, double from, double to, double *first, double *last)
{
  double a, b;

  if (distance == 0.0)
    return start >= from && start <= to;

  a = (from - start) / distance;
  b = (to - start) / distance;
  *first = MAX (*first, MIN (a, b));
  *last = MIN (*last, MAX (a, b));
  return *first <= *last;
}

static gboolean
crosses (QmPoint from, QmPoint to, QmRect area)
{
  double first = 0, last = 1;

  return clip (from.x, to.x - from.x, area.x, qm_rect_right (area), &first, &last) &&
         clip (from.y, to.y - from.y, area.y, qm_rect_bottom (area), &first, &last);
}

/* A line's box can be large where it covers next to nothing. */
static gboolean
path_overlaps (const QmShape *path, QmRect area)
{
  QmRect around = qm_rect_grow (area, path->paint.stroke_width / 2);

  for (gsize i = 1; i < path->n_points; i++)
    if (crosses (path->points[i - 1], path->points[i], around))
      return TRUE;
  return FALSE;
}

gboolean
qm_shape_overlaps (const QmShape *shape, QmRect area)
{
  if (!qm_rect_overlaps (shape->bounds, area))
    return FALSE;
  return shape->kind != QM_SHAPE_PATH || shape->is_closed || path_overlaps (shape, area);
}
