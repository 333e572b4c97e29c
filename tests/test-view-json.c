#include "chart/view/view-json.h"

#include "base/language.h"
#include "chart/chart.h"
#include "chart/view/author-view.h"
#include "chart/view/viewed.h"
#include "load-dataset.h"
#include "random-view.h"

#include <string.h>

static void
assert_comes_back (const QmDataset *dataset, const QmChart *chart, const QmView *view)
{
  g_autofree char *json = qm_view_to_json (chart, view), *again = NULL;
  const QmChart *found = NULL;
  g_auto (QmView) read = qm_view_default;
  g_autoptr (GError) error = NULL;

  if (!qm_view_from_json (dataset, json, &found, &read, &error))
    g_error ("%s: %s", json, error->message);
  g_assert_true (found == chart);
  g_assert_true (qm_view_equal (&read, view));
  again = qm_view_to_json (chart, &read);
  g_assert_cmpstr (again, ==, json);
}

static void
test_round_trip (gconstpointer path)
{
  g_autoptr (QmDataset) dataset = load_dataset (path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (gsize i = 0; i < dataset->n_charts; i++) {
    const QmChart *chart = &dataset->charts[i];

    assert_comes_back (dataset, chart, &qm_view_default);
    for (int j = 0; j < 100; j++) {
      g_auto (QmView) view = random_view (rand, chart);

      assert_comes_back (dataset, chart, &view);
    }
  }
}

static void
test_words (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  const QmChart *chart = qm_dataset_find_chart (dataset, "data-centre-gap");
  g_autofree char *json = qm_view_to_json (chart, &qm_view_default);

  g_assert_cmpstr (json, ==, "{\"chart\":\"data-centre-gap\"}");
}

/* Whatever order the reader hides and notes in, the same view is the same text. */
static void
test_all_words (void)
{
  static const char *const json =
      "{\"chart\":\"data-centre-gap\",\"measure\":\"ai-infrastructure\","
      "\"relative_to\":\"china\",\"order\":\"by-name\",\"hidden\":[\"us\"],"
      "\"highlight\":\"china-ai-infrastructure-2024\",\"call_outs\":{"
      "\"us-ai-infrastructure-2024\":\"First\",\"china-ai-infrastructure-2024\":"
      "{\"text\":\"Second\\nline\",\"at\":[-0.123,0.25]}}}";
  static const char *const line =
      "{\"chart\":\"industrial-share\",\"scale\":\"log\",\"year\":\"2027-06\"}";
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  const QmChart *chart = qm_dataset_find_chart (dataset, "data-centre-gap"), *found = NULL;
  const QmPanel *bars = &chart->panels[0];
  g_auto (QmView) view = { .measure = bars->claims[0]->measure,
                           .relative_to = bars->claims[1]->entity,
                           .order = QM_ORDERED_BY_NAME,
                           .highlight = bars->claims[1] };
  g_autofree char *written = NULL, *again = NULL;

  g_assert_true (qm_view_set_call_out (&view, bars->claims[1], "Second\nline", NULL));
  g_assert_true (qm_view_place_call_out (&view, bars->claims[1], -0.1234, 0.25));
  g_assert_true (qm_view_set_call_out (&view, bars->claims[0], "First", NULL));
  g_assert_true (qm_view_hide (&view, chart, bars->claims[0]->entity, NULL));
  written = qm_view_to_json (chart, &view);
  g_assert_cmpstr (written, ==, json);

  g_assert_true (qm_view_from_json (dataset, line, &found, &view, NULL));
  g_assert_true (qm_date_equal (view.year, (QmDate) { .year = 2027, .month = 6 }));
  again = qm_view_to_json (found, &view);
  g_assert_cmpstr (again, ==, line);
}

/* Without a chart's name it is the view of the one before. */
static void
test_chart_before (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  const QmChart *gap = qm_dataset_find_chart (dataset, "data-centre-gap"), *chart = gap;
  g_auto (QmView) view = qm_view_default;

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
    { "{", "character 2: expected a key" },
    { "{\"é\" 3}", "character 6: expected “:”, found “3”" },
    { "{} x", "character 4" },
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
    { "{\"measure\":\"weight\"}", "“measure” names “weight”" },
    { "{\"chart\":\"industrial-share\",\"measure\":\"industrial-share\"}", "several measures" },
    { "{\"order\":\"random\"}", "“largest-first”" },
    { "{\"chart\":\"timeline\",\"order\":\"by-name\"}", "no other order" },
    { "{\"hidden\":\"us\"}", "“hidden” is a list" },
    { "{\"hidden\":[1]}", "“hidden” is a list" },
    { "{\"hidden\":[\"mars\"]}", "“hidden” names “mars”" },
    { "{\"hidden\":[\"us\",\"us\"]}", "“us” twice" },
    { "{\"chart\":\"data-centre-gap\",\"hidden\":[\"japan\"]}", "cannot be hidden" },
    { "{\"chart\":\"data-centre-gap\",\"hidden\":[\"us\",\"china\"]}", "“China” is all" },
    { "{\"chart\":\"data-centre-gap\",\"measure\":\"data-centres\",\"hidden\":[\"us\"]}",
      "“United States” is all" },
    { "{\"highlight\":[]}", "“highlight” is a text" },
    { "{\"highlight\":\"nothing\"}", "“highlight” names “nothing”" },
    { "{\"chart\":\"timeline\",\"highlight\":\"qwen-downloads\"}", "the chart “timeline” has no" },
    { "{\"call_outs\":[]}", "“call_outs” has a text for each claim" },
    { "{\"call_outs\":{\"us-ai-infrastructure-2024\":1}}",
      "“call_outs” has a text for each claim" },
    { "{\"call_outs\":{\"nothing\":\"x\"}}", "“call_outs” names “nothing”" },
    { "{\"call_outs\":{\"us-ai-infrastructure-2024\":\"x\",\"us-ai-infrastructure-2024\":\"y\"}}",
      "twice" },
    { "{\"call_outs\":{\"us-ai-infrastructure-2024\":\" \"}}", "says something" },
    { "{\"call_outs\":{\"us-ai-infrastructure-2024\":\"a\\tb\"}}", "plain text" },
    { "{\"call_outs\":{\"us-ai-infrastructure-2024\":{\"at\":[0,0]}}}", "has a text" },
    { "{\"call_outs\":{\"us-ai-infrastructure-2024\":{\"text\":\"x\"}}}", "the place of a note" },
    { "{\"call_outs\":{\"us-ai-infrastructure-2024\":{\"text\":\"x\",\"at\":[0]}}}", "the place" },
    { "{\"call_outs\":{\"us-ai-infrastructure-2024\":{\"text\":\"x\",\"at\":[0,\"y\"]}}}",
      "the place" },
    { "{\"call_outs\":{\"us-ai-infrastructure-2024\":{\"text\":\"x\",\"at\":[0,0],\"by\":1}}}",
      "the place" },
    { "{\"year\":2027}", "“year” is a text" },
    { "{\"year\":\"2027-13\"}", "“2027-13”" },
    { "{\"chart\":\"timeline\",\"year\":\"2025\"}", "no line" },
    { "{\"chart\":\"industrial-share\",\"year\":\"2024-12\"}", "between 2025 and 2030" },
    { "{\"chart\":\"industrial-share\",\"year\":\"2030-01-02\"}", "between 2025 and 2030" },
    { "{\"years\":\"2025\"}", "“years” are two dates" },
    { "{\"years\":\"2026/2025\"}", "“years” are two dates" },
    { "{\"years\":\"2025/2025-01\"}", "“years” are two dates" },
    { "{\"chart\":\"industrial-share\",\"years\":\"2026/2027\"}", "more than two dates" },
    { "{\"chart\":\"timeline\",\"years\":\"2020/2024\"}", "between 2023 and 2026" },
  };
  g_autoptr (QmDataset) dataset = load_dataset (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const QmChart *before = &dataset->charts[0], *chart = before;
    g_auto (QmView) view = { .is_log = TRUE };
    g_autoptr (GError) error = NULL;

    g_assert_false (qm_view_from_json (dataset, cases[i].json, &chart, &view, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    if (strstr (error->message, cases[i].words) == NULL)
      g_error ("%s: %s", cases[i].json, error->message);
    g_assert_true (chart == before);
    g_assert_true (view.is_log);
  }
}

/* A later version of the dataset has lost a claim, an entity and a chart's axis. */
static void
test_adapt (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  const QmChart *chart = NULL;
  g_auto (QmView) view = qm_view_default;
  g_autofree char *json = NULL;

  g_assert_true (qm_view_adapt_json (
      dataset,
      "{\"chart\":\"data-centre-gap\",\"colour\":\"red\",\"scale\":\"log\",\"order\":\"by-name\","
      "\"hidden\":[\"mars\",\"us\",\"china\"],\"highlight\":\"gone\",\"call_outs\":"
      "{\"gone\":\"x\",\"us-ai-infrastructure-2024\":\"y\"},\"year\":\"1\",\"years\":7}",
      &chart, &view));
  json = qm_view_to_json (chart, &view);
  g_assert_cmpstr (json, ==,
                   "{\"chart\":\"data-centre-gap\",\"order\":\"by-name\",\"hidden\":[\"us\"],"
                   "\"call_outs\":{\"us-ai-infrastructure-2024\":\"y\"}}");

  g_assert_false (qm_view_adapt_json (dataset, "{\"chart\":\"gone\"}", &chart, &view));
  g_assert_false (qm_view_adapt_json (dataset, "{", &chart, &view));
  g_assert_cmpstr (chart->id, ==, "data-centre-gap");
  g_assert_cmpint (view.order, ==, QM_ORDERED_BY_NAME);
}

/* The same file, read again: nothing of the view points to what was there before. */
static void
test_adapt_to_another_reading (void)
{
  g_autoptr (QmDataset) before = load_dataset (NULL), after = load_dataset (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (gsize i = 0; i < before->n_charts; i++) {
    const QmChart *chart = &before->charts[i];
    g_auto (QmView) view = random_view (rand, chart);
    g_autofree char *json = qm_view_to_json (chart, &view), *adapted = NULL;

    g_assert_true (qm_view_adapt_json (after, json, &chart, &view));
    g_assert_true (chart == &after->charts[i]);
    adapted = qm_view_to_json (chart, &view);
    g_assert_cmpstr (adapted, ==, json);
    for (guint j = 0; view.hidden != NULL && j < view.hidden->len; j++)
      g_assert_true ((const QmEntity *) view.hidden->pdata[j] >= after->entities &&
                     (const QmEntity *) view.hidden->pdata[j] <
                         after->entities + after->n_entities);
  }
}

/* --- What the author chose --- */

static const QmChart *
find_authored (const QmDataset *hard)
{
  return qm_dataset_find_chart (hard, "hard-view");
}

static void
test_begins_as_the_author_wants_it (gconstpointer path)
{
  g_autoptr (QmDataset) hard = load_dataset (path);
  const QmChart *chart = find_authored (hard), *found = chart;
  const QmView *authored = qm_author_view (chart);
  g_auto (QmView) view = qm_view_default;
  g_autofree char *as_authored = qm_view_to_json (chart, authored);
  g_autofree char *bare = qm_view_to_json (chart, &qm_view_default);

  g_assert_cmpint (authored->order, ==, QM_ORDERED_LARGEST_FIRST);
  g_assert_cmpuint (authored->call_outs->len, ==, 2);
  g_assert_cmpstr (as_authored, ==, "{\"chart\":\"hard-view\"}");
  g_assert_cmpstr (bare, ==,
                   "{\"chart\":\"hard-view\",\"order\":null,\"hidden\":null,\"highlight\":null,"
                   "\"call_outs\":null}");
  g_assert_true (qm_view_from_json (hard, as_authored, &found, &view, NULL));
  g_assert_true (qm_view_equal (&view, authored));
  g_assert_true (qm_view_from_json (hard, bare, &found, &view, NULL));
  g_assert_true (qm_view_equal (&view, &qm_view_default));
  /* A choice of one's own beside the author's. */
  g_assert_true (qm_view_from_json (hard, "{\"order\":\"by-name\"}", &found, &view, NULL));
  g_assert_cmpint (view.order, ==, QM_ORDERED_BY_NAME);
  g_assert_cmpstr (view.highlight->id, ==, "over");
}

static void
test_an_authors_note_has_languages (gconstpointer path)
{
  g_autoptr (QmDataset) hard = load_dataset (path);
  const QmChart *chart = find_authored (hard);
  const QmClaim *claim = qm_dataset_find_claim (hard, "about");
  g_auto (QmView) view = qm_view_copy (qm_author_view (chart));

  g_assert_cmpstr (qm_view_get_call_out (&view, claim), ==, "Counted once");
  qm_language_use ("vi");
  g_assert_cmpstr (qm_view_get_call_out (&view, claim), ==, "Chỉ được đếm một lần");
  qm_language_use ("en");
  g_assert_true (qm_author_view_wrote (chart, claim, "Counted once"));
  g_assert_true (qm_view_set_call_out (&view, claim, "Mine", NULL));
  g_assert_false (qm_author_view_wrote (chart, claim, qm_view_get_call_out (&view, claim)));
  g_assert_false (qm_view_equal (&view, qm_author_view (chart)));
}

/* The view of a chart of a small file that has all else right. */
static char *
list_problems (const char *view)
{
  g_autofree char *text = g_strdup_printf (
      "{\"quymo\":1,\"title\":\"T\",\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"book\"}],"
      "\n"
      "\"entities\":[{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"b\",\"name\":\"B\"}],\n"
      "\"measures\":[{\"id\":\"m\",\"name\":\"M\",\"unit\":\"number\"}],\n\"claims\":["
      "{\"id\":\"one\",\"measure\":\"m\",\"entity\":\"a\",\"value\":1,\"statement\":\"x\","
      "\"cites\":[{\"source\":\"s\"}]},"
      "{\"id\":\"two\",\"measure\":\"m\",\"entity\":\"b\",\"value\":0,\"statement\":\"x\","
      "\"cites\":[{\"source\":\"s\"}]}],\n"
      "\"charts\":[{\"id\":\"c\",\"topic\":\"t\",\"name\":\"n\",\"summary\":\"s\",\"title\":\"t\","
      "\n"
      "\"view\":%s,\n"
      "\"panels\":[{\"form\":\"bars\",\"claims\":[\"one\",\"two\"]}]}]}",
      view);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmDataset) dataset = qm_dataset_read ("f", text, strlen (text), qm_forms, problems);
  GString *lines = g_string_new (NULL);

  g_assert_true ((dataset == NULL) == (problems->len > 0));
  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *line = qm_problem_to_string (problems->pdata[i], "f");

    g_string_append_printf (lines, "%s\n", line);
  }
  return g_string_free (lines, FALSE);
}

static void
test_what_an_author_cannot_choose (void)
{
  const struct {
    const char *view, *problems;
  } cases[] = {
    { "{}", "" },
    { "{\"order\":\"by-name\",\"relative_to\":\"a\"}", "" },
    { "[]", "f:6:8: /charts/0/view: expected an object, found an empty array\n" },
    { "{\"ordre\":\"by-name\"}",
      "f:6:9: /charts/0/view/ordre: expected one of the keys superseded, measure, scale, "
      "relative_to, order, "
      "hidden, highlight, call_outs, year, years, found “ordre”; did you mean “order”?\n" },
    { "{\"chart\":\"c\"}", "f:6:9: /charts/0/view/chart: expected one of the keys superseded, "
                           "measure, scale, relative_to, order, "
                           "hidden, highlight, call_outs, year, years, found “chart”\n" },
    { "{\"order\":\"up\",\"highlight\":\"three\"}",
      "f:6:17: /charts/0/view/order: the view's “order” is “largest-first”, “smallest-first”, "
      "“by-name” or “as-given”, not “up”\n"
      "f:6:34: /charts/0/view/highlight: the view's “highlight” names “three”, but the chart "
      "“c” has no such claim\n" },
    { "{\"scale\":\"log\"}",
      "f:6:17: /charts/0/view/scale: the chart “n” has no logarithmic scale: only lines and "
      "multiples "
      "have one, for bars and areas would not be as large as their figures\n" },
    { "{\"hidden\":[\"a\",\"b\"]}",
      "f:6:18: /charts/0/view/hidden: “B” is all that is left of the chart, so it stays\n" },
    { "{\"order\":null}", "f:6:17: /charts/0/view/order: the view's “order” is a text\n" },
    { "{\"call_outs\":{\"one\":{\"english\":\"x\"}}}",
      "f:6:21: /charts/0/view/call_outs: the view's “call_outs” has a text for each claim\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *problems = list_problems (cases[i].view);

    g_assert_cmpstr (problems, ==, cases[i].problems);
  }
}

int
main (int argc, char **argv)
{
  g_autofree char *hard_cases = NULL;

  g_test_init (&argc, &argv, NULL);
  hard_cases = g_test_build_filename (G_TEST_DIST, "data", "hard-cases.json", NULL);
  qm_language_init ();
  qm_language_use ("en");

  g_test_add_data_func ("/view-json/every-view-comes-back", NULL, test_round_trip);
  g_test_add_data_func ("/view-json/every-view-of-hard-cases-comes-back", hard_cases,
                        test_round_trip);
  g_test_add_func ("/view-json/one-view-is-one-text", test_all_words);
  g_test_add_func ("/view-json/what-another-version-lacks-is-left-out", test_adapt);
  g_test_add_func ("/view-json/another-reading-takes-all-of-it", test_adapt_to_another_reading);
  g_test_add_func ("/view-json/what-is-usual-is-not-written", test_words);
  g_test_add_func ("/view-json/a-view-may-leave-the-chart-as-it-is", test_chart_before);
  g_test_add_func ("/view-json/anything-else-is-refused-and-changes-nothing", test_refused);
  g_test_add_data_func ("/view-json/begins-as-the-author-wants-it", hard_cases,
                        test_begins_as_the_author_wants_it);
  g_test_add_data_func ("/view-json/an-authors-note-has-languages", hard_cases,
                        test_an_authors_note_has_languages);
  g_test_add_func ("/view-json/what-an-author-cannot-choose-has-its-place",
                   test_what_an_author_cannot_choose);
  return g_test_run ();
}
