/* Going to a row of a list view or a column view, for which GTK has no function before 4.12. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls as little as brings the row at that position into sight, once the list has its place on
 * the screen. */
void qm_list_scroll_to (GtkWidget *list, guint position);

/* Gives the focus to the row that had it last, or else to the first. */
gboolean qm_list_grab_focus (GtkWidget *list);

G_END_DECLS
