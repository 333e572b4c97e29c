#include "chart/draw/status.h"

#include <math.h>

QmPaint
qm_status_area (const QmStyle *style, QmStanding standing, gboolean is_projected, QmColor color)
{
  QmColor light = qm_color_mix (style->theme->background, color, 0.14);
  QmPaint paint = { .fill = color };

  if (standing == QM_STATED && !is_projected)
    return paint;

  paint.fill = light;
  paint.stroke = color;
  paint.stroke_width = MAX (2.5 * style->scale, 1.5);
  if (is_projected)
    paint.dash = 4 * paint.stroke_width;
  if (standing == QM_COMPUTED) {
    paint.hatch = color;
    paint.hatch_spacing = MAX (9 * style->scale, 5);
  }
  return paint;
}

double
qm_status_swatch_side (const QmStyle *style)
{
  return 0.9 * qm_style_line_height (style, QM_ROLE_NOTE);
}

gboolean
qm_status_has_swatch (const QmClaim *claim)
{
  return claim->quantity.standing != QM_STATED || claim->quantity.is_projected;
}

void
qm_status_add_swatch (QmScene *scene, const QmStyle *style, const QmClaim *claim, double right,
                      double middle)
{
  double side = qm_status_swatch_side (style);
  QmPaint paint = qm_status_area (style, claim->quantity.standing, claim->quantity.is_projected,
                                  qm_style_identity (style, claim->entity));

  if (!qm_status_has_swatch (claim))
    return;
  paint.dash = MIN (paint.dash, side / 4);
  qm_scene_add_rect (scene, (QmRect) { right - side, middle - side / 2, side, side }, side / 6,
                     &paint);
}

QmPaint
qm_status_line (const QmStyle *style, QmStanding standing, QmColor color)
{
  QmPaint paint = { .stroke = color, .stroke_width = MAX (5.5 * style->scale, 2) };

  switch (standing) {
  case QM_PROJECTED:
    paint.dash = 3 * paint.stroke_width;
    break;
  case QM_COMPUTED:
    paint.dash = paint.stroke_width;
    break;
  case QM_STATED:
    break;
  }
  return paint;
}

static QmPaint
area_of (const QmStyle *style, const QmClaim *claim, QmColor color)
{
  QmPaint paint =
      qm_status_area (style, claim->quantity.standing, claim->quantity.is_projected, color);

  if (style->tint > 0 && paint.stroke.alpha <= 0) {
    paint.fill = qm_color_mix (color, style->theme->background, style->tint);
    paint.stroke = color;
    paint.stroke_width = MAX (2.5 * style->scale, 1.5);
  }
  return paint;
}

/* An arrow's head at tip, pointing along the axis: dx, dy is -1, 0 or 1. */
static void
add_arrow (QmScene *scene, QmPoint tip, int dx, int dy, double size, QmColor color, double width)
{
  QmPaint paint = { .stroke = color, .stroke_width = width };
  const QmPoint points[] = {
    { tip.x - dx * size - dy * size, tip.y - dy * size - dx * size },
    tip,
    { tip.x - dx * size + dy * size, tip.y - dy * size + dx * size },
  };

  qm_scene_add_path (scene, points, G_N_ELEMENTS (points), FALSE, &paint);
}

/* The arrow that opens a bar's end: beyond that end, pointing up the axis for "over" and down it
 * for "under". Returns the x at which it ends. */
static double
add_bar_arrow (QmScene *scene, const QmStyle *style, const QmClaim *claim, double end, double y,
               double height)
{
  double size = MIN (16 * style->scale + 4, height / 3);
  double width = MAX (5 * style->scale, 2);
  int side = claim->quantity.value < 0 ? -1 : 1;
  int direction = claim->quantity.precision == QM_OVER ? 1 : -1;
  double middle = end + side * size;

  add_arrow (scene, (QmPoint) { middle + direction * size / 2, y + height / 2 }, direction, 0, size,
             qm_style_identity (style, claim->entity), width);
  return middle + side * size / 2 + width;
}

/* Light, from the bar's certain end to its high bound. */
static double
add_uncertain_part (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmScale x, double y,
                    double height)
{
  QmColor color = qm_style_identity (style, claim->entity);
  double low = qm_scale_map (x, claim->quantity.low);
  double high = qm_scale_map (x, claim->quantity.high);
  QmPaint paint = { .fill = qm_color_mix (style->theme->background, color, 0.35),
                    .stroke = color,
                    .stroke_width = qm_style_line (style, 2) };

  qm_scene_add_rect (scene, (QmRect) { low, y, high - low, height }, 0, &paint);
  return high;
}

double
qm_status_add_bar (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmScale x, double y,
                   double height)
{
  const QmQuantity *quantity = &claim->quantity;
  gboolean is_between = quantity->precision == QM_BETWEEN;
  double zero = qm_scale_map (x, 0);
  double end = qm_scale_map (x, is_between ? quantity->low : quantity->value);
  QmRect bar = { MIN (zero, end), y, fabs (end - zero), height };
  QmPaint paint = area_of (style, claim, qm_style_identity (style, claim->entity));

  if (quantity->precision == QM_ABOUT)
    paint.feather = copysign (MIN (22 * style->scale + 4, bar.width / 3), quantity->value);
  qm_scene_add_rect (scene, bar, is_between ? 0 : 6 * style->scale, &paint);

  switch (quantity->precision) {
  case QM_OVER:
  case QM_UNDER:
    return add_bar_arrow (scene, style, claim, end, y, height);
  case QM_BETWEEN:
    return add_uncertain_part (scene, style, claim, x, y, height);
  case QM_EXACT:
  case QM_ABOUT:
    break;
  }
  return qm_rect_right (bar);
}

