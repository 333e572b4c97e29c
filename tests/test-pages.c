/* The table and the sources in a real window: every cell says what the files say, and the three
 * pages are views of one selection. */
#include "app/chart-view/card.h"
#include "app/chart-view/chart-view.h"
#include "app/controls/view-controls.h"
#include "app/pages/claim-menu.h"
#include "app/pages/claim-row.h"
#include "app/pages/claim-table.h"
#include "app/pages/source-row.h"
#include "app/pages/sources-page.h"
#include "app/widgets/column-headings.h"
#include "chart/view/view-offers.h"
#include "chart/words/table.h"
#include "chart/words/wording.h"
#include "export/csv.h"
#include "window-fixture.h"

#include <string.h>

/* Rows are looked through step by step, and on a slow machine that takes more than one frame. */
#define WAIT_FOR(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    for (int tries = 0; tries < 50 && !(condition); tries++)                                       \
      settle ();                                                                                   \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

/* --- Looking at the pages --- */

static void
go_to (WindowFixture *fixture, const char *page)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", page);
  settle ();
}

static QmSession *
session_of (WindowFixture *fixture)
{
  return qm_window_get_session (fixture->window);
}

static GtkWidget *
part_of (WindowFixture *fixture, GType page, const char *name)
{
  GtkWidget *widget = find_widget (GTK_WIDGET (fixture->window), page);
  GtkWidget *part = GTK_WIDGET (gtk_widget_get_template_child (widget, page, name));

  g_assert_nonnull (part);
  return part;
}

static GtkWidget *
table_part (WindowFixture *fixture, const char *name)
{
  return part_of (fixture, QM_TYPE_CLAIM_TABLE, name);
}

static GtkWidget *
sources_part (WindowFixture *fixture, const char *name)
{
  return part_of (fixture, QM_TYPE_SOURCES_PAGE, name);
}

static GtkSelectionModel *
rows_of (GtkWidget *view)
{
  return GTK_IS_COLUMN_VIEW (view) ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view))
                                   : gtk_list_view_get_model (GTK_LIST_VIEW (view));
}

static guint
count_rows (GtkWidget *view)
{
  return g_list_model_get_n_items (G_LIST_MODEL (rows_of (view)));
}

static QmClaimRow *
table_row (WindowFixture *fixture, guint i)
{
  g_autoptr (QmClaimRow) row =
      g_list_model_get_item (G_LIST_MODEL (rows_of (table_part (fixture, "view"))), i);

  return row;
}

static void
type (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  settle ();
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static void
show_all_claims (WindowFixture *fixture)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (table_part (fixture, "scope")), 1);
  settle ();
}

static const char *
label_text (GtkWidget *label)
{
  return gtk_label_get_text (GTK_LABEL (label));
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* --- Cells --- */

/* The rows of a CSV text. Element GPtrArray of char *. */
static GPtrArray *
parse_csv (const char *csv)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *c = csv; *c != '\0'; c++) {
    if (*c == '"' && is_quoted && c[1] == '"')
      g_string_append_c (cell, *c++);
    else if (*c == '"')
      is_quoted = !is_quoted;
    else if (is_quoted || strchr (",\r\n", *c) == NULL)
      g_string_append_c (cell, *c);
    else if (*c != '\n') {
      g_ptr_array_add (row, g_strdup (cell->str));
      g_string_truncate (cell, 0);
    } else {
      g_ptr_array_add (rows, row);
      row = g_ptr_array_new_with_free_func (g_free);
    }
  }
  g_ptr_array_unref (row);
  return rows;
}

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

static QmColumn
column_with_heading (const char *heading)
{
  for (int i = 0; i < QM_N_COLUMNS; i++)
    if (g_str_equal (qm_table_heading ((QmColumn) i), heading))
      return (QmColumn) i;
  g_assert_not_reached ();
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

/* The place in a row of what is under that heading; -1 where there is none. */
static int
place_of (const GPtrArray *headings, QmColumn column)
{
  for (guint i = 0; i < headings->len; i++)
    if (g_str_equal (headings->pdata[i], qm_table_heading (column)))
      return (int) i;
  return -1;
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
    g_autofree char *cell = qm_table_cell (shown, column);
    int place = place_of (headings, column);

    g_assert_cmpstr (cells->pdata[i], ==, qm_table_is_news (shown, column) ? cell : "");
    if (place >= 0 && column != QM_COLUMN_SOURCE && qm_table_is_news (shown, column) &&
        !(qm_table_is_number (column) && column != QM_COLUMN_FIGURE))
      g_assert_cmpstr (cells->pdata[i], ==, csv->pdata[place]);
  }
}

