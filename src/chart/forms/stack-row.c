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
  gsize n_lines;  /* that have words */
  gsize n_listed; /* rows of the list that are taken */
} Row;

/* TRUE if words can be read on such an area. */
static gboolean
carries_words (const QmClaim *claim)
{
  return claim->quantity.standing == QM_STATED && !claim->quantity.is_projected;
}

/* Below its part, or as near to that as there is room: in the first line that can hold it. */
static void
add_below (const QmStack *stack, QmScene *scene, QmLabel *below, QmRect part, double gap, Row *row)
{
  double right = qm_rect_right (stack->area) - below->width;
  gsize line = 0;
  double x;

  while (line + 1 < stack->n_lines && row->free_from[line] > right)
    line++;
  x = MAX (MIN (qm_rect_centre (part).x - below->width / 2, right), row->free_from[line]);
  row->free_from[line] = x + below->width + gap;
  row->n_lines = MAX (row->n_lines, line + 1);
  qm_label_place (below, scene, x, qm_rect_bottom (part) + (0.2 + (double) line) * below->height);
}

/* Inside its part where there is room, else below it. */
static void
add_value (const QmStack *stack, QmScene *scene, const QmStyle *style, const QmClaim *claim,
           QmRect part, Row *row)
{
  g_autofree char *value = qm_wording_value_short (claim);
  g_auto (QmLabel) inside = qm_label (style, QM_ROLE_EMPHASIS, value, -1, 1);
  g_auto (QmLabel) below = qm_label (style, QM_ROLE_NOTE, value, -1, 1);
  double gap = qm_style_length (style, 14) + 2;
  QmPoint centre = qm_rect_centre (part);

  if (carries_words (claim) && inside.width + 2 * gap < part.width && inside.height < part.height) {
    inside.color = style->theme->background;
    inside.anchor = QM_TEXT_MIDDLE;
    qm_label_place (&inside, scene, centre.x - inside.width / 2, centre.y - inside.height / 2);
    return;
  }
  below.color = qm_style_identity (style, claim->entity);
  below.anchor = QM_TEXT_MIDDLE;
  add_below (stack, scene, &below, part, gap, row);
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
  double start = qm_scale_map (stack->x, *from);
  QmRect part = { start, row->top, 0, stack->bar }, listed = next_list_row (stack, style, row);
  QmColor color = qm_style_identity (style, claim->entity);
  QmPaint paint =
      qm_status_area (style, claim->quantity.standing, claim->quantity.is_projected, color);

  *from += claim->quantity.value;
  part.width = MAX (qm_scale_map (stack->x, *from) - start - qm_style_line (style, 2), 1);
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
  QmTextRole role = stack->list_row > 0 ? QM_ROLE_LABEL : QM_ROLE_NOTE;
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
      qm_label_figure (style, QM_ROLE_NOTE, words, stack->x.end - stack->x.start, -1);
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
  Row row = { stack->area.y + (double) column * stack->step, { left, left }, 1, 0 };
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
