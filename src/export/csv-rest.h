/* What a dataset has of a chart that no column of its table keeps: words in other languages, names
 * of units, who is a part of whom, of whom a note speaks, and the author's view. It stands in a
 * last column for programs, as JSON, with ' in place of ", of entries of a dataset file: in the row
 * of a claim what is its own, and in the first row what is of the chart and of all. */
#pragma once

#include "export/cells.h"

/* Sets the rest of each row that has any; it is the caller's to free. */
void qm_csv_rest_add (const QmDataset *dataset, const QmViewedChart *viewed, QmCellsRow *rows,
                      gsize n_rows);
