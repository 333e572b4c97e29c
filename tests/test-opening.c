/* Opening files: once, in place of another, as they were left, from the menu of what was opened
 * before; and what a new reader is told. */
#include "app/chart-view/chart-panes.h"
#include "app/files/open-menu.h"
#include "app/importing/table-reading.h"
#include "app/sidebar/search-pane.h"
#include "app/widgets/message-bar.h"
#include "edit/table-draft.h"
#include "export/export.h"
#include "file-fixture.h"

/* --- Opening --- */

static void
test_opened_once (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window = open_file (fixture);

  open_file (fixture);
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  qm_opening_show_built_in (fixture->application);
  settle ();
  g_assert_cmpuint (count_windows (fixture), ==, 2);
  qm_opening_open (fixture->application, the_window (fixture), &fixture->file, 1);
  settle ();
  g_assert_cmpuint (count_windows (fixture), ==, 2);
  g_assert_cmpstr (title_of (window), ==, "Hard cases");
}

/* Whoever hears of another dataset can ask for its bookmarks. */
static void
dataset_changed_cb (QmWindow *window, guint change)
{
  gboolean is_built_in =
      qm_dataset_find_chart (qm_session_get_dataset (qm_window_get_session (window)),
                             "design-arena") != NULL;

  if ((change & QM_SESSION_DATASET) != 0)
    g_assert_cmpuint (qm_bookmarks_get_n (qm_window_get_bookmarks (window)), ==, is_built_in);
}

static void
test_opened_in_place (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window;
  QmSession *session;

  qm_opening_show_built_in (fixture->application);
  settle ();
  window = the_window (fixture);
  session = qm_window_get_session (window);
  go_to (window, "design-arena");
  qm_bookmarks_add (qm_window_get_bookmarks (window), "mine", session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (dataset_changed_cb), window);

  qm_opening_open (fixture->application, window, &fixture->file, 1);
  settle ();
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  g_assert_cmpstr (chart_of (window), ==, "hard-bars");
  g_assert_false (qm_session_can_undo (session));
  go_to (window, "hard-line");

  qm_opening_open_here (fixture->application, NULL);
  settle ();
  g_assert_cmpstr (chart_of (window), ==, "design-arena");

  /* Nobody is told of a file that is not shown any more. */
  write_changed (fixture, "Hard cases", "Harder cases");
  g_usleep (500 * 1000);
  settle ();
  g_assert_cmpstr (chart_of (window), ==, "design-arena");
  qm_opening_open (fixture->application, window, &fixture->file, 1);
  settle ();
  g_assert_cmpstr (chart_of (window), ==, "hard-line");
  g_assert_cmpstr (title_of (window), ==, "Harder cases");
}

