/* A table as rows of cells, whatever it was written in: each row with the line of the file that it
 * begins in, none left out. What could not be read as it is written is listed with its line. */
#pragma once

#include "sheet/dialect.h"

/* Cells of a table and bytes of a cell: what has more is no table for people. */
#define QM_CELL_GRID_MAX_CELLS 2000000
#define QM_CELL_GRID_MAX_CELL 32768

/* Why a row is listed. */
typedef enum {
  QM_CELL_GRID_FEWER_CELLS, /* than the rows around it */
  QM_CELL_GRID_MORE_CELLS,
  QM_CELL_GRID_OPEN_QUOTE,          /* a quote that nothing closes: read as a letter */
  QM_CELL_GRID_OTHER_DELIMITER,     /* its cells are divided by another sign */
  QM_CELL_GRID_OTHER_QUOTE,         /* its cells are quoted by another sign */
  QM_CELL_GRID_NO_DELIMITER_AT_END, /* which others have, without a cell behind it */
  QM_CELL_GRID_HEADINGS,            /* it says the headings again, and is left out */
  QM_CELL_GRID_CONTROL,             /* no text (base/character.h), which is replaced */
} QmCellGridFaultKind;

typedef struct {
  guint line; /* from 1 */
  guint row;  /* of the grid, from 0 */
  QmCellGridFaultKind kind;
  guint n_cells;
} QmCellGridFault;

typedef struct {
  const char **cells; /* (unowned) UTF-8, without control characters but for line feeds and tabs */
  guint n;
  guint line;           /* from 1 */
  gboolean is_mended;   /* by a person: */
  gboolean is_left_out; /* nothing is made of it */
} QmCellGridRow;

typedef struct {
  GArray *rows;    /* QmCellGridRow */
  GArray *faults;  /* QmCellGridFault, by their rows */
  guint n_columns; /* the cells that most rows have */
  GStringChunk *strings;
  GPtrArray *blocks;
} QmCellGrid;

void qm_cell_grid_free (QmCellGrid *grid); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmCellGrid, qm_cell_grid_free)

QmCellGrid *qm_cell_grid_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a row of these cells. */
void qm_cell_grid_add (QmCellGrid *grid, const char *const *cells, guint n, guint line);

/* Has each cell that is one of these words, divided by "|", say that there is no figure. */
void qm_cell_grid_forget (QmCellGrid *grid, const char *words);

/* What one statistics office writes: keys in one cell, "freq,unit,geo\\TIME_PERIOD", before cells
 * with tabs between them. Each key has a column of its own then. */
void qm_cell_grid_split_keys (QmCellGrid *grid);

/* Puts in place of rows what a person says of them (choices.h: QM_CHOOSE_ROWS). FALSE, with error
 * set, where there is no such line. */
gboolean qm_cell_grid_mend (QmCellGrid *grid, const char *words, GError **error);

/* Reads delimited text. NULL if and only if error is set: it has more than a table may have. */
QmCellGrid *qm_cell_grid_read (const char *text, gsize length, const QmDialect *dialect,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

const QmCellGridRow *qm_cell_grid_row (const QmCellGrid *grid, guint row);

/* The cell of a row; "" beyond its end. */
const char *qm_cell_grid_cell (const QmCellGrid *grid, guint row, guint column);

/* TRUE if all cells of the row are blank. */
gboolean qm_cell_grid_is_blank (const QmCellGrid *grid, guint row);

/* The fault as a sentence with its line, in the language in use. */
char *qm_cell_grid_fault_to_string (const QmCellGrid *grid,
                                    const QmCellGridFault *fault) G_GNUC_WARN_UNUSED_RESULT;
