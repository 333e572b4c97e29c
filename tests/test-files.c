/* Files in windows: opened once, reloaded when they change, and their problems shown while what
 * they held before stays. The real program's start and end are in test-files.py. */
#include "app/chart-view/chart-panes.h"
#include "app/files/file-notice.h"
#include "app/files/hint.h"
#include "app/files/open-menu.h"
#include "app/files/opening.h"
#include "app/files/problems.h"
#include "app/sidebar/sidebar.h"
#include "app/widgets/message-bar.h"
#include "base/language.h"
#include "export/export.h"
#include "state-folder.h"
#include "ui-resource.h"
#include "window-fixture.h"

#include <string.h>

/* Milliseconds in which anything is over. */
#define PATIENCE 10000

static char *folder; /* of all tests */

typedef struct {
  GtkApplication *application;
  char *path;
  char *text; /* of a good dataset */
  GFile *file;
} Fixture;

static void
write_file (Fixture *fixture, const char *text)
{
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

/* The good dataset, with one text in place of another. */
static void
write_changed (Fixture *fixture, const char *from, const char *to)
{
  g_autoptr (GString) text = g_string_new (fixture->text);

  g_assert_cmpuint (g_string_replace (text, from, to, 0), >=, 1);
  write_file (fixture, text->str);
}

static void
break_file (Fixture *fixture)
{
  write_changed (fixture, "\"unit\": \"percent\"", "\"unit\": \"elbows\"");
}

/* GTK keeps one that ran: the next has another name. */
static void
start_application (Fixture *fixture)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("io.github.quymo.Test%d", number++);

  fixture->application = gtk_application_new (name, G_APPLICATION_DEFAULT_FLAGS);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
}

static void
stop_application (Fixture *fixture)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (fixture->application)) != NULL) {
    gtk_window_close (windows->data);
    settle ();
  }
  qm_opening_save (fixture->application);
  g_clear_object (&fixture->application);
  g_application_set_default (NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *good = g_test_build_filename (G_TEST_DIST, "data/hard-cases.json", NULL);

  forget_state ();
  g_assert_true (g_file_get_contents (good, &fixture->text, NULL, NULL));
  fixture->path = g_build_filename (folder, "my_hard cases.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  write_file (fixture, fixture->text);
  start_application (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  stop_application (fixture);
  g_unlink (fixture->path);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->text);
}

static guint
count_windows (Fixture *fixture)
{
  return g_list_length (gtk_application_get_windows (fixture->application));
}

/* The window last opened. */
static QmWindow *
the_window (Fixture *fixture)
{
  GList *windows = gtk_application_get_windows (fixture->application);

  g_assert_nonnull (windows);
  return QM_WINDOW (windows->data);
}

static QmWindow *
open_file (Fixture *fixture)
{
  QmWindow *window;

  qm_opening_open (fixture->application, NULL, &fixture->file, 1);
  window = the_window (fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  settle ();
  return window;
}

/* --- What can be seen --- */

static gboolean
is_seen (QmWindow *window, GType type)
{
  GtkWidget *widget = find_widget (GTK_WIDGET (window), type);

  /* A notice is there without anything in it. */
  if (QM_IS_FILE_NOTICE (widget))
    widget = gtk_widget_get_first_child (widget);
  return widget != NULL && gtk_widget_get_mapped (widget);
}

/* What there is to read in the first widget of that type, "" where there is none to be seen. */
static char *
read_texts (QmWindow *window, GType type)
{
  GtkWidget *widget = find_widget (GTK_WIDGET (window), type);
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GPtrArray) widgets = g_ptr_array_new ();

  g_ptr_array_add (widgets, widget);
  while (widgets->len > 0) {
    GtkWidget *next = g_ptr_array_steal_index (widgets, 0);

    if (next == NULL || !gtk_widget_get_mapped (next))
      continue;
    if (GTK_IS_LABEL (next))
      g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (next)));
    if (GTK_IS_TEXT_VIEW (next)) {
      g_autofree char *text = NULL;

      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (next)), "text", &text, NULL);
      g_string_append (texts, text);
    }
    for (GtkWidget *child = gtk_widget_get_first_child (next); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      g_ptr_array_add (widgets, child);
  }
  return g_string_free (g_steal_pointer (&texts), FALSE);
}

static gboolean
says (QmWindow *window, GType type, const char *part)
{
  g_autofree char *texts = read_texts (window, type);

  return strstr (texts, part) != NULL;
}

static void
wait_until_it_says (QmWindow *window, GType type, const char *part)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_MILLISECOND;

  while (!says (window, type, part) && g_get_monotonic_time () < end)
    settle ();
  g_assert_true (says (window, type, part));
}

