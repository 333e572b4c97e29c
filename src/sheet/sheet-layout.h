/* Where in a grid its tables are: what stands above and below one, how many of its rows are
 * headings, and where another one begins. */
#pragma once

#include "sheet/cell-grid.h"

/* Labels of what a file says of itself, each in a cell of its own. */
#define QM_SHEET_LABELS                                                                            \
  "title|titel|cdid|source dataset id|preunit|unit|units|release date|next release|"               \
  "important notes|last updated|last updated date|data source|source|series id|frequency|"         \
  "seasonally adjusted|publisher|date of download"

/* Rows and columns of the grid, up to but not including the last. */
typedef struct {
  guint first_note; /* rows from here up to first_header stand above the table */
  guint first_header;
  guint first_row; /* behind the headings */
  guint last_row;
  guint last_note; /* rows from last_row up to here stand below it */
  guint first_column;
  guint last_column;
} QmSheetLayout;

/* The tables (element QmSheetLayout) in their order; none where nothing but blanks is there.
 * n_headers says how many rows of the first are headings; -1: as many as look like some. */
GArray *qm_sheet_layout_find (const QmCellGrid *grid, int n_headers) G_GNUC_WARN_UNUSED_RESULT;
