/* A row of a table that was misread, to be put right where it is seen: one of its cells typed anew,
 * taken away or another put before it, or the whole row left out. */
#pragma once

#include "sheet/sheet.h"

#include <gtk/gtk.h>

/* cells as qm_choices_with_row() has them. Called once at most, once the popover is gone. */
typedef void (*QmRowMended) (guint line, const char *cells, gpointer user_data);

/* Opens at a place in the widget, which stays meanwhile, as the sheet does; column is of the grid.
 */
void qm_row_mender_open (GtkWidget *widget, const GdkRectangle *place, const QmSheet *sheet,
                         guint row, guint column, QmRowMended mended, gpointer user_data);
