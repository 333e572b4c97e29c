/* What a reader's choices change of a picture, and what they leave. */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/view/view-json.h"
#include "chart/view/view-offers.h"
#include "chart/view/viewed.h"
#include "load-dataset.h"
#include "look-at-scene.h"

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

static void
test_relative_bars_are_computed_ratios (void)
{
  g_autoptr (QmScene) absolute = build ("europe-genai", qm_view_default);
  g_autoptr (QmScene) relative =
      build ("europe-genai", (QmView) { .relative_to = find_entity ("europe") });

  g_assert_true (mark_says (absolute, "us-genai-2023", "US$23 billion"));
  g_assert_true (mark_says (relative, "us-genai-2023", "≈\u00a013.5×"));
  g_assert_true (mark_says (relative, "europe-genai-2023", "1×"));
  g_assert_true (scene_says (relative, "Europe = 1"));
  g_assert_true (scene_says (relative, "computed from stated figures"));
}

static void
test_a_computed_ratio_below_bars_shows_its_value (void)
{
  g_autoptr (QmScene) scene = build ("europe-genai", qm_view_default);

  g_assert_true (mark_says (scene, "us-to-europe-genai-2023",
                            "United States to Europe: ≈\u00a013.5×, "
                            "computed: US$23 billion ÷ US$1.7 billion"));
}

static void
test_marks_stand_for_their_claims_in_every_view (void)
{
  g_autoptr (QmScene) relative =
      build ("europe-genai", (QmView) { .relative_to = find_entity ("europe") });

  g_assert_true (scene_mark (relative, "us-genai-2023")->datum ==
                 qm_dataset_find_claim (dataset, "us-genai-2023"));
}

static void
test_a_chart_cannot_be_relative_to_whoever_it_does_not_show (void)
{
  QmView view = { .relative_to = find_entity ("japan") };
  const QmViewOffers *offers = qm_view_offers (qm_dataset_find_chart (dataset, "europe-genai"));
  g_autoptr (QmScene) scene = build ("europe-genai", view);

  g_assert_false (g_ptr_array_find (offers->relative_to, view.relative_to, NULL));
  g_assert_true (scene_says (scene, "US$23 billion"));
}

static void
test_a_line_can_be_logarithmic_and_says_so (void)
{
  g_autoptr (QmScene) linear = build ("industrial-share", qm_view_default);
  g_autoptr (QmScene) logarithmic = build ("industrial-share", (QmView) { .is_log = TRUE });
  double middle =
      qm_rect_centre (scene_mark (logarithmic, "china-industrial-share-2025")->bounds).y;
  double top = qm_rect_centre (scene_mark (logarithmic, "china-industrial-share-2030")->bounds).y;
  double bottom = qm_rect_centre (scene_mark (logarithmic, "us-industrial-share-2030")->bounds).y;

  g_assert_true (scene_says (logarithmic, "logarithmic scale"));
  g_assert_false (scene_says (linear, "logarithmic scale"));
  g_assert_true (scene_says (linear, "0%"));
  /* 32% lies where its logarithm does between those of 10% and 40%. */
  g_assert_cmpfloat_with_epsilon ((bottom - middle) / (bottom - top), log (3.2) / log (4), 1e-3);
}

static char *
ids_of (const GPtrArray *entities)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < entities->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((const QmEntity *) entities->pdata[i])->id);
  return g_string_free (ids, FALSE);
}

