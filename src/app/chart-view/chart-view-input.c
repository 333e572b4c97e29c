#include "app/chart-view/chart-view-private.h"

#include "app/chart-view/card.h"
#include "app/chart-view/mark-widget.h"
#include "app/widgets/access.h"
#include "chart/draw/axis.h"

#include <math.h>

/* How long a card waits for a pointer that left its mark, on its way to the card, in milliseconds.
 */
#define GRACE 300

/* --- Pointer --- */

QmPointedAt
qm_chart_view_point_at (QmChartView *self, double x, double y, int *mark)
{
  QmShownCard card = { .mark = self->shown,
                       .place = self->card_place,
                       .is_pinned = self->shown == self->attention.pinned };

  *mark = QM_NO_MARK;
  if (self->picture.scene == NULL)
    return QM_POINTED_AT_NOTHING;
  return qm_pointed_at (self->picture.scene, &card, (QmPoint) { x, y }, mark);
}

static void
hover (QmChartView *self, int mark)
{
  g_clear_handle_id (&self->grace_id, g_source_remove);
  if (mark == self->attention.hovered)
    return;

  qm_attention_hover (&self->attention, mark);
  qm_chart_view_update_shown (self);
}

static gboolean
grace_over_cb (gpointer data)
{
  QmChartView *self = data;

  self->grace_id = 0;
  hover (self, QM_NO_MARK);
  return G_SOURCE_REMOVE;
}

/* GTK also tells of motion, without a time, where a picture changes or grows under a pointer that
 * rests: whoever presses F5 or goes on to another chart by keyboard has not asked for cards. */
static gboolean
has_moved (QmChartView *self, GtkEventController *controller, double x, double y)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);

  return qm_pointing_move (&self->pointer, (QmPoint) { x, y },
                           event == NULL || gdk_event_get_time (event) != GDK_CURRENT_TIME);
}

/* The words that count those without room: the table has them. */
static gboolean
is_on_others (QmChartView *self, double x, double y)
{
  return self->picture.scene != NULL && qm_scene_find_target (self->picture.scene, QM_TARGET_OTHERS,
                                                              (QmPoint) { x, y }, 0) != NULL;
}

static const char *
cursor_at (QmChartView *self, QmPointedAt at, double x, double y)
{
  if (at != QM_POINTED_AT_NOTHING)
    return NULL;
  if (is_on_others (self, x, y))
    return "pointer";
  return qm_chart_view_pick_note (self, x, y) != NULL ? "grab" : NULL;
}

/* The card gets the pointer only where the mark under it does not. */
static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, QmChartView *self)
{
  QmPointedAt at;
  int mark;

  if (!has_moved (self, GTK_EVENT_CONTROLLER (controller), x, y))
    return;

  at = qm_chart_view_point_at (self, x, y, &mark);
  if (self->card != NULL)
    gtk_widget_set_can_target (self->card, at == QM_POINTED_AT_CARD);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor_at (self, at, x, y));
  switch (at) {
  case QM_POINTED_AT_CARD:
    g_clear_handle_id (&self->grace_id, g_source_remove);
    break;
  case QM_POINTED_AT_MARK:
    hover (self, mark);
    break;
  case QM_POINTED_AT_NOTHING:
    if (self->attention.hovered != QM_NO_MARK && self->grace_id == 0)
      self->grace_id = g_timeout_add (GRACE, grace_over_cb, self);
    break;
  }
}

void
qm_chart_view_forget_pointer (QmChartView *self)
{
  g_return_if_fail (QM_IS_CHART_VIEW (self));

  self->pointer = (QmPointer) { { NAN, NAN }, FALSE };
  hover (self, QM_NO_MARK);
}

/* The first press of two has made the card grow under the pointer: the second is for none of its
 * buttons. */
