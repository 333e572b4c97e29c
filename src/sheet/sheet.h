/* A table as a person means it: read from the bytes of a file or from cells that were pasted, with
 * what was decided of it. Every decision can be overruled (choices.h); what does not fit is
 * listed, and nothing is left out without being told. */
#pragma once

#include "dataset/quantity.h"
#include "sheet/choices.h"
#include "sheet/sheet-column.h"
#include "sheet/sheet-notes.h"

/* Figures of a table that become claims, and rows in which they are looked for. */
#define QM_SHEET_MAX_FIGURES 10000
#define QM_SHEET_MAX_ROWS 100000

typedef struct {
  char *checksum; /* of the bytes */
  char *encoding; /* for people; NULL for UTF-8 */
  QmDialect dialect;
  QmCellGrid *grid;
  GArray *tables; /* QmSheetLayout; those of the file */
  guint table;    /* the one that is read, from 0 */
  QmSheetLayout layout;
  GPtrArray *columns; /* QmSheetColumn */
  QmDayOrder order;
  const char *sentinel;  /* (unowned) -999, which may say that there is no figure; or NULL */
  char *open_order;      /* a date that can be read in both orders, where none shows which; or
                            NULL */
  GHashTable *groups;    /* row → the heading inside the table that its name needs (unowned) */
  gboolean are_entities; /* the columns of figures are those of entities, not of measures */
  gboolean is_wide_open; /* they might as well be the other */
  char *title;           /* what stands above the table; NULL for nothing */
  char *unit;            /* what that says; NULL for nothing */
  double scale;
  GPtrArray *notes;  /* char *: what else stands above and below */
  GArray *note_uses; /* QmNoteUse: of each */
} QmSheet;

void qm_sheet_free (QmSheet *sheet); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmSheet, qm_sheet_free)

/* Reads the bytes of a file. NULL if and only if error is set: it is no table, or a choice is none
 * that there is. */
QmSheet *qm_sheet_read (GBytes *bytes, const QmChoices *choices,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The table as it was read, as CSV (RFC 4180): its headings on one line, and its rows, each with
 * the cells that it has. Blank ones are left out. */
char *qm_sheet_print_cells (const QmSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

/* --- Figures --- */

typedef struct {
  guint line;                  /* of the file */
  const QmSheetColumn *column; /* (unowned) */
  char *entity;                /* NULL for none */
  char *measure;               /* never empty */
  char *unit;                  /* as in a dataset's file */
  char *time;                  /* as in a dataset's file; NULL for none */
  QmResolution resolution;
  double value; /* as it is written: times scale, it is in the unit */
  double scale;
  QmPrecision precision;
  gboolean is_projected;
  char *no_figure; /* the words in place of the value, which is 0 then; NULL for a figure */
  char *note;      /* the row's remark; NULL for none */
  char flag[16];   /* what else is written at the figure, a mark or a unit that is not known; "" */
} QmSheetFigure;

/* TRUE if a row has figures of which no cell says whose they are, or when: no claims. */
gboolean qm_sheet_is_nameless (const QmSheet *sheet, guint row);

/* What the figure is of, by which another one of the same is known: "GDP, Laos, 2023". */
char *qm_sheet_figure_name (const QmSheetFigure *figure) G_GNUC_WARN_UNUSED_RESULT;

/* Those of the table (element QmSheetFigure), row by row. */
GPtrArray *qm_sheet_list_figures (const QmSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

/* --- What was decided --- */

/* Sentences in the language in use (element char *): first what was read and how, then what could
 * be read otherwise, then what does not fit, with its line. */
GPtrArray *qm_sheet_tell_decisions (const QmSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *qm_sheet_tell_doubts (const QmSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

/* lines (guint), unless NULL, gets the line that each is about, 0 for none. */
GPtrArray *qm_sheet_tell_faults (const QmSheet *sheet, GArray *lines) G_GNUC_WARN_UNUSED_RESULT;
