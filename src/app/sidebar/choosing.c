#include "app/sidebar/choosing.h"

#include "app/sidebar/chart-row.h"

static GtkListBox *
list_of (GtkEventController *controller)
{
  return GTK_LIST_BOX (gtk_event_controller_get_widget (controller));
}

static void
toggle (QmSession *session, GtkListBoxRow *row)
{
  const QmChart *chart = qm_chart_row_get_chart (row);

  qm_session_choose (session, chart, !qm_session_is_chosen (session, chart));
}

static gboolean
is_on_tick (GtkListBox *list, GtkListBoxRow *row, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *tick = GTK_WIDGET (qm_chart_row_get_tick (row));

  return at != NULL && (at == tick || gtk_widget_is_ancestor (at, tick));
}

/* Comes before the list, which would go to the chart. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press G_GNUC_UNUSED, double x, double y,
            QmSession *session)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  GtkListBox *list = list_of (controller);
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (list, (int) y);
  GtkListBoxRow *front = gtk_list_box_get_selected_row (list);
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (controller) &
                              (GDK_CONTROL_MASK | GDK_SHIFT_MASK);

  if (row == NULL || (modifiers == 0 && !is_on_tick (list, row, x, y)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if ((modifiers & GDK_SHIFT_MASK) != 0 && front != NULL)
    qm_session_choose_range (session, (guint) gtk_list_box_row_get_index (front),
                             (guint) gtk_list_box_row_get_index (row));
  else
    toggle (session, row);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code G_GNUC_UNUSED,
                GdkModifierType modifiers, QmSession *session)
{
  GtkListBox *list = list_of (GTK_EVENT_CONTROLLER (keys));
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list));

  if ((key != GDK_KEY_space && key != GDK_KEY_KP_Space) || !GTK_IS_LIST_BOX_ROW (row) ||
      (modifiers & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return FALSE;
  toggle (session, GTK_LIST_BOX_ROW (row));
  return TRUE;
}

void
qm_choosing_add (GtkListBox *list, QmSession *session)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), session);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), session);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}

void
qm_choosing_update (GtkListBox *list, QmSession *session)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    qm_chart_row_set_chosen (row, qm_session_is_chosen (session, qm_chart_row_get_chart (row)));
}
