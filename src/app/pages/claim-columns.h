/* The columns of the window's table: which ones there are, which of them are shown, how wide they
 * are, and their cells. Cells wrap, and all columns that are shown fit into the table: as it gets
 * narrower, those go first that say least. Who the figure is of, the figure, its standing and its
 * source stay. */
#pragma once

#include "chart/words/tabular.h"

#include <gtk/gtk.h>

typedef struct _QmClaimColumns QmClaimColumns;

/* Adds them to a view that has none, whose rows are QmClaimRow, and which has to stay as long. */
QmClaimColumns *qm_claim_columns_new (GtkColumnView *view) G_GNUC_WARN_UNUSED_RESULT;
void qm_claim_columns_free (QmClaimColumns *self); /* accepts NULL */

/* What the column tells. */
QmColumn qm_claim_columns_get (GtkColumnViewColumn *column);

/* The rows that there are, of which no column is shown that has no news (table.h). */
void qm_claim_columns_set_rows (QmClaimColumns *self, GListModel *rows);

/* To be called when texts have become larger or smaller, before they are fitted. */
void qm_claim_columns_measure_again (QmClaimColumns *self);

/* The column by which the rows are put in order, which stays in sight; QM_N_COLUMNS: none. */
void qm_claim_columns_set_order (QmClaimColumns *self, QmColumn order);

/* FALSE where these rows have nothing in that column: it is not shown, whatever the room. */
gboolean qm_claim_columns_has_order (QmClaimColumns *self);

/* Shows those for which there is room, which is in pixels. */
void qm_claim_columns_fit (QmClaimColumns *self, int room);

/* To be called when other rows may stand one behind the other: draws a line between groups. */
void qm_claim_columns_divide_groups (QmClaimColumns *self);