static void
wait_until_gone (QmWindow *window, GType type)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_MILLISECOND;

  while (is_seen (window, type) && g_get_monotonic_time () < end)
    settle ();
  g_assert_false (is_seen (window, type));
}

static const char *
chart_of (QmWindow *window)
{
  return qm_session_get_chart (qm_window_get_session (window))->id;
}

static const char *
title_of (QmWindow *window)
{
  return qm_text_get (qm_session_get_dataset (qm_window_get_session (window))->title);
}

/* The first button that does that. */
static gboolean
is_offered (QmWindow *window, const char *action)
{
  g_autoptr (GPtrArray) widgets = g_ptr_array_new ();

  g_ptr_array_add (widgets, window);
  while (widgets->len > 0) {
    GtkWidget *next = g_ptr_array_steal_index (widgets, 0);

    if (GTK_IS_BUTTON (next) &&
        g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (next)), action) == 0)
      return gtk_widget_get_mapped (next) && gtk_widget_is_sensitive (next);
    for (GtkWidget *child = gtk_widget_get_first_child (next); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      g_ptr_array_add (widgets, child);
  }
  g_assert_not_reached ();
}

/* --- Reloading --- */

static void
go_to (QmWindow *window, const char *chart)
{
  QmSession *session = qm_window_get_session (window);

  qm_session_show_chart (session, qm_dataset_find_chart (qm_session_get_dataset (session), chart));
  settle ();
}

static void
test_reloads (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window = open_file (fixture);
  QmSession *session = qm_window_get_session (window);
  g_autofree char *selected = NULL;
  g_auto (QmView) view = qm_view_default;

  go_to (window, "hard-line");
  view.is_log = TRUE;
  qm_session_set_view (session, &view, NULL);
  qm_session_select (session, qm_session_get_chart (session)->panels[0].claims[0]);
  selected = g_strdup (qm_session_get_selected (session)->id);
  g_assert_false (is_seen (window, QM_TYPE_MESSAGE_BAR));

  write_changed (fixture, "Hard cases", "Harder cases");
  wait_until_it_says (window, QM_TYPE_MESSAGE_BAR, "“my_hard cases.json” was reloaded");
  g_assert_true (qm_window_get_session (window) == session);
  g_assert_cmpstr (title_of (window), ==, "Harder cases");
  g_assert_cmpstr (chart_of (window), ==, "hard-line");
  g_assert_true (qm_session_get_view (session)->is_log);
  g_assert_cmpstr (qm_session_get_selected (session)->id, ==, selected);
  g_assert_true (qm_session_can_undo (session));
  g_assert_false (is_seen (window, QM_TYPE_FILE_NOTICE));
}

/* The first place that is marked is that. */
static void
assert_marked (QmWindow *window, const char *expected)
{
  GtkWidget *view =
      find_widget (find_widget (GTK_WIDGET (window), QM_TYPE_PROBLEMS), GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextTag *mark = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "mark");
  g_autofree char *marked = NULL;
  GtkTextIter from, to;

  gtk_text_buffer_get_start_iter (buffer, &from);
  g_assert_true (gtk_text_iter_forward_to_tag_toggle (&from, mark));
  to = from;
  g_assert_true (gtk_text_iter_forward_to_tag_toggle (&to, mark));
  marked = gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
  g_assert_cmpstr (marked, ==, expected);
}

static void
test_shows_problems (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window = open_file (fixture);

  go_to (window, "hard-line");
  break_file (fixture);
  wait_until_it_says (window, QM_TYPE_FILE_NOTICE, "my_hard cases.json has 1 problem.");
  g_assert_cmpstr (chart_of (window), ==, "hard-line");
  g_assert_false (is_seen (window, QM_TYPE_PROBLEMS));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-problems", "b", TRUE);
  settle ();
  g_assert_true (says (window, QM_TYPE_PROBLEMS, "my_hard cases.json has 1 problem"));
  g_assert_true (says (window, QM_TYPE_PROBLEMS, "Line 22, column 47 /measures/1/unit\n"));
  g_assert_true (
      says (window, QM_TYPE_PROBLEMS,
            "\n    { \"id\": \"share\", \"name\": \"Share\", \"unit\": \"elbows\" },\n"));
  assert_marked (window, "\"elbows\"");
  g_assert_false (is_seen (window, QM_TYPE_FILE_NOTICE));
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-problems", "b", FALSE);
  settle ();
  g_assert_false (is_seen (window, QM_TYPE_PROBLEMS));
  g_assert_true (is_seen (window, QM_TYPE_FILE_NOTICE));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_focus (GTK_WINDOW (window)))),
                   ==, "Show problems");

  write_file (fixture, fixture->text);
  wait_until_gone (window, QM_TYPE_FILE_NOTICE);
  g_assert_cmpstr (chart_of (window), ==, "hard-line");
}

