/* A text that is read for its figures: what each may be of, and what becomes of it. */
#include "edit/article.h"

#include "edit/edit.h"
#include "load-dataset.h"

#include <math.h>
#include <string.h>

#define TEXT                                                                                       \
  "Rice of the delta\n\n"                                                                          \
  "In 2024 Viet Nam sold about 600 million sacks, and 32% went to Asia. By 2030 sales are "        \
  "expected to reach "                                                                             \
  "between US$6 billion and US$7 billion.\n\n"                                                     \
  "A farm in Hanoi has 1,200 hectares, three times those of Hue.\n"

enum { SACKS, PERCENT, DOLLARS, HECTARES, TIMES, N_FIGURES };

static void
assert_guess (const char *paragraph, const QmGuess *guess, const char *expected, const char *words)
{
  g_autofree char *found = g_utf8_substring (paragraph, (glong) guess->start, (glong) guess->end);

  g_assert_cmpstr (guess->text, ==, expected);
  g_assert_cmpstr (found, ==, words);
}

static void
guesses_are_of_the_words (void)
{
  static const struct {
    const char *measure, *measure_words, *entity, *time, *time_words, *unit;
  } expected[N_FIGURES] = {
    [SACKS] = { "Sacks", "sacks", "Viet Nam", "2024", "2024", "number" },
    [PERCENT] = { "", "", "Viet Nam", "2024", "2024", "percent" },
    [DOLLARS] = { "Sales", "sales", "", "2030", "2030", "USD" },
    [HECTARES] = { "", "", "Hanoi", "", "", "hectare" },
    [TIMES] = { "", "", "Hanoi", "", "", "times" },
  };
  g_autoptr (QmArticle) article = qm_article_new (TEXT);
  const char *const *paragraphs = qm_article_get_paragraphs (article);

  g_assert_cmpuint (qm_article_count (article), ==, N_FIGURES);
  for (gsize i = 0; i < N_FIGURES; i++) {
    g_auto (QmGuesses) guesses = qm_article_guess (article, i, NULL);
    const char *paragraph = paragraphs[qm_article_get (article, i)->paragraph - 1];

    g_test_message ("%" G_GSIZE_FORMAT, i);
    assert_guess (paragraph, &guesses.measure, expected[i].measure, expected[i].measure_words);
    assert_guess (paragraph, &guesses.entity, expected[i].entity, expected[i].entity);
    assert_guess (paragraph, &guesses.time, expected[i].time, expected[i].time_words);
    g_assert_cmpstr (guesses.unit, ==, expected[i].unit);
    g_assert_true (guesses.is_projected == (i == DOLLARS));
    g_assert_true ((guesses.precision == QM_BETWEEN) == (i == DOLLARS));
  }
}

/* Claims that quote no words are found by their paragraph and their value. */
static QmDataset *
make_cited (const QmSourceFields *source)
{
  static const struct {
    double value;
    const char *at, *time;
  } claims[] = { { 40, "¶1", "2020" }, { 41.5, "¶2", "2021" }, { 7, "¶2", "2022" } };
  g_autofree char *begun = qm_edit_new_file ("T"), *text = NULL;
  QmEdit *edit = qm_edit_begin (begun);
  const char *id = qm_edit_put_source (edit, NULL, source);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (claims); i++) {
    QmClaimFields fields = { .source = id,
                             .measure = "Tea",
                             .unit = "percent",
                             .at = claims[i].at,
                             .time = claims[i].time,
                             .value = claims[i].value,
                             .low = NAN,
                             .high = NAN };

    qm_edit_place_claim (edit, qm_edit_put_claim (edit, NULL, &fields), qm_forms);
  }
  text = qm_edit_end (edit);
  return qm_dataset_read ("test", text, strlen (text), qm_forms, problems);
}

static const QmSourceFields titled = { .title = "Tea drunk", .kind = "webpage" };
static const QmSourceFields described = { .describes = "a note on tea", .kind = "webpage" };

