#include "dataset/extract.h"

#include "base/language.h"
#include "load-dataset.h"

#include <string.h>

static char *
dump (const QmChart *chart)
{
  QmCanvas canvas = { .width = 1280, .height = 720, .theme = &qm_theme_light };
  g_autoptr (QmScene) scene = qm_chart_build (chart, &qm_view_default, &canvas);

  return qm_scene_dump (scene);
}

/* Read back by itself, the extract draws the same picture. */
static void
check_chart (const QmDataset *dataset, const QmChart *chart)
{
  g_autofree char *json = qm_dataset_extract (dataset, chart);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmDataset) extract =
      qm_dataset_read ("extract", json, strlen (json), qm_forms, problems);

  if (extract == NULL) {
    g_autofree char *problem = qm_problem_to_string (problems->pdata[0], chart->id);
    g_error ("%s", problem);
  }
  g_assert_cmpuint (extract->n_charts, ==, 1);
  g_assert_cmpstr (extract->charts[0].id, ==, chart->id);
  g_assert_cmpuint (extract->n_claims, <=, dataset->n_claims);

  for (guint i = 0; i < 2; i++) {
    g_autofree char *expected = NULL, *found = NULL;

    qm_language_use (i == 0 ? "vi" : "en");
    expected = dump (chart);
    found = dump (&extract->charts[0]);
    g_assert_cmpstr (found, ==, expected);
  }
}

static void
check_dataset (const char *path)
{
  g_autoptr (QmDataset) dataset = load_dataset (path);

  for (gsize i = 0; i < dataset->n_charts; i++)
    check_chart (dataset, &dataset->charts[i]);
}

static void
test_built_in (void)
{
  check_dataset (NULL);
}

static void
test_hard_cases (void)
{
  check_dataset (g_test_get_filename (G_TEST_DIST, "data", "hard-cases.json", NULL));
}

static QmDataset *
read_text (const char *name, const char *text)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmDataset *dataset = qm_dataset_read (name, text, strlen (text), qm_forms, problems);

  if (dataset == NULL) {
    g_autofree char *problem = qm_problem_to_string (problems->pdata[0], name);
    g_error ("%s", problem);
  }
  return dataset;
}

static void
assert_same_claims (const QmChart *found, const QmChart *expected)
{
  g_assert_cmpuint (found->n_panels, ==, expected->n_panels);
  for (gsize i = 0; i < expected->n_panels; i++) {
    g_assert_cmpuint (found->panels[i].n_claims, ==, expected->panels[i].n_claims);
    for (gsize j = 0; j < expected->panels[i].n_claims; j++)
      g_assert_cmpstr (found->panels[i].claims[j]->id, ==, expected->panels[i].claims[j]->id);
  }
}

/* The extract of an extract is the same once more. */
static void
check_text (const char *name, const char *text)
{
  g_autoptr (QmDataset) dataset = read_text (name, text);

  for (gsize i = 0; i < dataset->n_charts; i++) {
    g_autofree char *json = qm_dataset_extract (dataset, &dataset->charts[i]);
    g_autoptr (QmDataset) extract = read_text (name, json);
    g_autofree char *again = qm_dataset_extract (extract, &extract->charts[0]);

    assert_same_claims (&extract->charts[0], &dataset->charts[i]);
    g_assert_cmpstr (again, ==, json);
  }
}

static void
test_good_files (void)
{
  const char *folder = g_test_get_filename (G_TEST_DIST, "data", "good", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;

    if (!g_str_has_suffix (name, ".json"))
      continue;
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    check_text (name, text);
    n_files++;
  }
  g_assert_cmpuint (n_files, >, 0);
}

static void
test_only_what_is_shown (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  const QmChart *chart = qm_dataset_find_chart (dataset, "data-centre-gap");
  g_autofree char *json = qm_dataset_extract (dataset, chart);

  g_assert_nonnull (strstr (json, "\"us-to-china-ai-infrastructure-2024\""));
  g_assert_null (strstr (json, "\"design-arena\""));
  g_assert_null (strstr (json, "\"industrial-share\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();
  qm_language_use ("en");

  g_test_add_func ("/extract/draws-every-chart-as-the-whole-does", test_built_in);
  g_test_add_func ("/extract/draws-hard-cases", test_hard_cases);
  g_test_add_func ("/extract/is-a-right-file-of-every-right-file", test_good_files);
  g_test_add_func ("/extract/has-what-the-chart-needs-and-no-more", test_only_what_is_shown);
  return g_test_run ();
}
