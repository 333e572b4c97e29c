/* Parts of a whole as one bar, or a bar for each time or measure: the parts of whom, one behind the
 * other, and what they leave of the whole as the rest. Nothing is stretched to fit. The whole is
 * 100%, or the figure of that of which all others are part; where neither is stated a bar ends with
 * its last part.
 *
 *   2014  ▓▓▓▓▓▓▓ 40% ▓▓▓▓▓▓░░░ 20% ░░░│        rest        │
 */
#include "base/words.h"
#include "chart/draw/hue-key.h"
#include "chart/forms/forms.h"
#include "chart/forms/stack-private.h"

#include <math.h>

/* In lines: a bar that gives none of its height to words. */
#define LOW_BAR 3

/* In lines: from there on a row has room for larger words below its bar. */
#define HIGH_ROW 7

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

double
qm_stack_sum (const QmStack *stack, gsize column)
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

double
qm_stack_whole (const QmStack *stack, gsize column)
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
measure_names (QmStack *stack, const QmStyle *style)
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

double
qm_stack_gap_above_list (const QmStyle *style)
{
  return qm_style_length (style, 32);
}

static double
find_list_row (const QmStack *stack, const QmStyle *style, gsize n_rows)
{
  double line = qm_style_line_height (style, QM_ROLE_LABEL);
  double room = (1 - BAR_ABOVE_LIST) * stack->area.height - qm_stack_gap_above_list (style);
  double row = MIN (room / (double) n_rows, 2.6 * line);

  if (stack->matrix->columns->len > 1 || stack->whole != NULL || row < 1.6 * line ||
      stack->area.height < LEAST_HEIGHT_OF_LIST * stack->area.width)
    return 0;
  return row;
}

static void
fit (QmStack *stack, const QmStyle *style)
{
  double n_columns = (double) stack->matrix->columns->len, longest = 0;
  QmTextRole role =
      stack->area.height > HIGH_ROW * n_columns * qm_style_line_height (style, QM_ROLE_NOTE)
          ? QM_ROLE_LABEL
          : QM_ROLE_NOTE;
  double line = qm_style_line_height (style, role);
  double below = (stack->whole != NULL ? 3.4 : 2.1) * line;

  stack->step = MIN (stack->area.height / n_columns, MAX (7 * line, 0.42 * stack->area.height));
  stack->bar = MAX (stack->step - below, 0.3 * stack->step);
  stack->role_below = role;
  stack->n_lines = 1;
  if (stack->area.height / n_columns - stack->bar - below >= line) {
    stack->step = MIN (stack->area.height / n_columns, stack->step + line);
    stack->n_lines = QM_STACK_MAX_LINES;
  } else if (stack->bar > LOW_BAR * line) {
    stack->bar -= line;
    stack->n_lines = QM_STACK_MAX_LINES;
  }
  if (stack->list_row > 0)
    stack->bar = BAR_ABOVE_LIST * stack->area.height;
  measure_names (stack, style);
  for (gsize i = 0; i < stack->matrix->columns->len; i++) {
    double whole = qm_stack_whole (stack, i);

    longest = MAX (longest,
                   isnan (whole) ? qm_stack_sum (stack, i) : MAX (whole, qm_stack_sum (stack, i)));
  }
  stack->x =
      (QmScale) { 0, longest > 0 ? longest : 1, stack->area.x + stack->name_width,
                  MAX (qm_rect_right (stack->area), stack->area.x + stack->name_width + 1), FALSE };
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
    n_parts *= QM_STACK_MAX_LINES;
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
  QmStack stack = {
    .panel = panel, .matrix = &matrix, .all = &all, .whole = find_whole (&all), .names = names
  };

  for (guint i = 0; i < matrix.rows->len; i++)
    if (matrix.rows->pdata[i] != stack.whole)
      g_ptr_array_add (parts, matrix.rows->pdata[i]);
  stack.area = area;
  stack.list_row = find_list_row (&stack, style, parts->len + N_GREY);
  if (stack.list_row <= 0)
    stack.area = qm_hue_key_add (scene, style, parts, FALSE, area);
  fit (&stack, style);
  for (gsize i = 0; i < matrix.columns->len; i++)
    qm_stack_add_row (&stack, scene, style, i);
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
