#include "export/picture.h"

GBytes *
qm_picture_encode (QmPictureEncoder encode, const QmViewedChart *viewed, const QmMetadata *metadata,
                   const QmExportLook *look, QmOmissions *omissions, GError **error)
{
  const QmCanvas canvas = qm_export_canvas (look);
  g_autoptr (QmScene) scene = NULL;

  if (!qm_size_check (&look->size, error))
    return NULL;
  scene = qm_chart_build_viewed (viewed, &canvas, NULL);
  qm_omissions_note (omissions, viewed->original, scene);
  return encode (scene, &look->size, metadata, error);
}
