/* Figures over time: years at their real distances, each figure a dot, an entity's dots joined by a
 * line that looks like the figure it leads to. Names and values stand at the dots, the last of each
 * entity beyond the right edge. A figure of a period is a bar from its beginning to its end. A
 * ratio between two entities joins their dots of its year:
 *
 *   40% ┤             ┄┄○ China 40%
 *       │ ●┄┄┄┄┄┄┄┄┄┄    ┊   projected
 *   20% ┤            4× ┊
 *       │               ◍ United States ≈ 10%
 *    0% ┼─┬──┬──┬──┬──┬─
 *       2025           2030
 */
#include "base/words.h"
#include "chart/draw/status.h"
#include "chart/forms/forms.h"
#include "chart/forms/line-private.h"
#include "chart/view/series.h"
#include "chart/view/viewed.h"
#include "chart/words/wording.h"
#include "dataset/unit.h"

/* --- The room for plot and words --- */

/* From the lowest to the highest that is seen. */
static void
find_values (const QmLineChart *chart, double *lowest, double *highest)
{
  *lowest = G_MAXDOUBLE;
  *highest = -G_MAXDOUBLE;
  for (gsize i = 0; i < chart->n_points; i++)
    if (chart->points[i].is_dot)
      qm_status_widen (lowest, highest, &chart->points[i].claim->quantity);
  for (gsize i = 0; i < chart->n_segments; i++) {
    const QmLineSegment *segment = &chart->segments[i];

    *lowest = MIN (*lowest, MIN (segment->from.y, segment->to.y));
    *highest = MAX (*highest, MAX (segment->from.y, segment->to.y));
  }
}

/* Of figures that differ by less than this part of the largest nothing could be seen beside zero.
 */
#define FLAT 0.33

static gboolean
leaves_zero (const QmPanel *panel, const QmView *view)
{
  double lowest = G_MAXDOUBLE, highest = -G_MAXDOUBLE;

  if (qm_view_is_log (view, panel))
    return FALSE;
  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    if (qm_series_has (claim) && qm_line_is_seen (view, claim))
      qm_status_widen (&lowest, &highest, &claim->quantity);
  }
  return highest > lowest && highest - lowest <= FLAT * MAX (highest, -lowest);
}

/* A logarithmic scale begins at the smallest figure, any other at zero, if that is not left out.
 * n_lines of text have room beside it. */
static QmTicks
find_ticks (const QmLineChart *chart, double n_lines)
{
  double lowest, highest;

  find_values (chart, &lowest, &highest);
  if (chart->y.is_log)
    return qm_ticks_log (lowest, MAX (highest, lowest * 2), CLAMP ((int) (n_lines / 1.8), 1, 20));
  if (!chart->leaves_zero) {
    lowest = MIN (lowest, 0);
    highest = MAX (highest, 0);
  }
  return qm_ticks (lowest, highest > lowest ? highest : lowest + 1,
                   CLAMP ((int) (n_lines / 2.6), 1, 6));
}

/* Where the unit would take more than this part of the width at every tick it stands above them,
 * once, and the figures are without it. */
#define MOST_AXIS_WIDTH 0.18

static void
find_unit (QmLineChart *chart, const QmStyle *style, QmRect area)
{
  static const QmUnit number = { .kind = QM_UNIT_NUMBER };
  double line = qm_style_line_height (style, QM_ROLE_TICK);
  QmTicks ticks = find_ticks (chart, area.height / line);
  g_autofree char *words = NULL;

  chart->unit = &chart->points[0].claim->unit;
  if ((chart->unit->kind != QM_UNIT_MEASURE && chart->unit->kind != QM_UNIT_OWN) ||
      qm_axis_values_width (style, ticks, chart->unit) <= MOST_AXIS_WIDTH * area.width)
    return;
  words = qm_wording_unit (chart->unit);
  chart->unit = &number;
  chart->is_unit_above = TRUE;
  chart->unit_words = qm_label_name (style, QM_ROLE_TICK, words, area.width, 1.1 * line);
  chart->unit_height = chart->unit_words.height + qm_style_length (style, 10);
}

