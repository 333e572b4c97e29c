/* A chart as a picture in a file: what the command line and the window's Save both call. */
#pragma once

#include "chart/chart.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Draws the chart on the canvas with scale pixels for each logical one, as PNG. The file says in
 * itself what the chart shows and where that comes from, in the language in use. */
GBytes *qm_export_png (const QmChart *chart, const QmCanvas *canvas, double scale,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the bytes to the file of that path, which appears whole or not at all: whatever stood
 * there before stays until the new file is complete, and stays if it cannot be. An error is a
 * sentence that says what to do (G_FILE_ERROR). */
gboolean qm_export_write (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
