/* Figures over time: an entity's figures in a panel joined by straight lines, and what lies on
 * these between two of them. Years are positions with a fraction (base/date.h). */
#pragma once

#include "chart/view/view.h"

G_BEGIN_DECLS

/* FALSE for a ratio between two others. */
gboolean qm_series_has (const QmClaim *claim);

double qm_series_year (const QmClaim *claim);

/* Claims in the order of their entities and times. */
typedef struct _QmSeries QmSeries;

/* Of those claims of which qm_series_has(), in a panel's order. */
QmSeries *qm_series_new (const QmClaim *const *claims, gsize n_claims) G_GNUC_WARN_UNUSED_RESULT;
void qm_series_free (QmSeries *series);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmSeries, qm_series_free)

/* The entity's figures after the claim's time and before it, the nearest, or NULL. */
const QmClaim *qm_series_next (const QmSeries *series, const QmClaim *claim);
const QmClaim *qm_series_previous (const QmSeries *series, const QmClaim *claim);

/* The entity's figure at the claim's time, but not the claim itself; or NULL. */
const QmClaim *qm_series_beside (const QmSeries *series, const QmClaim *claim,
                                 const QmEntity *entity);

/* TRUE if the view's scale is logarithmic and can be: every figure is above zero. */
gboolean qm_series_is_log (const QmPanel *panel, const QmView *view);

/* What the line from one figure to the next is at a year; beyond its ends it is what it is there.
 * It is read off as it is drawn, straight: on a linear scale equal times add equal amounts, and on
 * a logarithmic one they multiply by equal factors. Anything else would contradict the picture. */
double qm_series_between (const QmClaim *from, const QmClaim *to, double year, gboolean is_log);

/* A line read off at the view's year. */
typedef struct {
  const QmClaim *from; /* the figure before */
  const QmClaim *to;   /* the figure after; the same where that is stated of this very time */
  double value;
} QmReading;

/* The panel's lines as far as they reach that year, in the panel's order; empty where the view has
 * no year, or not in the part of time that it shows. Element QmReading; free with g_array_unref().
 */
GArray *qm_series_read (const QmPanel *panel, const QmView *view) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
