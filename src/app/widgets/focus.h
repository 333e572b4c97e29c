/* Where the focus is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* TRUE if the widget or one inside it has the focus. */
gboolean qm_has_focus_within (GtkWidget *widget);

/* The pointer presses the buttons in the widget, other than those of popovers, without taking the
 * keyboard from where the reader is: it is a tool. */
void qm_keep_focus_on_click (GtkWidget *widget);

G_END_DECLS
