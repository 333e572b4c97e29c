/* A text that is read for its figures: what each may be of, and what becomes of it. */
#include "edit/article.h"

#include "chart/chart.h"
#include "edit/edit.h"

#include <cjson/cJSON.h>
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

static QmDataset *
read_good (const char *text)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmDataset *dataset = qm_dataset_read ("test", text, strlen (text), qm_forms, problems);

  g_assert_nonnull (dataset);
  return dataset;
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

/* Of 1,234 nobody knows which number it is. */
static void
what_is_in_doubt_is_empty (void)
{
  g_autoptr (QmArticle) article =
      qm_article_new ("He sold 1.234 of them, 2,5 of these and 0.5 of those.");
  g_auto (QmGuesses) guesses = qm_article_guess (article, 0, NULL);

  g_assert_true (isnan (guesses.value));
}

/* Nobody types the tonnes that are said once. */
static void
what_a_list_counts_is_guessed (void)
{
  g_autoptr (QmArticle) article = qm_article_new ("Kenya sold 450 tonnes, Sri Lanka 256 in 2023.");
  g_auto (QmGuesses) guesses = qm_article_guess (article, 1, NULL);

  g_assert_cmpstr (guesses.unit, ==, "metric-ton");
  g_assert_cmpstr (guesses.entity.text, ==, "Sri Lanka");
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
  g_autoptr (QmDataset) dataset = read_good (text);
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
  g_autoptr (QmDataset) dataset = read_good (text);

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

/* Parts of a whole, and of another figure; whose, where it stands after; and by the year. */
static void
guesses_are_of_what_is_beside_the_figure (void)
{
  static const struct {
    const char *text, *unit;
    double value;
    const char *measure, *entity, *to_entity;
  } cases[] = {
    { "About half of the homes are old.", "percent", 50, "", "", "" },
    { "They saw a third of the homes.", "percent", 100.0 / 3, "", "", "" },
    { "Xã này thu chỉ bằng một nửa Lũng Mây.", "times", 0.5, "", "", "Lũng Mây" },
    { "Họ trồng gấp 6 lần Lũng Mây, theo sổ.", "times", 6, "", "", "Lũng Mây" },
    { "Họ chi 23 tỉ USD của Lũng Mây.", "USD", 23e9, "", "Lũng Mây", "" },
    { "Họ chi 30 tỉ USD/năm.", "USD per year", 30e9, "", "", "" },
    { "They spend $30 a month.", "USD per month", 30, "", "", "" },
    { "Gold costs US$10 per gram.", "USD per gram", 10, "", "", "" },
    { "Dầu có giá 80 USD/thùng.", "USD per barrel", 80, "", "", "" },
    { "It emits 120 grams per kilometre.", "gram-per-kilometer", 120, "", "", "" },
    { "They spend $30 per kilo.", "USD per kilogram", 30, "", "", "" },
    { "They spend $30 per widget.", "USD", 30, "", "", "" },
    { "They spend $30 on a new pier by 2030.", "USD", 30, "New pier", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmArticle) article = qm_article_new (cases[i].text);
    g_auto (QmGuesses) guesses = qm_article_guess (article, 0, NULL);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (guesses.unit, ==, cases[i].unit);
    g_assert_cmpfloat_with_epsilon (guesses.value, cases[i].value, 1e-9);
    if (cases[i].measure[0] != '\0')
      g_assert_cmpstr (guesses.measure.text, ==, cases[i].measure);
    g_assert_cmpstr (guesses.entity.text, ==, cases[i].entity);
    g_assert_cmpstr (guesses.to_entity.text, ==, cases[i].to_entity);
    g_assert_cmpstr (guesses.measure.text, !=, "Lũng Mây");
  }
}

/* Of fifty years nothing is known by the name of a count in the same sentence. */
static void
a_known_measure_has_the_figures_unit (void)
{
  g_autoptr (QmArticle) article = qm_article_new ("Of 600 sacks 9 are older than fifty years.");
  g_autofree char *begun = qm_edit_new_file ("T"), *text = NULL;
  QmEdit *edit = qm_edit_begin (begun);
  const QmSourceFields source = { .title = "S", .kind = "webpage" };
  const QmClaimFields fields = { .source = qm_edit_put_source (edit, NULL, &source),
                                 .measure = "Sacks",
                                 .unit = "number",
                                 .value = 600,
                                 .low = NAN,
                                 .high = NAN };
  g_autoptr (QmDataset) dataset = NULL;

  qm_edit_place_claim (edit, qm_edit_put_claim (edit, NULL, &fields), qm_forms);
  text = qm_edit_end (edit);
  dataset = read_good (text);
  for (gsize i = 0; i < qm_article_count (article); i++) {
    g_auto (QmGuesses) guesses = qm_article_guess (article, i, dataset);

    g_assert_true ((strstr (guesses.measure.text, "Sacks") != NULL) ==
                   g_str_equal (guesses.unit, "number"));
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

/* What is true of the figure by which something rose, in percent or in words. */
static void
what_rose_is_not_the_figure (void)
{
  g_autoptr (QmArticle) article = qm_article_new (
      "Takings rose by a fifth.\n\nTakings fell by a third.\n\nTakings rose by 20%.\n\n"
      "Takings rose to 20 million euros.");
  static const char *const measures[] = { "Rise in takings", "Fall in takings", "Rise in takings",
                                          "Takings" };

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++) {
    g_auto (QmGuesses) guesses = qm_article_guess (article, i, NULL);

    g_assert_cmpstr (guesses.measure.text, ==, measures[i]);
  }
}

/* In a dataset that knows Peru and its bridges, Mali's bridges are not Peru's, nor tunnels bridges.
 */
static void
what_is_known_is_not_put_in_place_of_what_is_said (void)
{
  g_autoptr (QmArticle) article = qm_article_new (
      "Mali has 700 bridges, Peru has 9 tunnels.\n\nBridges were at 5, while exports were at 7.\n\n"
      "The town of Peru handled 4 ships in 2024, while Belmar handled 3.");
  g_autofree char *begun = qm_edit_new_file ("T"), *text = NULL;
  QmEdit *edit = qm_edit_begin (begun);
  const QmSourceFields source = { .title = "S", .kind = "webpage" };
  const QmClaimFields fields = { .source = qm_edit_put_source (edit, NULL, &source),
                                 .entity = "Peru",
                                 .measure = "Bridges",
                                 .unit = "number",
                                 .value = 412,
                                 .low = NAN,
                                 .high = NAN };
  g_autoptr (QmDataset) dataset = NULL;
  g_auto (QmGuesses) first = { 0 }, second = { 0 }, last = { 0 }, other = { 0 };

  qm_edit_place_claim (edit, qm_edit_put_claim (edit, NULL, &fields), qm_forms);
  text = qm_edit_end (edit);
  dataset = read_good (text);
  first = qm_article_guess (article, 0, dataset);
  second = qm_article_guess (article, 1, dataset);
  last = qm_article_guess (article, 3, dataset);
  other = qm_article_guess (article, 5, dataset);
  g_assert_cmpstr (first.entity.text, ==, "Mali");
  g_assert_cmpstr (first.measure.text, ==, "Bridges");
  g_assert_cmpstr (second.entity.text, ==, "Peru");
  g_assert_cmpstr (second.measure.text, ==, "Tunnels");
  g_assert_cmpstr (last.measure.text, ==, "Exports");
  g_assert_cmpstr (other.entity.text, ==, "Belmar");
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
  g_autoptr (QmDataset) dataset = read_good (text);

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
  g_autoptr (QmDataset) dataset = read_good (text);
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

/* --- Whose, of what, and when --- */

enum { MEASURE, ENTITY, TIME, N_ASKED };

/* Right as it is guessed, and offered among the first three. */
typedef struct {
  guint n, n_guessed[N_ASKED], n_offered[N_ASKED];
} Score;

/* expected has what may be right, divided by "|". */
static gboolean
is_right (const char *expected, const char *found)
{
  g_auto (GStrv) right = g_strsplit (expected, "|", -1);

  if (found[0] == '\0')
    return expected[0] == '\0' || g_str_has_suffix (expected, "|");
  return g_strv_contains ((const char *const *) right, found);
}

static void
score_field (const cJSON *figure, const char *key, const QmGuess *guess, const GPtrArray *offered,
             guint *n_guessed, guint *n_offered)
{
  const char *expected = cJSON_GetObjectItemCaseSensitive (figure, key)->valuestring;
  gboolean is_guessed = is_right (expected, guess->text), is_offered = is_guessed;

  for (guint i = 0; i < MIN (offered->len, 3); i++)
    is_offered |= is_right (expected, ((const QmGuess *) offered->pdata[i])->text);
  *n_guessed += is_guessed;
  *n_offered += is_offered;
  if (!is_guessed)
    g_test_message ("%s of “%s” is “%s”, not “%s”%s", key,
                    cJSON_GetObjectItemCaseSensitive (figure, "text")->valuestring, guess->text,
                    expected, is_offered ? ", which is offered" : "");
}

static void
score_figure (const QmArticle *article, gsize i, const cJSON *figures, Score *score)
{
  const QmReadFigure *read = qm_article_get (article, i);
  const char *paragraph = qm_article_get_paragraphs (article)[read->paragraph - 1];
  g_autofree char *words = g_utf8_substring (paragraph, (glong) read->start, (glong) read->end);
  g_auto (QmGuesses) guesses = qm_article_guess (article, i, NULL);
  const cJSON *figure;

  cJSON_ArrayForEach (figure, figures) {
    if (strstr (words, cJSON_GetObjectItemCaseSensitive (figure, "text")->valuestring) == NULL)
      continue;
    score->n++;
    score_field (figure, "measure", &guesses.measure, guesses.measures, &score->n_guessed[MEASURE],
                 &score->n_offered[MEASURE]);
    score_field (figure, "entity", &guesses.entity, guesses.entities, &score->n_guessed[ENTITY],
                 &score->n_offered[ENTITY]);
    score_field (figure, "time", &guesses.time, guesses.times, &score->n_guessed[TIME],
                 &score->n_offered[TIME]);
  }
}

/* data/subjects.json: five articles on health, climate, football, farming and an election. */
static void
most_guesses_are_right_or_offered (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "subjects.json", NULL);
  g_autofree char *json = NULL;
  Score score = { 0 };
  const cJSON *article, *paragraph;
  cJSON *articles;

  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  articles = cJSON_Parse (json);
  cJSON_ArrayForEach (article, articles) {
    cJSON_ArrayForEach (paragraph, cJSON_GetObjectItemCaseSensitive (article, "paragraphs")) {
      g_autoptr (QmArticle) read =
          qm_article_new (cJSON_GetObjectItemCaseSensitive (paragraph, "text")->valuestring);

      qm_article_set_typed (read, "issued",
                            cJSON_GetObjectItemCaseSensitive (article, "published")->valuestring);
      for (gsize i = 0; i < qm_article_count (read); i++)
        score_figure (read, i, cJSON_GetObjectItemCaseSensitive (paragraph, "figures"), &score);
    }
  }
  cJSON_Delete (articles);

  g_test_message ("of %u: measure %u guessed, %u offered; entity %u, %u; time %u, %u", score.n,
                  score.n_guessed[MEASURE], score.n_offered[MEASURE], score.n_guessed[ENTITY],
                  score.n_offered[ENTITY], score.n_guessed[TIME], score.n_offered[TIME]);
  g_assert_cmpuint (score.n, ==, 42);
  for (gsize i = 0; i < N_ASKED; i++) {
    g_assert_cmpuint (score.n_guessed[i], >=, 39);
    g_assert_cmpuint (score.n_offered[i], >=, 41);
  }
}

/* --- What is offered --- */

static gboolean
is_offered (const GPtrArray *list, const char *words)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((const QmGuess *) list->pdata[i])->text, words))
      return TRUE;
  return FALSE;
}

