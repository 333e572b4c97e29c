/* Letters in labels, by which what they name is chosen. */
#pragma once

#include <gtk/gtk.h>

/* A button with words and a mnemonic, which is not spoken: what gtk_button_new_with_mnemonic()
 * makes would be called “_Cancel” as well. */
GtkWidget *qm_mnemonic_button_new (const char *words);

/* A row of a form: the name of a field, which has a mnemonic, leads to it and is spoken with it,
 * and the field. Returns the label that shows the name. */
GtkWidget *qm_mnemonic_add_field (GtkGrid *form, int row, const char *name, GtkWidget *field);

/* For a name that has none, in a menu: a line there stands for the key that chooses it, unless
 * there are two. */
char *qm_mnemonic_escape (const char *name) G_GNUC_WARN_UNUSED_RESULT;
