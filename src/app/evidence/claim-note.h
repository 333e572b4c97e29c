/* The reader's own note on the claim that is selected, to be read and written beside its evidence.
 * It is written as it is typed; what is typed in a row is one step. */
#pragma once

#include "app/session/session.h"
#include "app/widgets/bin.h"

G_BEGIN_DECLS

#define QM_TYPE_CLAIM_NOTE (qm_claim_note_get_type ())
G_DECLARE_FINAL_TYPE (QmClaimNote, qm_claim_note, QM, CLAIM_NOTE, QmBin)

/* To be called when the claim, or the view of the chart in front, is another. NULL: there is none
 * that this chart shows. */
void qm_claim_note_set (QmClaimNote *self, QmSession *session, const QmClaim *claim);

G_END_DECLS
