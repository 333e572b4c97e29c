/* A line chart read off at a year that the reader chooses: a rule across the plot, each line's
 * value where it crosses it, and beside it when that is, and that no source says so:
 *
 *   40% ┤           │         ┄┄○ China 40%
 *       │ ●┄┄┄┄┄┄┄┄┄◇┄┄┄┄┄┄┄
 *   20% ┤           │ China ≈ 36%
 *       │           │ Jun 2027: interpolated, not in the source
 *
 * Where the plot has no room for them, these words stand above it, and it is less high. */
#include "chart/draw/room.h"
#include "chart/draw/status.h"
#include "chart/forms/line-private.h"
#include "chart/words/wording.h"

/* Of the words. */
#define MOST_LINES 3

/* A figure of that very time stands at its dot. */
static gboolean
is_between_dots (const QmReading *reading)
{
  return reading->from != reading->to || qm_reading_is_of_period (reading);
}

static double
gap_below_words (const QmStyle *style)
{
  return qm_style_length (style, 10) + 2;
}

/* Values among them are not cut. */
static QmLabel
reading_label (const QmStyle *style, const char *words, double width)
{
  QmLabel label = qm_label (style, QM_ROLE_NOTE, words, width, MOST_LINES);

  if (!qm_label_is_shortened (&label))
    return label;
  qm_label_clear (&label);
  return qm_label_figure (style, QM_ROLE_NOTE, words, width, -1);
}

QmRect
qm_line_reserve_reading (QmLineChart *chart, const QmStyle *style, const QmView *view, QmRect area)
{
  g_autofree char *words = NULL;
  double height;

  if (chart->readings->len == 0)
    return area;
  /* With the values, in case there is no room for these at their lines. */
  words = qm_wording_readings (chart->readings, view->year, TRUE);
  qm_label_clear (&chart->reading_words);
  chart->reading_words = reading_label (style, words, area.width);
  height = chart->reading_words.height + gap_below_words (style);
  area.y += height;
  area.height = MAX (area.height - height, 1);
  return area;
}

/* --- The values at their lines --- */

static void
lead_to_reading (QmScene *scene, const QmReading *reading)
{
  qm_scene_set_about (scene, reading->to->id);
  qm_scene_set_target (scene, QM_TARGET_READING, NULL);
}

static void
add_crossing (const QmLineChart *chart, QmScene *scene, const QmStyle *style,
              const QmReading *reading, double x)
{
  double y = qm_scale_map (chart->y, reading->value), size = 0.7 * qm_status_dot_radius (style);
  const QmPoint points[] = { { x - size, y }, { x, y - size }, { x + size, y }, { x, y + size } };
  QmPaint paint = { .fill = style->theme->background,
                    .stroke = qm_style_identity (style, reading->to->entity),
                    .stroke_width = qm_style_line (style, 3) };

  qm_scene_add_path (scene, points, G_N_ELEMENTS (points), TRUE, &paint);
  lead_to_reading (scene, reading);
}

/* TRUE if nothing is there, and none of the places found before, which may be NULL. */
static gboolean
is_free (const QmLineChart *chart, const QmScene *scene, const QmStyle *style, QmRect place,
         const GArray *places)
{
  if (place.x < chart->plot.x || qm_rect_right (place) > qm_rect_right (chart->plot) ||
      place.y < chart->top || qm_rect_bottom (place) > qm_rect_bottom (chart->plot))
    return FALSE;
  for (guint i = 0; places != NULL && i < places->len; i++)
    if (qm_rect_overlaps (place, g_array_index (places, QmRect, i)))
      return FALSE;
  return qm_room_is_free (scene, style->theme, qm_rect_grow (place, qm_style_length (style, 4)));
}

/* Right or left of the rule, as near to the line as there is room. */
static gboolean
find_place (const QmLineChart *chart, const QmScene *scene, const QmStyle *style, QmPoint crossing,
            const QmLabel *label, GArray *places)
{
  double gap = qm_style_length (style, 14) + 2, line = label->height;
  QmRect place = { 0, 0, label->width, label->height };

  for (double away = 0.2; away < 3; away += 0.4)
    for (int i = 0; i < 4; i++) {
      place.x = i % 2 == 0 ? crossing.x + gap : crossing.x - gap - label->width;
      place.y = i < 2 ? crossing.y + away * line : crossing.y - (away + 1) * line;
      if (is_free (chart, scene, style, place, places)) {
        g_array_append_val (places, place);
        return TRUE;
      }
    }
  return FALSE;
}

static QmLabel
value_label (const QmStyle *style, const QmReading *reading)
{
  g_autofree char *words = qm_wording_reading (reading);
  QmLabel label = qm_label (style, QM_ROLE_LABEL, words, -1, 1);

  label.color = qm_style_identity (style, reading->to->entity);
  return label;
}

/* All or none: where some stood above the rule and some at their lines, no one would find them. */
static gboolean
add_values (const QmLineChart *chart, QmScene *scene, const QmStyle *style, double x)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (QmRect));

  for (guint i = 0; i < chart->readings->len; i++) {
    const QmReading *reading = &g_array_index (chart->readings, QmReading, i);
    QmPoint crossing = { x, qm_scale_map (chart->y, reading->value) };
    g_auto (QmLabel) label = value_label (style, reading);

    if (is_between_dots (reading) && !find_place (chart, scene, style, crossing, &label, places))
      return FALSE;
  }
  for (guint i = 0, next = 0; i < chart->readings->len; i++) {
    const QmReading *reading = &g_array_index (chart->readings, QmReading, i);
    g_auto (QmLabel) label = value_label (style, reading);

    if (!is_between_dots (reading))
      continue;
    qm_label_place (&label, scene, g_array_index (places, QmRect, next).x,
                    g_array_index (places, QmRect, next).y);
    lead_to_reading (scene, reading);
    next++;
  }
  return TRUE;
}

