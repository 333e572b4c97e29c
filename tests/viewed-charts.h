/* The datasets whose charts are viewed: the built-in one, the hard cases, and what neither has. */
#pragma once

#include "base/language.h"
#include "chart/chart.h"
#include "chart/view/view-json.h"
#include "chart/words/description.h"
#include "load-dataset.h"

#include <string.h>

static QmDataset *built_in, *hard, *rare;

/* What neither of the others has: a ratio of a measure that has no figures beside it, and figures
 * that were computed or expected before others that are stated. */
static const char rare_cases[] =
    "{ \"quymo\": 1, \"title\": \"Rare cases\","
    "  \"sources\": [ { \"id\": \"s\", \"title\": \"S\", \"container\": \"S\", \"kind\": "
    "\"report\" } ],"
    "  \"entities\": [ { \"id\": \"a\", \"name\": \"A\" }, { \"id\": \"b\", \"name\": \"B\" },"
    "                { \"id\": \"c\", \"name\": \"C\" } ],"
    "  \"measures\": [ { \"id\": \"size\", \"name\": \"Size\", \"unit\": \"number\" },"
    "                { \"id\": \"speed\", \"name\": \"Speed\", \"unit\": \"number\" },"
    "                { \"id\": \"weight\", \"name\": \"Weight\", \"unit\": \"number\" } ],"
    "  \"claims\": ["
    "    { \"id\": \"size-a\", \"measure\": \"size\", \"entity\": \"a\", \"time\": \"2001\", "
    "\"value\": 8,"
    "      \"standing\": \"projected\", \"statement\": \"s\", \"cites\": [ { \"source\": \"s\" } ] "
    "},"
    "    { \"id\": \"size-a-2010\", \"measure\": \"size\", \"entity\": \"a\", \"time\": \"2010\", "
    "\"value\": 6,"
    "      \"statement\": \"s\", \"cites\": [ { \"source\": \"s\" } ] },"
    "    { \"id\": \"size-a-2020\", \"measure\": \"size\", \"entity\": \"a\", \"time\": \"2020\", "
    "\"value\": 7,"
    "      \"statement\": \"s\", \"cites\": [ { \"source\": \"s\" } ] },"
    "    { \"id\": \"weight-b\", \"measure\": \"weight\", \"entity\": \"b\", \"value\": 5,"
    "      \"statement\": \"s\", \"cites\": [ { \"source\": \"s\" } ] },"
    "    { \"id\": \"weight-c\", \"measure\": \"weight\", \"entity\": \"c\", \"value\": 7,"
    "      \"statement\": \"s\", \"cites\": [ { \"source\": \"s\" } ] },"
    "    { \"id\": \"weight-a\", \"measure\": \"weight\", \"entity\": \"a\", \"value\": 5,"
    "      \"statement\": \"s\", \"cites\": [ { \"source\": \"s\" } ] },"
    "    { \"id\": \"speed-b-to-c\", \"measure\": \"speed\", \"ratio\": [\"b\", \"c\"], \"value\": "
    "2,"
    "      \"statement\": \"Twice\", \"cites\": [ { \"source\": \"s\" } ] } ],"
    "  \"charts\": ["
    "    { \"id\": \"bars\", \"topic\": \"t\", \"name\": \"n\", \"summary\": \"s\", \"title\": "
    "\"Bars\", \"panels\": ["
    "      { \"form\": \"bars\", \"claims\": [\"size-a\", \"speed-b-to-c\"] },"
    "      { \"form\": \"figure\", \"claims\": [\"speed-b-to-c\"] } ] },"
    "    { \"id\": \"equals\", \"topic\": \"t\", \"name\": \"n\", \"summary\": \"s\", \"title\": "
    "\"Equals\", \"panels\": ["
    "      { \"form\": \"bars\", \"claims\": [\"weight-b\", \"weight-c\", \"weight-a\"] } ] },"
    "    { \"id\": \"line\", \"topic\": \"t\", \"name\": \"n\", \"summary\": \"s\", \"title\": "
    "\"Line\", \"panels\": ["
    "      { \"form\": \"line\", \"claims\": [\"size-a\", \"size-a-2010\", \"size-a-2020\"] } ] } "
    "] }";

static inline QmDataset *
read_rare_cases (void)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmDataset *dataset =
      qm_dataset_read ("rare", rare_cases, strlen (rare_cases), qm_forms, problems);

  g_assert_cmpuint (problems->len, ==, 0);
  return dataset;
}

/* The view of that JSON, of a chart of any of the datasets. */
static inline QmView
read_view (const char *json, const QmChart **chart)
{
  QmView view = qm_view_default;
  g_autoptr (GError) error = NULL;

  *chart = NULL;
  if (!qm_view_from_json (built_in, json, chart, &view, NULL) &&
      !qm_view_from_json (hard, json, chart, &view, NULL) &&
      !qm_view_from_json (rare, json, chart, &view, &error))
    g_error ("%s: %s", json, error->message);
  return view;
}

static inline QmScene *
build_sized (const char *json, double width, double height)
{
  QmCanvas canvas = { .width = width, .height = height, .theme = &qm_theme_light };
  const QmChart *chart;
  g_auto (QmView) view = read_view (json, &chart);

  return qm_chart_build (chart, &view, &canvas);
}

static inline QmScene *
build (const char *json)
{
  return build_sized (json, 1920, 1080);
}

static inline const QmShape *
find_text (const QmScene *scene, const char *words)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].layout != NULL && g_str_equal (pango_layout_get_text (shapes[i].layout), words))
      return &shapes[i];
  g_error ("“%s” is not said", words);
}

static inline void
assert_described (const char *json, const char *words, gboolean is_said)
{
  const QmChart *chart;
  g_auto (QmView) view = read_view (json, &chart);
  g_auto (QmViewedChart) viewed = qm_view_chart (&view, chart);
  g_autofree char *description = qm_description (&viewed);

  if ((strstr (description, words) != NULL) != is_said)
    g_error ("“%s” in: %s", words, description);
}

static inline void
init_viewed_tests (int *argc, char ***argv)
{
  g_autofree char *path = NULL;

  qm_language_init ();
  g_test_init (argc, argv, NULL);
  g_assert_true (qm_language_use ("en"));
  built_in = load_dataset (NULL);
  path = g_test_build_filename (G_TEST_DIST, "data", "hard-cases.json", NULL);
  hard = load_dataset (path);
  rare = read_rare_cases ();
}

static inline int
run_viewed_tests (void)
{
  int status = g_test_run ();

  qm_dataset_unref (built_in);
  qm_dataset_unref (hard);
  qm_dataset_unref (rare);
  return status;
}
