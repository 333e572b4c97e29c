/* A view as short JSON: what undo, bookmarks, "Copy view", the command line and exported files
 * carry.
 *
 *   {"chart":"industrial-share","measure":"industrial-share","scale":"log","relative_to":"china",
 *    "order":"largest-first","hidden":["us"],"highlight":"china-industrial-share-2030",
 *    "call_outs":{"china-industrial-share-2030":"My note"},"year":"2027-06","years":"2025/2028"}
 *
 * A call-out that was moved by hand is an object with its text and its place, see QmCallOut:
 *
 *   {"china-industrial-share-2030":{"text":"My note","at":[-0.12,0.2]}}
 *
 * Only "chart" is always there; what a view leaves as the dataset has it, be it by the author's
 * choice (author-view.h), is not written, and null is what is not chosen although the author chose
 * it. Dates are those of a dataset file. */
#pragma once

#include "chart/view/view.h"

/* One line, the same for the same view. */
char *qm_view_to_json (const QmChart *chart, const QmView *view) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if both are written alike. */
gboolean qm_view_equal (const QmView *a, const QmView *b);

/* Reads such JSON for a dataset. *chart is set to the one it names; where it names none the view is
 * that of *chart as it was, or of no chart where that is NULL. Unknown keys, unknown charts,
 * entities, measures and claims, choices that the chart does not offer, and a view that leaves
 * nothing of it set error to G_IO_ERROR_INVALID_DATA, with a sentence that names the key and what
 * can stand there; chart and view are then unchanged. view holds a view before, too. */
gboolean qm_view_from_json (const QmDataset *dataset, const char *json, const QmChart **chart,
                            QmView *view, GError **error);

/* Reads JSON of a view of another version of the dataset: what this one does not have, or does not
 * offer, is left as the dataset has it, and the rest is taken. FALSE, and no change, only where no
 * chart is left to show. */
gboolean qm_view_adapt_json (const QmDataset *dataset, const char *json, const QmChart **chart,
                             QmView *view);
