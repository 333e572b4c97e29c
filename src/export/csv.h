/* A chart's table as a CSV file (RFC 4180): UTF-8, a row for each mark with the figures that the
 * view shows, and the notes that the reader has written at them. */
#pragma once

#include "export/cells.h"

/* The chart is one of the dataset, which may be NULL for people. */
GBytes *qm_csv_encode (const QmDataset *dataset, const QmViewedChart *viewed,
                       QmCellsReader reader) G_GNUC_WARN_UNUSED_RESULT;
