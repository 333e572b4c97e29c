/* A column of a table, and what was decided of it by all its cells. */
#pragma once

#include "sheet/cell-text.h"
#include "sheet/sheet-layout.h"
#include "sheet/when.h"

/* What a column holds. */
typedef enum {
  QM_HOLDS_NOTHING, /* nothing that a claim is made of: a code, a number of a row */
  QM_HOLDS_ENTITY,  /* whose figures: a country, a party, an answer */
  QM_HOLDS_TIME,
  QM_HOLDS_FIGURES,
  QM_HOLDS_MEASURE, /* what each row's figure is of */
  QM_HOLDS_UNIT,
  QM_HOLDS_NOTE, /* a remark on each row */
} QmHolds;

#define QM_N_HOLDS (QM_HOLDS_NOTE + 1)

/* In choices, on the command line and in files: "-", "entity", …; NULL ends them. */
extern const char *const qm_sheet_column_holds[];

typedef struct {
  guint index; /* of the grid's columns */
  QmHolds holds;
  char *heading; /* as the file has it, of several rows joined by spaces */
  char *name;    /* the heading without unit and time; may be "" */
  char *unit;    /* of figures, as in a dataset's file; NULL where nothing says one */
  double scale;
  gboolean has_when; /* the heading says when the figures are of */
  QmWhen when;
  char part; /* of a time whose year another column has: 'm' a month, 'q' a quarter; or '\0' */
  gboolean says_units;   /* its cells are what figures are of, with their units: "GDP (USD bn)" */
  gboolean has_signs;    /* each of its figures has its own "%": one without is none of them */
  char decimal;          /* of figures, '.' or ','; '\0' where no cell shows it */
  gboolean is_doubtful;  /* no cell shows which decimal sign it is, and some could have either */
  gboolean is_year_open; /* its numbers could be years, and nothing says that they are */
  char *doubt;           /* such a cell: "1,234"; NULL for none */
  guint n_cells;         /* that are not missing */
  guint n_missing;       /* and are no claims in words: “not asked” may be one */
  GArray *misfits;       /* guint: rows of the grid whose cell is there and not of that kind */
} QmSheetColumn;

/* Those of a table (element QmSheetColumn), before it is decided what each holds of all. order is
 * how its dates are read. */
GPtrArray *qm_sheet_column_read_all (const QmCellGrid *grid, const QmSheetLayout *table,
                                     QmDayOrder order) G_GNUC_WARN_UNUSED_RESULT;

/* Reads a figure of the column. FALSE for what does not fit. */
gboolean qm_sheet_column_read_figure (const QmSheetColumn *column, const char *cell,
                                      QmCellFigure *figure);

/* Has the column hold that, and counts what does not fit. */
void qm_sheet_column_set (QmSheetColumn *column, const QmCellGrid *grid, const QmSheetLayout *table,
                          QmHolds holds, QmDayOrder order);
