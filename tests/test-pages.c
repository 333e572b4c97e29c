/* The table and the sources in a real window: every cell says what the files say, and what
 * matters is in sight at every width. */
#include "app/controls/view-controls.h"
#include "app/pages/claim-cell.h"
#include "app/pages/fitting-columns.h"
#include "export/csv.h"
#include "pages-fixture.h"

/* --- Cells --- */

/* The texts that a row of the table shows. */
static GPtrArray *
read_cells (GtkWidget *row)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    if (gtk_widget_get_visible (cell))
      g_ptr_array_add (texts, (gpointer) label_text (find_widget (cell, GTK_TYPE_LABEL)));
  return texts;
}

/* The columns that can be seen, once they have been fitted to their place. Element QmColumn. */
static GArray *
read_columns (GtkWidget *view)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (QmColumn));
  GListModel *all = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));

  gtk_test_widget_wait_for_draw (view);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (all, i);
    QmColumn kind = column_with_heading (gtk_column_view_column_get_title (column));

    if (gtk_column_view_column_get_visible (column))
      g_array_append_val (columns, kind);
  }
  return columns;
}

/* What the row tells is worded as everywhere, and stands so in the file, too. */
static void
assert_cells (GtkWidget *row, GArray *columns, const GPtrArray *headings, const GPtrArray *csv,
              const QmClaim *shown)
{
  g_autoptr (GPtrArray) cells = read_cells (row);

  g_assert_cmpuint (cells->len, ==, columns->len);
  for (guint i = 0; i < columns->len; i++) {
    QmColumn column = g_array_index (columns, QmColumn, i);
    g_autofree char *cell = qm_tabular_cell (shown, column);
    int place = place_of (headings, column);

    g_assert_cmpstr (cells->pdata[i], ==, qm_tabular_is_news (shown, column) ? cell : "");
    if (place >= 0 && column != QM_COLUMN_SOURCE && qm_tabular_is_news (shown, column) &&
        !(qm_tabular_is_number (column) && column != QM_COLUMN_FIGURE))
      g_assert_cmpstr (cells->pdata[i], ==, csv->pdata[place]);
  }
}

static GPtrArray *
read_file (WindowFixture *fixture)
{
  g_auto (QmViewedChart) viewed = qm_view_chart (qm_session_get_view (session_of (fixture)),
                                                 qm_session_get_chart (session_of (fixture)));
  g_autoptr (GBytes) bytes = qm_csv_encode (fixture->dataset, &viewed, QM_CELLS_FOR_PEOPLE);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data + 3, size - 3);

  return parse_csv (text);
}

static void
assert_table_is_the_file (WindowFixture *fixture)
{
  g_autoptr (GPtrArray) csv = read_file (fixture);
  GtkWidget *view = table_part (fixture, "view");
  GtkWidget *list = gtk_widget_get_last_child (view), *row;
  g_autoptr (GArray) columns = NULL;

  WAIT_FOR (count_rows (view) == csv->len - 1 && count_children (list) == csv->len - 1);
  columns = read_columns (view);
  row = gtk_widget_get_first_child (list);
  for (guint i = 1; i < csv->len; i++, row = gtk_widget_get_next_sibling (row))
    assert_cells (row, columns, csv->pdata[0], csv->pdata[i],
                  qm_claim_row_get_shown (table_row (fixture, i - 1)));
}

static void
test_every_cell_is_that_of_the_file (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  go_to (fixture, "table");
  for (gsize i = 0; i < fixture->dataset->n_charts; i++) {
    show_chart (fixture, fixture->dataset->charts[i].id);
    assert_table_is_the_file (fixture);
  }
}

static void
test_cells_follow_the_view (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmClaim *china = qm_dataset_find_claim (fixture->dataset, "china-ai-infrastructure-2024");
  const QmView view = { .relative_to = china->entity };

  show_chart (fixture, "data-centre-gap");
  go_to (fixture, "table");
  qm_session_set_view (session_of (fixture), &view, NULL);
  settle ();
  assert_table_is_the_file (fixture);
}

