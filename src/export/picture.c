#include "export/picture.h"

QmPicture *
qm_picture_new (const QmDataset *dataset, const QmViewedChart *viewed, const QmExportLook *look,
                QmOmissions *omissions, GError **error)
{
  const QmCanvas canvas = qm_export_canvas (look);
  QmPicture *picture;

  if (!qm_size_check (&look->size, error))
    return NULL;
  picture = g_new (QmPicture, 1);
  picture->size = look->size;
  picture->scene = qm_chart_build_viewed (viewed, &canvas, NULL);
  picture->metadata = qm_metadata_new (dataset, viewed);
  qm_omissions_note (omissions, viewed->original, picture->scene);
  return picture;
}

void
qm_picture_free (QmPicture *picture)
{
  if (picture == NULL)
    return;
  qm_scene_free (picture->scene);
  qm_metadata_free (picture->metadata);
  g_free (picture);
}

GBytes *
qm_picture_encode (const QmPicture *picture, QmPictureEncoder encode, GError **error)
{
  return encode (picture->scene, &picture->size, picture->metadata, error);
}
