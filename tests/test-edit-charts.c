/* What edits make of charts: titles and subtitles, forms, and the view that an author chose. */
#include "chart/view/author-view.h"
#include "chart/view/view-json.h"
#include "dataset/best-form.h"
#include "edit-fixture.h"
#include "edit/edit-private.h"
#include "edit/entry.h"

#include <math.h>

static const char *
title_of (const QmEdit *edit, const char *chart, const char *language)
{
  return qm_edit_entry_words (qm_edit_find (edit, "charts", chart, NULL), "title", language);
}

/* One's figures are called that one's, and others beside them leave only the measure. */
static void
a_chart_says_whose_it_is (void)
{
  g_autofree char *begun = qm_edit_new_file ("T"), *text = NULL;
  QmEdit *edit = qm_edit_begin (begun);
  const QmSourceFields source = { .title = "Who grinds", .kind = "webpage" };
  QmClaimFields fields = { .source = qm_edit_put_source (edit, NULL, &source),
                           .measure = "Rye",
                           .unit = "number",
                           .entity = "Arden",
                           .time = "2023",
                           .value = 14,
                           .low = NAN,
                           .high = NAN };
  const char *first = qm_edit_put_claim (edit, NULL, &fields), *other;
  const char *chart = qm_edit_place_claim (edit, first, qm_forms);

  g_assert_cmpstr (title_of (edit, chart, "en"), ==, "Rye, Arden");
  fields.entity = "Selm";
  qm_edit_put_claim (edit, first, &fields);
  g_assert_cmpstr (title_of (edit, chart, "vi"), ==, "Rye, Selm");
  fields.time = "2024";
  other = qm_edit_put_claim (edit, NULL, &fields);
  g_assert_cmpstr (qm_edit_place_claim (edit, other, qm_forms), ==, chart);
  g_assert_cmpstr (title_of (edit, chart, "en"), ==, "Rye, Selm");
  fields.entity = "Corby";
  qm_edit_put_claim (edit, other, &fields);
  g_assert_cmpstr (title_of (edit, chart, "en"), ==, "Rye");
  qm_edit_set_chart_words (edit, chart, "title", "Millers");
  qm_edit_take_out_of_chart (edit, chart, other, qm_forms);
  g_assert_cmpstr (title_of (edit, chart, "en"), ==, "Millers");
  text = qm_edit_end (edit);
}

static void
rename_entry (QmEdit *edit, const char *section, const char *id, const char *name)
{
  g_autoptr (GPtrArray) fields = qm_entry_fields (edit, section, id);

  for (guint i = 0; i < fields->len; i++) {
    const QmEntryField *field = fields->pdata[i];

    if (g_str_equal (field->path, "name") || g_str_has_prefix (field->path, "name/"))
      qm_entry_set (edit, section, id, field, name);
  }
}

/* Of two measures with one name, and after one is given another; what an author wrote stays. */
static void
titles_tell_measures_apart_and_go_with_names (void)
{
  g_autofree char *begun = qm_edit_new_file ("T"), *text = NULL;
  QmEdit *edit = qm_edit_begin (begun);
  const QmSourceFields source = { .title = "Who grinds", .kind = "webpage" };
  QmClaimFields fields = { .source = qm_edit_put_source (edit, NULL, &source),
                           .measure = "Rye",
                           .unit = "percent",
                           .value = 14,
                           .low = NAN,
                           .high = NAN };
  const char *share = qm_edit_place_claim (edit, qm_edit_put_claim (edit, NULL, &fields), qm_forms);
  const char *money, *own;

  fields.unit = "USD";
  fields.entity = "Arden";
  fields.value = 30;
  money = qm_edit_place_claim (edit, qm_edit_put_claim (edit, NULL, &fields), qm_forms);
  fields.entity = "Selm";
  fields.value = 40;
  qm_edit_place_claim (edit, qm_edit_put_claim (edit, NULL, &fields), qm_forms);
  g_assert_cmpstr (title_of (edit, share, "en"), ==, "Rye");
  g_assert_cmpstr (title_of (edit, money, "en"), ==, "Rye (USD)");

  fields.measure = "Wheat";
  fields.entity = "Arden";
  own = qm_edit_place_claim (edit, qm_edit_put_claim (edit, NULL, &fields), qm_forms);
  g_assert_cmpstr (title_of (edit, own, "en"), ==, "Wheat, Arden");
  rename_entry (edit, "entities", "arden", "Arden Vale");
  g_assert_cmpstr (title_of (edit, own, "en"), ==, "Wheat, Arden Vale");
  qm_edit_set_chart_words (edit, own, "title", "Millers");
  rename_entry (edit, "measures", "rye", "Barley");
  rename_entry (edit, "entities", "arden", "Selma");
  g_assert_cmpstr (title_of (edit, share, "en"), ==, "Barley");
  g_assert_cmpstr (title_of (edit, money, "en"), ==, "Rye");
  g_assert_cmpstr (title_of (edit, own, "en"), ==, "Millers");
  text = qm_edit_end (edit);
}