/* A timeline has neither measures nor figures: their columns go, the others stay. */
static void
test_empty_columns_are_not_shown (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) columns = NULL;

  show_chart (fixture, "timeline");
  go_to (fixture, "table");
  columns = read_columns (table_part (fixture, "view"));
  for (guint i = 0; i < columns->len; i++) {
    gboolean is_filled = FALSE;

    for (guint j = 0; j < count_rows (table_part (fixture, "view")); j++) {
      g_autofree char *cell = qm_tabular_cell (qm_claim_row_get_shown (table_row (fixture, j)),
                                               g_array_index (columns, QmColumn, i));

      is_filled = is_filled || cell[0] != '\0';
    }
    g_test_message ("%s", qm_tabular_heading (g_array_index (columns, QmColumn, i)));
    g_assert_true (is_filled);
  }
  g_assert_cmpuint (columns->len, <, 10);
}

/* --- Width --- */

static void
set_size (WindowFixture *fixture, int width, int height, gboolean has_evidence)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  QmLayout layout = qm_layout_default;

  layout.page = "table";
  layout.is_evidence_open = has_evidence;
  qm_window_set_layout (fixture->window, &layout);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  /* But for its frame. */
  WAIT_FOR (ABS (gtk_widget_get_width (window) - width) < 40);
  gtk_test_widget_wait_for_draw (window);
}

static gboolean
is_shown (GArray *columns, QmColumn column)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, QmColumn, i) == column)
      return TRUE;
  return FALSE;
}

/* All of its letters lie within the row, and none of its words is broken that is a figure. */
static void
assert_whole (GtkWidget *row, GtkWidget *label, gboolean is_figure)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  g_auto (GStrv) words = g_strsplit (label_text (label), " ", -1);
  graphene_rect_t bounds;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  g_assert_true (gtk_widget_compute_bounds (label, row, &bounds));
  g_assert_false (pango_layout_is_ellipsized (layout));
  g_assert_cmpint (width, <=, gtk_widget_get_width (label));
  g_assert_cmpfloat (bounds.origin.y + (float) height, <=, (float) gtk_widget_get_height (row));
  if (is_figure)
    g_assert_cmpint (pango_layout_get_line_count (layout), <=,
                     MAX ((int) g_strv_length (words), 1));
}

static void
assert_rows_are_whole (GtkWidget *view, GArray *columns)
{
  GtkWidget *list = gtk_widget_get_last_child (view);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    guint i = 0;

    for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL;
         cell = gtk_widget_get_next_sibling (cell))
      if (gtk_widget_get_mapped (cell))
        assert_whole (row, find_widget (cell, GTK_TYPE_LABEL),
                      g_array_index (columns, QmColumn, i++) == QM_COLUMN_FIGURE);
  }
}

/* What the rows are is in the name where its column has gone. */
static void
assert_subjects_are_told (WindowFixture *fixture, GArray *columns)
{
  GtkWidget *list = gtk_widget_get_last_child (table_part (fixture, "view"));
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rows = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row), n_rows++) {
    g_autofree char *subject =
        qm_tabular_cell (qm_claim_row_get_shown (table_row (fixture, n_rows)), QM_COLUMN_SUBJECT);

    g_hash_table_add (told, (gpointer) g_intern_string (subject));
    if (n_rows > 0 && g_hash_table_size (told) > 1 && !is_shown (columns, QM_COLUMN_SUBJECT))
      g_assert_nonnull (strstr (label_text (find_widget (row, GTK_TYPE_LABEL)), subject));
  }
}

/* Without scrolling, and without a letter cut. */
static void
assert_fits (WindowFixture *fixture)
{
  GtkWidget *view = table_part (fixture, "view");
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
  g_autoptr (GArray) columns = read_columns (view);
  gboolean has_figure = FALSE;

  for (guint i = 0; i < count_rows (view); i++)
    has_figure =
        has_figure || qm_claim_row_get_shown (table_row (fixture, i))->kind == QM_CLAIM_FIGURE;
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=, gtk_adjustment_get_page_size (across));
  g_assert_cmpint (is_shown (columns, QM_COLUMN_FIGURE), ==, has_figure);
  g_assert_true (is_shown (columns, QM_COLUMN_STANDING) && is_shown (columns, QM_COLUMN_SOURCE));
  assert_rows_are_whole (view, columns);
  if (count_children (gtk_widget_get_last_child (view)) == count_rows (view))
    assert_subjects_are_told (fixture, columns);
}

