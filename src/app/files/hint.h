/* What a new reader has to know to begin: a line under the chart that goes away when they close it,
 * or with the chart in which they have pinned a card, and does not come back. */
#pragma once

#include "app/files/state.h"
#include "app/widgets/bin.h"

#include <gtk/gtk.h>

#define QM_TYPE_HINT (qm_hint_get_type ())
G_DECLARE_FINAL_TYPE (QmHint, qm_hint, QM, HINT, QmBin)

/* To be put into a GtkBox, from which it takes itself away. */
GtkWidget *qm_hint_new (QmSession *session, QmState *state);
