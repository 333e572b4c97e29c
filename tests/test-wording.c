/* The words for a claim, in both languages. */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/words/wording-private.h"
#include "chart/words/wording.h"
#include "dataset/claim-time.h"
#include "load-dataset.h"

#include <math.h>
#include <string.h>

typedef struct {
  QmUnit unit;
  double value, low, high;
  QmPrecision precision;
  QmStanding standing;
  int fraction[2];
  const char *signs, *words, *number;
  const char *vietnamese;
} FigureCase;

static const FigureCase figures[] = {
  { { .kind = QM_UNIT_CURRENCY, .currency = "USD" },
    300e9,
    0,
    0,
    QM_EXACT,
    QM_STATED,
    { 0 },
    "US$300 billion",
    "US$300 billion",
    "300 billion",
    "300 tỷ USD" },
  { { .kind = QM_UNIT_CURRENCY, .currency = "USD" },
    50e9,
    0,
    0,
    QM_ABOUT,
    QM_COMPUTED,
    { 0 },
    "≈\u00a0US$50 billion",
    "about US$50 billion",
    "≈\u00a050 billion",
    "khoảng 50 tỷ USD" },
  { { .kind = QM_UNIT_CURRENCY, .currency = "USD", .per = "year" },
    30e9,
    0,
    0,
    QM_OVER,
    QM_STATED,
    { 0 },
    ">\u00a0US$30 billion per year",
    "more than US$30 billion per year",
    ">\u00a030 billion",
    "hơn 30 tỷ USD mỗi năm" },
  { { .kind = QM_UNIT_CURRENCY, .currency = "USD" },
    1e9,
    0,
    0,
    QM_UNDER,
    QM_STATED,
    { 0 },
    "<\u00a0US$1 billion",
    "under US$1 billion",
    "<\u00a01 billion",
    "dưới 1 tỷ USD" },
  { { .kind = QM_UNIT_CURRENCY, .currency = "EUR" },
    11e9,
    9e9,
    14e9,
    QM_BETWEEN,
    QM_STATED,
    { 0 },
    "€9 billion–€14 billion",
    "between €9 billion and €14 billion",
    "9 billion–14 billion",
    "từ 9 tỷ EUR đến 14 tỷ EUR" },
  /* Between a dash and a minus none can be told from the other. */
  { { .kind = QM_UNIT_PERCENT },
    -0.01,
    -0.02,
    0.005,
    QM_BETWEEN,
    QM_PROJECTED,
    { 0 },
    "−2% to 0.5%",
    "between −2% and 0.5%",
    NULL,
    "từ −2% đến 0,5%" },
  { { .kind = QM_UNIT_PERCENT },
    0.386,
    0,
    0,
    QM_EXACT,
    QM_STATED,
    { 0 },
    "38.6%",
    "38.6%",
    NULL,
    "38,6%" },
  { { .kind = QM_UNIT_PERCENT },
    0.0447761,
    0,
    0,
    QM_ABOUT,
    QM_COMPUTED,
    { 0 },
    "≈\u00a04.48%",
    "about 4.48%",
    NULL,
    "khoảng 4,48%" },
  { { .kind = QM_UNIT_PERCENTAGE_POINTS },
    0.04,
    0,
    0,
    QM_EXACT,
    QM_STATED,
    { 0 },
    "4 percentage points",
    "4 percentage points",
    NULL,
    "4 điểm phần trăm" },
  { { .kind = QM_UNIT_PERCENTAGE_POINTS },
    0.01,
    0,
    0,
    QM_EXACT,
    QM_STATED,
    { 0 },
    "1 percentage point",
    "1 percentage point",
    NULL,
    "1 điểm phần trăm" },
  { { .kind = QM_UNIT_TIMES }, 6, 0, 0, QM_EXACT, QM_STATED, { 0 }, "6×", "6 times", "6", "6 lần" },
  { { .kind = QM_UNIT_TIMES },
    13.529411,
    0,
    0,
    QM_ABOUT,
    QM_COMPUTED,
    { 0 },
    "≈\u00a013.5×",
    "about 13.5 times",
    "≈\u00a013.5",
    "khoảng 13,5 lần" },
  { { .kind = QM_UNIT_TIMES },
    0.5,
    0,
    0,
    QM_EXACT,
    QM_STATED,
    { 0 },
    "0.5×",
    "0.5×",
    "0.5",
    "0,5×" },
  { { .kind = QM_UNIT_TIMES },
    1 / 15.0,
    0,
    0,
    QM_EXACT,
    QM_STATED,
    { 1, 15 },
    "1/15",
    "1/15",
    "1/15",
    "1/15" },
  { { .kind = QM_UNIT_RANK },
    17,
    0,
    0,
    QM_EXACT,
    QM_STATED,
    { 0 },
    "rank 17",
    "rank 17",
    "17",
    "hạng 17" },
  { { .kind = QM_UNIT_NUMBER },
    170e3,
    0,
    0,
    QM_ABOUT,
    QM_STATED,
    { 0 },
    "≈\u00a0170,000",
    "about 170,000",
    "≈\u00a0170,000",
    "khoảng 170.000" },
  { { .kind = QM_UNIT_NUMBER },
    600e6,
    0,
    0,
    QM_OVER,
    QM_STATED,
    { 0 },
    ">\u00a0600 million",
    "more than 600 million",
    ">\u00a0600 million",
    "hơn 600 triệu" },
};

