/* How standing and precision are drawn, for all forms. Hue is identity, texture is standing, the
 * end is precision:
 *
 *   stated ████████   about     ███████▓▒░     over  ████████ ›
 *   projected ╎┄┄┄┄╎  computed  ┃╱╱╱╱╱╱╱╱┃     between █████░░░
 */
#pragma once

#include "chart/draw/style.h"
#include "scale/scale.h"

/* A filled area of that standing. */
QmPaint qm_status_area (const QmStyle *style, QmStanding standing, gboolean is_projected,
                        QmColor color);

/* What an area of the claim's figure would look like, beside one that is only words: where the
 * figure is not simply stated, left of right and around middle. */
gboolean qm_status_has_swatch (const QmClaim *claim);
void qm_status_add_swatch (QmScene *scene, const QmStyle *style, const QmClaim *claim, double right,
                           double middle);
double qm_status_swatch_side (const QmStyle *style);

/* A line that leads to a figure of that standing. */
QmPaint qm_status_line (const QmStyle *style, QmStanding standing, QmColor color);

/* A horizontal bar from zero to the claim's figure, in the band [y, y + height). Returns the x at
 * which everything that was drawn ends, where a label can begin. */
double qm_status_add_bar (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmScale x,
                          double y, double height);

/* The part of a tile's width over which it fades out where the figure is about that. */
#define QM_STATUS_TILE_FEATHER 0.25

/* One of the squares or tiles that stand for the claim, in colour; is_last for the one whose right
 * edge is the figure's end. */
void qm_status_add_tile (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmColor color,
                         QmRect tile, gboolean is_last);

/* A dot of the claim, of any size. */
QmPaint qm_status_dot (const QmStyle *style, const QmClaim *claim);

/* A dot at the claim's figure on a vertical axis, at x. */
void qm_status_add_dot_on_y (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmScale y,
                             double x);

/* The same for a figure of a period: a bar along it, from one x to the other. An open beginning
 * fades out. */
void qm_status_add_period_on_y (QmScene *scene, const QmStyle *style, const QmClaim *claim,
                                QmScale y, double from, double to);

/* A dot at the claim's figure on a horizontal axis, at y. */
void qm_status_add_dot_on_x (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmScale x,
                             double y);

/* As far as the figure is drawn upwards or to the right. */
double qm_status_high (const QmQuantity *quantity);

/* Makes the range from low to high as wide as the figure needs: with both ends of what lies between
 * two. */
void qm_status_widen (double *low, double *high, const QmQuantity *quantity);

/* The space that a dot takes up on every side. */
double qm_status_dot_radius (const QmStyle *style);
