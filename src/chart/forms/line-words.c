/* The words at the dots of a line chart, and beyond its right edge. */
#include "chart/draw/axis.h"
#include "chart/draw/status.h"
#include "chart/forms/line-private.h"
#include "chart/words/wording.h"

/* --- Words --- */

/* What an end label says of its value, where that is not simply stated. */
static char *
standing_of (const QmClaim *claim)
{
  switch (claim->quantity.standing) {
  case QM_PROJECTED:
    return g_strdup (qm_wording_standing (QM_PROJECTED));
  case QM_COMPUTED:
    return qm_wording_computation_short (claim);
  case QM_STATED:
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
name_label (const QmStyle *style, const QmEntity *entity, const char *name, double width)
{
  double height = 2 * qm_style_line_height (style, QM_ROLE_EMPHASIS);
  QmLabel label = { 0 };

  if (name == NULL)
    return label;
  label = qm_label_name (style, QM_ROLE_EMPHASIS, name, width, height);
  label.names = entity;
  label.color = qm_style_identity (style, entity);
  return label;
}

static char *
name_of (const QmLineChart *chart, const QmClaim *claim)
{
  return qm_wording_line (claim, qm_series_has_other_measure (chart->series, claim));
}

/* A line that leaves carries its name. */
static void
measure_leaving (const QmLineChart *chart, QmLinePoint *point, const QmStyle *style,
                 double end_width)
{
  g_autofree char *name = name_of (chart, point->claim);

  point->words = name_label (style, point->claim->entity, name, end_width);
  point->place.width = point->words.width;
  point->place.height = point->words.height;
}

/* Name and value on one line, or in two where these hold all of both; else the value below the
 * name, which then is shortened alone. */
static void
measure_end (const QmLineChart *chart, QmLinePoint *point, const QmStyle *style, const char *value,
             double width)
{
  const QmEntity *entity = point->claim->entity;
  g_autofree char *name = name_of (chart, point->claim);
  g_autofree char *named = name != NULL ? g_strdup_printf ("%s %s", name, value) : g_strdup (value);

  point->words = qm_label (style, QM_ROLE_EMPHASIS, named, width, 2);
  point->words.names = entity;
  if (qm_label_is_shortened (&point->words)) {
    qm_label_clear (&point->words);
    point->words = name_label (style, entity, name, width);
    point->amount = qm_label_figure (style, QM_ROLE_EMPHASIS, value, width, -1);
  }
  point->words.color = point->amount.color = qm_style_identity (style, entity);
}

static void
measure_detail (QmLinePoint *point, const QmStyle *style, double width, int max_lines)
{
  g_autofree char *detail = detail_of (point);

  point->detail = qm_label (style, QM_ROLE_NOTE, detail, width, max_lines);
  if (qm_label_is_shortened (&point->detail))
    qm_label_clear (&point->detail);
  point->place.width = MAX (MAX (point->words.width, point->amount.width), point->detail.width);
  point->place.height = point->words.height + point->amount.height + point->detail.height;
}

/* Only an entity's last figure carries its name; the line leads the eye from there. */
static void
measure_last (const QmLineChart *chart, QmLinePoint *point, const QmStyle *style, double end_width)
{
  g_autofree char *value = qm_wording_value_short (point->claim);

  measure_end (chart, point, style, value, end_width);
  measure_detail (point, style, point->is_end ? end_width : -1, point->is_end ? 2 : 1);
}

static void
measure_inner (QmLinePoint *point, const QmStyle *style)
{
  g_autofree char *value = qm_wording_value_short (point->claim);

  point->words = qm_label_figure (style, QM_ROLE_EMPHASIS, value, -1, -1);
  measure_detail (point, style, -1, 1);
}

/* --- Which ends have words --- */

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  const QmLinePoint *const *first = a, *const *second = b;

  return ((*first)->place.y > (*second)->place.y) - ((*first)->place.y < (*second)->place.y);
}

/* As many of the labels, in their order from above, as have room one below the other: of those that
 * would be pushed away from their dots, none. */
static void
drop_crowded (GPtrArray *ends, double top, double bottom, double gap)
{
  double free_from = top;
  guint n_left = 0;

  for (guint i = 0; i < ends->len; i++) {
    QmLinePoint *point = g_ptr_array_index (ends, i);
    double y = MAX (point->place.y, free_from);

    if (y > point->place.y + 0.7 * point->place.height || y + point->place.height > bottom) {
      point->place = (QmRect){ 0 };
      continue;
    }
    free_from = y + point->place.height + gap;
    ends->pdata[n_left++] = point;
  }
  g_ptr_array_set_size (ends, (int) n_left);
}

/* Above the years. */
static double
bottom_of_ends (const QmLineChart *chart, const QmStyle *style)
{
  return qm_rect_bottom (chart->plot) + 0.8 * qm_axis_years_gap (style);
}

/* Many lines can end in one place: words that would have no room even if all were as low as words
 * can be have no height, and need not be measured. */
static void
drop_hopeless (QmLineChart *chart, const QmStyle *style)
{
  g_autoptr (GPtrArray) ends = g_ptr_array_new ();
  double line = qm_style_smallest_line (style), bottom = bottom_of_ends (chart, style);

  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    if (!point->is_end)
      continue;
    point->place.height = line;
    point->place.y = qm_scale_map (chart->y, point->value) - line / 2;
    g_ptr_array_add (ends, point);
  }
  g_ptr_array_sort (ends, compare_heights);
  if (ends->len * line > bottom - chart->top)
    drop_crowded (ends, chart->top, bottom, 0);
}

