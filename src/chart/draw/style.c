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
  gboolean is_muted, is_italic;
} RoleStyle;

static const RoleStyle roles[] = {
  [QM_ROLE_TITLE] = { 54, PANGO_WEIGHT_BOLD, 16, FALSE, FALSE },
  [QM_ROLE_SUBTITLE] = { 30, PANGO_WEIGHT_NORMAL, SMALLEST_TEXT, TRUE, FALSE },
  [QM_ROLE_FIGURE] = { 132, PANGO_WEIGHT_BOLD, 26, FALSE, FALSE },
  [QM_ROLE_HEADING] = { 29, PANGO_WEIGHT_SEMIBOLD, SMALLEST_TEXT, FALSE, FALSE },
  [QM_ROLE_VALUE] = { 44, PANGO_WEIGHT_BOLD, 14, FALSE, FALSE },
  [QM_ROLE_EMPHASIS] = { 36, PANGO_WEIGHT_BOLD, 13, FALSE, FALSE },
  [QM_ROLE_LABEL] = { 30, PANGO_WEIGHT_NORMAL, SMALLEST_TEXT, FALSE, FALSE },
  [QM_ROLE_TICK] = { 26, PANGO_WEIGHT_NORMAL, SMALLEST_TEXT, TRUE, FALSE },
  [QM_ROLE_NOTE] = { 25, PANGO_WEIGHT_NORMAL, SMALLEST_TEXT, TRUE, FALSE },
  [QM_ROLE_FOOTER] = { 22, PANGO_WEIGHT_NORMAL, SMALLEST_TEXT, TRUE, FALSE },
  [QM_ROLE_VOICE] = { 25, PANGO_WEIGHT_NORMAL, SMALLEST_TEXT, FALSE, TRUE },
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

QmStyle
qm_style_for_canvas (const QmCanvas *canvas)
{
  return (QmStyle){
    .theme = canvas->theme,
    .scale = MIN (canvas->width, canvas->height) / 1080,
    .text_scale = text_scale_for (canvas),
    .density = density_of (canvas),
    .hidden = canvas->hidden,
    .figure_scale = 1,
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

static QmColor
text_color (const QmStyle *style, QmTextRole role)
{
  return roles[role].is_muted ? style->theme->muted : style->theme->ink;
}

QmColor
qm_style_identity (const QmStyle *style, const QmEntity *entity)
{
  return style->theme->identities[entity != NULL ? entity->identity : QM_IDENTITY_NONE];
}

double
qm_style_line_height (const QmStyle *style, QmTextRole role)
{
  g_auto (QmLabel) label = qm_label (style, role, "0", -1, 1);

  return label.height;
}

/* The font's size where the canvas and the floor decide it. */
static double
font_size (const QmStyle *style, QmTextRole role)
{
  return MAX (roles[role].size * style->scale, roles[role].floor * style->density) *
         style->text_scale;
}

static QmLabel
label_of_size (const QmStyle *style, QmTextRole role, const char *text, double size, double width,
               int max_lines)
{
  QmLabel label = { .color = text_color (style, role) };

  if (text == NULL || text[0] == '\0')
    return label;

  label.layout = qm_text_new (text, size, roles[role].weight, width, max_lines);
  if (roles[role].is_italic)
    qm_text_set_italic (label.layout);
  qm_text_get_size (label.layout, &label.width, &label.height);
  return label;
}

static double
last_line_width (const QmLabel *label)
{
  int n_lines = pango_layout_get_line_count (label->layout);
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (label->layout, n_lines - 1), NULL,
                                 &logical);
  return (double) logical.width / PANGO_SCALE;
}

static gboolean
has_lone_word (const QmLabel *label)
{
  return pango_layout_get_line_count (label->layout) > 1 &&
         last_line_width (label) < 0.35 * label->width;
}

/* TRUE if a line ends within a word, at its hyphen. */
static gboolean
has_broken_word (const QmLabel *label)
{
  const char *text = pango_layout_get_text (label->layout);

  for (int i = 1; i < pango_layout_get_line_count (label->layout); i++) {
    int start = pango_layout_get_line_readonly (label->layout, i)->start_index;

    if (start > 0 && text[start - 1] == '-')
      return TRUE;
  }
  return FALSE;
}

/* A lone word on the last line looks lost, and half a word on any: with a little less width the
 * lines break elsewhere. */
static void
mend_breaks (QmLabel *label, const QmStyle *style, QmTextRole role, double width, int max_lines)
{
  int n_lines = pango_layout_get_line_count (label->layout);

  for (double narrow = 0.95; narrow > 0.6; narrow -= 0.05) {
    QmLabel other;

    if (qm_text_is_shortened (label->layout) ||
        (!has_lone_word (label) && !has_broken_word (label)))
      return;
    other = label_of_size (style, role, pango_layout_get_text (label->layout),
                           font_size (style, role), narrow * width, max_lines);
    if (pango_layout_get_line_count (other.layout) > n_lines ||
        qm_text_is_shortened (other.layout)) {
      qm_label_clear (&other);
      return;
    }
    qm_label_clear (label);
    *label = other;
  }
}

QmLabel
qm_label (const QmStyle *style, QmTextRole role, const char *text, double width, int max_lines)
{
  QmLabel label = label_of_size (style, role, text, font_size (style, role), width, max_lines);

  if (label.layout != NULL && width >= 0 && max_lines != 1)
    mend_breaks (&label, style, role, width, max_lines);
  return label;
}

QmLabel
qm_label_scaled (const QmStyle *style, QmTextRole role, const char *text, double scale,
                 double width)
{
  double smallest = MAX (SMALLEST_TEXT_OF_SLIDE * style->scale, SMALLEST_TEXT * style->density) *
                    style->text_scale;

  return label_of_size (style, role, text, MAX (font_size (style, role) * scale, smallest), width,
                        1);
}

/* In as many lines as width takes, but all about as long; length is that of all on one line. */
static QmLabel
balance (const QmStyle *style, QmTextRole role, const char *text, double size, double width,
         int max_lines, double length)
{
  static const double reserves[] = { 1.02, 1.08, 1.16, 1.3 }; /* for where words end */
  QmLabel widest = label_of_size (style, role, text, size, width, max_lines);
  int n_lines = pango_layout_get_line_count (widest.layout);

  if (n_lines < 2 || qm_text_is_shortened (widest.layout))
    return widest;

  for (gsize i = 0; i < G_N_ELEMENTS (reserves); i++) {
    double narrow = reserves[i] * length / n_lines;
    QmLabel label;

    if (narrow >= width)
      break;
    label = label_of_size (style, role, text, size, narrow, n_lines);
    if (!qm_text_is_shortened (label.layout) && !has_broken_word (&label)) {
      qm_label_clear (&widest);
      return label;
    }
    qm_label_clear (&label);
  }
  return widest;
}

/* Leaves label empty, for automatic clean-up. */
static QmLabel
take (QmLabel *label)
{
  QmLabel taken = *label;

  label->layout = NULL;
  return taken;
}

QmLabel
qm_label_balanced (const QmStyle *style, QmTextRole role, const char *text, double width,
                   int max_lines)
{
  double size = font_size (style, role), shrunk;
  double smallest = roles[role].floor * style->density * style->text_scale;
  double least_part = role == QM_ROLE_TITLE ? 0.65 : 0.95;
  g_auto (QmLabel) line = label_of_size (style, role, text, size, -1, 1);

  if (line.width <= width)
    return take (&line);

  shrunk = size * width / line.width * 0.995;
  if (shrunk >= MAX (size * 0.85, smallest))
    return label_of_size (style, role, text, shrunk, -1, 1);
  for (double part = 1; part > least_part && size * part >= smallest; part -= 0.1) {
    g_auto (QmLabel) label =
        balance (style, role, text, size * part, width, max_lines, line.width * part);

    if (!qm_text_is_shortened (label.layout))
      return take (&label);
  }
  return balance (style, role, text, size, width, max_lines, line.width);
}

QmLabel
qm_label_entity (const QmStyle *style, const QmEntity *entity, double width)
{
  QmLabel label = qm_label (style, QM_ROLE_LABEL, qm_text_get (entity->name), -1, 1);

  if (label.width > width) {
    qm_label_clear (&label);
    label = qm_label (style, QM_ROLE_LABEL, qm_text_get (entity->short_name), MAX (width, 1), 1);
  }
  label.names = entity;
  return label;
}

void
qm_label_clear (QmLabel *label)
{
  g_clear_object (&label->layout);
  *label = (QmLabel){ 0 };
}

void
qm_label_place (QmLabel *label, QmScene *scene, double x, double y)
{
  if (label->layout == NULL)
    return;
  qm_scene_add_text (scene, g_steal_pointer (&label->layout), (QmPoint){ x, y }, label->color);
  if (label->names != NULL)
    qm_scene_set_target (scene, QM_TARGET_NAME, label->names);
}
