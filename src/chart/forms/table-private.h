/* What the files of the table form share: table-words.c measures all of its words, table.c draws
 * them. */
#pragma once

#include "chart/draw/label.h"
#include "chart/words/matrix.h"

typedef struct {
  const QmMatrix *matrix;
  QmLabel *headers; /* of the columns */
  QmLabel *names;   /* of the rows */
  QmLabel *cells;   /* row after row, depth of them for each cell */
  gsize depth;      /* of the deepest row */
  double *before; /* for each row and the end: how high those before it are, in heights of a row of
                     one figure */
  gboolean has_swatches;
  double part; /* of their size that all figures have; 1: each as large as it can be */
  QmRect area;
  double names_part;                     /* of the width, that names may have */
  double header_lines;                   /* that headers have at most */
  gboolean are_units_above;              /* in the headers, and not at each figure */
  gboolean is_roomy;                     /* rows may be as high as there is room for */
  double name_width, header_height, row; /* row: height of one of one figure */
  double *rights;                        /* where columns end */
} QmFormTable;

static inline gsize
qm_form_table_n_rows (const QmFormTable *table)
{
  return table->matrix->rows->len;
}

static inline gsize
qm_form_table_n_columns (const QmFormTable *table)
{
  return table->matrix->columns->len;
}

static inline QmLabel *
qm_form_table_label (const QmFormTable *table, gsize row, gsize column, gsize i)
{
  return &table->cells[(row * qm_form_table_n_columns (table) + column) * table->depth + i];
}

static inline double
qm_form_table_row_height (const QmFormTable *table, gsize row)
{
  return table->row * (table->before[row + 1] - table->before[row]);
}

/* What each figure of the row's deepest cell has at most. */
static inline double
qm_form_table_line_height (const QmFormTable *table, gsize row)
{
  return 0.94 * qm_form_table_row_height (table, row) /
         (double) qm_matrix_depth (table->matrix, row);
}

static inline gboolean
qm_form_table_has_figure (const QmClaim *claim)
{
  return claim != NULL && claim->kind == QM_CLAIM_FIGURE;
}

void qm_form_table_clear (QmFormTable *table);

/* Measures all. The words grow with the room, and all figures give way together. The style is that
 * which they have. */
QmStyle qm_form_table_fit (QmFormTable *table, const QmStyle *style);
