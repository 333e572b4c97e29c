/* Places for the words of a line chart, which lie on no other words, dot or line. */
#include "chart/forms/line-private.h"

#include "chart/axis.h"
#include "chart/status.h"

#include <math.h>

double
qm_line_year (const QmClaim *claim)
{
  double year = qm_date_to_year (claim->time.end);

  return isnan (year) ? 0 : year;
}

const QmClaim *
qm_line_next (const QmPanel *panel, const QmClaim *claim)
{
  const QmClaim *next = NULL;

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *other = panel->claims[i];

    if (other->to_entity == NULL && other->entity == claim->entity &&
        qm_line_year (other) > qm_line_year (claim) &&
        (next == NULL || qm_line_year (other) < qm_line_year (next)))
      next = other;
  }
  return next;
}

QmPoint
qm_line_dot (const QmLineChart *chart, const QmClaim *claim)
{
  return (QmPoint){ qm_scale_map (chart->x, qm_line_year (claim)),
                    qm_scale_map (chart->y, claim->quantity.value) };
}

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  const QmLinePoint *const *first = a, *const *second = b;

  return ((*first)->place.y > (*second)->place.y) - ((*first)->place.y < (*second)->place.y);
}

static void
drop_details (const GPtrArray *points)
{
  for (guint i = 0; i < points->len; i++) {
    QmLinePoint *point = g_ptr_array_index (points, i);

    qm_label_clear (&point->detail);
    point->detail.height = 0;
    point->place.height = point->words.height;
  }
}

/* Each end label beside its dot, above the years, pushed down by the one above it, and all of them
 * up again where the last would leave the area. */
static void
place_end_labels (QmLineChart *chart, const QmStyle *style, QmRect area)
{
  g_autoptr (GPtrArray) ends = g_ptr_array_new ();
  double x =
      qm_rect_right (chart->plot) + qm_status_dot_radius (style) + qm_style_length (style, 24) + 2;
  double free_from = area.y, overflow, height = 0;
  double bottom = qm_rect_bottom (chart->plot) + 0.8 * qm_axis_years_gap (style);

  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    if (!point->is_end)
      continue;
    point->place.x = x;
    point->place.y = qm_line_dot (chart, point->claim).y - point->words.height / 2;
    g_ptr_array_add (ends, point);
    height += point->place.height + qm_style_length (style, 8);
  }
  if (height > bottom - area.y)
    drop_details (ends);

  g_ptr_array_sort (ends, compare_heights);
  for (guint i = 0; i < ends->len; i++) {
    QmLinePoint *point = g_ptr_array_index (ends, i);

    point->place.y = MAX (point->place.y, free_from);
    free_from = qm_rect_bottom (point->place) + qm_style_length (style, 8);
  }

  overflow = bottom;
  for (guint i = ends->len; i-- > 0;) {
    QmLinePoint *point = g_ptr_array_index (ends, i);

    point->place.y = MIN (point->place.y, overflow - point->place.height);
    overflow = point->place.y - qm_style_length (style, 8);
  }
}

/* TRUE if the entity's line from claim to its next figure runs through place. */
static gboolean
is_crossed (const QmLineChart *chart, const QmClaim *claim, QmRect place)
{
  const QmClaim *next = qm_line_next (chart->panel, claim);
  QmPoint from, to;
  double first_x, last_x, first_y, last_y, slope;

  if (next == NULL)
    return FALSE;
  from = qm_line_dot (chart, claim);
  to = qm_line_dot (chart, next);
  first_x = MAX (from.x, place.x);
  last_x = MIN (to.x, qm_rect_right (place));
  if (first_x > last_x)
    return FALSE;

  slope = (to.y - from.y) / (to.x - from.x);
  first_y = from.y + slope * (first_x - from.x);
  last_y = from.y + slope * (last_x - from.x);
  return MAX (first_y, last_y) > place.y && MIN (first_y, last_y) < qm_rect_bottom (place);
}

/* What the point's dot takes up, with all that says how precise it is. */
static QmRect
dot_place (const QmLineChart *chart, const QmStyle *style, const QmClaim *claim)
{
  const QmQuantity *quantity = &claim->quantity;
  QmPoint dot = qm_line_dot (chart, claim);
  double radius = qm_status_dot_radius (style) * (quantity->precision == QM_ABOUT ? 1.6 : 1.1);
  QmRect place = { dot.x - radius, dot.y - radius, 2 * radius, 2 * radius };

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

/* TRUE if no other words, no dot and no line lie in place. */
static gboolean
is_free (const QmLineChart *chart, const QmStyle *style, const QmLinePoint *point, QmRect place)
{
  if (place.y < chart->top || qm_rect_bottom (place) > qm_rect_bottom (chart->plot))
    return FALSE;
  for (gsize i = 0; i < chart->n_points; i++) {
    if (qm_rect_overlaps (place, dot_place (chart, style, chart->points[i].claim)) ||
        is_crossed (chart, chart->points[i].claim, place) ||
        (&chart->points[i] != point && chart->points[i].place.x > 0 &&
         qm_rect_overlaps (place, chart->points[i].place)))
      return FALSE;
  }
  return TRUE;
}

/* Above its dot or below it, in the middle or to either side; where nothing is free the card still
 * says it. */
static void
place_inner_label (QmLineChart *chart, const QmStyle *style, QmLinePoint *point)
{
  static const double shifts[] = { -0.5, -1, 0 }; /* in the label's width */
  QmPoint dot = qm_line_dot (chart, point->claim);
  double distance = qm_status_dot_radius (style) * 1.6;
  QmRect place = point->place;

  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    for (int is_below = 0; is_below < 2; is_below++) {
      place.x = CLAMP (dot.x + shifts[i] * place.width, chart->plot.x + 1,
                       MAX (qm_rect_right (chart->plot) - place.width, chart->plot.x + 1));
      place.y = is_below ? dot.y + distance : dot.y - distance - place.height;
      if (is_free (chart, style, point, place)) {
        point->place = place;
        return;
      }
    }
  point->place = (QmRect){ 0 };
}

void
qm_line_place_words (QmLineChart *chart, const QmStyle *style, QmRect area)
{
  place_end_labels (chart, style, area);
  for (gsize i = 0; i < chart->n_points; i++)
    if (!chart->points[i].is_end)
      place_inner_label (chart, style, &chart->points[i]);
}
