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
#include "chart/draw/label.h"
#include "chart/draw/others.h"
#include "chart/draw/status.h"
#include "chart/forms/forms.h"
#include "chart/words/matrix.h"
#include "chart/words/wording.h"

/* Of a row, for each figure of a cell but the first, in rows of one figure. */
#define ROOM_OF_ANOTHER 0.7

/* Of the width, that names have at most; the same where they would end early. */
#define PART_OF_NAME 0.36
#define PART_OF_LONG_NAME 0.5

typedef struct {
  const QmMatrix *matrix;
  QmLabel *headers; /* of the columns */
  QmLabel *names;   /* of the rows */
  QmLabel *cells;   /* row after row, depth of them for each cell */
  gsize depth;      /* of the deepest row */
  gboolean has_swatches;
  double part; /* of their size that all figures have; 1: each as large as it can be */
  gboolean is_roomy;
  QmRect area;
  double name_width, header_height, row; /* row: height of one of one figure */
  double *rights;                        /* where columns end */
} Table;

static gsize
n_rows (const Table *table)
{
  return table->matrix->rows->len;
}

static gsize
n_columns (const Table *table)
{
  return table->matrix->columns->len;
}

/* --- Words --- */

static char *
header_of (const Table *table, gsize column)
{
  const QmClaim *claim = table->matrix->columns->pdata[column];
  g_autofree char *name = qm_matrix_column_name (table->matrix, column);

  if (name[0] != '\0')
    return g_steal_pointer (&name);
  return g_strdup (qm_text_get (claim->measure->name));
}

static QmLabel *
label_of (const Table *table, gsize row, gsize column, gsize i)
{
  return &table->cells[(row * n_columns (table) + column) * table->depth + i];
}

/* In heights of one of one figure. */
static double
rows_before (const Table *table, gsize row)
{
  double rows = (double) row;

  for (gsize i = 0; i < row; i++)
    rows += ROOM_OF_ANOTHER * (double) (qm_matrix_depth (table->matrix, i) - 1);
  return rows;
}

static double
row_height (const Table *table, gsize row)
{
  return table->row * (rows_before (table, row + 1) - rows_before (table, row));
}

static char *
text_of (const QmClaim *claim)
{
  return claim != NULL ? qm_wording_value_short (claim) : g_strdup (qm_matrix_nothing ());
}

static gboolean
has_figure (const QmClaim *claim)
{
  return claim != NULL && claim->kind == QM_CLAIM_FIGURE;
}

static double
gap_of (const QmStyle *style)
{
  return qm_style_length (style, 40) + 4;
}

static void
clear (Table *table)
{
  for (gsize i = 0; i < n_columns (table); i++)
    qm_label_clear (&table->headers[i]);
  for (gsize i = 0; i < n_rows (table); i++)
    qm_label_clear (&table->names[i]);
  for (gsize i = 0; i < n_rows (table) * n_columns (table) * table->depth; i++)
    qm_label_clear (&table->cells[i]);
}

static void
measure_names (Table *table, const QmStyle *style)
{
  table->name_width = 0;
  for (gsize i = 0; i < n_rows (table); i++) {
    table->names[i] =
        qm_label_entity (style, table->matrix->rows->pdata[i],
                         (table->is_roomy ? PART_OF_LONG_NAME : PART_OF_NAME) * table->area.width,
                         0.94 * row_height (table, i));
    table->name_width = MAX (table->name_width, table->names[i].width);
  }
}

/* What the sample of a standing takes beside a figure; nothing where all figures are stated. */
static double
swatch_room (const Table *table, const QmStyle *style)
{
  return table->has_swatches ? 1.3 * qm_status_swatch_side (style) : 0;
}

/* At the usual size, on one line. */
static double
natural_width (const Table *table, const QmStyle *style, gsize column)
{
  double width = 0;

  for (gsize row = 0; row < n_rows (table); row++) {
    gsize i = 0;

    do {
      g_autofree char *text = text_of (qm_matrix_get_nth (table->matrix, row, column, i));
      g_auto (QmLabel) label = qm_label (style, QM_ROLE_CELL, text, -1, 1);

      width = MAX (width, label.width);
    } while (qm_matrix_get_nth (table->matrix, row, column, ++i) != NULL);
  }
  return width + gap_of (style) + swatch_room (table, style);
}

