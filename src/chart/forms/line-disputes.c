/* Figures of one time on which sources disagree: the line goes through the first of them that the
 * chart lists, and the others stand above or below that, bracketed. */
#include "chart/draw/bracket.h"
#include "chart/draw/status.h"
#include "chart/forms/line-private.h"

#include <math.h>

static const QmLinePoint *
find_lead (const QmLineChart *chart, const QmLinePoint *point)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    const QmLinePoint *lead = &chart->points[i];

    if (lead->is_dot && lead->claim->entity == point->claim->entity &&
        lead->claim->measure == point->claim->measure &&
        qm_series_year (lead->claim) == qm_series_year (point->claim) &&
        !qm_series_is_aside (chart->series, lead->claim))
      return lead;
  }
  return NULL;
}

void
qm_line_find_leads (QmLineChart *chart)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    if (point->is_dot && qm_series_is_aside (chart->series, point->claim))
      point->lead = find_lead (chart, point);
  }
}

static double
distance_of (const QmStyle *style)
{
  return 1.6 * qm_status_dot_radius (style);
}

/* At the left of both, or where that is beyond the plot at the right. */
QmRect
qm_line_bracket_place (const QmLineChart *chart, const QmStyle *style, const QmLinePoint *point)
{
  double depth = qm_bracket_depth (style), y, lead_y;
  QmRect place;

  if (point->lead == NULL)
    return (QmRect){ 0 };
  y = qm_scale_map (chart->y, point->value);
  lead_y = qm_scale_map (chart->y, point->lead->value);
  place = (QmRect){ qm_scale_map (chart->x, point->from) - distance_of (style) - depth,
                    MIN (y, lead_y), depth, fabs (y - lead_y) };
  if (place.x < chart->plot.x)
    place.x = qm_scale_map (chart->x, point->to) + distance_of (style);
  return place;
}

void
qm_line_add_brackets (const QmLineChart *chart, QmScene *scene, const QmStyle *style)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    const QmLinePoint *point = &chart->points[i];
    QmRect place = qm_line_bracket_place (chart, style, point);
    gboolean is_left = place.x < qm_scale_map (chart->x, point->from);

    if (point->lead != NULL)
      qm_bracket_add (scene, style, is_left ? place.x : qm_rect_right (place),
                      is_left ? qm_rect_right (place) : place.x, place.y, qm_rect_bottom (place));
  }
}
