/* What surrounds the panels of every chart:
 *
 *   ┌──────────────────────────────────────────┐
 *   │ Title                                    │
 *   │ Subtitle                                 │
 *   │ ┌──────────────────────────────────────┐ │
 *   │ │ plot                                 │ │
 *   │ └──────────────────────────────────────┘ │
 *   │ ──────────────────────────────────────── │
 *   │ Source: … Note.            ■ key  ▨ key  │
 *   └──────────────────────────────────────────┘
 */
#pragma once

#include "chart/draw/legend.h"

G_BEGIN_DECLS

/* Adds the frame and returns the plot. The key has room for all standings of the chart's claims and
 * says those of drawn, where that is not NULL. notes, "" for none, are words of the reader's own
 * that stand above the footer, in at most that many lines. Where room is short the words give way
 * in a fixed order, so that the plot keeps its share of the canvas; the sources stay to the last.
 */
QmRect qm_frame_add (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed,
                     const QmStandings *drawn, const char *notes, int n_note_lines);

G_END_DECLS
