#include "chart/draw/axis.h"

#include "chart/draw/status.h"

#include "base/format.h"
#include "base/words.h"

#include <math.h>

static char *
times_text (double value)
{
  g_autofree char *number = qm_format_number (value, QM_DIGITS_ALL);

  return g_strdup_printf (_ ("%s×"), number);
}

static char *
tick_text (const QmUnit *unit, double value)
{
  switch (unit->kind) {
  case QM_UNIT_PERCENT:
    return qm_format_percent (value, QM_DIGITS_ALL);
  case QM_UNIT_CURRENCY:
    return qm_format_currency (value, unit->currency, QM_DIGITS_ALL);
  case QM_UNIT_PERCENTAGE_POINTS:
    return qm_format_number (value * 100, QM_DIGITS_ALL);
  case QM_UNIT_TIMES:
    return times_text (value);
  case QM_UNIT_NUMBER:
  case QM_UNIT_RANK:
    break;
  }
  return qm_format_number (value, QM_DIGITS_ALL);
}

static QmLabel
tick_label (const QmStyle *style, double value, const QmUnit *unit)
{
  g_autofree char *text = tick_text (unit, value);

  return qm_label (style, QM_ROLE_TICK, text, -1, 1);
}

static double
gap_beside_values (const QmStyle *style)
{
  return qm_style_length (style, 24) + 2;
}

double
qm_axis_values_width (const QmStyle *style, QmTicks ticks, const QmUnit *unit)
{
  double width = 0;

  for (int i = 0; i < ticks.n; i++) {
    g_auto (QmLabel) label = tick_label (style, ticks.values[i], unit);

    width = MAX (width, label.width);
  }
  return width + gap_beside_values (style);
}

void
qm_axis_add_values (QmScene *scene, const QmStyle *style, QmRect plot, QmScale y, QmTicks ticks,
                    const QmUnit *unit)
{
  for (int i = 0; i < ticks.n; i++) {
    double value = ticks.values[i], line = round (qm_scale_map (y, value));
    gboolean is_zero = fabs (value) <= 0;
    QmPaint rule = { .stroke = is_zero ? style->theme->muted : style->theme->rule,
                     .stroke_width = qm_style_line (style, 2) };
    g_auto (QmLabel) label = tick_label (style, ticks.values[i], unit);

    qm_scene_add_line (scene, (QmPoint){ plot.x, line }, (QmPoint){ qm_rect_right (plot), line },
                       &rule);
    qm_scene_set_target (scene, QM_TARGET_TIME, NULL);
    qm_label_place (&label, scene, plot.x - gap_beside_values (style) - label.width,
                    line - label.height / 2);
  }
}

double
qm_axis_years_gap (const QmStyle *style)
{
  return MAX (0.5 * qm_style_line_height (style, QM_ROLE_TICK), 1.7 * qm_status_dot_radius (style));
}

int
qm_axis_year_step (const QmStyle *style, double pixels_per_year)
{
  static const int factors[] = { 1, 2, 5 };
  g_auto (QmLabel) sample = qm_label (style, QM_ROLE_TICK, "0000", -1, 1);

  for (int power = 1; power < 10000; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
      if (factors[i] * power * pixels_per_year > 1.3 * sample.width)
        return factors[i] * power;
  return 10000;
}

gboolean
qm_axis_has_years (QmScale x)
{
  double n_between = floor (x.to + 1e-9) - ceil (x.from - 1e-9);
  gboolean is_whole = fabs (x.from - round (x.from)) < 1e-9 && fabs (x.to - round (x.to)) < 1e-9;

  return n_between >= 2 || (n_between >= 1 && is_whole);
}

static void
clear_tick (gpointer data)
{
  g_free (((QmTimeTick *) data)->text);
}

static void
append_date (GArray *ticks, QmDate date)
{
  QmTimeTick tick = { qm_date_to_year (date), qm_format_date (date) };

  g_array_append_val (ticks, tick);
}

static QmDate
month_of (int months)
{
  return (QmDate){ months / 12, months % 12 + 1, 0 };
}

GArray *
qm_axis_months (const QmStyle *style, QmScale x)
{
  static const int steps[] = { 1, 2, 3, 6, 12 };
  g_autofree char *text = qm_format_date ((QmDate){ 2030, 10, 0 });
  g_auto (QmLabel) sample = qm_label (style, QM_ROLE_TICK, text, -1, 1);
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (QmTimeTick));
  double month = (x.end - x.start) / (x.to - x.from) / 12;
  gsize i = 0;

  g_array_set_clear_func (ticks, clear_tick);
  while (i + 1 < G_N_ELEMENTS (steps) && steps[i] * month < 1.35 * sample.width)
    i++;
  for (int at = (int) floor (x.from) * 12; qm_date_to_year (month_of (at)) <= x.to + 1e-9;
       at += steps[i])
    if (qm_date_to_year (month_of (at)) >= x.from - 1e-9)
      append_date (ticks, month_of (at));
  if (ticks->len >= 2)
    return ticks;

  g_array_set_size (ticks, 0);
  append_date (ticks, qm_date_from_year (x.from));
  append_date (ticks, qm_date_from_year (x.to));
  return ticks;
}

/* Leaves out what would touch the label before, which ends at *free_from. */
static void
add_time (QmScene *scene, const QmStyle *style, const char *text, double x, double y, QmRect area,
          double *free_from)
{
  g_auto (QmLabel) label = qm_label (style, QM_ROLE_TICK, text, -1, 1);
  double left = MIN (x - label.width / 2, qm_rect_right (area) - label.width);

  left = MAX (left, area.x);
  if (left < *free_from)
    return;
  *free_from = left + label.width;
  qm_label_place (&label, scene, left, y);
}

static void
add_years (QmScene *scene, const QmStyle *style, QmScale x, double y, QmRect area)
{
  g_auto (QmLabel) sample = qm_label (style, QM_ROLE_TICK, "0000", -1, 1);
  int most = MAX ((int) ((x.end - x.start) / (sample.width * 1.7)), 1);
  int first = (int) ceil (x.from - 1e-9), last = (int) floor (x.to + 1e-9);
  double free_from = area.x;
  int step = 1;

  while (step < last - first && ((last - first) / step > most || (last - first) % step != 0))
    step++;
  for (int year = first; year <= last; year += step) {
    g_autofree char *text = qm_format_year (year);

    add_time (scene, style, text, qm_scale_map (x, year), y, area, &free_from);
  }
}

void
qm_axis_add_times (QmScene *scene, const QmStyle *style, QmRect plot, QmScale x, QmRect area)
{
  double y = qm_rect_bottom (plot) + qm_axis_years_gap (style), free_from = area.x;
  g_autoptr (GArray) months = NULL;

  if (qm_axis_has_years (x)) {
    add_years (scene, style, x, y, area);
    return;
  }
  months = qm_axis_months (style, x);
  for (guint i = 0; i < months->len; i++) {
    const QmTimeTick *tick = &g_array_index (months, QmTimeTick, i);

    add_time (scene, style, tick->text, qm_scale_map (x, tick->at), y, area, &free_from);
  }
}

double
qm_axis_place_of (const QmScene *scene, QmPoint point)
{
  const QmShape *line = qm_scene_find_target (scene, QM_TARGET_TIME, point, G_MAXDOUBLE);
  double place;

  if (line == NULL)
    return 0.5;
  place = (point.x - line->points[0].x) / (line->points[1].x - line->points[0].x);
  return CLAMP (place, 0, 1);
}
