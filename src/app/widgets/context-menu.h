/* The menu of what is pressed with the other button of the pointer, or has the focus at Shift+F10
 * and the Menu key. */
#pragma once

#include <gtk/gtk.h>

/* Opens it in the widget, whose actions it has, at a place of within, which is the same or inside
 * it. When it closes with the focus inside, nothing has the focus, which the window then gives
 * back. */
void qm_context_menu_open (GtkWidget *widget, GMenuModel *model, GtkWidget *within,
                           GdkRectangle place);
