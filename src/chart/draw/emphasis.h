/* One mark in front of the others: these turn grey, as light, or in the dark as dark, as they can
 * still be read. What stands in front looks as it always does. */
#pragma once

#include "chart/draw/style.h"

/* The grey of an area or a line that steps back. One that stands out from the background as a
 * mark has to (3:1) still does. */
QmColor qm_emphasis_mark_behind (const QmTheme *theme, QmColor color);

/* The colour of texts that step back, whatever it was; it keeps the contrast of texts (4.5:1). */
QmColor qm_emphasis_text_behind (const QmTheme *theme);

/* Lets the marks among the shapes from that index on step back, and what leads to them, but for the
 * claim's own. Does nothing where that has no mark. */
void qm_emphasis_add (QmScene *scene, const QmStyle *style, const QmClaim *claim, gsize first);