static void
test_broken_beside_what_is_shown (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other_path = g_build_filename (folder, "other.json", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (other_path);
  QmWindow *window;

  qm_opening_show_built_in (fixture->application);
  settle ();
  window = the_window (fixture);
  write_file (fixture, "{");
  qm_opening_open (fixture->application, window, &fixture->file, 1);
  settle ();
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  wait_until_it_says (window, QM_TYPE_MESSAGE_BAR,
                      "“my_hard cases.json” is wrong at line 1, column 2. This needs ");

  write_changed (fixture, "\"unit\"", "\"units\"");
  qm_opening_open (fixture->application, window, &fixture->file, 1);
  settle ();
  g_assert_cmpuint (count_windows (fixture), ==, 2);
  g_assert_cmpstr (chart_of (window), ==, "data-centre-gap");
  wait_until_it_says (the_window (fixture), QM_TYPE_PROBLEMS, "“units”");

  /* A window that shows nothing else is there for any file. */
  window = the_window (fixture);
  qm_opening_open (fixture->application, window, &other, 1);
  wait_until_it_says (window, QM_TYPE_PROBLEMS, "“other.json” cannot be shown");
  qm_opening_open_here (fixture->application, NULL);
  settle ();
  g_assert_cmpuint (count_windows (fixture), ==, 2);
  g_assert_cmpstr (chart_of (window), ==, "data-centre-gap");
  g_assert_false (is_seen (window, QM_TYPE_PROBLEMS));
}

/* What is no dataset is said to be what it is, wherever it is opened, and no page waits for it. */
static void
test_what_cannot_be_opened_is_told (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct {
    const char *name, *content, *says;
  } cases[] = {
    { "named.csv", "PK\x03\x04......xl/workbook.xml", "is a spreadsheet" },
    { "a.json", "%PDF-1.7", "is a PDF" },
    { "", NULL, "is a folder" },
  };
  g_autoptr (GFile) address = g_file_new_for_uri ("https://example.org/a.csv");

  for (gsize i = 0; i <= G_N_ELEMENTS (cases); i++) {
    gboolean is_address = i == G_N_ELEMENTS (cases);
    g_autofree char *path = g_build_filename (folder, is_address ? "" : cases[i].name, NULL);
    g_autoptr (GFile) file = is_address ? g_object_ref (address) : g_file_new_for_path (path);
    const char *words = is_address ? "is an address" : cases[i].says;

    if (!is_address && cases[i].content != NULL)
      g_assert_true (g_file_set_contents (path, cases[i].content, -1, NULL));
    qm_opening_open (fixture->application, i == 0 ? NULL : the_window (fixture), &file, 1);
    settle ();
    g_assert_cmpuint (count_windows (fixture), ==, 1);
    wait_until_it_says (the_window (fixture), QM_TYPE_MESSAGE_BAR, words);
    g_assert_false (is_seen (the_window (fixture), QM_TYPE_PROBLEMS));
    if (!is_address && cases[i].content != NULL)
      g_remove (path);
  }
}

/* --- Tables --- */

static const QmClaim *
claim_of_laos (QmWindow *window)
{
  const QmDataset *dataset = qm_session_get_dataset (qm_window_get_session (window));

  for (gsize i = 0; i < dataset->n_claims; i++)
    if (g_str_equal (dataset->claims[i].entity->id, "laos"))
      return &dataset->claims[i];
  g_assert_not_reached ();
}

static GtkWidget *
wait_for_notice (QmWindow *window)
{
  GtkWidget *notice = NULL;

  for (int i = 0; i < 100 && notice == NULL; i++) {
    settle ();
    notice = find_by_css_class (GTK_WIDGET (window), "table-notice");
  }
  g_assert_nonnull (notice);
  return notice;
}

/* The file of a table stands beside the dataset: it is read again when the reader says so, by the
 * choices of before, and that is one step. */
static void
test_a_table_that_changes_is_read_again (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char before[] = "A;B\nLaos;1,234\ny;2,5\n", after[] = "A;B\nLaos;9,234\ny;2,5\n";
  const QmSourceFields source = { .title = "An office", .kind = "dataset" };
  g_autofree char *table = g_build_filename (folder, "t.csv", NULL), *chart = NULL;
  g_autofree char *fresh = qm_edit_new_file ("T"), *text = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (before, strlen (before));
  g_autoptr (QmTableDraft) draft = qm_table_draft_new ("t.csv", table, bytes);
  g_autoptr (QmSheet) sheet = NULL;
  QmWindow *window;

  qm_choices_set (&draft->choices, QM_CHOOSE_UNIT, "km");
  sheet = qm_sheet_read (bytes, &draft->choices, NULL);
  text = qm_table_draft_import (draft, sheet, fresh, &source, qm_forms, &chart, NULL);
  g_assert_true (g_file_set_contents (table, before, -1, NULL));
  write_file (fixture, text);
  window = open_file (fixture);
  for (int i = 0; i < 12; i++)
    settle ();
  g_assert_null (find_by_css_class (GTK_WIDGET (window), "table-notice"));

  g_assert_true (g_file_set_contents (table, after, -1, NULL));
  g_signal_emit_by_name (find_widget (wait_for_notice (window), GTK_TYPE_BUTTON), "clicked");
  settle ();
  g_assert_cmpfloat (claim_of_laos (window)->quantity.value, ==, 9.234);
  g_assert_cmpint (claim_of_laos (window)->unit.kind, ==, QM_UNIT_MEASURE);
  g_assert_true (qm_session_can_undo (qm_window_get_session (window)));
  qm_session_undo (qm_window_get_session (window));
  settle ();
  g_assert_cmpfloat (claim_of_laos (window)->quantity.value, ==, 1.234);
  g_remove (table);
}

static void
chosen_cb (QmTableReading *reading G_GNUC_UNUSED, int what, const char *words, QmChoices *choices)
{
  qm_choices_set (choices, (QmChooses) what, words);
}

/* What no guess finds, and no list has. */
static void
test_a_delimiter_is_typed (void)
{
  static const char text[] = "A<>2020<>2021\nLaos<>1<>2\ny<>3<>4\n";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_auto (QmChoices) choices = { 0 };
  g_autoptr (QmSheet) guessed = qm_sheet_read (bytes, &choices, NULL);
  g_autoptr (QmSheet) typed = NULL;
  QmTableReading *reading = g_object_ref_sink (g_object_new (QM_TYPE_TABLE_READING, NULL));
  GtkWidget *entry = find_widget (GTK_WIDGET (reading), GTK_TYPE_ENTRY);

  g_signal_connect (reading, "chosen", G_CALLBACK (chosen_cb), &choices);
  qm_table_reading_show (reading, guessed, &choices);
  gtk_editable_set_text (GTK_EDITABLE (entry), "<>");
  g_signal_emit_by_name (entry, "activate");
  typed = qm_sheet_read (bytes, &choices, NULL);
  g_assert_cmpuint (typed->columns->len, ==, 3);
  qm_table_reading_show (reading, typed, &choices);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "<>");
  g_object_unref (reading);
}

