/* The words at the dots of a line chart, and beyond its right edge. */
#include "chart/draw/axis.h"
#include "chart/draw/status.h"
#include "chart/forms/line-private.h"
#include "chart/view/series.h"
#include "chart/words/wording.h"

/* --- Words --- */

/* What an end label says of its value, where that is not simply stated. */
static char *
standing_of (const QmClaim *claim)
{
  switch (claim->quantity.standing) {
  case QM_PROJECTED:
    return g_strdup (qm_wording_standing (QM_PROJECTED));
  case QM_DERIVED:
    return qm_wording_computation_short (claim);
  case QM_REPORTED:
    break;
  }
  return NULL;
}

/* What stands below the value: of an end label what it says of that, of a bar its period. */
static char *
detail_of (const QmLinePoint *point)
{
  gboolean is_bar = point->to > point->from;
  g_autofree char *period = is_bar ? qm_wording_time (&point->claim->time) : NULL;
  g_autofree char *standing = point->is_end ? standing_of (point->claim) : NULL;

  if (period == NULL)
    return g_steal_pointer (&standing);
  if (standing == NULL)
    return g_steal_pointer (&period);
  return g_strdup_printf ("%s, %s", period, standing);
}

/* In at most two lines. */
static QmLabel
name_label (const QmStyle *style, const QmEntity *entity, double width)
{
  double height = 2 * qm_style_line_height (style, QM_ROLE_EMPHASIS);
  QmLabel label = qm_label_short_entity (style, QM_ROLE_EMPHASIS, entity, width, height);

  label.color = qm_style_identity (style, entity);
  return label;
}

/* A line that leaves carries its name. */
static void
measure_leaving (QmLinePoint *point, const QmStyle *style, double end_width)
{
  const QmEntity *entity = point->claim->entity;

  point->is_end = point->is_last = TRUE;
  point->words = name_label (style, entity, end_width);
}

/* Name and value on one line, or in two where these hold all of both; else the value below the
 * name, which then is shortened alone. */
static void
measure_end (QmLinePoint *point, const QmStyle *style, const char *value, double width)
{
  const QmEntity *entity = point->claim->entity;
  g_autofree char *named = entity != NULL
                               ? g_strdup_printf ("%s %s", qm_text_get (entity->short_name), value)
                               : g_strdup (value);

  point->words = qm_label (style, QM_ROLE_EMPHASIS, named, width, 2);
  point->words.names = entity;
  if (qm_label_is_shortened (&point->words)) {
    qm_label_clear (&point->words);
    point->words = name_label (style, entity, width);
    point->amount = qm_label_figure (style, QM_ROLE_EMPHASIS, value, width, -1);
  }
  point->words.color = point->amount.color = qm_style_identity (style, entity);
}

/* Only an entity's last figure carries its name; the line leads the eye from there. */
static void
measure_dot (QmLinePoint *point, const QmLineChart *chart, const QmStyle *style, double end_width)
{
  const QmClaim *claim = point->claim;
  g_autofree char *value = qm_wording_value_short (claim);
  g_autofree char *detail = NULL;
  gboolean is_at_edge = point->to >= chart->x.to;

  point->is_last = is_at_edge || qm_series_next (chart->series, claim) == NULL;
  point->is_end = point->is_last && is_at_edge;
  if (point->is_last)
    measure_end (point, style, value, end_width);
  else
    point->words = qm_label_figure (style, QM_ROLE_EMPHASIS, value, -1, -1);
  detail = detail_of (point);
  point->detail =
      qm_label (style, QM_ROLE_NOTE, detail, point->is_end ? end_width : -1, point->is_end ? 2 : 1);
  if (qm_label_is_shortened (&point->detail))
    qm_label_clear (&point->detail);
}

void
qm_line_measure_words (QmLineChart *chart, const QmStyle *style, double end_width)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    if (point->is_dot)
      measure_dot (point, chart, style, end_width);
    else
      measure_leaving (point, style, end_width);
    point->place.width = MAX (MAX (point->words.width, point->amount.width), point->detail.width);
    point->place.height = point->words.height + point->amount.height + point->detail.height;
  }
}

void
qm_line_clear_words (QmLineChart *chart)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    qm_label_clear (&chart->points[i].words);
    qm_label_clear (&chart->points[i].amount);
    qm_label_clear (&chart->points[i].detail);
  }
}

