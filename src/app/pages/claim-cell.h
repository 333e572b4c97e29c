/* A cell of the window's table: a text that wraps, as wide as its column. GTK's own widget for the
 * cell is around it; that one is meant by "cell" where a row is asked for its cells. */
#pragma once

#include <gtk/gtk.h>

/* Of a cell, at both sides. Pixels. */
#define QM_CLAIM_CELL_PADDING 14

/* To be called when the column wants the cell. */
void qm_claim_cell_set_up (GtkListItem *item, GtkColumnViewColumn *column, gboolean is_number);

/* Shows it, and says it to a screen reader. */
void qm_claim_cell_set_text (GtkListItem *item, const char *text);

/* What a row's cell stands for. */
GtkListItem *qm_claim_cell_get_item (GtkWidget *cell);

/* The column's cell in a row; NULL where it has none yet. */
GtkWidget *qm_claim_cell_find (GtkWidget *row, GtkColumnViewColumn *column);
