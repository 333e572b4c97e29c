/* The claims of the chart in front as a table, or all of the dataset's: in step with the session's
 * selection, put in order by the columns' headings, filtered by what is typed, and copied as CSV.
 *
 * Ctrl+Shift+E copies what is shown, Ctrl+C the citation of the row that is selected. */
#pragma once

#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QM_TYPE_CLAIM_TABLE (qm_claim_table_get_type ())
G_DECLARE_FINAL_TYPE (QmClaimTable, qm_claim_table, QM, CLAIM_TABLE, GtkWidget)

void qm_claim_table_set_session (QmClaimTable *self, QmSession *session);

G_END_DECLS
