/* A scene as the bytes of a PNG file: 8 bits a channel in sRGB, without an alpha channel unless the
 * scene has no background. The same scene, size and metadata give the same bytes.
 *
 * The file carries its physical size (pHYs: 5669 pixels per metre for 1920 on a slide of 13.333
 * inches) and texts in the language in use: Title, Description, Copyright, Software, Creation Time,
 * and under keys of our own, as JSON, Citations, View and Dataset (metadata.h), from which
 * restore.h brings the chart back. "Source" is none of them: by the PNG specification that is the
 * device. */
#pragma once

#include "export/metadata.h"
#include "export/size.h"
#include "scene/scene.h"

#define QM_PNG_KEY_VIEW "View"
#define QM_PNG_KEY_DATASET "Dataset"
#define QM_PNG_KEY_TITLE "Title"
#define QM_PNG_KEY_XMP "XML:com.adobe.xmp"

/* Draws the scene, which was laid out for that size, with size->scale pixels for each of its own,
 * and encodes the picture. Sizes that are no whole number of pixels are rounded, and the picture is
 * fitted to that. metadata may be NULL. */
GBytes *qm_png_encode (const QmScene *scene, const QmExportSize *size, const QmMetadata *metadata,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
