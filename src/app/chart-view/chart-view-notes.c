#include "app/chart-view/chart-view-private.h"

/* --- Where notes are --- */

const QmClaim *
qm_chart_view_pick_note (QmChartView *self, double x, double y)
{
  if (self->picture.scene == NULL)
    return NULL;
  return qm_scene_pick_target (self->picture.scene, QM_TARGET_NOTE, (QmPoint) { x, y }, 0);
}

/* The middle of its card, or else of its number: of the largest area. FALSE where it has neither.
 */
static gboolean
find_middle (QmChartView *self, const QmClaim *claim, QmPoint *middle)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (self->picture.scene, &n_shapes);
  double largest = 0;

  for (gsize i = 0; i < n_shapes; i++) {
    QmRect bounds = shapes[i].bounds;

    if (shapes[i].target != QM_TARGET_NOTE || shapes[i].target_datum != claim ||
        shapes[i].paint.fill.alpha <= 0 || bounds.width * bounds.height <= largest)
      continue;
    largest = bounds.width * bounds.height;
    *middle = qm_rect_centre (bounds);
  }
  return largest > 0;
}

/* From the middle of the mark, in parts of the picture; FALSE where there is no such mark. */
static gboolean
measure_place (QmChartView *self, const QmClaim *claim, QmPoint middle, double *across,
               double *down)
{
  QmRect mark;

  if (!qm_chart_view_find_mark (self, claim, &mark))
    return FALSE;
  *across = (middle.x - qm_rect_centre (mark).x) / qm_scene_get_width (self->picture.scene);
  *down = (middle.y - qm_rect_centre (mark).y) / qm_scene_get_height (self->picture.scene);
  return TRUE;
}

gboolean
qm_chart_view_find_note (QmChartView *self, const QmClaim *claim, double *across, double *down)
{
  const GArray *call_outs = self->picture.view.call_outs;
  QmPoint middle;

  for (guint i = 0; call_outs != NULL && i < call_outs->len; i++) {
    const QmCallOut *call_out = &g_array_index (call_outs, QmCallOut, i);

    if (call_out->claim == claim && call_out->is_placed) {
      *across = call_out->across;
      *down = call_out->down;
      return TRUE;
    }
  }
  return self->picture.scene != NULL && find_middle (self, claim, &middle) &&
         measure_place (self, claim, middle, across, down);
}

/* --- Dragging one --- */

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, QmChartView *self)
{
  int mark;
  gboolean is_free = self->picture.scene != NULL &&
                     qm_chart_view_point_at (self, x, y, &mark) == QM_POINTED_AT_NOTHING;
  const QmClaim *note = is_free ? qm_chart_view_pick_note (self, x, y) : NULL;

  if (note == NULL || !find_middle (self, note, &self->dragged_from)) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  self->dragged = note;
}

/* The picture is laid out anew with every step: the note never lies where it could not stay. */
static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, QmChartView *self)
{
  QmPoint middle = { self->dragged_from.x + dx, self->dragged_from.y + dy };
  double across, down;

  if (self->dragged == NULL ||
      !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (!measure_place (self, self->dragged, middle, &across, &down))
    return;
  qm_chart_view_begin_to_move (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "view.place-note", "(sdd)", self->dragged->id,
                              across, down);
}

static void
drag_end_cb (GtkGestureDrag *gesture G_GNUC_UNUSED, double dx G_GNUC_UNUSED,
             double dy G_GNUC_UNUSED, QmChartView *self)
{
  self->dragged = NULL;
}

void
qm_chart_view_add_note_drag (QmChartView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
