/* Cells of a table, for people and for machines. */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/words/table.h"
#include "load-dataset.h"

typedef struct {
  const char *claim;
  QmColumn column;
  const char *people, *machines;
} CellCase;

static const CellCase cells[] = {
  { "china-ai-infrastructure-2024", QM_COLUMN_VALUE, "≈\u00a0US$50 billion", "50000000000" },
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
  { "us-to-china-ai-infrastructure-2024", QM_COLUMN_VALUE, "6×", "6" },
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
  people = qm_table_cell (claim, expected->column);
  machines = qm_table_machine_cell (claim, expected->column);
  g_assert_cmpstr (people, ==, expected->people);
  g_assert_cmpstr (machines, ==, expected->machines);
}

/* Whatever the reader read from a file is read again from a cell, in the unit it names. */
static void
numbers_are_read_back (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);

  for (gsize i = 0; i < dataset->n_claims; i++) {
    const QmClaim *claim = &dataset->claims[i];
    g_autofree char *value = qm_table_machine_cell (claim, QM_COLUMN_VALUE);
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
    g_autofree char *text = qm_table_machine_cell (&claim, QM_COLUMN_TIME);

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
  QmClaim row = qm_table_row (&viewed, qm_viewed_find (&viewed, us));
  g_autofree char *entity = qm_table_cell (&row, QM_COLUMN_ENTITY);
  g_autofree char *value = qm_table_cell (&row, QM_COLUMN_VALUE);
  QmClaim plain = qm_table_row (&viewed, us);

  g_assert_cmpstr (entity, ==, "United States to China");
  g_assert_cmpstr (value, ==, "6×");
  g_assert_null (plain.to_entity);
}

static void
every_column_has_a_name_and_a_heading (void)
{
  for (int i = 0; i < QM_N_COLUMNS; i++) {
    g_assert_cmpstr (qm_table_machine_name ((QmColumn) i), !=, NULL);
    g_assert_cmpstr (qm_table_heading ((QmColumn) i), !=, "");
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
                         qm_table_machine_name (cells[i].column));

    g_test_add_data_func (path, &cells[i], cells_say_what_the_claim_does);
  }
  g_test_add_func ("/table/numbers-are-read-back", numbers_are_read_back);
  g_test_add_func ("/table/dates-are-iso-8601", dates_are_iso_8601);
  g_test_add_func ("/table/what-the-view-divided-is-a-ratio", what_the_view_divided_is_a_ratio);
  g_test_add_func ("/table/every-column-has-a-name-and-a-heading",
                   every_column_has_a_name_and_a_heading);
  return g_test_run ();
}
