/* The headings of a table as it is read: a click at one asks what its column holds. By keys the
 * same is chosen in the list of columns (table-columns.h). */
#pragma once

#include <gtk/gtk.h>

/* The action of a widget above, with the number of the column and what it holds: "(uu)". */
#define QM_PREVIEW_HEADINGS_ACTION "preview.hold"

/* To be called once the view has got these columns, from first up to but not including last: before
 * the one of number 0 it has one that shows lines. */
void qm_preview_headings_set_up (GtkColumnView *view, guint first, guint last);
