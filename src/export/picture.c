#include "export/picture.h"

GBytes *
qm_picture_encode (QmPictureEncoder encode, const QmDataset *dataset, const QmChart *chart,
                   const QmView *view, const QmExportLook *look, QmOmissions *omissions,
                   GError **error)
{
  const QmCanvas canvas = qm_export_canvas (look);
  g_autoptr (QmMetadata) metadata = NULL;
  g_autoptr (QmScene) scene = NULL;

  if (!qm_size_check (&look->size, error))
    return NULL;
  metadata = qm_metadata_new (dataset, chart, view);
  scene = qm_chart_build (chart, view, &canvas);
  qm_omissions_note (omissions, chart, scene);
  return encode (scene, &look->size, metadata, error);
}
