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

/* TRUE if the way from one to its lead passes that of the other, of which another thing is said. */
static gboolean
pass (const QmLinePoint *one, const QmLinePoint *other)
{
  double low = MIN (one->value, one->lead->value), high = MAX (one->value, one->lead->value);
  double other_low = MIN (other->value, other->lead->value);
  double other_high = MAX (other->value, other->lead->value);

  return qm_series_year (one->claim) == qm_series_year (other->claim) && low <= other_high &&
         other_low <= high;
}

/* All brackets to one lead are at the same distance. */
static void
find_within (QmLineChart *chart, QmLinePoint *point)
{
  for (const QmLinePoint *other = chart->points; other < point; other++)
    if (other->lead == point->lead)
      point->n_within = MAX (point->n_within, other->n_within);
    else if (other->lead != NULL && pass (point, other))
      point->n_within = MAX (point->n_within, other->n_within + 1);
  for (QmLinePoint *other = chart->points; other < point; other++)
    if (other->lead == point->lead)
      other->n_within = point->n_within;
}

void
qm_line_find_leads (QmLineChart *chart)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    if (point->is_dot && qm_series_is_aside (chart->series, point->claim))
      point->lead = find_lead (chart, point);
    if (point->lead != NULL)
      find_within (chart, point);
  }
}

static double
distance_of (const QmStyle *style)
{
  return 1.6 * qm_status_dot_radius (style);
}

/* At the left of both, or where that is beyond the plot at the right; and of others, which would
 * look as if they were one. */
QmRect
qm_line_bracket_place (const QmLineChart *chart, const QmStyle *style, const QmLinePoint *point)
{
  double depth = qm_bracket_depth (style), y, lead_y;
  double distance = distance_of (style) + 2 * depth * (double) point->n_within;
  QmRect place;

  if (point->lead == NULL)
    return (QmRect) { 0 };
  y = qm_scale_map (chart->y, point->value);
  lead_y = qm_scale_map (chart->y, point->lead->value);
  place = (QmRect) { qm_scale_map (chart->x, point->from) - distance - depth, MIN (y, lead_y),
                     depth, fabs (y - lead_y) };
  if (place.x < chart->plot.x)
    place.x = qm_scale_map (chart->x, point->to) + distance;
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
