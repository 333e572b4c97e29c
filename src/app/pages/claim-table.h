/* The claims of the chart in front as a table, or all of the dataset's: put in order by the
 * columns' headings, and copied, in the order and with the rows that are shown, by Ctrl+Shift+E. */
#pragma once

#include "app/pages/claim-page.h"

#define QM_TYPE_CLAIM_TABLE (qm_claim_table_get_type ())
G_DECLARE_FINAL_TYPE (QmClaimTable, qm_claim_table, QM, CLAIM_TABLE, QmClaimPage)

/* FALSE where it is of the whole dataset, whatever the view of the chart. The signal
 * "scope-changed" says that it has become the other one. */
gboolean qm_claim_table_is_of_chart (QmClaimTable *self);
