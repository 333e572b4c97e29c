#include "chart/chart.h"

#include "chart/frame.h"
#include "chart/panels.h"

QmScene *
qm_chart_build (const QmChart *chart, const QmView *view, const QmCanvas *canvas)
{
  g_auto (QmViewedChart) viewed = qm_view_chart (view, chart);
  QmStyle style = qm_style_for_canvas (canvas);
  QmColor background = canvas->is_transparent ? (QmColor){ 0 } : canvas->theme->background;
  QmScene *scene = qm_scene_new (canvas->width, canvas->height, background);
  QmRect plot = qm_frame_add (scene, &style, &viewed);

  qm_panels_add (scene, &style, &viewed, plot);
  return scene;
}
