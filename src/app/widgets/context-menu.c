#include "app/widgets/context-menu.h"

#include "app/widgets/access.h"
#include "base/words.h"

#define OPENER "qm-opener"

/* What the menu was opened from, or else the first thing there that takes it. */
static void
take_focus_back (GtkWidget *widget, GtkWidget *opener)
{
  if (opener != NULL && gtk_widget_get_mapped (opener) && gtk_widget_grab_focus (opener))
    return;
  if (gtk_widget_get_mapped (widget) && !gtk_widget_grab_focus (widget))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* The window would keep the focus at an item that is gone with the menu, and hear no key. */
static gboolean
leave_cb (gpointer menu)
{
  GtkWidget *widget = gtk_widget_get_parent (menu);
  gboolean had_focus = qm_access_has_focus_within (menu);

  if (widget == NULL)
    return G_SOURCE_REMOVE;
  if (had_focus)
    gtk_root_set_focus (gtk_widget_get_root (menu), NULL);
  gtk_widget_unparent (menu);
  if (had_focus)
    take_focus_back (widget, g_object_get_data (menu, OPENER));
  return G_SOURCE_REMOVE;
}

/* Whoever is closing it is not done with it yet. */
static void
closed_cb (GtkWidget *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_cb, g_object_ref (menu), g_object_unref);
}

void
qm_context_menu_open (GtkWidget *widget, GMenuModel *model, const GdkRectangle *place)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL)
    g_object_set_data_full (G_OBJECT (menu), OPENER, g_object_ref (focus), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Menu"),
                                  -1);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), place);
  gtk_widget_set_parent (menu, widget);
  g_signal_connect (menu, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (menu));
}
