/* From an exported PNG back to the chart it shows. */
#pragma once

#include "chart/view/view.h"
#include "dataset/reader.h"

#include <gio/gio.h>

/* TRUE if the file begins as a PNG does. */
gboolean qm_restore_recognizes (const char *path);

/* The dataset that the picture carries, with chart and view set to what it shows (chart and view
 * point into it; view holds a view before, too). NULL if and only if error is set to a sentence
 * that says why not: not written by this program, its texts stripped by another one, damaged, or
 * from a newer version. A file is never trusted: everything in it is checked as a dataset file is.
 */
QmDataset *qm_restore_png (const char *path, const QmForms *forms, const QmChart **chart,
                           QmView *view, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The title of the chart that a picture showed whose data is gone, since another program has
 * removed it but has left that; NULL where there is none, or no such picture. */
char *qm_restore_find_title (const char *path) G_GNUC_WARN_UNUSED_RESULT;
