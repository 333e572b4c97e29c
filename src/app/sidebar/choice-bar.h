/* How many charts are chosen, and what can be done with them; not there while none is. */
#pragma once

#include "app/session/session.h"
#include "app/widgets/bin.h"

G_BEGIN_DECLS

#define QM_TYPE_CHOICE_BAR (qm_choice_bar_get_type ())
G_DECLARE_FINAL_TYPE (QmChoiceBar, qm_choice_bar, QM, CHOICE_BAR, QmBin)

void qm_choice_bar_set_session (QmChoiceBar *self, QmSession *session);

G_END_DECLS
