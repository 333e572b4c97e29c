/* What a screen reader says of GTK's own controls, where GTK 4.8 tells it something else than
 * what is seen. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Mends what is in widget already: check buttons, which were spoken with the underscore before
 * their letter; drop-downs, without what is chosen, and their list by the name of its class; and
 * toggle buttons with a label, without whether they are on. */
void qm_spoken_mend (GtkWidget *widget);

/* What is spoken of a toggle of that name. */
char *qm_spoken_word_toggle (const char *name, gboolean is_on) G_GNUC_WARN_UNUSED_RESULT;

/* For a toggle button without a label: it is spoken by that name and whether it is on. */
void qm_spoken_name_toggle (GtkToggleButton *button, const char *name);

G_END_DECLS
