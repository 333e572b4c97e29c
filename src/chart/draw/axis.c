#include "chart/draw/axis.h"

#include "chart/draw/status.h"
#include "chart/words/wording.h"

#include "base/format.h"

#include <math.h>

static char *
tick_text (const QmUnit *unit, double value)
{
  switch (unit->kind) {
  case QM_UNIT_PERCENTAGE_POINTS:
    return qm_format_number (value * 100, QM_DIGITS_ALL);
  case QM_UNIT_CURRENCY:
    return qm_format_currency (value, unit->currency, QM_DIGITS_ALL);
  case QM_UNIT_NUMBER:
  case QM_UNIT_RANK:
  case QM_UNIT_INDEX:
    return qm_format_number (value, QM_DIGITS_ALL);
  case QM_UNIT_PERCENT:
  case QM_UNIT_TIMES:
  case QM_UNIT_MEASURE:
  case QM_UNIT_OWN:
    break;
  }
  return qm_wording_amount (value, unit, NULL, QM_DIGITS_ALL, FALSE);
}

QmLabel
qm_axis_label (const QmStyle *style, double value, const QmUnit *unit)
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
    g_auto (QmLabel) label = qm_axis_label (style, ticks.values[i], unit);

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
    g_auto (QmLabel) label = qm_axis_label (style, ticks.values[i], unit);

    qm_scene_add_line (scene, (QmPoint) { plot.x, line }, (QmPoint) { qm_rect_right (plot), line },
                       &rule);
    qm_scene_set_target (scene, QM_TARGET_TIME, NULL);
    label.anchor = QM_TEXT_END;
    qm_label_place (&label, scene, plot.x - gap_beside_values (style) - label.width,
                    line - label.height / 2);
  }
}

double
qm_axis_times_gap (const QmStyle *style)
{
  return MAX (0.5 * qm_style_line_height (style, QM_ROLE_TICK), 1.7 * qm_status_dot_radius (style));
}

/* --- Time --- */

typedef struct {
  const QmStyle *style;
  QmScale x;
} Pixels;

static QmLabel
date_label (const QmStyle *style, QmDate date, QmDate before)
{
  g_autofree char *text = qm_format_date_after (date, before);

  return qm_label (style, QM_ROLE_TICK, text, -1, 1);
}

static double
time_at (QmScale x, double position)
{
  return x.from + (position - x.start) / (x.end - x.start) * (x.to - x.from);
}

static double
width_of (QmDate date, QmDate before, gpointer data)
{
  const Pixels *pixels = data;
  g_auto (QmLabel) label = date_label (pixels->style, date, before);
  double width = label.width + qm_style_length (pixels->style, 28) + 4;

  return time_at (pixels->x, pixels->x.start + width) - pixels->x.from;
}

GArray *
qm_axis_times (const QmStyle *style, QmScale x, const QmTimeEnds *ends, QmRect area)
{
  Pixels pixels = { style, x };
  QmTimeAxis axis = { .from = x.from,
                      .to = x.to,
                      .left = time_at (x, area.x),
                      .right = time_at (x, qm_rect_right (area)),
                      .first = ends->first,
                      .last = ends->last,
                      .finest = ends->finest,
                      .width_of = width_of,
                      .data = &pixels };

  return qm_time_ticks (&axis);
}

void
qm_axis_add_times (QmScene *scene, const QmStyle *style, QmRect plot, QmScale x,
                   const QmTimeEnds *ends, QmRect area)
{
  double y = qm_rect_bottom (plot) + qm_axis_times_gap (style);
  g_autoptr (GArray) ticks = qm_axis_times (style, x, ends, area);

  for (guint i = 0; i < ticks->len; i++) {
    const QmTimeTick *tick = &g_array_index (ticks, QmTimeTick, i);
    g_auto (QmLabel) label = date_label (style, tick->date, tick->before);
    double left = qm_scale_map (x, tick->at) - label.width / 2;

    left = MAX (MIN (left, qm_rect_right (area) - label.width), area.x);
    label.anchor = QM_TEXT_MIDDLE;
    if (tick->is_labelled)
      qm_label_place (&label, scene, left, y);
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