/* --- Places --- */

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
    point->place.height = point->words.height + point->amount.height;
  }
}

static double
total_height (const GPtrArray *points, double gap)
{
  double height = 0;

  for (guint i = 0; i < points->len; i++)
    height += ((const QmLinePoint *) g_ptr_array_index (points, i))->place.height + gap;
  return height;
}

/* As many of the labels, in their order from above, as have room one below the other: of those that
 * would be pushed away from their dots, none. */
static void
drop_crowded (GPtrArray *ends, double top, double bottom, double gap)
{
  double free_from = top;

  for (guint i = 0; i < ends->len;) {
    QmLinePoint *point = g_ptr_array_index (ends, i);
    double y = MAX (point->place.y, free_from);

    if (y > point->place.y + 0.7 * point->place.height || y + point->place.height > bottom) {
      point->place = (QmRect){ 0 };
      g_ptr_array_remove_index (ends, i);
      continue;
    }
    free_from = y + point->place.height + gap;
    i++;
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
  double free_from = area.y, overflow;
  double bottom = qm_rect_bottom (chart->plot) + 0.8 * qm_axis_years_gap (style);

  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    if (!point->is_end)
      continue;
    point->place.x = x;
    point->place.y =
        qm_line_place_of (chart, point->year, point->value).y - point->words.height / 2;
    g_ptr_array_add (ends, point);
  }
  if (total_height (ends, qm_style_length (style, 8)) > bottom - area.y)
    drop_details (ends);

  g_ptr_array_sort (ends, compare_heights);
  if (total_height (ends, qm_style_length (style, 8)) > bottom - area.y)
    drop_crowded (ends, area.y, bottom, qm_style_length (style, 8));
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

static gboolean
is_crossed (const QmLineChart *chart, const QmLineSegment *segment, QmRect place)
{
  QmPoint from = qm_line_place_of (chart, segment->from.x, segment->from.y);
  QmPoint to = qm_line_place_of (chart, segment->to.x, segment->to.y);
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
  double radius = qm_status_dot_radius (style) * (quantity->precision == QM_ABOUT ? 1.6 : 1.1);
  double from = qm_scale_map (chart->x, point->from), to = qm_scale_map (chart->x, point->to);
  QmRect place = { MIN (from, dot.x - radius), dot.y - radius, MAX (to - from, 2 * radius),
                   2 * radius };

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

gboolean
qm_line_is_free (const QmLineChart *chart, const QmStyle *style, const QmLinePoint *point,
                 QmRect place)
{
  if (place.y < chart->top || qm_rect_bottom (place) > qm_rect_bottom (chart->plot))
    return FALSE;
  for (gsize i = 0; i < chart->n_points; i++) {
    const QmLinePoint *other = &chart->points[i];

    if (other->is_dot && qm_rect_overlaps (place, dot_place (chart, style, other)))
      return FALSE;
    if (other != point && other->place.x > 0 && qm_rect_overlaps (place, other->place))
      return FALSE;
  }
  for (gsize i = 0; i < chart->n_segments; i++)
    if (is_crossed (chart, &chart->segments[i], place))
      return FALSE;
  return TRUE;
}

/* Above its dot or below it, in the middle or to either side; where nothing is free the card still
 * says it. */
static void
place_inner_label (QmLineChart *chart, const QmStyle *style, QmLinePoint *point)
{
  static const double shifts[] = { -0.5, -1, 0 }; /* in the label's width */
  QmPoint dot = qm_line_place_of (chart, point->year, point->value);
  double distance = qm_status_dot_radius (style) * 1.6;
  QmRect place = point->place;

  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    for (int is_below = 0; is_below < 2; is_below++) {
      place.x = CLAMP (dot.x + shifts[i] * place.width, chart->plot.x + 1,
                       MAX (qm_rect_right (chart->plot) - place.width, chart->plot.x + 1));
      place.y = is_below ? dot.y + distance : dot.y - distance - place.height;
      if (qm_line_is_free (chart, style, point, place)) {
        point->place = place;
        return;
      }
    }
  place.x = dot.x + distance;
  place.y = dot.y - place.height / 2;
  if (point->is_last && qm_rect_right (place) <= qm_rect_right (chart->plot) &&
      qm_line_is_free (chart, style, point, place))
    point->place = place;
  else
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
