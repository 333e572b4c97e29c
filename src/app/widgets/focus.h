/* Where the focus is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* TRUE if the widget or one inside it has the focus. */
gboolean qm_has_focus_within (GtkWidget *widget);

G_END_DECLS