static void
test_problems_give_way (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window = open_file (fixture);

  break_file (fixture);
  wait_until_it_says (window, QM_TYPE_FILE_NOTICE, "has 1 problem");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-problems", "b", TRUE);
  go_to (window, "hard-ranks");
  g_assert_false (is_seen (window, QM_TYPE_PROBLEMS));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-problems", "b", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "sources");
  settle ();
  g_assert_false (is_seen (window, QM_TYPE_PROBLEMS));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-problems", "b", TRUE);
  write_changed (fixture, "Hard cases", "Mended cases");
  wait_until_gone (window, QM_TYPE_PROBLEMS);
  g_assert_cmpstr (title_of (window), ==, "Mended cases");
  g_assert_false (is_seen (window, QM_TYPE_FILE_NOTICE));
}

static void
test_deleted (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window = open_file (fixture);

  g_unlink (fixture->path);
  wait_until_it_says (window, QM_TYPE_FILE_NOTICE, "“my_hard cases.json” is no longer there.");
  g_assert_false (says (window, QM_TYPE_FILE_NOTICE, "Show problems"));
  go_to (window, "hard-ranks");
  write_file (fixture, fixture->text);
  wait_until_gone (window, QM_TYPE_FILE_NOTICE);
  g_assert_cmpstr (chart_of (window), ==, "hard-ranks");
}