static void
test_what_matters_is_in_sight (gconstpointer path)
{
  WindowFixture fixture = { 0 };

  open_window (&fixture, path);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    set_size (&fixture, sizes[i].width, sizes[i].height, sizes[i].has_evidence);
    gtk_drop_down_set_selected (GTK_DROP_DOWN (table_part (&fixture, "scope")), 0);
    for (gsize j = 0; j < fixture.dataset->n_charts; j++) {
      g_test_message ("%d: %s", sizes[i].width, fixture.dataset->charts[j].id);
      show_chart (&fixture, fixture.dataset->charts[j].id);
      assert_fits (&fixture);
    }
    show_all_claims (&fixture);
    assert_fits (&fixture);
  }
  tear_down_window (&fixture, NULL);
}

/* As the desktop's text size is changed while the program runs. */
static void
test_larger_text (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *view = table_part (fixture, "view");
  g_autoptr (GArray) before = NULL, larger = NULL, after = NULL;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  set_size (fixture, 1100, 720, FALSE);
  show_chart (fixture, "data-centre-gap");
  before = read_columns (view);
  g_object_set (settings, "gtk-xft-dpi", 2 * dpi, NULL);
  settle ();
  larger = read_columns (view);
  assert_fits (fixture);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  settle ();
  after = read_columns (view);
  g_assert_cmpuint (larger->len, <, before->len);
  g_assert_cmpmem (after->data, after->len, before->data, before->len);
}

/* Where the figure, its standing and its source have no room side by side, the standing stands
 * below the figure. */
static void
test_largest_text (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *view = table_part (fixture, "view"), *list = gtk_widget_get_last_child (view);
  g_autoptr (GArray) columns = NULL, after = NULL;
  g_autofree char *figure = NULL;
  GtkWidget *cell;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  set_size (fixture, 480, 720, FALSE);
  show_chart (fixture, "chip-access");
  g_object_set (settings, "gtk-xft-dpi", 3 * dpi, NULL);
  settle ();
  columns = read_columns (view);
  cell = qm_claim_cell_find (gtk_widget_get_first_child (list), column_of (view, QM_COLUMN_FIGURE));
  figure = g_strdup (label_text (find_widget (cell, GTK_TYPE_LABEL)));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  settle ();
  after = read_columns (view);

  g_assert_false (is_shown (columns, QM_COLUMN_STANDING));
  g_assert_true (is_shown (columns, QM_COLUMN_SOURCE));
  g_assert_cmpstr (figure, ==, "1/15 of Blackwell\nstated");
  g_assert_true (is_shown (after, QM_COLUMN_STANDING));
}

/* A column that the reader has made wide stays so, and then there is something to scroll to. */
static void
test_widening_leaves_no_emptiness (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = table_part (fixture, "view"), *list = gtk_widget_get_last_child (view);
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  float bottom = 0;

  set_size (fixture, 740, 495, FALSE);
  show_all_claims (fixture);
  gtk_column_view_column_set_fixed_width (column_of (view, QM_COLUMN_ENTITY), 600);
  WAIT_FOR (gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across) + 100);
  gtk_adjustment_set_value (across, 1e6);
  gtk_adjustment_set_value (down, 1e6);
  settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (across), >, 50);

  set_size (fixture, 1920, 1080, FALSE);
  settle ();
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (column_of (view, QM_COLUMN_ENTITY)), ==,
                   600);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, 0);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=, gtk_adjustment_get_page_size (across));
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    graphene_rect_t bounds;

    if (gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, list, &bounds))
      bottom = MAX (bottom, bounds.origin.y + bounds.size.height);
  }
  g_assert_cmpfloat (bottom, >=, (float) gtk_widget_get_height (list) - 1);
}

/* --- Units --- */

static guint
count_lines (GtkWidget *list)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n += gtk_widget_has_css_class (row, "group");
  return n;
}

/* A line before each but the first, and a column that names them. */
static void
test_groups_of_units_are_shown (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = table_part (fixture, "view"), *list = gtk_widget_get_last_child (view);
  g_autoptr (GArray) before = NULL, columns = NULL, after = NULL;

  show_chart (fixture, "data-centre-gap");
  go_to (fixture, "table");
  WAIT_FOR (count_children (list) == 4);
  before = read_columns (view);
  g_assert_false (is_shown (before, QM_COLUMN_UNIT));
  g_assert_cmpuint (count_lines (list), ==, 0);

  for (int i = 0; i < 2; i++) {
    gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), column_of (view, QM_COLUMN_FIGURE),
                                    i == 0 ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING);
    settle ();
    g_clear_pointer (&columns, g_array_unref);
    columns = read_columns (view);
    g_assert_true (is_shown (columns, QM_COLUMN_UNIT));
    /* Dollars, and then ratios. */
    g_assert_cmpuint (count_lines (list), ==, 1);
    g_assert_cmpint (qm_claim_row_get_shown (table_row (fixture, 1))->unit.kind, ==,
                     QM_UNIT_CURRENCY);
    g_assert_cmpint (qm_claim_row_get_shown (table_row (fixture, 2))->unit.kind, ==, QM_UNIT_TIMES);
  }
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), NULL, GTK_SORT_ASCENDING);
  settle ();
  after = read_columns (view);
  g_assert_false (is_shown (after, QM_COLUMN_UNIT));
  g_assert_cmpuint (count_lines (list), ==, 0);
}

