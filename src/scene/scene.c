#include "scene/scene.h"

#include "scene/scene-private.h"
#include "scene/typeset.h"

#include <math.h>

static void
clear_shape (gpointer data)
{
  QmShape *shape = data;

  g_free (shape->points);
  g_clear_object (&shape->layout);
  g_clear_pointer (&shape->links, g_array_unref);
}

QmScene *
qm_scene_new (double width, double height, QmColor background)
{
  QmScene *scene = g_new0 (QmScene, 1);

  scene->width = width;
  scene->height = height;
  scene->background = background;
  scene->shapes = g_array_new (FALSE, FALSE, sizeof (QmShape));
  g_array_set_clear_func (scene->shapes, clear_shape);
  scene->marks = g_array_new (FALSE, FALSE, sizeof (QmMark));
  scene->current_mark = -1;
  scene->left_out = g_array_new (FALSE, FALSE, sizeof (QmLeftOut));
  return scene;
}

void
qm_scene_free (QmScene *scene)
{
  if (scene == NULL)
    return;

  g_array_unref (scene->shapes);
  g_array_unref (scene->marks);
  g_array_unref (scene->left_out);
  g_free (scene);
}

void
qm_scene_begin_mark (QmScene *scene, gconstpointer datum, const char *id)
{
  QmMark mark = { .datum = datum, .id = id, .first = scene->shapes->len };

  g_return_if_fail (scene->current_mark < 0);

  scene->current_mark = (int) scene->marks->len;
  g_array_append_val (scene->marks, mark);
}

/* A mark's place is that of its shapes; the texts beside them count only where there is nothing
 * else. */
static QmRect
bounds_of (const QmScene *scene, const QmMark *mark)
{
  QmRect bounds[2];
  gboolean is_set[2] = { FALSE };

  for (gsize i = mark->first; i < mark->end; i++) {
    const QmShape *shape = &g_array_index (scene->shapes, QmShape, i);
    gboolean is_text = shape->kind == QM_SHAPE_TEXT;

    bounds[is_text] =
        is_set[is_text] ? qm_rect_union (bounds[is_text], shape->bounds) : shape->bounds;
    is_set[is_text] = TRUE;
  }

  return is_set[FALSE] ? bounds[FALSE] : bounds[TRUE];
}

void
qm_scene_end_mark (QmScene *scene)
{
  QmMark *mark;

  g_return_if_fail (scene->current_mark >= 0);

  mark = &g_array_index (scene->marks, QmMark, scene->current_mark);
  mark->end = scene->shapes->len;
  mark->bounds = bounds_of (scene, mark);
  scene->current_mark = -1;
}

void
qm_scene_set_datum (QmScene *scene, int mark, gconstpointer datum)
{
  g_return_if_fail (mark >= 0 && (guint) mark < scene->marks->len);

  g_array_index (scene->marks, QmMark, mark).datum = datum;
}

void
qm_scene_leave_out (QmScene *scene, QmLeftOutKind kind, gconstpointer what)
{
  QmLeftOut left_out = { kind, what };

  g_array_append_val (scene->left_out, left_out);
}

void
qm_scene_set_left_out (QmScene *scene, gsize i, gconstpointer what)
{
  g_return_if_fail (i < scene->left_out->len);

  g_array_index (scene->left_out, QmLeftOut, i).what = what;
}

const QmLeftOut *
qm_scene_get_left_out (const QmScene *scene, gsize *n_left_out)
{
  *n_left_out = scene->left_out->len;
  return (const QmLeftOut *) (gconstpointer) scene->left_out->data;
}

static void
add_shape (QmScene *scene, QmShape shape)
{
  shape.mark = scene->current_mark;
  g_array_append_val (scene->shapes, shape);
}

void
qm_scene_add_rect (QmScene *scene, QmRect rect, double radius, const QmPaint *paint)
{
  add_shape (scene, (QmShape) { .kind = QM_SHAPE_RECT,
                                .bounds = rect,
                                .radius = MIN (radius, MIN (rect.width, rect.height) / 2),
                                .paint = *paint });
}

void
qm_scene_add_disc (QmScene *scene, QmPoint centre, double radius, const QmPaint *paint)
{
  QmRect bounds = { centre.x - radius, centre.y - radius, 2 * radius, 2 * radius };

  add_shape (
      scene,
      (QmShape) { .kind = QM_SHAPE_DISC, .bounds = bounds, .radius = radius, .paint = *paint });
}

