/* The columns of the window's table: which ones, how wide, and their cells. */
#pragma once

#include "chart/words/table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds them to a view that has none, whose rows are QmClaimRow. */
void qm_claim_columns_add (GtkColumnView *view);

/* What the column tells. */
QmColumn qm_claim_columns_get (GtkColumnViewColumn *column);

/* Shows the columns in which any of the rows, whose elements are QmClaimRow, has a cell. */
void qm_claim_columns_show_filled (GtkColumnView *view, GListModel *rows);

G_END_DECLS