/* --- What stands over it --- */

/* In the row, or behind its button where there is no room. */
static gboolean
is_control_shown (WindowFixture *fixture, const char *name)
{
  GtkWidget *controls = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_VIEW_CONTROLS);

  return gtk_widget_get_mapped (controls) &&
         gtk_widget_get_visible (part_of (fixture, QM_TYPE_VIEW_CONTROLS, name));
}

static void
test_only_what_does_something_stands_over_it (WindowFixture *fixture,
                                              gconstpointer data G_GNUC_UNUSED)
{
  static const char *const for_charts[] = { "compare", "log", "year_box" };

  show_chart (fixture, "industrial-share");
  for (int i = 0; i < 2; i++) {
    go_to (fixture, "chart");
    for (gsize j = 0; j < G_N_ELEMENTS (for_charts); j++)
      g_assert_true (is_control_shown (fixture, for_charts[j]));
    go_to (fixture, "table");
    for (gsize j = 0; j < G_N_ELEMENTS (for_charts); j++)
      g_assert_false (is_control_shown (fixture, for_charts[j]));
    g_assert_true (is_control_shown (fixture, "entities"));
  }

  /* Of the view of one chart nothing changes the rows of all claims. */
  show_all_claims (fixture);
  g_assert_false (is_control_shown (fixture, "entities"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (table_part (fixture, "scope")), 0);
  settle ();
  g_assert_true (is_control_shown (fixture, "entities"));
}

/* Large text in a narrow window: the last column, whose words can be broken, is not cut. */
static void
test_words_are_broken_rather_than_cut (void)
{
  const struct {
    int room, last;
  } cases[] = { { 240, 60 }, { 200, 50 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmFittedColumn columns[] = {
      { 80, 90, 95, 0, 0 }, { 100, 100, 120, 0, 0 }, { 50, 60, 60, 1, 0 }, { 100, 160, 300, 0, 0 }
    };

    qm_fitting_columns_share (columns, G_N_ELEMENTS (columns), cases[i].room);
    g_assert_cmpint (columns[0].width, ==, 80);
    g_assert_cmpint (columns[1].width, ==, 100);
    g_assert_cmpint (columns[2].width, ==, 0);
    g_assert_cmpint (columns[3].width, ==, cases[i].last);
  }
}

#define ADD(name, test) g_test_add (name, WindowFixture, NULL, set_up_pages, test, tear_down_window)

int
main (int argc, char **argv)
{
  g_autofree char *others = NULL;

  init_window_tests (&argc, &argv);
  others = g_test_build_filename (G_TEST_DIST, "data", "good", "complete.json", NULL);

  ADD ("/table/every-cell-is-that-of-the-file", test_every_cell_is_that_of_the_file);
  ADD ("/table/cells-follow-the-view", test_cells_follow_the_view);
  ADD ("/table/empty-columns-are-not-shown", test_empty_columns_are_not_shown);
  g_test_add_data_func ("/table/what-matters-is-in-sight", NULL, test_what_matters_is_in_sight);
  g_test_add_data_func ("/table/what-matters-is-in-sight-of-others", others,
                        test_what_matters_is_in_sight);
  ADD ("/table/is-fitted-again-to-larger-text", test_larger_text);
  ADD ("/table/no-standing-is-lost-in-the-largest", test_largest_text);
  g_test_add_func ("/table/words-are-broken-rather-than-cut",
                   test_words_are_broken_rather_than_cut);
  ADD ("/table/widening-leaves-no-emptiness", test_widening_leaves_no_emptiness);
  ADD ("/table/groups-of-units-are-shown", test_groups_of_units_are_shown);
  ADD ("/table/only-what-does-something-stands-over-it",
       test_only_what_does_something_stands_over_it);
  return g_test_run ();
}
