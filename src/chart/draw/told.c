#include "chart/draw/told.h"

#include <string.h>

void
qm_told_leave_out (QmScene *scene, const QmPanel *panel)
{
  qm_scene_leave_out (scene, QM_LEFT_OUT_FORM, qm_form_of (panel));
}

/* Of no panel of that form the scene has the marks. */
static gboolean
is_left_out (const QmForm *form, const QmViewedChart *viewed, const QmScene *scene)
{
  gsize n_panels = 0, n_left_out = 0, n;
  const QmLeftOut *left_out = qm_scene_get_left_out (scene, &n);

  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    n_panels += qm_form_of (&viewed->chart.panels[i]) == form;
  for (gsize i = 0; i < n; i++)
    n_left_out += left_out[i].kind == QM_LEFT_OUT_FORM && left_out[i].what == form;
  return n_left_out >= n_panels;
}

QmTold
qm_told (const QmViewedChart *viewed, const QmScene *scene)
{
  gsize n = viewed->chart.n_panels;
  QmTold told = { .viewed = *viewed, .forms = g_new (QmForm, n) };

  told.panels = g_memdup2 (viewed->chart.panels, n * sizeof *told.panels);
  told.viewed.chart.panels = told.panels;
  for (gsize i = 0; i < n; i++) {
    const QmForm *form = qm_form_of (&told.panels[i]);

    if (!is_left_out (form, viewed, scene))
      continue;
    told.forms[i] = *form;
    told.forms[i].leaves_zero = NULL;
    told.forms[i].options &= ~(guint) QM_VIEW_LOG;
    told.panels[i].form = &told.forms[i].rule;
    told.differs = TRUE;
  }
  return told;
}

void
qm_told_clear (QmTold *told)
{
  g_free (told->panels);
  g_free (told->forms);
  *told = (QmTold) { 0 };
}