void
qm_status_add_tile (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmColor color,
                    QmRect tile, gboolean is_last)
{
  QmPaint paint = area_of (style, claim, color);
  double shorter = MIN (tile.width, tile.height);
  double size = MIN (shorter / 4, 10 * style->scale + 3);

  if (is_last && claim->quantity.precision == QM_ABOUT)
    paint.feather = QM_STATUS_TILE_FEATHER * tile.width;
  qm_scene_add_rect (scene, tile, MIN (shorter / 8, 12 * style->scale), &paint);

  if (is_last && claim->quantity.precision == QM_OVER)
    add_arrow (scene, (QmPoint) { qm_rect_right (tile) + 2 * size, qm_rect_centre (tile).y }, 1, 0,
               size, color, MAX (5 * style->scale, 2));
}

double
qm_status_high (const QmQuantity *quantity)
{
  return quantity->precision == QM_BETWEEN ? quantity->high : quantity->value;
}

void
qm_status_widen (double *low, double *high, const QmQuantity *quantity)
{
  *low = MIN (*low, quantity->precision == QM_BETWEEN ? quantity->low : quantity->value);
  *high = MAX (*high, qm_status_high (quantity));
}

double
qm_status_dot_radius (const QmStyle *style)
{
  return MAX (15 * style->scale, 5);
}

/* The point at a value of the scale: along the one axis, at across on the other. */
static QmPoint
point_on (QmScale scale, gboolean is_vertical, double value, double across)
{
  double along = qm_scale_map (scale, value);

  return is_vertical ? (QmPoint) { across, along } : (QmPoint) { along, across };
}

QmPaint
qm_status_dot (const QmStyle *style, const QmClaim *claim)
{
  QmColor color = qm_style_identity (style, claim->entity);
  QmPaint paint = { .fill = color };

  if (claim->quantity.standing == QM_STATED)
    return paint;

  paint = area_of (style, claim, color);
  paint.fill = style->theme->background;
  paint.stroke_width = MAX (5 * style->scale, 2);
  paint.dash = 0;
  return paint;
}

/* "About" is a halo, "between" a band to both bounds, an open end an arrow beyond the dot. */
static void
add_dot (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmScale scale,
         gboolean is_vertical, double across)
{
  const QmQuantity *quantity = &claim->quantity;
  QmColor color = qm_style_identity (style, claim->entity);
  double radius = qm_status_dot_radius (style);
  QmPoint centre = point_on (scale, is_vertical, quantity->value, across);
  QmPaint halo = { .fill = qm_color_mix (style->theme->background, color, 0.25) };
  QmPaint range = { .stroke = color, .stroke_width = MAX (5 * style->scale, 2) };
  QmPaint paint = qm_status_dot (style, claim);

  if (quantity->precision == QM_ABOUT)
    qm_scene_add_disc (scene, centre, radius * 1.5, &halo);
  if (quantity->precision == QM_BETWEEN)
    qm_scene_add_line (scene, point_on (scale, is_vertical, quantity->low, across),
                       point_on (scale, is_vertical, quantity->high, across), &range);
  qm_scene_add_disc (scene, centre, radius, &paint);

  if (quantity->precision == QM_OVER || quantity->precision == QM_UNDER) {
    /* Values grow to the right and upwards. */
    int direction = (quantity->precision == QM_OVER) == is_vertical ? -1 : 1;
    QmPoint tip = centre;

    *(is_vertical ? &tip.y : &tip.x) += direction * radius * 2;
    add_arrow (scene, tip, is_vertical ? 0 : direction, is_vertical ? direction : 0, radius / 2,
               color, MAX (5 * style->scale, 2));
  }
}

void
qm_status_add_dot_on_y (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmScale y,
                        double x)
{
  add_dot (scene, style, claim, y, TRUE, x);
}

/* "About" is a halo, "between" a light bar as high as both bounds, an open end an arrow in the
 * middle. */
void
qm_status_add_period_on_y (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmScale y,
                           double from, double to)
{
  const QmQuantity *quantity = &claim->quantity;
  QmColor color = qm_style_identity (style, claim->entity);
  double radius = qm_status_dot_radius (style), half = 0.6 * radius;
  double middle = qm_scale_map (y, quantity->value);
  QmRect bar = { from, middle - half, to - from, 2 * half };
  QmPaint light = { .fill = qm_color_mix (style->theme->background, color, 0.25) };
  QmPaint paint = area_of (style, claim, color);

  if (quantity->precision == QM_ABOUT)
    qm_scene_add_rect (scene, qm_rect_grow (bar, half), half, &light);
  if (quantity->precision == QM_BETWEEN)
    qm_scene_add_rect (
        scene,
        (QmRect) { from, qm_scale_map (y, quantity->high), to - from,
                   qm_scale_map (y, quantity->low) - qm_scale_map (y, quantity->high) },
        0, &light);
  if (claim->time.start.year == 0)
    paint.feather = -bar.width / 2;
  qm_scene_add_rect (scene, bar, claim->time.start.year == 0 ? 0 : half / 2, &paint);

  if (quantity->precision == QM_OVER || quantity->precision == QM_UNDER) {
    int direction = quantity->precision == QM_OVER ? -1 : 1;
    QmPoint tip = { (from + to) / 2, middle + direction * radius * 2 };

    add_arrow (scene, tip, 0, direction, radius / 2, color, MAX (5 * style->scale, 2));
  }
}

void
qm_status_add_dot_on_x (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmScale x,
                        double y)
{
  add_dot (scene, style, claim, x, FALSE, y);
}
