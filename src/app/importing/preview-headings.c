#include "app/importing/preview-headings.h"

#include "app/importing/holds.h"
#include "app/widgets/context-menu.h"

/* A menu of what the column can hold. */
static GMenuModel *
make_menu (guint column)
{
  GMenu *menu = g_menu_new ();

  for (guint holds = 0; holds < QM_N_HOLDS; holds++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (qm_holds_name ((QmHolds) holds), NULL);

    g_menu_item_set_action_and_target (item, QM_PREVIEW_HEADINGS_ACTION, "(uu)", column, holds);
    g_menu_append_item (menu, item);
  }
  return G_MENU_MODEL (menu);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer column)
{
  GtkWidget *heading = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  g_autoptr (GMenuModel) menu = make_menu (GPOINTER_TO_UINT (column));

  /* A press that moved away was to make the column wider. */
  if (n_press == 1 && gtk_widget_contains (heading, x, y))
    qm_context_menu_open (heading, menu, heading, (GdkRectangle) { (int) x, (int) y, 1, 1 });
}

void
qm_preview_headings_set_up (GtkColumnView *view, guint first, guint last)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *heading = gtk_widget_get_next_sibling (gtk_widget_get_first_child (header));

  for (guint i = 0; heading != NULL && i < last; i++) {
    if (i >= first) {
      GtkGesture *gesture = gtk_gesture_click_new ();

      g_signal_connect (gesture, "released", G_CALLBACK (released_cb), GUINT_TO_POINTER (i));
      gtk_widget_add_controller (heading, GTK_EVENT_CONTROLLER (gesture));
      gtk_widget_set_cursor_from_name (heading, "pointer");
    }
    heading = gtk_widget_get_next_sibling (heading);
  }
}