/* Columns share what the names leave, by what their figures need. */
static void
share_out_width (Table *table, const QmStyle *style)
{
  double left = table->area.x + table->name_width, sum = 0;

  for (gsize i = 0; i < n_columns (table); i++)
    table->rights[i] = sum += natural_width (table, style, i);
  for (gsize i = 0; i < n_columns (table); i++)
    table->rights[i] = left + table->rights[i] / sum * (qm_rect_right (table->area) - left);
}

static double
column_width (const Table *table, gsize column)
{
  double left = column > 0 ? table->rights[column - 1] : table->area.x + table->name_width;

  return table->rights[column] - left;
}

/* What each figure of the row's deepest cell has at most. */
static double
line_height (const Table *table, gsize row)
{
  return 0.94 * row_height (table, row) / (double) qm_matrix_depth (table->matrix, row);
}

static void
measure_cell (Table *table, const QmStyle *style, gsize row, gsize column, double width)
{
  gsize i = 0;

  do {
    const QmClaim *claim = qm_matrix_get_nth (table->matrix, row, column, i);
    QmLabel *label = label_of (table, row, column, i);
    g_autofree char *text = text_of (claim);

    *label = table->part < 1
                 ? qm_label_scaled (style, QM_ROLE_CELL, text, table->part, width)
                 : qm_label_figure (style, QM_ROLE_CELL, text, width, line_height (table, row));
    if (!has_figure (claim))
      label->color = style->theme->muted;
  } while (qm_matrix_get_nth (table->matrix, row, column, ++i) != NULL);
}

static void
measure_cells (Table *table, const QmStyle *style)
{
  for (gsize i = 0; i < n_columns (table); i++) {
    double width = MAX (column_width (table, i) - gap_of (style), 1);
    double figure = MAX (width - swatch_room (table, style), 1);
    g_autofree char *header = header_of (table, i);

    table->headers[i] =
        table->matrix->has_measures
            ? qm_label_name (style, QM_ROLE_NOTE, header, width, table->header_height)
            : qm_label_figure (style, QM_ROLE_NOTE, header, width, table->header_height);
    for (gsize row = 0; row < n_rows (table); row++)
      measure_cell (table, style, row, i, figure);
  }
}

/* TRUE if a word is smaller than the others, or takes the calm out of the rows. */
static gboolean
is_cramped (const Table *table, const QmStyle *style, double calm)
{
  double line = table->part * qm_style_line_height (style, QM_ROLE_CELL);
  gsize n_cells = n_rows (table) * n_columns (table) * table->depth;
  gboolean is_cramped = table->row < calm * line;

  for (gsize i = 0; i < n_columns (table) && !is_cramped; i++)
    is_cramped = qm_label_is_shortened (&table->headers[i]);
  for (gsize i = 0; i < n_rows (table) && !is_cramped; i++)
    is_cramped = qm_label_is_shortened (&table->names[i]);
  for (gsize i = 0; i < n_cells && !is_cramped; i++) {
    double height = table->cells[i].layout != NULL ? table->cells[i].height : line;

    is_cramped = height < 0.97 * line || height > 1.03 * line;
  }
  return is_cramped;
}

/* As high as its highest figure needs, which may go on in a second line. */
static double
least_row (const Table *table)
{
  double least = 0;

  for (gsize i = 0; i < n_rows (table); i++)
    for (gsize j = 0; j < n_columns (table) * table->depth; j++) {
      double needs = label_of (table, i, 0, j)->height / line_height (table, i);

      least = MAX (least, needs * table->row);
    }
  return least;
}

/* Rows are as high as their words need to be read, and no higher than that looks calm; but where
 * there is room for whole names as high as that lets them be. */
static void
arrange (Table *table, const QmStyle *style)
{
  double line = qm_style_line_height (style, QM_ROLE_CELL);
  double calm = table->is_roomy ? G_MAXDOUBLE : MAX (2.4 * line, 0.1 * table->area.height);
  double rows = rows_before (table, n_rows (table));

  table->header_height = MIN (2.2 * qm_style_line_height (style, QM_ROLE_NOTE),
                              1.6 * table->area.height / (rows + 1.6));
  table->row = MIN ((table->area.height - 1.3 * table->header_height) / rows, calm);
  clear (table);
  measure_names (table, style);
  share_out_width (table, style);
  measure_cells (table, style);
  table->row = MAX (table->row, least_row (table));
}

/* The words grow with the room, and all figures give way together. FALSE where words are cramped
 * nevertheless. */
