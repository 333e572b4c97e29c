#include "app/widgets/context-menu.h"

#include "app/widgets/access.h"
#include "app/widgets/popovers.h"
#include "base/words.h"

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
  qm_popovers_remove_when_closed (menu, NULL);
  gtk_popover_popup (GTK_POPOVER (menu));
}
