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

/* What the words of the frame are to be. */
typedef struct {
  const char *notes;  /* (unowned): the reader's own, above the footer; "" for none */
  int n_note_lines;   /* at most */
  gboolean are_whole; /* the plot gives up more, before a title, a subtitle or a source is cut */
} QmFrameWords;

/* Adds the frame and returns the plot. The key has room for all standings of the chart's claims and
 * says those of drawn, where that is not NULL. Where room is short the words give way in a fixed
 * order, so that the plot keeps its share of the canvas; the sources stay to the last. */
QmRect qm_frame_add (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed,
                     const QmStandings *drawn, const QmFrameWords *words);
