/* Dataset files edited by what a person means: what comes out is what the reader accepts, and what
 * the edit is not about stays to the byte. */
#include "edit-fixture.h"

#include "base/language.h"
#include "edit/fraction.h"
#include "edit/quotation.h"
#include "edit/unit-words.h"

#include <math.h>

static QmClaimFields
rice (const char *source, const char *entity, double value, QmPrecision precision)
{
  return (QmClaimFields) {
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
    .authors = "Doe, Jane;River Office ; x,;; \"Alphabet, Inc.\"; Mary \"May\" Roe",
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

  g_assert_cmpuint (read->n_authors, ==, 5);
  g_assert_cmpstr (read->authors[0].family, ==, "Doe");
  g_assert_cmpstr (read->authors[0].given, ==, "Jane");
  g_assert_cmpstr (read->authors[1].name, ==, "River Office");
  g_assert_cmpstr (read->authors[2].family, ==, "x");
  g_assert_cmpstr (read->authors[3].name, ==, "Alphabet, Inc.");
  g_assert_cmpstr (read->authors[4].name, ==, "Mary \"May\" Roe");
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
numbers_keep_their_text (void)
{
  static const char *const numbers[] = { "300e9", "3.0E+2", "-0.50", "1" };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *claims =
        g_strdup_printf ("\"claims\":[{\"value\":%s,\"id\":\"c\",\"measure\":\"m\",\"statement\":"
                         "\"C \\\" 300000000000.\",\"cites\":[{\"source\":\"s\"}]}",
                         numbers[i]);
    g_autofree char *text = g_strconcat (BEGINNING MEASURES, claims, CHARTS, NULL);
    g_autofree char *wanted = g_strdup_printf ("\"value\": %s,", numbers[i]), *result = NULL;
    QmEdit *edit = qm_edit_begin (text);

    qm_edit_set_checked (edit, "c", "Jane", "2026-01-02");
    result = qm_edit_end (edit);
    g_assert_nonnull (strstr (result, wanted));
    g_assert_nonnull (strstr (result, "C \\\" 300000000000."));
  }
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
    gboolean is_found = qm_quotation_find (cases[i].text, cases[i].exact, cases[i].before,
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
  g_auto (QmQuotation) quotation = qm_quotation_make ("Đến nay có khoảng 80% và hơn", 11, 21);
  g_auto (QmQuotation) whole = qm_quotation_make ("80%", 0, 3);

  g_assert_cmpstr (quotation.exact, ==, "khoảng 80%");
  g_assert_cmpstr (quotation.before, ==, "Đến nay có ");
  g_assert_cmpstr (quotation.after, ==, " và hơn");
  g_assert_cmpstr (whole.before, ==, "");
  g_assert_cmpstr (whole.after, ==, "");
}

/* What stands in the form is read again as what it was. */
static void
test_units_are_typed_as_they_are_shown (void)
{
  static const char *const units[] = { "number",
                                       "percent",
                                       "percentage-points",
                                       "times",
                                       "rank",
                                       "USD",
                                       "VND",
                                       "VND per year",
                                       "metric-ton",
                                       "celsius",
                                       "hectare",
                                       "metric-ton-per-hectare",
                                       "year-person",
                                       "USD per kilogram" };
  static const struct {
    const char *typed, *unit;
  } cases[] = {
    { "%", "percent" },
    { "tấn", "metric-ton" },
    { "đồng/kg", "VND per kilogram" },
    { "số", "number" },
    { "đồng mỗi năm", "VND per year" },
    { "km", "kilometer" },
    { "lần", "times" },
    { "euros", "EUR" },
    { "qwertz", "qwertz" },
    { "", "" },
  };

  qm_language_use ("vi");
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++) {
    g_autofree char *words = qm_unit_words_write (units[i]);
    g_autofree char *again = qm_unit_words_read (words);

    g_test_message ("%s: %s", units[i], words);
    g_assert_cmpstr (again, ==, units[i]);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *unit = qm_unit_words_read (cases[i].typed);

    g_assert_cmpstr (unit, ==, cases[i].unit);
  }
  qm_language_use ("en");
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
  TEST (numbers_keep_their_text);
  TEST (what_is_computed_goes_with_its_claim);
  TEST (computes_from_two_claims);
  TEST (a_figure_over_its_ratio_is_the_other_ones);
  TEST (a_sentence_of_ones_own_stays_until_it_is_taken_back);
  TEST (what_no_decimal_says_is_a_fraction);
  TEST (noughts_at_the_end_stay);
  TEST (quotes_are_found_again);
  TEST (a_quote_is_made_of_its_place);
#undef TEST
  g_test_add_func ("/edit/units-are-typed-as-they-are-shown",
                   test_units_are_typed_as_they_are_shown);

  return g_test_run ();
}
