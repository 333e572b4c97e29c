/* The controls of a chart's view in a real window: each changes the one view, and shows it. */
#include "app/chart-view/chart-panes.h"
#include "app/controls/named-choice.h"
#include "app/evidence/evidence.h"
#include "app/session/session.h"
#include "app/widgets/access.h"
#include "app/window/window.h"
#include "chart/view/view-json.h"
#include "chart/view/view-offers.h"
#include "controls-fixture.h"

static void
choose (WindowFixture *fixture, const char *name, guint choice)
{
  qm_named_choice_set_selected (QM_NAMED_CHOICE (control (fixture, name)), choice);
  settle ();
}

static guint
chosen (WindowFixture *fixture, const char *name)
{
  return qm_named_choice_get_selected (QM_NAMED_CHOICE (control (fixture, name)));
}

static void
toggle (WindowFixture *fixture, const char *name, gboolean is_active)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (control (fixture, name)), is_active);
  settle ();
}

static void
test_choices (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  show_chart (fixture, "data-centre-gap");
  assert_view (fixture, "{\"chart\":\"data-centre-gap\"}");
  choose (fixture, "relative_to", 2);
  assert_view (fixture, "{\"chart\":\"data-centre-gap\",\"relative_to\":\"china\"}");
  choose (fixture, "order", 2);
  assert_view (fixture, "{\"chart\":\"data-centre-gap\",\"relative_to\":\"china\","
                        "\"order\":\"smallest-first\"}");
  activate (fixture, "win.undo", NULL);
  g_assert_cmpuint (chosen (fixture, "order"), ==, 0);
  activate (fixture, "win.undo", NULL);
  g_assert_cmpuint (chosen (fixture, "relative_to"), ==, 0);
  choose (fixture, "measure", 1);
  assert_view (fixture, "{\"chart\":\"data-centre-gap\",\"measure\":\"ai-infrastructure\"}");
  g_assert_true (gtk_widget_get_visible (control (fixture, "reset")));
  activate (fixture, "view.reset", NULL);
  assert_view (fixture, "{\"chart\":\"data-centre-gap\"}");
  g_assert_false (gtk_widget_get_visible (control (fixture, "reset")));
}

/* A chart has the controls of what it offers, and no others. */
static void
test_offers (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const names[] = { "measure", "relative_to", "order",
                                       "log",     "year_box",    "zoom_box" };

  for (gsize i = 0; i < fixture->dataset->n_charts; i++) {
    const QmChart *chart = &fixture->dataset->charts[i];
    const QmViewOffers *offers = qm_view_offers (chart);
    const gboolean is_offered[] = { offers->measures->len > 0,   offers->relative_to->len > 0,
                                    offers->has_order,           offers->has_log,
                                    offers->year_from.year != 0, offers->from.year != 0 };

    show_chart (fixture, chart->id);
    for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
      g_assert_cmpint (gtk_widget_get_visible (control (fixture, names[j])), ==, is_offered[j]);
  }
}

static void
test_line (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkRange *year;

  show_chart (fixture, "industrial-share");
  toggle (fixture, "log", TRUE);
  assert_view (fixture, "{\"chart\":\"industrial-share\",\"scale\":\"log\"}");
  activate (fixture, "win.undo", NULL);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (control (fixture, "log"))));

  toggle (fixture, "year_on", TRUE);
  year = GTK_RANGE (control (fixture, "year"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (year)));
  for (int month = 1; month <= 24; month++)
    gtk_range_set_value (year, 2025 + month / 12.0);
  settle ();
  assert_view (fixture, "{\"chart\":\"industrial-share\",\"year\":\"2027\"}");
  /* However far the slider was moved, it is one step. */
  activate (fixture, "win.undo", NULL);
  assert_view (fixture, "{\"chart\":\"industrial-share\",\"year\":\"2025\"}");
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (year), 2025, 0.01);
  /* Its figures are of years. */
  gtk_range_set_value (year, 2026.4);
  settle ();
  assert_view (fixture, "{\"chart\":\"industrial-share\",\"year\":\"2026\"}");
}

/* The words that are seen on it, or NULL. */
static const char *
words_on_widget (GtkWidget *widget)
{
  const char *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = words_on_widget (child);
  return found;
}

static const char *
words_on (WindowFixture *fixture, const char *name)
{
  return words_on_widget (control (fixture, name));
}

