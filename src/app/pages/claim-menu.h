/* The menu of a claim where it is no mark, as in a row: what its card offers. It acts by the
 * actions of "view" (view-actions.h), and by these, which the widget around it has to offer:
 *
 *   claim.cite                    copies the citation
 *   claim.show                    goes to the chart that shows it
 *   claim.copy-address (s)        of a source
 *   claim.open-address (s)
 */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

/* For the session as it is. */
GMenuModel *qm_claim_menu_new (QmSession *session, const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
