#include "chart/draw/label.h"

static QmLabel
label_of_size (const QmStyle *style, QmTextRole role, const char *text, double size, double width,
               int max_lines)
{
  QmFont font = qm_style_font (style, role);
  QmLabel label = { .color = font.color };

  if (text == NULL || text[0] == '\0')
    return label;

  label.layout = qm_typeset_face (font.face, text, size, font.weight, width, max_lines);
  qm_typeset_get_size (label.layout, &label.width, &label.height);
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

    if (qm_typeset_is_shortened (label->layout) ||
        (!has_lone_word (label) && !has_broken_word (label)))
      return;
    other = label_of_size (style, role, pango_layout_get_text (label->layout),
                           qm_style_font (style, role).size, narrow * width, max_lines);
    if (pango_layout_get_line_count (other.layout) > n_lines ||
        qm_typeset_is_shortened (other.layout) || qm_typeset_parts_figures (other.layout)) {
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
  QmLabel label =
      label_of_size (style, role, text, qm_style_font (style, role).size, width, max_lines);

  if (label.layout != NULL && width >= 0 && max_lines != 1)
    mend_breaks (&label, style, role, width, max_lines);
  return label;
}

/* In as many lines as width takes, but all about as long; length is that of all on one line. What
 * is torn at that width is torn at a lesser one. */
static QmLabel
balance (const QmStyle *style, QmTextRole role, const char *text, double size, double width,
         int max_lines, double length)
{
  static const double reserves[] = { 1.02, 1.08, 1.16, 1.3 }; /* for where words end */
  QmLabel widest = label_of_size (style, role, text, size, width, max_lines);
  int n_lines = pango_layout_get_line_count (widest.layout);

  if (n_lines < 2 || qm_label_is_shortened (&widest) || qm_label_is_torn (&widest))
    return widest;

  for (gsize i = 0; i < G_N_ELEMENTS (reserves); i++) {
    double narrow = reserves[i] * length / n_lines;
    QmLabel label;

    if (narrow >= width)
      break;
    label = label_of_size (style, role, text, size, narrow, n_lines);
    if (!qm_typeset_is_shortened (label.layout) && !has_broken_word (&label) &&
        !qm_label_is_torn (&label) && !qm_typeset_parts_figures (label.layout)) {
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
  QmFont font = qm_style_font (style, role);
  double size = font.size, smallest = font.floor, shrunk;
  double least_part = role == QM_ROLE_TITLE ? 0.65 : 0.95;
  g_auto (QmLabel) line = label_of_size (style, role, text, size, -1, 1);

  if (line.width <= width)
    return take (&line);

  shrunk = size * width / line.width * 0.995;
  /* The titles of one export are of one size, as far as their lines hold them. */
  if (role != QM_ROLE_TITLE && shrunk >= MAX (size * 0.85, smallest))
    return label_of_size (style, role, text, shrunk, -1, 1);
  for (double part = 1; part > least_part && size * part >= smallest; part -= 0.1) {
    g_auto (QmLabel) label =
        balance (style, role, text, size * part, width, max_lines, line.width * part);

    if (!qm_typeset_is_shortened (label.layout))
      return take (&label);
  }
  return balance (style, role, text, size, width, max_lines, line.width);
}

/* From that size on down. */
static QmLabel
figure_of_size (const QmStyle *style, QmTextRole role, const char *text, double size, double width,
                double height)
{
  double smallest = qm_style_font (style, role).smallest;
  QmLabel label = label_of_size (style, role, text, MAX (size, smallest), -1, 0);
  double fits = 1;

  if (label.layout == NULL)
    return label;
  if (width >= 0)
    fits = MIN (fits, 0.995 * width / MAX (label.width, 1));
  if (height >= 0)
    fits = MIN (fits, height / label.height);
  if (fits >= 1)
    return label;
  qm_label_clear (&label);
  label = label_of_size (style, role, text, MAX (size * fits, smallest), -1, 0);
  if (width < 0 || label.width <= width)
    return label;
  qm_label_clear (&label);
  return label_of_size (style, role, text, smallest, MAX (width, 1), 0);
}

QmLabel
qm_label_figure (const QmStyle *style, QmTextRole role, const char *text, double width,
                 double height)
{
  return figure_of_size (style, role, text, qm_style_font (style, role).size, width, height);
}

QmLabel
qm_label_scaled (const QmStyle *style, QmTextRole role, const char *text, double scale,
                 double width)
{
  return figure_of_size (style, role, text, scale * qm_style_font (style, role).size, width, -1);
}

/* Rather than in the middle of a word the text ends there. */
static QmLabel
end_at_tear (QmLabel *label, const QmStyle *style, QmTextRole role, const char *text, double size,
             double width)
{
  int n_lines = qm_typeset_lines_before_tear (label->layout);

  if (n_lines == 0)
    return *label;
  qm_label_clear (label);
  return label_of_size (style, role, text, size, MAX (width, 1), n_lines);
}

/* TRUE if it is whole, no wider than it may be, and no higher. */
static gboolean
holds (const QmLabel *label, double width, double height)
{
  return !qm_label_is_shortened (label) && !qm_label_is_torn (label) &&
         label->width <= width + 0.5 && label->height <= height + 0.5;
}

QmLabel
qm_label_name (const QmStyle *style, QmTextRole role, const char *text, double width, double height)
{
  QmFont font = qm_style_font (style, role);
  double limit = style->name_size > 0 ? MAX (style->name_size, font.smallest) : font.size;
  double size = MIN (font.size, limit);
  QmLabel label = label_of_size (style, role, text, size, -1, 1);
  double line = label.height * font.size / size;

  if (height < 0)
    height = line;

  if (label.layout == NULL || (label.width <= width && label.height <= height))
    return label;
  if (label.height > height) {
    size = MAX (size * height / label.height, font.smallest);
    qm_label_clear (&label);
    label = label_of_size (style, role, text, size, -1, 1);
    if (label.width <= width)
      return label;
  }
  for (;; size = MAX (size * 0.9, font.smallest)) {
    int max_lines = MAX ((int) ((height + 0.5) / (line * size / font.size)), 1);
    double length = label.width;

    qm_label_clear (&label);
    label = max_lines > 1 ? balance (style, role, text, size, MAX (width, 1), max_lines, length)
                          : label_of_size (style, role, text, size, MAX (width, 1), 1);
    if (holds (&label, width, height))
      return label;
    if (size <= font.smallest)
      return end_at_tear (&label, style, role, text, size, width);
    qm_label_clear (&label);
    label = label_of_size (style, role, text, MAX (size * 0.9, font.smallest), -1, 1);
    if (label.width <= width)
      return label;
  }
}

QmLabel
qm_label_short_entity (const QmStyle *style, QmTextRole role, const QmEntity *entity, double width,
                       double height)
{
  QmLabel label = { 0 };

  if (entity == NULL)
    return label;
  label = qm_label_name (style, role, qm_text_get (entity->short_name), width, height);
  label.names = entity;
  return label;
}

QmLabel
qm_label_entity (const QmStyle *style, const QmEntity *entity, double width, double height)
{
  QmLabel label = qm_label_name (style, QM_ROLE_LABEL, qm_text_get (entity->name), width, height);

  if (qm_label_is_shortened (&label) && !qm_text_equal (entity->name, entity->short_name)) {
    qm_label_clear (&label);
    return qm_label_short_entity (style, QM_ROLE_LABEL, entity, width, height);
  }
  label.names = entity;
  return label;
}

void
qm_label_limit_names (QmStyle *style, const QmLabel *label)
{
  double size;

  if (label->layout == NULL)
    return;
  size =
      (double) pango_font_description_get_size (pango_layout_get_font_description (label->layout)) /
      PANGO_SCALE;
  style->name_size = style->name_size > 0 ? MIN (style->name_size, size) : size;
}

gboolean
qm_label_is_shortened (const QmLabel *label)
{
  return label->layout != NULL && (label->whole != NULL || qm_typeset_is_shortened (label->layout));
}

gboolean
qm_label_is_torn (const QmLabel *label)
{
  return label->layout != NULL && qm_typeset_lines_before_tear (label->layout) > 0;
}

void
qm_label_clear (QmLabel *label)
{
  g_clear_object (&label->layout);
  *label = (QmLabel) { 0 };
}

void
qm_label_place (QmLabel *label, QmScene *scene, double x, double y)
{
  if (label->layout == NULL)
    return;
  qm_scene_add_text (scene, g_steal_pointer (&label->layout), (QmPoint) { x, y }, label->color);
  qm_scene_set_anchor (scene, label->anchor);
  if (label->names != NULL)
    qm_scene_set_target (scene, QM_TARGET_NAME, label->names);
  if (label->whole != NULL)
    qm_scene_leave_out (scene, QM_LEFT_OUT_END, label->whole);
}