static void
resize (WindowFixture *fixture, int width)
{
  GtkWidget *widget = GTK_WIDGET (fixture->window);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 500);
  /* But for its frame. */
  for (int i = 0; i < 50 && ABS (gtk_widget_get_width (widget) - width) > 10; i++)
    settle ();
  g_assert_cmpint (ABS (gtk_widget_get_width (widget) - width), <=, 10);
}

static void
test_say_what_is_chosen (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  resize (fixture, 1500);
  show_chart (fixture, "data-centre-gap");
  g_assert_cmpstr (words_on (fixture, "measure"), ==, "Measure: all");
  g_assert_cmpstr (words_on (fixture, "relative_to"), ==, "Figures: absolute");
  g_assert_cmpstr (words_on (fixture, "order"), ==, "Order: as given");
  g_assert_cmpstr (words_on (fixture, "entities"), ==, "Entities: all");
  choose (fixture, "relative_to", 2);
  g_assert_cmpstr (words_on (fixture, "relative_to"), ==, "Figures: China = 1");
  activate (fixture, "view.reset", NULL);
  activate (fixture, "view.hide", "s", "china");
  g_assert_cmpstr (words_on (fixture, "entities"), ==, "Entities: 1 of 2");
  activate (fixture, "win.undo", NULL);
  g_assert_cmpstr (words_on (fixture, "entities"), ==, "Entities: all");

  show_chart (fixture, "industrial-share");
  g_assert_cmpstr (words_on (fixture, "year_box"), ==, "Read off at: no year");
  toggle (fixture, "year_on", TRUE);
  g_assert_cmpstr (words_on (fixture, "year_box"), ==, "Read off at: 2025");
}

static GtkCheckButton *
check_of (WindowFixture *fixture, const char *name)
{
  GtkWidget *button = gtk_widget_get_first_child (control (fixture, "entity_list"));

  while (button != NULL &&
         !g_str_equal (gtk_check_button_get_label (GTK_CHECK_BUTTON (button)), name))
    button = gtk_widget_get_next_sibling (button);
  g_assert_nonnull (button);
  return GTK_CHECK_BUTTON (button);
}

static void
test_entities (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkCheckButton *china, *us;

  show_chart (fixture, "europe-genai");
  gtk_menu_button_popup (GTK_MENU_BUTTON (control (fixture, "entities")));
  us = check_of (fixture, "United States");
  china = check_of (fixture, "Europe");
  gtk_check_button_set_active (china, FALSE);
  assert_view (fixture, "{\"chart\":\"europe-genai\",\"hidden\":[\"europe\"]}");
  /* Something has to be left. */
  gtk_check_button_set_active (us, FALSE);
  g_assert_true (gtk_check_button_get_active (us));
  assert_view (fixture, "{\"chart\":\"europe-genai\",\"hidden\":[\"europe\"]}");
  activate (fixture, "view.hide", "s", "europe");
  g_assert_true (gtk_check_button_get_active (china));
  assert_view (fixture, "{\"chart\":\"europe-genai\"}");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (control (fixture, "entities")));
}

/* Where the name of the entity stands in the chart. */
static QmPoint
place_of_name (QmChartView *view, const char *id)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (qm_chart_view_get_scene (view), &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].target == QM_TARGET_NAME &&
        g_str_equal (((const QmEntity *) shapes[i].target_datum)->id, id))
      return qm_rect_centre (shapes[i].bounds);
  g_assert_not_reached ();
}

/* What a pointer does, without one. */
static void
click (QmChartView *view, QmPoint point)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_CLICK (controller) &&
        gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
      g_signal_emit_by_name (controller, "pressed", 1, point.x, point.y);
  }
  settle ();
}

static QmChartView *
front_of (WindowFixture *fixture)
{
  GtkWidget *panes = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_CHART_PANES);

  return qm_chart_panes_get_front (QM_CHART_PANES (panes));
}

static void
test_a_click_on_a_name (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = qm_window_get_session (fixture->window);

  show_chart (fixture, "europe-genai");
  click (front_of (fixture), place_of_name (front_of (fixture), "europe"));
  assert_view (fixture, "{\"chart\":\"europe-genai\"}");
  g_assert_nonnull (qm_session_get_selected (session));
  g_assert_cmpstr (qm_session_get_selected (session)->entity->id, ==, "europe");
}

#define ALL_OF_EUROPE "{\"chart\":\"europe-genai\"}"
#define WITHOUT_EUROPE "{\"chart\":\"europe-genai\",\"hidden\":[\"europe\"]}"

