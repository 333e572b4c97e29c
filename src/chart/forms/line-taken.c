/* What of a line chart's picture is taken: by dots and bars, lines, and words that have their
 * place. */
#include "chart/draw/status.h"
#include "chart/forms/line-private.h"

QmPoint
qm_line_place_of (const QmLineChart *chart, double year, double value)
{
  return (QmPoint) { qm_scale_map (chart->x, year), qm_scale_map (chart->y, value) };
}

static gboolean
is_crossed (const QmLineSegment *segment, QmRect place)
{
  QmPoint from = segment->start, to = segment->end;
  double first_x, last_x, first_y, last_y, slope;

  first_x = MAX (from.x, place.x);
  last_x = MIN (to.x, qm_rect_right (place));
  if (first_x > last_x)
    return FALSE;

  slope = to.x > from.x ? (to.y - from.y) / (to.x - from.x) : 0;
  first_y = from.y + slope * (first_x - from.x);
  last_y = to.x > from.x ? from.y + slope * (last_x - from.x) : to.y;
  return MAX (first_y, last_y) > place.y && MIN (first_y, last_y) < qm_rect_bottom (place);
}

/* What the point's dot or bar takes up, with all that says how precise it is. */
static QmRect
dot_place (const QmLineChart *chart, const QmStyle *style, const QmLinePoint *point)
{
  const QmQuantity *quantity = &point->claim->quantity;
  QmPoint dot = qm_line_place_of (chart, point->year, point->value);
  double radius = qm_status_dot_radius (style) * (point->is_small                   ? 0.5
                                                  : quantity->precision == QM_ABOUT ? 1.6
                                                                                    : 1.1);
  double from = qm_scale_map (chart->x, point->from), to = qm_scale_map (chart->x, point->to);
  QmRect place = { MIN (from, dot.x - radius), dot.y - radius, MAX (to - from, 2 * radius),
                   2 * radius };

  if (point->is_small)
    return place;
  switch (quantity->precision) {
  case QM_OVER:
  case QM_UNDER:
    return qm_rect_grow (place, radius);
  case QM_BETWEEN:
    place.y = qm_scale_map (chart->y, quantity->high);
    place.height = qm_scale_map (chart->y, quantity->low) - place.y;
    return place;
  case QM_EXACT:
  case QM_ABOUT:
    break;
  }
  return place;
}

static guint
number_of_segment (const QmLineChart *chart, gsize segment)
{
  return (guint) (chart->n_points + segment);
}

static guint
number_of_words (const QmLineChart *chart, gsize point)
{
  return (guint) (chart->n_points + chart->n_segments + point);
}

/* With air before and after: two figures in a row must not be read as one. */
static QmRect
with_air (QmRect words)
{
  double air = 0.3 * words.height;

  return (QmRect) { words.x - air, words.y, words.width + 2 * air, words.height };
}

static gboolean
takes (guint thing, QmRect place, gpointer data)
{
  const QmLineChart *chart = data;

  if (thing < chart->n_points)
    return qm_rect_overlaps (place, chart->points[thing].dot);
  if (thing < number_of_words (chart, 0))
    return is_crossed (&chart->segments[thing - chart->n_points], place);
  return qm_rect_overlaps (place,
                           with_air (chart->points[thing - number_of_words (chart, 0)].place));
}

static void
take_dots (QmLineChart *chart, const QmStyle *style)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    if (!point->is_dot)
      continue;
    point->dot = dot_place (chart, style, point);
    if (point->lead != NULL)
      point->dot = qm_rect_union (point->dot, qm_line_bracket_place (chart, style, point));
    qm_taken_add (chart->taken, (guint) i, point->dot, takes, chart);
  }
}

static void
take_lines (QmLineChart *chart)
{
  for (gsize i = 0; i < chart->n_segments; i++) {
    QmLineSegment *segment = &chart->segments[i];
    QmPoint start = qm_line_place_of (chart, segment->from.x, segment->from.y);
    QmPoint end = qm_line_place_of (chart, segment->to.x, segment->to.y);

    segment->start = start;
    segment->end = end;
    qm_taken_add (
        chart->taken, number_of_segment (chart, i),
        qm_rect_union ((QmRect) { start.x, start.y, 0, 0 }, (QmRect) { end.x, end.y, 0, 0 }), takes,
        chart);
  }
}

void
qm_line_take_drawn (QmLineChart *chart, const QmStyle *style)
{
  take_dots (chart, style);
  take_lines (chart);
}

void
qm_line_take_words (QmLineChart *chart, gsize i)
{
  QmRect place = chart->points[i].place;

  if (place.x > 0)
    qm_taken_add (chart->taken, number_of_words (chart, i), with_air (place), takes, chart);
}

gboolean
qm_line_is_free (QmLineChart *chart, QmRect place)
{
  return place.y >= chart->top && qm_rect_bottom (place) <= qm_rect_bottom (chart->plot) &&
         !qm_taken_has (chart->taken, place, takes, chart);
}
