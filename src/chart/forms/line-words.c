/* The words at the dots of a line chart, and beyond its right edge. */
#include "base/character.h"
#include "chart/draw/axis.h"
#include "chart/draw/status.h"
#include "chart/forms/line-private.h"
#include "chart/words/wording.h"

#include <string.h>

/* --- Words --- */

char *
qm_line_value (const QmLineChart *chart, const QmClaim *claim)
{
  return chart->is_unit_above ? qm_wording_number_short (claim) : qm_wording_value_short (claim);
}

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

/* TRUE if its last letter, whatever else follows it, is a digit. */
static gboolean
ends_in_digit (const char *name)
{
  for (const char *end = name + strlen (name); end > name;) {
    gunichar c;

    end = g_utf8_prev_char (end);
    c = g_utf8_get_char (end);
    if (g_unichar_isalnum (c))
      return g_unichar_isdigit (c);
  }
  return FALSE;
}

/* "China 40%", but "Group 2: 40%": two numbers in a row would be read as one. Beside a name that
 * runs leftwards "30%–40%" stays in its order. */
static char *
join_name (const char *name, const char *value)
{
  g_autofree char *isolated = qm_character_isolate (name);
  g_autofree char *figure = NULL;

  if (name == NULL)
    return g_strdup (value);
  figure = g_str_equal (isolated, name) ? g_strdup (value)
                                        : g_strconcat ("\u2066", value, "\u2069", NULL);
  return g_strdup_printf (ends_in_digit (name) ? "%s: %s" : "%s %s", isolated, figure);
}

/* Name and value on one line, or in two where these hold all of both; else the value below the
 * name, which then is shortened alone. */
static void
measure_end (const QmLineChart *chart, QmLinePoint *point, const QmStyle *style, const char *value,
             double width)
{
  const QmEntity *entity = point->claim->entity;
  g_autofree char *name = name_of (chart, point->claim);
  g_autofree char *named = join_name (name, value);

  point->words = qm_label (style, QM_ROLE_EMPHASIS, named, width, 2);
  point->words.names = entity;
  if (qm_label_is_shortened (&point->words) || qm_label_is_torn (&point->words)) {
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
  g_autofree char *value = qm_line_value (chart, point->claim);

  measure_end (chart, point, style, value, end_width);
  measure_detail (point, style, point->is_end ? end_width : -1, point->is_end ? 2 : 1);
}

static void
measure_inner (const QmLineChart *chart, QmLinePoint *point, const QmStyle *style)
{
  g_autofree char *value = qm_line_value (chart, point->claim);

  point->words = qm_label_figure (style, QM_ROLE_EMPHASIS, value, -1, -1);
  measure_detail (point, style, -1, 1);
}

/* --- Which ends have words --- */

/* From above: as their dots stand, whatever lines their words have. */
static int
compare_heights (gconstpointer a, gconstpointer b)
{
  const QmLinePoint *const *first = a, *const *second = b;

  return ((*first)->value < (*second)->value) - ((*first)->value > (*second)->value);
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
      point->place = (QmRect) { 0 };
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
  return qm_rect_bottom (chart->plot) + 0.8 * qm_axis_times_gap (style);
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
    chart->points[i].place = (QmRect) { 0 };
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

/* --- Words at dots --- */

/* Of words at the point, wherever they stand above, below or beside it, some part would be there:
 * half of a line right above its dot, below, or left or right of it. FALSE where all are taken, so
 * that these words need not be measured. */
static gboolean
may_have_words (QmLineChart *chart, const QmLinePoint *point, double line, double distance)
{
  QmPoint dot = qm_line_place_of (chart, point->year, point->value);
  const QmRect parts[] = {
    { dot.x, dot.y - distance - line / 2, 0, line / 2 },
    { dot.x, dot.y + distance, 0, line / 2 },
    { dot.x - distance, dot.y, 0, line / 2 },
    { dot.x - distance, dot.y - line / 2, 0, line / 2 },
    { dot.x + distance, dot.y, 0, line / 2 },
    { dot.x + distance, dot.y - line / 2, 0, line / 2 },
  };

  if (dot.x <= chart->plot.x + 1)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (qm_line_is_free (chart, parts[i]))
      return TRUE;
  return FALSE;
}

static gboolean
place_if_free (QmLineChart *chart, QmLinePoint *point, double x, double y)
{
  QmRect place = { x, y, point->place.width, point->place.height };

  if (!qm_line_is_free (chart, place))
    return FALSE;
  point->place = place;
  return TRUE;
}

/* Above its dot or below it, in the middle or to either side. */
static gboolean
place_over_dot (QmLineChart *chart, QmLinePoint *point, QmPoint dot, double distance)
{
  static const double shifts[] = { -0.5, -1, 0 }; /* in the label's width */
  double width = point->place.width, left = chart->plot.x + 1;
  double right = MAX (qm_rect_right (chart->plot) - width, left);

  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++) {
    double x = CLAMP (dot.x + shifts[i] * width, left, right);

    if (place_if_free (chart, point, x, dot.y - distance - point->place.height) ||
        place_if_free (chart, point, x, dot.y + distance))
      return TRUE;
  }
  return FALSE;
}

/* Right of its dot or left of it, level with it or a little below or above: there steep lines leave
 * room. */
static gboolean
place_beside_dot (QmLineChart *chart, QmLinePoint *point, QmPoint dot, double distance)
{
  static const double shifts[] = { -0.5, -0.1, -0.9 }; /* in the label's height */
  double width = point->place.width, left = dot.x - distance - width;

  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++) {
    double y = dot.y + shifts[i] * point->place.height;

    if (dot.x + distance + width <= qm_rect_right (chart->plot) &&
        place_if_free (chart, point, dot.x + distance, y))
      return TRUE;
    if (left > chart->plot.x && place_if_free (chart, point, left, y))
      return TRUE;
  }
  return FALSE;
}

/* Where nothing is free the card still says it. */
static void
place_at_dot (QmLineChart *chart, QmLinePoint *point, double distance)
{
  QmPoint dot = qm_line_place_of (chart, point->year, point->value);

  if (!place_over_dot (chart, point, dot, distance) &&
      !place_beside_dot (chart, point, dot, distance))
    point->place = (QmRect) { 0 };
}

void
qm_line_place_words (QmLineChart *chart, const QmStyle *style, QmRect area)
{
  double line = qm_style_line_height (style, QM_ROLE_EMPHASIS);
  double distance = qm_status_dot_radius (style) * 1.6;

  chart->taken = qm_taken_new (chart->plot, line);
  place_end_labels (chart, style, area);
  qm_line_take_drawn (chart, style);
  for (gsize i = 0; i < chart->n_points; i++)
    if (chart->points[i].is_end)
      qm_line_take_words (chart, i);
  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    if (point->is_end || (point->is_small && !point->is_highest) ||
        (!point->is_last && !may_have_words (chart, point, line, distance)))
      continue;
    if (!point->is_last)
      measure_inner (chart, point, style);
    place_at_dot (chart, point, distance);
    qm_line_take_words (chart, i);
  }
}
