/* Marks of figures that an edit has computed again blink once, where the reader's desktop moves
 * things at all. */
#include "app/chart-view/chart-view-private.h"

#include "dataset/derive.h"

/* In microseconds. */
#define DURATION (800 * G_TIME_SPAN_MILLISECOND)

static gboolean
blink_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data G_GNUC_UNUSED)
{
  QmChartView *self = QM_CHART_VIEW (widget);

  gtk_widget_queue_draw (widget);
  if (self->blink_begin == 0)
    self->blink_begin = gdk_frame_clock_get_frame_time (clock);
  if (gdk_frame_clock_get_frame_time (clock) - self->blink_begin < DURATION)
    return G_SOURCE_CONTINUE;
  self->blink_id = 0;
  g_ptr_array_set_size (self->blinking, 0);
  return G_SOURCE_REMOVE;
}

static gboolean
has_animations (GtkWidget *widget)
{
  gboolean has;

  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &has, NULL);
  return has;
}

static void
add_changed (QmChartView *self, const QmDataset *before, const QmPanel *panel)
{
  for (gsize i = 0; i < panel->n_claims; i++)
    if (qm_derive_is_changed (before, panel->claims[i]))
      g_ptr_array_add (self->blinking, (gpointer) panel->claims[i]);
}

void
qm_chart_view_blink (QmChartView *self, const QmDataset *before, const QmChart *chart)
{
  qm_chart_view_stop_blinking (self);
  if (!has_animations (GTK_WIDGET (self)))
    return;
  for (gsize i = 0; i < chart->n_panels; i++)
    add_changed (self, before, &chart->panels[i]);
  if (self->blinking->len > 0)
    self->blink_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), blink_cb, NULL, NULL);
}

void
qm_chart_view_stop_blinking (QmChartView *self)
{
  if (self->blink_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->blink_id);
  self->blink_id = 0;
  self->blink_begin = 0;
  g_ptr_array_set_size (self->blinking, 0);
}

/* A ring that comes, and goes. */
void
qm_chart_view_snapshot_blink (QmChartView *self, GtkSnapshot *snapshot)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gint64 passed =
      self->blink_begin != 0 ? gdk_frame_clock_get_frame_time (clock) - self->blink_begin : 0;
  double part = CLAMP ((double) passed / DURATION, 0, 1);
  QmColor color = self->picture.theme->ink;

  color.alpha = 1 - 2 * ABS (part - 0.5);
  for (guint i = 0; i < self->blinking->len; i++) {
    int mark = qm_chart_view_mark_of (self, self->blinking->pdata[i]);

    if (mark != QM_NO_MARK)
      qm_chart_picture_snapshot_ring (&self->picture, snapshot, mark, color);
  }
}