static GPtrArray *
read_file (WindowFixture *fixture)
{
  g_auto (QmViewedChart) viewed = qm_view_chart (qm_session_get_view (session_of (fixture)),
                                                 qm_session_get_chart (session_of (fixture)));
  g_autoptr (GBytes) bytes = qm_csv_encode (&viewed, QM_CELLS_FOR_PEOPLE);
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
      g_autofree char *cell = qm_table_cell (qm_claim_row_get_shown (table_row (fixture, j)),
                                             g_array_index (columns, QmColumn, i));

      is_filled = is_filled || cell[0] != '\0';
    }
    g_test_message ("%s", qm_table_heading (g_array_index (columns, QmColumn, i)));
    g_assert_true (is_filled);
  }
  g_assert_cmpuint (columns->len, <, 10);
}

/* NULL where no column is of that kind. */
static GtkColumnViewColumn *
column_of (GtkWidget *view, QmColumn kind)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

    if (column_with_heading (gtk_column_view_column_get_title (column)) == kind)
      return column;
  }
  return NULL;
}

/* --- Width --- */

static const struct {
  int width, height;
  gboolean has_evidence;
} sizes[] = { { 1280, 800, TRUE },
              { 1100, 720, TRUE },
              { 740, 495, FALSE },
              { 480, 360, FALSE },
              { 1920, 1080, FALSE } };

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
        qm_table_cell (qm_claim_row_get_shown (table_row (fixture, n_rows)), QM_COLUMN_SUBJECT);

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

/* --- The menu of a row --- */

/* The labels of a menu and its submenus. Element char *. */
static void
list_labels (GMenuModel *menu, GPtrArray *labels)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++) {
    static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
    char *label = NULL;

    if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
      g_ptr_array_add (labels, label);
    for (gsize j = 0; j < G_N_ELEMENTS (links); j++) {
      g_autoptr (GMenuModel) link = g_menu_model_get_item_link (menu, i, links[j]);

      if (link != NULL)
        list_labels (link, labels);
    }
  }
}

static void
assert_menu_has_buttons (GtkWidget *widget, const GPtrArray *labels, guint *n_found)
{
  const char *label = GTK_IS_MENU_BUTTON (widget)
                          ? gtk_menu_button_get_label (GTK_MENU_BUTTON (widget))
                      : GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget))
                                               : NULL;

  if (!gtk_widget_get_visible (widget))
    return;
  if (label != NULL) {
    g_assert_true (
        g_ptr_array_find_with_equal_func ((GPtrArray *) labels, label, g_str_equal, NULL));
    ++*n_found;
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_menu_has_buttons (child, labels, n_found);
}

/* As the card is where no evidence is beside it. */
static void
test_the_menu_has_what_the_card_has (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const ids[] = { "china-ai-infrastructure-2024",
                                     "us-to-china-ai-infrastructure-2024" };
  const QmChart *chart = qm_dataset_find_chart (fixture->dataset, "data-centre-gap");

  show_chart (fixture, chart->id);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    const QmClaim *claim = qm_dataset_find_claim (fixture->dataset, ids[i]);
    g_autoptr (GMenuModel) menu =
        qm_claim_menu_new (qm_session_get_chart (session_of (fixture)), claim, FALSE);
    g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
    QmCard *card = QM_CARD (g_object_ref_sink (qm_card_new ()));
    guint n_found = 0;

    list_labels (menu, labels);
    qm_card_show (card, claim, claim->to_entity == NULL ? claim->entity : NULL, QM_CARD_WHOLE);
    assert_menu_has_buttons (GTK_WIDGET (card), labels, &n_found);
    g_assert_cmpuint (n_found, ==, claim->to_entity == NULL ? 5 : 4);
    g_object_unref (card);
  }
}

