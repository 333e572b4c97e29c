/* Dataset files edited by what a person means: what comes out is what the reader accepts, what the
 * edit is not about stays to the byte, and every step can be taken back. */
#include "edit/edit.h"

#include "chart/chart.h"
#include "chart/view/author-view.h"
#include "chart/view/view-json.h"
#include "dataset/best-form.h"
#include "edit/anchor.h"
#include "edit/edit-private.h"
#include "edit/entry.h"
#include "edit/fraction.h"
#include "edit/versions.h"
#include "random-dataset.h"

#include <math.h>
#include <string.h>

#define N_FILES 12
#define N_EDITS 30

static QmDataset *
read_good (const char *text)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  QmDataset *dataset = qm_dataset_read ("test", text, strlen (text), qm_forms, problems);

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *problem = qm_problem_to_string (problems->pdata[i], "test");

    g_test_message ("%s", problem);
  }
  if (dataset == NULL)
    g_test_message ("%s", text);
  g_assert_nonnull (dataset);
  return dataset;
}

static char *
read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static const QmSourceFields newspaper = {
  .title = "Who harvests most",
  .container = "The Field",
  .kind = "article-newspaper",
  .issued = "2025-03-01",
  .url = "https://example.org/harvest",
};

static QmClaimFields
rice (const char *source, const char *entity, double value, QmPrecision precision)
{
  return (QmClaimFields){
    .source = source,
    .at = "¶2",
    .exact = "about 43 million",
    .before = "it brought in ",
    .measure = "Rice harvest",
    .unit = "number",
    .entity = entity,
    .time = "2024",
    .value = value,
    .low = NAN,
    .high = NAN,
    .precision = precision,
  };
}

/* --- From nothing --- */

static void
makes_a_dataset_from_nothing (void)
{
  g_autofree char *begun = qm_edit_new_file ("Harvests");
  QmEdit *edit = qm_edit_begin (begun);
  const char *source = qm_edit_put_source (edit, NULL, &newspaper);
  QmClaimFields first = rice (source, "Việt Nam", 43e6, QM_ABOUT);
  QmClaimFields second = rice (source, "Thái Lan", 33e6, QM_EXACT);
  const char *a = qm_edit_put_claim (edit, NULL, &first);
  const char *chart = qm_edit_place_claim (edit, a, qm_forms);
  const char *b = qm_edit_put_claim (edit, NULL, &second);
  g_autofree char *text = NULL, *expected = read_file ("data/edit", "harvests.json");
  g_autoptr (QmDataset) dataset = NULL;

  g_assert_cmpstr (a, ==, "viet-nam-rice-harvest-2024");
  g_assert_cmpstr (qm_edit_place_claim (edit, b, qm_forms), ==, chart);
  text = qm_edit_end (edit);
  dataset = read_good (text);
  g_assert_cmpuint (dataset->n_charts, ==, 1);
  g_assert_cmpstr (dataset->charts[0].panels[0].form->name, ==, "bars");
  g_assert_cmpstr (dataset->claims[0].citations[0].quote.exact, ==, "about 43 million");
  g_assert_cmpstr (text, ==, expected);
}

/* --- Hand-written files --- */

/* Of a layout that is nobody's rule. */
#define BEGINNING                                                                                  \
  "{ \"quymo\" :1,\n\t\"title\":\"Hand\",\n"                                                       \
  "    \"sources\": [ {\"id\":\"s\",\"title\":\"S\",\"kind\":\"book\"} ],\n"
#define MEASURES                                                                                   \
  "    \"measures\": [\n        {\"id\":\"m\",  \"unit\":\"number\",\"name\":\"M ]}\\\"\"}\n    "  \
  "],\n"
#define CLAIMS                                                                                     \
  "  \"claims\":[\n      { \"value\":1, \"id\":\"c\",\"measure\":\"m\", \"statement\":\"C.\","     \
  "\n        \"cites\":[{\"source\":\"s\"}] }"