static gboolean
try_scales (Table *table, const QmStyle *style, QmStyle *found)
{
  static const double scales[] = { 2.2, 1.9, 1.65, 1.45, 1.3, 1.15, 1, 0.9, 0.8, 0.7 };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++) {
    *found = *style;
    found->scale *= MAX (scales[i], 1);
    table->part = MIN (scales[i], 1);
    arrange (table, found);
    if (!is_cramped (table, found, scales[i] > 1 ? 2.2 : 1.1))
      return TRUE;
  }
  return FALSE;
}

static QmStyle
fit (Table *table, const QmStyle *style)
{
  QmStyle found;

  if (try_scales (table, style, &found))
    return found;
  table->is_roomy = TRUE;
  if (try_scales (table, style, &found))
    return found;
  table->is_roomy = FALSE;
  table->part = 1;
  arrange (table, style);
  return *style;
}

/* --- Drawing --- */

static void
add_rule (const Table *table, QmScene *scene, QmColor color, double width, double y)
{
  QmPaint rule = { .stroke = color, .stroke_width = width };

  qm_scene_add_line (scene, (QmPoint){ table->area.x, y },
                     (QmPoint){ qm_rect_right (table->area), y }, &rule);
}

static double
top_of (const Table *table, gsize row)
{
  return table->area.y + 1.3 * table->header_height + table->row * rows_before (table, row);
}

static double
right_of (const Table *table, gsize column)
{
  return table->rights[column];
}

static void
add_frame (Table *table, QmScene *scene, const QmStyle *style)
{
  for (gsize j = 0; j < n_columns (table); j++) {
    QmLabel *header = &table->headers[j];

    header->anchor = QM_TEXT_END;
    qm_label_place (header, scene, right_of (table, j) - header->width,
                    table->area.y + table->header_height - header->height);
  }
  add_rule (table, scene, style->theme->muted, qm_style_line (style, 3),
            table->area.y + 1.15 * table->header_height);
  for (gsize i = 1; i < n_rows (table); i++)
    add_rule (table, scene, style->theme->rule, qm_style_line (style, 2), top_of (table, i));
}

static double
middle_of (const Table *table, gsize row)
{
  return top_of (table, row) + row_height (table, row) / 2;
}

static void
add_figure (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmLabel *label,
            double right, double middle)
{
  double left = right - label->width;

  if (has_figure (claim))
    qm_status_add_swatch (scene, style, claim, left - 0.3 * qm_status_swatch_side (style), middle);
  label->anchor = QM_TEXT_END;
  qm_label_place (label, scene, left, middle - label->height / 2);
}

/* At the left of what stands in the cell. */
static void
add_bracket (const Table *table, QmScene *scene, const QmStyle *style, gsize row, gsize column,
             gsize n, double width)
{
  double half = 0.44 * line_height (table, row) * (double) n, middle = middle_of (table, row);
  double end = right_of (table, column) - width - 1.3 * qm_status_swatch_side (style);

  qm_bracket_add (scene, style, end - qm_bracket_depth (style), end, middle - half, middle + half);
}

static void
add_cell (Table *table, QmScene *scene, const QmStyle *style, gsize row, gsize column)
{
  double line = line_height (table, row), width = 0, y;
  gsize n = 1;

  while (qm_matrix_get_nth (table->matrix, row, column, n) != NULL)
    n++;
  y = middle_of (table, row) - line * (double) (n - 1) / 2;
  for (gsize i = 0; i < n; i++, y += line) {
    const QmClaim *claim = qm_matrix_get_nth (table->matrix, row, column, i);
    QmLabel *label = label_of (table, row, column, i), *name = &table->names[row];

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
  Table table = {
    .matrix = &matrix, .headers = headers, .names = names, .rights = rights, .area = area
  };
  QmStyle own;

  for (gsize i = 0; i < panel->n_claims; i++)
    table.has_swatches = table.has_swatches || panel->claims[i]->quantity.standing != QM_STATED;
  for (gsize i = 0; i < matrix.rows->len; i++)
    table.depth = MAX (table.depth, qm_matrix_depth (&matrix, i));
  table.cells = cells = g_new0 (QmLabel, n_rows (&table) * n_columns (&table) * table.depth);
  own = fit (&table, style);
  add_frame (&table, scene, &own);
  for (gsize i = 0; i < matrix.rows->len; i++)
    for (gsize j = 0; j < matrix.columns->len; j++)
      add_cell (&table, scene, &own, i, j);
  clear (&table);
}

const QmForm qm_table_form = {
  .rule = { "table", check, rate, FALSE },
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