/* What is not of this chart can be neither highlighted nor hidden in it. */
static void
test_the_menu_offers_only_what_can_be_done (WindowFixture *fixture,
                                            gconstpointer data G_GNUC_UNUSED)
{
  const QmClaim *claim = qm_dataset_find_claim (fixture->dataset, "qwen-downloads");
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  show_chart (fixture, "data-centre-gap");
  menu = qm_claim_menu_new (qm_session_get_chart (session_of (fixture)), claim, FALSE);
  list_labels (menu, labels);
  g_assert_true (g_ptr_array_find_with_equal_func (labels, "Copy citation", g_str_equal, NULL));
  g_assert_false (g_ptr_array_find_with_equal_func (labels, "Highlight", g_str_equal, NULL));
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

/* --- Copying --- */

static void
spliced_cb (GObject *stream, GAsyncResult *result, gpointer text)
{
  g_assert_cmpint (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL), >, 0);
  *(char **) text =
      g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                 g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) input =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, &error);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  g_output_stream_splice_async (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, text);
}

/* What was copied, as another program gets it. */
static char *
read_clipboard_as (WindowFixture *fixture, const char *media_type)
{
  char *text = NULL;

  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)),
                            (const char *[]){ media_type, NULL }, G_PRIORITY_DEFAULT, NULL, read_cb,
                            &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

/* The rows of cells divided by tabs. */
static GPtrArray *
parse_tsv (const char *tsv)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_auto (GStrv) lines = g_strsplit (tsv, "\n", -1);

  for (gsize i = 0; lines[i][0] != '\0'; i++) {
    GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

    for (gsize j = 0; cells[j] != NULL; j++)
      g_ptr_array_add (row, g_strdup (cells[j]));
    g_ptr_array_add (rows, row);
  }
  return rows;
}

/* The texts of a table's cells, as an HTML reader has them. */
typedef struct {
  GPtrArray *rows;
  GString *cell;
  gboolean is_in_cell;
} Html;

static void
start_cb (GMarkupParseContext *context G_GNUC_UNUSED, const char *name,
          const char **names G_GNUC_UNUSED, const char **values G_GNUC_UNUSED, gpointer data,
          GError **error G_GNUC_UNUSED)
{
  Html *html = data;

  if (g_str_equal (name, "tr"))
    g_ptr_array_add (html->rows, g_ptr_array_new_with_free_func (g_free));
  html->is_in_cell = html->is_in_cell || g_str_equal (name, "td") || g_str_equal (name, "th");
}

static void
end_cb (GMarkupParseContext *context G_GNUC_UNUSED, const char *name, gpointer data,
        GError **error G_GNUC_UNUSED)
{
  Html *html = data;

  if (!g_str_equal (name, "td") && !g_str_equal (name, "th"))
    return;
  g_ptr_array_add (html->rows->pdata[html->rows->len - 1], g_strdup (html->cell->str));
  g_string_truncate (html->cell, 0);
  html->is_in_cell = FALSE;
}

static void
text_cb (GMarkupParseContext *context G_GNUC_UNUSED, const char *text, gsize length, gpointer data,
         GError **error G_GNUC_UNUSED)
{
  if (((Html *) data)->is_in_cell)
    g_string_append_len (((Html *) data)->cell, text, (gssize) length);
}

static GPtrArray *
parse_html (const char *text)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_auto (GStrv) parts = g_strsplit (strstr (text, "<table>"), "<br>", -1);
  g_autofree char *joined = g_strjoinv (" ", parts);
  Html html = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
                g_string_new (NULL), FALSE };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &html, NULL);

  g_assert_true (g_markup_parse_context_parse (context, joined, -1, NULL));
  g_string_free (html.cell, TRUE);
  return html.rows;
}

static void
assert_same_cells (const GPtrArray *a, const GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++) {
    const GPtrArray *first = a->pdata[i], *second = b->pdata[i];

    g_assert_cmpuint (first->len, ==, second->len);
    for (guint j = 0; j < first->len; j++)
      g_assert_cmpstr (first->pdata[j], ==, second->pdata[j]);
  }
}

