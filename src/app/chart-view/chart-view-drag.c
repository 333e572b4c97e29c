#include "app/chart-view/chart-view-private.h"

#include "app/export-dialog/copy.h"

/* The width of the small picture under the pointer, in pixels. */
#define ICON_WIDTH 240.0f

/* Only asked for once the pointer has been moved far enough; a click never gets here. In the card,
 * text is selected. */
static GdkContentProvider *
prepare_cb (GtkDragSource *source G_GNUC_UNUSED, double x, double y, QmChartView *self)
{
  g_autoptr (GError) error = NULL;
  GdkContentProvider *provider;
  int mark;

  if (self->picture.scene == NULL || qm_chart_view_pick_note (self, x, y) != NULL ||
      qm_chart_view_point_at (self, x, y, &mark) == QM_POINTED_AT_CARD)
    return NULL;

  provider =
      qm_copy_dragged_chart (self->dataset, self->picture.chart, &self->picture.view, &error);
  if (provider == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.message-of-error", "s", error->message);
  return provider;
}

static GdkPaintable *
make_icon (QmChartView *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  float width = (float) qm_scene_get_width (self->picture.scene);
  float height = (float) qm_scene_get_height (self->picture.scene);
  float scale = ICON_WIDTH / width;

  gtk_snapshot_scale (snapshot, scale, scale);
  qm_chart_picture_snapshot (&self->picture, snapshot,
                             gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  return gtk_snapshot_free_to_paintable (snapshot,
                                         &GRAPHENE_SIZE_INIT (ICON_WIDTH, height * scale));
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag G_GNUC_UNUSED, QmChartView *self)
{
  g_autoptr (GdkPaintable) icon = make_icon (self);

  gtk_drag_source_set_icon (source, icon, 0, 0);
  /* The press that has become a drag was not meant to bring up a card. */
  qm_chart_view_close_card (self);
}

void
qm_chart_view_add_drag_source (QmChartView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}
