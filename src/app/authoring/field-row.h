/* A row of a form: the name of a field, which leads to it and is spoken with it, and the field. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* name has a mnemonic. The label that shows it. */
GtkWidget *qm_field_row_add (GtkGrid *form, int row, const char *name, GtkWidget *field);

G_END_DECLS
