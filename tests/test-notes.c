/* Notes of the reader's own in a real window, and messages of what can be taken back. */
#include "app/chart-view/chart-panes.h"
#include "app/controls/bookmarks-menu.h"
#include "app/evidence/evidence.h"
#include "app/session/session.h"
#include "app/widgets/access.h"
#include "app/widgets/message-bar.h"
#include "app/window/window.h"
#include "chart/view/view-json.h"
#include "load-dataset.h"
#include "window-fixture.h"

#define CLAIM "china-ai-infrastructure-2024"
#define UNCHANGED "{\"chart\":\"data-centre-gap\"}"
#define NOTED "{\"chart\":\"data-centre-gap\",\"call_outs\":{\"" CLAIM "\":\"a sixth\"}}"

static QmChartView *
front_of (WindowFixture *fixture)
{
  GtkWidget *panes = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_CHART_PANES);

  return qm_chart_panes_get_front (QM_CHART_PANES (panes));
}

/* Into the editor that has come up. */
static void
type_note (WindowFixture *fixture, const char *text)
{
  GtkWidget *panes = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_CHART_PANES);
  GtkWidget *field = find_widget (panes, GTK_TYPE_TEXT_VIEW);

  g_assert_nonnull (field);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), text, -1);
}

/* What a screen reader is told. */
static void
assert_announced (WindowFixture *fixture, const char *text)
{
  g_assert_cmpstr (qm_access_get_announced (GTK_WIDGET (fixture->window)), ==, text);
}

static void
test_highlight_and_note (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  show_chart (fixture, "data-centre-gap");
  activate (fixture, "view.focus", "s", CLAIM);
  activate (fixture, "view.highlight", "s", CLAIM);
  assert_announced (fixture, "Highlight: on");
  assert_view (fixture, "{\"chart\":\"data-centre-gap\","
                        "\"highlight\":\"china-ai-infrastructure-2024\"}");
  activate (fixture, "view.highlight", "s", CLAIM);
  assert_announced (fixture, "Highlight: off");
  assert_view (fixture, UNCHANGED);
  activate (fixture, "view.highlight", "s", "start-ups-on-chinese-models");
  assert_view (fixture, UNCHANGED);

  activate (fixture, "view.note", "s", CLAIM);
  type_note (fixture, "  a sixth \n\n of it ");
  press_button (fixture, "Done");
  assert_view (fixture, "{\"chart\":\"data-centre-gap\",\"call_outs\":"
                        "{\"china-ai-infrastructure-2024\":\"a sixth \\n\\n of it\"}}");
}

static void
add_note (WindowFixture *fixture)
{
  show_chart (fixture, "data-centre-gap");
  activate (fixture, "view.note", "s", CLAIM);
  type_note (fixture, "a sixth");
  press_button (fixture, "Done");
  assert_view (fixture, NOTED);
}

/* From the menu of a row, where the reader has not been at the chart yet. */
static void
test_a_note_before_the_chart_is_seen (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmLayout layout = qm_layout_default;

  tear_down_window (fixture, NULL);
  layout.page = "table";
  fixture->dataset = load_dataset (NULL);
  fixture->window = qm_window_new (NULL, fixture->dataset);
  qm_window_set_layout (fixture->window, &layout);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  settle ();
  g_assert_null (qm_chart_view_get_scene (front_of (fixture)));
  activate (fixture, "view.note", "s", CLAIM);
  settle ();
  type_note (fixture, "a sixth");
  press_button (fixture, "Done");
  assert_view (fixture, NOTED);
}

/* In the evidence each letter is written at once, and all of them are one step. */
static void
test_a_note_in_the_evidence (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *evidence = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_EVIDENCE);
  GtkWidget *field = find_widget (evidence, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));

  show_chart (fixture, "data-centre-gap");
  g_assert_null (find_labelled (evidence, "Note…"));
  qm_session_select (qm_window_get_session (fixture->window),
                     qm_dataset_find_claim (fixture->dataset, CLAIM));
  press_button (fixture, "Note…");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == field);
  gtk_text_buffer_insert_at_cursor (buffer, "a ", -1);
  gtk_text_buffer_insert_at_cursor (buffer, "sixth", -1);
  assert_view (fixture, NOTED);
  activate (fixture, "win.undo", NULL);
  assert_view (fixture, UNCHANGED);
  assert_announced (fixture, "Undone");
  activate (fixture, "win.redo", NULL);
  assert_view (fixture, NOTED);
  assert_announced (fixture, "Done again");
}