static void
a_text_is_known_by_the_figures_that_claims_cite (gconstpointer source)
{
  g_autoptr (QmDataset) dataset = make_cited (source);
  g_autoptr (QmArticle) article =
      qm_article_new ("It was 40% then.\n\nNow it is 41.5%, of which 7% is green and 8% black.");
  g_autoptr (QmArticle) other = qm_article_new ("It was 40% then.\n\nNow it is 45%.");
  gsize figure;

  g_assert_nonnull (dataset);
  qm_article_recognise (other, dataset);
  g_assert_null (qm_article_get_source (other));
  qm_article_recognise (article, dataset);
  g_assert_cmpstr (qm_article_get_source (article), ==, dataset->sources[0].id);
  qm_article_match (article, dataset);
  g_assert_cmpuint (qm_article_count_in (article, QM_FIGURE_CLAIM), ==, 3);
  g_assert_cmpstr (qm_article_get (article, 2)->claim, ==, dataset->claims[2].id);
  g_assert_true (qm_article_find_paragraph (article, &dataset->claims[1], &figure));
  g_assert_cmpuint (figure, ==, 1);
}

/* A dataset with the first figure as a claim. */
static char *
confirm_first (const QmArticle *article)
{
  g_autofree char *begun = qm_edit_new_file ("Delta");
  QmEdit *edit = qm_edit_begin (begun);
  const QmSourceFields source = { .title = "Rice of the delta", .kind = "webpage" };
  const QmReadFigure *figure = qm_article_get (article, SACKS);
  const QmClaimFields fields = {
    .source = qm_edit_put_source (edit, NULL, &source),
    .at = "¶2",
    .exact = "about 600 million sacks",
    .before = "sold ",
    .measure = "Rice land",
    .unit = "hectare",
    .entity = "Hue",
    .value = 600e6,
    .low = NAN,
    .high = NAN,
  };

  g_assert_cmpuint (figure->paragraph, ==, 2);
  qm_edit_place_claim (edit, qm_edit_put_claim (edit, NULL, &fields), qm_forms);
  return qm_edit_end (edit);
}

static void
what_is_known_comes_first (void)
{
  g_autoptr (QmArticle) article = qm_article_new (TEXT);
  g_autofree char *text = confirm_first (article);
  g_autoptr (QmDataset) dataset = read_dataset_text (text);
  g_auto (QmGuesses) hectares = qm_article_guess (article, HECTARES, dataset);
  g_auto (QmGuesses) times = qm_article_guess (article, TIMES, dataset);

  g_assert_cmpstr (hectares.measure.text, ==, "Rice land");
  g_assert_cmpstr (times.to_entity.text, ==, "Hue");
}

static void
claims_are_found_by_their_quotes (void)
{
  g_autoptr (QmArticle) article = qm_article_new (TEXT);
  g_autofree char *text = confirm_first (article);
  g_autoptr (QmDataset) dataset = read_dataset_text (text);

  qm_article_match (article, dataset);
  g_assert_cmpuint (qm_article_count_in (article, QM_FIGURE_CLAIM), ==, 0);
  qm_article_set_source (article, dataset->sources[0].id);
  qm_article_match (article, dataset);
  g_assert_cmpuint (qm_article_count_in (article, QM_FIGURE_CLAIM), ==, 1);
  g_assert_cmpstr (qm_article_get (article, SACKS)->claim, ==, dataset->claims[0].id);
  qm_article_dismiss (article, SACKS, TRUE);
  g_assert_cmpint (qm_article_get (article, SACKS)->state, ==, QM_FIGURE_CLAIM);
  g_assert_cmpuint (qm_article_find_open (article, SACKS, 1), ==, PERCENT);
  g_assert_cmpuint (qm_article_find_open (article, SACKS, -1), ==, TIMES);
  qm_article_match (article, NULL);
  g_assert_cmpuint (qm_article_count_in (article, QM_FIGURE_OPEN), ==, N_FIGURES);
}

/* "16 models" of a ranking are its places; elsewhere they are a count. */
static void
places_are_told_together (void)
{
  static const struct {
    const char *text;
    gboolean are_ranks;
  } cases[] = {
    { "The top 16 models of the ranking come from there.", TRUE },
    { "On the Leaderboard, the first 16 models come from there.", TRUE },
    { "Trên bảng xếp hạng, cả 16 mô hình đứng đầu đều đến từ đó.", TRUE },
    { "The county has 16 bridges.", FALSE },
    { "The ranking names about 16 models.", FALSE },
    { "The ranking names 1,600 models.", FALSE },
    { "The ranking is read in 16% of homes.", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmArticle) article = qm_article_new (cases[i].text);
    g_auto (QmGuesses) guesses = qm_article_guess (article, 0, NULL);

    g_test_message ("%s", cases[i].text);
    g_assert_true (g_str_equal (guesses.unit, "rank") == cases[i].are_ranks);
    g_assert_true ((guesses.low <= 1 && guesses.high >= 16) == cases[i].are_ranks);
  }
}