/* --- The next start --- */

static void
test_the_next_start (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window = open_file (fixture);
  QmLayout layout, again;

  qm_window_get_layout (window, &layout);
  layout.width = 1011;
  layout.height = 722;
  layout.is_sidebar_open = FALSE;
  layout.evidence_width = 333;
  layout.page = "sources";
  qm_window_set_layout (window, &layout);
  go_to (window, "hard-share");
  settle ();
  stop_application (fixture);

  start_application (fixture);
  qm_opening_show_last (fixture->application);
  window = the_window (fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  settle ();
  qm_window_get_layout (window, &again);
  g_assert_true (qm_layout_equal (&again, &layout));
  g_assert_cmpstr (chart_of (window), ==, "hard-share");
  g_assert_false (qm_session_can_undo (qm_window_get_session (window)));
  g_assert_false (is_seen (window, QM_TYPE_MESSAGE_BAR));
}

static void
test_the_last_file_is_gone (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window;

  open_file (fixture);
  stop_application (fixture);
  g_unlink (fixture->path);

  start_application (fixture);
  qm_opening_show_last (fixture->application);
  window = the_window (fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  settle ();
  g_assert_cmpstr (chart_of (window), ==, "data-centre-gap");
  wait_until_it_says (window, QM_TYPE_MESSAGE_BAR, "there is no file");
}

static void
export_picture (QmDataset *dataset, const char *chart, const char *path)
{
  gsize n_presets, length;
  const QmExportLook look = { .size = qm_size_presets (&n_presets)->size,
                              .theme = &qm_theme_light };
  g_auto (QmViewedChart) viewed =
      qm_view_chart (&qm_view_default, qm_dataset_find_chart (dataset, chart));
  g_autoptr (GBytes) bytes = qm_export_chart (QM_EXPORT_PNG, dataset, &viewed, &look, NULL, NULL);
  const char *contents = g_bytes_get_data (bytes, &length);

  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

/* It is a dataset of one chart, and a file like any other. */
static void
test_a_picture (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmDataset) dataset = load_dataset (fixture->path);
  g_autofree char *path = g_build_filename (folder, "picture.png", NULL);
  g_autoptr (GFile) picture = g_file_new_for_path (path);
  QmWindow *window;

  export_picture (dataset, "hard-ranks", path);
  qm_opening_open (fixture->application, NULL, &picture, 1);
  window = the_window (fixture);
  wait_until_it_says (window, QM_TYPE_MESSAGE_BAR, "which holds this chart only");
  g_assert_cmpstr (chart_of (window), ==, "hard-ranks");
  stop_application (fixture);

  start_application (fixture);
  qm_opening_show_last (fixture->application);
  window = the_window (fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  settle ();
  g_assert_cmpstr (chart_of (window), ==, "hard-ranks");
  export_picture (dataset, "hard-share", path);
  wait_until_it_says (window, QM_TYPE_MESSAGE_BAR, "“picture.png” was reloaded");
  g_assert_cmpstr (chart_of (window), ==, "hard-share");
  g_assert_true (g_file_set_contents (path, "\x89PNG\r\n\x1a\n", -1, NULL));
  wait_until_it_says (window, QM_TYPE_FILE_NOTICE, "“picture.png” can no longer be read");
  g_assert_false (says (window, QM_TYPE_FILE_NOTICE, "Show problems"));
  stop_application (fixture);
  g_unlink (path);
  start_application (fixture);
}

static gsize
find_bytes (const char *data, gsize length, const char *wanted)
{
  for (gsize i = 0; i + strlen (wanted) <= length; i++)
    if (memcmp (data + i, wanted, strlen (wanted)) == 0)
      return i;
  g_assert_not_reached ();
}

/* As other programs do that keep a picture's title: what is between that and the pixels is gone. */
static void
strip_picture (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GString) left = g_string_new (NULL);
  gsize length, start, end;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  /* Before a chunk's kind is its length. */
  start = find_bytes (data, length, "iTXtDescription") - 4;
  end = find_bytes (data, length, "IDAT") - 4;
  g_string_append_len (left, data, (gssize) start);
  g_string_append_len (left, data + end, (gssize) (length - end));
  g_assert_true (g_file_set_contents (path, left->str, (gssize) left->len, NULL));
}

static void
test_a_picture_that_has_lost_its_chart (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  g_autofree char *path = g_build_filename (folder, "lost.png", NULL);
  g_autoptr (GFile) picture = g_file_new_for_path (path);
  QmWindow *window;

  export_picture (dataset, "timeline", path);
  strip_picture (path);
  qm_opening_open (fixture->application, NULL, &picture, 1);
  window = the_window (fixture);
  wait_until_it_says (window, QM_TYPE_MESSAGE_BAR, "is searched for");
  wait_until_it_says (window, QM_TYPE_SEARCH_PANE, "1 result");
  g_unlink (path);
}

/* Whatever a window without charts looks like, the next one is as the last one with them. */
static void
test_problems_leave_the_layout (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window;
  QmLayout layout;

  break_file (fixture);
  window = open_file (fixture);
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 400);
  settle ();
  stop_application (fixture);

  start_application (fixture);
  qm_opening_show_built_in (fixture->application);
  settle ();
  qm_window_get_layout (the_window (fixture), &layout);
  g_assert_true (layout.is_sidebar_open && !layout.is_evidence_open);
  g_assert_cmpint (layout.width, ==, 1100);
}

/* --- Presenting --- */

/* Nobody in a hall wants to see what is wrong with a file, and nobody comes back to a window that
 * has nothing but a chart. */
static void
test_presenting (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window = open_file (fixture);
  QmLayout before, after;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "table");
  settle ();
  qm_window_get_layout (window, &before);
  break_file (fixture);
  wait_until_it_says (window, QM_TYPE_FILE_NOTICE, "has 1 problem");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-problems", "b", TRUE);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.present", NULL);
  settle ();
  g_assert_true (is_seen (window, QM_TYPE_CHART_PANES));
  g_assert_false (is_seen (window, QM_TYPE_PROBLEMS));
  g_assert_false (is_seen (window, QM_TYPE_FILE_NOTICE));
  g_assert_false (is_seen (window, QM_TYPE_HINT));
  stop_application (fixture);

  start_application (fixture);
  qm_opening_show_built_in (fixture->application);
  settle ();
  qm_window_get_layout (the_window (fixture), &after);
  g_assert_true (qm_layout_equal (&after, &before));
}

