/* What is put into a box anew each time. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes everything out of a GtkBox. */
void qm_children_remove (GtkWidget *box);

G_END_DECLS
