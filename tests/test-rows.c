/* The rows of the table and the sources page: their order, and what words find them. */
#include "app/pages/claim-row.h"
#include "app/pages/source-row.h"
#include "base/collation.h"
#include "base/language.h"
#include "load-dataset.h"
#include "search/query.h"
#include "search/search.h"

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
  return qm_tabular_cell (qm_claim_row_get_shown (row), column);
}

static char *
machine_cell (QmClaimRow *row, QmColumn column)
{
  return qm_tabular_machine_cell (qm_claim_row_get_shown (row), column);
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

static char *
key (QmClaimRow *row, QmColumn column)
{
  g_autofree char *text = cell (row, column);

  return qm_collation_key (text);
}

static double
expected_order (QmClaimRow *a, QmClaimRow *b, QmColumn column)
{
  g_autofree char *first = NULL, *second = NULL;

  if (qm_tabular_is_number (column))
    return number (a, column) - number (b, column);
  if (column == QM_COLUMN_TIME) {
    first = g_strchomp (bare_time (a));
    second = g_strchomp (bare_time (b));
    return strcmp (first, second);
  }
  first = key (a, column);
  second = key (b, column);
  return strcmp (first, second);
}

/* Where figures are put in order, another unit begins another group. */
static gboolean
is_another_group (QmClaimRow *a, QmClaimRow *b, QmColumn column)
{
  return qm_tabular_is_number (column) && qm_claim_row_compare_units (a, b) != 0;
}

static void
assert_in_order (GPtrArray *sorted, QmColumn column, gboolean is_descending)
{
  for (guint i = 1; i < sorted->len; i++) {
    QmClaimRow *before = sorted->pdata[i - 1], *row = sorted->pdata[i];
    g_autofree char *first = cell (before, column);
    g_autofree char *second = cell (row, column);
    double order;

    if (second[0] == '\0' || is_another_group (before, row, column))
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
  rows = qm_claim_row_list_of_dataset (dataset);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, dataset->n_claims);
  for (int column = 0; column < QM_N_COLUMNS; column++)
    for (int is_descending = 0; is_descending < 2; is_descending++) {
      g_autoptr (GPtrArray) sorted = sort (rows, (QmColumn) column, is_descending);

      assert_in_order (sorted, (QmColumn) column, is_descending);
    }
  qm_language_use ("en");
}

/* The unit that the file has for it; of plain numbers and ranks what is counted. */
static char *
group_of (QmClaimRow *row)
{
  const QmClaim *claim = qm_claim_row_get_shown (row);
  g_autofree char *unit = machine_cell (row, QM_COLUMN_UNIT);

  if (claim->kind != QM_CLAIM_FIGURE)
    return g_strdup ("");
  return g_str_has_prefix (unit, "number") || g_str_equal (unit, "rank")
             ? g_strdup_printf ("%s of %s", unit, claim->measure->id)
             : g_steal_pointer (&unit);
}

/* Each unit in one run, and its figures by their value: 30 dollars a year and 400 million people
 * have no order. */
static void
figures_are_grouped_by_unit (gconstpointer path)
{
  g_autoptr (QmDataset) dataset = load_dataset (path);
  g_autoptr (GListModel) rows = qm_claim_row_list_of_dataset (dataset);
  const QmColumn columns[] = { QM_COLUMN_FIGURE, QM_COLUMN_VALUE };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (columns); i++) {
    g_autoptr (GPtrArray) sorted = sort (rows, columns[i / 2], i % 2);
    g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *group = NULL;

    for (guint j = 0; j < sorted->len; j++) {
      g_autofree char *next = group_of (sorted->pdata[j]);

      if (g_strcmp0 (group, next) != 0)
        g_assert_true (g_hash_table_add (groups, g_strdup (next)));
      else if (next[0] != '\0')
        g_assert_cmpfloat ((i % 2 ? -1 : 1) * (number (sorted->pdata[j - 1], QM_COLUMN_VALUE) -
                                               number (sorted->pdata[j], QM_COLUMN_VALUE)),
                           <=, 0);
      g_free (group);
      group = g_steal_pointer (&next);
    }
    g_assert_cmpuint (g_hash_table_size (groups), >, 3);
    g_assert_true (group[0] == '\0' || !g_hash_table_contains (groups, ""));
  }
}

