/* Figures over time: years at their real distances, each figure a dot, an entity's dots joined by a
 * line that looks like the figure it leads to. Names and values stand at the dots, the last of each
 * entity beyond the right edge. A ratio between two entities joins their dots of its year:
 *
 *   40% ┤             ┄┄○ China 40%
 *       │ ●┄┄┄┄┄┄┄┄┄┄    ┊   projected
 *   20% ┤            4× ┊
 *       │               ◍ United States ≈ 10%
 *    0% ┼─┬──┬──┬──┬──┬─
 *       2025           2030
 */
#include "chart/axis.h"
#include "chart/forms/forms.h"
#include "chart/status.h"
#include "chart/wording.h"
#include "dataset/unit.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct {
  const QmClaim *claim;
  gboolean is_end;       /* at the right edge: its words stand beyond it */
  QmLabel words, detail; /* "China 40%", "projected" */
  QmRect place;          /* of both; empty where there is no room */
} Point;

typedef struct {
  const QmPanel *panel;
  Point *points; /* in the panel's order */
  gsize n_points;
  QmRect plot;
  double top; /* of the room for words above the plot */
  QmScale x, y;
  QmTicks ticks;
} Chart;

static gboolean
is_join (const QmClaim *claim)
{
  return claim->to_entity != NULL;
}

static double
year_of (const QmClaim *claim)
{
  double year = qm_date_to_year (claim->time.end);

  return isnan (year) ? 0 : year;
}

static const QmClaim *
next_of_entity (const QmPanel *panel, const QmClaim *claim)
{
  const QmClaim *next = NULL;

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *other = panel->claims[i];

    if (other->to_entity == NULL && other->entity == claim->entity &&
        year_of (other) > year_of (claim) && (next == NULL || year_of (other) < year_of (next)))
      next = other;
  }
  return next;
}

static QmPoint
dot_of (const Chart *chart, const QmClaim *claim)
{
  return (QmPoint){ qm_scale_map (chart->x, year_of (claim)),
                    qm_scale_map (chart->y, claim->quantity.value) };
}

/* --- Words --- */

/* What an end label says below its value, where that is not simply stated. */
static char *
detail_of (const QmClaim *claim)
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

/* Only an entity's last figure carries its name; the line leads the eye from there. */
static void
measure_point (Point *point, const Chart *chart, const QmStyle *style, double last_year,
               double end_width)
{
  const QmClaim *claim = point->claim;
  g_autofree char *value = qm_wording_value (claim);
  g_autofree char *named =
      claim->entity != NULL
          ? g_strdup_printf ("%s %s", qm_text_get (claim->entity->short_name), value)
          : g_strdup (value);
  g_autofree char *detail = detail_of (claim);
  gboolean is_last = next_of_entity (chart->panel, claim) == NULL;

  point->is_end = is_last && year_of (claim) >= last_year;
  point->words = qm_label (style, QM_ROLE_EMPHASIS, is_last ? named : value,
                           point->is_end ? end_width : -1, point->is_end ? 2 : 1);
  if (is_last) {
    point->words.color = qm_style_identity (style, claim->entity);
    point->words.names = claim->entity;
  }
  if (point->is_end)
    point->detail = qm_label (style, QM_ROLE_NOTE, detail, end_width, 2);
  point->place.width = MAX (point->words.width, point->detail.width);
  point->place.height = point->words.height + point->detail.height;
}

static void
clear_point (Point *point)
{
  qm_label_clear (&point->words);
  qm_label_clear (&point->detail);
}

/* --- The room for plot and words --- */

static void
find_years (const Chart *chart, double *first, double *last)
{
  *first = *last = year_of (chart->points[0].claim);
  for (gsize i = 1; i < chart->n_points; i++) {
    *first = MIN (*first, year_of (chart->points[i].claim));
    *last = MAX (*last, year_of (chart->points[i].claim));
  }
}

