#include "chart/view-json.h"

#include "base/language.h"
#include "load-dataset.h"

#include <string.h>

static void
assert_comes_back (const QmDataset *dataset, const QmChart *chart, QmView view)
{
  g_autofree char *json = qm_view_to_json (chart, &view);
  const QmChart *found = NULL;
  QmView read;
  g_autoptr (GError) error = NULL;

  g_assert_true (qm_view_from_json (dataset, json, &found, &read, &error));
  g_assert_no_error (error);
  g_assert_true (found == chart);
  g_assert_cmpint (read.is_log, ==, view.is_log);
  g_assert_true (read.relative_to == view.relative_to);
}

static gboolean
can_be_relative (const QmChart *chart, const QmEntity *entity)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    if (qm_view_can_be_relative (&chart->panels[i], entity))
      return TRUE;
  return FALSE;
}

static void
test_round_trip (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  guint n_views = 0;

  for (gsize i = 0; i < dataset->n_charts; i++) {
    const QmChart *chart = &dataset->charts[i];

    assert_comes_back (dataset, chart, qm_view_default);
    if ((qm_view_options (chart) & QM_VIEW_LOG) != 0)
      assert_comes_back (dataset, chart, (QmView){ .is_log = TRUE });
    for (gsize j = 0; j < dataset->n_entities; j++)
      if (can_be_relative (chart, &dataset->entities[j])) {
        assert_comes_back (dataset, chart, (QmView){ .relative_to = &dataset->entities[j] });
        n_views++;
      }
  }
  g_assert_cmpuint (n_views, >, 0);
}

static void
test_words (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  const QmChart *chart = qm_dataset_find_chart (dataset, "data-centre-gap");
  g_autofree char *json = qm_view_to_json (chart, &qm_view_default);

  g_assert_cmpstr (json, ==, "{\"chart\":\"data-centre-gap\"}");
}

/* Without a chart's name it is the view of the one before. */
static void
test_chart_before (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  const QmChart *gap = qm_dataset_find_chart (dataset, "data-centre-gap"), *chart = gap;
  QmView view;

  g_assert_true (qm_view_from_json (dataset, "{\"relative_to\":\"china\"}", &chart, &view, NULL));
  g_assert_true (chart == gap);
  g_assert_cmpstr (view.relative_to->id, ==, "china");
  chart = NULL;
  g_assert_true (qm_view_from_json (dataset, "{}", &chart, &view, NULL));
  g_assert_null (chart);
}

static void
test_refused (void)
{
  const struct {
    const char *json, *words;
  } cases[] = {
    { "", "JSON object" },
    { "[]", "JSON object" },
    { "{", "JSON object" },
    { "{} x", "JSON object" },
    { "\xff", "JSON object" },
    { "{\"colour\":\"red\"}", "“colour”" },
    { "{\"Chart\":\"data-centre-gap\"}", "“Chart”" },
    { "{\"chart\":\"gap\"}", "“gap”" },
    { "{\"chart\":1}", "“chart” is a text" },
    { "{\"scale\":\"log\",\"scale\":\"log\"}", "“scale” twice" },
    { "{\"scale\":\"cubic\"}", "“cubic”" },
    { "{\"chart\":\"timeline\",\"scale\":\"log\"}", "no logarithmic scale" },
    { "{\"relative_to\":\"mars\"}", "“mars”" },
    { "{\"chart\":\"timeline\",\"relative_to\":\"china\"}", "relative to “china”" },
  };
  g_autoptr (QmDataset) dataset = load_dataset (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const QmChart *before = &dataset->charts[0], *chart = before;
    QmView view = { .is_log = TRUE };
    g_autoptr (GError) error = NULL;

    g_assert_false (qm_view_from_json (dataset, cases[i].json, &chart, &view, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    if (strstr (error->message, cases[i].words) == NULL)
      g_error ("%s: %s", cases[i].json, error->message);
    g_assert_true (chart == before);
    g_assert_true (view.is_log);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();
  qm_language_use ("en");

  g_test_add_func ("/view-json/every-view-comes-back", test_round_trip);
  g_test_add_func ("/view-json/what-is-usual-is-not-written", test_words);
  g_test_add_func ("/view-json/a-view-may-leave-the-chart-as-it-is", test_chart_before);
  g_test_add_func ("/view-json/anything-else-is-refused-and-changes-nothing", test_refused);
  return g_test_run ();
}
