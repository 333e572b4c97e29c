/* What the reader chooses for the whole program, in the menu of any window: its language and how it
 * looks. Both are kept in the file of settings, and change all windows at once. */
#pragma once

#include <gtk/gtk.h>

/* Adds the actions app.language and app.appearance, and does what was chosen the last time. To be
 * called before the first window is made. */
void qm_switches_add (GtkApplication *application);