static void
test_charts_say_what_can_be_chosen (void)
{
  static const struct {
    const char *chart;
    guint n_measures;
    const char *relative_to, *entities;
    gboolean has_log, has_order;
    int year_from, year_to, from, to;
  } cases[] = {
    { "industrial-share", 0, "china", "us china", TRUE, FALSE, 2025, 2030, 0, 0 },
    { "data-centre-gap", 2, "us china", "us china", FALSE, TRUE, 0, 0, 0, 0 },
    { "allied-scale", 3, "", "", TRUE, TRUE, 0, 0, 0, 0 },
    { "design-arena", 0, "", "china gpt-oss-120b", FALSE, FALSE, 0, 0, 0, 0 },
    { "japan-private-ai", 0, "", "south-korea israel uae", FALSE, FALSE, 0, 0, 0, 0 },
    { "timeline", 0, "", "us a16z-start-ups airbnb nvidia qwen kimi-k2-thinking", FALSE, FALSE, 0,
      0, 2023, 2026 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const QmViewOffers *offers = qm_view_offers (qm_dataset_find_chart (dataset, cases[i].chart));
    g_autofree char *relative_to = ids_of (offers->relative_to);
    g_autofree char *entities = ids_of (offers->entities);

    g_assert_cmpuint (offers->measures->len, ==, cases[i].n_measures);
    g_assert_cmpstr (relative_to, ==, cases[i].relative_to);
    g_assert_cmpstr (entities, ==, cases[i].entities);
    g_assert_cmpint (offers->has_log, ==, cases[i].has_log);
    g_assert_cmpint (offers->has_order, ==, cases[i].has_order);
    g_assert_cmpint (offers->year_from.year, ==, cases[i].year_from);
    g_assert_cmpint (offers->year_to.year, ==, cases[i].year_to);
    g_assert_cmpint (offers->from.year, ==, cases[i].from);
    g_assert_cmpint (offers->to.year, ==, cases[i].to);
  }
}

static void
test_a_copy_is_equal_and_its_own (void)
{
  const QmChart *chart = qm_dataset_find_chart (dataset, "data-centre-gap");
  const QmClaim *claim = chart->panels[0].claims[0];
  g_auto (QmView) view = { .is_log = TRUE };
  g_auto (QmView) copy = qm_view_default;

  g_assert_true (qm_view_hide (&view, chart, find_entity ("china"), NULL));
  g_assert_true (qm_view_set_call_out (&view, claim, "A note", NULL));
  g_assert_false (qm_view_equal (&view, &copy));
  qm_view_set (&copy, &view);
  g_assert_true (qm_view_equal (&view, &copy));
  qm_view_set (&copy, &copy);
  g_assert_true (qm_view_equal (&view, &copy));

  qm_view_show (&copy, find_entity ("china"));
  g_assert_true (qm_view_is_hidden (&view, find_entity ("china")));
  g_assert_false (qm_view_equal (&view, &copy));
  qm_view_set (&copy, &view);
  g_assert_true (qm_view_set_call_out (&copy, claim, "Another", NULL));
  g_assert_cmpstr (qm_view_get_call_out (&view, claim), ==, "A note");
  g_assert_false (qm_view_equal (&view, &copy));

  g_assert_true (qm_view_set_call_out (&copy, claim, NULL, NULL));
  qm_view_show (&copy, find_entity ("china"));
  copy.is_log = FALSE;
  g_assert_true (qm_view_equal (&copy, &qm_view_default));
}

/* One view of each choice: no two are equal, and each is equal to itself. */
static void
test_views_differ_by_every_choice (void)
{
  const QmChart *chart = qm_dataset_find_chart (dataset, "data-centre-gap");
  const QmPanel *bars = &chart->panels[0];
  QmView views[] = {
    qm_view_default,
    { .measure = bars->claims[0]->measure },
    { .is_log = TRUE },
    { .relative_to = bars->claims[0]->entity },
    { .order = QM_ORDERED_BY_NAME },
    { .highlight = bars->claims[0] },
    { .year = { 2027, 0, 0 } },
    { .year = { 2027, 6, 0 } },
    { .from = { 2025, 0, 0 }, .to = { 2027, 0, 0 } },
    { .from = { 2026, 0, 0 }, .to = { 2027, 0, 0 } },
    { .from = { 2025, 0, 0 }, .to = { 2028, 0, 0 } },
    { .hidden = NULL },
    { .hidden = NULL },
    { .call_outs = NULL },
    { .call_outs = NULL },
    { .call_outs = NULL },
  };
  gsize n = G_N_ELEMENTS (views);

  g_assert_true (qm_view_hide (&views[n - 5], chart, find_entity ("china"), NULL));
  g_assert_true (qm_view_hide (&views[n - 4], chart, find_entity ("us"), NULL));
  g_assert_true (qm_view_set_call_out (&views[n - 3], bars->claims[0], "x", NULL));
  g_assert_true (qm_view_set_call_out (&views[n - 2], bars->claims[1], "x", NULL));
  g_assert_true (qm_view_set_call_out (&views[n - 1], bars->claims[0], "y", NULL));
  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++)
      if (qm_view_equal (&views[i], &views[j]) != (i == j))
        g_error ("%zu and %zu", i, j);
  for (gsize i = 0; i < n; i++)
    qm_view_clear (&views[i]);
}

/* The same are hidden, in whatever order the reader did it. */
static void
test_the_hidden_are_a_set (void)
{
  const QmChart *chart = qm_dataset_find_chart (dataset, "japan-private-ai");
  g_auto (QmView) one = qm_view_default, other = qm_view_default;

  g_assert_true (qm_view_hide (&one, chart, find_entity ("israel"), NULL));
  g_assert_true (qm_view_hide (&one, chart, find_entity ("south-korea"), NULL));
  g_assert_true (qm_view_hide (&other, chart, find_entity ("south-korea"), NULL));
  g_assert_true (qm_view_hide (&other, chart, find_entity ("israel"), NULL));
  g_assert_true (qm_view_hide (&other, chart, find_entity ("israel"), NULL));
  g_assert_true (qm_view_equal (&one, &other));
}

