/* Rows of claims as the cells of a table, in the forms in which programs hand tables to each other.
 * For people it speaks the language in use; for programs it has the names of table.h and numbers,
 * times and words as in the dataset's file. */
#pragma once

#include "chart/words/tabular.h"

typedef struct {
  const QmChart *chart; /* NULL: of no chart in particular */
  QmClaim claim;        /* as qm_tabular_row() has it */
  const char *note;     /* the reader's own, or the author's; or NULL */
  gboolean is_authors;  /* the note */
  const QmPanel *panel; /* of the chart, that has the claim; NULL where chart is, or not known */
  char *rest;           /* for programs: what no column has (csv-rest.h); or NULL */
} QmCellsRow;

typedef enum {
  QM_CELLS_CSV,  /* RFC 4180, without the mark at its beginning by which a file is UTF-8 */
  QM_CELLS_TSV,  /* plain text, cells divided by tabs */
  QM_CELLS_HTML, /* a table, whose numbers a spreadsheet reads in whatever language it speaks */
} QmCellsForm;

typedef enum { QM_CELLS_FOR_PEOPLE, QM_CELLS_FOR_PROGRAMS } QmCellsReader;

/* The headings, and the rows in that order. Where a row has a note of the reader's, or of the
 * author's, there is a column for these, at the end. */
char *qm_cells_write (QmCellsForm form, QmCellsReader reader, const QmCellsRow *rows,
                      gsize n_rows) G_GNUC_WARN_UNUSED_RESULT;
