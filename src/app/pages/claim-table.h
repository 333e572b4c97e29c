/* The claims of the chart in front as a table, or all of the dataset's: put in order by the
 * columns' headings, and copied as CSV, in the order and with the rows that are shown, by
 * Ctrl+Shift+E. */
#pragma once

#include "app/pages/claim-page.h"

G_BEGIN_DECLS

#define QM_TYPE_CLAIM_TABLE (qm_claim_table_get_type ())
G_DECLARE_FINAL_TYPE (QmClaimTable, qm_claim_table, QM, CLAIM_TABLE, QmClaimPage)

G_END_DECLS
