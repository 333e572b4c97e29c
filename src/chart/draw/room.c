#include "chart/draw/room.h"

#include "scene/typeset.h"

#include <math.h>
#include <string.h>

/* By the parameters at which the segment passes the rectangle's sides (Liang and Barsky, 1984). */
gboolean
qm_room_line_crosses (QmPoint from, QmPoint to, QmRect rect)
{
  const double steps[] = { from.x - to.x, to.x - from.x, from.y - to.y, to.y - from.y };
  const double rooms[] = { from.x - rect.x, qm_rect_right (rect) - from.x, from.y - rect.y,
                           qm_rect_bottom (rect) - from.y };
  double enters = 0, leaves = 1;

  for (int i = 0; i < 4; i++) {
    if (fabs (steps[i]) <= 0 && rooms[i] <= 0)
      return FALSE;
    if (steps[i] < 0)
      enters = MAX (enters, rooms[i] / steps[i]);
    else if (steps[i] > 0)
      leaves = MIN (leaves, rooms[i] / steps[i]);
  }
  return enters < leaves;
}

/* On which side of the line through a and b the point lies; 0 on it. */
static double
side_of (QmPoint a, QmPoint b, QmPoint point)
{
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

static gboolean
segments_cross (QmPoint a, QmPoint b, QmPoint c, QmPoint d)
{
  return side_of (a, b, c) * side_of (a, b, d) < 0 && side_of (c, d, a) * side_of (c, d, b) < 0;
}

/* A path that is filled, or closed, is an area; of others only the lines take room. */
static gboolean
is_line (const QmShape *shape)
{
  return shape->kind == QM_SHAPE_PATH && !shape->is_closed && shape->paint.fill.alpha <= 0;
}

static gboolean
only_divides (const QmShape *shape, const QmTheme *theme)
{
  QmColor stroke = shape->paint.stroke, rule = theme->rule;

  return is_line (shape) && fabs (stroke.red - rule.red) + fabs (stroke.green - rule.green) +
                                    fabs (stroke.blue - rule.blue) <
                                1e-9;
}

static gboolean
lies_in (const QmShape *shape, QmRect place)
{
  if (!is_line (shape))
    return qm_rect_overlaps (shape->bounds, place);
  for (gsize i = 1; i < shape->n_points; i++)
    if (qm_room_line_crosses (shape->points[i - 1], shape->points[i],
                              qm_rect_grow (place, shape->paint.stroke_width / 2)))
      return TRUE;
  return FALSE;
}

/* FALSE for a place that is no number, too. */
static gboolean
lies_within (QmRect inner, QmRect outer)
{
  return inner.x >= outer.x && inner.y >= outer.y &&
         qm_rect_right (inner) <= qm_rect_right (outer) &&
         qm_rect_bottom (inner) <= qm_rect_bottom (outer);
}

gboolean
qm_room_is_tidy (const QmScene *scene)
{
  return qm_room_is_tidy_in (
      scene, 0, (QmRect) { 0, 0, qm_scene_get_width (scene), qm_scene_get_height (scene) });
}

/* TRUE if that is a name without its end which another one has become, too. */
static gboolean
is_taken_for_another (const QmShape *text, GHashTable *names)
{
  g_autofree char *words = NULL;
  gpointer other;

  if (text->target != QM_TARGET_NAME)
    return FALSE;
  words = qm_typeset_read (text->layout);
  if (strstr (words, "…") == NULL)
    return FALSE;
  if (g_hash_table_lookup_extended (names, words, NULL, &other))
    return other != text->target_datum;
  g_hash_table_insert (names, g_steal_pointer (&words), (gpointer) text->target_datum);
  return FALSE;
}

gboolean
qm_room_is_tidy_in (const QmScene *scene, gsize first, QmRect area)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = first; i < n_shapes; i++) {
    /* Glyphs round where rectangles do not. */
    QmRect words = qm_rect_grow (shapes[i].bounds, -0.5);

    if (shapes[i].kind != QM_SHAPE_TEXT)
      continue;
    if (qm_typeset_is_lost (shapes[i].layout) || qm_typeset_is_torn (shapes[i].layout))
      return FALSE;
    if (!lies_within (words, area) || is_taken_for_another (&shapes[i], names))
      return FALSE;
    for (gsize j = first; j < i; j++)
      if (shapes[j].kind == QM_SHAPE_TEXT && qm_rect_overlaps (words, shapes[j].bounds))
        return FALSE;
  }
  return TRUE;
}

gboolean
qm_room_is_free (const QmScene *scene, const QmTheme *theme, QmRect place)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (!only_divides (&shapes[i], theme) && lies_in (&shapes[i], place))
      return FALSE;
  return TRUE;
}

static gboolean
is_touched (const QmShape *shape, QmPoint from, QmPoint to, double distance)
{
  if (shape->kind == QM_SHAPE_TEXT)
    return qm_room_line_crosses (from, to, qm_rect_grow (shape->bounds, distance));
  if (!is_line (shape))
    return qm_room_line_crosses (from, to, shape->bounds);
  for (gsize i = 1; i < shape->n_points; i++)
    if (segments_cross (from, to, shape->points[i - 1], shape->points[i]))
      return TRUE;
  return FALSE;
}

gboolean
qm_room_is_clear (const QmScene *scene, const QmTheme *theme, QmPoint from, QmPoint to,
                  double distance, int mark)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++) {
    gboolean is_own = mark >= 0 && shapes[i].mark == mark && shapes[i].kind != QM_SHAPE_TEXT;

    if (!is_own && !only_divides (&shapes[i], theme) && is_touched (&shapes[i], from, to, distance))
      return FALSE;
  }
  return TRUE;
}
