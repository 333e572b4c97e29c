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
  if (picture->chart != NULL && width > 0 && height > 0)
    picture->scene = qm_chart_build (picture->chart, &picture->view, &canvas);
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
}

static graphene_rect_t
to_graphene (QmRect rect)
{
  return GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width,
                             (float) rect.height);
}

static GskRenderNode *
paint (const QmScene *scene)
{
  graphene_rect_t bounds =
      to_graphene ((QmRect){ 0, 0, qm_scene_get_width (scene), qm_scene_get_height (scene) });
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  qm_scene_draw (scene, cr);
  cairo_destroy (cr);
  return node;
}

void
qm_chart_picture_snapshot (QmChartPicture *picture, GtkSnapshot *snapshot)
{
  if (picture->node == NULL)
    picture->node = paint (picture->scene);
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
