/* The rows of a list are put in another order by dragging, and by Alt+Up and Alt+Down on the one
 * that has the focus. The list does not change by itself: it is told where a row is to go. */
#pragma once

#include <gtk/gtk.h>

/* row is to be where the one at place is now; place may be beyond the ends. */
typedef void (*QmReorderingMove) (GtkListBoxRow *row, int place, gpointer data);

/* The list has to be in a scrolled window, which scrolls when a row is held near its edges. */
void qm_reordering_add (GtkListBox *list, QmReorderingMove move, gpointer data);