#define CHARTS                                                                                     \
  "],\n\"charts\":[{\"id\":\"k\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":"      \
  "\"T\",\"panels\":[{\"form\":\"figure\",\"claims\":[\"c\"]}]}]}\n"

static void
keeps_what_it_is_not_about (void)
{
  const char *text = BEGINNING MEASURES CLAIMS CHARTS;
  g_autoptr (QmDataset) before = read_good (text);
  QmEdit *edit = qm_edit_begin (text);
  g_autofree char *result = NULL;
  g_autoptr (QmDataset) after = NULL;

  g_assert_cmpstr (qm_edit_name_entity (edit, "Huế"), ==, "hue");
  result = qm_edit_end (edit);
  after = read_good (result);
  g_assert_cmpstr (result, ==,
                   BEGINNING "\n  \"entities\": [\n    { \"id\": \"hue\", \"name\": \"Huế\" }\n  ],"
                             "\n" MEASURES CLAIMS CHARTS +
                       0);
}

/* Whoever corrects it has not compared that with the source. */
static void
a_corrected_claim_is_not_checked (void)
{
  g_autofree char *text = read_file ("data/edit", "harvests.json");
  const QmClaimFields fields[] = { rice ("a", "Việt Nam", 43e6, QM_ABOUT),
                                   rice ("a", "Việt Nam", 44e6, QM_ABOUT) };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autoptr (QmDataset) before = read_good (text), after = NULL;
    const char *id = before->claims[0].id;
    QmClaimFields corrected = fields[i];
    QmEdit *edit = qm_edit_begin (text);
    g_autofree char *result = NULL;

    corrected.source = before->sources[0].id;
    qm_edit_put_claim (edit, id, &corrected);
    qm_edit_set_checked (edit, id, "Ann Roe", "2025-07-23");
    qm_edit_put_claim (edit, id, &corrected);
    if (i == 1) {
      corrected.value += 1;
      qm_edit_put_claim (edit, id, &corrected);
    }
    result = qm_edit_end (edit);
    after = read_good (result);
    g_assert_cmpstr (after->claims[0].checked_by, ==, i == 0 ? "Ann Roe" : NULL);
    g_assert_cmpint (after->claims[0].checked_on.day, ==, i == 0 ? 23 : 0);
    g_assert_null (after->claims[1].checked_by);
  }
}

static void
sources_have_authors_and_days (void)
{
  const QmSourceFields source = {
    .title = "Rivers",
    .kind = "report",
    .authors = "Doe, Jane;River Office ; , x;;",
    .publisher = "P",
    .doi = "10.1000/182",
    .language = "vi",
    .accessed = "2025-07-22",
  };
  QmEdit *edit = qm_edit_begin (BEGINNING MEASURES CLAIMS CHARTS);
  const char *id = g_intern_string (qm_edit_put_source (edit, NULL, &source));
  g_autofree char *result = qm_edit_end (edit);
  g_autoptr (QmDataset) dataset = read_good (result);
  const QmSource *read = qm_dataset_find_source (dataset, id);

  g_assert_cmpuint (read->n_authors, ==, 3);
  g_assert_cmpstr (read->authors[0].family, ==, "Doe");
  g_assert_cmpstr (read->authors[0].given, ==, "Jane");
  g_assert_cmpstr (read->authors[1].name, ==, "River Office");
  g_assert_cmpstr (read->authors[2].name, ==, ", x");
  g_assert_cmpstr (qm_text_get (read->publisher), ==, "P");
  g_assert_cmpstr (read->doi, ==, "10.1000/182");
  g_assert_cmpstr (read->language, ==, "vi");
  g_assert_cmpint (read->accessed.day, ==, 22);
}

