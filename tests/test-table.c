/* Cells of a table, for people and for machines. */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/words/tabular.h"
#include "load-dataset.h"

#include <math.h>

typedef struct {
  const char *claim;
  QmColumn column;
  const char *people, *machines;
} CellCase;

static const CellCase cells[] = {
  { "china-ai-infrastructure-2024", QM_COLUMN_FIGURE, "≈\u00a0US$50 billion", "50000000000" },
  { "china-ai-infrastructure-2024", QM_COLUMN_VALUE, "50000000000", "50000000000" },
  { "china-ai-infrastructure-2024", QM_COLUMN_SUBJECT, "AI infrastructure investment",
    "AI infrastructure investment" },
  { "china-ai-infrastructure-2024", QM_COLUMN_NOTE,
    "Computed from a ratio; the source reports no amount for China.",
    "Computed from a ratio; the source reports no amount for China." },
  { "china-ai-infrastructure-2024", QM_COLUMN_SOURCE, "[1] The Japan Times, 22 Jul 2025, ¶4",
    "“Scale is the key to success”, The Japan Times, 22 Jul 2025, ¶4, read as a Vietnamese "
    "summary, https://www.japantimes.co.jp/commentary/2025/07/22/world/"
    "scale-is-the-key-to-success/" },
  { "china-ai-infrastructure-2024", QM_COLUMN_SOURCE_DATE, "22 Jul 2025", "2025-07-22" },
  { "china-ai-infrastructure-2024", QM_COLUMN_SOURCE_ADDRESS,
    "https://www.japantimes.co.jp/commentary/2025/07/22/world/scale-is-the-key-to-success/",
    "https://www.japantimes.co.jp/commentary/2025/07/22/world/scale-is-the-key-to-success/" },
  { "china-ai-infrastructure-2024", QM_COLUMN_LOW, "", "" },
  { "china-ai-infrastructure-2024", QM_COLUMN_UNIT, "USD", "USD" },
  { "china-ai-infrastructure-2024", QM_COLUMN_PRECISION, "about", "about" },
  { "china-ai-infrastructure-2024", QM_COLUMN_STANDING, "computed", "derived" },
  { "china-ai-infrastructure-2024", QM_COLUMN_COMPUTATION,
    "computed from US$300 billion (United States) ÷ 6 (United States to China)",
    "us-ai-infrastructure-2024 / us-to-china-ai-infrastructure-2024" },
  { "us-to-china-ai-infrastructure-2024", QM_COLUMN_ENTITY, "United States to China",
    "United States to China" },
  { "us-to-china-ai-infrastructure-2024", QM_COLUMN_ENTITY_ID, "us", "us" },
  { "us-to-china-ai-infrastructure-2024", QM_COLUMN_TO_ENTITY_ID, "china", "china" },
  { "us-to-china-ai-infrastructure-2024", QM_COLUMN_FIGURE, "6×", "6" },
  { "us-to-china-ai-infrastructure-2024", QM_COLUMN_HIGH, "6×", "6" },
  { "us-to-china-ai-infrastructure-2024", QM_COLUMN_TIME, "2024", "2024" },
};

static void
cells_say_what_the_claim_does (gconstpointer data)
{
  const CellCase *expected = data;
  g_autoptr (QmDataset) dataset = NULL;
  const QmClaim *claim;
  g_autofree char *people = NULL, *machines = NULL;

  qm_language_use ("en");
  dataset = load_dataset (NULL);
  claim = qm_dataset_find_claim (dataset, expected->claim);
  g_assert_nonnull (claim);
  people = qm_tabular_cell (claim, expected->column);
  machines = qm_tabular_machine_cell (claim, expected->column);
  g_assert_cmpstr (people, ==, expected->people);
  g_assert_cmpstr (machines, ==, expected->machines);
}

static QmClaim
figure (QmPrecision precision, double value, double low, double high)
{
  return (QmClaim) { .kind = QM_CLAIM_FIGURE,
                     .quantity = { value, low, high, precision, QM_STATED, FALSE } };
}

