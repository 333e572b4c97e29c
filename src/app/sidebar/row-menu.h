/* The menu of a chart in the list: by the other button of the pointer, Shift+F10 or the Menu key.
 * The row becomes the selected one, and its chart that in front. */
#pragma once

#include <gtk/gtk.h>

/* Listens to the list. The menu opens as a child of around, which is around the list too. */
void qm_row_menu_add (GtkListBox *list, GtkWidget *around);