static void
test_hiding_from_the_card (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  show_chart (fixture, "europe-genai");
  g_assert_null (find_labelled (GTK_WIDGET (fixture->window), "Hide Europe"));
  click (front_of (fixture), place_of_name (front_of (fixture), "europe"));
  press_button (fixture, "Hide Europe");
  assert_view (fixture, WITHOUT_EUROPE);
  press_button (fixture, "Europe hidden – show");
  assert_view (fixture, ALL_OF_EUROPE);
  g_assert_null (find_labelled (GTK_WIDGET (fixture->window), "Europe hidden – show"));
}

/* The button of a message takes back what the message says, and nothing that came after. */
static void
test_undoing_from_the_message (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  show_chart (fixture, "europe-genai");
  activate (fixture, "view.hide", "s", "europe");
  assert_view (fixture, WITHOUT_EUROPE);
  press_button (fixture, "Undo");
  assert_view (fixture, ALL_OF_EUROPE);

  activate (fixture, "view.hide", "s", "europe");
  activate (fixture, "view.highlight", "s", "us-genai-2023");
  g_usleep (500 * 1000);
  settle ();
  g_assert_null (find_labelled (GTK_WIDGET (fixture->window), "Undo"));
}

/* What can be done is offered once: in the card, or in the evidence where that is open. */
static void
test_what_can_be_done_is_offered_once (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *panes = find_widget (window, QM_TYPE_CHART_PANES);
  GtkWidget *evidence = find_widget (window, QM_TYPE_EVIDENCE);

  show_chart (fixture, "europe-genai");
  click (front_of (fixture), place_of_name (front_of (fixture), "europe"));
  g_assert_nonnull (find_labelled (evidence, "Highlight"));
  g_assert_null (find_labelled (panes, "Highlight"));
  activate (fixture, "win.toggle-evidence", NULL);
  g_assert_null (find_labelled (evidence, "Highlight"));
  g_assert_nonnull (find_labelled (panes, "Highlight"));
}

static void
assert_label (GtkWidget *widget, const char *label)
{
  g_autofree char *problem = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, NULL);

  g_assert_null (problem);
}

static void
assert_pane_is_log (WindowFixture *fixture, guint pane, gboolean is_log)
{
  const QmView *view;

  qm_session_get_pane (qm_window_get_session (fixture->window), pane, &view);
  g_assert_cmpint (view->is_log, ==, is_log);
}

/* Who is shown again with a zero takes the logarithmic scale away: with the reason, and back. */
static void
test_a_scale_is_refused_with_the_reason (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "good", "zero.json", NULL);
  g_autoptr (QmDataset) zero = load_dataset (path);
  GtkWidget *window = GTK_WIDGET (fixture->window);

  qm_session_begin (qm_window_get_session (fixture->window), zero, NULL);
  settle ();
  activate (fixture, "view.hide", "s", "pond");
  toggle (fixture, "log", TRUE);
  g_assert_null (strstr (qm_access_get_announced (window), "“Pond, 2010”"));
  activate (fixture, "view.show-all", NULL);
  assert_pane_is_log (fixture, 0, FALSE);
  g_assert_nonnull (strstr (qm_access_get_announced (window), "“Pond, 2010”"));
  activate (fixture, "win.undo", NULL);
  assert_pane_is_log (fixture, 0, TRUE);
  qm_session_begin (qm_window_get_session (fixture->window), fixture->dataset, NULL);
}

/* GTK 4.8 does not tell a screen reader whether they are. */
static void
test_toggles_say_whether_they_are_on (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  show_chart (fixture, "industrial-share");
  assert_label (control (fixture, "log"), "Log scale: off");
  toggle (fixture, "log", TRUE);
  assert_label (control (fixture, "log"), "Log scale: on");
  assert_label (control (fixture, "compare"), "Compare: off");
  activate (fixture, "view.compare", NULL);
  assert_label (control (fixture, "compare"), "Compare: on");
}

static void
test_copy_and_paste (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  show_chart (fixture, "industrial-share");
  toggle (fixture, "log", TRUE);
  activate (fixture, "view.copy", NULL);
  show_chart (fixture, "design-arena");
  activate (fixture, "view.paste", NULL);
  assert_view (fixture, "{\"chart\":\"industrial-share\",\"scale\":\"log\"}");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), "no view");
  activate (fixture, "view.paste", NULL);
  assert_view (fixture, "{\"chart\":\"industrial-share\",\"scale\":\"log\"}");
}

