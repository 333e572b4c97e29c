/* A chart as other programs take it: put on the clipboard, or dragged out of the window. All kinds
 * of it are made at once, so that it stays what it was when it is asked for later. Size, colours
 * and language are those that were last exported in (app/files/export-settings.h); all parts are
 * drawn. */
#pragma once

#include "chart/view/view.h"

#include <gtk/gtk.h>

/* For the clipboard: a picture, a drawing and, as text, title, figures and sources. */
GdkContentProvider *qm_copy_chart (const QmDataset *dataset, const QmChart *chart,
                                   const QmView *view, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* For dragging: a file with the picture, which is written here, and the picture and the drawing
 * themselves, for whoever takes no files. */
GdkContentProvider *qm_copy_dragged_chart (const QmDataset *dataset, const QmChart *chart,
                                           const QmView *view,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Removes all files that were written for dragging. To be called when the program ends: until then,
 * whoever got one may still be reading it. */
void qm_copy_remove_files (void);
