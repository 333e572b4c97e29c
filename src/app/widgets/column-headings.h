/* The headings of a column view, by which its rows are put in order: a click, Enter or Space takes
 * a column from the smallest, then from the largest, then as the rows were given. GTK itself gives
 * headings neither the keyboard nor a name for the screen reader, and tells what was chosen only
 * from 4.10 on. Here they are one stop of the Tab key, arrow keys go along them, and with Shift
 * they make the column narrower and wider. */
#pragma once

#include <gtk/gtk.h>

/* To be called once the view has all its columns. Their sorters are set here and compare nothing:
 * who orders the rows asks what was chosen when the view's sorter changes. */
void qm_column_headings_set_up (GtkColumnView *view);

/* Puts the last heading so far to the end, over figures. */
void qm_column_headings_align_last (GtkColumnView *view);

/* The column by which the rows are put in order; NULL: as they were given. (unowned) */
GtkColumnViewColumn *qm_column_headings_get_order (GtkColumnView *view, gboolean *is_descending);
