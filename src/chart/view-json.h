/* A view as short JSON: what undo, bookmarks, "Copy view", the command line and exported files
 * carry.
 *
 *   {"chart":"industrial-share","scale":"log","relative_to":"china"}
 *
 * Only "chart" is always there; what a view leaves as the dataset has it is not written. */
#pragma once

#include "chart/view.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One line, the same for the same view. */
char *qm_view_to_json (const QmChart *chart, const QmView *view) G_GNUC_WARN_UNUSED_RESULT;

/* Reads such JSON for a dataset. *chart is set to the one it names; where it names none the view is
 * that of *chart as it was, or of no chart where that is NULL. Unknown keys, unknown charts and
 * entities, and choices that the chart does not offer set error to G_IO_ERROR_INVALID_DATA, with a
 * sentence that names the key and what can stand there; chart and view are then unchanged. */
gboolean qm_view_from_json (const QmDataset *dataset, const char *json, const QmChart **chart,
                            QmView *view, GError **error);

G_END_DECLS
