/* A control that says what is chosen of what: "Order: largest first", and in its list the choices
 * alone. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* format is a static string with one %s, for the name of a choice. */
void qm_choice_fill (GtkDropDown *control, const char *format, GtkStringList *names);

G_END_DECLS
