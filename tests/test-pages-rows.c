/* What is done with the rows of the pages: their menu, the keys, their names for the screen
 * reader, what is copied of them; and thousands of them. */
#include "app/chart-view/card.h"
#include "app/pages/claim-menu.h"
#include "app/sidebar/search-pane.h"
#include "chart/words/wording.h"
#include "export/csv.h"
#include "pages-fixture.h"

#include <glib/gstdio.h>

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
    QmCard *card = QM_CARD (g_object_ref_sink (g_object_new (QM_TYPE_CARD, NULL)));
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

/* An address is offered where there is one. */
static void
test_the_menu_of_a_source (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSource source = fixture->dataset->sources[0];

  for (int i = 0; i < 2; i++) {
    g_autoptr (GMenuModel) menu = qm_claim_menu_new_of_source (&source);
    g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
    g_autofree char *all = NULL;

    list_labels (menu, labels);
    g_ptr_array_add (labels, NULL);
    all = g_strjoinv (", ", (char **) labels->pdata);
    g_assert_cmpstr (all, ==,
                     i == 0 ? "Copy citation, Copy address, Open address, Edit…, Remove this source"
                            : "Copy citation, Edit…, Remove this source");
    source.url = NULL;
  }
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
                            (const char *[]) { media_type, NULL }, G_PRIORITY_DEFAULT, NULL,
                            read_cb, &text);
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
    g_autoptr (GBytes) bytes = qm_csv_encode (fixture->dataset, &viewed, QM_CELLS_FOR_PEOPLE);
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

/* --- Thousands of them --- */

#define N_MANY 3000

/* The path of a dataset of so many claims, of which a third is of a "place". */
static char *
write_many (void)
{
  GString *text = g_string_new (NULL), *ids = g_string_new (NULL);
  char *path = g_build_filename (g_get_tmp_dir (), "quymo-many.json", NULL);

  g_string_append (text,
                   "{\"quymo\":1,\"title\":\"Many\",\"sources\":[{\"id\":\"s\",\"title\":\"S\","
                   "\"kind\":\"report\"}],\"measures\":[{\"id\":\"m\",\"name\":\"Measure\","
                   "\"unit\":\"number\"}],\"entities\":[");
  for (int i = 0; i < N_MANY; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%d\",\"name\":\"%s %d\"}", i > 0 ? "," : "", i,
                            i % 3 == 0 ? "Place" : "Region", i);
  g_string_append (text, "],\"claims\":[");
  for (int i = 0; i < N_MANY; i++) {
    g_string_append_printf (
        text,
        "%s{\"id\":\"c%d\",\"measure\":\"m\",\"entity\":\"e%d\",\"value\":%d,"
        "\"statement\":\"A statement.\",\"cites\":[{\"source\":\"s\",\"at\":\"page 4\"}]}",
        i > 0 ? "," : "", i, i, i);
    g_string_append_printf (ids, "%s\"c%d\"", i > 0 ? "," : "", i);
  }
  g_string_append_printf (text,
                          "],\"charts\":[{\"id\":\"c\",\"topic\":\"T\",\"name\":\"N\","
                          "\"summary\":\"S\",\"title\":\"Title\",\"panels\":[{\"form\":"
                          "\"table\",\"claims\":[%s]}]}]}",
                          ids->str);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  g_string_free (text, TRUE);
  g_string_free (ids, TRUE);
  return path;
}

static void
open_many (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = write_many ();

  open_window (fixture, path);
  g_remove (path);
}

/* As many as are made without anything done. */
static guint
count_made (GtkWidget *results)
{
  guint n = 0;

  for (int n_still = 0; n_still < 3; n_still++) {
    settle ();
    if (count_children (results) != n)
      n_still = 0;
    n = count_children (results);
  }
  return n;
}

/* However many there are, no more rows are made than are in sight or near it. */
static void
test_rows_in_sight_are_made (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *pane = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_SEARCH_PANE), *results;
  GtkAdjustment *down;
  guint n_results;

  go_to (fixture, "table");
  WAIT_FOR (count_rows (table_part (fixture, "view")) == N_MANY);
  g_assert_cmpuint (count_children (gtk_widget_get_last_child (table_part (fixture, "view"))), <,
                    N_MANY / 10);

  type (find_widget (pane, GTK_TYPE_SEARCH_ENTRY), "region");
  results = GTK_WIDGET (gtk_widget_get_template_child (pane, QM_TYPE_SEARCH_PANE, "results"));
  WAIT_FOR (count_children (results) > 0);
  n_results = count_made (results);
  g_assert_cmpuint (n_results, <, 60);
  down = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (results, GTK_TYPE_SCROLLED_WINDOW)));
  gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down));
  WAIT_FOR (count_children (results) > n_results);
}

/* What is copied at once is all of it, though the rows have not all been looked through. */
static void
test_thousands_are_filtered (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  go_to (fixture, "table");
  gtk_editable_set_text (GTK_EDITABLE (table_part (fixture, "filter")), "place");
  g_assert_cmpuint (count_rows (table_part (fixture, "view")), >, N_MANY / 3);
  g_signal_emit_by_name (table_part (fixture, "copy"), "clicked");
  text = read_clipboard (fixture);
  rows = parse_tsv (text);
  g_assert_cmpuint (rows->len, ==, N_MANY / 3 + 1);

  gtk_editable_set_text (GTK_EDITABLE (table_part (fixture, "filter")), "region");
  WAIT_FOR (g_str_equal (label_text (table_part (fixture, "count")), "2000 of 3000 claims"));
  g_assert_cmpuint (count_rows (table_part (fixture, "view")), ==, 2000);
  type (table_part (fixture, "filter"), "");
  WAIT_FOR (g_str_equal (label_text (table_part (fixture, "count")), "3000 claims"));
  for (guint i = 0; i < N_MANY; i++)
    g_assert_true (qm_claim_row_get_claim (table_row (fixture, i)) == &fixture->dataset->claims[i]);
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

#define ADD(name, test) g_test_add (name, WindowFixture, NULL, set_up_pages, test, tear_down_window)

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);
  ADD ("/table/the-menu-of-a-row-has-what-its-card-has", test_the_menu_has_what_the_card_has);
  ADD ("/table/the-menu-of-a-row-offers-only-what-can-be-done",
       test_the_menu_offers_only_what_can_be_done);
  ADD ("/sources/the-menu-of-a-source", test_the_menu_of_a_source);
  ADD ("/table/copies-what-the-file-has", test_copies_what_the_file_has);
  ADD ("/table/copies-the-rows-shown", test_copies_the_rows_shown);
  g_test_add ("/table/rows-in-sight-are-made", WindowFixture, NULL, open_many,
              test_rows_in_sight_are_made, tear_down_window);
  g_test_add ("/table/thousands-are-filtered", WindowFixture, NULL, open_many,
              test_thousands_are_filtered, tear_down_window);
  ADD ("/table/rows-have-names", test_rows_have_names);
  ADD ("/table/rows-are-one-tab-stop", test_rows_are_one_tab_stop);
  ADD ("/table/headings-stay-a-tab-stop", test_headings_stay_a_tab_stop);
  ADD ("/table/the-way-on-where-nothing-is-shown", test_the_way_on_where_nothing_is_shown);
  return g_test_run ();
}
