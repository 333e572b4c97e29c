#include "chart/draw/grid.h"

QmGrid
qm_grid (QmRect area, gsize n, gsize n_columns, double gap)
{
  return (QmGrid) { area, n_columns, (n + n_columns - 1) / n_columns, gap };
}

QmRect
qm_grid_cell (const QmGrid *grid, gsize i)
{
  double columns = (double) grid->n_columns, rows = (double) grid->n_rows;
  double width = MAX (grid->area.width - grid->gap * (columns - 1), columns) / columns;
  double height = MAX (grid->area.height - grid->gap * (rows - 1), rows) / rows;

  return (QmRect) { grid->area.x + (double) (i % grid->n_columns) * (width + grid->gap),
                    grid->area.y + (double) (i / grid->n_columns) * (height + grid->gap), width,
                    height };
}

QmGrid
qm_grid_find (QmRect area, gsize n, double gap, QmGridRating rate, gconstpointer data,
              double factor)
{
  QmGrid best = qm_grid (area, n, n, gap);
  double best_rating = rate (&best, data) * factor;

  for (gsize n_rows = 2; n_rows <= n; n_rows++) {
    QmGrid grid = qm_grid (area, n, (n + n_rows - 1) / n_rows, gap);
    double rating;

    if (grid.n_columns == best.n_columns || grid.n_rows != n_rows)
      continue;
    rating = rate (&grid, data);
    if (rating > best_rating) {
      best = grid;
      best_rating = rating;
    }
  }
  return best;
}