static void
test_comparing (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *panes = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_CHART_PANES);
  GtkWidget *first, *second;

  show_chart (fixture, "industrial-share");
  activate (fixture, "view.compare", NULL);
  first = gtk_widget_get_first_child (panes);
  second = gtk_widget_get_next_sibling (first);
  g_assert_true (QM_IS_CHART_VIEW (second));
  g_assert_true (qm_chart_panes_get_front (QM_CHART_PANES (panes)) == QM_CHART_VIEW (second));

  /* The controls are the front one's. */
  toggle (fixture, "log", TRUE);
  assert_pane_is_log (fixture, 0, FALSE);
  assert_pane_is_log (fixture, 1, TRUE);
  g_assert_true (gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD));
  settle ();
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (control (fixture, "log"))));
  activate (fixture, "view.compare", NULL);
  g_assert_null (gtk_widget_get_next_sibling (gtk_widget_get_first_child (panes)));
}

/* All that there is of the chart is in the row, or behind the button at its end. */
static guint
check_all_is_reached (WindowFixture *fixture)
{
  static const char *const names[] = { "measure",  "relative_to", "order",   "log",  "entities",
                                       "year_box", "zoom_box",    "compare", "reset" };
  GtkWidget *more = control (fixture, "more");
  guint n_behind = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    n_behind += gtk_widget_get_visible (control (fixture, names[i])) &&
                !gtk_widget_get_mapped (control (fixture, names[i]));
  g_assert_cmpint (gtk_widget_get_mapped (more), ==, n_behind > 0);
  if (n_behind > 0)
    gtk_menu_button_popup (GTK_MENU_BUTTON (more));
  settle ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (gtk_widget_get_mapped (control (fixture, names[i])), ==,
                     gtk_widget_get_visible (control (fixture, names[i])));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (more));
  settle ();
  return n_behind;
}

/* The chart gets most of the window: whatever there is of it, in whatever language. */
static void
test_one_row (gconstpointer language)
{
  WindowFixture fixture = { 0 };
  guint n_behind = 0;

  g_assert_true (qm_language_use (language));
  set_up_window (&fixture, NULL);
  for (gsize i = 0; i < fixture.dataset->n_charts; i += 6) {
    static const int widths[] = { 1280, 480 };

    show_chart (&fixture, fixture.dataset->charts[i].id);
    activate (&fixture, "view.highlight", "s", fixture.dataset->charts[i].panels[0].claims[0]->id);
    for (gsize j = 0; j < G_N_ELEMENTS (widths); j++) {
      resize (&fixture, widths[j]);
      n_behind += check_all_is_reached (&fixture);
      g_assert_cmpint (
          gtk_widget_get_height (find_by_css_class (GTK_WIDGET (fixture.window), "tools")), <, 50);
    }
  }
  g_assert_cmpuint (n_behind, >, 10);
  tear_down_window (&fixture, NULL);
  g_assert_true (qm_language_use ("en"));
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  add_window_test ("/controls/choices-are-the-view", test_choices);
  add_window_test ("/controls/are-those-the-chart-offers", test_offers);
  add_window_test ("/controls/scale-and-year", test_line);
  add_window_test ("/controls/say-what-is-chosen", test_say_what_is_chosen);
  add_window_test ("/controls/entities-are-hidden-and-shown", test_entities);
  add_window_test ("/controls/a-click-on-a-name-selects", test_a_click_on_a_name);
  add_window_test ("/controls/hiding-is-offered-in-the-card", test_hiding_from_the_card);
  add_window_test ("/controls/a-message-takes-its-step-back", test_undoing_from_the_message);
  add_window_test ("/controls/what-can-be-done-is-offered-once",
                   test_what_can_be_done_is_offered_once);
  add_window_test ("/controls/toggles-say-whether-they-are-on",
                   test_toggles_say_whether_they_are_on);
  add_window_test ("/controls/a-view-is-copied-and-pasted", test_copy_and_paste);
  add_window_test ("/controls/a-scale-is-refused-with-the-reason",
                   test_a_scale_is_refused_with_the_reason);
  g_test_add_data_func ("/controls/in-one-row/en", "en", test_one_row);
  g_test_add_data_func ("/controls/in-one-row/vi", "vi", test_one_row);
  add_window_test ("/controls/two-charts-are-compared", test_comparing);
  return g_test_run ();
}