/* The widest of the labels at the right edge that have a place, or might have one. */
static double
width_of_ends (const QmLineChart *chart)
{
  double width = 0;

  for (gsize i = 0; i < chart->n_points; i++)
    if (chart->points[i].is_end && chart->points[i].place.height > 0)
      width = MAX (width, chart->points[i].place.width);
  return width;
}

/* Leaves room for the ticks left and below, and for the end labels right, of that width at most.
 * Returns what these may take. */
static double
fit (QmLineChart *chart, const QmStyle *style, QmRect area, double most)
{
  double line = qm_style_line_height (style, QM_ROLE_TICK);
  double axis_width, end_width;
  double gap = qm_style_length (style, 24) + 2;
  double radius = qm_status_dot_radius (style);
  QmRect plot = { area.x, area.y + line / 2, 0,
                  MAX (area.height - 1.6 * line - qm_axis_times_gap (style), 1) };

  chart->ticks = find_ticks (chart, plot.height / line);
  chart->y = (QmScale) { chart->ticks.values[0], chart->ticks.values[chart->ticks.n - 1],
                         qm_rect_bottom (plot), plot.y, chart->y.is_log };
  chart->plot = plot;
  chart->top = area.y;
  axis_width = qm_axis_values_width (style, chart->ticks, chart->unit);
  qm_line_measure_words (chart, style, area.width * 0.34);
  end_width = MIN (width_of_ends (chart), most);

  plot.x += axis_width;
  plot.width = MAX (qm_rect_right (area) - end_width - gap - radius - plot.x, 1);
  chart->plot = plot;
  chart->x.start = plot.x;
  chart->x.end = qm_rect_right (plot);
  qm_line_find_small (chart, style);
  return end_width;
}

/* Finds places for the plot and all words in area. Where many lines end in one place most of their
 * labels have none, and the plot gets what the widest of those would have taken. */
static void
arrange (QmLineChart *chart, const QmStyle *style, QmRect area)
{
  double reserved, used;

  area.y += chart->unit_height;
  area.height = MAX (area.height - chart->unit_height, 1);
  qm_line_clear_words (chart);
  reserved = fit (chart, style, area, area.width);
  qm_line_place_words (chart, style, area);
  used = width_of_ends (chart);
  if (used > reserved - 1)
    return;
  qm_line_clear_words (chart);
  fit (chart, style, area, used);
  qm_line_place_words (chart, style, area);
}

/* The key takes room in which other names had their places, and is of those that have none then.
 * Returns what it and words on the year of view (NULL: none) leave of area. */
static QmRect
arrange_with_key (QmLineChart *chart, QmScene *scene, const QmStyle *style, const QmView *view,
                  QmRect area)
{
  QmRect below_key = area, below, next;

  for (;;) {
    below = view != NULL ? qm_line_reserve_reading (chart, style, view, below_key) : below_key;
    arrange (chart, style, below);
    g_clear_pointer (&chart->key, g_ptr_array_unref);
    chart->key = qm_line_find_key (chart, style);
    next = qm_line_add_key (chart, NULL, style, area);
    if (next.y <= below_key.y)
      break;
    below_key = next;
  }
  qm_line_add_key (chart, scene, style, area);
  return below;
}

/* --- Drawing --- */

static void
add_lines (QmLineChart *chart, QmScene *scene, const QmStyle *style, const QmClaim *highlight,
           gboolean is_grey)
{
  qm_line_add_runs (chart, scene, style, highlight != NULL ? highlight->entity : NULL, is_grey);
  for (gsize i = 0; i < chart->n_segments; i++) {
    const QmLineSegment *segment = &chart->segments[i];
    const QmClaim *next = segment->next;
    QmPaint paint =
        qm_status_line (style, next->quantity.standing, qm_style_identity (style, next->entity));

    if (segment->is_drawn || qm_line_is_grey (style, next->entity) != is_grey)
      continue;
    qm_scene_add_line (scene, segment->start, segment->end, &paint);
    qm_scene_set_about (scene, next->id);
  }
}

