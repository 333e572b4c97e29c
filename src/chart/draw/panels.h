/* The panels of a chart on its plot: side by side where there is width for their words, else one
 * above the other, many of them in a grid; each with its heading over what its form draws. */
#pragma once

#include "chart/draw/style.h"
#include "chart/view/viewed.h"

/* Adds them, and sets areas to the room of each with its heading. areas has an element for each of
 * the chart's panels. */
void qm_panels_add (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed, QmRect plot,
                    QmRect *areas);