static void
as_given_is_the_order_of_the_dataset (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  g_autoptr (GListModel) rows = qm_claim_row_list_of_dataset (dataset);
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
  g_autoptr (GListModel) rows = qm_claim_row_list_of_chart (dataset, chart, &view);
  QmClaimRow *row = row_at (rows, 0);
  g_autofree char *value = cell (row, QM_COLUMN_FIGURE);

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
  rows = qm_claim_row_list_of_dataset (dataset);
  sources = qm_source_row_list (dataset);
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

/* The dataset's claims that the search finds. Element const QmClaim *. */
static GHashTable *
search_claims (const QmSearchIndex *index, const char *typed)
{
  g_autoptr (GPtrArray) results = qm_search (index, typed, G_MAXUINT, NULL);
  GHashTable *claims = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < results->len; i++) {
    const QmSearchResult *result = results->pdata[i];

    if (result->kind == QM_SEARCH_CLAIM)
      g_hash_table_add (claims, (gpointer) result->claim);
  }
  return claims;
}

/* Every word of every statement, in both languages, with its marks and without. */
static GHashTable *
list_words (const QmDataset *dataset)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *text;

  for (gsize i = 0; i < dataset->n_claims; i++)
    for (gsize j = 0; (text = qm_text_get_variant (dataset->claims[i].statement, j)) != NULL; j++) {
      g_autoptr (GPtrArray) typed = qm_query_words (text);

      for (guint k = 0; k < typed->len; k++) {
        const QmQueryWord *word = typed->pdata[k];

        g_hash_table_add (words, g_strdup (word->cased));
        g_hash_table_add (words, g_strdup (word->plain));
      }
    }
  return words;
}

/* Whatever the language in use: what the search finds, the filter does not hide. */
static void
the_filter_finds_what_the_search_does (gconstpointer language)
{
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (QmSearchIndex) index = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (GHashTable) words = NULL;
  GHashTableIter iter;
  gpointer word;

  qm_language_use (language);
  dataset = load_dataset (NULL);
  index = qm_search_index_new (dataset);
  rows = qm_claim_row_list_of_dataset (dataset);
  words = list_words (dataset);
  g_assert_cmpuint (g_hash_table_size (words), >, 300);
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL)) {
    g_autoptr (GPtrArray) typed = qm_query_words (word);
    g_autoptr (GHashTable) found = search_claims (index, word);

    for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
      if (g_hash_table_contains (found, qm_claim_row_get_claim (row_at (rows, i))))
        g_assert_true (qm_claim_row_matches (row_at (rows, i), typed));
  }
  qm_language_use ("en");
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
         (citation->at == NULL ||
          g_strv_contains ((const char *const *) each, qm_text_get (citation->at)));
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
  g_autoptr (GListModel) sources = qm_source_row_list (dataset);

  for (gsize i = 0; i < dataset->n_claims; i++)
    for (gsize j = 0; j < dataset->claims[i].n_citations; j++)
      g_assert_cmpuint (
          count_rows_of (sources, &dataset->claims[i], &dataset->claims[i].citations[j]), ==, 1);
}

static void
headings_count_claims_once (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  g_autoptr (GListModel) sources = qm_source_row_list (dataset);
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
  g_autoptr (GListModel) sources = qm_source_row_list (dataset);
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
  g_test_add_data_func ("/rows/figures-are-grouped-by-unit", NULL, figures_are_grouped_by_unit);
  g_test_add_func ("/rows/as-given-is-the-order-of-the-dataset",
                   as_given_is_the_order_of_the_dataset);
  g_test_add_func ("/rows/of-a-chart-are-those-of-its-view", rows_of_a_chart_are_those_of_its_view);
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++) {
    g_autofree char *path =
        g_strdup_printf ("/rows/words-find-them/%s/“%s”", filters[i].language, filters[i].typed);

    g_test_add_data_func (path, &filters[i], words_find_rows);
  }
  g_test_add_data_func ("/rows/the-filter-finds-what-the-search-does/en", "en",
                        the_filter_finds_what_the_search_does);
  g_test_add_data_func ("/rows/the-filter-finds-what-the-search-does/vi", "vi",
                        the_filter_finds_what_the_search_does);
  g_test_add_func ("/sources/every-citation-is-under-its-source",
                   every_citation_is_under_its_source);
  g_test_add_func ("/sources/headings-count-claims-once", headings_count_claims_once);
  g_test_add_func ("/sources/are-told-in-full", sources_are_told_in_full);
  return g_test_run ();
}
