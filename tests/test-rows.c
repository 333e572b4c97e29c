/* The rows of the table and the sources page: their order, and what words find them. */
#include "app/pages/claim-row.h"
#include "app/pages/source-row.h"
#include "base/collation.h"
#include "base/language.h"
#include "load-dataset.h"
#include "search/query.h"

#include <string.h>

static QmClaimRow *
row_at (GListModel *rows, guint i)
{
  g_autoptr (QmClaimRow) row = g_list_model_get_item (rows, i);

  return row;
}

static GPtrArray *
sort (GListModel *rows, QmColumn column, gboolean is_descending)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    guint place = 0;

    while (place < sorted->len && qm_claim_row_compare (sorted->pdata[place], row_at (rows, i),
                                                        column, is_descending) <= 0)
      place++;
    g_ptr_array_insert (sorted, (int) place, row_at (rows, i));
  }
  return sorted;
}

static char *
cell (QmClaimRow *row, QmColumn column)
{
  return qm_table_cell (qm_claim_row_get_shown (row), column);
}

static char *
machine_cell (QmClaimRow *row, QmColumn column)
{
  return qm_table_machine_cell (qm_claim_row_get_shown (row), column);
}

/* The value that a number for machines has in its unit, a percentage as a part of 1. */
static double
number (QmClaimRow *row, QmColumn column)
{
  g_autofree char *text = machine_cell (row, column);
  g_autofree char *unit = machine_cell (row, QM_COLUMN_UNIT);

  return g_ascii_strtod (text, NULL) / (g_str_has_prefix (unit, "percent") ? 100 : 1);
}

/* Below, at or above zero, from what the table says of the two. An open time is told by its end,
 * and "2023/2025" comes before "2023-12". */
/* "~2023/2024" and "early 2025-11" without their signs and words; "late 2023" is after all that
 * begins with 2023. */
static char *
bare_time (QmClaimRow *row)
{
  g_autofree char *time = g_strdelimit (machine_cell (row, QM_COLUMN_TIME), "/~", ' ');

  return g_strconcat (time + strspn (time, ". abcdefghijklmnopqrstuvwxyz"),
                      g_str_has_prefix (time, "late ") ? "~" : NULL, NULL);
}

static double
expected_order (QmClaimRow *a, QmClaimRow *b, QmColumn column)
{
  g_autofree char *first = NULL, *second = NULL;

  if (qm_table_is_number (column))
    return number (a, column) - number (b, column);
  if (column == QM_COLUMN_TIME) {
    first = g_strchomp (bare_time (a));
    second = g_strchomp (bare_time (b));
    return strcmp (first, second);
  }
  first = cell (a, column);
  second = cell (b, column);
  return qm_collation_compare (first, second);
}

static void
assert_in_order (GPtrArray *sorted, QmColumn column, gboolean is_descending)
{
  for (guint i = 1; i < sorted->len; i++) {
    QmClaimRow *before = sorted->pdata[i - 1], *row = sorted->pdata[i];
    g_autofree char *first = cell (before, column);
    g_autofree char *second = cell (row, column);
    double order;

    if (second[0] == '\0')
      continue;
    g_assert_cmpstr (first, !=, "");
    order = expected_order (before, row, column);
    g_assert_cmpfloat (is_descending ? -order : order, <=, 0);
  }
}

static void
every_column_puts_rows_in_order (gconstpointer language)
{
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (GListModel) rows = NULL;

  qm_language_use (language);
  dataset = load_dataset (NULL);
  rows = qm_claim_rows_of_dataset (dataset);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, dataset->n_claims);
  for (int column = 0; column < QM_N_COLUMNS; column++)
    for (int is_descending = 0; is_descending < 2; is_descending++) {
      g_autoptr (GPtrArray) sorted = sort (rows, (QmColumn) column, is_descending);

      assert_in_order (sorted, (QmColumn) column, is_descending);
    }
  qm_language_use ("en");
}

