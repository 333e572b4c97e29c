/* Figures over time: an entity's figures of one measure in a panel joined by a straight line, and
 * what lies on it between two of them. Years are positions with a fraction (base/date.h). */
#pragma once

#include "chart/view/view.h"

/* FALSE for a ratio between two others. */
gboolean qm_series_has (const QmClaim *claim);

/* From when to when the figure holds on an axis: the same twice for a date, which stands at its
 * beginning; from -INFINITY where the beginning of a period is open. */
void qm_series_span (const QmClaim *claim, double *from, double *to);

/* Where it ends, by which the figures of an entity follow each other. */
double qm_series_year (const QmClaim *claim);

/* Where the line that leads to it ends. */
double qm_series_begin (const QmClaim *claim);

/* Claims in the order of their entities, measures and times. */
typedef struct _QmSeries QmSeries;

/* Of those claims of which qm_series_has(), in a panel's order. */
QmSeries *qm_series_new (const QmClaim *const *claims, gsize n_claims) G_GNUC_WARN_UNUSED_RESULT;
void qm_series_free (QmSeries *series);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmSeries, qm_series_free)

/* The figures of the claim's line after its time and before it, the nearest, or NULL; where several
 * are of one time, that through which the line goes. */
const QmClaim *qm_series_next (const QmSeries *series, const QmClaim *claim);
const QmClaim *qm_series_previous (const QmSeries *series, const QmClaim *claim);

/* TRUE if the line goes through another figure of the claim's time, that of a source that
 * disagrees: the panel has it before this one. */
gboolean qm_series_is_aside (const QmSeries *series, const QmClaim *claim);

/* Another figure of the claim's line at its time on which sources do not disagree, or NULL. Of a
 * dataset's own claims. */
const QmClaim *qm_series_beside (const QmSeries *series, const QmClaim *claim);

/* The entity's figure at the time of a ratio, of its measure where there is one; or NULL. */
const QmClaim *qm_series_of_ratio (const QmSeries *series, const QmClaim *ratio,
                                   const QmEntity *entity);

/* TRUE if the claim's entity has a line of another measure, too, so that its name does not say
 * which. */
gboolean qm_series_has_other_measure (const QmSeries *series, const QmClaim *claim);

/* What the line from one figure to the next is at a year, from the end of the one to the beginning
 * of the other; beyond these it is what it is there. It is read off as it is drawn, straight: on a
 * linear scale equal times add equal amounts, and on a logarithmic one they multiply by equal
 * factors. Anything else would contradict the picture. */
double qm_series_between (const QmClaim *from, const QmClaim *to, double year, gboolean is_log);

/* A line read off at the view's year. */
typedef struct {
  const QmClaim *from; /* the figure before */
  const QmClaim *to;   /* the figure after; the same where that is stated of this very time, or of
                          a period that it lies in */
  double value;
  gboolean is_of_several; /* the entity has another line, of another measure */
} QmReading;

/* TRUE if it is a figure of a whole period. */
gboolean qm_reading_is_of_period (const QmReading *reading);

/* The panel's lines as far as they reach that year, in the panel's order; empty where the view has
 * no year, or not in the part of time that it shows. Element QmReading; free with g_array_unref().
 */
GArray *qm_series_read (const QmPanel *panel, const QmView *view) G_GNUC_WARN_UNUSED_RESULT;