static void
what_is_half_typed_is_gone_on_with (void)
{
  g_autoptr (QmArticle) article = qm_article_new ("A 1%, 2%, 3% and 4%.");

  g_assert_cmpuint (qm_article_find_begun (article), ==, 0);
  qm_article_dismiss (article, 0, TRUE);
  g_assert_cmpuint (qm_article_find_begun (article), ==, 1);
  qm_article_set_typed (article, "0 measure", "=Ships");
  qm_article_set_typed (article, "2 measure", "=Ships");
  qm_article_set_typed (article, "3 value", "=9");
  qm_article_set_typed (article, "title", "T");
  g_assert_cmpuint (qm_article_find_begun (article), ==, 2);
  for (gsize i = 0; i < 4; i++)
    qm_article_dismiss (article, i, TRUE);
  g_assert_cmpuint (qm_article_find_begun (article), ==, 0);
}

static void
a_newer_version_finds_its_claims (void)
{
  static const struct {
    const char *text;
    gboolean is_newer;
    gsize n_lost;
  } cases[] = {
    { "New first.\n\nMoved.\n\nIn 2024 Viet Nam sold about 600 million sacks.", TRUE, 0 },
    { "In 2025 Viet Nam sold about 650 million sacks.", FALSE, 0 },
    { "Rice.\n\nThey sold about 600 million sacks; we sold about 600 million sacks.", FALSE, 0 },
  };
  g_autoptr (QmArticle) older = qm_article_new (TEXT);
  g_autofree char *text = confirm_first (older);
  g_autoptr (QmDataset) dataset = read_dataset_text (text);

  qm_article_set_source (older, dataset->sources[0].id);
  qm_article_set_typed (older, "title", "Rice");
  qm_article_set_typed (older, "0 measure", "=Sacks");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmArticle) newer = qm_article_new (cases[i].text);

    g_test_message ("%s", cases[i].text);
    g_assert_true (qm_article_continue (newer, older, dataset) == cases[i].is_newer);
    g_assert_cmpuint (qm_article_count_lost (newer, dataset), ==, cases[i].n_lost);
    g_assert_cmpstr (qm_article_get_typed (newer, "0 measure"), ==, "");
    g_assert_true (g_str_equal (qm_article_get_typed (newer, "title"), "Rice") ==
                   cases[i].is_newer);
    qm_article_set_source (newer, dataset->sources[0].id);
    g_assert_cmpuint (qm_article_count_lost (newer, dataset), ==, !cases[i].is_newer);
  }
}

/* What is said otherwise on both sides is looked at again, and so is the same figure elsewhere. */
static void
a_newer_version_leaves_dismissed_what_was (void)
{
  static const char added[] = "In all 7 mills paid 12 euros a day. Each of 9 towns had 12 euros.";
  g_autofree char *old_text = g_strconcat (TEXT, "\n\nIn all 7 mills paid 12 euros a day.", NULL);
  g_autofree char *new_text = g_strconcat ("Rice.\n\n", TEXT, "\n\n", added, NULL);
  g_autoptr (QmArticle) older = qm_article_new (old_text), newer = qm_article_new (new_text);
  g_autofree char *text = confirm_first (older);
  g_autoptr (QmDataset) dataset = read_dataset_text (text);
  gsize n = qm_article_count (older), n_newer = qm_article_count (newer);

  qm_article_set_source (older, dataset->sources[0].id);
  qm_article_dismiss (older, n - 2, TRUE);
  qm_article_dismiss (older, n - 1, TRUE);
  g_assert_true (qm_article_continue (newer, older, dataset));
  g_assert_cmpuint (qm_article_count_in (newer, QM_FIGURE_DISMISSED), ==, 2);
  g_assert_cmpint (qm_article_get (newer, n_newer - 3)->state, ==, QM_FIGURE_DISMISSED);
  g_assert_cmpint (qm_article_get (newer, n_newer - 1)->state, ==, QM_FIGURE_OPEN);
}