/* Numbers of four and five digits, of which text would put the other one first. */
static void
numbers_go_by_their_value (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  g_autoptr (GListModel) rows = qm_claim_rows_of_dataset (dataset);
  g_autoptr (GPtrArray) sorted = sort (rows, QM_COLUMN_VALUE, TRUE);
  g_autofree char *first = cell (sorted->pdata[0], QM_COLUMN_VALUE);
  g_autofree char *second = cell (sorted->pdata[1], QM_COLUMN_VALUE);

  g_assert_cmpstr (first, ==, "≈\u00a0US$6.7 trillion");
  g_assert_cmpstr (second, ==, "US$300 billion");
}

static void
as_given_is_the_order_of_the_dataset (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  g_autoptr (GListModel) rows = qm_claim_rows_of_dataset (dataset);
  g_autoptr (GPtrArray) sorted = sort (rows, QM_N_COLUMNS, FALSE);

  for (guint i = 0; i < sorted->len; i++)
    g_assert_true (qm_claim_row_get_claim (sorted->pdata[i]) == &dataset->claims[i]);
}

/* A row tells what the view shows and stands for the dataset's own claim. */
static void
rows_of_a_chart_are_those_of_its_view (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  const QmClaim *china = qm_dataset_find_claim (dataset, "china-ai-infrastructure-2024");
  const QmChart *chart = qm_dataset_find_chart (dataset, "data-centre-gap");
  g_auto (QmView) view = { .relative_to = china->entity };
  g_autoptr (GListModel) rows = qm_claim_rows_of_chart (dataset, chart, &view);
  QmClaimRow *row = row_at (rows, 0);
  g_autofree char *value = cell (row, QM_COLUMN_VALUE);

  g_assert_cmpstr (value, ==, "6×");
  g_assert_true (qm_claim_row_get_chart (row) == chart);
  g_assert_true (qm_claim_row_get_claim (row) ==
                 qm_dataset_find_claim (dataset, "us-ai-infrastructure-2024"));
}

/* --- Words --- */

typedef struct {
  const char *language, *typed;
  guint n_rows;               /* of the table */
  guint n_claims, n_headings; /* of the sources page */
} FilterCase;

static const FilterCase filters[] = {
  { "en", "", 57, 58, 6 },
  { "en", "McKinsey", 2, 2, 2 },
  { "en", "economist", 2, 2, 2 },
  { "en", "ECONOMIST casado", 2, 2, 2 },
  { "en", "80 economist", 1, 1, 2 },
  { "en", "economist mckinsey", 0, 0, 0 },
  { "vi", "cong nghiep", 5, 5, 2 },
  { "vi", "CÔNG NGHIỆP", 5, 5, 2 },
  { "vi", "công  nghiep mỹ", 3, 3, 2 },
};

static void
words_find_rows (gconstpointer data)
{
  const FilterCase *filter = data;
  g_autoptr (GPtrArray) words = qm_query_words (filter->typed);
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (GListModel) rows = NULL, sources = NULL;
  guint n_rows = 0, n_claims = 0, n_headings = 0;

  qm_language_use (filter->language);
  dataset = load_dataset (NULL);
  rows = qm_claim_rows_of_dataset (dataset);
  sources = qm_source_rows (dataset);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    n_rows += qm_claim_row_matches (row_at (rows, i), words);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (QmSourceRow) row = g_list_model_get_item (sources, i);

    if (qm_source_row_matches (row, words))
      *(qm_source_row_get_claim (row) != NULL ? &n_claims : &n_headings) += 1;
  }
  qm_language_use ("en");
  g_assert_cmpuint (n_rows, ==, filter->n_rows);
  g_assert_cmpuint (n_claims, ==, filter->n_claims);
  g_assert_cmpuint (n_headings, ==, filter->n_headings);
}

/* --- Sources --- */

static gboolean
cites (const QmClaim *claim, const QmSource *source)
{
  for (gsize i = 0; i < claim->n_citations; i++)
    if (claim->citations[i].source == source)
      return TRUE;
  return FALSE;
}

static guint
count_claims_of (const QmDataset *dataset, const QmSource *source)
{
  guint n = 0;

  for (gsize i = 0; i < dataset->n_claims; i++)
    n += cites (&dataset->claims[i], source);
  return n;
}

