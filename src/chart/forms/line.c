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
#include "chart/forms/line-private.h"
#include "chart/status.h"
#include "chart/wording.h"
#include "dataset/unit.h"

#include <glib/gi18n.h>
#include <math.h>

static gboolean
is_join (const QmClaim *claim)
{
  return claim->to_entity != NULL;
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
measure_point (QmLinePoint *point, const QmLineChart *chart, const QmStyle *style, double last_year,
               double end_width)
{
  const QmClaim *claim = point->claim;
  g_autofree char *value = qm_wording_value (claim);
  g_autofree char *named =
      claim->entity != NULL
          ? g_strdup_printf ("%s %s", qm_text_get (claim->entity->short_name), value)
          : g_strdup (value);
  g_autofree char *detail = detail_of (claim);
  gboolean is_last = qm_line_next (chart->panel, claim) == NULL;

  point->is_end = is_last && qm_line_year (claim) >= last_year;
  point->words = qm_label (style, QM_ROLE_EMPHASIS, is_last ? named : value,
                           point->is_end ? end_width : -1, point->is_end ? 2 : 1);
  if (is_last)
    point->words.color = qm_style_identity (style, claim->entity);
  if (point->is_end)
    point->detail = qm_label (style, QM_ROLE_NOTE, detail, end_width, 2);
  point->place.width = MAX (point->words.width, point->detail.width);
  point->place.height = point->words.height + point->detail.height;
}

static void
clear_point (QmLinePoint *point)
{
  qm_label_clear (&point->words);
  qm_label_clear (&point->detail);
}

/* --- The room for plot and words --- */

static void
find_years (const QmLineChart *chart, double *first, double *last)
{
  *first = *last = qm_line_year (chart->points[0].claim);
  for (gsize i = 1; i < chart->n_points; i++) {
    *first = MIN (*first, qm_line_year (chart->points[i].claim));
    *last = MAX (*last, qm_line_year (chart->points[i].claim));
  }
}

/* A logarithmic scale begins at the smallest figure, any other at zero. Where a figure is not above
 * zero there are no logarithms, and the scale stays linear. */
static QmTicks
find_ticks (const QmLineChart *chart, gboolean *is_log, int max_steps)
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
fit (QmLineChart *chart, const QmStyle *style, QmRect area, gboolean is_log)
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

/* --- Drawing --- */

static void
add_series (const QmLineChart *chart, QmScene *scene, const QmStyle *style)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    const QmClaim *claim = chart->points[i].claim;
    const QmClaim *next = qm_line_next (chart->panel, claim);
    QmPaint paint;

    if (next == NULL)
      continue;
    paint =
        qm_status_line (style, next->quantity.standing, qm_style_identity (style, claim->entity));
    qm_scene_add_line (scene, qm_line_dot (chart, claim), qm_line_dot (chart, next), &paint);
  }
}

static void
add_point (const QmLineChart *chart, QmScene *scene, const QmStyle *style, QmLinePoint *point)
{
  double x = point->place.x, y = point->place.y, height = point->words.height;

  qm_scene_begin_mark (scene, point->claim, point->claim->id);
  qm_status_add_dot_on_y (scene, style, point->claim, chart->y,
                          qm_line_dot (chart, point->claim).x);
  if (point->place.width > 0) {
    qm_label_place (&point->words, scene, x, y);
    qm_label_place (&point->detail, scene, x, y + height);
  }
  qm_scene_end_mark (scene);
}

static const QmLinePoint *
find_point (const QmLineChart *chart, const QmEntity *entity, double year)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    const QmClaim *claim = chart->points[i].claim;

    if (claim->entity == entity && fabs (qm_line_year (claim) - year) < 1e-9)
      return &chart->points[i];
  }
  return NULL;
}

/* The ratio as a dotted line between the two dots, its words left of it where it is long enough. */
static void
add_join (const QmLineChart *chart, QmScene *scene, const QmStyle *style, const QmClaim *claim)
{
  const QmLinePoint *first = find_point (chart, claim->entity, qm_line_year (claim));
  const QmLinePoint *second = find_point (chart, claim->to_entity, qm_line_year (claim));
  double clearance = qm_status_dot_radius (style) * 1.5, width = MAX (3 * style->scale, 1.5);
  QmPaint paint = { .stroke = style->theme->muted, .stroke_width = width, .dash = 2 * width };
  g_autofree char *value = qm_wording_value (claim);
  g_auto (QmLabel) label = qm_label (style, QM_ROLE_EMPHASIS, value, -1, 1);
  double x, top, bottom;

  if (first == NULL || second == NULL)
    return;
  x = qm_line_dot (chart, first->claim).x;
  top = qm_line_dot (chart, first->claim).y;
  bottom = qm_line_dot (chart, second->claim).y;
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
        fabs (qm_line_year (other) - qm_line_year (claim)) < 1e-9)
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

void
qm_line_build (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmView *view,
               QmRect area)
{
  g_autofree QmLinePoint *points = g_new0 (QmLinePoint, panel->n_claims);
  QmLineChart chart = { .panel = panel, .points = points };
  gsize next_point = 0;

  for (gsize i = 0; i < panel->n_claims; i++)
    if (!is_join (panel->claims[i]))
      points[chart.n_points++].claim = panel->claims[i];
  if (chart.n_points == 0)
    return;

  fit (&chart, style, area, view->is_log);
  qm_line_place_words (&chart, style, area);

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
