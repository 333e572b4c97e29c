#include "app/pages/fitting-columns.h"

#include <gtk/gtk.h>

static int
sum_of_widths (const QmFittedColumn *columns, gsize n_columns)
{
  int sum = 0;

  for (gsize i = 0; i < n_columns; i++)
    sum += columns[i].width;
  return sum;
}

/* The last of the highest rank that is still there; NULL where the others are all of rank 0. */
static QmFittedColumn *
find_next_to_go (QmFittedColumn *columns, gsize n_columns)
{
  QmFittedColumn *next = NULL;

  for (gsize i = 0; i < n_columns; i++)
    if (columns[i].width > 0 && columns[i].rank > 0 &&
        (next == NULL || columns[i].rank >= next->rank))
      next = &columns[i];
  return next;
}

/* Of those that are there, between two widths of each. Returns what is left over. */
static int
distribute (QmFittedColumn *columns, gsize n_columns, int room, gboolean is_bare)
{
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, n_columns);
  int left = room;

  for (gsize i = 0; i < n_columns; i++) {
    const QmFittedColumn *column = &columns[i];

    if (column->width == 0)
      continue;
    sizes[i].minimum_size = is_bare ? column->bare : column->least;
    sizes[i].natural_size = is_bare ? column->least : column->natural;
    left -= sizes[i].minimum_size;
  }
  if (left > 0)
    left = gtk_distribute_natural_allocation (left, (guint) n_columns, sizes);
  for (gsize i = 0; i < n_columns; i++)
    columns[i].width = sizes[i].minimum_size;
  return left;
}

/* Where something is missing, its words are broken rather than cut. */
static void
widen_last (QmFittedColumn *columns, gsize n_columns, int extra)
{
  while (n_columns > 0 && columns[n_columns - 1].width == 0)
    n_columns--;
  if (n_columns > 0)
    columns[n_columns - 1].width += MAX (extra, -columns[n_columns - 1].width / 2);
}

gboolean
qm_fitting_columns_share (QmFittedColumn *columns, gsize n_columns, int room)
{
  QmFittedColumn *next;
  int left;

  for (gsize i = 0; i < n_columns; i++)
    columns[i].width = columns[i].least;
  while (sum_of_widths (columns, n_columns) > room &&
         (next = find_next_to_go (columns, n_columns)) != NULL)
    next->width = 0;
  left = distribute (columns, n_columns, room, sum_of_widths (columns, n_columns) > room);
  widen_last (columns, n_columns, left);
  return left >= 0;
}