/* Where the note says that it was put, from its mark in parts of the picture; FALSE where it was
 * not. */
static gboolean
place_of_note (WindowFixture *fixture, double *across, double *down)
{
  const QmView *view = qm_session_get_view (qm_window_get_session (fixture->window));
  const QmCallOut *call_out = &g_array_index (view->call_outs, QmCallOut, 0);

  *across = call_out->across;
  *down = call_out->down;
  return call_out->is_placed;
}

/* The middle of the note as it is drawn. */
static QmPoint
middle_of_note (WindowFixture *fixture)
{
  const QmScene *scene = qm_chart_view_get_scene (front_of (fixture));
  const QmClaim *claim = qm_dataset_find_claim (fixture->dataset, CLAIM);
  double across, down;
  QmRect mark;

  g_assert_true (qm_chart_view_find_note (front_of (fixture), claim, &across, &down));
  g_assert_true (qm_chart_view_find_mark (front_of (fixture), claim, &mark));
  return (QmPoint) { qm_rect_centre (mark).x + across * qm_scene_get_width (scene),
                     qm_rect_centre (mark).y + down * qm_scene_get_height (scene) };
}

/* What a pointer does, without one. */
static void
drag_note (WindowFixture *fixture, QmPoint from, double dx, double dy)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (front_of (fixture)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (!GTK_IS_GESTURE_DRAG (controller))
      continue;
    g_signal_emit_by_name (controller, "drag-begin", from.x, from.y);
    for (int step = 1; step <= 4; step++)
      g_signal_emit_by_name (controller, "drag-update", dx * step / 4, dy * step / 4);
    g_signal_emit_by_name (controller, "drag-end", dx, dy);
  }
  settle ();
}

static void
test_a_double_click_edits_a_note (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GListModel) controllers = NULL;
  GtkWidget *panes = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_CHART_PANES);
  QmPoint middle;

  add_note (fixture);
  for (int i = 0; i < 10; i++)
    settle (); /* until the editor is gone */
  g_assert_null (find_widget (panes, GTK_TYPE_TEXT_VIEW));
  middle = middle_of_note (fixture);
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (front_of (fixture)));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_CLICK (controller) &&
        gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
      g_signal_emit_by_name (controller, "pressed", 2, middle.x, middle.y);
  }
  settle ();
  type_note (fixture, "a seventh");
  press_button (fixture, "Done");
  assert_view (fixture,
               "{\"chart\":\"data-centre-gap\",\"call_outs\":{\"" CLAIM "\":\"a seventh\"}}");
}

/* By keys from where it stands, by the pointer to where that lets it go; each way is one step. */
static void
test_notes_are_moved (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  double across, down, before;
  QmPoint from, to;

  add_note (fixture);
  g_assert_false (place_of_note (fixture, &across, &down));
  from = middle_of_note (fixture);
  drag_note (fixture, from, 240, 10);
  g_assert_true (place_of_note (fixture, &across, &down));
  to = middle_of_note (fixture);
  g_assert_cmpfloat_with_epsilon (to.x - from.x, 240, 2);
  g_assert_cmpfloat_with_epsilon (to.y - from.y, 10, 2);

  before = across;
  for (int i = 0; i < 3; i++)
    activate (fixture, "view.move-note", "(sdd)", CLAIM, -0.02, 0.0);
  place_of_note (fixture, &across, &down);
  g_assert_cmpfloat_with_epsilon (across, before - 0.06, 0.002);

  /* Beside it nothing is dragged. */
  drag_note (fixture, (QmPoint) { 4, 4 }, 100, 100);
  g_assert_cmpfloat_with_epsilon (across, before - 0.06, 0.002);
  activate (fixture, "win.undo", NULL);
  assert_view (fixture, NOTED);
}

static void
assert_said (WindowFixture *fixture, const char *text)
{
  GtkWidget *bar = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_MESSAGE_BAR);
  GtkLabel *label = GTK_LABEL (gtk_widget_get_template_child (bar, QM_TYPE_MESSAGE_BAR, "label"));

  g_assert_cmpstr (gtk_label_get_text (label), ==, text);
}

