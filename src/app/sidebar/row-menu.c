#include "app/sidebar/row-menu.h"

#include "app/chart-view/chart-menu.h"
#include "app/widgets/context-menu.h"

static void
open_menu (GtkListBox *list, GtkListBoxRow *row, GdkRectangle place, GtkWidget *around)
{
  g_autoptr (GMenuModel) model = qm_chart_menu_new (NULL);

  gtk_list_box_select_row (list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  qm_context_menu_open (around, model, GTK_WIDGET (list), place);
}

static void
pressed_cb (GtkGestureClick *click, int n_press G_GNUC_UNUSED, double x, double y,
            GtkWidget *around)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click)));
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (list, (int) y);

  if (row == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (list, row, (GdkRectangle) { (int) x, (int) y, 1, 1 }, around);
}

static gboolean
open_by_key (GtkWidget *list, GVariant *arguments G_GNUC_UNUSED, gpointer around)
{
  GtkWidget *row = gtk_widget_get_focus_child (list);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, list, &bounds))
    return FALSE;
  open_menu (
      GTK_LIST_BOX (list), GTK_LIST_BOX_ROW (row),
      (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, 24, (int) bounds.size.height },
      around);
  return TRUE;
}

void
qm_row_menu_add (GtkListBox *list, GtkWidget *around)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), around);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Shift>F10|Menu"),
                        gtk_callback_action_new (open_by_key, around, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}
