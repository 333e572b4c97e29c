/* What is put into a box, or a list, anew each time. */
#pragma once

#include <gtk/gtk.h>

/* Takes everything out of a GtkBox. */
void qm_children_remove (GtkWidget *box);

void qm_children_remove_rows (GtkListBox *list);