static void
test_notes_that_go_can_come_back (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  add_note (fixture);
  activate (fixture, "view.reset", NULL);
  assert_view (fixture, UNCHANGED);
  assert_said (fixture, "The chart is as the dataset has it; your note is gone");
  press_button (fixture, "Undo");
  assert_view (fixture, NOTED);

  activate (fixture, "view.note", "s", CLAIM);
  press_button (fixture, "Remove");
  assert_view (fixture, UNCHANGED);
  assert_said (fixture, "Your note is removed");
  press_button (fixture, "Undo");
  assert_view (fixture, NOTED);
}

static GtkWidget *
find_by_tooltip (GtkWidget *widget, const char *tooltip)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_by_tooltip (child, tooltip);
  return found;
}

static void
assert_bookmarks (WindowFixture *fixture, const char *names)
{
  QmBookmarks *bookmarks = qm_window_get_bookmarks (fixture->window);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < qm_bookmarks_get_n (bookmarks); i++)
    g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", qm_bookmarks_get (bookmarks, i)->name);
  g_assert_cmpstr (found->str, ==, names);
}

/* Its name is selected, so that another can be typed over it. */
static GtkEditable *
open_bookmarks (WindowFixture *fixture)
{
  GtkWidget *menu = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_BOOKMARKS_MENU);
  GtkEditable *name =
      GTK_EDITABLE (gtk_widget_get_template_child (menu, QM_TYPE_BOOKMARKS_MENU, "name"));
  int start, end;

  activate (fixture, "win.bookmark", NULL);
  g_assert_true (gtk_editable_get_selection_bounds (name, &start, &end));
  g_assert_cmpint (start, ==, 0);
  g_assert_cmpint (end, ==, g_utf8_strlen (gtk_editable_get_text (name), -1));
  return name;
}

static void
keep_bookmark (WindowFixture *fixture, const char *name)
{
  gtk_editable_set_text (open_bookmarks (fixture), name);
  press_button (fixture, "Keep");
}

static void
test_bookmarks_can_be_put_back (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmBookmarks *bookmarks = qm_window_get_bookmarks (fixture->window);
  GtkWidget *menu = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_BOOKMARKS_MENU);

  show_chart (fixture, "data-centre-gap");
  keep_bookmark (fixture, "a");
  keep_bookmark (fixture, "b");
  assert_bookmarks (fixture, "a|b");
  press_button (fixture, "Undo");
  assert_bookmarks (fixture, "a");

  /* Kept anew under the same name: it is what it was. */
  show_chart (fixture, "design-arena");
  keep_bookmark (fixture, " a ");
  g_assert_cmpstr (qm_bookmarks_get (bookmarks, 0)->view, ==, "{\"chart\":\"design-arena\"}");
  press_button (fixture, "Undo");
  assert_bookmarks (fixture, "a");
  g_assert_cmpstr (qm_bookmarks_get (bookmarks, 0)->view, ==, UNCHANGED);

  open_bookmarks (fixture);
  g_signal_emit_by_name (find_by_tooltip (menu, "Remove bookmark"), "clicked");
  assert_bookmarks (fixture, "");
  assert_said (fixture, "Bookmark “a” removed");
  press_button (fixture, "Undo");
  assert_bookmarks (fixture, "a");
}

/* A window that goes while they are open leaves nothing of them. */
static void
test_bookmarks_go_with_the_window (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *menu = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_BOOKMARKS_MENU);
  GtkWidget *popover = find_widget (menu, GTK_TYPE_POPOVER);

  g_object_add_weak_pointer (G_OBJECT (popover), (gpointer *) &popover);
  open_bookmarks (fixture);
  g_assert_true (gtk_widget_get_mapped (popover));
  tear_down_window (fixture, NULL);
  g_assert_null (popover);
  set_up_window (fixture, NULL);
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  add_window_test ("/notes/highlight-and-note", test_highlight_and_note);
  add_window_test ("/notes/are-written-before-the-chart-is-seen",
                   test_a_note_before_the_chart_is_seen);
  add_window_test ("/notes/are-written-in-the-evidence", test_a_note_in_the_evidence);
  add_window_test ("/notes/are-edited-by-a-double-click", test_a_double_click_edits_a_note);
  add_window_test ("/notes/are-moved", test_notes_are_moved);
  add_window_test ("/notes/that-go-can-come-back", test_notes_that_go_can_come_back);
  add_window_test ("/bookmarks/can-be-put-back", test_bookmarks_can_be_put_back);
  add_window_test ("/bookmarks/go-with-the-window", test_bookmarks_go_with_the_window);
  return g_test_run ();
}