static void
corrects_what_it_is_about (void)
{
  g_autofree char *text = read_file ("../data", "scale-and-open-models.json");
  QmEdit *edit = qm_edit_begin (text);
  g_autofree char *result = NULL;
  g_autoptr (QmDataset) dataset = NULL;
  const QmSourceFields source = { .title = "Scale is the key", .kind = "article-newspaper" };

  qm_edit_set_title (edit, "Scale");
  qm_edit_put_source (edit, "scale-is-the-key", &source);
  qm_edit_set_chart_words (edit, "industrial-share", "title", "Two fifths");
  result = qm_edit_end (edit);
  dataset = read_good (result);
  g_assert_cmpstr (qm_text_get (dataset->title), ==, "Scale");
  g_assert_cmpstr (qm_text_get_variant (dataset->title, 1), ==, "Quy mô và mô hình mở");
  g_assert_null (dataset->sources[0].url);
  g_assert_cmpstr (qm_text_get (qm_dataset_find_chart (dataset, "industrial-share")->title), ==,
                   "Two fifths");
  /* Two entries and a title; the file is as long as before, but for these. */
  g_assert_true (g_str_has_suffix (result, text + strlen (text) - 2000));
}

static void
a_corrected_claim_keeps_the_rest (void)
{
  g_autofree char *text = read_file ("../data", "scale-and-open-models.json");
  QmEdit *edit = qm_edit_begin (text);
  const QmClaimFields fields = {
    .source = "scale-is-the-key",
    .at = "¶5",
    .measure = "Investment in generative AI",
    .unit = "USD",
    .entity = "Europe",
    .time = "2023",
    .value = 1.8e9,
    .low = NAN,
    .high = NAN,
    .precision = QM_ABOUT,
  };
  g_autofree char *result = NULL;
  g_autoptr (QmDataset) before = read_good (text), after = NULL;
  const QmClaim *old, *new;

  g_assert_cmpstr (qm_edit_put_claim (edit, "europe-genai-2023", &fields), ==, "europe-genai-2023");
  result = qm_edit_end (edit);
  after = read_good (result);
  old = qm_dataset_find_claim (before, "europe-genai-2023");
  new = qm_dataset_find_claim (after, "europe-genai-2023");
  g_assert_cmpstr (new->entity->id, ==, old->entity->id);
  g_assert_cmpstr (new->measure->id, ==, old->measure->id);
  g_assert_cmpfloat (new->quantity.value, ==, 1.8e9);
  g_assert_cmpint (new->quantity.precision, ==, QM_ABOUT);
  g_assert_true (qm_text_equal (new->statement, old->statement));
  g_assert_cmpuint (after->n_entities, ==, before->n_entities);
}

static void
what_is_computed_goes_with_its_claim (void)
{
  g_autofree char *text = read_file ("../data", "scale-and-open-models.json");
  QmEdit *edit = qm_edit_begin (text);
  g_autofree char *result = NULL;
  g_autoptr (QmDataset) dataset = NULL;

  qm_edit_remove_claim (edit, "us-to-china-ai-infrastructure-2024", qm_forms);
  result = qm_edit_end (edit);
  dataset = read_good (result);
  g_assert_null (qm_dataset_find_claim (dataset, "us-to-china-ai-infrastructure-2024"));
  g_assert_null (qm_dataset_find_claim (dataset, "china-ai-infrastructure-2024"));
  g_assert_nonnull (qm_dataset_find_claim (dataset, "us-ai-infrastructure-2024"));
}

static void
computes_from_two_claims (void)
{
  g_autofree char *text = read_file ("../data", "scale-and-open-models.json");
  QmEdit *edit = qm_edit_begin (text);
  const char *id =
      qm_edit_add_computed (edit, QM_DIVIDE, "us-genai-2023", "europe-genai-2023", NULL, NULL);
  g_autofree char *result = NULL;
  g_autoptr (QmDataset) dataset = NULL;
  const QmClaim *claim;

  result = qm_edit_end (edit);
  dataset = read_good (result);
  claim = qm_dataset_find_claim (dataset, "us-europe-generative-ai-2023");
  g_assert_nonnull (claim);
  g_assert_cmpfloat_with_epsilon (claim->quantity.value, 13.5294, 1e-4);
  g_assert_cmpstr (claim->to_entity->id, ==, "europe");
  g_assert_nonnull (id);
}

