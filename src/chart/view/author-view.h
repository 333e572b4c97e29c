/* What the author of a dataset chose of a chart: the view that everybody begins with who shows it,
 * and goes back to. It stands in the file as the chart's "view", with the keys of a view's JSON
 * (view-json.h) but for "chart". */
#pragma once

#include "chart/view/viewed.h"

/* (unowned: it lives as long as the dataset) qm_view_default where the author chose nothing. */
const QmView *qm_author_view (const QmChart *chart);

/* TRUE if the author's own note on the claim is that text. */
gboolean qm_author_view_wrote (const QmChart *chart, const QmClaim *claim, const char *note);

/* TRUE if the note on a claim of viewed->chart is the author's own. */
gboolean qm_author_view_wrote_note (const QmViewedChart *viewed, const QmClaim *shown);

/* For the dataset's reader, as in QmForms. */
const char *qm_author_view_key (gsize i);
void qm_author_view_read (const QmDataset *dataset, const QmChart *chart, QmViewFault fault,
                          gpointer user_data);