static void
test_presented (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window = open_file (fixture);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.present", NULL);
  settle ();
  break_file (fixture);
  for (int i = 0; i < 25; i++)
    settle ();
  g_assert_false (is_seen (window, QM_TYPE_FILE_NOTICE));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.present", NULL);
  wait_until_it_says (window, QM_TYPE_FILE_NOTICE, "has 1 problem");
  g_assert_true (is_seen (window, QM_TYPE_HINT));
}

/* --- The menu --- */

static GMenuModel *
create_menu (FileFixture *fixture)
{
  g_autoptr (GPtrArray) files = qm_opening_find_recent (fixture->application);

  return qm_open_menu_new (files);
}

static char *
label_at (GMenuModel *menu, int section, int item)
{
  g_autoptr (GMenuModel) items = g_menu_model_get_item_link (menu, section, G_MENU_LINK_SECTION);
  char *label = NULL;

  g_menu_model_get_item_attribute (items, item, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  return label;
}

static void
test_long_names (FileFixture *fixture G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree char *label = NULL;

  g_ptr_array_add (files,
                   g_file_new_for_path ("/Một bộ dữ liệu rất dài về công nghiệp, năm 2030.json"));
  menu = qm_open_menu_new (files);
  label = label_at (menu, 1, 0);
  g_assert_cmpstr (label, ==, "Một bộ dữ liệu rất d…ghiệp, năm 2030.json");
}

static void
test_menu (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other_folder = g_build_filename (folder, "other", NULL);
  g_autofree char *other_path = g_build_filename (other_folder, "my_hard cases.json", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (other_path);
  g_autoptr (GMenuModel) first = create_menu (fixture);
  g_autoptr (GMenuModel) second = NULL, third = NULL;
  g_autofree char *label = NULL, *other_label = NULL, *expected = NULL;

  g_assert_cmpint (g_menu_model_get_n_items (first), ==, 2);
  g_mkdir (other_folder, 0700);
  g_assert_true (g_file_set_contents (other_path, fixture->text, -1, NULL));
  open_file (fixture);
  qm_opening_open (fixture->application, the_window (fixture), &other, 1);
  qm_opening_open_here (fixture->application, NULL);
  settle ();

  second = create_menu (fixture);
  g_assert_cmpint (g_menu_model_get_n_items (second), ==, 3);
  label = label_at (second, 1, 0);
  g_assert_cmpstr (label, ==, "my__hard cases.json (other)");
  other_label = label_at (second, 1, 1);
  expected = g_strdup_printf ("my__hard cases.json (%s)", strrchr (folder, '/') + 1);
  g_assert_cmpstr (other_label, ==, expected);

  g_unlink (other_path);
  g_rmdir (other_folder);
  third = create_menu (fixture);
  g_free (label);
  label = label_at (third, 1, 0);
  g_assert_cmpstr (label, ==, "my__hard cases.json");
}

/* --- The hint --- */

/* The window would have to be as high as it is at its narrowest. */
static void
assert_is_low (GtkWidget *hint)
{
  int height;

  gtk_widget_measure (hint, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, <, 150);
}

/* A message is about the page, and leaves the hint to be read. */
static void
assert_is_free (QmWindow *window)
{
  GtkWidget *hint = find_widget (GTK_WIDGET (window), QM_TYPE_HINT);
  GtkWidget *bar = find_widget (GTK_WIDGET (window), QM_TYPE_MESSAGE_BAR);
  graphene_rect_t bar_bounds, hint_bounds;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.message", "s", "Said");
  settle ();
  g_assert_true (gtk_widget_get_mapped (bar));
  g_assert_true (gtk_widget_compute_bounds (bar, GTK_WIDGET (window), &bar_bounds));
  g_assert_true (gtk_widget_compute_bounds (hint, GTK_WIDGET (window), &hint_bounds));
  g_assert_false (graphene_rect_intersection (&bar_bounds, &hint_bounds, NULL));
}

static void
test_hint (FileFixture *fixture, gconstpointer close)
{
  QmWindow *window = open_file (fixture);
  QmSession *session = qm_window_get_session (window);

  wait_until_it_says (window, QM_TYPE_HINT, "Point at a mark");
  assert_is_low (find_widget (GTK_WIDGET (window), QM_TYPE_HINT));
  assert_is_free (window);
  qm_opening_show_built_in (fixture->application);
  settle ();
  g_assert_false (is_seen (the_window (fixture), QM_TYPE_HINT));

  if (close != NULL)
    g_signal_emit_by_name (
        find_widget (find_widget (GTK_WIDGET (window), QM_TYPE_HINT), GTK_TYPE_BUTTON), "clicked");
  else {
    qm_session_select (session, qm_session_get_chart (session)->panels[0].claims[0]);
    settle ();
    /* The chart must not move under whoever has just clicked on it. */
    g_assert_true (is_seen (window, QM_TYPE_HINT));
    go_to (window, qm_session_get_dataset (session)->charts[1].id);
  }
  settle ();
  g_assert_false (is_seen (window, QM_TYPE_HINT));
  stop_application (fixture);

  start_application (fixture);
  g_assert_false (is_seen (open_file (fixture), QM_TYPE_HINT));
}

static void
add_tests (void)
{
  ADD_FILE_TEST ("/files/a-file-is-open-once", test_opened_once);
  ADD_FILE_TEST ("/files/a-file-takes-the-place-of-another", test_opened_in_place);
  ADD_FILE_TEST ("/files/a-broken-file-leaves-the-window-as-it-is",
                 test_broken_beside_what_is_shown);
  ADD_FILE_TEST ("/files/the-next-start-is-where-the-last-one-ended", test_the_next_start);
  ADD_FILE_TEST ("/files/the-last-file-may-be-gone", test_the_last_file_is_gone);
  ADD_FILE_TEST ("/files/a-picture-is-a-file-like-any-other", test_a_picture);
  ADD_FILE_TEST ("/files/a-picture-that-has-lost-its-chart-has-a-title",
                 test_a_picture_that_has_lost_its_chart);
  ADD_FILE_TEST ("/files/problems-leave-the-layout-alone", test_problems_leave_the_layout);
  ADD_FILE_TEST ("/files/presenting-shows-the-chart-alone-and-leaves-nothing", test_presenting);
  ADD_FILE_TEST ("/files/what-is-wrong-is-said-after-presenting", test_presented);
  ADD_FILE_TEST ("/files/the-menu-shortens-long-names", test_long_names);
  ADD_FILE_TEST ("/files/the-menu-has-what-is-still-there", test_menu);
  g_test_add_func ("/files/a-delimiter-is-typed", test_a_delimiter_is_typed);
  g_test_add ("/files/a-table-that-changes-is-read-again", FileFixture, NULL, set_up_file,
              test_a_table_that_changes_is_read_again, tear_down_file);
  g_test_add ("/files/what-cannot-be-opened-is-told", FileFixture, NULL, set_up_file,
              test_what_cannot_be_opened_is_told, tear_down_file);
  g_test_add ("/files/the-hint-is-for-new-readers/pinned", FileFixture, NULL, set_up_file,
              test_hint, tear_down_file);
  g_test_add ("/files/the-hint-is-for-new-readers/closed", FileFixture, "close", set_up_file,
              test_hint, tear_down_file);
}

int
main (int argc, char **argv)
{
  return run_file_tests (argc, argv, add_tests);
}