/* --- What an author chose --- */

static void
a_view_loses_only_what_no_longer_goes_with_it (void)
{
  g_autofree char *text = read_file ("data", "hard-cases.json"), *without = NULL, *drawn = NULL;
  QmEdit *edit = qm_edit_begin (text);
  g_autoptr (QmDataset) dataset = NULL, other = NULL;
  const QmView *view;

  qm_edit_take_out_of_chart (edit, "hard-view", "over", qm_forms);
  qm_edit_take_out_of_chart (edit, "hard-view", "stated", qm_forms);
  without = qm_edit_end (edit);
  dataset = read_good (without);
  view = qm_author_view (qm_dataset_find_chart (dataset, "hard-view"));
  g_assert_cmpint (view->order, ==, QM_ORDERED_LARGEST_FIRST);
  g_assert_null (view->highlight);
  g_assert_cmpuint (view->hidden->len, ==, 1);
  g_assert_cmpuint (view->call_outs->len, ==, 1);
  g_assert_cmpstr (g_array_index (view->call_outs, QmCallOut, 0).claim->id, ==, "about");

  edit = qm_edit_begin (text);
  qm_edit_set_form (edit, "hard-view", "timeline");
  qm_edit_mend_views (edit, qm_forms);
  drawn = qm_edit_end (edit);
  other = read_good (drawn);
  view = qm_author_view (qm_dataset_find_chart (other, "hard-view"));
  g_assert_cmpint (view->order, ==, QM_ORDERED_AS_GIVEN);
  g_assert_cmpstr (view->highlight->id, ==, "over");
}

/* Also what the author had chosen and the reader has not, with all its languages; of what is as any
 * chart, nothing. */
static void
what_is_looked_at_becomes_the_authors_view (void)
{
  static const struct {
    const char *view;
    int order;
    gsize n_hidden, n_notes;
  } cases[] = {
    { "{\"chart\":\"hard-view\",\"order\":null}", QM_ORDERED_AS_GIVEN, 1, 2 },
    { "{\"chart\":\"hard-view\",\"hidden\":null,\"call_outs\":null}", QM_ORDERED_LARGEST_FIRST, 0,
      0 },
    { "{\"chart\":\"hard-view\",\"hidden\":null,\"order\":null,\"highlight\":null,"
      "\"call_outs\":null}",
      QM_ORDERED_AS_GIVEN, 0, 0 },
  };
  g_autofree char *text = read_file ("data", "hard-cases.json");
  g_autoptr (QmDataset) dataset = read_good (text);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const QmChart *chart = qm_dataset_find_chart (dataset, "hard-view");
    g_auto (QmView) view = { 0 };
    g_autoptr (QmDataset) after = NULL;
    g_autofree char *kept = NULL;
    QmEdit *edit = qm_edit_begin (text);

    g_assert_true (qm_view_from_json (dataset, cases[i].view, &chart, &view, NULL));
    qm_edit_set_view (edit, chart, &view);
    kept = qm_edit_end (edit);
    after = read_good (kept);
    chart = qm_dataset_find_chart (after, "hard-view");
    g_assert_cmpint (chart->view != NULL, ==, i < 2);
    g_assert_cmpint (qm_author_view (chart)->order, ==, cases[i].order);
    g_assert_cmpuint (cJSON_GetArraySize (cJSON_GetObjectItem (chart->view, "hidden")), ==,
                      cases[i].n_hidden);
    g_assert_cmpuint (cJSON_GetArraySize (cJSON_GetObjectItem (chart->view, "call_outs")), ==,
                      cases[i].n_notes);
    g_assert_cmpint (strstr (kept, "Chỉ được đếm một lần") != NULL, ==, cases[i].n_notes > 0);
  }
}

