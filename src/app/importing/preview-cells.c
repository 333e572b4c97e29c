#include "app/importing/preview-cells.h"

#include "edit/own-csv.h"
#include "sheet/cell-text.h"

/* Characters of a column's width, at most, and rows by which it is told. */
#define MOST_WIDTH 28
#define SAMPLE 100

static gboolean
is_misfit (const QmSheetColumn *column, guint row)
{
  guint low = 0, high = column->misfits->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (g_array_index (column->misfits, guint, middle) < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low < column->misfits->len && g_array_index (column->misfits, guint, low) == row;
}

const char *
qm_preview_cells_name_class (const QmSheet *sheet, const QmSheetColumn *column, guint row)
{
  const QmSheetLayout *layout = &sheet->layout;

  if (qm_cell_grid_row (sheet->grid, row)->is_left_out)
    return "left-out";
  if (row < layout->first_header || row >= layout->last_row)
    return "note";
  if (row < layout->first_row)
    return "heading";
  if (qm_own_csv_recognizes (sheet))
    return "cell";
  if (column == NULL || column->holds == QM_HOLDS_NOTHING)
    return "left-out";
  if (is_misfit (column, row))
    return "misfit";
  if (qm_cell_text_is_missing (qm_cell_grid_cell (sheet->grid, row, column->index)))
    return "missing";
  return "cell";
}

const QmSheetColumn *
qm_preview_cells_find_column (const QmSheet *sheet, guint index)
{
  guint i = index - sheet->layout.first_column;

  return index >= sheet->layout.first_column && i < sheet->columns->len ? sheet->columns->pdata[i]
                                                                        : NULL;
}

guint
qm_preview_cells_find_misfit (const QmSheet *sheet, guint row)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    if (is_misfit (sheet->columns->pdata[i], row))
      return ((const QmSheetColumn *) sheet->columns->pdata[i])->index;
  return sheet->layout.first_column;
}

guint
qm_preview_cells_measure (const QmSheet *sheet, guint index)
{
  const QmSheetLayout *layout = &sheet->layout;
  glong width = QM_PREVIEW_CELLS_LEAST_WIDTH;

  for (guint row = layout->first_header; row < MIN (layout->last_row, layout->first_row + SAMPLE);
       row++)
    width = MAX (width, g_utf8_strlen (qm_cell_grid_cell (sheet->grid, row, index), -1) + 1);
  return (guint) MIN (width, MOST_WIDTH);
}
