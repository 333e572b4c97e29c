/* The line around a mark: around all of its tiles at once, however many they are. */
#include "scene/scene-private.h"

#include <math.h>

static const QmShape *
get_shape (const QmScene *scene, gsize i)
{
  return &g_array_index (scene->shapes, QmShape, i);
}

static gboolean
has_area (const QmScene *scene, const QmMark *mark)
{
  for (gsize i = mark->first; i < mark->end; i++)
    if (get_shape (scene, i)->kind == QM_SHAPE_RECT || get_shape (scene, i)->kind == QM_SHAPE_DISC)
      return TRUE;
  return FALSE;
}

/* Areas and dots are the mark itself; stems and texts beside them are not. */
static gboolean
is_outlined (const QmShape *shape, gboolean has_area)
{
  return shape->kind != QM_SHAPE_TEXT && (shape->kind != QM_SHAPE_PATH || !has_area);
}

/* --- Tiles --- */

/* So far apart, in heights of a tile, are at most those of one field. */
#define NEAR 0.5

/* TRUE if the tile goes on the row of tiles that ends with run. */
static gboolean
goes_on (QmRect run, QmRect tile)
{
  return fabs (run.y - tile.y) < 0.5 && fabs (run.height - tile.height) < 0.5 && tile.x > run.x &&
         tile.x - qm_rect_right (run) < NEAR * tile.height;
}

/* What lies between two rows, one below the other, and belongs to both; empty where they are no
 * neighbours. */
static QmRect
find_bridge (QmRect above, QmRect below)
{
  double x = MAX (above.x, below.x), y = qm_rect_bottom (above);
  QmRect bridge = { x, y, MIN (qm_rect_right (above), qm_rect_right (below)) - x, below.y - y };

  return bridge.width > 0 && bridge.height > 0 && bridge.height < NEAR * above.height
             ? bridge
             : (QmRect) { 0 };
}

/* The rows of the mark's tiles, each as one QmRect, and what joins them; empty where it has no
 * tiles, but one area at most. */
static GArray *
find_tiles (const QmScene *scene, const QmMark *mark)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (QmRect));
  guint n_rows, n_tiles = 0;

  for (gsize i = mark->first; i < mark->end; i++) {
    const QmShape *shape = get_shape (scene, i);
    QmRect *last = rows->len > 0 ? &g_array_index (rows, QmRect, rows->len - 1) : NULL;

    if (shape->kind != QM_SHAPE_RECT)
      continue;
    n_tiles++;
    if (last != NULL && goes_on (*last, shape->bounds))
      *last = qm_rect_union (*last, shape->bounds);
    else
      g_array_append_val (rows, shape->bounds);
  }
  n_rows = n_tiles > 1 ? rows->len : 0;
  g_array_set_size (rows, n_rows);
  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < n_rows; j++) {
      QmRect bridge =
          find_bridge (g_array_index (rows, QmRect, i), g_array_index (rows, QmRect, j));

      if (bridge.width > 0)
        g_array_append_val (rows, bridge);
    }
  return rows;
}

static void
fill_tiles (const GArray *tiles, cairo_t *cr, double margin)
{
  for (guint i = 0; i < tiles->len; i++) {
    qm_scene_trace_rect (cr, qm_rect_grow (g_array_index (tiles, QmRect, i), margin), margin);
    cairo_fill (cr);
  }
}

/* All of it, less what is within the line. */
static void
outline_tiles (const GArray *tiles, cairo_t *cr, double distance, double width)
{
  cairo_push_group (cr);
  fill_tiles (tiles, cr, distance + width);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  fill_tiles (tiles, cr, distance);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
}

/* --- Marks --- */

static void
outline_shapes (const QmScene *scene, const QmMark *mark, cairo_t *cr, double distance,
                double width)
{
  gboolean is_area = has_area (scene, mark);

  for (gsize i = mark->first; i < mark->end; i++) {
    const QmShape *shape = get_shape (scene, i);

    if (!is_outlined (shape, is_area))
      continue;
    qm_scene_trace_shape (cr, shape, distance + width / 2);
    cairo_set_line_width (cr,
                          shape->kind == QM_SHAPE_PATH ? shape->paint.stroke_width + width : width);
    cairo_stroke (cr);
  }
}

/* A mark of nothing but texts: around all of them. */
static void
outline_bounds (const QmMark *mark, cairo_t *cr, double distance, double width)
{
  qm_scene_trace_rect (cr, qm_rect_grow (mark->bounds, distance + width / 2), distance);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static gboolean
has_only_texts (const QmScene *scene, const QmMark *mark)
{
  for (gsize i = mark->first; i < mark->end; i++)
    if (get_shape (scene, i)->kind != QM_SHAPE_TEXT)
      return FALSE;
  return TRUE;
}

void
qm_scene_outline_mark (const QmScene *scene, int index, cairo_t *cr, QmColor color, double distance,
                       double width)
{
  const QmMark *mark = &g_array_index (scene->marks, QmMark, index);
  g_autoptr (GArray) tiles = find_tiles (scene, mark);

  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
  if (tiles->len > 0)
    outline_tiles (tiles, cr, distance, width);
  else if (has_only_texts (scene, mark))
    outline_bounds (mark, cr, distance, width);
  else
    outline_shapes (scene, mark, cr, distance, width);
}
