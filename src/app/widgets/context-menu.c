#include "app/widgets/context-menu.h"

#include "app/widgets/access.h"
#include "app/widgets/popovers.h"
#include "base/words.h"

/* Where the focus goes from a popover that is gone, the window knows. */
static gboolean
leave_cb (gpointer menu)
{
  if (gtk_widget_get_parent (menu) == NULL)
    return G_SOURCE_REMOVE;
  if (qm_access_has_focus_within (menu))
    gtk_root_set_focus (gtk_widget_get_root (menu), NULL);
  qm_popovers_remove (menu);
  return G_SOURCE_REMOVE;
}

/* Whoever is closing it is not done with it yet. */
static void
closed_cb (GtkWidget *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_cb, g_object_ref (menu), g_object_unref);
}

void
qm_context_menu_open (GtkWidget *widget, GMenuModel *model, GtkWidget *within, GdkRectangle place)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) place.x, (float) place.y);

  if (gtk_widget_compute_point (within, widget, &point, &point)) {
    place.x = (int) point.x;
    place.y = (int) point.y;
  }
  qm_access_set_label (menu, _ ("Menu"));
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &place);
  gtk_widget_set_parent (menu, widget);
  g_signal_connect (menu, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (menu));
}
