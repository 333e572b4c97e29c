/* The three pages are views of one selection, put in order by headings and filtered by words. */
#include "app/chart-view/chart-view.h"
#include "app/pages/source-row.h"
#include "app/pages/sources-page.h"
#include "app/widgets/column-headings.h"
#include "pages-fixture.h"

/* --- Looking at the pages --- */

static GtkWidget *
sources_part (WindowFixture *fixture, const char *name)
{
  return part_of (fixture, QM_TYPE_SOURCES_PAGE, name);
}

/* --- Headings --- */

static void
assert_in_order (WindowFixture *fixture, QmColumn column, gboolean is_descending)
{
  for (guint i = 1; i < count_rows (table_part (fixture, "view")); i++)
    g_assert_cmpint (qm_claim_row_compare (table_row (fixture, i - 1), table_row (fixture, i),
                                           column, is_descending),
                     <, 0);
}

static void
test_headings_put_rows_in_order (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = table_part (fixture, "view");
  gboolean is_descending;

  go_to (fixture, "table");
  show_all_claims (fixture);
  for (QmColumn kind = 0; kind < QM_N_COLUMNS; kind++) {
    GtkColumnViewColumn *column = column_of (view, kind);

    if (column == NULL)
      continue;
    gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), column, GTK_SORT_ASCENDING);
    settle ();
    g_assert_true (qm_column_headings_get_order (GTK_COLUMN_VIEW (view), &is_descending) == column);
    g_assert_false (is_descending);
    assert_in_order (fixture, kind, FALSE);

    gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), column, GTK_SORT_DESCENDING);
    settle ();
    g_assert_true (qm_column_headings_get_order (GTK_COLUMN_VIEW (view), &is_descending) == column);
    g_assert_true (is_descending);
    assert_in_order (fixture, kind, TRUE);
  }

  /* As a third click has it. */
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), column_of (view, QM_COLUMN_STATEMENT),
                                  GTK_SORT_ASCENDING);
  settle ();
  g_assert_null (qm_column_headings_get_order (GTK_COLUMN_VIEW (view), &is_descending));
  assert_in_order (fixture, QM_N_COLUMNS, FALSE);
}

static void
test_an_order_without_its_column_ends (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (table_part (fixture, "view"));
  gboolean is_descending;

  show_chart (fixture, "data-centre-gap");
  go_to (fixture, "table");
  gtk_column_view_sort_by_column (view, column_of (GTK_WIDGET (view), QM_COLUMN_FIGURE),
                                  GTK_SORT_DESCENDING);
  settle ();
  show_chart (fixture, "timeline");
  g_assert_null (qm_column_headings_get_order (view, &is_descending));
  assert_in_order (fixture, QM_N_COLUMNS, FALSE);
}

/* --- Filter --- */

static void
test_filter (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *filter = table_part (fixture, "filter"), *count = table_part (fixture, "count");
  GtkWidget *view = table_part (fixture, "view");
  GtkWidget *nothing = table_part (fixture, "nothing");

  show_chart (fixture, "data-centre-gap");
  go_to (fixture, "table");
  WAIT_FOR (g_str_equal (label_text (count), "4 claims"));
  type (filter, "china INVESTMENT");
  WAIT_FOR (g_str_equal (label_text (count), "2 of 4 claims"));
  type (filter, "economist");
  WAIT_FOR (g_str_equal (label_text (count), "0 of 4 claims"));
  g_assert_true (gtk_widget_get_mapped (nothing));
  g_assert_false (gtk_widget_get_sensitive (table_part (fixture, "copy")));

  /* Nothing in this chart: a click further there is. */
  click (table_part (fixture, "look_everywhere"));
  WAIT_FOR (g_str_equal (label_text (count), "2 of 57 claims"));
  g_assert_false (gtk_widget_get_mapped (nothing));
  WAIT_FOR (count_rows (view) == 2);
  g_signal_emit_by_name (filter, "stop-search");
  settle ();
  WAIT_FOR (g_str_equal (label_text (count), "57 claims"));
}

