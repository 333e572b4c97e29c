/* Drop-downs in narrow places. */
#pragma once

#include <gtk/gtk.h>

/* What is chosen, of a list of strings, is cut by an ellipsis where it has no room; GTK would
 * rather have the window as wide as that. The list below it stays as it is. */
void qm_drop_down_let_shrink (GtkDropDown *drop_down);
