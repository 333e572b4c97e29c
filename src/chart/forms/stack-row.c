/* A bar of parts, one behind the other, with their values, the rest and the whole; or with a list
 * of its parts below it. */
#include "base/words.h"
#include "chart/draw/status.h"
#include "chart/forms/stack-private.h"
#include "chart/words/wording.h"

#include <math.h>

/* Where the next words below a bar can begin, in each of its lines. */
typedef struct {
  double top, free_from[QM_STACK_MAX_LINES];
  double width_below; /* of the values that are still to be placed there */
  gsize n_lines;      /* that have words */
  gsize n_listed;     /* rows of the list that are taken */
} Row;

/* TRUE if words can be read on such an area. */
static gboolean
carries_words (const QmClaim *claim)
{
  return claim->quantity.standing == QM_STATED && !claim->quantity.is_projected;
}

/* On either side of a value inside its part, and between two below. */
static double
gap_of_values (const QmStyle *style)
{
  return qm_style_length (style, 14) + 2;
}

static double
width_of_part (const QmStack *stack, const QmStyle *style, double from, double value)
{
  double width = qm_scale_map (stack->x, from + value) - qm_scale_map (stack->x, from);

  return MAX (width - qm_style_line (style, 2), 1);
}

/* The value inside its part where there is room, else for a place below it. */
static QmLabel
measure_value (const QmStack *stack, const QmStyle *style, const QmClaim *claim, double width,
               gboolean *is_inside)
{
  g_autofree char *value = qm_wording_value_short (claim);
  QmLabel inside = qm_label (style, QM_ROLE_EMPHASIS, value, -1, 1);

  *is_inside = carries_words (claim) && inside.width + 2 * gap_of_values (style) < width &&
               inside.height < stack->bar;
  if (*is_inside)
    return inside;
  qm_label_clear (&inside);
  return qm_label (style, stack->role_below, value, -1, 1);
}

/* What all values below a bar take of a line. */
static double
width_below (const QmStack *stack, const QmStyle *style, gsize column)
{
  double width = 0;

  for (gsize i = 0; i < stack->matrix->rows->len && stack->list_row <= 0; i++) {
    const QmClaim *claim = qm_matrix_get (stack->matrix, i, column);
    g_auto (QmLabel) value = { 0 };
    gboolean is_inside;

    if (claim == NULL || claim->entity == stack->whole)
      continue;
    value = measure_value (stack, style, claim,
                           width_of_part (stack, style, 0, claim->quantity.value), &is_inside);
    if (!is_inside)
      width += value.width + gap_of_values (style);
  }
  return width;
}

/* Below its part, or as near to that as there is room: in the first line that can hold it; in the
 * last one as far left as leaves those that follow theirs. */
static void
add_below (const QmStack *stack, QmScene *scene, QmLabel *below, QmRect part, double gap, Row *row)
{
  double right = qm_rect_right (stack->area) - below->width;
  gsize line = 0;
  double x;

  row->width_below -= below->width + gap;
  while (line + 1 < stack->n_lines && row->free_from[line] > right)
    line++;
  if (line + 1 == stack->n_lines)
    right -= row->width_below;
  x = MAX (MIN (qm_rect_centre (part).x - below->width / 2, right), row->free_from[line]);
  row->free_from[line] = x + below->width + gap;
  row->n_lines = MAX (row->n_lines, line + 1);
  qm_label_place (below, scene, x, qm_rect_bottom (part) + (0.2 + (double) line) * below->height);
}

static void
add_value (const QmStack *stack, QmScene *scene, const QmStyle *style, const QmClaim *claim,
           QmRect part, Row *row)
{
  gboolean is_inside;
  g_auto (QmLabel) value = measure_value (stack, style, claim, part.width, &is_inside);
  QmPoint centre = qm_rect_centre (part);

  value.anchor = QM_TEXT_MIDDLE;
  if (is_inside) {
    value.color = style->theme->background;
    qm_label_place (&value, scene, centre.x - value.width / 2, centre.y - value.height / 2);
    return;
  }
  value.color = qm_style_identity (style, claim->entity);
  add_below (stack, scene, &value, part, gap_of_values (style), row);
}

static QmRect
next_list_row (const QmStack *stack, const QmStyle *style, Row *row)
{
  double top = row->top + stack->bar + qm_stack_gap_above_list (style);

  return (QmRect) { stack->area.x, top + (double) row->n_listed++ * stack->list_row,
                    stack->area.width, stack->list_row };
}

static double
sample_size (const QmStyle *style)
{
  return 0.7 * qm_style_line_height (style, QM_ROLE_LABEL);
}

/* No part of the mark, which is where the bar is. */
static void
add_sample (const QmStack *stack, QmScene *scene, const QmStyle *style, QmRect place, QmColor color)
{
  double sample = sample_size (style), y = qm_rect_centre (place).y - sample / 2;
  double first = stack->area.y + stack->bar + qm_stack_gap_above_list (style);
  QmPaint rule = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };
  QmPaint paint = { .fill = color };

  qm_scene_add_rect (scene, (QmRect) { place.x, y, sample, sample }, sample / 6, &paint);
  if (place.y > first + 1)
    qm_scene_add_line (scene, (QmPoint) { place.x, place.y },
                       (QmPoint) { qm_rect_right (place), place.y }, &rule);
}