static void
add_words (QmScene *scene, QmLinePoint *point)
{
  double x = point->place.x, y = point->place.y, height = point->words.height;

  if (point->place.width <= 0)
    return;
  qm_label_place (&point->words, scene, x, y);
  y += height;
  height = point->amount.height;
  qm_label_place (&point->amount, scene, x, y);
  qm_label_place (&point->detail, scene, x, y + height);
}

/* As wide as the line, and to be pointed at where that is drawn through it. */
static void
add_bend (const QmLineChart *chart, QmScene *scene, const QmStyle *style, const QmLinePoint *point)
{
  QmColor color = qm_style_identity (style, point->claim->entity);
  QmPaint paint = { .fill = point->is_passed ? (QmColor) { 0 } : color };

  qm_scene_add_disc (scene, qm_line_place_of (chart, point->year, point->value),
                     qm_status_line (style, QM_STATED, color).stroke_width / 2, &paint);
}

static void
add_dot (const QmLineChart *chart, QmScene *scene, const QmStyle *style, QmLinePoint *point)
{
  qm_scene_begin_mark (scene, point->claim, point->claim->id);
  if (point->is_small)
    add_bend (chart, scene, style, point);
  else if (point->to > point->from)
    qm_status_add_period_on_y (scene, style, point->claim, chart->y,
                               qm_scale_map (chart->x, point->from),
                               qm_scale_map (chart->x, point->to));
  else
    qm_status_add_dot_on_y (scene, style, point->claim, chart->y,
                            qm_scale_map (chart->x, point->year));
  add_words (scene, point);
  qm_scene_end_mark (scene);
}

static void
add_leaving_names (const QmLineChart *chart, QmScene *scene)
{
  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    if (point->is_dot || point->words.layout == NULL)
      continue;
    add_words (scene, point);
    qm_scene_set_about (scene, point->claim->id);
  }
}

/* What stands in place of a claim that cannot be drawn beside first, the panel's first figure of a
 * line, or NULL if it has none. */
static const char *
expect (const QmSeries *series, const QmClaim *claim, const QmClaim *first)
{
  if (claim->kind != QM_CLAIM_FIGURE || claim->time.end.year == 0)
    return _ ("a claim with a figure and a time");
  if (first == NULL)
    return _ ("at least one claim that is no ratio");
  if (!qm_series_has (claim)) {
    if (qm_series_of_ratio (series, claim, claim->entity) == NULL ||
        qm_series_of_ratio (series, claim, claim->to_entity) == NULL)
      return _ ("a ratio between two figures of the panel, at their time");
    return NULL;
  }
  if (!qm_unit_equal (&claim->unit, &first->unit))
    return _ ("a claim in the unit of the panel’s other figures");
  if (qm_series_beside (series, claim) != NULL)
    return _ ("one figure for each entity, measure and time, unless sources disagree");
  return NULL;
}

static void
check (const QmPanel *panel, const char **expected)
{
  g_autoptr (QmSeries) series = qm_series_new (panel->claims, panel->n_claims);
  const QmClaim *first = NULL;

  for (gsize i = 0; i < panel->n_claims && first == NULL; i++)
    if (qm_series_has (panel->claims[i]))
      first = panel->claims[i];
  for (gsize i = 0; i < panel->n_claims; i++)
    expected[i] = expect (series, panel->claims[i], first);
}

