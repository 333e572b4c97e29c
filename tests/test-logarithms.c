/* A logarithmic scale is taken only where all that is shown is above zero, and said only where it
 * is drawn. */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/view/view-json.h"
#include "chart/view/viewed.h"
#include "load-dataset.h"
#include "look-at-scene.h"

#include <string.h>

static QmDataset *zero;

static void
test_refused_with_the_reason (void)
{
  static const struct {
    const char *view, *reason; /* NULL: it is taken */
  } cases[] = {
    { "{\"chart\":\"levels\",\"scale\":\"log\"}",
      "“Levels” has no logarithmic scale while it shows “Pond, 2010”" },
    { "{\"chart\":\"levels\",\"scale\":\"log\",\"hidden\":[\"pond\"]}", NULL },
    { "{\"hidden\":[\"pond\"],\"scale\":\"log\",\"chart\":\"levels\"}", NULL },
    { "{\"chart\":\"levels\",\"scale\":\"log\",\"hidden\":[\"lake\"]}", "“Pond, 2010”" },
    { "{\"chart\":\"levels\",\"scale\":\"linear\"}", NULL },
    { "{\"chart\":\"ratios\",\"scale\":\"log\"}", "“Lake / Pond, 2000”" },
    { "{\"chart\":\"ratios\",\"scale\":\"log\",\"hidden\":[\"pond\"]}", NULL },
    { "{\"chart\":\"bars\",\"scale\":\"log\"}",
      "“Bars” has no logarithmic scale: only lines and multiples" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (QmView) view = qm_view_default;
    g_autoptr (GError) error = NULL;
    const QmChart *chart = NULL;
    gboolean is_read = qm_view_from_json (zero, cases[i].view, &chart, &view, &error);

    g_test_message ("%s", cases[i].view);
    g_assert_cmpint (is_read, ==, cases[i].reason == NULL);
    if (!is_read && strstr (error->message, cases[i].reason) == NULL)
      g_error ("“%s” in “%s”", cases[i].reason, error->message);
  }
}

/* A view of another version of the dataset keeps the rest. */
static void
test_adapted_without_it (void)
{
  g_auto (QmView) view = qm_view_default;
  const QmChart *chart = NULL;

  g_assert_true (qm_view_adapt_json (
      zero, "{\"chart\":\"levels\",\"scale\":\"log\",\"year\":\"2005\"}", &chart, &view));
  g_assert_false (view.is_log);
  g_assert_cmpint (view.year.year, ==, 2005);
}

/* Not even a view that was never read as JSON is drawn linear under that word. */
static void
test_never_said_of_a_linear_scale (void)
{
  QmCanvas canvas = { .width = 1280, .height = 720, .theme = &qm_theme_light };
  const QmView logarithmic = { .is_log = TRUE };

  for (gsize i = 0; i < zero->n_charts; i++) {
    g_autoptr (QmScene) scene = qm_chart_build (&zero->charts[i], &logarithmic, &canvas);

    g_assert_false (scene_says (scene, "logarithmic"));
  }
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  int status;

  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_assert_true (qm_language_use ("en"));
  path = g_test_build_filename (G_TEST_DIST, "data", "good", "zero.json", NULL);
  zero = load_dataset (path);

  g_test_add_func ("/logarithms/are-refused-with-the-reason", test_refused_with_the_reason);
  g_test_add_func ("/logarithms/are-left-out-of-an-adapted-view", test_adapted_without_it);
  g_test_add_func ("/logarithms/are-never-said-of-a-linear-scale",
                   test_never_said_of_a_linear_scale);
  status = g_test_run ();
  qm_dataset_unref (zero);
  return status;
}