/* "280–320" and "> 300" say their bounds; a figure whose bounds are others does not. */
static void
bounds_are_told_where_they_are_news (void)
{
  const struct {
    QmClaim claim;
    gboolean is_low_news, is_high_news;
  } table[] = {
    { figure (QM_EXACT, 300, 300, 300), FALSE, FALSE },
    { figure (QM_ABOUT, 300, -INFINITY, INFINITY), FALSE, FALSE },
    { figure (QM_OVER, 300, 300, INFINITY), FALSE, FALSE },
    { figure (QM_UNDER, 300, -INFINITY, 300), FALSE, FALSE },
    { figure (QM_BETWEEN, 300, 280, 320), FALSE, FALSE },
    { figure (QM_ABOUT, 300, 280, 330), TRUE, TRUE },
    { figure (QM_ABOUT, 300, 280, INFINITY), TRUE, FALSE },
    { figure (QM_OVER, 300, 300, 330), FALSE, TRUE },
    { { .kind = QM_CLAIM_EVENT }, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    g_assert_cmpint (qm_tabular_is_news (&table[i].claim, QM_COLUMN_LOW), ==, table[i].is_low_news);
    g_assert_cmpint (qm_tabular_is_news (&table[i].claim, QM_COLUMN_HIGH), ==,
                     table[i].is_high_news);
  }
}

/* The middle of a range is not what the source says; one within it can be. */
static void
a_range_has_the_number_of_its_source (void)
{
  const struct {
    QmClaim claim;
    const char *value, *low, *high;
  } table[] = {
    { figure (QM_BETWEEN, 300, 280, 320), "", "280", "320" },
    { figure (QM_BETWEEN, -0.5, -2, 1), "", "-2", "1" },
    { figure (QM_BETWEEN, 290, 280, 320), "290", "280", "320" },
    { figure (QM_ABOUT, 300, 280, 320), "300", "280", "320" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    g_autofree char *value = qm_tabular_machine_cell (&table[i].claim, QM_COLUMN_VALUE);
    g_autofree char *low = qm_tabular_machine_cell (&table[i].claim, QM_COLUMN_LOW);
    g_autofree char *high = qm_tabular_machine_cell (&table[i].claim, QM_COLUMN_HIGH);

    g_assert_cmpstr (value, ==, table[i].value);
    g_assert_cmpstr (low, ==, table[i].low);
    g_assert_cmpstr (high, ==, table[i].high);
  }
}

/* What has no figure is told by its statement, and says it once. */
static void
without_a_figure_the_statement_is_told (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);

  for (gsize i = 0; i < dataset->n_claims; i++) {
    const QmClaim *claim = &dataset->claims[i];
    g_autofree char *subject = qm_tabular_cell (claim, QM_COLUMN_SUBJECT);
    gboolean is_figure = claim->kind == QM_CLAIM_FIGURE;

    g_assert_cmpstr (subject, ==,
                     qm_text_get (is_figure ? claim->measure->name : claim->statement));
    g_assert_cmpint (qm_tabular_is_news (claim, QM_COLUMN_STATEMENT), ==, is_figure);
  }
}

/* Whatever the reader read from a file is read again from a cell, in the unit it names. */
static void
numbers_are_read_back (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);

  for (gsize i = 0; i < dataset->n_claims; i++) {
    const QmClaim *claim = &dataset->claims[i];
    g_autofree char *value = qm_tabular_machine_cell (claim, QM_COLUMN_VALUE);
    double scale =
        claim->unit.kind == QM_UNIT_PERCENT || claim->unit.kind == QM_UNIT_PERCENTAGE_POINTS ? 100
                                                                                             : 1;

    if (claim->kind == QM_CLAIM_FIGURE)
      g_assert_true (g_ascii_strtod (value, NULL) / scale == claim->quantity.value);
    else
      g_assert_cmpstr (value, ==, "");
  }
}

static void
dates_are_iso_8601 (void)
{
  const struct {
    QmTime time;
    const char *text;
  } table[] = {
    { { .start = { 2025, 0, 0 }, .end = { 2025, 0, 0 } }, "2025" },
    { { .start = { 2023, 0, 0 }, .end = { 2025, 11, 0 } }, "2023/2025-11" },
    { { .start = { 2025, 7, 2 }, .end = { 2025, 7, 2 } }, "2025-07-02" },
    { { .end = { 2030, 0, 0 } }, "../2030" },
    { { .is_approximate = FALSE }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    const QmClaim claim = { .time = table[i].time };
    g_autofree char *text = qm_tabular_machine_cell (&claim, QM_COLUMN_TIME);

    g_assert_cmpstr (text, ==, table[i].text);
  }
}

/* Its figure is a multiple of China's: the row names both. */
static void
what_the_view_divided_is_a_ratio (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  const QmChart *chart = qm_dataset_find_chart (dataset, "data-centre-gap");
  const QmClaim *us = qm_dataset_find_claim (dataset, "us-ai-infrastructure-2024");
  g_auto (QmView)
      view = { .relative_to =
                   qm_dataset_find_claim (dataset, "china-ai-infrastructure-2024")->entity };
  g_auto (QmViewedChart) viewed = qm_view_chart (&view, chart);
  QmClaim row = qm_tabular_row (&viewed, qm_viewed_find (&viewed, us));
  g_autofree char *entity = qm_tabular_cell (&row, QM_COLUMN_ENTITY);
  g_autofree char *value = qm_tabular_cell (&row, QM_COLUMN_FIGURE);
  QmClaim plain = qm_tabular_row (&viewed, us);

  g_assert_cmpstr (entity, ==, "United States to China");
  g_assert_cmpstr (value, ==, "6×");
  g_assert_null (plain.to_entity);
}

static void
every_column_has_a_name_and_a_heading (void)
{
  for (int i = 0; i < QM_N_COLUMNS; i++) {
    g_assert_cmpstr (qm_tabular_machine_name ((QmColumn) i), !=, NULL);
    g_assert_cmpstr (qm_tabular_heading ((QmColumn) i), !=, "");
  }
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autofree char *path =
        g_strdup_printf ("/table/cells-say-what-the-claim-does/%s/%s", cells[i].claim,
                         qm_tabular_machine_name (cells[i].column));

    g_test_add_data_func (path, &cells[i], cells_say_what_the_claim_does);
  }
  g_test_add_func ("/table/bounds-are-told-where-they-are-news",
                   bounds_are_told_where_they_are_news);
  g_test_add_func ("/table/a-range-has-the-number-of-its-source",
                   a_range_has_the_number_of_its_source);
  g_test_add_func ("/table/without-a-figure-the-statement-is-told",
                   without_a_figure_the_statement_is_told);
  g_test_add_func ("/table/numbers-are-read-back", numbers_are_read_back);
  g_test_add_func ("/table/dates-are-iso-8601", dates_are_iso_8601);
  g_test_add_func ("/table/what-the-view-divided-is-a-ratio", what_the_view_divided_is_a_ratio);
  g_test_add_func ("/table/every-column-has-a-name-and-a-heading",
                   every_column_has_a_name_and_a_heading);
  return g_test_run ();
}
