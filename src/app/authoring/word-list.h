/* The words that a field may have, in a list under it: by the arrow keys and Enter, by their
 * numbers, or by the pointer one is chosen. */
#pragma once

#include <gtk/gtk.h>

typedef void (*QmWordListChosen) (guint number, gpointer user_data);

/* words ends with NULL. chosen is called with the number of the one that is chosen, from 0, once or
 * not at all; the field has the focus then. */
void qm_word_list_open (GtkWidget *field, const char *const *words, QmWordListChosen chosen,
                        gpointer user_data);
