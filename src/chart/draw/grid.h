/* Equal cells in rows and columns, filled row by row. */
#pragma once

#include "base/geometry.h"

typedef struct {
  QmRect area;
  gsize n_columns, n_rows;
  double gap; /* between two cells beside or above each other */
} QmGrid;

/* The grid of n cells in so many columns. */
QmGrid qm_grid (QmRect area, gsize n, gsize n_columns, double gap);

/* The place of the i-th cell; never empty. */
QmRect qm_grid_cell (const QmGrid *grid, gsize i);

/* How good a grid's cells are for what stands in them. */
typedef double (*QmGridRating) (const QmGrid *grid, gconstpointer data);

/* One row, unless another grid of n cells is better by that factor. */
QmGrid qm_grid_find (QmRect area, gsize n, double gap, QmGridRating rate, gconstpointer data,
                     double factor);
