#include "chart/draw/style.h"

#include <math.h>

/* Pixels in an inch. */
#define SCREEN_DENSITY 96.0

/* What still reads: 9 pt at the 96 dots per inch that a screen has, and 9 pt on a slide. */
#define SMALLEST_TEXT 12.0
#define SMALLEST_TEXT_OF_SLIDE 18.0

typedef struct {
  double size; /* on a slide */
  PangoWeight weight;
  double floor;
  gboolean is_muted;
  QmFace face;
} RoleStyle;

static const RoleStyle roles[] = {
  [QM_ROLE_TITLE] = { 54, PANGO_WEIGHT_BOLD, 16, FALSE, QM_FACE_PLAIN },
  [QM_ROLE_SUBTITLE] = { 30, PANGO_WEIGHT_NORMAL, SMALLEST_TEXT, TRUE, QM_FACE_PLAIN },
  [QM_ROLE_FIGURE] = { 132, PANGO_WEIGHT_BOLD, 26, FALSE, QM_FACE_PLAIN },
  [QM_ROLE_HEADING] = { 29, PANGO_WEIGHT_SEMIBOLD, SMALLEST_TEXT, FALSE, QM_FACE_PLAIN },
  [QM_ROLE_VALUE] = { 44, PANGO_WEIGHT_BOLD, 14, FALSE, QM_FACE_PLAIN },
  [QM_ROLE_EMPHASIS] = { 36, PANGO_WEIGHT_BOLD, 13, FALSE, QM_FACE_PLAIN },
  [QM_ROLE_LABEL] = { 30, PANGO_WEIGHT_NORMAL, SMALLEST_TEXT, FALSE, QM_FACE_PLAIN },
  [QM_ROLE_TICK] = { 26, PANGO_WEIGHT_NORMAL, SMALLEST_TEXT, TRUE, QM_FACE_TABULAR },
  [QM_ROLE_CELL] = { 30, PANGO_WEIGHT_NORMAL, SMALLEST_TEXT, FALSE, QM_FACE_TABULAR },
  [QM_ROLE_NOTE] = { 25, PANGO_WEIGHT_NORMAL, SMALLEST_TEXT, TRUE, QM_FACE_PLAIN },
  [QM_ROLE_FOOTER] = { 22, PANGO_WEIGHT_NORMAL, SMALLEST_TEXT, TRUE, QM_FACE_PLAIN },
  [QM_ROLE_VOICE] = { 25, PANGO_WEIGHT_NORMAL, SMALLEST_TEXT, FALSE, QM_FACE_SLANTED },
};

static double
density_of (const QmCanvas *canvas)
{
  return canvas->pixels_per_inch > 0 ? canvas->pixels_per_inch / SCREEN_DENSITY : 1;
}

/* Texts are not enlarged beyond what the smallest canvas would show of them, else they would have
 * no room to be read at all. */
static double
text_scale_for (const QmCanvas *canvas)
{
  double room = MIN (canvas->width / QM_CANVAS_MIN_WIDTH, canvas->height / QM_CANVAS_MIN_HEIGHT) /
                density_of (canvas);

  return canvas->text_scale > 0 ? MIN (canvas->text_scale, MAX (room, 1)) : 1;
}

/* What is as wide as high has neither room for long lines nor for many. */
#define TITLE_OF_SQUARE 0.9
#define NO_LONGER_SQUARE 1.25

static double
title_scale_for (const QmCanvas *canvas)
{
  double longer = MAX (canvas->width, canvas->height),
         shorter = MIN (canvas->width, canvas->height);
  double part = MIN ((longer / shorter - 1) / (NO_LONGER_SQUARE - 1), 1);

  return TITLE_OF_SQUARE + part * (1 - TITLE_OF_SQUARE);
}

QmStyle
qm_style_for_canvas (const QmCanvas *canvas)
{
  return (QmStyle) {
    .theme = canvas->theme,
    .scale = MIN (canvas->width, canvas->height) / 1080,
    .is_upright = canvas->height > 1.3 * canvas->width,
    .title_scale = title_scale_for (canvas),
    .text_scale = text_scale_for (canvas),
    .density = density_of (canvas),
    .hidden = canvas->hidden,
    .figures = { 1, 0, 1 },
  };
}

double
qm_style_length (const QmStyle *style, double length)
{
  return length * style->scale;
}

double
qm_style_margin (const QmStyle *style)
{
  return round (MIN (96 * style->scale, MAX (120 * style->scale - 24, 14)));
}

double
qm_style_line (const QmStyle *style, double width)
{
  double line = width * style->scale;

  return line < 3 ? MAX (round (line), 1) : line;
}

QmColor
qm_style_identity (const QmStyle *style, const QmEntity *entity)
{
  gpointer hue;

  if (entity != NULL && style->hues != NULL &&
      g_hash_table_lookup_extended (style->hues, entity, NULL, &hue))
    return style->theme->identities[GPOINTER_TO_INT (hue)];
  return style->theme->identities[entity != NULL ? entity->identity : QM_IDENTITY_NONE];
}

QmFont
qm_style_font (const QmStyle *style, QmTextRole role)
{
  const RoleStyle *look = &roles[role];
  /* What is larger than it has to be grows less. */
  double scale = style->scale * sqrt (style->text_scale);
  double own = role == QM_ROLE_TITLE ? style->title_scale : 1;
  double least = style->density * style->text_scale;

  return (QmFont) {
    .size = MAX (look->size * own * scale, look->floor * least),
    .floor = look->floor * least,
    .smallest = MAX (SMALLEST_TEXT_OF_SLIDE * scale, SMALLEST_TEXT * least),
    .weight = look->weight,
    .face = look->face,
    .color = look->is_muted ? style->theme->muted : style->theme->ink,
  };
}

static double
line_height (double size, PangoWeight weight)
{
  g_autoptr (PangoLayout) layout = qm_typeset ("0", size, weight, -1, 1);
  double height;

  qm_typeset_get_size (layout, NULL, &height);
  return height;
}

double
qm_style_line_height (const QmStyle *style, QmTextRole role)
{
  QmFont font = qm_style_font (style, role);

  return line_height (font.size, font.weight);
}

double
qm_style_smallest_line (const QmStyle *style)
{
  return line_height (qm_style_font (style, QM_ROLE_LABEL).smallest, PANGO_WEIGHT_NORMAL);
}