/* A logarithmic scale begins at the smallest figure, any other at zero. Where a figure is not above
 * zero there are no logarithms, and the scale stays linear. */
static QmTicks
find_ticks (const Chart *chart, gboolean *is_log, int max_steps)
{
  double lowest = G_MAXDOUBLE, highest = -G_MAXDOUBLE;

  for (gsize i = 0; i < chart->n_points; i++) {
    const QmQuantity *quantity = &chart->points[i].claim->quantity;
    gboolean is_between = quantity->precision == QM_BETWEEN;

    lowest = MIN (lowest, is_between ? quantity->low : quantity->value);
    highest = MAX (highest, is_between ? quantity->high : quantity->value);
  }

  *is_log = *is_log && lowest > 0;
  if (*is_log)
    return qm_ticks_log (lowest, MAX (highest, lowest * 2), max_steps);
  lowest = MIN (lowest, 0);
  return qm_ticks (lowest, highest > lowest ? MAX (highest, 0) : lowest + 1, max_steps);
}

/* Leaves room for the ticks left and below, and for the end labels right. */
static void
fit (Chart *chart, const QmStyle *style, QmRect area, gboolean is_log)
{
  double line = qm_style_line_height (style, QM_ROLE_TICK);
  double first_year, last_year, axis_width, end_width = 0;
  double gap = qm_style_length (style, 24) + 2;
  double radius = qm_status_dot_radius (style);
  QmRect plot = { area.x, area.y + line / 2, 0,
                  MAX (area.height - 1.6 * line - qm_axis_years_gap (style), 1) };

  find_years (chart, &first_year, &last_year);
  chart->ticks = find_ticks (chart, &is_log, CLAMP ((int) (plot.height / (2.6 * line)), 1, 6));
  axis_width = qm_axis_values_width (style, chart->ticks, &chart->points[0].claim->unit);
  for (gsize i = 0; i < chart->n_points; i++) {
    measure_point (&chart->points[i], chart, style, last_year, area.width * 0.34);
    if (chart->points[i].is_end)
      end_width = MAX (end_width, chart->points[i].place.width);
  }

  plot.x += axis_width;
  plot.width = MAX (qm_rect_right (area) - end_width - gap - radius - plot.x, 1);
  chart->plot = plot;
  chart->top = area.y;
  chart->x = (QmScale){ first_year, last_year, plot.x, qm_rect_right (plot), FALSE };
  if (last_year <= first_year)
    chart->x = (QmScale){ first_year - 1, first_year, plot.x, qm_rect_right (plot), FALSE };
  chart->y = (QmScale){ chart->ticks.values[0], chart->ticks.values[chart->ticks.n - 1],
                        qm_rect_bottom (plot), plot.y, is_log };
}

/* --- Places for the words --- */

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  const Point *const *first = a, *const *second = b;

  return ((*first)->place.y > (*second)->place.y) - ((*first)->place.y < (*second)->place.y);
}

static void
drop_details (const GPtrArray *points)
{
  for (guint i = 0; i < points->len; i++) {
    Point *point = g_ptr_array_index (points, i);

    qm_label_clear (&point->detail);
    point->detail.height = 0;
    point->place.height = point->words.height;
  }
}

/* Each end label beside its dot, above the years, pushed down by the one above it, and all of them
 * up again where the last would leave the area. */
