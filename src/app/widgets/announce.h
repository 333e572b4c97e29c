/* Telling a screen reader of what is not where the reader is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GTK 4.8 cannot announce anything: screen readers speak the description of what has the focus when
 * it changes. Nothing is said where widget's window has no focus. */
void qm_announce (GtkWidget *widget, const char *text);

/* What was announced last in widget's window, or NULL. */
const char *qm_announce_get_last (GtkWidget *widget);

G_END_DECLS
