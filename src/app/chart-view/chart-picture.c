#include "app/chart-view/chart-picture.h"

#define RING_DISTANCE 2
#define RING_WIDTH 2

void
qm_chart_picture_lay_out (QmChartPicture *picture, int width, int height)
{
  QmCanvas canvas = {
    .width = width, .height = height, .theme = picture->theme, .text_scale = picture->text_scale
  };

  qm_chart_picture_clear (picture);
  if (picture->chart == NULL || width <= 0 || height <= 0)
    return;
  picture->viewed = qm_view_chart (&picture->view, picture->chart);
  picture->scene = qm_chart_build_viewed (&picture->viewed, &canvas, NULL);
}

gboolean
qm_chart_picture_fits (const QmChartPicture *picture, int width, int height)
{
  return picture->scene != NULL && (int) qm_scene_get_width (picture->scene) == width &&
         (int) qm_scene_get_height (picture->scene) == height;
}

void
qm_chart_picture_clear (QmChartPicture *picture)
{
  g_clear_pointer (&picture->node, gsk_render_node_unref);
  g_clear_pointer (&picture->scene, qm_scene_free);
  qm_viewed_chart_clear (&picture->viewed);
  picture->viewed = (QmViewedChart) { 0 };
}

static graphene_rect_t
to_graphene (QmRect rect)
{
  return GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width,
                             (float) rect.height);
}

/* So many shapes are painted once, as pixels, and not again for each frame. Fewer stay shapes,
 * which take less memory. */
#define MANY_SHAPES 2000

cairo_surface_t *
qm_chart_picture_paint (const QmChartPicture *picture, int scale)
{
  int width = (int) qm_scene_get_width (picture->scene);
  int height = (int) qm_scene_get_height (picture->scene);
  cairo_surface_t *pixels =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, scale * width, scale * height);
  cairo_t *cr;

  cairo_surface_set_device_scale (pixels, scale, scale);
  cr = cairo_create (pixels);
  qm_scene_draw (picture->scene, cr);
  cairo_destroy (cr);
  return pixels;
}

GskRenderNode *
qm_chart_picture_show_pixels (const QmChartPicture *picture, cairo_surface_t *pixels)
{
  graphene_rect_t bounds = to_graphene (
      (QmRect) { 0, 0, qm_scene_get_width (picture->scene), qm_scene_get_height (picture->scene) });
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  if (pixels != NULL) {
    cairo_set_source_surface (cr, pixels, 0, 0);
    cairo_paint (cr);
  } else
    qm_scene_draw (picture->scene, cr);
  cairo_destroy (cr);
  return node;
}

static GskRenderNode *
paint (const QmChartPicture *picture)
{
  cairo_surface_t *pixels = NULL;
  GskRenderNode *node;
  gsize n_shapes;

  qm_scene_get_shapes (picture->scene, &n_shapes);
  if (n_shapes >= MANY_SHAPES)
    pixels = qm_chart_picture_paint (picture, picture->scale);
  node = qm_chart_picture_show_pixels (picture, pixels);
  g_clear_pointer (&pixels, cairo_surface_destroy);
  return node;
}

void
qm_chart_picture_snapshot (QmChartPicture *picture, GtkSnapshot *snapshot, int scale)
{
  if (scale != picture->scale)
    g_clear_pointer (&picture->node, gsk_render_node_unref);
  picture->scale = scale;
  if (picture->node == NULL)
    picture->node = paint (picture);
  gtk_snapshot_append_node (snapshot, picture->node);
}

void
qm_chart_picture_snapshot_ring (const QmChartPicture *picture, GtkSnapshot *snapshot, int mark,
                                QmColor color)
{
  QmRect around = qm_rect_grow (qm_chart_picture_get_mark (picture, mark)->bounds, QM_RING_REACH);
  graphene_rect_t bounds = to_graphene (around);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  qm_scene_outline_mark (picture->scene, mark, cr, color, RING_DISTANCE, RING_WIDTH);
  cairo_destroy (cr);
}

const QmMark *
qm_chart_picture_get_mark (const QmChartPicture *picture, int index)
{
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (picture->scene, &n_marks);

  g_assert (index >= 0 && (gsize) index < n_marks);
  return &marks[index];
}