/* The United States' figure is six times China's: a sixth of it is China's. */
static void
a_figure_over_its_ratio_is_the_other_ones (void)
{
  g_autofree char *text = read_file ("../data", "scale-and-open-models.json");
  QmEdit *edit = qm_edit_begin (text);
  g_autofree char *id =
      g_strdup (qm_edit_add_computed (edit, QM_DIVIDE, "us-ai-infrastructure-2024",
                                      "us-to-china-ai-infrastructure-2024", "Never", "USD"));
  g_autofree char *result = qm_edit_end (edit);
  g_autoptr (QmDataset) dataset = read_good (result);
  const QmClaim *claim = qm_dataset_find_claim (dataset, id);

  g_assert_cmpstr (claim->entity->id, ==, "china");
  g_assert_true (claim->measure ==
                 qm_dataset_find_claim (dataset, "us-ai-infrastructure-2024")->measure);
  g_assert_cmpfloat_with_epsilon (claim->quantity.value, 50e9, 1);
}

static void
a_sentence_of_ones_own_stays_until_it_is_taken_back (void)
{
  g_autofree char *begun = qm_edit_new_file ("T");
  g_autoptr (QmEdit) edit = qm_edit_begin (begun);
  QmClaimFields fields = {
    .measure = "Bridges", .unit = "number", .value = 412, .low = NAN, .high = NAN
  };
  g_autofree char *made = qm_edit_state_claim (&fields), *own = NULL, *kept = NULL, *again = NULL;
  const char *id;

  g_assert_cmpstr (made, ==, "Bridges: 412.");
  fields.statement = "There are many.";
  qm_edit_put_claim (edit, NULL, &fields);
  own = qm_edit_end (g_steal_pointer (&edit));
  g_assert_nonnull (strstr (own, "There are many."));
  edit = qm_edit_begin (own);
  fields.statement = NULL;
  qm_edit_put_claim (edit, "bridges", &fields);
  kept = qm_edit_end (g_steal_pointer (&edit));
  g_assert_nonnull (strstr (kept, "There are many."));
  edit = qm_edit_begin (kept);
  fields.statement = "";
  id = qm_edit_put_claim (edit, "bridges", &fields);
  g_assert_cmpstr (id, ==, "bridges");
  g_assert_true (qm_edit_has_claims (edit));
  again = qm_edit_end (g_steal_pointer (&edit));
  g_assert_null (strstr (again, "There are many."));
  g_assert_nonnull (strstr (again, "Bridges: 412."));
}

