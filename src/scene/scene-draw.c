/* The scene on a Cairo context. */
#include "scene/scene-private.h"

#include <math.h>
#include <pango/pangocairo.h>

static void
set_color (cairo_t *cr, QmColor color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

void
qm_scene_trace_rect (cairo_t *cr, QmRect rect, double radius)
{
  double right = qm_rect_right (rect), bottom = qm_rect_bottom (rect);

  cairo_new_sub_path (cr);
  if (radius <= 0) {
    cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
    return;
  }
  cairo_arc (cr, right - radius, rect.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect.x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect.x + radius, rect.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
qm_scene_trace_shape (cairo_t *cr, const QmShape *shape, double margin)
{
  QmPoint centre = qm_rect_centre (shape->bounds);

  switch (shape->kind) {
  case QM_SHAPE_RECT:
  case QM_SHAPE_TEXT:
    qm_scene_trace_rect (cr, qm_rect_grow (shape->bounds, margin), MAX (shape->radius + margin, 0));
    break;
  case QM_SHAPE_DISC:
    cairo_new_sub_path (cr);
    cairo_arc (cr, centre.x, centre.y, MAX (shape->radius + margin, 0), 0, 2 * G_PI);
    break;
  case QM_SHAPE_PATH:
    cairo_move_to (cr, shape->points[0].x, shape->points[0].y);
    for (gsize i = 1; i < shape->n_points; i++)
      cairo_line_to (cr, shape->points[i].x, shape->points[i].y);
    if (shape->is_closed)
      cairo_close_path (cr);
    break;
  }
}

/* Diagonals from the lower left to the upper right, through the whole shape. They start from the
 * shape's own corner, so that equal shapes are hatched alike wherever they stand. */
static void
draw_hatch (cairo_t *cr, const QmShape *shape)
{
  QmRect bounds = shape->bounds;
  double spacing = shape->paint.hatch_spacing * G_SQRT2;

  cairo_save (cr);
  qm_scene_trace_shape (cr, shape, 0);
  cairo_clip (cr);
  for (double x = spacing / 2; x < bounds.width + bounds.height; x += spacing) {
    cairo_move_to (cr, bounds.x + x, bounds.y);
    cairo_rel_line_to (cr, -bounds.height, bounds.height);
  }
  set_color (cr, shape->paint.hatch);
  cairo_set_line_width (cr, shape->paint.hatch_spacing * 0.4);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_stroke (cairo_t *cr, const QmShape *shape)
{
  const QmPaint *paint = &shape->paint;

  qm_scene_trace_shape (cr, shape, -paint->stroke_width / 2);
  set_color (cr, paint->stroke);
  cairo_set_line_width (cr, paint->stroke_width);
  cairo_set_dash (cr, &paint->dash, paint->dash > 0 ? 1 : 0, 0);
  cairo_set_line_join (cr, paint->is_round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_paint (cairo_t *cr, const QmShape *shape)
{
  const QmPaint *paint = &shape->paint;

  if (paint->fill.alpha > 0) {
    qm_scene_trace_shape (cr, shape, 0);
    set_color (cr, paint->fill);
    cairo_fill (cr);
  }
  if (paint->hatch.alpha > 0)
    draw_hatch (cr, shape);
  if (paint->stroke.alpha > 0)
    draw_stroke (cr, shape);
}

void
qm_paint_get_fading (const QmPaint *paint, QmRect bounds, QmPoint *from, QmPoint *to)
{
  double feather = paint->feather;

  *from = *to = (QmPoint) { 0, 0 };
  if (paint->fades_down) {
    to->y = feather > 0 ? qm_rect_bottom (bounds) : bounds.y;
    from->y = to->y - feather;
  } else {
    to->x = feather > 0 ? qm_rect_right (bounds) : bounds.x;
    from->x = to->x - feather;
  }
}

static void
draw_feathered (cairo_t *cr, const QmShape *shape)
{
  cairo_pattern_t *mask;
  QmPoint from, to;

  qm_paint_get_fading (&shape->paint, shape->bounds, &from, &to);
  mask = cairo_pattern_create_linear (from.x, from.y, to.x, to.y);
  cairo_pattern_add_color_stop_rgba (mask, 0, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (mask, 1, 0, 0, 0, 0);
  /* The clip keeps the group as small as the shape; a whole canvas of it would cost more than all
   * other drawing. The grown edge leaves the antialiasing alone. */
  cairo_save (cr);
  qm_scene_trace_rect (cr, qm_rect_grow (shape->bounds, 1), 0);
  cairo_clip (cr);
  cairo_push_group (cr);
  draw_paint (cr, shape);
  cairo_pop_group_to_source (cr);
  cairo_mask (cr, mask);
  cairo_restore (cr);
  cairo_pattern_destroy (mask);
}

void
qm_scene_draw_shape (const QmShape *shape, cairo_t *cr)
{
  if (shape->kind == QM_SHAPE_TEXT) {
    PangoRectangle logical;

    pango_layout_get_extents (shape->layout, NULL, &logical);
    cairo_move_to (cr, shape->bounds.x - (double) logical.x / PANGO_SCALE,
                   shape->bounds.y - (double) logical.y / PANGO_SCALE);
    set_color (cr, shape->color);
    pango_cairo_show_layout (cr, shape->layout);
    cairo_new_path (cr);
  } else if (fabs (shape->paint.feather) > 0)
    draw_feathered (cr, shape);
  else
    draw_paint (cr, shape);
}

void
qm_scene_draw_background (const QmScene *scene, cairo_t *cr)
{
  set_color (cr, scene->background);
  cairo_rectangle (cr, 0, 0, scene->width, scene->height);
  cairo_fill (cr);
}

void
qm_scene_draw (const QmScene *scene, cairo_t *cr)
{
  qm_scene_draw_background (scene, cr);
  for (guint i = 0; i < scene->shapes->len; i++)
    qm_scene_draw_shape (&g_array_index (scene->shapes, QmShape, i), cr);
}
