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

static void
widen (QmFittedColumn *columns, gsize n_columns, int extra)
{
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, n_columns);
  QmFittedColumn *last = NULL;

  for (gsize i = 0; i < n_columns; i++)
    if (columns[i].width > 0)
      sizes[i] = (GtkRequestedSize){ NULL, columns[i].least, columns[i].natural };
  extra = gtk_distribute_natural_allocation (extra, (guint) n_columns, sizes);
  for (gsize i = 0; i < n_columns; i++) {
    columns[i].width = sizes[i].minimum_size;
    if (columns[i].width > 0)
      last = &columns[i];
  }
  if (last != NULL)
    last->width += extra;
}

void
qm_fit_columns (QmFittedColumn *columns, gsize n_columns, int room)
{
  QmFittedColumn *next;
  int extra;

  for (gsize i = 0; i < n_columns; i++)
    columns[i].width = columns[i].least;
  while (sum_of_widths (columns, n_columns) > room &&
         (next = find_next_to_go (columns, n_columns)) != NULL)
    next->width = 0;
  extra = room - sum_of_widths (columns, n_columns);
  if (extra > 0)
    widen (columns, n_columns, extra);
}
