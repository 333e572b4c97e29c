/* Esc closes a window that is over another one. */
#pragma once

#include <gtk/gtk.h>

/* As gtk_window_close() does. */
void qm_escape_closes (GtkWidget *window);
