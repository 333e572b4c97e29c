/* Files given to the programs that the desktop has for them. */
#pragma once

#include <gtk/gtk.h>

/* For whatever program is launched from the widget's display. */
GAppLaunchContext *qm_launch_context_new (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

/* Opens the file with the program for its kind. What goes wrong is told by the window of the widget
 * ("win.message-of-error"). */
void qm_launch_open (GtkWidget *widget, const char *path);

/* Has the desktop's file manager show the file in its folder, or the folder of that path. */
void qm_launch_show_in_folder (GtkWidget *widget, const char *path);