void
qm_scene_add_line (QmScene *scene, QmPoint from, QmPoint to, const QmPaint *paint)
{
  const QmPoint points[] = { from, to };

  qm_scene_add_path (scene, points, G_N_ELEMENTS (points), FALSE, paint);
}

void
qm_scene_add_path (QmScene *scene, const QmPoint *points, gsize n_points, gboolean is_closed,
                   const QmPaint *paint)
{
  QmRect bounds;

  g_return_if_fail (n_points >= 2);

  bounds = (QmRect) { points[0].x, points[0].y, 0, 0 };
  for (gsize i = 1; i < n_points; i++)
    bounds = qm_rect_union (bounds, (QmRect) { points[i].x, points[i].y, 0, 0 });

  add_shape (scene, (QmShape) { .kind = QM_SHAPE_PATH,
                                .bounds = qm_rect_grow (bounds, paint->stroke_width / 2),
                                .points = g_memdup2 (points, n_points * sizeof *points),
                                .n_points = n_points,
                                .is_closed = is_closed,
                                .paint = *paint });
}

void
qm_scene_add_text (QmScene *scene, PangoLayout *layout, QmPoint origin, QmColor color)
{
  QmRect bounds = { origin.x, origin.y, 0, 0 };

  qm_typeset_get_size (layout, &bounds.width, &bounds.height);
  add_shape (
      scene,
      (QmShape) { .kind = QM_SHAPE_TEXT, .bounds = bounds, .layout = layout, .color = color });
}

static void
clear_link (gpointer data)
{
  g_free (((QmTextLink *) data)->url);
}

void
qm_scene_link_text (QmScene *scene, int start, int end, const char *url)
{
  QmTextLink link = { start, end, NULL };
  QmShape *shape;

  g_return_if_fail (scene->shapes->len > 0);
  shape = &g_array_index (scene->shapes, QmShape, scene->shapes->len - 1);
  g_return_if_fail (shape->kind == QM_SHAPE_TEXT);

  if (shape->links == NULL) {
    shape->links = g_array_new (FALSE, FALSE, sizeof (QmTextLink));
    g_array_set_clear_func (shape->links, clear_link);
  }
  link.url = g_strdup (url);
  g_array_append_val (shape->links, link);
}

void
qm_scene_set_anchor (QmScene *scene, QmTextAnchor anchor)
{
  g_return_if_fail (scene->shapes->len > 0);

  g_array_index (scene->shapes, QmShape, scene->shapes->len - 1).anchor = anchor;
}

void
qm_scene_set_part (QmScene *scene, QmPart part)
{
  g_return_if_fail (scene->shapes->len > 0);

  g_array_index (scene->shapes, QmShape, scene->shapes->len - 1).part = part;
}

void
qm_scene_set_about (QmScene *scene, const char *id)
{
  g_return_if_fail (scene->shapes->len > 0);

  g_array_index (scene->shapes, QmShape, scene->shapes->len - 1).about = id;
}

void
qm_scene_set_target (QmScene *scene, QmTarget target, gconstpointer datum)
{
  QmShape *shape;

  g_return_if_fail (scene->shapes->len > 0);

  shape = &g_array_index (scene->shapes, QmShape, scene->shapes->len - 1);
  shape->target = target;
  shape->target_datum = datum;
}

QmSceneState
qm_scene_get_state (const QmScene *scene)
{
  return (QmSceneState) { scene->shapes->len, scene->marks->len, scene->left_out->len };
}

void
qm_scene_restore (QmScene *scene, QmSceneState state)
{
  g_return_if_fail (scene->current_mark < 0);

  g_array_set_size (scene->shapes, (guint) state.n_shapes);
  g_array_set_size (scene->marks, (guint) state.n_marks);
  g_array_set_size (scene->left_out, (guint) state.n_left_out);
}

void
qm_scene_repaint (QmScene *scene, gsize first, QmSceneRepaint repaint, gpointer user_data)
{
  for (gsize i = first; i < scene->shapes->len; i++)
    repaint (scene, &g_array_index (scene->shapes, QmShape, i), user_data);
}

void
qm_scene_move_down (QmScene *scene, gsize first, gsize end, double distance)
{
  int moved = -1;

  g_return_if_fail (end <= scene->shapes->len);

  for (gsize i = first; i < end; i++) {
    QmShape *shape = &g_array_index (scene->shapes, QmShape, i);

    shape->bounds.y += distance;
    for (gsize j = 0; j < shape->n_points; j++)
      shape->points[j].y += distance;
    if (shape->mark > moved) {
      moved = shape->mark;
      g_array_index (scene->marks, QmMark, moved).bounds.y += distance;
    }
  }
}

