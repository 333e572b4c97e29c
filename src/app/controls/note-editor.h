/* Asks for a note of the reader's own at a mark: a call-out of the view. */
#pragma once

#include "app/chart-view/chart-view.h"
#include "app/session/session.h"
#include "base/geometry.h"

G_BEGIN_DECLS

/* Comes up beside a rectangle of the chart, writes the note into the session's view and goes away
 * by itself. */
void qm_note_editor_open (QmChartView *chart, QmRect beside, QmSession *session,
                          const QmClaim *claim);

G_END_DECLS
