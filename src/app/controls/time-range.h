/* The part of a time axis that is shown: nearer, farther, earlier, later. */
#pragma once

#include "chart/view/view-offers.h"

/* The shortest part that can be shown, in years. */
#define QM_TIME_RANGE_SHORTEST (1 / 12.0)

/* Shows half as long a time for each step, or twice as long for each negative one. What is at
 * place, from 0 at the beginning of what is shown to 1 at its end, stays there as far as the axis
 * reaches. All of the axis is what view has then no dates for. */
void qm_time_range_zoom (QmView *view, const QmViewOffers *offers, double steps, double place);

/* Goes on by half of what is shown for each step, or back, as far as the axis reaches. */
void qm_time_range_pan (QmView *view, const QmViewOffers *offers, double steps);
