/* Colours in sRGB, channels from 0 to 1, alpha not premultiplied. */
#pragma once

#include <glib.h>

typedef struct {
  double red, green, blue, alpha;
} QmColor;

/* 0xRRGGBB, opaque. */
QmColor qm_color_from_rgb (guint32 rgb);

/* From a (amount 0) to b (amount 1), channel by channel. */
QmColor qm_color_mix (QmColor a, QmColor b, double amount);

/* The contrast ratio of WCAG 2.1, 1 to 21; alpha is ignored.
 * https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
double qm_color_contrast (QmColor a, QmColor b);

/* "#rrggbb", followed by the alpha as two more digits where it is not opaque. */
char *qm_color_to_string (QmColor color) G_GNUC_WARN_UNUSED_RESULT;