/* What stands there is offered as a person would say it, and no piece of it. */
static void
offers_whole_names_and_things (void)
{
  static const struct {
    const char *text, *words, *piece;
  } cases[] = {
    { "Máy in của Lumora LX-tra-90A chỉ đứng ở vị trí thứ 17.", "Lumora LX-tra-90A", "Lumora LX" },
    { "Máy in của Lumora LX-tra-90A chỉ đứng ở vị trí thứ 17.", "LX-tra-90A", "-tra" },
    { "The new Lumora LX-tra-90A sold 3 million units.", "Lumora LX-tra-90A", "Lumora LX" },
    { "The France-led group of Peru has 12 members.", "France", "France-led" },
    { "EU hỗ trợ đường sắt Bắc Âu với chỉ 1,2 tỉ EUR.", "Đường sắt Bắc Âu",
      "Trợ đường sắt Bắc Âu" },
    { "40% học sinh của Lào đang dùng xe buýt.", "Học sinh của Lào", "Sinh" },
    { "Lãi lớn: doanh nghiệp châu Âu đầu tư R&D 32 tỉ USD.", "Doanh nghiệp châu Âu", "D" },
    { "Lãi lớn: doanh nghiệp châu Âu đầu tư R&D 32 tỉ USD.", "Doanh nghiệp châu Âu đầu tư R&D",
      "R&" },
    { "Họ nộp 1.600 đơn đăng ký ở Lào.", "Đơn đăng ký", "Đơn đăng" },
    { "Họ cần chi 70 tỉ USD để đáp ứng nhu cầu máy bơm.", "Nhu cầu máy bơm",
      "Đáp ứng nhu cầu máy bơm" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmArticle) article = qm_article_new (cases[i].text);
    g_auto (QmGuesses) guesses = qm_article_guess (article, 0, NULL);

    g_test_message ("%s", cases[i].text);
    g_assert_true (is_offered (guesses.measures, cases[i].words) ||
                   is_offered (guesses.entities, cases[i].words));
    g_assert_false (is_offered (guesses.measures, cases[i].piece) ||
                    is_offered (guesses.entities, cases[i].piece));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add_func ("/article/" #name, name)
  TEST (guesses_are_of_the_words);
  TEST (what_is_in_doubt_is_empty);
  TEST (what_a_list_counts_is_guessed);
  g_test_add_data_func ("/article/a-text-is-known-by-the-figures-that-claims-cite", &titled,
                        a_text_is_known_by_the_figures_that_claims_cite);
  g_test_add_data_func ("/article/a-text-of-a-source-without-a-title-is-known", &described,
                        a_text_is_known_by_the_figures_that_claims_cite);
  TEST (what_is_known_comes_first);
  TEST (claims_are_found_by_their_quotes);
  TEST (places_are_told_together);
  TEST (what_is_known_is_not_put_in_place_of_what_is_said);
  TEST (a_known_measure_has_the_figures_unit);
  TEST (most_guesses_are_right_or_offered);
  TEST (offers_whole_names_and_things);
  TEST (guesses_are_of_what_is_beside_the_figure);
  TEST (what_is_half_typed_is_gone_on_with);
  TEST (what_rose_is_not_the_figure);
  TEST (a_newer_version_finds_its_claims);
  TEST (a_newer_version_leaves_dismissed_what_was);
  TEST (is_read_again_from_json);
  TEST (several_texts_are_read_again);
  TEST (far_too_long_paragraphs_are_divided);
#undef TEST
  return g_test_run ();
}