static void
place_end_labels (Chart *chart, const QmStyle *style, QmRect area)
{
  g_autoptr (GPtrArray) ends = g_ptr_array_new ();
  double x =
      qm_rect_right (chart->plot) + qm_status_dot_radius (style) + qm_style_length (style, 24) + 2;
  double free_from = area.y, overflow, height = 0;
  double bottom = qm_rect_bottom (chart->plot) + 0.8 * qm_axis_years_gap (style);

  for (gsize i = 0; i < chart->n_points; i++) {
    Point *point = &chart->points[i];

    if (!point->is_end)
      continue;
    point->place.x = x;
    point->place.y = dot_of (chart, point->claim).y - point->words.height / 2;
    g_ptr_array_add (ends, point);
    height += point->place.height + qm_style_length (style, 8);
  }
  if (height > bottom - area.y)
    drop_details (ends);

  g_ptr_array_sort (ends, compare_heights);
  for (guint i = 0; i < ends->len; i++) {
    Point *point = g_ptr_array_index (ends, i);

    point->place.y = MAX (point->place.y, free_from);
    free_from = qm_rect_bottom (point->place) + qm_style_length (style, 8);
  }

  overflow = bottom;
  for (guint i = ends->len; i-- > 0;) {
    Point *point = g_ptr_array_index (ends, i);

    point->place.y = MIN (point->place.y, overflow - point->place.height);
    overflow = point->place.y - qm_style_length (style, 8);
  }
}

/* TRUE if the entity's line from claim to its next figure runs through place. */
static gboolean
is_crossed (const Chart *chart, const QmClaim *claim, QmRect place)
{
  const QmClaim *next = next_of_entity (chart->panel, claim);
  QmPoint from, to;
  double first_x, last_x, first_y, last_y, slope;

  if (next == NULL)
    return FALSE;
  from = dot_of (chart, claim);
  to = dot_of (chart, next);
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
dot_place (const Chart *chart, const QmStyle *style, const QmClaim *claim)
{
  const QmQuantity *quantity = &claim->quantity;
  QmPoint dot = dot_of (chart, claim);
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
is_free (const Chart *chart, const QmStyle *style, const Point *point, QmRect place)
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
place_inner_label (Chart *chart, const QmStyle *style, Point *point)
{
  static const double shifts[] = { -0.5, -1, 0 }; /* in the label's width */
  QmPoint dot = dot_of (chart, point->claim);
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

/* Places the measured words of all points: those at the right edge beyond it, within area, others
 * at their dot. */
static void
place_words (Chart *chart, const QmStyle *style, QmRect area)
{
  place_end_labels (chart, style, area);
  for (gsize i = 0; i < chart->n_points; i++)
    if (!chart->points[i].is_end)
      place_inner_label (chart, style, &chart->points[i]);
}

/* --- Drawing --- */

static void
add_series (const Chart *chart, QmScene *scene, const QmStyle *style)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    const QmClaim *claim = chart->points[i].claim;
    const QmClaim *next = next_of_entity (chart->panel, claim);
    QmPaint paint;

    if (next == NULL)
      continue;
    paint =
        qm_status_line (style, next->quantity.standing, qm_style_identity (style, claim->entity));
    qm_scene_add_line (scene, dot_of (chart, claim), dot_of (chart, next), &paint);
    qm_scene_set_about (scene, next->id);
  }
}

static void
add_point (const Chart *chart, QmScene *scene, const QmStyle *style, Point *point)
{
  double x = point->place.x, y = point->place.y, height = point->words.height;

  qm_scene_begin_mark (scene, point->claim, point->claim->id);
  qm_status_add_dot_on_y (scene, style, point->claim, chart->y, dot_of (chart, point->claim).x);
  if (point->place.width > 0) {
    qm_label_place (&point->words, scene, x, y);
    qm_label_place (&point->detail, scene, x, y + height);
  }
  qm_scene_end_mark (scene);
}

static const Point *
find_point (const Chart *chart, const QmEntity *entity, double year)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    const QmClaim *claim = chart->points[i].claim;

    if (claim->entity == entity && fabs (year_of (claim) - year) < 1e-9)
      return &chart->points[i];
  }
  return NULL;
}