static QmClaim
make_claim (const FigureCase *figure)
{
  return (QmClaim) {
    .kind = QM_CLAIM_FIGURE,
    .id = "claim",
    .unit = figure->unit,
    .quantity = { figure->value, figure->low, figure->high, figure->precision, figure->standing,
                  FALSE },
    .fraction = { figure->fraction[0], figure->fraction[1] },
  };
}

static void
test_figures_in_signs_and_words (void)
{
  g_assert_true (qm_language_use ("en"));
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++) {
    QmClaim claim = make_claim (&figures[i]);
    g_autofree char *signs = qm_wording_value (&claim);
    g_autofree char *words = qm_wording_value_in_words (&claim);
    g_autofree char *number = qm_wording_number_short (&claim);

    g_assert_cmpstr (signs, ==, figures[i].signs);
    g_assert_cmpstr (words, ==, figures[i].words);
    if (figures[i].number != NULL)
      g_assert_cmpstr (number, ==, figures[i].number);
  }
}

static void
test_figures_in_vietnamese_words (void)
{
  g_assert_true (qm_language_use ("vi"));
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++) {
    QmClaim claim = make_claim (&figures[i]);
    g_autofree char *words = qm_wording_value_in_words (&claim);

    g_assert_cmpstr (words, ==, figures[i].vietnamese);
  }
}

static void
test_a_claim_without_figure_has_no_value (void)
{
  QmClaim claim = { .kind = QM_CLAIM_EVENT };

  g_assert_null (qm_wording_value (&claim));
  g_assert_null (qm_wording_value_in_words (&claim));
  g_assert_null (qm_wording_number_short (&claim));
}

static void
test_times (void)
{
  static const struct {
    const char *time, *english, *vietnamese;
  } cases[] = {
    { "2024", "2024", "2024" },
    { "2025-08", "Aug 2025", "8/2025" },
    { "2025-07-22", "22 Jul 2025", "22/7/2025" },
    { "2023/2025-11", "2023 to Nov 2025", "2023 đến 11/2025" },
    { "../2030", "to 2030", "đến 2030" },
    { "2023-12~", "about Dec 2023", "khoảng 12/2023" },
    { "2024-Q1", "Q1 2024", "Quý 1/2024" },
    { "2023/24", "2023/24", "2023/24" },
    { "-0499/0300", "500 BC to 300", "500 TCN đến 300" },
    { "early 2020/late 2024", "early 2020 to late 2024", "đầu năm 2020 đến cuối năm 2024" },
  };
  const QmTime undated = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *english = NULL, *vietnamese = NULL;
    QmTime time = { 0 };

    g_assert_true (qm_claim_time_parse (cases[i].time, &time));
    g_assert_true (qm_language_use ("en"));
    english = qm_wording_time (&time);
    g_assert_cmpstr (english, ==, cases[i].english);
    g_assert_true (qm_language_use ("vi"));
    vietnamese = qm_wording_time (&time);
    g_assert_cmpstr (vietnamese, ==, cases[i].vietnamese);
  }
  g_assert_null (qm_wording_time (&undated));
}

