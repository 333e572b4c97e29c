/* Going to the rows of a list view or a column view: GTK can scroll to one only from 4.12 on, and
 * takes the Tab key from row to row, however many there are. */
#pragma once

#include <gtk/gtk.h>

/* Scrolls as little as brings the row at that position into sight, once the view has its place on
 * the screen. */
void qm_list_rows_scroll_to (GtkWidget *view, guint position);

/* Gives the focus to the row that is selected, else to the one that had it last or the first. */
gboolean qm_list_rows_grab_focus (GtkWidget *view);

/* TRUE if one of the rows has it, and not a heading of the column view. */
gboolean qm_list_rows_have_focus (GtkWidget *view);

/* The row that has it, or one inside which it is; NULL where none has. */
GtkWidget *qm_list_rows_get_focused (GtkWidget *view);

/* The row at that place of the view; NULL where there is none. */
GtkWidget *qm_list_rows_find (GtkWidget *view, double x, double y);

/* The focus vfunc of a page with tools over the view, or over nothing in its place where it is not
 * to be seen: the rows are one stop of the Tab key, the headings before them another. Of a row with
 * buttons these are stops, too. */
gboolean qm_list_rows_move_focus (GtkWidget *view, GtkWidget *tools, GtkWidget *nothing,
                                  GtkDirectionType direction);
