/* A row of the window's table: a claim, and what the view makes of it. An object, for GTK's lists
 * hold nothing else; it keeps what it borrows from. */
#pragma once

#include "chart/words/tabular.h"

#include <gio/gio.h>

#define QM_TYPE_CLAIM_ROW (qm_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (QmClaimRow, qm_claim_row, QM, CLAIM_ROW, GObject)

/* The rows of a chart in a view, in the order of its marks. Element QmClaimRow. */
GListModel *qm_claim_row_list_of_chart (QmDataset *dataset, const QmChart *chart,
                                        const QmView *view) G_GNUC_WARN_UNUSED_RESULT;

/* The rows of all claims, in the dataset's order. Element QmClaimRow. */
GListModel *qm_claim_row_list_of_dataset (QmDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;

/* The chart that the row is of; NULL among all claims. */
const QmChart *qm_claim_row_get_chart (QmClaimRow *self);

/* The dataset's own claim. */
const QmClaim *qm_claim_row_get_claim (QmClaimRow *self);

/* What the row tells, as qm_tabular_row() has it. */
const QmClaim *qm_claim_row_get_shown (QmClaimRow *self);

/* The note on it, the reader's own or the author's; or NULL. */
const char *qm_claim_row_get_note (QmClaimRow *self);
gboolean qm_claim_row_is_note_authors (QmClaimRow *self);

/* TRUE if the view highlights another one. */
gboolean qm_claim_row_steps_back (QmClaimRow *self);

/* Below zero where a stands before b in the order of that column, above zero where it stands behind
 * it; rows that are equal there stand as they were given. Figures go by their value within those of
 * the same unit, times by their dates and texts by the language in use. Rows without a cell there
 * come last in both directions. QM_N_COLUMNS is the order in which they were given. */
int qm_claim_row_compare (QmClaimRow *a, QmClaimRow *b, QmColumn column, gboolean is_descending);

/* The order of the units in which figures are grouped; 0 where they are of the same one. Plain
 * numbers and ranks are where they are of the same measure. Rows without a figure come last. */
int qm_claim_row_compare_units (QmClaimRow *a, QmClaimRow *b);

/* TRUE if all of the words are in what the row tells, or in what the search finds its claim by. */
gboolean qm_claim_row_matches (QmClaimRow *self, const GPtrArray *words);