static void
edit_under_card (QmChartView *self, GtkGestureClick *gesture, double x, double y)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  qm_chart_view_edit_at (self, self->pressed, x, y);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, QmChartView *self)
{
  const QmClaim *note;
  int mark;

  /* Text is about to be selected in the card, or it is going to be copied: it has to stay. */
  if (qm_chart_view_point_at (self, x, y, &mark) == QM_POINTED_AT_CARD) {
    qm_chart_view_pin (self, self->shown);
    if (n_press == 2 && self->pressed == self->shown)
      edit_under_card (self, gesture, x, y);
    self->pressed = QM_NO_MARK;
    return;
  }
  self->pressed = mark;

  note = mark == QM_NO_MARK ? qm_chart_view_pick_note (self, x, y) : NULL;
  if (note != NULL) {
    qm_chart_view_focus_silently (self, qm_chart_view_mark_of (self, note));
    if (n_press == 2)
      gtk_widget_activate_action (GTK_WIDGET (self), "view.note", "s", note->id);
    return;
  }

  if (mark == QM_NO_MARK && is_on_others (self, x, y)) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "table");
    return;
  }
  qm_chart_view_press (self, mark);
  if (n_press == 2 && self->picture.scene != NULL)
    qm_chart_view_edit_at (self, mark, x, y);
}

gboolean
qm_chart_view_is_empty_at (QmChartView *self, double x, double y)
{
  int mark;

  g_return_val_if_fail (QM_IS_CHART_VIEW (self), FALSE);

  return qm_chart_view_point_at (self, x, y, &mark) == QM_POINTED_AT_NOTHING &&
         qm_chart_view_pick_note (self, x, y) == NULL && !is_on_others (self, x, y);
}

/* --- Coming nearer on an axis of time --- */

/* Halves of the time shown, for a step of a wheel. */
#define WHEEL_STEP 0.25

/* What is there stays there. */
static gboolean
zoom_at (QmChartView *self, double steps, QmPoint point)
{
  double place = qm_axis_place_of (self->picture.scene, point);

  qm_chart_view_begin_to_move (self);
  return gtk_widget_activate_action (GTK_WIDGET (self), "view.zoom-at", "(dd)", steps, place);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, QmChartView *self)
{
  GdkModifierType modifiers =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean is_zoom = (modifiers & GDK_CONTROL_MASK) != 0;
  double steps = WHEEL_STEP * (is_zoom ? -dy : (modifiers & GDK_SHIFT_MASK) != 0 ? dx + dy : dx);

  if (self->offers == NULL || self->offers->from.year == 0 || steps == 0.0)
    return FALSE;
  if (is_zoom)
    return zoom_at (self, steps, self->pointer.place);
  qm_chart_view_begin_to_move (self);
  return gtk_widget_activate_action (GTK_WIDGET (self), "view.pan", "d", steps);
}

/* Two fingers: told from where they began, so what has been done of it is taken off. */
static void
pinch_cb (GtkGestureZoom *gesture, double scale, QmChartView *self)
{
  double steps = log2 (scale) - self->pinched;
  QmPoint centre = { 0 };

  if (self->offers == NULL || self->offers->from.year == 0 || fabs (steps) < WHEEL_STEP / 4)
    return;
  self->pinched += steps;
  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &centre.x, &centre.y);
  zoom_at (self, steps, centre);
}

static void
pinch_begin_cb (GtkGesture *gesture G_GNUC_UNUSED, GdkEventSequence *sequence G_GNUC_UNUSED,
                QmChartView *self)
{
  self->pinched = 0;
}

/* --- Keyboard --- */

/* The words that count those without room follow the last mark. */
static gboolean
focus_mark (QmChartView *self, int index)
{
  if (self->others != NULL && index >= (int) self->n_marks)
    return gtk_widget_grab_focus (self->others);
  if (self->marks->len == 0)
    return FALSE;

  index = CLAMP (index, 0, (int) self->n_marks - 1);
  return gtk_widget_grab_focus (qm_chart_view_get_widget (self, index));
}

