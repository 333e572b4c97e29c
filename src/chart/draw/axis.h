/* Axes for forms whose values cannot all stand at their marks: lines across the plot with the
 * values left of them, and years below it, or months where the axis is short. */
#pragma once

#include "chart/draw/style.h"
#include "scale/scale.h"

G_BEGIN_DECLS

/* The width that the values take up left of the plot, with the space between them and it. */
double qm_axis_values_width (const QmStyle *style, QmTicks ticks, const QmUnit *unit);

/* A line across plot for every tick, the one at zero stronger. They are targets: time runs along
 * them. */
void qm_axis_add_values (QmScene *scene, const QmStyle *style, QmRect plot, QmScale y,
                         QmTicks ticks, const QmUnit *unit);

/* The space between the plot and the years below it: a dot on the plot's edge has room in it. */
double qm_axis_years_gap (const QmStyle *style);

/* At which whole years a label has room, where a year is that many pixels long: each, every second,
 * fifth, tenth … */
int qm_axis_year_step (const QmStyle *style, double pixels_per_year);

/* FALSE if an axis of time is so short that months divide it better. */
gboolean qm_axis_has_years (QmScale x);

typedef struct {
  double at; /* on the scale: a year with its fraction */
  char *text;
} QmTimeTick;

/* The months on x for which there is room, or the dates at both its ends where not even two are.
 * Element QmTimeTick; free with g_array_unref(). */
GArray *qm_axis_months (const QmStyle *style, QmScale x) G_GNUC_WARN_UNUSED_RESULT;

/* The years at both ends of x and as many between as have room for their words, at equal steps; or
 * the months. No word leaves area, whatever stands below it. */
void qm_axis_add_times (QmScene *scene, const QmStyle *style, QmRect plot, QmScale x, QmRect area);

/* Where point lies along the axis of time that is nearest: 0 at its beginning or before, 1 at its
 * end or after; 0.5 where the scene has none. */
double qm_axis_place_of (const QmScene *scene, QmPoint point);

G_END_DECLS