/* The ratio as a dotted line between the two dots, its words left of it where it is long enough. */
static void
add_join (const Chart *chart, QmScene *scene, const QmStyle *style, const QmClaim *claim)
{
  const Point *first = find_point (chart, claim->entity, year_of (claim));
  const Point *second = find_point (chart, claim->to_entity, year_of (claim));
  double clearance = qm_status_dot_radius (style) * 1.5, width = MAX (3 * style->scale, 1.5);
  QmPaint paint = { .stroke = style->theme->muted, .stroke_width = width, .dash = 2 * width };
  g_autofree char *value = qm_wording_value (claim);
  g_auto (QmLabel) label = qm_label (style, QM_ROLE_EMPHASIS, value, -1, 1);
  double x, top, bottom;

  if (first == NULL || second == NULL)
    return;
  x = dot_of (chart, first->claim).x;
  top = dot_of (chart, first->claim).y;
  bottom = dot_of (chart, second->claim).y;
  if (top > bottom) {
    double swap = top;

    top = bottom;
    bottom = swap;
  }
  top += clearance;
  bottom = MAX (bottom - clearance, top);

  qm_scene_begin_mark (scene, claim, claim->id);
  qm_scene_add_line (scene, (QmPoint){ x, top }, (QmPoint){ x, bottom }, &paint);
  if (bottom - top > label.height)
    qm_label_place (&label, scene, x - label.width - qm_style_length (style, 28) - 2,
                    (top + bottom - label.height) / 2);
  qm_scene_end_mark (scene);
}

/* The panel's own figure of entity at the time of claim, other than claim itself; or NULL. */
static const QmClaim *
find_beside (const QmPanel *panel, const QmClaim *claim, const QmEntity *entity)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *other = panel->claims[i];

    if (other != claim && !is_join (other) && other->entity == entity &&
        fabs (year_of (other) - year_of (claim)) < 1e-9)
      return other;
  }
  return NULL;
}

const char *
qm_line_expects (const QmPanel *panel, gsize i)
{
  const QmClaim *claim = panel->claims[i], *first = NULL;

  for (gsize j = 0; j < panel->n_claims && first == NULL; j++)
    if (!is_join (panel->claims[j]))
      first = panel->claims[j];

  if (claim->kind != QM_CLAIM_FIGURE || claim->time.end.year == 0)
    return _ ("a claim with a figure and a time");
  if (first == NULL)
    return _ ("at least one claim that is no ratio");
  if (is_join (claim)) {
    if (find_beside (panel, claim, claim->entity) == NULL ||
        find_beside (panel, claim, claim->to_entity) == NULL)
      return _ ("a ratio between two figures of the panel, at their time");
    return NULL;
  }
  if (!qm_unit_equal (&claim->unit, &first->unit))
    return _ ("a claim in the unit of the panel’s other figures");
  if (find_beside (panel, claim, claim->entity) != NULL)
    return _ ("one figure for each entity and time");
  return NULL;
}

double
qm_line_time_of (const QmClaim *claim)
{
  return qm_date_to_year (claim->time.end);
}

void
qm_line_build (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmView *view,
               QmRect area)
{
  g_autofree Point *points = g_new0 (Point, panel->n_claims);
  Chart chart = { .panel = panel, .points = points };
  gsize next_point = 0;

  for (gsize i = 0; i < panel->n_claims; i++)
    if (!is_join (panel->claims[i]))
      points[chart.n_points++].claim = panel->claims[i];
  if (chart.n_points == 0)
    return;

  fit (&chart, style, area, view->is_log);
  place_words (&chart, style, area);

  qm_axis_add_values (scene, style, chart.plot, chart.y, chart.ticks, &points[0].claim->unit);
  qm_axis_add_years (scene, style, chart.plot, chart.x);
  add_series (&chart, scene, style);
  for (gsize i = 0; i < panel->n_claims; i++) {
    if (is_join (panel->claims[i]))
      add_join (&chart, scene, style, panel->claims[i]);
    else
      add_point (&chart, scene, style, &points[next_point++]);
  }

  for (gsize i = 0; i < chart.n_points; i++)
    clear_point (&points[i]);
}
