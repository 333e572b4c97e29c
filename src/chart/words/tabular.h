/* A chart's claims as a table, in the order of its marks: what CSV files and the window's table
 * show. A cell is written for people (wording.h, format.h, in the language in use) or for machines:
 * plain numbers with a point, times as in the dataset's file, and the dataset file's own words for
 * units, precision and standing. What has a name is there twice, as that name in the language in
 * use, by which a spreadsheet is read, and as the id, by which it is joined to another. */
#pragma once

#include "chart/view/viewed.h"

/* In the order of the files. */
typedef enum {
  QM_COLUMN_CHART, /* for several charts in one table; a claim knows none, so it is the caller's */
  QM_COLUMN_CLAIM, /* its id */
  QM_COLUMN_ENTITY,
  QM_COLUMN_ENTITY_ID,
  QM_COLUMN_TO_ENTITY_ID, /* the other one of a ratio */
  QM_COLUMN_ENTITY_SHORT, /* for machines alone, as the colour: of whose it is, the other one and
                             those that stand above, divided by "; " */
  QM_COLUMN_ENTITY_COLOR,
  QM_COLUMN_MEASURE,
  QM_COLUMN_MEASURE_ID,
  QM_COLUMN_MEASURE_UNIT, /* also where the claim has no figure, or a ratio's */
  QM_COLUMN_SUBJECT,      /* what the figure is of, or without one the statement */
  QM_COLUMN_TIME,         /* for machines "2024", "2023/2025-11", "../2030", "2023-12~" */
  QM_COLUMN_WHEN,         /* how the source puts it */
  QM_COLUMN_FIGURE,       /* for people "≈ US$50 billion"; for machines of a range its middle */
  QM_COLUMN_VALUE,        /* in QM_COLUMN_UNIT: 38.6 percent is 38.6; of a range "" */
  QM_COLUMN_LOW,
  QM_COLUMN_HIGH,
  QM_COLUMN_UNIT,
  QM_COLUMN_FRACTION,  /* "1/15", where the source writes the value so */
  QM_COLUMN_DIGITS,    /* significant ones that it is shown with */
  QM_COLUMN_LABEL,     /* a few words for it */
  QM_COLUMN_NO_FIGURE, /* the words in place of one */
  QM_COLUMN_BELOW,     /* of an order: the names of those that stand above, and their ids */
  QM_COLUMN_BELOW_ID,
  QM_COLUMN_PRECISION,
  QM_COLUMN_STANDING,
  QM_COLUMN_COMPUTATION, /* from what it was computed; for machines the ids of claims */
  QM_COLUMN_SOURCE, /* all that the claim cites: for people in short, a line for each; for machines
                       in full, divided by "; " */
  QM_COLUMN_SOURCE_ID,     /* the same by ids, in the same order; also divided by "; ", as all here:
                              within a part that is "\\; ", and
                              each \ before either is two */
  QM_COLUMN_SOURCE_TITLE,  /* for machines alone, as all that follows to how it was read */
  QM_COLUMN_SOURCE_AUTHOR, /* "Hao, Karen; The Economist", as edit/people.h reads it */
  QM_COLUMN_SOURCE_CONTAINER,
  QM_COLUMN_SOURCE_PUBLISHER,
  QM_COLUMN_SOURCE_DESCRIBES, /* what it is called without a title */
  QM_COLUMN_SOURCE_KIND,
  QM_COLUMN_SOURCE_READ_AS,
  QM_COLUMN_SOURCE_LANGUAGE,
  QM_COLUMN_SOURCE_ORIGINAL_TITLE,
  QM_COLUMN_SOURCE_EDITION,
  QM_COLUMN_SOURCE_VOLUME,
  QM_COLUMN_SOURCE_ISSUE,
  QM_COLUMN_SOURCE_PAGES,
  QM_COLUMN_SOURCE_DOI,
  QM_COLUMN_SOURCE_ISBN,
  QM_COLUMN_SOURCE_ARCHIVE,
  QM_COLUMN_SOURCE_ACCESSED,
  QM_COLUMN_SOURCE_DATE,
  QM_COLUMN_SOURCE_ADDRESS,
  QM_COLUMN_PARAGRAPH,
  QM_COLUMN_VIA,          /* through whom the source knows it */
  QM_COLUMN_QUOTE,        /* the sources' own words */
  QM_COLUMN_QUOTE_BEFORE, /* the words on either side of them */
  QM_COLUMN_QUOTE_AFTER,
  QM_COLUMN_QUOTE_LANGUAGE,
  QM_COLUMN_STATEMENT,
  QM_COLUMN_NOTE,       /* the claim's caveat; for people also what stands against it */
  QM_COLUMN_CHECKED_BY, /* who has compared it with its sources */
  QM_COLUMN_CHECKED_ON,
  QM_COLUMN_SUPERSEDED_BY,  /* an id */
  QM_COLUMN_DISAGREES_WITH, /* ids */
  QM_N_COLUMNS
} QmColumn;

/* The column's heading, in the language in use, or its name in files ("value"). Static storage. */
const char *qm_tabular_heading (QmColumn column);
const char *qm_tabular_machine_name (QmColumn column);

/* TRUE if the column's cells for machines are numbers. */
gboolean qm_tabular_is_number (QmColumn column);

/* What the row of a claim of viewed->chart tells: what the view divided is a ratio to that entity,
 * and says so as every ratio does. It borrows what viewed owns. */
QmClaim qm_tabular_row (const QmViewedChart *viewed, const QmClaim *shown);

/* A claim's cell; "" where it has none. */
char *qm_tabular_cell (const QmClaim *claim, QmColumn column) G_GNUC_WARN_UNUSED_RESULT;
char *qm_tabular_machine_cell (const QmClaim *claim, QmColumn column) G_GNUC_WARN_UNUSED_RESULT;

/* FALSE if the cell only says again what the figure, as it is worded, or the subject says: "USD" of
 * US$300, "more than", the bounds of 280–320. */
gboolean qm_tabular_is_news (const QmClaim *claim, QmColumn column);