/* TRUE if the row is under that source and voice, and names the place. */
static gboolean
tells_citation (QmSourceRow *row, const char *voice, const QmClaim *claim,
                const QmCitation *citation)
{
  g_autofree char *places = qm_source_row_get_details (row);
  g_auto (GStrv) each = g_strsplit (places, ", ", -1);

  return qm_source_row_get_claim (row) == claim &&
         qm_source_row_get_source (row) == citation->source &&
         (citation->via == NULL ? voice == NULL
                                : voice != NULL && strstr (voice, qm_text_get (citation->via))) &&
         (citation->at == NULL || g_strv_contains ((const char *const *) each, citation->at));
}

static guint
count_rows_of (GListModel *sources, const QmClaim *claim, const QmCitation *citation)
{
  g_autofree char *voice = NULL;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (QmSourceRow) row = g_list_model_get_item (sources, i);

    if (qm_source_row_get_kind (row) == QM_SOURCE_ROW_SOURCE)
      g_clear_pointer (&voice, g_free);
    if (qm_source_row_get_kind (row) == QM_SOURCE_ROW_VOICE) {
      g_free (voice);
      voice = qm_source_row_get_title (row);
    }
    n += tells_citation (row, voice, claim, citation);
  }
  return n;
}

static void
every_citation_is_under_its_source (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  g_autoptr (GListModel) sources = qm_source_rows (dataset);

  for (gsize i = 0; i < dataset->n_claims; i++)
    for (gsize j = 0; j < dataset->claims[i].n_citations; j++)
      g_assert_cmpuint (
          count_rows_of (sources, &dataset->claims[i], &dataset->claims[i].citations[j]), ==, 1);
}

static void
headings_count_claims_once (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  g_autoptr (GListModel) sources = qm_source_rows (dataset);
  gsize n_sources = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (QmSourceRow) row = g_list_model_get_item (sources, i);

    if (qm_source_row_get_kind (row) != QM_SOURCE_ROW_SOURCE)
      continue;
    g_assert_true (qm_source_row_get_source (row) == &dataset->sources[n_sources++]);
    g_assert_cmpuint (qm_source_row_get_n_claims (row), ==,
                      count_claims_of (dataset, qm_source_row_get_source (row)));
  }
  g_assert_cmpuint (n_sources, ==, dataset->n_sources);
}

static void
sources_are_told_in_full (void)
{
  static const char *const texts[][2] = {
    { "[1] Scale is the key to success",
      "The Japan Times, 22 Jul 2025, read as a Vietnamese summary" },
    { "[2] news article on Chinese open models", "publisher not given, 25 Nov 2025" },
  };
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  g_autoptr (GListModel) sources = qm_source_rows (dataset);
  gsize n_sources = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (QmSourceRow) row = g_list_model_get_item (sources, i);
    g_autofree char *title = qm_source_row_get_title (row);
    g_autofree char *details = qm_source_row_get_details (row);

    if (qm_source_row_get_kind (row) != QM_SOURCE_ROW_SOURCE)
      continue;
    g_assert_cmpstr (title, ==, texts[n_sources][0]);
    g_assert_cmpstr (details, ==, texts[n_sources++][1]);
  }
  g_assert_cmpuint (n_sources, ==, G_N_ELEMENTS (texts));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();

  g_test_add_data_func ("/rows/every-column-puts-them-in-order/en", "en",
                        every_column_puts_rows_in_order);
  g_test_add_data_func ("/rows/every-column-puts-them-in-order/vi", "vi",
                        every_column_puts_rows_in_order);
  g_test_add_func ("/rows/numbers-go-by-their-value", numbers_go_by_their_value);
  g_test_add_func ("/rows/as-given-is-the-order-of-the-dataset",
                   as_given_is_the_order_of_the_dataset);
  g_test_add_func ("/rows/of-a-chart-are-those-of-its-view", rows_of_a_chart_are_those_of_its_view);
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++) {
    g_autofree char *path =
        g_strdup_printf ("/rows/words-find-them/%s/“%s”", filters[i].language, filters[i].typed);

    g_test_add_data_func (path, &filters[i], words_find_rows);
  }
  g_test_add_func ("/sources/every-citation-is-under-its-source",
                   every_citation_is_under_its_source);
  g_test_add_func ("/sources/headings-count-claims-once", headings_count_claims_once);
  g_test_add_func ("/sources/are-told-in-full", sources_are_told_in_full);
  return g_test_run ();
}
