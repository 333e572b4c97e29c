/* Cells that went over several rows: the first of them alone has what they say. */
#include "sheet/cell-text.h"
#include "sheet/sheet-private.h"
#include "sheet/when.h"

static const char *
cell_of (const QmSheet *sheet, guint row, guint column)
{
  return qm_cell_grid_cell (sheet->grid, row, sheet->layout.first_column + column);
}

static gboolean
is_figure (const char *cell)
{
  QmWhen when;

  return qm_cell_text_readings (cell) != QM_READ_NOT && !qm_when_read (cell, QM_DAY_FIRST, &when);
}

/* Our own CSV, where a blank first cell means: of no chart. */
static gboolean
is_own (const QmSheet *sheet)
{
  guint row = sheet->layout.first_header;

  return row < sheet->layout.first_row && g_str_equal (cell_of (sheet, row, 0), "chart") &&
         g_str_equal (cell_of (sheet, row, 1), "claim");
}

/* TRUE if the first column names rows, each for those below that name nothing there, and what the
 * second one says tells them apart: a name or a time in each row. */
static gboolean
are_merged (const QmSheet *sheet)
{
  const QmSheetLayout *layout = &sheet->layout;
  guint n_names = 0, n_blank = 0;

  if (layout->last_column < layout->first_column + 3 || layout->first_row >= layout->last_row ||
      qm_cell_grid_cell (sheet->grid, layout->first_row, layout->first_column)[0] == '\0')
    return FALSE;
  for (guint row = layout->first_row; row < layout->last_row; row++) {
    const char *name = cell_of (sheet, row, 0), *second = cell_of (sheet, row, 1);

    if (qm_cell_grid_is_blank (sheet->grid, row))
      continue;
    if (is_figure (name) || is_figure (second) || qm_cell_text_is_missing (second))
      return FALSE;
    n_names += name[0] != '\0';
    n_blank += name[0] == '\0';
  }
  return n_names > 1 && n_blank >= n_names;
}

void
qm_sheet_fill_merged (QmSheet *sheet)
{
  const QmSheetLayout *layout = &sheet->layout;
  const char *name = "";

  if (is_own (sheet) || !are_merged (sheet))
    return;
  for (guint row = layout->first_row; row < layout->last_row; row++) {
    QmCellGridRow *found = &g_array_index (sheet->grid->rows, QmCellGridRow, row);

    if (cell_of (sheet, row, 0)[0] != '\0')
      name = cell_of (sheet, row, 0);
    else if (!qm_cell_grid_is_blank (sheet->grid, row))
      found->cells[layout->first_column] = name;
  }
}
