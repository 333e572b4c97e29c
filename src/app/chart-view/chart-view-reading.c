#include "app/chart-view/chart-view-private.h"
#include "chart/view/series.h"
#include "chart/words/wording.h"

/* The value on a line, or its label, that is there and no mark is; NULL for none. */
static const QmShape *
find_reading (QmChartView *self, double x, double y)
{
  int mark;

  if (self->picture.scene == NULL ||
      qm_chart_view_point_at (self, x, y, &mark) != QM_POINTED_AT_NOTHING)
    return NULL;
  return qm_scene_find_target (self->picture.scene, QM_TARGET_READING, (QmPoint) { x, y },
                               QM_POINTING_REACH);
}

static char *
word_reading (const QmPanel *panel, const QmView *view, const char *id)
{
  g_autoptr (GArray) readings = qm_series_read (panel, view);

  for (guint i = 0; i < readings->len; i++) {
    const QmReading *reading = &g_array_index (readings, QmReading, i);

    if (g_str_equal (reading->to->id, id))
      return qm_wording_reading_in_words (reading, view->year, view->is_log);
  }
  return NULL;
}

char *
qm_chart_view_word_reading (QmChartView *self, double x, double y)
{
  const QmShape *shape;
  const QmChart *chart;
  char *words = NULL;

  g_return_val_if_fail (QM_IS_CHART_VIEW (self), NULL);

  shape = find_reading (self, x, y);
  if (shape == NULL)
    return NULL;
  chart = &self->picture.viewed.chart;
  for (gsize i = 0; i < chart->n_panels && words == NULL; i++)
    words = word_reading (&chart->panels[i], &self->picture.view, shape->about);
  return words;
}

/* It is no claim, and has no card: what it is stands beside the pointer. */
static gboolean
query_tooltip_cb (QmChartView *self, int x, int y, gboolean is_by_key, GtkTooltip *tooltip)
{
  g_autofree char *words = is_by_key ? NULL : qm_chart_view_word_reading (self, x, y);

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

void
qm_chart_view_add_reading (QmChartView *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