/* --- Claims of the built-in dataset --- */

static void
test_a_computed_claim_says_from_what_and_where (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  const QmClaim *china = qm_dataset_find_claim (dataset, "china-ai-infrastructure-2024");
  const QmClaim *us = qm_dataset_find_claim (dataset, "us-industrial-share-2030");
  const QmClaim *part = qm_dataset_find_claim (dataset, "us-2024-part-of-2030-bill");
  g_autofree char *computation = NULL, *brief = NULL, *whole = NULL, *projected = NULL;
  g_autofree char *nobodys = NULL;

  g_assert_true (qm_language_use ("en"));
  computation = qm_wording_computation (china);
  g_assert_cmpstr (computation, ==,
                   "computed from US$300 billion (United States) ÷ 6 (United States to China)");
  brief = qm_wording_computation_short (china);
  g_assert_cmpstr (brief, ==, "computed: US$300 billion ÷ 6");
  whole = qm_wording_claim (china);
  g_assert_cmpstr (whole, ==,
                   "China, 2024: about US$50 billion, "
                   "computed from US$300 billion (United States) ÷ 6 (United States to China). "
                   "AI infrastructure investment. "
                   "[1] The Japan Times, 22 Jul 2025, ¶4, read as a Vietnamese summary.");
  projected = qm_wording_computation (us);
  g_assert_cmpstr (projected, ==,
                   "computed from 40% (China, projected) ÷ 4 (China to United States, projected)");
  nobodys = qm_wording_computation (part);
  g_assert_cmpstr (nobodys, ==,
                   "computed from US$300 billion (United States) ÷ about US$6.7 trillion "
                   "(Spending needed to meet demand for data-centre capacity, projected)");
}

