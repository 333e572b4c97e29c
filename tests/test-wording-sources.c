/* The words for sources and for what cites them. */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/words/wording.h"
#include "load-dataset.h"

static void
test_citations_name_everyone_between_figure_and_reader (void)
{
  static const struct {
    const char *claim, *citation;
  } cases[] = {
    { "world-compute-bill-2030",
      "[1] The Japan Times, 22 Jul 2025, ¶3, through McKinsey, read as a Vietnamese summary" },
    { "design-arena-17",
      "[2] news article on Chinese open models, publisher not given, 25 Nov 2025, ¶9" },
    { "startups-on-chinese-models",
      "[2] news article on Chinese open models, publisher not given, 25 Nov 2025, ¶3, "
      "through Martin Casado (a16z), in The Economist" },
  };
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  g_autofree char *in_full = NULL;

  g_assert_true (qm_language_use ("en"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const QmClaim *claim = qm_dataset_find_claim (dataset, cases[i].claim);
    g_autofree char *citation = qm_wording_citation (&claim->citations[0]);

    g_assert_cmpstr (citation, ==, cases[i].citation);
  }

  in_full = qm_wording_citation_in_full (
      &qm_dataset_find_claim (dataset, "us-ai-infrastructure-2024")->citations[0]);
  g_assert_cmpstr (
      in_full, ==,
      "“Scale is the key to success”, The Japan Times, 22 Jul 2025, ¶4, "
      "read as a Vietnamese summary, https://www.japantimes.co.jp/commentary/2025/07/22/"
      "world/scale-is-the-key-to-success/");
}

static void
test_a_title_is_not_said_twice (void)
{
  g_autoptr (QmDataset) dataset =
      load_dataset (g_test_get_filename (G_TEST_DIST, "data", "good", "smallest.json", NULL));
  const QmCitation *citation = &dataset->claims[0].citations[0];
  g_autofree char *brief = NULL, *in_full = NULL;

  g_assert_true (qm_language_use ("en"));
  brief = qm_wording_citation (citation);
  g_assert_cmpstr (brief, ==, "[1] Report, publisher not given");
  in_full = qm_wording_citation_in_full (citation);
  g_assert_cmpstr (in_full, ==, "“Report”, publisher not given");
}

/* Name and details together say everything, and nothing twice. */
static void
test_a_source_has_a_name_and_details (void)
{
  static const struct {
    const char *file;
    gsize source;
    const char *name, *details;
  } cases[] = {
    { NULL, 0, "[1] Scale is the key to success",
      "The Japan Times, 22 Jul 2025, read as a Vietnamese summary" },
    { NULL, 1, "[2] news article on Chinese open models", "publisher not given, 25 Nov 2025" },
    { "good/smallest.json", 0, "[1] Report", "publisher not given" },
    { "evidence.json", 2, "[3] Letters of a miller", "publisher not given, 2023" },
  };

  g_assert_true (qm_language_use ("en"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *path = cases[i].file != NULL
                           ? g_test_get_filename (G_TEST_DIST, "data", cases[i].file, NULL)
                           : NULL;
    g_autoptr (QmDataset) dataset = load_dataset (path);
    g_autofree char *name = qm_wording_source (&dataset->sources[cases[i].source]);
    g_autofree char *details = qm_wording_source_details (&dataset->sources[cases[i].source]);

    g_assert_cmpstr (name, ==, cases[i].name);
    g_assert_cmpstr (details, ==, cases[i].details);
  }
}

static void
test_a_place_is_referred_to_once (void)
{
  g_autoptr (QmDataset) dataset =
      load_dataset (g_test_get_filename (G_TEST_DIST, "data", "good", "complete.json", NULL));
  g_autofree char *references = qm_wording_references (qm_dataset_find_claim (dataset, "each"));

  /* The first of these is known through two people. */
  g_assert_cmpstr (references, ==, "[2 ¶2] [1 ¶1] [1]");
}

static void
test_a_chart_lists_each_source_and_place_once (void)
{
  static const struct {
    const char *chart, *sources;
  } cases[] = {
    { "data-centre-gap",
      "Source: The Japan Times, 22 Jul 2025, read as a Vietnamese summary [1\u00a0¶4]." },
    { "timeline", "Sources: The Japan Times, 22 Jul 2025, read as a Vietnamese summary [1]; "
                  "news article on Chinese open models, 25 Nov 2025 "
                  "[2\u00a0¶3–6, ¶11, ¶15]." },
    { "design-arena", "Source: news article on Chinese open models, 25 Nov 2025 [2\u00a0¶9]." },
  };
  g_autoptr (QmDataset) dataset = load_dataset (NULL);

  g_assert_true (qm_language_use ("en"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *sources = qm_wording_sources (qm_dataset_find_chart (dataset, cases[i].chart));

    g_assert_cmpstr (sources, ==, cases[i].sources);
  }
}

/* Each cell of a table has a place of its own: its chart cites the table. */
static void
test_a_chart_of_a_table_cites_it_as_a_whole (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "good", "poll.json", NULL);
  g_autoptr (QmDataset) dataset = load_dataset (path);
  g_autofree char *sources = NULL;

  g_assert_true (qm_language_use ("en"));
  sources = qm_wording_sources (qm_dataset_find_chart (dataset, "net"));
  g_assert_true (g_str_has_suffix (sources, "[1]."));
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording-sources/citations-name-everyone-between-figure-and-reader",
                   test_citations_name_everyone_between_figure_and_reader);
  g_test_add_func ("/wording-sources/a-title-is-not-said-twice", test_a_title_is_not_said_twice);
  g_test_add_func ("/wording-sources/a-source-has-a-name-and-details",
                   test_a_source_has_a_name_and_details);
  g_test_add_func ("/wording-sources/a-place-is-referred-to-once",
                   test_a_place_is_referred_to_once);
  g_test_add_func ("/wording-sources/a-chart-lists-each-source-and-place-once",
                   test_a_chart_lists_each_source_and_place_once);
  g_test_add_func ("/wording-sources/a-chart-of-a-table-cites-it-as-a-whole",
                   test_a_chart_of_a_table_cites_it_as_a_whole);
  return g_test_run ();
}
