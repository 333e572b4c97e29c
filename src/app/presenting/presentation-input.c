#include "app/presenting/presentation-private.h"

/* --- Keyboard --- */

/* What has come up over the chart has its own keys. */
static gboolean
is_over_chart (QmPresentation *self, GtkWidget *focus)
{
  return focus != NULL &&
         gtk_widget_get_native (focus) != GTK_NATIVE (qm_presentation_get_root (self));
}

/* Only Tab leads there: who clicks a mark goes on by arrows all the same, though it has the focus.
 */
static gboolean
is_among_marks (QmPresentation *self, GtkWidget *focus)
{
  return self->has_tabbed && focus != NULL &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panes));
}

static gboolean
focus_marks (QmPresentation *self, GtkDirectionType direction)
{
  self->has_tabbed = gtk_widget_child_focus (GTK_WIDGET (self->panes), direction);
  return TRUE;
}

/* Escape leads from a card and the marks back to the charts, and from there away. */
static void
leave (QmPresentation *self)
{
  gboolean had_card = qm_chart_view_close_card (qm_chart_panes_get_front (self->panes));

  if (had_card || self->has_tabbed)
    qm_presentation_leave_marks (self);
  else
    qm_presentation_set_active (self, FALSE);
}

/* These go on from everywhere: they are all that a presenter's remote control has. */
static gboolean
handle_page_key (QmPresentation *self, guint key)
{
  switch (key) {
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    qm_presentation_go (self, 1);
    return TRUE;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    qm_presentation_go (self, -1);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
handle_key (QmPresentation *self, guint key)
{
  switch (key) {
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
  case GDK_KEY_space:
    qm_presentation_go (self, 1);
    return TRUE;
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
  case GDK_KEY_BackSpace:
    qm_presentation_go (self, -1);
    return TRUE;
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    qm_presentation_go_to_place (self, 1);
    return TRUE;
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    qm_presentation_go_to_place (self, G_MAXUINT);
    return TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    qm_presentation_jump (self);
    return TRUE;
  case GDK_KEY_Tab:
    return focus_marks (self, GTK_DIR_TAB_FORWARD);
  case GDK_KEY_ISO_Left_Tab:
    return focus_marks (self, GTK_DIR_TAB_BACKWARD);
  case GDK_KEY_b:
  case GDK_KEY_B:
  case GDK_KEY_period:
    qm_presentation_set_black (self, !gtk_widget_get_visible (self->black));
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key,
                guint code G_GNUC_UNUSED, GdkModifierType modifiers, QmPresentation *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (qm_presentation_get_root (self)));
  guint32 character = gdk_keyval_to_unicode (key);

  if (!self->is_active || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      is_over_chart (self, focus))
    return FALSE;
  if (key == GDK_KEY_Escape) {
    leave (self);
    return TRUE;
  }
  if (handle_page_key (self, key))
    return TRUE;
  if (is_among_marks (self, focus))
    return FALSE;
  if (g_unichar_isdigit (character)) {
    qm_presentation_type_digit (self, (guint) g_unichar_digit_value (character));
    return TRUE;
  }
  return handle_key (self, key);
}

/* --- Pointer --- */

/* FALSE on a mark, a card, a name that can be pressed, and whatever lies over the chart. */
static gboolean
is_beside_marks (QmPresentation *self, double x, double y)
{
  GtkWidget *root = qm_presentation_get_root (self);
  GtkWidget *at = gtk_widget_pick (root, x, y, GTK_PICK_DEFAULT);
  GtkWidget *view = at != NULL ? gtk_widget_get_ancestor (at, QM_TYPE_CHART_VIEW) : NULL;
  graphene_point_t point;

  return view != NULL &&
         gtk_widget_compute_point (root, view, &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                   &point) &&
         qm_chart_view_is_empty_at (QM_CHART_VIEW (view), point.x, point.y);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press G_GNUC_UNUSED, double x, double y,
            QmPresentation *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  gboolean is_black = gtk_widget_get_visible (self->black);

  if (!self->is_active)
    return;
  self->has_tabbed = FALSE;
  /* The chart has a menu for it, which is not the audience's. And until GTK hears of the pointer, a
   * press on the black goes to the mark below, which would be pinned. */
  if (button == GDK_BUTTON_SECONDARY || is_black)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (is_black)
    qm_presentation_set_black (self, FALSE);
  else if (button == GDK_BUTTON_SECONDARY)
    qm_presentation_go (self, -1);
  else if (button == GDK_BUTTON_PRIMARY && is_beside_marks (self, x, y))
    qm_presentation_go (self, 1);
}

/* In milliseconds. */
#define POINTER_PAUSE 3000

static gboolean
pointer_rests_cb (gpointer data)
{
  QmPresentation *self = data;

  self->pointer_id = 0;
  gtk_widget_set_cursor_from_name (qm_presentation_get_root (self), "none");
  return G_SOURCE_REMOVE;
}

/* A picture that changes under a pointer at rest tells of motion as well. */
static void
motion_cb (GtkEventControllerMotion *controller G_GNUC_UNUSED, double x, double y,
           QmPresentation *self)
{
  if (!self->is_active || (x == self->x && y == self->y))
    return;
  self->x = x;
  self->y = y;
  gtk_widget_set_cursor (qm_presentation_get_root (self), NULL);
  g_clear_handle_id (&self->pointer_id, g_source_remove);
  self->pointer_id = g_timeout_add (POINTER_PAUSE, pointer_rests_cb, self);
}

/* --- The controllers --- */

/* The keys count for the whole window, and before any other widget. */
void
qm_presentation_add_controllers (QmPresentation *self)
{
  GtkWidget *root = qm_presentation_get_root (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (root, keys);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  gtk_widget_add_controller (root, motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (root, GTK_EVENT_CONTROLLER (click));
}