/* --- The words --- */

/* TRUE if a line of the axis runs through place. */
static gboolean
is_crossed (const QmLineChart *chart, QmRect place)
{
  for (int i = 0; i < chart->ticks.n; i++) {
    double y = qm_scale_map (chart->y, chart->ticks.values[i]);

    if (y > place.y && y < qm_rect_bottom (place))
      return TRUE;
  }
  return FALSE;
}

/* Beside the rule, right or left of it, as high as there is room. */
static gboolean
place_beside (const QmLineChart *chart, QmScene *scene, const QmStyle *style, QmLabel *label,
              double x, gboolean is_right)
{
  double gap = qm_style_length (style, 14) + 2;
  QmRect place = { is_right ? x + gap : x - gap - label->width, chart->plot.y, label->width,
                   label->height };

  for (; place.y < qm_rect_bottom (chart->plot); place.y += place.height / 4)
    if (!is_crossed (chart, place) && is_free (chart, scene, style, place, NULL)) {
      qm_label_place (label, scene, place.x, place.y);
      return TRUE;
    }
  return FALSE;
}

/* In as few lines as there is room for. */
static gboolean
add_words_beside (const QmLineChart *chart, QmScene *scene, const QmStyle *style, const char *words,
                  double x)
{
  double left = x - chart->plot.x, right = qm_rect_right (chart->plot) - x;

  for (int n_lines = 1; n_lines <= MOST_LINES; n_lines++)
    for (int i = 0; i < 2; i++) {
      g_auto (QmLabel) label =
          qm_label (style, QM_ROLE_NOTE, words, MAX (i == 0 ? right : left, 1), n_lines);

      if (!qm_label_is_shortened (&label) && place_beside (chart, scene, style, &label, x, i == 0))
        return TRUE;
    }
  return FALSE;
}

static void
place_words_above (QmLineChart *chart, QmScene *scene, const QmStyle *style, QmRect area, double x)
{
  double left = CLAMP (x - chart->reading_words.width / 2, area.x,
                       MAX (qm_rect_right (area) - chart->reading_words.width, area.x));

  chart->reading_words.anchor = QM_TEXT_MIDDLE;
  qm_label_place (&chart->reading_words, scene, left,
                  chart->top - gap_below_words (style) - chart->reading_words.height);
}

/* --- The rule --- */

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const QmRect *first = a, *second = b;

  return (first->y > second->y) - (first->y < second->y);
}

/* What stands in the way of a vertical line at x: words and dots, in their order from above. */
static GArray *
find_obstacles (const QmScene *scene, const QmStyle *style, double x)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (QmRect));
  QmRect rule = { x - 1, 0, 2, qm_scene_get_height (scene) };
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++) {
    QmRect around = qm_rect_grow (shapes[i].bounds, qm_style_length (style, 4) + 1);
    gboolean is_line = shapes[i].kind == QM_SHAPE_PATH && !shapes[i].is_closed;

    if (!is_line && qm_rect_overlaps (around, rule))
      g_array_append_val (obstacles, around);
  }
  g_array_sort (obstacles, compare_tops);
  return obstacles;
}

static void
add_rule (const QmLineChart *chart, QmScene *scene, const QmStyle *style, double x)
{
  QmPaint paint = { .stroke = style->theme->muted, .stroke_width = qm_style_line (style, 2) };
  g_autoptr (GArray) obstacles = find_obstacles (scene, style, x);
  gboolean is_below_words = chart->reading_words.layout != NULL;
  double y = chart->top - (is_below_words ? gap_below_words (style) / 2 : 0);
  double bottom = qm_rect_bottom (chart->plot);

  for (guint i = 0; i <= obstacles->len; i++) {
    QmRect obstacle =
        i < obstacles->len ? g_array_index (obstacles, QmRect, i) : (QmRect) { x, bottom, 0, 0 };
    double end = MIN (obstacle.y, bottom);

    if (end > y + 1)
      qm_scene_add_line (scene, (QmPoint) { x, y }, (QmPoint) { x, end }, &paint);
    y = MAX (y, qm_rect_bottom (obstacle));
  }
}

gboolean
qm_line_add_reading (QmLineChart *chart, QmScene *scene, const QmStyle *style, const QmView *view,
                     QmRect area)
{
  double x = qm_scale_map (chart->x, qm_date_to_year (view->year));
  gboolean is_above = chart->reading_words.layout != NULL, has_values;
  g_autofree char *words = NULL;

  if (chart->readings->len == 0)
    return TRUE;
  for (guint i = 0; i < chart->readings->len; i++)
    if (is_between_dots (&g_array_index (chart->readings, QmReading, i)))
      add_crossing (chart, scene, style, &g_array_index (chart->readings, QmReading, i), x);
  words = qm_wording_readings (chart->readings, view->year, FALSE);
  has_values = add_values (chart, scene, style, x);
  if (!is_above && (!has_values || !add_words_beside (chart, scene, style, words, x)))
    return FALSE;
  if (is_above && has_values) {
    qm_label_clear (&chart->reading_words);
    chart->reading_words = reading_label (style, words, area.width);
  }
  add_rule (chart, scene, style, x);
  if (is_above)
    place_words_above (chart, scene, style, area, x);
  return TRUE;
}
