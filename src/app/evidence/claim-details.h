/* All that is known of one claim: what it says, how sure it is, how it came about and where it
 * stands. It can have the focus, so that a screen reader tells it at once; its claims' buttons act
 * by "evidence.go-to", which the widget around it has to offer. */
#pragma once

#include "app/evidence/shown.h"
#include "app/widgets/bin.h"

#define QM_TYPE_CLAIM_DETAILS (qm_claim_details_get_type ())
G_DECLARE_FINAL_TYPE (QmClaimDetails, qm_claim_details, QM, CLAIM_DETAILS, QmBin)

/* The claim, whose dataset has to stay as long; NULL forgets it, and shows nothing else. */
void qm_claim_details_set_claim (QmClaimDetails *self, const QmDataset *dataset,
                                 const QmClaim *claim);

/* Where the claim is to be seen. */
void qm_claim_details_set_shown (QmClaimDetails *self, QmShown shown);
