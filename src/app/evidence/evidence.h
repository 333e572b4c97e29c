/* What is known of the selected claim and where it comes from, and the sources of the charts that
 * are shown. */
#pragma once

#include "app/session/session.h"
#include "app/widgets/bin.h"

#include <gtk/gtk.h>

#define QM_TYPE_EVIDENCE (qm_evidence_get_type ())
G_DECLARE_FINAL_TYPE (QmEvidence, qm_evidence, QM, EVIDENCE, QmBin)

void qm_evidence_set_session (QmEvidence *self, QmSession *session);

/* Says at the claim that is selected which kept drafts are of it, or of what it is computed from.
 */
void qm_evidence_tell_drafts (QmEvidence *self);
