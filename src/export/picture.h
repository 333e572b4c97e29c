/* A chart as the bytes of a picture, by whatever encodes it. */
#pragma once

#include "export/look.h"
#include "export/metadata.h"
#include "export/omissions.h"

G_BEGIN_DECLS

typedef GBytes *(*QmPictureEncoder) (const QmScene *scene, const QmExportSize *size,
                                     const QmMetadata *metadata, GError **error);

/* What had no room is noted in omissions, which may be NULL. */
GBytes *qm_picture_encode (QmPictureEncoder encode, const QmViewedChart *viewed,
                           const QmMetadata *metadata, const QmExportLook *look,
                           QmOmissions *omissions, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
