/* A chart's table as a CSV file (RFC 4180): UTF-8, numbers for machines, a row for each mark with
 * the figures that the view shows. Where the reader has written notes there is a column for them at
 * the end, "readers_note". */
#pragma once

#include "chart/words/table.h"

G_BEGIN_DECLS

GBytes *qm_csv_encode (const QmChart *chart, const QmView *view) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  const QmChart *chart; /* NULL: of no chart in particular */
  const QmClaim *claim; /* as qm_table_row() has it */
} QmCsvRow;

/* Any rows in that order as the same table, but as a text to be pasted: without the mark at its
 * beginning by which a file is known as UTF-8. */
char *qm_csv_from_rows (const QmCsvRow *rows, gsize n_rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