/* A third is no decimal number: it stays the source's fraction, in whatever is counted. */
static void
what_no_decimal_says_is_a_fraction (void)
{
  static const struct {
    double value;
    const char *unit, *sentence, *file;
  } cases[] = {
    { 100.0 / 3, "percent", "Bridges: 1/3.", "\"value\": [1, 3]" },
    { 2.0 / 3, "number", "Bridges: 2/3.", "\"value\": [2, 3]" },
    { 100.0 / 15, "percent", "Bridges: 1/15.", "\"value\": [1, 15]" },
    { 75, "percent", "Bridges: 75%.", "\"value\": 75" },
    { 33.3, "percent", "Bridges: 33.3%.", "\"value\": 33.3" },
    { 4.0 / 3, "USD", "Bridges: US$1.333333.", NULL },
    { 0.333333, "number", "Bridges: 0.333333.", "\"value\": 0.333333" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *begun = qm_edit_new_file ("T"), *result = NULL;
    QmEdit *edit = qm_edit_begin (begun);
    QmClaimFields fields = {
      .measure = "Bridges", .unit = cases[i].unit, .value = cases[i].value, .low = NAN, .high = NAN
    };
    g_autofree char *sentence = qm_edit_state_claim (&fields);
    g_autofree char *typed = qm_fraction_write (fields.value, fields.unit);

    g_assert_cmpstr (sentence, ==, cases[i].sentence);
    if (typed != NULL)
      g_assert_cmpfloat_with_epsilon (qm_fraction_read (typed, fields.unit), fields.value, 1e-9);
    qm_edit_put_claim (edit, qm_edit_put_claim (edit, NULL, &fields), &fields);
    result = qm_edit_end (edit);
    if (cases[i].file != NULL)
      g_assert_nonnull (strstr (result, cases[i].file));
  }
}

/* What is written behind the decimal sign is the source's, and goes with the value that has it. */
static void
noughts_at_the_end_stay (void)
{
  static const struct {
    const char *words, *unit;
    double value;
    const char *sentence, *digits; /* NULL: none */
  } cases[] = {
    { "£3.40", "GBP", 3.4, "Bridges: £3.40.", "\"digits\": 3" },
    { "2,0 triệu", "number", 2e6, "Bridges: 2.0 million.", "\"digits\": 2" },
    { "84.0%", "percent", 84, "Bridges: 84.0%.", "\"digits\": 3" },
    { "0.50 m", "meter", 0.5, "Bridges: 0.50 metres.", "\"digits\": 2" },
    { "£3.4", "GBP", 3.4, "Bridges: £3.40.", NULL }, /* pence are two digits */
    { "170,000", "number", 170000, "Bridges: 170,000.", NULL },
    { "13.40 in all", "number", 3.4, "Bridges: 3.4.", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *begun = qm_edit_new_file ("T"), *result = NULL, *again = NULL;
    QmClaimFields fields = { .measure = "Bridges",
                             .unit = cases[i].unit,
                             .exact = cases[i].words,
                             .source = "s",
                             .via = "Ann",
                             .value = cases[i].value,
                             .low = NAN,
                             .high = NAN };
    g_autofree char *sentence = qm_edit_state_claim (&fields);
    QmEdit *edit = qm_edit_begin (begun);
    g_autofree char *id = g_strdup (qm_edit_put_claim (edit, NULL, &fields));

    g_assert_cmpstr (sentence, ==, cases[i].sentence);
    result = qm_edit_end (edit);
    if (cases[i].digits != NULL)
      g_assert_nonnull (strstr (result, cases[i].digits));
    else
      g_assert_null (strstr (result, "digits"));
    fields.value = 7;
    fields.via = NULL;
    edit = qm_edit_begin (result);
    qm_edit_put_claim (edit, id, &fields);
    again = qm_edit_end (edit);
    g_assert_null (strstr (again, "digits"));
    g_assert_nonnull (strstr (again, "\"via\": \"Ann\""));
  }
}

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

/* --- Any edits --- */

static const char *
any_claim (const QmDataset *dataset)
{
  return dataset->claims[g_test_rand_int_range (0, (int) dataset->n_claims)].id;
}

static const char *
any_chart (const QmDataset *dataset)
{
  return dataset->charts[g_test_rand_int_range (0, (int) dataset->n_charts)].id;
}

static void
put_any_claim (QmEdit *edit, const QmDataset *dataset)
{
  static const char *const units[] = { "number", "percent", "USD", "times", "rank" };
  static const char *const names[] = { "Huế", "Ô Môn", "X", "中国", "Ελλάδα" };
  int unit = g_test_rand_int_range (0, G_N_ELEMENTS (units));
  QmClaimFields fields = {
    .source = dataset->sources[0].id,
    .measure = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))],
    .unit = units[unit],
    .entity = names[g_test_rand_int_range (0, 3)],
    .time = g_test_rand_bit () ? "2024" : NULL,
    .value = g_test_rand_int_range (1, 90),
    .low = 3,
    .high = 9,
    .precision = unit == 4 ? QM_EXACT : (QmPrecision) g_test_rand_int_range (0, 5),
    .is_projected = g_test_rand_bit (),
  };

  if (unit == 3 && g_test_rand_bit ())
    fields.to_entity = names[g_test_rand_int_range (3, 5)];
  qm_edit_place_claim (edit, qm_edit_put_claim (edit, NULL, &fields), qm_forms);
}

