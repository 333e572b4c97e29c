/* A scene as an SVG file: texts, or letters as shapes that need no font, marks as groups with the
 * card's words as title and description, sources as links. */
#pragma once

#include "export/metadata.h"
#include "export/size.h"
#include "scene/scene.h"

/* size is the one the scene was laid out for; the data of its marks are claims. error is
 * never set: all pictures are encoded alike. */
GBytes *qm_svg_encode (const QmScene *scene, const QmExportSize *size, const QmMetadata *metadata,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same with the outlines of letters, each text with its words for who cannot see it. */
GBytes *qm_svg_encode_outlines (const QmScene *scene, const QmExportSize *size,
                                const QmMetadata *metadata,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
