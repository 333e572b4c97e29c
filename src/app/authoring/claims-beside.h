/* The claims of a text, beside it: each with a check mark that puts it into the chart shown or
 * takes it out, which dragging it onto the chart does as well. Of two that are selected, a third
 * can be computed.
 *
 * Signals: "placed" (const char *id, gboolean is_in), and "computed" (int operation, const char
 * *left, const char *right), of QmOperation. */
#pragma once

#include "app/widgets/bin.h"
#include "edit/article.h"

#include <gtk/gtk.h>

#define QM_TYPE_CLAIMS_BESIDE (qm_claims_beside_get_type ())
G_DECLARE_FINAL_TYPE (QmClaimsBeside, qm_claims_beside, QM, CLAIMS_BESIDE, QmBin)

/* The claims of a dataset (NULL: there are none) that cite the source of the article (or NULL),
 * which of them this version of it does not have, and which the chart (or NULL) shows. All are
 * borrowed, until this is called again. */
void qm_claims_beside_show (QmClaimsBeside *self, const QmDataset *dataset,
                            const QmArticle *article, const QmChart *chart);

/* The focus to the claim of that id. */
void qm_claims_beside_go_to (QmClaimsBeside *self, const char *claim);