static void
test_filter_of_the_sources (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *filter = sources_part (fixture, "filter"), *count = sources_part (fixture, "count");
  GtkWidget *view = sources_part (fixture, "view");

  go_to (fixture, "sources");
  WAIT_FOR (g_str_equal (label_text (count), "57 claims"));
  WAIT_FOR (count_rows (view) == 64);
  type (filter, "economist");
  WAIT_FOR (g_str_equal (label_text (count), "2 of 57 claims"));
  WAIT_FOR (count_rows (view) == 4);
  type (filter, "nobody");
  WAIT_FOR (gtk_widget_get_mapped (sources_part (fixture, "nothing")));
  type (filter, "");
  WAIT_FOR (count_rows (view) == 64);
}

/* --- One selection --- */

static const QmClaim *
selected_in_table (WindowFixture *fixture)
{
  gpointer row = gtk_single_selection_get_selected_item (
      GTK_SINGLE_SELECTION (rows_of (table_part (fixture, "view"))));

  return row != NULL ? qm_claim_row_get_claim (row) : NULL;
}

static const QmClaim *
selected_in_sources (WindowFixture *fixture)
{
  gpointer row = gtk_single_selection_get_selected_item (
      GTK_SINGLE_SELECTION (rows_of (sources_part (fixture, "view"))));

  return row != NULL ? qm_source_row_get_claim (row) : NULL;
}

static const QmClaim *
selected_in_chart (WindowFixture *fixture)
{
  QmChartView *view =
      QM_CHART_VIEW (find_widget (GTK_WIDGET (fixture->window), QM_TYPE_CHART_VIEW));
  int mark = qm_chart_view_get_shown_mark (view);
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (qm_chart_view_get_scene (view), &n_marks);

  return mark >= 0 ? marks[mark].datum : NULL;
}

/* TRUE if a row has the selected state, and lies wholly between the top and the bottom of the list.
 */
static gboolean
is_selected_row_in_sight (GtkWidget *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    graphene_rect_t bounds;

    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      return gtk_widget_compute_bounds (row, list, &bounds) && bounds.origin.y >= 0 &&
             bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (list);
  }
  return FALSE;
}

static void
assert_selected_row_in_sight (GtkWidget *view)
{
  GtkWidget *list = GTK_IS_LIST_VIEW (view) ? view : gtk_widget_get_last_child (view);

  WAIT_FOR (is_selected_row_in_sight (list));
}

static void
test_rows_follow_the_selection (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 420);
  go_to (fixture, "table");
  show_all_claims (fixture);
  for (gsize i = 0; i < fixture->dataset->n_claims; i++) {
    const QmClaim *claim = &fixture->dataset->claims[(i * 23) % fixture->dataset->n_claims];

    qm_session_select (session_of (fixture), claim);
    settle ();
    WAIT_FOR (selected_in_table (fixture) == claim);
    assert_selected_row_in_sight (table_part (fixture, "view"));
  }
  qm_session_select (session_of (fixture), NULL);
  settle ();
  WAIT_FOR (selected_in_table (fixture) == NULL);
}

static void
test_sources_follow_the_selection (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 420);
  go_to (fixture, "sources");
  for (gsize i = 0; i < fixture->dataset->n_claims; i += 7) {
    const QmClaim *claim = &fixture->dataset->claims[(i * 23) % fixture->dataset->n_claims];

    qm_session_select (session_of (fixture), claim);
    settle ();
    WAIT_FOR (selected_in_sources (fixture) == claim);
    assert_selected_row_in_sight (sources_part (fixture, "view"));
  }
}