static void
edit_anything (QmEdit *edit, const QmDataset *dataset)
{
  const char *claim = any_claim (dataset);
  const char *two[] = { claim, any_claim (dataset) };

  switch (g_test_rand_int_range (0, 9)) {
  case 0:
    qm_edit_set_title (edit, "Một \"tên\" \\ khác");
    return;
  case 1:
    qm_edit_put_source (edit, g_test_rand_bit () ? dataset->sources[0].id : NULL, &newspaper);
    return;
  case 2:
    if (dataset->n_claims > 3)
      qm_edit_remove_claim (edit, claim, qm_forms);
    return;
  case 3:
    qm_edit_make_chart (edit, two, g_str_equal (two[0], two[1]) ? 1 : 2, qm_forms);
    return;
  case 4:
    qm_edit_put_into_chart (edit, any_chart (dataset), claim, qm_forms);
    return;
  case 5:
    qm_edit_take_out_of_chart (edit, any_chart (dataset), claim, qm_forms);
    return;
  case 6:
    qm_edit_set_chart_words (edit, any_chart (dataset), "title", "Năm ] } năm");
    return;
  case 7:
    qm_edit_set_chart_words (edit, any_chart (dataset), "note", g_test_rand_bit () ? "Note" : NULL);
    return;
  default:
    put_any_claim (edit, dataset);
  }
}

/* The claim that is the last of a file's charts or figures may go as well: that is no dataset. */
static gboolean
is_dataset (const QmEdit *edit)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  g_autoptr (QmDataset) dataset = qm_edit_read (edit, "", qm_forms, problems);

  for (guint i = 0; dataset == NULL && i < problems->len; i++) {
    const QmProblem *problem = problems->pdata[i];

    if (problem->pointer[0] != '\0')
      g_test_message ("%s: %s", problem->pointer, problem->expected);
    g_assert_cmpstr (problem->pointer, ==, "");
  }
  return dataset != NULL;
}

static void
edit_and_take_back (const char *text)
{
  g_autoptr (QmVersions) versions = qm_versions_new (text);
  g_autofree char *last = NULL;

  for (int i = 0; i < N_EDITS; i++) {
    g_autoptr (QmDataset) dataset = read_good (qm_versions_get (versions));
    QmEdit *edit = qm_edit_begin (qm_versions_get (versions));
    gboolean is_good;

    edit_anything (edit, dataset);
    is_good = is_dataset (edit);
    g_free (last);
    last = qm_edit_end (edit);
    if (is_good)
      qm_versions_add (versions, last);
  }
  g_free (last);
  last = g_strdup (qm_versions_get (versions));
  g_assert_true (qm_versions_go (versions, 0));
  g_assert_cmpstr (qm_versions_get (versions), ==, text);
  for (guint i = 1; qm_versions_go (versions, i); i++)
    continue;
  g_assert_cmpstr (qm_versions_get (versions), ==, last);
}

static void
any_edits_leave_a_dataset_and_are_taken_back (void)
{
  g_autofree char *complete = read_file ("data/good", "complete.json");
  g_autofree char *smallest = read_file ("data/good", "smallest.json");
  g_autofree char *built_in = read_file ("../data", "scale-and-open-models.json");

  edit_and_take_back (complete);
  edit_and_take_back (smallest);
  edit_and_take_back (built_in);
  edit_and_take_back (BEGINNING MEASURES CLAIMS CHARTS);
  for (guint32 seed = 0; seed < N_FILES; seed++) {
    g_autofree char *text = random_dataset_text (seed);

    edit_and_take_back (text);
  }
}

