#include "chart/axis.h"

#include "chart/status.h"

#include "base/format.h"

#include <glib/gi18n.h>
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

void
qm_axis_add_years (QmScene *scene, const QmStyle *style, QmRect plot, QmScale x)
{
  g_auto (QmLabel) sample = qm_label (style, QM_ROLE_TICK, "0000", -1, 1);
  double y = qm_rect_bottom (plot) + qm_axis_years_gap (style);
  int most = MAX ((int) (plot.width / (sample.width * 1.7)), 1);
  int first = (int) ceil (x.from - 1e-9), last = (int) floor (x.to + 1e-9);
  int step = 1;

  while (step < last - first && ((last - first) / step > most || (last - first) % step != 0))
    step++;
  for (int year = first; year <= last; year += step) {
    g_autofree char *text = qm_format_year (year);
    g_auto (QmLabel) label = qm_label (style, QM_ROLE_TICK, text, -1, 1);

    qm_label_place (&label, scene, qm_scale_map (x, year) - label.width / 2, y);
  }
}
