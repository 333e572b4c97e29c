/* The claims of a text, beside it: each with a check mark that puts it into the chart shown or
 * takes it out, which dragging it onto the chart does as well. Of two that are selected, a third
 * can be computed.
 *
 * Signals: "placed" (const char *id, gboolean is_in), and "computed" (int operation, const char
 * *left, const char *right), of QmOperation. */
#pragma once

#include "dataset/dataset.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QM_TYPE_CLAIMS_BESIDE (qm_claims_beside_get_type ())
G_DECLARE_FINAL_TYPE (QmClaimsBeside, qm_claims_beside, QM, CLAIMS_BESIDE, GtkWidget)

GtkWidget *qm_claims_beside_new (void);

/* The claims of a dataset (NULL: there are none) that cite a source, and which of them the chart
 * (or NULL) shows. dataset and chart are borrowed, until this is called again. */
void qm_claims_beside_show (QmClaimsBeside *self, const QmDataset *dataset, const char *source,
                            const QmChart *chart);

G_END_DECLS