static void
test_operations_are_seen_and_spoken (void)
{
  static const struct {
    QmOperation operation;
    const char *sign, *words;
  } cases[] = {
    { QM_ADD, "+", "plus" },
    { QM_SUBTRACT, "−", "minus" },
    { QM_MULTIPLY, "×", "multiplied by" },
    { QM_DIVIDE, "÷", "divided by" },
    { QM_SHARE_OF, "÷", "divided by" },
  };

  g_assert_true (qm_language_use ("en"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_cmpstr (qm_wording_operation (cases[i].operation), ==, cases[i].sign);
    g_assert_cmpstr (qm_wording_operation_in_words (cases[i].operation), ==, cases[i].words);
  }
}

/* Sums of exact figures are exact, with all digits; growth says from what it was computed. */
static void
test_sums (void)
{
  static const struct {
    const char *id, *value, *computation, *brief;
  } cases[] = {
    { "all-2024", "US$226,943.25",
      "computed from US$110 (North) + US$100.25 (South) + US$226,733 (East)",
      "computed: US$110 + US$100.25 + US$226,733" },
    { "all-about", "≈\u00a0US$654,000",
      "computed from US$110 (North) + US$100.25 (South) + US$226,733 (East) + "
      "about US$200,000 (East) + US$226,943.25 (All three, computed)",
      "computed: the sum of 5 figures" },
    { "lead", "0 percentage points", "computed from 38.6% (Votes) − 38.6% (Votes)",
      "computed: 38.6% − 38.6%" },
    { "north-growth", "≈\u00a09.73%", "computed from US$110 (North) ÷ US$100.25 (South) − 1",
      "computed: US$110 ÷ US$100.25 − 1" },
    { "east-growth", "≈\u00a013.4%",
      "computed from US$226,733 (2024) ÷ about US$200,000 (2023) − 1",
      "computed: US$226,733 ÷ about US$200,000 − 1" },
    { "north-left", "US$20", "computed from US$110 (Sold) − US$90 (Bought)",
      "computed: US$110 − US$90" },
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "good", "sums.json", NULL);
  g_autoptr (QmDataset) dataset = load_dataset (path);

  g_assert_true (qm_language_use ("en"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const QmClaim *claim = qm_dataset_find_claim (dataset, cases[i].id);
    g_autofree char *value = qm_wording_value (claim);
    g_autofree char *computation = qm_wording_computation (claim);
    g_autofree char *brief = qm_wording_computation_short (claim);

    g_assert_cmpstr (value, ==, cases[i].value);
    g_assert_cmpstr (computation, ==, cases[i].computation);
    g_assert_cmpstr (brief, ==, cases[i].brief);
  }
}

/* Where a figure is rounded it has as many digits as its claim asks for: a stated one in pictures,
 * a computed one wherever it stands. */
static void
test_a_claim_may_say_how_many_digits_are_shown (void)
{
  static const struct {
    double value;
    QmPrecision precision;
    QmStanding standing;
    int digits;
    const char *in_a_label, *whole;
  } cases[] = {
    { 1304887562, QM_EXACT, QM_STATED, 0, "1.30 billion", "1.304887562 billion" },
    { 1304887562, QM_EXACT, QM_STATED, 2, "1.3 billion", "1.304887562 billion" },
    { 1304887562, QM_EXACT, QM_STATED, 15, "1.304887562 billion", "1.304887562 billion" },
    { 226733, QM_EXACT, QM_STATED, 3, "227,000", "226,733" },
    { 13.529411, QM_ABOUT, QM_COMPUTED, 0, "≈\u00a013.5", "≈\u00a013.5" },
    { 13.529411, QM_ABOUT, QM_COMPUTED, 2, "≈\u00a014", "≈\u00a014" },
    { 13.529411, QM_ABOUT, QM_COMPUTED, 5, "≈\u00a013.529", "≈\u00a013.529" },
    { 130.5294, QM_EXACT, QM_COMPUTED, 4, "130.5", "130.5294" },
    /* Of a range whose ends would be the same: all digits. */
    { 1000, QM_BETWEEN, QM_STATED, 0, "1,000–1,000.001", "1,000–1,000.001" },
  };

  g_assert_true (qm_language_use ("en"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const QmClaim claim = {
      .kind = QM_CLAIM_FIGURE,
      .id = "claim",
      .quantity = { cases[i].value, cases[i].value, cases[i].value + 0.001, cases[i].precision,
                    cases[i].standing, FALSE },
      .digits = cases[i].digits,
    };
    g_autofree char *in_a_label = qm_wording_value_short (&claim);
    g_autofree char *whole = qm_wording_value (&claim);

    g_assert_cmpstr (in_a_label, ==, cases[i].in_a_label);
    g_assert_cmpstr (whole, ==, cases[i].whole);
  }
}

/* Else "2020 to 2024" would be drawn as "to 2024 2020", as if it were two times. */
static void
test_beside_a_name_that_runs_leftwards_a_period_is_whole (void)
{
  static const char *const arabic[] = { "الأردن", NULL, "2020 to 2024" };
  static const char *const english[] = { "Jordan", "", "2020 to 2024" };
  g_autofree char *isolated = qm_wording_join (arabic, G_N_ELEMENTS (arabic));
  g_autofree char *plain = qm_wording_join (english, G_N_ELEMENTS (english));
  g_autofree char *alone = qm_wording_join (arabic, 1);

  g_assert_cmpstr (isolated, ==, "\u2068الأردن\u2069, \u20682020 to 2024\u2069");
  g_assert_cmpstr (plain, ==, "Jordan, 2020 to 2024");
  g_assert_cmpstr (alone, ==, "الأردن");
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/figures-in-signs-and-words", test_figures_in_signs_and_words);
  g_test_add_func ("/wording/figures-in-vietnamese-words", test_figures_in_vietnamese_words);
  g_test_add_func ("/wording/a-claim-may-say-how-many-digits-are-shown",
                   test_a_claim_may_say_how_many_digits_are_shown);
  g_test_add_func ("/wording/a-claim-without-figure-has-no-value",
                   test_a_claim_without_figure_has_no_value);
  g_test_add_func ("/wording/beside-a-name-that-runs-leftwards-a-period-is-whole",
                   test_beside_a_name_that_runs_leftwards_a_period_is_whole);
  g_test_add_func ("/wording/times", test_times);
  g_test_add_func ("/wording/a-computed-claim-says-from-what-and-where",
                   test_a_computed_claim_says_from_what_and_where);
  g_test_add_func ("/wording/operations-are-seen-and-spoken", test_operations_are_seen_and_spoken);
  g_test_add_func ("/wording/exact-sums-are-exact-and-growth-is-computed", test_sums);
  return g_test_run ();
}
