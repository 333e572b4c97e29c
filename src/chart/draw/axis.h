/* Axes for forms whose values cannot all stand at their marks: lines across the plot with the
 * values left of them, and dates below it. */
#pragma once

#include "chart/draw/label.h"
#include "scale/scale.h"
#include "scale/time-ticks.h"

/* The words at a tick. */
QmLabel qm_axis_label (const QmStyle *style, double value, const QmUnit *unit);

/* The width that the values take up left of the plot, with the space between them and it. */
double qm_axis_values_width (const QmStyle *style, QmTicks ticks, const QmUnit *unit);

/* A line across plot for every tick, the one at zero stronger. They are targets: time runs along
 * them. */
void qm_axis_add_values (QmScene *scene, const QmStyle *style, QmRect plot, QmScale y,
                         QmTicks ticks, const QmUnit *unit);

/* The space between the plot and the times below it: a dot on the plot's edge has room in it. */
double qm_axis_times_gap (const QmStyle *style);

/* What an axis of time says of its ends, and how fine the dates are that stand on it. */
typedef struct {
  QmDate first, last; /* what is written at both ends, whatever is round; or no dates */
  QmResolution finest;
} QmTimeEnds;

/* The ends of x and the round dates between them that have room for their words within area.
 * Element QmTimeTick; free with g_array_unref(). */
GArray *qm_axis_times (const QmStyle *style, QmScale x, const QmTimeEnds *ends,
                       QmRect area) G_GNUC_WARN_UNUSED_RESULT;

/* The same, written below plot. No word leaves area, whatever stands below it. */
void qm_axis_add_times (QmScene *scene, const QmStyle *style, QmRect plot, QmScale x,
                        const QmTimeEnds *ends, QmRect area);

/* Where point lies along the axis of time that is nearest: 0 at its beginning or before, 1 at its
 * end or after; 0.5 where the scene has none. */
double qm_axis_place_of (const QmScene *scene, QmPoint point);
