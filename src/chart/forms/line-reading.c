/* A line chart read off at a year that the reader chooses: a rule across the plot, each line's
 * value where it crosses it, and above it when that is, and that no source says so:
 *
 *            Jun 2027: interpolated, not in the source
 *   40% ┤           │         ┄┄○ China 40%
 *       │ ●┄┄┄┄┄┄┄┄┄◇┄┄┄┄┄┄┄
 *   20% ┤           │ China ≈ 36%
 */
#include "chart/draw/room.h"
#include "chart/draw/status.h"
#include "chart/forms/line-private.h"
#include "chart/words/wording.h"

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
  QmLabel label = qm_label (style, QM_ROLE_NOTE, words, width, 3);

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

  chart->readings = qm_series_read (chart->panel, view);
  if (chart->readings->len == 0)
    return area;
  /* With the values, in case there is no room for these at their lines. */
  words = qm_wording_readings (chart->readings, view->year, TRUE);
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

/* TRUE if nothing is there, and none of the places found before. */
static gboolean
is_free (const QmLineChart *chart, const QmScene *scene, const QmStyle *style, QmRect place,
         const GArray *places)
{
  if (place.x < chart->plot.x || qm_rect_right (place) > qm_rect_right (chart->plot) ||
      place.y < chart->top || qm_rect_bottom (place) > qm_rect_bottom (chart->plot))
    return FALSE;
  for (guint i = 0; i < places->len; i++)
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
  double y = chart->top - gap_below_words (style) / 2, bottom = qm_rect_bottom (chart->plot);

  for (guint i = 0; i <= obstacles->len; i++) {
    QmRect obstacle =
        i < obstacles->len ? g_array_index (obstacles, QmRect, i) : (QmRect){ x, bottom, 0, 0 };
    double end = MIN (obstacle.y, bottom);

    if (end > y + 1)
      qm_scene_add_line (scene, (QmPoint){ x, y }, (QmPoint){ x, end }, &paint);
    y = MAX (y, qm_rect_bottom (obstacle));
  }
}

void
qm_line_add_reading (QmLineChart *chart, QmScene *scene, const QmStyle *style, const QmView *view,
                     QmRect area)
{
  double x = qm_scale_map (chart->x, qm_date_to_year (view->year)), left;

  if (chart->readings->len == 0)
    return;
  for (guint i = 0; i < chart->readings->len; i++)
    if (is_between_dots (&g_array_index (chart->readings, QmReading, i)))
      add_crossing (chart, scene, style, &g_array_index (chart->readings, QmReading, i), x);
  if (add_values (chart, scene, style, x)) {
    g_autofree char *words = qm_wording_readings (chart->readings, view->year, FALSE);

    qm_label_clear (&chart->reading_words);
    chart->reading_words = reading_label (style, words, area.width);
  }
  add_rule (chart, scene, style, x);

  left = CLAMP (x - chart->reading_words.width / 2, area.x,
                MAX (qm_rect_right (area) - chart->reading_words.width, area.x));
  qm_label_place (&chart->reading_words, scene, left,
                  chart->top - gap_below_words (style) - chart->reading_words.height);
}
