/* A scene as a PDF file of one page, as large as its size says: texts that can be selected, sources
 * that can be clicked, and what the file says about itself. */
#pragma once

#include "export/metadata.h"
#include "export/size.h"
#include "scene/scene.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *qm_pdf_encode (const QmScene *scene, const QmExportSize *size, const QmMetadata *metadata,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
