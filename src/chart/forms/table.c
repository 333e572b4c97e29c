/* Figures as a table, for a slide on which any drawing of them would lie: other units, other times,
 * gaps. A row for each entity, a column for each measure or time; what is not stated is marked as
 * in the key. Figures on which sources disagree stand below each other in their cell.
 *
 *                 GDP            Growth
 *   ──────────────────────────────────
 *   China     US$18 trillion       5%
 *   Vietnam   US$430 billion   no figure
 */
#include "base/words.h"
#include "chart/draw/bracket.h"
#include "chart/draw/others.h"
#include "chart/draw/status.h"
#include "chart/forms/forms.h"
#include "chart/forms/table-private.h"

/* Of a row, for each figure of a cell but the first, in rows of one figure. */
#define ROOM_OF_ANOTHER 0.7

static void
add_rule (const QmFormTable *table, QmScene *scene, QmColor color, double width, double y)
{
  QmPaint rule = { .stroke = color, .stroke_width = width };

  qm_scene_add_line (scene, (QmPoint) { table->area.x, y },
                     (QmPoint) { qm_rect_right (table->area), y }, &rule);
}

static double
top_of (const QmFormTable *table, gsize row)
{
  return table->area.y + 1.3 * table->header_height + table->row * table->before[row];
}

static double
right_of (const QmFormTable *table, gsize column)
{
  return table->rights[column];
}

static void
add_frame (QmFormTable *table, QmScene *scene, const QmStyle *style)
{
  for (gsize j = 0; j < qm_form_table_n_columns (table); j++) {
    QmLabel *header = &table->headers[j];

    header->anchor = QM_TEXT_END;
    qm_label_place (header, scene, right_of (table, j) - header->width,
                    table->area.y + table->header_height - header->height);
  }
  add_rule (table, scene, style->theme->muted, qm_style_line (style, 3),
            table->area.y + 1.15 * table->header_height);
  for (gsize i = 1; i < qm_form_table_n_rows (table); i++)
    add_rule (table, scene, style->theme->rule, qm_style_line (style, 2), top_of (table, i));
}

static double
middle_of (const QmFormTable *table, gsize row)
{
  return top_of (table, row) + qm_form_table_row_height (table, row) / 2;
}

static void
add_figure (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmLabel *label,
            double right, double middle)
{
  double left = right - label->width;

  if (qm_form_table_has_figure (claim))
    qm_status_add_swatch (scene, style, claim, left - 0.3 * qm_status_swatch_side (style), middle);
  label->anchor = QM_TEXT_END;
  qm_label_place (label, scene, left, middle - label->height / 2);
}

/* At the left of what stands in the cell. */
static void
add_bracket (const QmFormTable *table, QmScene *scene, const QmStyle *style, gsize row,
             gsize column, gsize n, double width)
{
  double half = 0.44 * qm_form_table_line_height (table, row) * (double) n,
         middle = middle_of (table, row);
  double end = right_of (table, column) - width - 1.3 * qm_status_swatch_side (style);

  qm_bracket_add (scene, style, end - qm_bracket_depth (style), end, middle - half, middle + half);
}

static void
add_cell (QmFormTable *table, QmScene *scene, const QmStyle *style, gsize row, gsize column)
{
  double line = qm_form_table_line_height (table, row), width = 0, y;
  gsize n = 1;

  while (qm_matrix_get_nth (table->matrix, row, column, n) != NULL)
    n++;
  y = middle_of (table, row) - line * (double) (n - 1) / 2;
  for (gsize i = 0; i < n; i++, y += line) {
    const QmClaim *claim = qm_matrix_get_nth (table->matrix, row, column, i);
    QmLabel *label = qm_form_table_label (table, row, column, i), *name = &table->names[row];

    width = MAX (width, label->width);
    if (claim != NULL)
      qm_scene_begin_mark (scene, claim, claim->id);
    /* The name goes with the first of its figures. */
    if (claim != NULL && name->layout != NULL)
      qm_label_place (name, scene, table->area.x, middle_of (table, row) - name->height / 2);
    add_figure (scene, style, claim, label, right_of (table, column), y);
    if (claim != NULL)
      qm_scene_end_mark (scene);
  }
  if (n > 1)
    add_bracket (table, scene, style, row, column, n, width);
}

static void
check (const QmPanel *panel, const char **expected)
{
  qm_matrix_check (panel, TRUE, expected);
}

/* Where it is nearly full. */
static int
rate (const QmClaimSet *set)
{
  gsize n_cells = set->n_entities * MAX (set->n_measures, set->n_times);

  return set->n_entities > 1 && 10 * set->n > 7 * n_cells && set->n > 4 ? 46 : 8;
}

static gsize
most (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  g_auto (QmMatrix) matrix = qm_matrix (panel->claims, panel->n_claims);
  double line = qm_style_smallest_line (style), lines = 0;
  gsize columns = matrix.columns->len;

  if (area.width < (6 + 4.5 * (double) columns) * line)
    return 0;
  for (gsize i = 0; i < matrix.rows->len; i++)
    lines = MAX (lines, 1.15 * (double) qm_matrix_depth (&matrix, i));
  return columns * qm_others_count_rows (style, area.height - 2.6 * line, lines);
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
       const QmViewedChart *viewed G_GNUC_UNUSED, QmRect area)
{
  g_auto (QmMatrix) matrix = qm_matrix (panel->claims, panel->n_claims);
  g_autofree QmLabel *headers = g_new0 (QmLabel, matrix.columns->len);
  g_autofree QmLabel *names = g_new0 (QmLabel, matrix.rows->len);
  g_autofree QmLabel *cells = NULL;
  g_autofree double *rights = g_new0 (double, matrix.columns->len);
  g_autofree double *before = g_new0 (double, matrix.rows->len + 1);
  QmFormTable table = {
    .matrix = &matrix,
    .headers = headers,
    .names = names,
    .rights = rights,
    .before = before,
    .area = area,
  };
  QmStyle own;

  for (gsize i = 0; i < panel->n_claims; i++)
    table.has_swatches = table.has_swatches || panel->claims[i]->quantity.standing != QM_STATED;
  for (gsize i = 0; i < matrix.rows->len; i++) {
    gsize depth = qm_matrix_depth (&matrix, i);

    table.depth = MAX (table.depth, depth);
    before[i + 1] = before[i] + 1 + ROOM_OF_ANOTHER * (double) (depth - 1);
  }
  table.cells = cells = g_new0 (QmLabel, qm_form_table_n_rows (&table) *
                                             qm_form_table_n_columns (&table) * table.depth);
  own = qm_form_table_fit (&table, style);
  add_frame (&table, scene, &own);
  for (gsize i = 0; i < matrix.rows->len; i++)
    for (gsize j = 0; j < matrix.columns->len; j++)
      add_cell (&table, scene, &own, i, j);
  qm_form_table_clear (&table);
}

const QmForm qm_table_form = {
  .rule = { "table", check, rate, FALSE, FALSE },
  .name = N_ ("Table"),
  .picture = "China │ 32% │ no figure",
  .takes = N_ ("figures in any units, of measures or times that entities share"),
  .build = build,
  .most = most,
  .folds_entities = TRUE,
  .brackets = QM_BRACKET_BUILT,
  .need = 2.5,
  .lines = 7,
};