void
qm_line_measure_words (QmLineChart *chart, const QmStyle *style, double end_width)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    point->is_end = !point->is_dot || point->to >= chart->x.to;
    point->is_last = point->is_last || point->is_end;
  }
  drop_hopeless (chart, style);
  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    if (point->is_end && point->place.height <= 0)
      continue;
    if (!point->is_dot)
      measure_leaving (chart, point, style, end_width);
    else if (point->is_last)
      measure_last (chart, point, style, end_width);
  }
}

void
qm_line_clear_words (QmLineChart *chart)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    qm_label_clear (&chart->points[i].words);
    qm_label_clear (&chart->points[i].amount);
    qm_label_clear (&chart->points[i].detail);
    chart->points[i].place = (QmRect){ 0 };
  }
  g_clear_pointer (&chart->taken, qm_taken_free);
}

/* --- Places --- */

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

/* Each end label beside its dot, above the years, pushed down by the one above it, and all of them
 * up again where the last would leave the area. */
static void
place_end_labels (QmLineChart *chart, const QmStyle *style, QmRect area)
{
  g_autoptr (GPtrArray) ends = g_ptr_array_new ();
  double x =
      qm_rect_right (chart->plot) + qm_status_dot_radius (style) + qm_style_length (style, 24) + 2;
  double free_from = area.y, overflow;
  double bottom = bottom_of_ends (chart, style);

  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    if (!point->is_end || point->place.height <= 0)
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

/* --- What is taken --- */

/* Whose words are to be placed; point is NULL for words of no point. */
typedef struct {
  const QmLineChart *chart;
  const QmLinePoint *point;
} Asking;

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

  return (QmRect){ words.x - air, words.y, words.width + 2 * air, words.height };
}

static gboolean
takes (guint thing, QmRect place, gpointer data)
{
  const Asking *asking = data;
  const QmLineChart *chart = asking->chart;
  const QmLinePoint *point;

  if (thing < chart->n_points)
    return qm_rect_overlaps (place, chart->points[thing].dot);
  if (thing < number_of_words (chart, 0))
    return is_crossed (&chart->segments[thing - chart->n_points], place);
  point = &chart->points[thing - number_of_words (chart, 0)];
  return point != asking->point && qm_rect_overlaps (place, with_air (point->place));
}

static void
take_words (Asking *asking, gsize i)
{
  const QmLineChart *chart = asking->chart;
  QmRect place = chart->points[i].place;

  if (place.x > 0)
    qm_taken_add (chart->taken, number_of_words (chart, i), with_air (place), takes, asking);
}