static void
test_opened_broken (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const actions[] = { "win.toggle-sidebar", "win.toggle-evidence",
                                         "win.export",         "win.copy-image",
                                         "win.undo",           "win.redo",
                                         "win.next-pane" };
  QmWindow *window;

  break_file (fixture);
  window = open_file (fixture);
  g_assert_null (qm_window_get_session (window));
  g_assert_true (says (window, QM_TYPE_PROBLEMS, "has 1 problem"));
  assert_marked (window, "\"elbows\"");
  g_assert_false (says (window, QM_TYPE_PROBLEMS, "Back to the chart"));
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
  settle ();
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  g_assert_true (is_seen (window, QM_TYPE_PROBLEMS));
  g_assert_false (is_seen (window, QM_TYPE_SIDEBAR));
  g_assert_false (is_offered (window, "win.export"));
  g_assert_false (is_offered (window, "win.toggle-sidebar"));

  write_file (fixture, "{");
  wait_until_it_says (window, QM_TYPE_PROBLEMS, "Line 1, column 2");
  assert_marked (window, " ");
  write_file (fixture, fixture->text);
  wait_until_gone (window, QM_TYPE_PROBLEMS);
  g_assert_cmpstr (title_of (window), ==, "Hard cases");
  g_assert_true (is_seen (window, QM_TYPE_CHART_PANES));
  g_assert_true (is_seen (window, GTK_TYPE_LIST_BOX_ROW));
  g_assert_true (is_offered (window, "win.export"));
  g_assert_true (is_offered (window, "win.toggle-sidebar"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
  settle ();
  g_assert_false (is_seen (window, QM_TYPE_SIDEBAR));
}

static void
test_not_there (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window;

  g_unlink (fixture->path);
  window = open_file (fixture);
  g_assert_true (says (window, QM_TYPE_PROBLEMS, "“my_hard cases.json” cannot be shown"));
  g_assert_true (says (window, QM_TYPE_PROBLEMS, "there is no file"));
  write_file (fixture, fixture->text);
  wait_until_gone (window, QM_TYPE_PROBLEMS);
}

static void
test_more_problems_than_anybody_mends (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) text = g_string_new ("{\"quymo\": 1, \"claims\": [");
  QmWindow *window;

  for (int i = 0; i < 3000; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  write_file (fixture, text->str);
  window = open_file (fixture);
  g_assert_true (says (window, QM_TYPE_PROBLEMS, "… and "));
}

static void
read_clipboard_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copied (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window;
  g_autofree char *text = NULL;
  GtkWidget *page, *copy;

  break_file (fixture);
  window = open_file (fixture);
  page = find_widget (GTK_WIDGET (window), QM_TYPE_PROBLEMS);
  copy = find_widget (page, GTK_TYPE_BUTTON);
  while (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (copy)), "Copy as text") != 0)
    copy = gtk_widget_get_next_sibling (copy);
  g_signal_emit_by_name (copy, "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (copy), NULL, read_clipboard_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (text, "my_hard cases.json:22:47: /measures/1/unit: expected"));
  g_assert_nonnull (strstr (text, "\n    22 |     { \"id\": \"share\""));
  g_assert_true (g_str_has_suffix (text, "   ^~~~~~~~\n"));

  /* The message about it lies over the page. */
  wait_until_it_says (window, QM_TYPE_MESSAGE_BAR, "Problems copied");
  g_assert_true (QM_IS_MESSAGE_BAR (gtk_widget_get_next_sibling (page)));
}

/* --- Opening --- */

static void
test_opened_once (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
test_opened_in_place (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
test_broken_beside_what_is_shown (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
  wait_until_it_says (window, QM_TYPE_MESSAGE_BAR, "my_hard cases.json:1:2:");

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

/* --- The next start --- */

static void
test_the_next_start (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
test_the_last_file_is_gone (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
  g_autoptr (GBytes) bytes =
      qm_export_chart (QM_FORMAT_PNG, dataset, qm_dataset_find_chart (dataset, chart),
                       &qm_view_default, &look, NULL);
  const char *contents = g_bytes_get_data (bytes, &length);

  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

/* It is a dataset of one chart, and a file like any other. */
static void
test_a_picture (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
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

/* Whatever a window without charts looks like, the next one is as the last one with them. */
static void
test_problems_leave_the_layout (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
  g_assert_true (layout.is_sidebar_open && layout.is_evidence_open);
  g_assert_cmpint (layout.width, ==, 1100);
}

/* --- Presenting --- */

/* Nobody in a hall wants to see what is wrong with a file, and nobody comes back to a window that
 * has nothing but a chart. */
static void
test_presenting (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
test_presented (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
create_menu (Fixture *fixture)
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
test_long_names (Fixture *fixture G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
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
test_menu (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
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

static void
test_hint (Fixture *fixture, gconstpointer close)
{
  QmWindow *window = open_file (fixture);
  QmSession *session = qm_window_get_session (window);

  wait_until_it_says (window, QM_TYPE_HINT, "Point at a mark");
  qm_opening_show_built_in (fixture->application);
  settle ();
  g_assert_false (is_seen (the_window (fixture), QM_TYPE_HINT));

  if (close != NULL)
    g_signal_emit_by_name (
        find_widget (find_widget (GTK_WIDGET (window), QM_TYPE_HINT), GTK_TYPE_BUTTON), "clicked");
  else
    qm_session_select (session, qm_session_get_chart (session)->panels[0].claims[0]);
  settle ();
  g_assert_false (is_seen (window, QM_TYPE_HINT));
  stop_application (fixture);

  start_application (fixture);
  g_assert_false (is_seen (open_file (fixture), QM_TYPE_HINT));
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  int result;

  folder = g_dir_make_tmp ("quymo-XXXXXX", NULL);
  use_state_folder ();
  g_setenv ("G_ENABLE_DIAGNOSTIC", "1", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  qm_language_init ();
  qm_ui_register_resource ();

  ADD ("/files/a-changed-file-is-reloaded-in-place", test_reloads);
  ADD ("/files/problems-are-shown-beside-the-last-good-version", test_shows_problems);
  ADD ("/files/problems-give-way-to-whatever-is-gone-to", test_problems_give_way);
  ADD ("/files/a-deleted-file-stays-usable", test_deleted);
  ADD ("/files/a-file-opened-broken-becomes-its-charts", test_opened_broken);
  ADD ("/files/a-file-that-is-not-there-is-waited-for", test_not_there);
  ADD ("/files/no-more-problems-than-anybody-mends", test_more_problems_than_anybody_mends);
  ADD ("/files/problems-can-be-copied", test_copied);
  ADD ("/files/a-file-is-open-once", test_opened_once);
  ADD ("/files/a-file-takes-the-place-of-another", test_opened_in_place);
  ADD ("/files/a-broken-file-leaves-the-window-as-it-is", test_broken_beside_what_is_shown);
  ADD ("/files/the-next-start-is-where-the-last-one-ended", test_the_next_start);
  ADD ("/files/the-last-file-may-be-gone", test_the_last_file_is_gone);
  ADD ("/files/a-picture-is-a-file-like-any-other", test_a_picture);
  ADD ("/files/problems-leave-the-layout-alone", test_problems_leave_the_layout);
  ADD ("/files/presenting-shows-the-chart-alone-and-leaves-nothing", test_presenting);
  ADD ("/files/what-is-wrong-is-said-after-presenting", test_presented);
  ADD ("/files/the-menu-shortens-long-names", test_long_names);
  ADD ("/files/the-menu-has-what-is-still-there", test_menu);
  g_test_add ("/files/the-hint-is-for-new-readers/pinned", Fixture, NULL, set_up, test_hint,
              tear_down);
  g_test_add ("/files/the-hint-is-for-new-readers/closed", Fixture, "close", set_up, test_hint,
              tear_down);
  result = g_test_run ();
  remove_state_folder ();
  g_rmdir (folder);
  g_free (folder);
  return result;
}