/* --- Forms --- */

static void
the_form_goes_by_the_claims (void)
{
  static const struct {
    const char *claims[4], *form;
  } cases[] = {
    { { "us-genai-2023", "europe-genai-2023" }, "bars" },
    { { "china-industrial-share-2025", "china-industrial-share-2030" }, "line" },
    { { "design-arena-1", "design-arena-2" }, "ranks" },
    { { "startups-on-chinese-models" }, "share" },
    { { "us-to-china-data-centres" }, "units" },
    { { "allies-to-china-gdp", "allies-to-china-defence", "allies-to-china-industry" },
      "multiples" },
    { { "world-compute-bill-2030" }, "figure" },
    { { "eu-cloud-support", "aws-spending-per-year" }, "figure" },
  };
  g_autofree char *text = read_file ("../data", "scale-and-open-models.json");
  g_autoptr (QmDataset) dataset = read_good (text);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const QmClaim *claims[4];
    gsize n = 0;
    g_autoptr (GPtrArray) forms = NULL;

    for (; n < 4 && cases[i].claims[n] != NULL; n++) {
      claims[n] = qm_dataset_find_claim (dataset, cases[i].claims[n]);
      g_assert_nonnull (claims[n]);
    }
    forms = qm_best_form_list (claims, n, qm_forms);
    g_assert_cmpstr (((const QmFormRule *) forms->pdata[0])->name, ==, cases[i].form);
  }
}

static void
assert_subtitle (const QmEdit *edit, const char *chart, const char *expected)
{
  const cJSON *json = qm_edit_find (edit, "charts", chart, NULL);
  const cJSON *subtitle = cJSON_GetObjectItemCaseSensitive (json, "subtitle");
  /* What is the same in all languages is one string. */
  const cJSON *words = cJSON_IsObject (subtitle) ? subtitle->child : subtitle;

  g_assert_cmpstr (cJSON_GetStringValue (words), ==, expected);
}

/* Below the title stands when all of it holds, until that is not so any more. */
static void
a_chart_says_when_it_holds (void)
{
  static const char *const times[] = { "2024", "2024", "2023" };
  static const char *const subtitles[] = { NULL, "2024", NULL };
  g_autofree char *begun = qm_edit_new_file ("Harvests");
  g_autofree char *text = NULL;
  QmEdit *edit = qm_edit_begin (begun);
  const QmSourceFields source = { .title = "Who harvests most", .kind = "webpage" };
  QmClaimFields fields = { .source = qm_edit_put_source (edit, NULL, &source),
                           .measure = "Rice harvest",
                           .unit = "number",
                           .low = NAN,
                           .high = NAN };
  const char *chart = NULL, *claim = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autofree char *entity = g_strdup_printf ("Country %" G_GSIZE_FORMAT, i);

    fields.value = 10.0 * (double) (i + 1);
    fields.entity = entity;
    fields.time = times[i];
    claim = qm_edit_put_claim (edit, NULL, &fields);
    chart = qm_edit_place_claim (edit, claim, qm_forms);
    assert_subtitle (edit, chart, subtitles[i]);
  }
  qm_edit_take_out_of_chart (edit, chart, claim, qm_forms);
  assert_subtitle (edit, chart, "2024");
  qm_edit_set_chart_words (edit, chart, "subtitle", "As the office counts");
  qm_edit_put_into_chart (edit, chart, claim, qm_forms);
  assert_subtitle (edit, chart, "As the office counts");
  text = qm_edit_end (edit);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add_func ("/edit/" #name, name)
  TEST (titles_tell_measures_apart_and_go_with_names);
  TEST (the_form_goes_by_the_claims);
  TEST (a_chart_says_when_it_holds);
  TEST (a_chart_says_whose_it_is);
  TEST (what_is_looked_at_becomes_the_authors_view);
#undef TEST
  g_test_add_func ("/edit/a-view-loses-only-what-no-longer-goes-with-it",
                   a_view_loses_only_what_no_longer_goes_with_it);
  return g_test_run ();
}
