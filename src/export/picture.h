/* A chart laid out for a picture, with what every file says of itself: worked out once, and then
 * encoded in as many ways as are wanted. */
#pragma once

#include "export/look.h"
#include "export/metadata.h"
#include "export/omissions.h"

typedef struct {
  QmExportSize size;
  QmScene *scene;
  QmMetadata *metadata;
} QmPicture;

/* NULL, with error set, for a size that no picture can have. What had no room is noted in
 * omissions, which may be NULL. */
QmPicture *qm_picture_new (const QmDataset *dataset, const QmViewedChart *viewed,
                           const QmExportLook *look, QmOmissions *omissions,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

void qm_picture_free (QmPicture *picture); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmPicture, qm_picture_free)

typedef GBytes *(*QmPictureEncoder) (const QmScene *scene, const QmExportSize *size,
                                     const QmMetadata *metadata, GError **error);

GBytes *qm_picture_encode (const QmPicture *picture, QmPictureEncoder encode,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
