/* What a picture takes is worked out once: a chart is viewed and laid out, and each of its panels
 * placed, no more often than there are pictures, whoever asks for them. The linker leads the calls
 * from one file to another through here (--wrap). */
#include "app/chart-view/chart-picture.h"
#include "app/export-dialog/copy.h"
#include "chart/draw/panel-place.h"
#include "export/jobs.h"
#include "load-dataset.h"
#include "state-folder.h"

static gsize n_views, n_layouts, n_placed;

QmViewedChart __real_qm_view_chart (const QmView *view, const QmChart *chart);
QmViewedChart __wrap_qm_view_chart (const QmView *view, const QmChart *chart);
QmScene *__real_qm_chart_build_viewed (const QmViewedChart *viewed, const QmCanvas *canvas,
                                       QmRect *areas);
QmScene *__wrap_qm_chart_build_viewed (const QmViewedChart *viewed, const QmCanvas *canvas,
                                       QmRect *areas);
QmPanelPlace __real_qm_panel_place_find (const QmStyle *style, const QmPanel *panel, QmRect area);
QmPanelPlace __wrap_qm_panel_place_find (const QmStyle *style, const QmPanel *panel, QmRect area);

QmViewedChart
__wrap_qm_view_chart (const QmView *view, const QmChart *chart)
{
  n_views++;
  return __real_qm_view_chart (view, chart);
}

QmScene *
__wrap_qm_chart_build_viewed (const QmViewedChart *viewed, const QmCanvas *canvas, QmRect *areas)
{
  n_layouts++;
  return __real_qm_chart_build_viewed (viewed, canvas, areas);
}

QmPanelPlace
__wrap_qm_panel_place_find (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  n_placed++;
  return __real_qm_panel_place_find (style, panel, area);
}

static void
forget (void)
{
  n_views = n_layouts = n_placed = 0;
}

/* With slides, both of whose pictures are one. */
static void
test_files (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  g_autoptr (QmExportPlan) plan = qm_export_plan_new (dataset);

  plan->look =
      (QmExportLook) { .size = qm_size_find_preset ("third")->size, .theme = &qm_theme_light };
  g_ptr_array_add (plan->charts, (gpointer) &dataset->charts[0]);
  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++)
    plan->formats[i] = TRUE;
  qm_export_plan_list (plan, ".", TRUE);
  for (guint i = 0; i < plan->jobs->len; i++) {
    QmExportJob *job = plan->jobs->pdata[i];
    g_autoptr (GBytes) bytes = NULL;

    forget ();
    bytes = qm_export_plan_encode (plan, job, NULL);
    g_assert_nonnull (bytes);
    g_assert_cmpuint (n_views, ==, 1);
    g_assert_cmpuint (n_layouts, ==, qm_export_format_has_look (job->format) ? 1 : 0);
  }
}

/* As a picture, as a drawing and in words. */
static void
test_copy (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  g_autoptr (GdkContentProvider) copy = NULL;

  forget ();
  copy = qm_copy_chart (dataset, &dataset->charts[0], &qm_view_default, NULL);
  g_assert_nonnull (copy);
  g_assert_cmpuint (n_views, ==, 1);
  g_assert_cmpuint (n_layouts, ==, 1);
}

/* Large figures are compared with the other panels beside them and below them. */
static gsize
count_arrangements (const QmChart *chart)
{
  gsize n_large = 0;

  for (gsize i = 0; i < chart->n_panels; i++)
    n_large += qm_form_of (&chart->panels[i])->fit_figures != NULL;
  return n_large > 0 && chart->n_panels > 1 ? 2 : 1;
}

static void
test_panels (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);

  for (gsize i = 0; i < dataset->n_charts; i++) {
    const QmChart *chart = &dataset->charts[i];
    QmChartPicture picture = {
      .chart = chart, .view = qm_view_default, .theme = &qm_theme_light, .text_scale = 1
    };

    forget ();
    qm_chart_picture_lay_out (&picture, 1280, 720);
    g_assert_cmpuint (n_views, ==, 1);
    g_assert_cmpuint (n_layouts, ==, 1);
    g_assert_cmpuint (n_placed, ==, chart->n_panels * count_arrangements (chart));
    qm_chart_picture_clear (&picture);
  }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  use_state_folder ();
  g_test_add_func ("/once/files", test_files);
  g_test_add_func ("/once/copy", test_copy);
  g_test_add_func ("/once/panels", test_panels);
  status = g_test_run ();
  remove_state_folder ();
  return status;
}