static void
take_dots (Asking *asking, QmLineChart *chart, const QmStyle *style)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    if (!point->is_dot)
      continue;
    point->dot = dot_place (chart, style, point);
    if (point->lead != NULL)
      point->dot = qm_rect_union (point->dot, qm_line_bracket_place (chart, style, point));
    qm_taken_add (chart->taken, (guint) i, point->dot, takes, asking);
  }
}

static void
take_lines (Asking *asking, QmLineChart *chart)
{
  for (gsize i = 0; i < chart->n_segments; i++) {
    QmLineSegment *segment = &chart->segments[i];
    QmPoint start = qm_line_place_of (chart, segment->from.x, segment->from.y);
    QmPoint end = qm_line_place_of (chart, segment->to.x, segment->to.y);

    segment->start = start;
    segment->end = end;
    qm_taken_add (
        chart->taken, number_of_segment (chart, i),
        qm_rect_union ((QmRect){ start.x, start.y, 0, 0 }, (QmRect){ end.x, end.y, 0, 0 }), takes,
        asking);
  }
}

static gboolean
is_free (Asking *asking, QmRect place)
{
  const QmLineChart *chart = asking->chart;

  return place.y >= chart->top && qm_rect_bottom (place) <= qm_rect_bottom (chart->plot) &&
         !qm_taken_has (chart->taken, place, takes, asking);
}

gboolean
qm_line_is_free (const QmLineChart *chart, QmRect place)
{
  return is_free (&(Asking){ chart, NULL }, place);
}

/* --- Words at dots --- */

/* Of words at the point, wherever they stand above or below it, some part would be there: half of
 * a line right above its dot, or below. FALSE where both are taken, so that these words need not be
 * measured. */
static gboolean
may_have_words (Asking *asking, double line, double distance)
{
  const QmLineChart *chart = asking->chart;
  QmPoint dot = qm_line_place_of (chart, asking->point->year, asking->point->value);
  QmRect above = { dot.x, dot.y - distance - line / 2, 0, line / 2 };
  QmRect below = { dot.x, dot.y + distance, 0, line / 2 };

  return dot.x <= chart->plot.x + 1 || is_free (asking, above) || is_free (asking, below);
}

/* Above its dot or below it, in the middle or to either side; where nothing is free the card still
 * says it. */
static void
place_at_dot (Asking *asking, QmLinePoint *point, double distance)
{
  static const double shifts[] = { -0.5, -1, 0 }; /* in the label's width */
  const QmLineChart *chart = asking->chart;
  QmPoint dot = qm_line_place_of (chart, point->year, point->value);
  QmRect place = point->place;

  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    for (int is_below = 0; is_below < 2; is_below++) {
      place.x = CLAMP (dot.x + shifts[i] * place.width, chart->plot.x + 1,
                       MAX (qm_rect_right (chart->plot) - place.width, chart->plot.x + 1));
      place.y = is_below ? dot.y + distance : dot.y - distance - place.height;
      if (is_free (asking, place)) {
        point->place = place;
        return;
      }
    }
  place.x = dot.x + distance;
  place.y = dot.y - place.height / 2;
  if (point->is_last && qm_rect_right (place) <= qm_rect_right (chart->plot) &&
      is_free (asking, place))
    point->place = place;
  else
    point->place = (QmRect){ 0 };
}

void
qm_line_place_words (QmLineChart *chart, const QmStyle *style, QmRect area)
{
  double line = qm_style_line_height (style, QM_ROLE_EMPHASIS);
  double distance = qm_status_dot_radius (style) * 1.6;
  Asking asking = { chart, NULL };

  chart->taken = qm_taken_new (chart->plot, line);
  place_end_labels (chart, style, area);
  take_dots (&asking, chart, style);
  take_lines (&asking, chart);
  for (gsize i = 0; i < chart->n_points; i++)
    if (chart->points[i].is_end)
      take_words (&asking, i);
  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    asking.point = point;
    if (point->is_end || (point->is_small && !point->is_highest) ||
        (!point->is_last && !may_have_words (&asking, line, distance)))
      continue;
    if (!point->is_last)
      measure_inner (point, style);
    place_at_dot (&asking, point, distance);
    asking.point = NULL;
    take_words (&asking, i);
  }
}