double
qm_scene_get_width (const QmScene *scene)
{
  return scene->width;
}

double
qm_scene_get_height (const QmScene *scene)
{
  return scene->height;
}

QmColor
qm_scene_get_background (const QmScene *scene)
{
  return scene->background;
}

const QmShape *
qm_scene_get_shapes (const QmScene *scene, gsize *n_shapes)
{
  *n_shapes = scene->shapes->len;
  return (const QmShape *) (gpointer) scene->shapes->data;
}

const QmMark *
qm_scene_get_marks (const QmScene *scene, gsize *n_marks)
{
  *n_marks = scene->marks->len;
  return (const QmMark *) (gpointer) scene->marks->data;
}

static double
distance_to_segment (QmPoint point, QmPoint from, QmPoint to)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double squared = dx * dx + dy * dy;
  double along = squared > 0 ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / squared : 0;

  along = CLAMP (along, 0, 1);
  return hypot (point.x - from.x - along * dx, point.y - from.y - along * dy);
}

static double
distance_to_rect (QmPoint point, QmRect rect)
{
  double dx = MAX (MAX (rect.x - point.x, point.x - qm_rect_right (rect)), 0);
  double dy = MAX (MAX (rect.y - point.y, point.y - qm_rect_bottom (rect)), 0);

  return hypot (dx, dy);
}

/* A line from the point to the right crosses the outline an odd number of times. */
static gboolean
is_in_outline (QmPoint point, const QmShape *shape)
{
  gboolean is_inside = FALSE;

  for (gsize i = 0, before = shape->n_points - 1; i < shape->n_points; before = i++) {
    QmPoint a = shape->points[before], b = shape->points[i];

    if ((a.y > point.y) != (b.y > point.y) &&
        point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y))
      is_inside = !is_inside;
  }
  return is_inside;
}

/* How far the point is from what is painted; 0 inside. */
static double
distance_to_shape (QmPoint point, const QmShape *shape)
{
  QmPoint centre = qm_rect_centre (shape->bounds);
  double distance = G_MAXDOUBLE;

  switch (shape->kind) {
  case QM_SHAPE_RECT:
  case QM_SHAPE_TEXT:
    return distance_to_rect (point, shape->bounds);
  case QM_SHAPE_DISC:
    return MAX (hypot (point.x - centre.x, point.y - centre.y) - shape->radius, 0);
  case QM_SHAPE_PATH:
    if (shape->paint.fill.alpha > 0 && is_in_outline (point, shape))
      return 0;
    for (gsize i = 1; i < shape->n_points; i++)
      distance =
          MIN (distance, distance_to_segment (point, shape->points[i - 1], shape->points[i]));
    return MAX (distance - shape->paint.stroke_width / 2, 0);
  }
  return distance;
}

/* Which shapes a search is for. */
typedef gboolean (*Wanted) (const QmShape *shape, QmTarget target);

static gboolean
is_in_mark (const QmShape *shape, G_GNUC_UNUSED QmTarget target)
{
  return shape->mark >= 0;
}

static gboolean
is_target (const QmShape *shape, QmTarget target)
{
  return shape->target == target;
}

/* The topmost wanted shape at point, or else the nearest within reach. */
static const QmShape *
find_shape (const QmScene *scene, QmPoint point, double reach, Wanted is_wanted, QmTarget target)
{
  double nearest = reach;
  const QmShape *found = NULL;

  for (guint i = scene->shapes->len; i-- > 0;) {
    const QmShape *shape = &g_array_index (scene->shapes, QmShape, i);
    double distance;

    if (!is_wanted (shape, target))
      continue;
    distance = distance_to_shape (point, shape);
    if (distance <= 0)
      return shape;
    if (distance <= nearest && (found == NULL || distance < nearest)) {
      nearest = distance;
      found = shape;
    }
  }

  return found;
}

int
qm_scene_pick (const QmScene *scene, QmPoint point, double reach)
{
  const QmShape *shape = find_shape (scene, point, reach, is_in_mark, QM_TARGET_NONE);

  return shape != NULL ? shape->mark : -1;
}

const QmShape *
qm_scene_find_target (const QmScene *scene, QmTarget target, QmPoint point, double reach)
{
  return find_shape (scene, point, reach, is_target, target);
}

gconstpointer
qm_scene_pick_target (const QmScene *scene, QmTarget target, QmPoint point, double reach)
{
  const QmShape *shape = qm_scene_find_target (scene, target, point, reach);

  return shape != NULL ? shape->target_datum : NULL;
}
