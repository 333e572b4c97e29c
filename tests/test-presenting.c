/* Presenting in process: what can be seen and heard of it, and that everything is as it was
 * afterwards. Real keys and the real pointer are in test-presenting.py. */
#include "app/chart-view/chart-view.h"
#include "app/files/layout.h"
#include "app/presenting/presentation.h"
#include "app/widgets/access.h"
#include "app/widgets/message-bar.h"
#include "window-fixture.h"

static gboolean
act (WindowFixture *fixture, const char *action)
{
  gboolean is_done = gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);

  settle ();
  return is_done;
}

/* Where no window manager makes the window full, as here, its header bar is still there. */
static void
test_nothing_but_the_chart (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *all = gtk_window_get_child (GTK_WINDOW (window));
  GtkWidget *view = find_widget (window, QM_TYPE_CHART_VIEW);

  g_assert_cmpint (gtk_widget_get_width (view), <, gtk_widget_get_width (all) - 400);
  g_assert_true (act (fixture, "win.present"));
  g_assert_cmpint (gtk_widget_get_width (view), ==, gtk_widget_get_width (all));
  g_assert_cmpint (gtk_widget_get_height (view), ==, gtk_widget_get_height (all));

  /* Of the size of this screen, as the style sheet knows it. */
  g_assert_true (gtk_widget_has_css_class (window, "presenting"));
  g_assert_true (gtk_widget_has_css_class (window, "huge"));

  /* Nor does a key bring up more. */
  act (fixture, "win.toggle-sidebar");
  act (fixture, "win.toggle-evidence");
  act (fixture, "win.find");
  act (fixture, "win.next-pane");
  g_assert_cmpint (gtk_widget_get_width (view), ==, gtk_widget_get_width (all));
}

static void
test_all_is_as_it_was (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  QmLayout before, meanwhile, after;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "table");
  act (fixture, "win.toggle-evidence");
  qm_window_get_layout (fixture->window, &before);
  g_assert_cmpstr (before.page, ==, "table");
  g_assert_false (before.is_evidence_open);

  /* Also for who leaves the program now. */
  act (fixture, "win.present");
  qm_window_get_layout (fixture->window, &meanwhile);
  g_assert_true (qm_layout_equal (&before, &meanwhile));

  act (fixture, "win.present");
  qm_window_get_layout (fixture->window, &after);
  g_assert_true (qm_layout_equal (&before, &after));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (window), "presenting"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (window), "huge"));
  g_assert_true (act (fixture, "win.toggle-sidebar"));
}

static void
assert_heard (GtkWidget *widget, const char *words)
{
  g_assert_cmpstr (qm_access_get_announced (widget), ==, words);
}

static void
test_is_listened_to (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  GtkWidget *presentation = find_widget (GTK_WIDGET (window), QM_TYPE_PRESENTATION);
  GtkWidget *row;

  act (fixture, "win.present");
  g_assert_true (gtk_window_get_focus (window) == presentation);
  assert_heard (presentation, "1 of 15. America’s data-centre lead over China");
  act (fixture, "win.present");

  show_chart (fixture, "design-arena");
  act (fixture, "win.present");
  g_assert_true (gtk_window_get_focus (window) == presentation);
  assert_heard (presentation, "4 of 15. Chinese models hold the top 16 places among open models");
  show_chart (fixture, "timeline");
  act (fixture, "win.present");
  row = gtk_window_get_focus (window);
  g_assert_true (GTK_IS_LIST_BOX_ROW (row));
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));
}

/* A list that is not seen would be spoken of. */
static void
test_the_list_keeps_quiet (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *list = find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (list));

  g_assert_nonnull (row);
  act (fixture, "win.present");
  show_chart (fixture, "timeline");
  g_assert_true (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)) == row);
  act (fixture, "win.present");
  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (list));
  g_assert_cmpint (gtk_list_box_row_get_index (row), ==, 14);
}

/* In the order of the list, beginning with the first where the chart in front is none of them. */
static void
test_only_what_is_chosen (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = qm_window_get_session (fixture->window);
  GtkWidget *presentation = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_PRESENTATION);

  qm_session_choose (session, qm_dataset_find_chart (fixture->dataset, "timeline"), TRUE);
  qm_session_choose (session, qm_dataset_find_chart (fixture->dataset, "design-arena"), TRUE);
  act (fixture, "win.present");
  assert_heard (presentation, "1 of 2. Chinese models hold the top 16 places among open models");
  g_assert_cmpstr (qm_session_get_chart (session)->id, ==, "design-arena");
}

/* At once, whatever GTK has drawn or said of the pointer so far. */
static void
test_a_black_screen_takes_the_pointer (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  QmChartView *view = QM_CHART_VIEW (find_widget (window, QM_TYPE_CHART_VIEW));
  QmRect mark;
  graphene_point_t at;

  act (fixture, "win.present");
  mark = qm_scene_get_marks (qm_chart_view_get_scene (view), &(gsize) { 0 })[0].bounds;
  at = GRAPHENE_POINT_INIT ((float) (mark.x + mark.width / 2), (float) (mark.y + mark.height / 2));
  g_signal_emit_by_name (find_motion (GTK_WIDGET (view)), "motion", (double) at.x, (double) at.y);
  g_assert_cmpint (qm_chart_view_get_shown_mark (view), ==, 0);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (view), window, &at, &at));
  for (int i = 0; i < 2; i++) {
    GtkWidget *picked;

    press_key (window, GDK_KEY_b);
    picked = gtk_widget_pick (window, at.x, at.y, GTK_PICK_DEFAULT);
    g_assert_cmpint (qm_chart_view_get_shown_mark (view), ==, -1);
    g_assert_true ((picked == GTK_WIDGET (view)) == (i == 1));
  }
}

static void
test_messages_wait (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *bar = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_MESSAGE_BAR);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.message", "s", "before");
  settle ();
  g_assert_true (gtk_widget_get_visible (bar));
  act (fixture, "win.present");
  g_assert_false (gtk_widget_get_visible (bar));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.message", "s", "meanwhile");
  settle ();
  g_assert_false (gtk_widget_get_visible (bar));
  act (fixture, "win.present");
  g_assert_true (gtk_widget_get_visible (bar));
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  add_window_test ("/presenting/shows-nothing-but-the-chart", test_nothing_but_the_chart);
  add_window_test ("/presenting/all-is-as-it-was", test_all_is_as_it_was);
  add_window_test ("/presenting/is-listened-to", test_is_listened_to);
  add_window_test ("/presenting/the-list-keeps-quiet", test_the_list_keeps_quiet);
  add_window_test ("/presenting/only-what-is-chosen", test_only_what_is_chosen);
  add_window_test ("/presenting/a-black-screen-takes-the-pointer",
                   test_a_black_screen_takes_the_pointer);
  add_window_test ("/presenting/messages-wait", test_messages_wait);
  return g_test_run ();
}
