/* What a cell of a table that is looked at is in the view of it: by its row and its column. */
#pragma once

#include "sheet/sheet.h"

/* Characters of a column's width, at least. */
#define QM_PREVIEW_CELLS_LEAST_WIDTH 6

/* The class of the style sheet. column NULL: it stands beside those of the table. Static storage.
 */
const char *qm_preview_cells_name_class (const QmSheet *sheet, const QmSheetColumn *column,
                                         guint row);

/* That of the grid's column; NULL for one beside those of the table. (unowned) */
const QmSheetColumn *qm_preview_cells_find_column (const QmSheet *sheet, guint index);

/* The grid's column with the first cell of a row that is not what its column holds. */
guint qm_preview_cells_find_misfit (const QmSheet *sheet, guint row);

/* Characters of its width. */
guint qm_preview_cells_measure (const QmSheet *sheet, guint index);