static void
test_pages_show_one_selection (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmClaim *claim;

  show_chart (fixture, "design-arena");
  go_to (fixture, "table");
  gtk_selection_model_select_item (rows_of (table_part (fixture, "view")), 7, TRUE);
  settle ();
  claim = qm_claim_row_get_claim (table_row (fixture, 7));
  g_assert_true (qm_session_get_selected (session_of (fixture)) == claim);

  /* The pages that were not in sight meanwhile. */
  go_to (fixture, "sources");
  WAIT_FOR (selected_in_sources (fixture) == claim);
  assert_selected_row_in_sight (sources_part (fixture, "view"));
  go_to (fixture, "chart");
  WAIT_FOR (selected_in_chart (fixture) == claim);

  claim = qm_session_get_chart (session_of (fixture))->panels[0].claims[2];
  qm_session_select (session_of (fixture), claim);
  go_to (fixture, "table");
  WAIT_FOR (selected_in_table (fixture) == claim);
}

/* What is filtered out stays selected, and is so again when it comes back. */
static void
test_filtering_keeps_the_selection (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmClaim *claim = qm_dataset_find_claim (fixture->dataset, "china-ai-infrastructure-2024");

  show_chart (fixture, "data-centre-gap");
  go_to (fixture, "table");
  qm_session_select (session_of (fixture), claim);
  settle ();
  type (table_part (fixture, "filter"), "data centres");
  WAIT_FOR (selected_in_table (fixture) == NULL);
  g_assert_true (qm_session_get_selected (session_of (fixture)) == claim);
  type (table_part (fixture, "filter"), "");
  WAIT_FOR (selected_in_table (fixture) == claim);
}

static void
test_a_row_opens_its_chart (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmClaim *claim = qm_dataset_find_claim (fixture->dataset, "qwen-downloads");
  GtkStack *pages = GTK_STACK (gtk_widget_get_ancestor (
      find_widget (GTK_WIDGET (fixture->window), QM_TYPE_CLAIM_TABLE), GTK_TYPE_STACK));

  show_chart (fixture, "data-centre-gap");
  go_to (fixture, "table");
  show_all_claims (fixture);
  g_signal_emit_by_name (table_part (fixture, "view"), "activate",
                         (guint) (claim - fixture->dataset->claims));
  settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "chart");
  g_assert_true (qm_dataset_chart_has_claim (qm_session_get_chart (session_of (fixture)), claim));
  WAIT_FOR (selected_in_chart (fixture) == claim);
}

/* --- Another dataset --- */

static void
test_another_version_of_the_dataset (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmDataset) again = load_dataset (NULL);
  const QmClaim *claim = qm_dataset_find_claim (again, "qwen-downloads");

  go_to (fixture, "sources");
  go_to (fixture, "table");
  show_all_claims (fixture);
  qm_session_select (session_of (fixture),
                     qm_dataset_find_claim (fixture->dataset, "qwen-downloads"));
  qm_session_set_dataset (session_of (fixture), again);
  settle ();
  WAIT_FOR (selected_in_table (fixture) == claim);
  WAIT_FOR (qm_claim_row_get_claim (table_row (fixture, 0)) == &again->claims[0]);
  go_to (fixture, "sources");
  WAIT_FOR (selected_in_sources (fixture) == claim);
}

#define ADD(name, test) g_test_add (name, WindowFixture, NULL, set_up_pages, test, tear_down_window)

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);
  ADD ("/table/headings-put-rows-in-order", test_headings_put_rows_in_order);
  ADD ("/table/an-order-without-its-column-ends", test_an_order_without_its_column_ends);
  ADD ("/table/is-filtered-by-words", test_filter);
  ADD ("/table/follows-the-selection", test_rows_follow_the_selection);
  ADD ("/table/filtering-keeps-the-selection", test_filtering_keeps_the_selection);
  ADD ("/table/a-row-opens-its-chart", test_a_row_opens_its_chart);
  ADD ("/sources/are-filtered-by-words", test_filter_of_the_sources);
  ADD ("/sources/follow-the-selection", test_sources_follow_the_selection);
  g_test_add ("/pages/show-one-selection", WindowFixture, NULL, set_up_window,
              test_pages_show_one_selection, tear_down_window);
  ADD ("/pages/go-on-in-another-version", test_another_version_of_the_dataset);
  return g_test_run ();
}
