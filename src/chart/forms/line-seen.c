#include "chart/forms/line-private.h"
#include "chart/view/series.h"
#include "dataset/claim-time.h"

#include <math.h>

/* Its date is written at an end of the axis that is the figure's, unless that is the end of a
 * fiscal year: no one knows the day. */
static QmDate
date_at (const QmClaim *claim, double year)
{
  if (!qm_claim_time_is_period (&claim->time))
    return claim->time.end;
  return claim->time.end.kind == QM_DATE_FISCAL_YEAR ? (QmDate) { 0 } : qm_date_from_year (year);
}

/* From a figure's beginning, where that is not open, to its end. */
static void
include_times (QmLineChart *chart, const QmClaim *claim)
{
  double from, to;

  qm_series_span (claim, &from, &to);
  if (isinf (from))
    from = qm_date_begin (claim->time.end);
  chart->ends.finest = MIN (chart->ends.finest, MIN (qm_date_resolution (claim->time.start),
                                                     qm_date_resolution (claim->time.end)));
  if (from < chart->x.from) {
    chart->x.from = from;
    chart->ends.first = date_at (claim, from);
  }
  if (to > chart->x.to) {
    chart->x.to = to;
    chart->ends.last = date_at (claim, to);
  }
}

/* The time that the figures are of. */
static void
find_times (QmLineChart *chart)
{
  chart->x.from = INFINITY;
  chart->x.to = -INFINITY;
  chart->ends.finest = QM_RESOLUTION_YEAR;
  for (gsize i = 0; i < chart->panel->n_claims; i++)
    include_times (chart, chart->panel->claims[i]);
}

/* In years, of a moment: too little for another date of its kind. */
static const double moments[] = {
  [QM_RESOLUTION_DAY] = 0.5 / 365,   [QM_RESOLUTION_MONTH] = 0.5 / 12,
  [QM_RESOLUTION_QUARTER] = 0.5 / 4, [QM_RESOLUTION_HALF] = 0.5 / 2,
  [QM_RESOLUTION_YEAR] = 0.5,
};

void
qm_line_set_times (QmLineChart *chart, const QmView *view)
{
  find_times (chart);
  if (view->from.year != 0) {
    chart->x.from = qm_date_to_year (view->from);
    chart->x.to = qm_date_to_year (view->to);
    chart->ends.first = view->from;
    chart->ends.last = view->to;
  }
  if (chart->x.from < chart->x.to)
    return;
  chart->x.from = chart->x.to - moments[chart->ends.finest];
  chart->ends.first = (QmDate) { 0 };
  /* A figure that is alone stands in the middle; several have their words beside the axis. */
  if (chart->panel->n_claims == 1) {
    chart->x.to += moments[chart->ends.finest];
    chart->ends.last = (QmDate) { 0 };
  }
}

gboolean
qm_line_is_seen (const QmView *view, const QmClaim *claim)
{
  double from, to;

  qm_series_span (claim, &from, &to);
  return qm_view_covers_span (view, from, to);
}

static void
add_dot_of (QmLineChart *chart, const QmClaim *claim, gboolean is_last)
{
  QmLinePoint *point = &chart->points[chart->n_points++];

  *point = (QmLinePoint) {
    .claim = claim, .value = claim->quantity.value, .is_dot = TRUE, .is_last = is_last
  };
  qm_series_span (claim, &point->from, &point->to);
  point->from = MAX (point->from, chart->x.from);
  point->to = MIN (point->to, chart->x.to);
  point->year = (point->from + point->to) / 2;
}

/* Where one period follows upon another the line between them is upright. */
static void
add_segment (QmLineChart *chart, const QmClaim *claim, const QmClaim *next)
{
  QmLineSegment *segment = &chart->segments[chart->n_segments];
  double start = qm_series_year (claim), end = next != NULL ? qm_series_begin (next) : -INFINITY;

  segment->claim = claim;
  segment->next = next;
  segment->from.x = MAX (start, chart->x.from);
  segment->to.x = MIN (end, chart->x.to);
  if (end < start || segment->from.x > segment->to.x)
    return;
  segment->from.y = qm_series_between (claim, next, segment->from.x, chart->y.is_log);
  segment->to.y = end > chart->x.to
                      ? qm_series_between (claim, next, segment->to.x, chart->y.is_log)
                      : next->quantity.value;
  chart->n_segments++;
}

void
qm_line_find_seen (QmLineChart *chart, const QmView *view)
{
  for (gsize i = 0; i < chart->panel->n_claims; i++) {
    const QmClaim *claim = chart->panel->claims[i], *next;
    gboolean is_aside;

    if (!qm_series_has (claim))
      continue;
    is_aside = qm_series_is_aside (chart->series, claim);
    next = qm_series_next (chart->series, claim);
    if (qm_line_is_seen (view, claim))
      add_dot_of (chart, claim, next == NULL && !is_aside);
    if (!is_aside)
      add_segment (chart, claim, next);
  }

  /* Where the line to a figure beyond the right edge is cut. */
  for (gsize i = 0; i < chart->n_segments; i++) {
    const QmLineSegment *segment = &chart->segments[i];

    if (qm_series_begin (segment->next) > chart->x.to)
      chart->points[chart->n_points++] = (QmLinePoint) { .claim = segment->next,
                                                         .year = segment->to.x,
                                                         .value = segment->to.y,
                                                         .from = segment->to.x,
                                                         .to = segment->to.x };
  }
}
