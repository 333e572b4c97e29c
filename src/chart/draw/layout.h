/* The whole picture: the frame, the panels in it, and the reader's notes where these leave room.
 * Where they leave none, the panels give some up. */
#pragma once

#include "chart/chart.h"
#include "chart/view/viewed.h"

G_BEGIN_DECLS

/* areas has an element for each panel of viewed->chart, and is set to where they stand. */
QmScene *qm_layout_build (const QmViewedChart *viewed, const QmCanvas *canvas,
                          QmRect *areas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
