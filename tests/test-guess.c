/* What a figure of a text may be: its value, unit and time, whose it is and of what. */
#include "edit/guess.h"

#include "edit/article.h"
#include "edit/edit.h"
#include "load-dataset.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <string.h>

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
  dataset = read_dataset_text (text);
  for (gsize i = 0; i < qm_article_count (article); i++) {
    g_auto (QmGuesses) guesses = qm_article_guess (article, i, dataset);

    g_assert_true ((strstr (guesses.measure.text, "Sacks") != NULL) ==
                   g_str_equal (guesses.unit, "number"));
  }
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
  dataset = read_dataset_text (text);
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

#define TEST(name) g_test_add_func ("/guess/" #name, name)
  TEST (what_is_in_doubt_is_empty);
  TEST (what_a_list_counts_is_guessed);
  TEST (guesses_are_of_what_is_beside_the_figure);
  TEST (a_known_measure_has_the_figures_unit);
  TEST (what_rose_is_not_the_figure);
  TEST (what_is_known_is_not_put_in_place_of_what_is_said);
  TEST (most_guesses_are_right_or_offered);
  TEST (offers_whole_names_and_things);
#undef TEST
  return g_test_run ();
}
