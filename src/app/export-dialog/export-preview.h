/* The preview in the export dialog: exactly what will be written, only smaller. */
#pragma once

#include "export/export.h"

#include <gtk/gtk.h>

#define QM_TYPE_EXPORT_PREVIEW (qm_export_preview_get_type ())
G_DECLARE_FINAL_TYPE (QmExportPreview, qm_export_preview, QM, EXPORT_PREVIEW, GtkWidget)

/* Shows that chart as it is written in that format, in the language of that code: of slides its
 * own. The chart's dataset has to outlive the widget. */
void qm_export_preview_show (QmExportPreview *self, QmExportFormat format, const QmChart *chart,
                             const QmView *view, const QmExportLook *look, const char *language);

/* What is shown: of a slide, its picture; NULL of a table. (unowned) */
const QmScene *qm_export_preview_get_scene (QmExportPreview *self);
