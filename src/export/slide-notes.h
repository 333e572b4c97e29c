/* What a speaker has under a slide: each figure with how it is known and where it is from. */
#pragma once

#include "chart/view/viewed.h"

G_BEGIN_DECLS

/* Lines divided by '\n', of characters that XML can hold. What follows each other in a panel and
 * has the same measure, sources and caveat says these once, and ranks that differ in nothing else
 * are one entry: "China, Nov 2025: ranks 1–16, stated." */
char *qm_slide_notes (const QmViewedChart *viewed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
