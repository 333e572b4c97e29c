/* What a speaker has under a slide: each figure with how it is known and where it is from. */
#pragma once

#include "chart/view/viewed.h"

/* Lines divided by '\n', of characters that XML can hold. What follows each other in a panel and
 * has the same measure, sources and caveat says these once, and ranks that differ in nothing else
 * are one entry: "China, Nov 2025: ranks 1–16, stated."
 *
 * most is G_MAXSIZE, or so many claims are told at most, and how many there are besides. Then other
 * places of the same sources count as the same, and each entry says its own: "[1 ¶4]". */
char *qm_slide_notes (const QmViewedChart *viewed, gsize most) G_GNUC_WARN_UNUSED_RESULT;