static void
is_read_again_from_json (void)
{
  g_autoptr (GPtrArray) articles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_article_free);
  QmArticle *article = qm_article_new ("A 32%\r\nB \"40%\"\r\n");
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *json = NULL, *same = NULL;
  guint current;

  g_assert_cmpuint (g_strv_length ((char **) qm_article_get_paragraphs (article)), ==, 2);
  qm_article_dismiss (article, 1, TRUE);
  qm_article_set_source (article, "s");
  qm_article_set_typed (article, "title", "“T”\n");
  g_ptr_array_add (articles, article);
  json = qm_article_list_to_json (articles, 0);
  again = qm_article_list_from_json (json, &current);
  same = qm_article_list_to_json (again, current);
  g_assert_cmpstr (same, ==, json);
  g_assert_cmpint (qm_article_get (again->pdata[0], 1)->state, ==, QM_FIGURE_DISMISSED);
  g_assert_cmpstr (qm_article_get_typed (again->pdata[0], "title"), ==, "“T”\n");
}

static void
several_texts_are_read_again (void)
{
  g_autoptr (GPtrArray) articles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_article_free);
  g_autoptr (GPtrArray) again = NULL, none = NULL;
  g_autofree char *json = NULL;
  guint current = 9;

  g_ptr_array_add (articles, qm_article_new (TEXT));
  g_ptr_array_add (articles, qm_article_new ("Of 5 kg."));
  qm_article_set_typed (articles->pdata[1], "title", "T");
  qm_article_set_typed (articles->pdata[1], "1 measure", "=a");
  qm_article_set_typed (articles->pdata[1], "11 measure", "=b");
  qm_article_forget_typed (articles->pdata[1], 1);
  json = qm_article_list_to_json (articles, 1);
  again = qm_article_list_from_json (json, &current);
  g_assert_cmpuint (again->len, ==, 2);
  g_assert_cmpuint (current, ==, 1);
  g_assert_cmpuint (qm_article_count (again->pdata[0]), ==, N_FIGURES);
  g_assert_cmpstr (qm_article_get_typed (again->pdata[1], "title"), ==, "T");
  g_assert_cmpstr (qm_article_get_typed (again->pdata[1], "1 measure"), ==, "");
  g_assert_cmpstr (qm_article_get_typed (again->pdata[1], "11 measure"), ==, "=b");
  none = qm_article_list_from_json ("{\"current\":7,\"texts\":[{}, 3, {\"text\":3}]}", &current);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (current, ==, 0);
}

/* A text that nobody has divided is shown in parts, and none of its words is lost. */
static void
far_too_long_paragraphs_are_divided (void)
{
  static const char *const units[] = { "In 2024 there were 412 bridges. ", "bridges ", "ườ" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++) {
    GString *text = g_string_new (NULL);
    g_autoptr (QmArticle) article = NULL;
    gsize n_bytes = 0, n_paragraphs = 0;

    while (text->len < 100000)
      g_string_append (text, units[i]);
    article = qm_article_new (text->str);
    for (; qm_article_get_paragraphs (article)[n_paragraphs] != NULL; n_paragraphs++) {
      const char *paragraph = qm_article_get_paragraphs (article)[n_paragraphs];

      g_assert_true (g_utf8_validate (paragraph, -1, NULL));
      g_assert_true (g_str_has_prefix (paragraph, i == 2 ? "" : units[i]));
      n_bytes += strlen (paragraph);
    }
    g_assert_cmpuint (n_paragraphs, >, 19);
    g_assert_cmpuint (n_bytes, ==, text->len);
    g_assert_cmpuint (qm_article_count (article), ==, i == 0 ? text->len / strlen (units[0]) : 0);
    g_string_free (text, TRUE);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add_func ("/article/" #name, name)
  TEST (guesses_are_of_the_words);
  g_test_add_data_func ("/article/a-text-is-known-by-the-figures-that-claims-cite", &titled,
                        a_text_is_known_by_the_figures_that_claims_cite);
  g_test_add_data_func ("/article/a-text-of-a-source-without-a-title-is-known", &described,
                        a_text_is_known_by_the_figures_that_claims_cite);
  TEST (what_is_known_comes_first);
  TEST (claims_are_found_by_their_quotes);
  TEST (places_are_told_together);
  TEST (what_is_half_typed_is_gone_on_with);
  TEST (a_newer_version_finds_its_claims);
  TEST (a_newer_version_leaves_dismissed_what_was);
  TEST (is_read_again_from_json);
  TEST (several_texts_are_read_again);
  TEST (far_too_long_paragraphs_are_divided);
#undef TEST
  return g_test_run ();
}