/* From any version to any other, also to one that was left for another. */
static void
versions_branch (void)
{
  g_autoptr (QmVersions) versions = qm_versions_new ("");
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (texts, g_strdup (""));
  for (int i = 0; i < 300; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    guint from = (guint) g_test_rand_int_range (0, (int) texts->len);

    g_assert_true (qm_versions_go (versions, from));
    g_assert_cmpstr (qm_versions_get (versions), ==, texts->pdata[from]);
    for (int j = g_test_rand_int_range (0, 6); j > 0; j--)
      g_string_append_c (text, (char) g_test_rand_int_range ('a', 'c'));
    if (qm_versions_add (versions, text->str) == texts->len)
      g_ptr_array_add (texts, g_strdup (text->str));
    else
      g_assert_cmpstr (text->str, ==, texts->pdata[from]);
  }
  g_assert_false (qm_versions_go (versions, texts->len));
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

/* --- Quotes --- */

static void
quotes_are_found_again (void)
{
  static const struct {
    const char *text, *exact, *before, *after;
    int start; /* -1: not found */
  } cases[] = {
    { "It has 32% and then 40%.", "40%", "then ", ".", 20 },
    { "Năm nay 40% rồi.", "40%", "Năm nay ", " rồi", 8 },
    { "It has 40% and then 40%.", "40%", "and then ", ".", 20 },
    { "It has 40% and then 40%.", "40%", "It has ", " and", 7 },
    { "Now it is said that then 40%.", "40%", "and then ", "", 25 },
    { "40% here and 40% here", "40%", "nothing", "else", -1 },
    { "All is gone.", "40%", "then ", ".", -1 },
    { "40%", "40%", NULL, NULL, 0 },
    { "", "40%", "", "", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    gsize start = 0, end = 0;
    gboolean is_found = qm_anchor_find (cases[i].text, cases[i].exact, cases[i].before,
                                        cases[i].after, &start, &end);

    g_test_message ("%s", cases[i].text);
    g_assert_true (is_found == (cases[i].start >= 0));
    g_assert_cmpuint (start, ==, is_found ? (gsize) cases[i].start : 0);
    g_assert_cmpuint (end, ==, is_found ? start + strlen (cases[i].exact) : 0);
  }
}

static void
a_quote_is_made_of_its_place (void)
{
  g_auto (QmAnchor) anchor = qm_anchor_make ("Đến nay có khoảng 80% và hơn", 11, 21);
  g_auto (QmAnchor) whole = qm_anchor_make ("80%", 0, 3);

  g_assert_cmpstr (anchor.exact, ==, "khoảng 80%");
  g_assert_cmpstr (anchor.before, ==, "Đến nay có ");
  g_assert_cmpstr (anchor.after, ==, " và hơn");
  g_assert_cmpstr (whole.before, ==, "");
  g_assert_cmpstr (whole.after, ==, "");
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
  TEST (makes_a_dataset_from_nothing);
  TEST (keeps_what_it_is_not_about);
  TEST (a_corrected_claim_is_not_checked);
  TEST (sources_have_authors_and_days);
  TEST (corrects_what_it_is_about);
  TEST (a_corrected_claim_keeps_the_rest);
  TEST (what_is_computed_goes_with_its_claim);
  TEST (computes_from_two_claims);
  TEST (a_figure_over_its_ratio_is_the_other_ones);
  TEST (a_sentence_of_ones_own_stays_until_it_is_taken_back);
  TEST (what_no_decimal_says_is_a_fraction);
  TEST (noughts_at_the_end_stay);
  TEST (titles_tell_measures_apart_and_go_with_names);
  TEST (any_edits_leave_a_dataset_and_are_taken_back);
  TEST (versions_branch);
  TEST (quotes_are_found_again);
  TEST (a_quote_is_made_of_its_place);
  TEST (the_form_goes_by_the_claims);
  TEST (a_chart_says_when_it_holds);
  TEST (a_chart_says_whose_it_is);
  TEST (what_is_looked_at_becomes_the_authors_view);
#undef TEST
  g_test_add_func ("/edit/a-view-loses-only-what-no-longer-goes-with-it",
                   a_view_loses_only_what_no_longer_goes_with_it);
  return g_test_run ();
}
