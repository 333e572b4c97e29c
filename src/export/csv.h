/* A chart's table as a CSV file (RFC 4180): UTF-8, numbers for machines, a row for each mark with
 * the figures that the view shows. */
#pragma once

#include "chart/view.h"

G_BEGIN_DECLS

GBytes *qm_csv_encode (const QmChart *chart, const QmView *view) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
