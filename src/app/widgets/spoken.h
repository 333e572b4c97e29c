/* What a screen reader says of GTK's own controls, where GTK 4.8 tells it something else than
 * what is seen. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Mends the check buttons and drop-downs in widget that are there already: the former were spoken
 * with the underscore before their letter, the latter without what is chosen, and their list by the
 * name of its class. */
void qm_spoken_mend (GtkWidget *widget);

G_END_DECLS
