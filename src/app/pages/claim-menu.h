/* The menu of a claim, in a row or at its mark: what its card offers; and that of a source. It acts
 * by the actions of "view" (view-actions.h), and by these, which the widget around it has to offer:
 *
 *   claim.cite                    copies the citation
 *   claim.show                    goes to the chart that shows it; not of a mark
 *   claim.edit                    of a source
 *   claim.copy-address (s)        of a source
 *   claim.open-address (s)
 */
#pragma once

#include "dataset/dataset.h"

#include <gtk/gtk.h>

/* chart is the one in front; is_mark: the claim is a mark of it, and seen. */
GMenuModel *qm_claim_menu_new (const QmChart *chart, const QmClaim *claim,
                               gboolean is_mark) G_GNUC_WARN_UNUSED_RESULT;

GMenuModel *qm_claim_menu_new_of_source (const QmSource *source) G_GNUC_WARN_UNUSED_RESULT;