/* FALSE where words on a year have no room in the plot, and above it none is reserved for them. */
static gboolean
build_in (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmViewedChart *viewed,
          QmRect area, gboolean is_reserved)
{
  /* Besides its dot a figure can have a line that leaves. */
  g_autofree QmLinePoint *points = g_new0 (QmLinePoint, 2 * panel->n_claims);
  g_autofree QmLineSegment *segments = g_new0 (QmLineSegment, panel->n_claims);
  const QmView *view = viewed->view;
  g_autoptr (QmSeries) series = qm_series_new (panel->claims, panel->n_claims);
  g_autoptr (GHashTable) hues = g_hash_table_new (NULL, NULL);
  QmLineChart chart = { .panel = panel, .series = series, .points = points, .segments = segments };
  QmStyle own = *style;
  gsize next_dot = 0;
  gboolean is_read;

  own.hues = hues;
  style = &own;

  chart.y.is_log = qm_view_is_log (view, panel);
  chart.leaves_zero = leaves_zero (panel, view);
  qm_line_set_times (&chart, view);
  qm_line_find_seen (&chart, view);
  qm_line_find_leads (&chart);
  qm_line_find_highest (&chart);
  chart.readings = qm_series_read (panel, view);
  find_unit (&chart, style, area);
  area = arrange_with_key (&chart, scene, style, is_reserved ? view : NULL, area);
  qm_line_grey_others (&chart, scene, hues);

  qm_label_place (&chart.unit_words, scene, area.x, chart.top - chart.unit_height);
  qm_axis_add_values (scene, style, chart.plot, chart.y, chart.ticks, chart.unit);
  qm_axis_add_times (scene, style, chart.plot, chart.x, &chart.ends, area);
  /* Those with a hue lie over the others. */
  add_lines (&chart, scene, style, view->highlight, TRUE);
  add_lines (&chart, scene, style, view->highlight, FALSE);
  qm_line_add_brackets (&chart, scene, style);
  for (gsize i = 0; i < panel->n_claims; i++) {
    if (!qm_series_has (panel->claims[i]))
      qm_line_add_join (&chart, scene, style, panel->claims[i]);
    else if (qm_line_is_seen (view, panel->claims[i]))
      add_dot (&chart, scene, style, &points[next_dot++]);
  }
  add_leaving_names (&chart, scene);
  is_read = qm_line_add_reading (&chart, scene, style, view, area);

  qm_line_clear_words (&chart);
  g_ptr_array_unref (chart.key);
  g_array_unref (chart.readings);
  return is_read;
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmViewedChart *viewed,
       QmRect area)
{
  QmSceneState before = qm_scene_get_state (scene);

  if (build_in (scene, style, panel, viewed, area, FALSE))
    return;
  qm_scene_restore (scene, before);
  build_in (scene, style, panel, viewed, area, TRUE);
}

/* Lines of the smallest text that values, lines and names need beside each other, and that the plot
 * and its axis need. */
#define LEAST_LINES_WIDE 13
#define LEAST_LINES_HIGH 5

/* Lines can be dense, but not without any room. */
static gsize
most (const QmStyle *style, const QmPanel *panel G_GNUC_UNUSED, QmRect area)
{
  double line = qm_style_smallest_line (style);

  return area.width < LEAST_LINES_WIDE * line || area.height < LEAST_LINES_HIGH * line ? 0
                                                                                       : G_MAXSIZE;
}

static int
rate (const QmClaimSet *set)
{
  /* Most are more than a dot, or one is much more. */
  gboolean is_joined = 2 * set->n_series >= set->n_entities || set->n >= 2 * set->n_entities;

  return set->n_series > 0 && is_joined ? 80 : 10;
}

const QmForm qm_line_form = {
  .rule = { "line", check, rate, TRUE, FALSE },
  .name = N_ ("Line"),
  .picture = "● ╱╲ ●┄┄┄○",
  .takes = N_ ("figures with a time in one unit, and ratios between two of them"),
  .build = build,
  .most = most,
  .group = G_MAXSIZE,
  .span_of = qm_series_span,
  .brackets = QM_BRACKET_BUILT,
  .disputed = N_ ("Of figures on which sources disagree, the line goes through the first."),
  .need = 3,
  .lines = 8,
  .leaves_zero = leaves_zero,
  .has_dots = TRUE,
  .options = QM_VIEW_LOG | QM_VIEW_RELATIVE | QM_VIEW_YEAR,
};
