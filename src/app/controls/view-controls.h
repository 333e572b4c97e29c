/* What the reader can choose of the chart in front, and nothing that it does not offer. */
#pragma once

#include "app/session/session.h"
#include "app/widgets/bin.h"

#include <gtk/gtk.h>

#define QM_TYPE_VIEW_CONTROLS (qm_view_controls_get_type ())
G_DECLARE_FINAL_TYPE (QmViewControls, qm_view_controls, QM, VIEW_CONTROLS, QmBin)

void qm_view_controls_set_session (QmViewControls *self, QmSession *session);

/* Whether they are over a table: what does nothing for one is then not shown. */
void qm_view_controls_set_for_table (QmViewControls *self, gboolean is_for_table);
