/* Parts of a whole as one bar, or a bar for each time or measure: the parts of whom, one behind the
 * other, and what they leave of the whole as the rest. Nothing is stretched to fit. The whole is
 * 100%, or the figure of that of which all others are part; where neither is stated a bar ends with
 * its last part.
 *
 *   2014  ▓▓▓▓▓▓▓ 40% ▓▓▓▓▓▓░░░ 20% ░░░│        rest        │
 */
#include "base/words.h"
#include "chart/draw/hue-key.h"
#include "chart/draw/others.h"
#include "chart/draw/status.h"
#include "chart/forms/forms.h"
#include "chart/words/matrix.h"
#include "chart/words/wording.h"

#include <math.h>

/* Of values below a bar. */
#define MAX_LINES 2

/* In lines: a bar that gives none of its height to words. */
#define LOW_BAR 3

typedef struct {
  const QmPanel *panel;
  const QmMatrix *matrix;
  const QmMatrix *all;   /* with the parts that have no room, too */
  const QmEntity *whole; /* of which all others are part; (QmEntity *) or NULL */
  QmRect area;
  QmLabel *names;               /* of the bars; none where there is but one */
  double name_width, step, bar; /* heights of a row and of its bar */
  gsize n_lines;   /* that there is room for below a bar, for the values of its parts */
  double list_row; /* height of a part's row below a bar that stands alone; 0: they have a key */
  QmScale x;
} Stack;

/* --- Parts and wholes --- */

static gboolean
is_part_of (const QmEntity *part, const QmEntity *whole)
{
  for (const QmEntity *entity = part->part_of; entity != NULL; entity = entity->part_of)
    if (entity == whole)
      return TRUE;
  return FALSE;
}

/* The entity of which all others of the panel are part. */
static const QmEntity *
find_whole (const QmMatrix *matrix)
{
  const QmEntity *whole = matrix->rows->len > 1 ? matrix->rows->pdata[0] : NULL;

  /* The first of them is the whole, or part of it. */
  for (; whole != NULL; whole = whole->part_of) {
    guint n_parts = 0;

    for (guint i = 0; i < matrix->rows->len; i++)
      n_parts += is_part_of (matrix->rows->pdata[i], whole);
    if (n_parts + 1 == matrix->rows->len && g_ptr_array_find (matrix->rows, whole, NULL))
      return whole;
  }
  return NULL;
}

/* Of all its parts, those that have no room among them. */
static double
sum_of (const Stack *stack, gsize column)
{
  gpointer place =
      g_hash_table_lookup (stack->all->column_places, stack->matrix->columns->pdata[column]);
  double sum = 0;

  for (gsize i = 0; i < stack->all->rows->len; i++) {
    const QmClaim *claim = qm_matrix_get (stack->all, i, GPOINTER_TO_UINT (place));

    if (claim != NULL && claim->entity != stack->whole)
      sum += claim->quantity.value;
  }
  return sum;
}

/* NAN where no one states it. */
static double
whole_of (const Stack *stack, gsize column)
{
  for (gsize i = 0; i < stack->matrix->rows->len && stack->whole != NULL; i++) {
    const QmClaim *claim = qm_matrix_get (stack->matrix, i, column);

    if (claim != NULL && claim->entity == stack->whole)
      return claim->quantity.value;
  }
  if (stack->whole == NULL && stack->panel->claims[0]->unit.kind == QM_UNIT_PERCENT)
    return 1;
  return NAN;
}

/* --- Room --- */

static double
gap_beside_names (const QmStyle *style)
{
  return qm_style_length (style, 28);
}

static void
measure_names (Stack *stack, const QmStyle *style)
{
  stack->name_width = 0;
  for (gsize i = 0; i < stack->matrix->columns->len; i++) {
    g_autofree char *name = qm_matrix_column_name (stack->matrix, i);

    stack->names[i] =
        stack->matrix->has_measures
            ? qm_label_name (style, QM_ROLE_LABEL, name, 0.3 * stack->area.width, 0.6 * stack->step)
            : qm_label_figure (style, QM_ROLE_LABEL, name, 0.4 * stack->area.width,
                               0.6 * stack->step);
    if (stack->names[i].layout != NULL)
      stack->name_width = MAX (stack->name_width, stack->names[i].width + gap_beside_names (style));
  }
}

/* Where a bar that stands alone would leave most of an area empty, each of its parts has a row
 * below it, with name and value. */
#define LEAST_HEIGHT_OF_LIST 0.45 /* of the area's width */
#define BAR_ABOVE_LIST 0.28       /* of the area's height */

/* Rows for what is no one's figure, at most: others, and the rest. */
#define N_GREY 2

static double
gap_above_list (const QmStyle *style)
{
  return qm_style_length (style, 32);
}

static double
find_list_row (const Stack *stack, const QmStyle *style, gsize n_rows)
{
  double line = qm_style_line_height (style, QM_ROLE_LABEL);
  double room = (1 - BAR_ABOVE_LIST) * stack->area.height - gap_above_list (style);
  double row = MIN (room / (double) n_rows, 2.6 * line);

  if (stack->matrix->columns->len > 1 || stack->whole != NULL || row < 1.6 * line ||
      stack->area.height < LEAST_HEIGHT_OF_LIST * stack->area.width)
    return 0;
  return row;
}