/* To the letter, but for the mark at the file's beginning; and all forms have the same cells. */
static void
test_copies_what_the_file_has (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  go_to (fixture, "table");
  for (gsize i = 0; i < fixture->dataset->n_charts; i++) {
    g_auto (QmViewedChart) viewed = qm_view_chart (&qm_view_default, &fixture->dataset->charts[i]);
    g_autoptr (GBytes) bytes = qm_csv_encode (&viewed, QM_CELLS_FOR_PEOPLE);
    g_autofree char *csv = NULL, *tsv = NULL, *html = NULL, *plain = NULL;
    g_autoptr (GPtrArray) csv_rows = NULL, tsv_rows = NULL, html_rows = NULL;
    gsize size;
    const char *file = g_bytes_get_data (bytes, &size);

    show_chart (fixture, fixture->dataset->charts[i].id);
    click (table_part (fixture, "copy"));
    csv = read_clipboard_as (fixture, "text/csv");
    tsv = read_clipboard_as (fixture, "text/tab-separated-values");
    html = read_clipboard_as (fixture, "text/html");
    plain = read_clipboard (fixture);
    g_assert_cmpmem (csv, strlen (csv), file + 3, size - 3);
    g_assert_cmpstr (plain, ==, tsv);
    csv_rows = parse_csv (csv);
    tsv_rows = parse_tsv (tsv);
    html_rows = parse_html (html);
    assert_same_cells (csv_rows, tsv_rows);
    assert_same_cells (csv_rows, html_rows);
  }
}

static void
test_copies_the_rows_shown (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = table_part (fixture, "view");
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  go_to (fixture, "table");
  show_all_claims (fixture);
  type (table_part (fixture, "filter"), "industrial");
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), column_of (view, QM_COLUMN_FIGURE),
                                  GTK_SORT_DESCENDING);
  settle ();
  click (table_part (fixture, "copy"));
  text = read_clipboard (fixture);
  rows = parse_tsv (text);
  g_assert_cmpuint (rows->len, >, 3);
  g_assert_cmpuint (rows->len, ==, count_rows (view) + 1);
  for (guint i = 1; i < rows->len; i++) {
    const GPtrArray *row = rows->pdata[i];

    g_assert_cmpstr (row->pdata[place_of (rows->pdata[0], QM_COLUMN_CHART)], ==, "");
    g_assert_cmpstr (row->pdata[place_of (rows->pdata[0], QM_COLUMN_STATEMENT)], ==,
                     qm_text_get (qm_claim_row_get_claim (table_row (fixture, i - 1))->statement));
  }
}

/* --- Names for the screen reader --- */

static void
test_rows_have_names (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *row;

  show_chart (fixture, "data-centre-gap");
  go_to (fixture, "table");
  row = gtk_widget_get_first_child (gtk_widget_get_last_child (table_part (fixture, "view")));
  for (guint i = 0; i < count_rows (table_part (fixture, "view"));
       i++, row = gtk_widget_get_next_sibling (row)) {
    g_autofree char *name = qm_wording_claim (qm_claim_row_get_shown (table_row (fixture, i)));
    g_autofree char *found = gtk_test_accessible_check_property (
        GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

    g_assert_cmpstr (found, ==, NULL);
  }
}

/* --- The keyboard --- */

static GtkWidget *
focus_of (WindowFixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static void
test_rows_are_one_tab_stop (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const GtkDirectionType forward = GTK_DIR_TAB_FORWARD, backward = GTK_DIR_TAB_BACKWARD;
  GtkWidget *page = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_CLAIM_TABLE);
  GtkWidget *view = table_part (fixture, "view"), *header = gtk_widget_get_first_child (view);
  GtkWidget *list = gtk_widget_get_last_child (view);

  show_chart (fixture, "design-arena");
  go_to (fixture, "table");
  WAIT_FOR (count_children (list) == 17);
  qm_session_select (session_of (fixture), qm_claim_row_get_claim (table_row (fixture, 3)));
  settle ();
  gtk_widget_grab_focus (table_part (fixture, "copy"));
  g_assert_true (gtk_widget_child_focus (page, forward));
  g_assert_true (focus_of (fixture) == gtk_widget_get_first_child (header));
  g_assert_true (gtk_widget_child_focus (page, forward));
  g_assert_true (gtk_widget_get_parent (focus_of (fixture)) == list);
  g_assert_true ((gtk_widget_get_state_flags (focus_of (fixture)) & GTK_STATE_FLAG_SELECTED) != 0);
  g_assert_false (gtk_widget_child_focus (page, forward));
  g_assert_true (gtk_widget_child_focus (page, backward));
  g_assert_true (focus_of (fixture) == gtk_widget_get_first_child (header));
  g_assert_true (gtk_widget_child_focus (page, backward));
  g_assert_true (focus_of (fixture) == table_part (fixture, "copy"));
}

/* As the first is where nobody is named. */
static void
test_headings_stay_a_tab_stop (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_CLAIM_TABLE);
  GtkWidget *view = table_part (fixture, "view");
  GtkWidget *first = gtk_widget_get_first_child (gtk_widget_get_first_child (view));

  show_chart (fixture, "data-centre-gap");
  go_to (fixture, "table");
  gtk_column_view_column_set_visible (column_of (view, QM_COLUMN_ENTITY), FALSE);
  gtk_widget_grab_focus (table_part (fixture, "copy"));
  g_assert_true (gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD));
  g_assert_true (focus_of (fixture) == gtk_widget_get_next_sibling (first));
}

