/* What a reader's choices change of a picture, and what they leave. */
#include "base/language.h"
#include "chart/chart.h"
#include "load-dataset.h"

#include <math.h>
#include <string.h>

static QmDataset *dataset;

static const QmEntity *
find_entity (const char *id)
{
  for (gsize i = 0; i < dataset->n_entities; i++)
    if (g_str_equal (dataset->entities[i].id, id))
      return &dataset->entities[i];
  g_assert_not_reached ();
}

static QmScene *
build (const char *chart, QmView view)
{
  QmCanvas canvas = { .width = 1920, .height = 1080, .theme = &qm_theme_light };

  return qm_chart_build (qm_dataset_find_chart (dataset, chart), &view, &canvas);
}

static gboolean
says (const QmScene *scene, const char *words)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].layout != NULL &&
        strstr (pango_layout_get_text (shapes[i].layout), words) != NULL)
      return TRUE;
  return FALSE;
}

/* TRUE if a text of the mark is exactly that. */
static gboolean
labels (const QmScene *scene, const char *id, const char *words)
{
  gsize n_shapes, n_marks;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].layout != NULL && shapes[i].mark >= 0 &&
        g_str_equal (marks[shapes[i].mark].id, id) &&
        g_str_equal (pango_layout_get_text (shapes[i].layout), words))
      return TRUE;
  return FALSE;
}

static const QmMark *
find_mark (const QmScene *scene, const char *id)
{
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (g_str_equal (marks[i].id, id))
      return &marks[i];
  g_assert_not_reached ();
}

static void
test_relative_bars_are_computed_ratios (void)
{
  g_autoptr (QmScene) absolute = build ("europe-genai", qm_view_default);
  g_autoptr (QmScene) relative =
      build ("europe-genai", (QmView){ .relative_to = find_entity ("europe") });

  g_assert_true (labels (absolute, "us-genai-2023", "US$23 billion"));
  g_assert_true (labels (relative, "us-genai-2023", "≈\u00a013.5×"));
  g_assert_true (labels (relative, "europe-genai-2023", "1×"));
  g_assert_true (says (relative, "Europe = 1"));
  g_assert_true (says (relative, "computed from stated figures"));
}

static void
test_a_computed_ratio_below_bars_shows_its_value (void)
{
  g_autoptr (QmScene) scene = build ("europe-genai", qm_view_default);

  g_assert_true (labels (scene, "us-to-europe-genai-2023",
                         "United States to Europe: ≈\u00a013.5×, "
                         "computed: US$23 billion ÷ US$1.7 billion"));
}

static void
test_marks_stand_for_their_claims_in_every_view (void)
{
  g_autoptr (QmScene) relative =
      build ("europe-genai", (QmView){ .relative_to = find_entity ("europe") });

  g_assert_true (find_mark (relative, "us-genai-2023")->datum ==
                 qm_dataset_find_claim (dataset, "us-genai-2023"));
}

static void
test_a_chart_cannot_be_relative_to_whoever_it_does_not_show (void)
{
  QmView view = { .relative_to = find_entity ("japan") };
  const QmChart *chart = qm_dataset_find_chart (dataset, "europe-genai");
  g_autoptr (QmScene) scene = build ("europe-genai", view);

  g_assert_false (qm_view_can_be_relative (&chart->panels[0], view.relative_to));
  g_assert_true (says (scene, "US$23 billion"));
}

static void
test_a_line_can_be_logarithmic_and_says_so (void)
{
  g_autoptr (QmScene) linear = build ("industrial-share", qm_view_default);
  g_autoptr (QmScene) logarithmic = build ("industrial-share", (QmView){ .is_log = TRUE });
  double middle = qm_rect_centre (find_mark (logarithmic, "china-industrial-share-2025")->bounds).y;
  double top = qm_rect_centre (find_mark (logarithmic, "china-industrial-share-2030")->bounds).y;
  double bottom = qm_rect_centre (find_mark (logarithmic, "us-industrial-share-2030")->bounds).y;

  g_assert_true (says (logarithmic, "logarithmic scale"));
  g_assert_false (says (linear, "logarithmic scale"));
  g_assert_true (says (linear, "0%"));
  /* 32% lies where its logarithm does between those of 10% and 40%. */
  g_assert_cmpfloat_with_epsilon ((bottom - middle) / (bottom - top), log (3.2) / log (4), 1e-3);
}

static void
test_forms_say_what_can_be_chosen (void)
{
  static const struct {
    const char *chart;
    QmViewOptions options;
  } cases[] = {
    { "industrial-share", QM_VIEW_LOG | QM_VIEW_RELATIVE },
    { "data-centre-gap", QM_VIEW_RELATIVE },
    { "allied-scale", QM_VIEW_LOG },
    { "design-arena", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (qm_view_options (qm_dataset_find_chart (dataset, cases[i].chart)), ==,
                     cases[i].options);
}

static void
test_larger_texts_are_laid_out_larger (void)
{
  const QmChart *chart = qm_dataset_find_chart (dataset, "design-arena");
  QmCanvas usual = { .width = 1600, .height = 1000, .theme = &qm_theme_light },
           large = { .width = 1600, .height = 1000, .theme = &qm_theme_light, .text_scale = 1.2 };
  g_autoptr (QmScene) before = qm_chart_build (chart, &qm_view_default, &usual);
  g_autoptr (QmScene) after = qm_chart_build (chart, &qm_view_default, &large);
  gsize n_shapes;

  g_assert_cmpfloat_with_epsilon (qm_scene_get_shapes (after, &n_shapes)[1].bounds.height,
                                  1.2 * qm_scene_get_shapes (before, &n_shapes)[1].bounds.height,
                                  0.5);
}

int
main (int argc, char **argv)
{
  int status;

  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_assert_true (qm_language_use ("en"));
  dataset = load_dataset (NULL);

  g_test_add_func ("/view/relative-bars-are-computed-ratios",
                   test_relative_bars_are_computed_ratios);
  g_test_add_func ("/view/a-computed-ratio-below-bars-shows-its-value",
                   test_a_computed_ratio_below_bars_shows_its_value);
  g_test_add_func ("/view/marks-stand-for-their-claims-in-every-view",
                   test_marks_stand_for_their_claims_in_every_view);
  g_test_add_func ("/view/a-chart-cannot-be-relative-to-whoever-it-does-not-show",
                   test_a_chart_cannot_be_relative_to_whoever_it_does_not_show);
  g_test_add_func ("/view/a-line-can-be-logarithmic-and-says-so",
                   test_a_line_can_be_logarithmic_and_says_so);
  g_test_add_func ("/view/forms-say-what-can-be-chosen", test_forms_say_what_can_be_chosen);
  g_test_add_func ("/view/larger-texts-are-laid-out-larger", test_larger_texts_are_laid_out_larger);
  status = g_test_run ();
  qm_dataset_unref (dataset);
  return status;
}
