#include "chart/draw/taken.h"

#include <math.h>

/* Cells across and down, at most. */
#define MAX_CELLS 200

/* Beyond its edges the area goes on in the cells along them; and what lies on a line between cells
 * lies in both. */
#define BEYOND 1e6
#define OVERLAP 0.01

/* Where so many things lie in one cell nothing is free in it, and no more need to be known; but for
 * those along the edges, which are larger. */
#define CROWDED 40

struct _QmTaken {
  QmRect area;
  int n_columns, n_rows;
  GArray **cells; /* element guint: the things in it; NULL: none */
};

typedef struct {
  int from, to; /* the last is one of them */
} Range;

static int
count_cells (double length, double side)
{
  return (int) CLAMP (ceil (length / side), 1, MAX_CELLS);
}

QmTaken *
qm_taken_new (QmRect area, double side)
{
  QmTaken *taken = g_new0 (QmTaken, 1);

  taken->area = area;
  taken->n_columns = count_cells (area.width, side);
  taken->n_rows = count_cells (area.height, side);
  taken->cells = g_new0 (GArray *, taken->n_columns * taken->n_rows);
  return taken;
}

void
qm_taken_free (QmTaken *taken)
{
  for (int i = 0; i < taken->n_columns * taken->n_rows; i++)
    g_clear_pointer (&taken->cells[i], g_array_unref);
  g_free (taken->cells);
  g_free (taken);
}

/* The cells that lie between two places of the area's extent, which has n of them. */
static Range
find_cells (double from, double to, double start, double length, int n)
{
  double side = length / n;

  return (Range) { (int) CLAMP (floor ((from - OVERLAP - start) / side), 0, n - 1),
                   (int) CLAMP (floor ((to + OVERLAP - start) / side), 0, n - 1) };
}

static Range
columns_of (const QmTaken *taken, QmRect place)
{
  return find_cells (place.x, qm_rect_right (place), taken->area.x, taken->area.width,
                     taken->n_columns);
}

static Range
rows_of (const QmTaken *taken, QmRect place)
{
  return find_cells (place.y, qm_rect_bottom (place), taken->area.y, taken->area.height,
                     taken->n_rows);
}

static QmRect
cell_at (const QmTaken *taken, int column, int row)
{
  double width = taken->area.width / taken->n_columns, height = taken->area.height / taken->n_rows;
  double left = column == 0 ? -BEYOND : taken->area.x + column * width;
  double top = row == 0 ? -BEYOND : taken->area.y + row * height;
  double right = column + 1 == taken->n_columns ? BEYOND : taken->area.x + (column + 1) * width;
  double bottom = row + 1 == taken->n_rows ? BEYOND : taken->area.y + (row + 1) * height;

  return qm_rect_grow ((QmRect) { left, top, right - left, bottom - top }, OVERLAP);
}

static gboolean
is_crowded (const QmTaken *taken, int column, int row)
{
  const GArray *cell = taken->cells[row * taken->n_columns + column];

  return cell != NULL && cell->len >= CROWDED && row > 0 && column > 0 && row + 1 < taken->n_rows &&
         column + 1 < taken->n_columns;
}

void
qm_taken_add (QmTaken *taken, guint thing, QmRect bounds, QmTakes takes, gpointer data)
{
  Range columns = columns_of (taken, bounds), rows = rows_of (taken, bounds);

  for (int row = rows.from; row <= rows.to; row++)
    for (int column = columns.from; column <= columns.to; column++) {
      GArray **cell = &taken->cells[row * taken->n_columns + column];

      if (is_crowded (taken, column, row) || !takes (thing, cell_at (taken, column, row), data))
        continue;
      if (*cell == NULL)
        *cell = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (*cell, thing);
    }
}

static gboolean
has_in_cell (const GArray *cell, QmRect place, QmTakes takes, gpointer data)
{
  for (guint i = 0; cell != NULL && i < cell->len; i++)
    if (takes (g_array_index (cell, guint, i), place, data))
      return TRUE;
  return FALSE;
}

gboolean
qm_taken_has (const QmTaken *taken, QmRect place, QmTakes takes, gpointer data)
{
  Range columns = columns_of (taken, place), rows = rows_of (taken, place);

  for (int row = rows.from; row <= rows.to; row++)
    for (int column = columns.from; column <= columns.to; column++)
      if (is_crowded (taken, column, row) ||
          has_in_cell (taken->cells[row * taken->n_columns + column], place, takes, data))
        return TRUE;
  return FALSE;
}