/* The part's name, and its value at the right. */
static void
add_listed (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmRect place)
{
  g_autofree char *value = qm_wording_value_short (claim);
  double before = 1.5 * sample_size (style), height = 0.9 * place.height;
  QmPoint middle = qm_rect_centre (place);
  g_auto (QmLabel) figure =
      qm_label_figure (style, QM_ROLE_EMPHASIS, value, 0.5 * place.width, height);
  double width = place.width - figure.width - before - qm_style_length (style, 28);
  g_auto (QmLabel) name =
      qm_label_short_entity (style, QM_ROLE_LABEL, claim->entity, width, height);

  figure.anchor = QM_TEXT_END;
  qm_label_place (&figure, scene, qm_rect_right (place) - figure.width,
                  middle.y - figure.height / 2);
  qm_label_place (&name, scene, place.x + before, middle.y - name.height / 2);
}

static void
add_part (const QmStack *stack, QmScene *scene, const QmStyle *style, const QmClaim *claim,
          double *from, Row *row)
{
  QmRect part = { qm_scale_map (stack->x, *from), row->top,
                  width_of_part (stack, style, *from, claim->quantity.value), stack->bar };
  QmRect listed = next_list_row (stack, style, row);
  QmColor color = qm_style_identity (style, claim->entity);
  QmPaint paint =
      qm_status_area (style, claim->quantity.standing, claim->quantity.is_projected, color);

  *from += claim->quantity.value;
  if (claim->quantity.precision == QM_ABOUT)
    paint.feather = MIN (22 * style->scale + 4, part.width / 3);
  qm_scene_begin_mark (scene, claim, claim->id);
  qm_scene_add_rect (scene, part, 0, &paint);
  if (stack->list_row > 0)
    add_listed (scene, style, claim, listed);
  else
    add_value (stack, scene, style, claim, part, row);
  qm_scene_end_mark (scene);
  if (stack->list_row > 0)
    add_sample (stack, scene, style, listed, color);
}

/* What is no one's figure has a word and no number. */
static void
add_grey (const QmStack *stack, QmScene *scene, const QmStyle *style, double from, double to,
          const char *said, Row *row)
{
  double start = qm_scale_map (stack->x, from), end = qm_scale_map (stack->x, to);
  QmRect rest = { start, row->top, end - start - qm_style_line (style, 2), stack->bar };
  QmPaint paint = { .fill = style->theme->rule };
  QmTextRole role = stack->list_row > 0 ? QM_ROLE_LABEL : stack->role_below;
  g_auto (QmLabel) word = qm_label (style, role, said, -1, 1);
  QmPoint centre = qm_rect_centre (rest);

  if (!(to > from * (1 + 1e-9)) || rest.width < 1)
    return;
  qm_scene_add_rect (scene, rest, 0, &paint);
  word.color = style->theme->ink;
  if (stack->list_row > 0) {
    QmRect listed = next_list_row (stack, style, row);

    add_sample (stack, scene, style, listed, paint.fill);
    qm_label_place (&word, scene, listed.x + 1.5 * sample_size (style),
                    qm_rect_centre (listed).y - word.height / 2);
    return;
  }
  word.anchor = QM_TEXT_MIDDLE;
  if (word.width + qm_style_length (style, 14) < rest.width)
    qm_label_place (&word, scene, centre.x - word.width / 2, centre.y - word.height / 2);
}

/* The whole, where it is someone's figure: a line as long as it is, with the value at its end. */
static void
add_whole (const QmStack *stack, QmScene *scene, const QmStyle *style, const QmClaim *claim,
           const Row *row)
{
  g_autofree char *value = qm_wording_value_short (claim);
  g_autofree char *words =
      g_strdup_printf ("%s: %s", qm_text_get (claim->entity->short_name), value);
  g_auto (QmLabel) label =
      qm_label_figure (style, stack->role_below, words, stack->x.end - stack->x.start, -1);
  double end = qm_scale_map (stack->x, claim->quantity.value);
  QmPaint line = qm_status_line (style, claim->quantity.standing, style->theme->muted);
  double y = row->top + stack->bar + (double) (row->n_lines - 1) * label.height,
         x = MAX (end - label.width, stack->x.start);

  line.stroke_width = qm_style_line (style, 3);
  qm_scene_begin_mark (scene, claim, claim->id);
  qm_scene_add_line (scene, (QmPoint) { end, row->top }, (QmPoint) { end, y + label.height },
                     &line);
  label.color = style->theme->ink;
  label.anchor = QM_TEXT_END;
  qm_label_place (&label, scene, x - qm_style_length (style, 8), y + 1.2 * label.height);
  qm_scene_end_mark (scene);
}

void
qm_stack_add_row (const QmStack *stack, QmScene *scene, const QmStyle *style, gsize column)
{
  double left = stack->x.start;
  Row row = { stack->area.y + (double) column * stack->step,
              { left, left },
              width_below (stack, style, column),
              1,
              0 };
  QmLabel *name = &stack->names[column];
  double from = 0, sum = qm_stack_sum (stack, column), whole = qm_stack_whole (stack, column);

  qm_label_place (name, scene, stack->area.x, row.top + (stack->bar - name->height) / 2);
  for (gsize i = 0; i < stack->matrix->rows->len; i++) {
    const QmClaim *claim = qm_matrix_get (stack->matrix, i, column);

    if (claim != NULL && claim->entity != stack->whole)
      add_part (stack, scene, style, claim, &from, &row);
  }
  /* Translators: of a bar of parts, those that have no room of their own */
  add_grey (stack, scene, style, from, sum, _ ("others"), &row);
  if (!isnan (whole))
    /* Translators: what the stated parts leave of a whole */
    add_grey (stack, scene, style, sum, whole, _ ("rest"), &row);
  for (gsize i = 0; i < stack->matrix->rows->len; i++) {
    const QmClaim *claim = qm_matrix_get (stack->matrix, i, column);

    if (claim != NULL && claim->entity == stack->whole && stack->whole != NULL)
      add_whole (stack, scene, style, claim, &row);
  }
}