/* Of what has the focus. */
static int
focused_index (QmChartView *self, GtkWidget *focus)
{
  return focus == self->others ? (int) self->n_marks : self->current;
}

static gboolean
hide_focused (QmChartView *self)
{
  const QmEntity *entity = qm_chart_view_get_hideable (
      self, qm_chart_picture_get_mark (&self->picture, self->current)->datum);

  return entity != NULL &&
         gtk_widget_activate_action (GTK_WIDGET (self), "view.hide", "s", entity->id);
}

/* By its claim's id, as everything outside the chart knows the mark. After a press on empty ground
 * it only has the keyboard, which nobody sees: then it is not the chosen one. */
static gboolean
activate_for_focused (QmChartView *self, const char *action)
{
  const QmClaim *claim = qm_chart_picture_get_mark (&self->picture, self->current)->datum;

  return !self->is_on_ground &&
         gtk_widget_activate_action (GTK_WIDGET (self), action, "s", claim->id);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key,
                guint code G_GNUC_UNUSED, GdkModifierType modifiers, QmChartView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  const char *action = qm_mark_widget_get_action (key, modifiers);

  if (action != NULL && focus != NULL && QM_IS_MARK_WIDGET (focus))
    return activate_for_focused (self, action);
  /* In the card, arrows belong to the text. */
  if (focus == NULL || (!QM_IS_MARK_WIDGET (focus) && focus != self->others) ||
      (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  switch (key) {
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return focus_mark (self, focused_index (self, focus) + 1);
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return focus_mark (self, focused_index (self, focus) - 1);
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    return focus_mark (self, 0);
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    return focus_mark (self, (int) self->n_marks - (self->others != NULL ? 0 : 1));
  case GDK_KEY_Delete:
  case GDK_KEY_KP_Delete:
    return focus != self->others && hide_focused (self);
  default:
    return FALSE;
  }
}

/* All marks are one stop of the Tab key, the card's buttons are the next; arrows do the rest. */
gboolean
qm_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  QmChartView *self = QM_CHART_VIEW (widget);
  gboolean is_in_card = self->card != NULL && qm_access_has_focus_within (self->card);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);

  /* A menu has keys of its own. */
  if (inside != NULL && GTK_IS_POPOVER (inside))
    return gtk_widget_child_focus (inside, direction);
  if (!qm_access_has_focus_within (widget))
    return focus_mark (self, self->current);
  if (direction == GTK_DIR_TAB_FORWARD)
    return self->shown != QM_NO_MARK && qm_card_move_focus (QM_CARD (self->card), direction);
  if (direction == GTK_DIR_TAB_BACKWARD && is_in_card)
    return qm_card_move_focus (QM_CARD (self->card), direction) || focus_mark (self, self->current);
  return FALSE;
}

static void
focus_changed_cb (QmChartView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))) {
    qm_attention_walk (&self->attention, QM_NO_MARK);
  } else if (focus == self->others) {
    qm_attention_walk (&self->attention, QM_NO_MARK);
  } else if (QM_IS_MARK_WIDGET (focus)) {
    self->current = qm_mark_widget_get_index (QM_MARK_WIDGET (focus));
    self->is_on_ground = FALSE;
    if (!self->is_pressing)
      qm_attention_walk (&self->attention, self->current);
  }
  qm_chart_view_update_shown (self);
}

void
qm_chart_view_follow_focus (QmChartView *self, GtkRoot *root)
{
  g_signal_connect_swapped (root, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self);
  g_signal_connect_swapped (root, "notify::focus-visible", G_CALLBACK (gtk_widget_queue_draw),
                            self);
}

void
qm_chart_view_leave_focus (QmChartView *self, GtkRoot *root)
{
  g_signal_handlers_disconnect_by_data (root, self);
}

void
qm_chart_view_add_controllers (QmChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *click = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (qm_chart_view_forget_pointer), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  /* Before the card's labels and button, which keep clicks to themselves. */
  gtk_event_controller_set_propagation_phase (click, GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, click);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