static void
test_the_way_on_where_nothing_is_shown (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_CLAIM_TABLE);

  show_chart (fixture, "data-centre-gap");
  go_to (fixture, "table");
  type (table_part (fixture, "filter"), "economist");
  WAIT_FOR (gtk_widget_get_mapped (table_part (fixture, "nothing")));
  gtk_widget_grab_focus (table_part (fixture, "filter"));
  g_assert_true (gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD));
  g_assert_true (focus_of (fixture) == table_part (fixture, "look_everywhere"));
}

/* Pages are made when they are first gone to. */
static void
set_up_pages (WindowFixture *fixture, gconstpointer data)
{
  set_up_window (fixture, data);
  go_to (fixture, "table");
  go_to (fixture, "sources");
  go_to (fixture, "chart");
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
  ADD ("/table/widening-leaves-no-emptiness", test_widening_leaves_no_emptiness);
  ADD ("/table/groups-of-units-are-shown", test_groups_of_units_are_shown);
  ADD ("/table/only-what-does-something-stands-over-it",
       test_only_what_does_something_stands_over_it);
  ADD ("/table/the-menu-of-a-row-has-what-its-card-has", test_the_menu_has_what_the_card_has);
  ADD ("/table/the-menu-of-a-row-offers-only-what-can-be-done",
       test_the_menu_offers_only_what_can_be_done);
  ADD ("/table/headings-put-rows-in-order", test_headings_put_rows_in_order);
  ADD ("/table/an-order-without-its-column-ends", test_an_order_without_its_column_ends);
  ADD ("/table/is-filtered-by-words", test_filter);
  ADD ("/table/copies-what-the-file-has", test_copies_what_the_file_has);
  ADD ("/table/copies-the-rows-shown", test_copies_the_rows_shown);
  ADD ("/table/follows-the-selection", test_rows_follow_the_selection);
  ADD ("/table/filtering-keeps-the-selection", test_filtering_keeps_the_selection);
  ADD ("/table/a-row-opens-its-chart", test_a_row_opens_its_chart);
  ADD ("/table/rows-have-names", test_rows_have_names);
  ADD ("/table/rows-are-one-tab-stop", test_rows_are_one_tab_stop);
  ADD ("/table/headings-stay-a-tab-stop", test_headings_stay_a_tab_stop);
  ADD ("/table/the-way-on-where-nothing-is-shown", test_the_way_on_where_nothing_is_shown);
  ADD ("/sources/are-filtered-by-words", test_filter_of_the_sources);
  ADD ("/sources/follow-the-selection", test_sources_follow_the_selection);
  g_test_add ("/pages/show-one-selection", WindowFixture, NULL, set_up_window,
              test_pages_show_one_selection, tear_down_window);
  ADD ("/pages/go-on-in-another-version", test_another_version_of_the_dataset);
  return g_test_run ();
}
