/* Files in windows: reloaded when they change, and their problems shown while what they held before
 * stays. The real program's start and end are in test-files.py. */
#include "app/authoring/reading-page.h"
#include "app/chart-view/chart-panes.h"
#include "app/sidebar/sidebar.h"
#include "app/widgets/message-bar.h"
#include "chart/view/author-view.h"
#include "file-fixture.h"

static void
test_reloads (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
test_shows_problems (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window = open_file (fixture);

  go_to (window, "hard-line");
  break_file (fixture);
  wait_until_it_says (window, QM_TYPE_FILE_NOTICE, "“my_hard cases.json” has 1 problem.");
  g_assert_cmpstr (chart_of (window), ==, "hard-line");
  g_assert_false (is_seen (window, QM_TYPE_PROBLEMS));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-problems", "b", TRUE);
  settle ();
  g_assert_true (says (window, QM_TYPE_PROBLEMS, "“my_hard cases.json” has 1 problem"));
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

/* Whoever reads a text is told, too. */
static void
test_says_what_another_program_did (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window = open_file (fixture);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.text", NULL);
  settle ();
  break_file (fixture);
  wait_until_it_says (window, QM_TYPE_FILE_NOTICE, "has 1 problem");
  g_assert_true (is_seen (window, QM_TYPE_READING_PAGE));
}

static void
test_problems_give_way (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
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

/* One's own version is a step away from the file's. */
static void
test_taken_instead (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window = open_file (fixture);
  QmSession *session = qm_window_get_session (window);
  g_auto (QmView) view = qm_view_default;

  go_to (window, "hard-line");
  view.is_log = TRUE;
  qm_session_set_view (session, &view, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.keep-view", NULL);
  g_assert_true (qm_author_view (qm_session_get_chart (session))->is_log);

  write_changed (fixture, "Hard cases", "Harder cases");
  wait_until_it_says (window, QM_TYPE_FILE_NOTICE, "What you see is yours, and not saved.");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.revert", NULL);
  g_assert_cmpstr (title_of (window), ==, "Harder cases");
  g_assert_false (qm_author_view (qm_session_get_chart (session))->is_log);

  qm_session_undo (session);
  g_assert_cmpstr (title_of (window), ==, "Hard cases");
  g_assert_true (qm_author_view (qm_session_get_chart (session))->is_log);
  qm_session_redo (session);
  g_assert_cmpstr (title_of (window), ==, "Harder cases");
}

static void
test_deleted (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
test_opened_broken (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
test_not_there (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmWindow *window;

  g_unlink (fixture->path);
  window = open_file (fixture);
  g_assert_true (says (window, QM_TYPE_PROBLEMS, "“my_hard cases.json” cannot be shown"));
  g_assert_true (says (window, QM_TYPE_PROBLEMS, "There is no file"));
  write_file (fixture, fixture->text);
  wait_until_gone (window, QM_TYPE_PROBLEMS);
}

static void
test_more_problems_than_anybody_mends (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) text = g_string_new ("{\"quymo\": 1, \"claims\": [");
  QmWindow *window;

  for (int i = 0; i < 3000; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  write_file (fixture, text->str);
  window = open_file (fixture);
  g_assert_true (says (window, QM_TYPE_PROBLEMS, "there is something else 2800 more times"));
}

static void
read_clipboard_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copied (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
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

static void
add_tests (void)
{
  ADD_FILE_TEST ("/files/a-changed-file-is-reloaded-in-place", test_reloads);
  ADD_FILE_TEST ("/files/problems-are-shown-beside-the-last-good-version", test_shows_problems);
  ADD_FILE_TEST ("/files/problems-give-way-to-whatever-is-gone-to", test_problems_give_way);
  ADD_FILE_TEST ("/files/who-reads-a-text-is-told-of-the-file", test_says_what_another_program_did);
  ADD_FILE_TEST ("/files/what-the-file-has-is-taken-as-a-step", test_taken_instead);
  ADD_FILE_TEST ("/files/a-deleted-file-stays-usable", test_deleted);
  ADD_FILE_TEST ("/files/a-file-opened-broken-becomes-its-charts", test_opened_broken);
  ADD_FILE_TEST ("/files/a-file-that-is-not-there-is-waited-for", test_not_there);
  ADD_FILE_TEST ("/files/no-more-problems-than-anybody-mends",
                 test_more_problems_than_anybody_mends);
  ADD_FILE_TEST ("/files/problems-can-be-copied", test_copied);
}

int
main (int argc, char **argv)
{
  return run_file_tests (argc, argv, add_tests);
}