static void
test_something_of_a_chart_always_stays (void)
{
  const QmChart *chart = qm_dataset_find_chart (dataset, "data-centre-gap");
  g_auto (QmView) view = qm_view_default;
  g_autoptr (GError) error = NULL;

  g_assert_true (qm_view_hide (&view, chart, find_entity ("us"), &error));
  g_assert_no_error (error);
  g_assert_false (qm_view_hide (&view, chart, find_entity ("china"), &error));
  g_assert_cmpstr (error->message, ==, "“China” is all that is left of the chart, so it stays");
  g_assert_false (qm_view_is_hidden (&view, find_entity ("china")));
  g_assert_true (qm_view_is_hidden (&view, find_entity ("us")));
}

static void
test_a_call_out_is_short (void)
{
  const QmChart *chart = qm_dataset_find_chart (dataset, "design-arena");
  g_auto (QmView) view = qm_view_default;
  g_autofree char *longest = g_strnfill (QM_CALL_OUT_LENGTH, 'x');
  g_autofree char *longer = g_strconcat (longest, "x", NULL);
  const char *const refused[] = { "",
                                  "\t",
                                  " \n\302\240 ",
                                  "a\tb",
                                  "a\r\nb",
                                  "a\342\200\250b",
                                  "\377",
                                  "1\n2\n3\n4\n5\n6\n7\n8\n9",
                                  longer };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (qm_view_set_call_out (&view, chart->panels[0].claims[0], refused[i], &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    g_assert_null (view.call_outs);
  }
  g_assert_true (qm_view_set_call_out (&view, chart->panels[0].claims[0], longest, NULL));
  g_assert_true (
      qm_view_set_call_out (&view, chart->panels[0].claims[0], "1\n2\n3\n4\n5\n6\n7\n8", NULL));

  for (gsize i = 0; i < QM_MAX_CALL_OUTS; i++)
    g_assert_cmpint (qm_view_set_call_out (&view, &dataset->claims[i], "x", NULL), ==,
                     i + 1 < QM_MAX_CALL_OUTS);
  g_assert_true (qm_view_set_call_out (&view, &dataset->claims[0], "y", NULL));
}

static void
test_a_call_out_stays_where_it_was_placed (void)
{
  const QmChart *chart = qm_dataset_find_chart (dataset, "design-arena");
  const QmClaim *claim = chart->panels[0].claims[0];
  g_auto (QmView) view = qm_view_default, copy = qm_view_default;
  const QmCallOut *call_out;

  g_assert_true (qm_view_place_call_out (&view, claim, 0.1, 0.1));
  g_assert_null (view.call_outs);
  g_assert_true (qm_view_set_call_out (&view, claim, "Two\nlines", NULL));
  g_assert_true (qm_view_place_call_out (&view, claim, -0.12345, 7));
  copy = qm_view_copy (&view);
  g_assert_true (qm_view_equal (&copy, &view));
  g_assert_true (qm_view_set_call_out (&view, claim, "Other words", NULL));
  call_out = &g_array_index (view.call_outs, QmCallOut, 0);
  g_assert_true (call_out->is_placed);
  g_assert_cmpfloat_with_epsilon (call_out->across, -0.123, 1e-9);
  g_assert_cmpfloat_with_epsilon (call_out->down, 1, 1e-9);
  g_assert_false (qm_view_place_call_out (&view, claim, (double) NAN, 0));
  g_assert_true (qm_view_set_call_out (&copy, claim, "Other words", NULL));
  g_assert_true (qm_view_place_call_out (&copy, claim, -0.123, 0.5));
  g_assert_false (qm_view_equal (&copy, &view));
}

/* What is larger than the smallest text grows by the root. */
static void
test_larger_texts_are_laid_out_larger (void)
{
  const QmChart *chart = qm_dataset_find_chart (dataset, "design-arena");
  QmCanvas usual = { .width = 1600, .height = 1000, .theme = &qm_theme_light },
           large = { .width = 1600, .height = 1000, .theme = &qm_theme_light, .text_scale = 1.44 };
  g_autoptr (QmScene) before = qm_chart_build (chart, &qm_view_default, &usual);
  g_autoptr (QmScene) after = qm_chart_build (chart, &qm_view_default, &large);
  gsize n_shapes;

  g_assert_cmpfloat_with_epsilon (qm_scene_get_shapes (after, &n_shapes)[1].bounds.height,
                                  1.2 * qm_scene_get_shapes (before, &n_shapes)[1].bounds.height,
                                  0.5);
}

/* --- Charts of its own --- */

/* Of entities "a" to "c"; NULL where the file has a problem. */
static QmDataset *
read_chart (const char *claims, const char *form, const char *ids)
{
  g_autofree char *text = g_strdup_printf (
      "{\"quymo\":1,\"title\":\"T\",\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"book\"}],"
      "\"entities\":[{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"b\",\"name\":\"B\"},"
      "{\"id\":\"c\",\"name\":\"C\"}],\"measures\":[{\"id\":\"m\",\"name\":\"M\",\"unit\":"
      "\"number\"}],"
      "\"claims\":[%s],\"charts\":[{\"id\":\"c\",\"topic\":\"t\",\"name\":\"n\",\"summary\":\"s\","
      "\"title\":\"t\",\"panels\":[{\"form\":\"%s\",\"claims\":[%s]}]}]}",
      claims, form, ids);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();

  return qm_dataset_read ("d", text, strlen (text), qm_forms, problems);
}

#define CITED "\"measure\":\"m\",\"statement\":\"x\",\"cites\":[{\"source\":\"s\"}]}"
#define RATIOS                                                                                     \
  "{\"id\":\"r\",\"ratio\":[\"a\",\"b\"],\"value\":2," CITED ","                                   \
  "{\"id\":\"q\",\"ratio\":[\"a\",\"c\"],\"value\":3," CITED ","                                   \
  "{\"id\":\"f\",\"entity\":\"b\",\"value\":4," CITED                                              \
  ",{\"id\":\"g\",\"entity\":\"c\",\"value\":5," CITED

/* Two figures, or two ratios where there is no figure; the ratios stand behind figures. */
static void
test_what_is_put_in_order (void)
{
  static const struct {
    const char *form, *ids, *largest_first; /* NULL: there is no order */
  } cases[] = {
    { "multiples", "\"r\",\"q\"", "q r" },
    { "multiples", "\"r\"", NULL },
    { "bars", "\"f\",\"g\"", "g f" },
    { "bars", "\"f\",\"r\",\"q\"", NULL },
    { "bars", "\"f\",\"g\",\"r\",\"q\"", "g f r q" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmDataset) own = read_chart (RATIOS, cases[i].form, cases[i].ids);
    const QmView view = { .order = QM_ORDERED_LARGEST_FIRST };
    g_auto (QmViewedChart) viewed = qm_view_chart (&view, &own->charts[0]);
    const QmPanel *panel = &viewed.chart.panels[0];
    g_autoptr (GString) ids = g_string_new (NULL);

    for (gsize j = 0; j < panel->n_claims; j++)
      g_string_append_printf (ids, "%s%s", j > 0 ? " " : "", panel->claims[j]->id);
    g_assert_cmpint (qm_view_offers (&own->charts[0])->has_order, ==,
                     cases[i].largest_first != NULL);
    if (cases[i].largest_first != NULL)
      g_assert_cmpstr (ids->str, ==, cases[i].largest_first);
  }
}

/* On a line one day follows another, but no two figures are of one day. */
static void
test_days_of_a_line_are_told_apart (void)
{
  static const struct {
    const char *first, *second;
    gboolean is_line;
  } cases[] = {
    { "2024-03-01", "2024-03-02", TRUE },
    { "-4712-12-30", "-4712-12-31", TRUE },
    { "2024-03-01", "2024-03-01", FALSE },
    { "2024-Q1", "2024-33", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *claims =
        g_strdup_printf ("{\"id\":\"x\",\"entity\":\"a\",\"time\":\"%s\",\"value\":4," CITED
                         ",{\"id\":\"y\",\"entity\":\"a\",\"time\":\"%s\",\"value\":5," CITED,
                         cases[i].first, cases[i].second);
    g_autoptr (QmDataset) own = read_chart (claims, "line", "\"x\",\"y\"");

    g_test_message ("%s, %s", cases[i].first, cases[i].second);
    g_assert_cmpint (own != NULL, ==, cases[i].is_line);
  }
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
  g_test_add_func ("/view/charts-say-what-can-be-chosen", test_charts_say_what_can_be_chosen);
  g_test_add_func ("/view/a-copy-is-equal-and-its-own", test_a_copy_is_equal_and_its_own);
  g_test_add_func ("/view/views-differ-by-every-choice", test_views_differ_by_every_choice);
  g_test_add_func ("/view/the-hidden-are-a-set", test_the_hidden_are_a_set);
  g_test_add_func ("/view/something-of-a-chart-always-stays",
                   test_something_of_a_chart_always_stays);
  g_test_add_func ("/view/a-call-out-stays-where-it-was-placed",
                   test_a_call_out_stays_where_it_was_placed);
  g_test_add_func ("/view/a-call-out-is-short", test_a_call_out_is_short);
  g_test_add_func ("/view/larger-texts-are-laid-out-larger", test_larger_texts_are_laid_out_larger);
  g_test_add_func ("/view/what-is-put-in-order", test_what_is_put_in_order);
  g_test_add_func ("/view/days-of-a-line-are-told-apart", test_days_of_a_line_are_told_apart);
  status = g_test_run ();
  qm_dataset_unref (dataset);
  return status;
}