static void
fit (Stack *stack, const QmStyle *style)
{
  double n_columns = (double) stack->matrix->columns->len, longest = 0;
  double line = qm_style_line_height (style, QM_ROLE_NOTE);
  double below = (stack->whole != NULL ? 3.4 : 2.1) * line;

  stack->step = MIN (stack->area.height / n_columns, MAX (7 * line, 0.42 * stack->area.height));
  stack->bar = MAX (stack->step - below, 0.3 * stack->step);
  stack->n_lines = 1;
  if (stack->area.height / n_columns - stack->bar - below >= line) {
    stack->step = MIN (stack->area.height / n_columns, stack->step + line);
    stack->n_lines = MAX_LINES;
  } else if (stack->bar > LOW_BAR * line) {
    stack->bar -= line;
    stack->n_lines = MAX_LINES;
  }
  if (stack->list_row > 0)
    stack->bar = BAR_ABOVE_LIST * stack->area.height;
  measure_names (stack, style);
  for (gsize i = 0; i < stack->matrix->columns->len; i++) {
    double whole = whole_of (stack, i);

    longest = MAX (longest, isnan (whole) ? sum_of (stack, i) : MAX (whole, sum_of (stack, i)));
  }
  stack->x =
      (QmScale) { 0, longest > 0 ? longest : 1, stack->area.x + stack->name_width,
                  MAX (qm_rect_right (stack->area), stack->area.x + stack->name_width + 1), FALSE };
}

/* --- Drawing --- */

/* Where the next words below a bar can begin, in each of its lines. */
typedef struct {
  double top, free_from[MAX_LINES];
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
add_below (const Stack *stack, QmScene *scene, QmLabel *below, QmRect part, double gap, Row *row)
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
add_value (const Stack *stack, QmScene *scene, const QmStyle *style, const QmClaim *claim,
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
next_list_row (const Stack *stack, const QmStyle *style, Row *row)
{
  double top = row->top + stack->bar + gap_above_list (style);

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
add_sample (const Stack *stack, QmScene *scene, const QmStyle *style, QmRect place, QmColor color)
{
  double sample = sample_size (style), y = qm_rect_centre (place).y - sample / 2;
  double first = stack->area.y + stack->bar + gap_above_list (style);
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
add_part (const Stack *stack, QmScene *scene, const QmStyle *style, const QmClaim *claim,
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
add_grey (const Stack *stack, QmScene *scene, const QmStyle *style, double from, double to,
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
add_whole (const Stack *stack, QmScene *scene, const QmStyle *style, const QmClaim *claim,
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

static void
add_row (const Stack *stack, QmScene *scene, const QmStyle *style, gsize column)
{
  double left = stack->x.start;
  Row row = { stack->area.y + (double) column * stack->step, { left, left }, 1, 0 };
  QmLabel *name = &stack->names[column];
  double from = 0, sum = sum_of (stack, column), whole = whole_of (stack, column);

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

static void
check (const QmPanel *panel, const char **expected)
{
  qm_matrix_check_single (panel, expected);
  for (gsize i = 0; i < panel->n_claims; i++)
    if (expected[i] == NULL && panel->claims[i]->quantity.value < 0)
      expected[i] = _ ("a part of a whole: a figure that is not below zero");
    else if (expected[i] == NULL && panel->claims[i]->unit.kind == QM_UNIT_RANK)
      expected[i] = _ ("a part of a whole: no rank");
}

/* Claims do not say that they are parts of one thing: whoever writes them does. */
static int
rate (const QmClaimSet *set G_GNUC_UNUSED)
{
  return 7;
}

static gsize
most (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  g_auto (QmMatrix) matrix = qm_matrix (panel->claims, panel->n_claims);
  gsize n_columns = matrix.columns->len;
  double line = qm_style_smallest_line (style);
  gsize n_parts = (gsize) MAX (area.width / (4 * line), 1);

  if (area.height < (4.2 * (double) n_columns + 2) * line)
    return 0;
  if (area.height > ((4.2 + LOW_BAR) * (double) n_columns + 2) * line)
    n_parts *= MAX_LINES;
  /* The whole is a line behind its parts and takes no room of theirs. */
  return n_columns * (n_parts + (find_whole (&matrix) != NULL));
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
       const QmViewedChart *viewed G_GNUC_UNUSED, QmRect area)
{
  const QmPanel *full = panel->whole != NULL ? panel->whole : panel;
  g_auto (QmMatrix) matrix = qm_matrix (panel->claims, panel->n_claims);
  g_auto (QmMatrix) all = qm_matrix (full->claims, full->n_claims);
  g_autofree QmLabel *names = g_new0 (QmLabel, matrix.columns->len);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GHashTable) hues = g_hash_table_new (NULL, NULL);
  QmStyle own = *style;
  Stack stack = {
    .panel = panel, .matrix = &matrix, .all = &all, .whole = find_whole (&all), .names = names
  };

  for (guint i = 0; i < matrix.rows->len; i++)
    if (matrix.rows->pdata[i] != stack.whole)
      g_ptr_array_add (parts, matrix.rows->pdata[i]);
  qm_hue_key_tell_apart (parts, hues);
  own.hues = hues;
  stack.area = area;
  stack.list_row = find_list_row (&stack, &own, parts->len + N_GREY);
  if (stack.list_row <= 0)
    stack.area = qm_hue_key_add (scene, &own, parts, FALSE, area);
  fit (&stack, &own);
  for (gsize i = 0; i < matrix.columns->len; i++)
    add_row (&stack, scene, &own, i);
}

const QmForm qm_stack_form = {
  .rule = { "stack", check, rate, TRUE, TRUE },
  .name = N_ ("Stacked bars"),
  .picture = "▆▆▆▆▒▒▒░░ rest",
  .takes = N_ ("parts of a whole in one unit, for each measure or time a bar, with the rest"),
  .build = build,
  .most = most,
  .folds_entities = TRUE,
  .need = 2.5,
  .lines = 6,
  .leaves_out_time = TRUE,
};
