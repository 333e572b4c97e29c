/* What is seen in a chart is edited where it is seen, and what follows from an edit is shown there.
 */
#include "app/chart-view/chart-view-private.h"
#include "app/evidence/evidence.h"
#include "app/pages/sources-page.h"
#include "app/sidebar/search-pane.h"
#include "app/sidebar/sidebar.h"
#include "app/widgets/message-bar.h"
#include "editing-fixture.h"

static QmChartView *
view_of (Fixture *fixture)
{
  return QM_CHART_VIEW (find_widget (GTK_WIDGET (fixture->window), QM_TYPE_CHART_VIEW));
}

/* What the pointer does, with that of its buttons. */
static void
press_in (GtkWidget *widget, guint button, QmPoint point, int n_press)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_CLICK (controller) &&
        gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button)
      g_signal_emit_by_name (controller, "pressed", n_press, point.x, point.y);
  }
  settle ();
}

static void
press (Fixture *fixture, guint button, QmPoint point, int n_press)
{
  press_in (GTK_WIDGET (view_of (fixture)), button, point, n_press);
}

/* The middle of the first shape of which is TRUE. */
static QmPoint
place_of (Fixture *fixture, gboolean (*is) (const QmShape *shape))
{
  gsize n_shapes;
  const QmShape *shapes =
      qm_scene_get_shapes (qm_chart_view_get_scene (view_of (fixture)), &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (is (&shapes[i]))
      return qm_rect_centre (shapes[i].bounds);
  g_assert_not_reached ();
}

static gboolean
is_title (const QmShape *shape)
{
  return shape->part == QM_PART_TITLE;
}

static gboolean
is_name (const QmShape *shape)
{
  return shape->target == QM_TARGET_NAME;
}

static gboolean
is_mark (const QmShape *shape)
{
  return shape->mark >= 0 && shape->layout == NULL;
}

static void
assert_dialog (Fixture *fixture, const char *title)
{
  GtkWidget *dialog = find_dialog (fixture);

  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, title);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_by_a_double_click (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct {
    gboolean (*is) (const QmShape *shape);
    const char *title;
  } cases[] = { { is_title, "Edit chart" }, { is_name, "Edit name" }, { is_mark, "Edit claim" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmPoint point = place_of (fixture, cases[i].is);

    press (fixture, GDK_BUTTON_PRIMARY, point, 1);
    g_assert_null (find_dialog (fixture));
    press (fixture, GDK_BUTTON_PRIMARY, point, 2);
    assert_dialog (fixture, cases[i].title);
  }
}

/* In a small window the first press makes the card grow over the mark, and the second is on it. */
static void
test_by_a_double_click_under_the_card (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmChartView *view = view_of (fixture);
  QmPoint point;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 360);
  while (gtk_widget_get_width (GTK_WIDGET (view)) > 480)
    settle ();
  point = place_of (fixture, is_mark);
  press (fixture, GDK_BUTTON_PRIMARY, point, 1);
  g_assert_true (qm_rect_contains (view->card_place, point));
  press (fixture, GDK_BUTTON_PRIMARY, point, 2);
  assert_dialog (fixture, "Edit claim");

  /* Two on the card select a word of it. */
  press (fixture, GDK_BUTTON_PRIMARY, point, 1);
  press (fixture, GDK_BUTTON_PRIMARY, point, 2);
  g_assert_null (find_dialog (fixture));
}

static void
go_to (Fixture *fixture, const char *place)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  if (g_str_equal (place, "list"))
    qm_search_pane_focus_selected (QM_SEARCH_PANE (find_widget (window, QM_TYPE_SEARCH_PANE)));
  else if (g_str_equal (place, "evidence"))
    gtk_widget_activate_action (window, "win.toggle-evidence", NULL);
  else
    gtk_widget_activate_action (window, "win.page", "s", place);
  qm_session_select (qm_window_get_session (fixture->window), NULL);
  settle ();
  if (g_str_equal (place, "evidence"))
    gtk_widget_grab_focus (find_by_css_class (find_widget (window, QM_TYPE_EVIDENCE), "claim"));
}

/* The widget around it, and its place there. */
static char *
word_focus (Fixture *fixture)
{
  GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  int place = 0;

  for (GtkWidget *child = widget; child != NULL; child = gtk_widget_get_prev_sibling (child))
    place++;
  return g_strdup_printf ("%s %d", G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), place);
}

/* What has the focus, which is there again when the form is gone. */
static void
test_by_a_key (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const cases[][2] = { { "list", "Edit chart" },
                                          { "chart", "Edit claim" },
                                          { "table", "Edit claim" },
                                          { "sources", "Edit source" },
                                          { "evidence", "Edit claim" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *before = NULL, *after = NULL;
    GtkWidget *dialog;

    go_to (fixture, cases[i][0]);
    before = word_focus (fixture);
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit", NULL);
    dialog = find_dialog (fixture);
    g_assert_nonnull (dialog);
    g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, cases[i][1]);
    settle (); /* the keyboard is the form's */
    type_more (dialog);
    apply (dialog);
    settle ();
    after = word_focus (fixture);
    g_assert_cmpstr (after, ==, before);
  }
}

/* The first entries of the menus of a mark, a name and the rest, and by key at a mark. */
static void
test_by_the_menu (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct {
    gboolean (*is) (const QmShape *shape);
    const char *first;
  } cases[] = { { is_title, "Edit chart…" },
                { is_name, "Edit United States…" },
                { is_mark, "Copy citation" } };
  GtkWidget *view = GTK_WIDGET (view_of (fixture)), *menu;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    press (fixture, GDK_BUTTON_SECONDARY, place_of (fixture, cases[i].is), 1);
    menu = find_widget (view, GTK_TYPE_POPOVER_MENU);
    g_assert_nonnull (menu);
    g_assert_nonnull (find_label (menu, cases[i].first));
    /* As Down does, from one entry to the next. */
    gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_DOWN);
    g_assert_true (
        gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), menu));
    gtk_popover_popdown (GTK_POPOVER (menu));
    settle ();
    g_assert_null (find_widget (view, GTK_TYPE_POPOVER_MENU));
  }
}

/* A chart that is not in front comes there. */
static void
test_by_the_menu_of_the_list (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *sidebar = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_SIDEBAR), *menu;
  GtkWidget *list = find_widget (sidebar, GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2);
  graphene_rect_t bounds;
  QmPoint point;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds));
  point = (QmPoint) { bounds.origin.x + 20, bounds.origin.y + 10 };
  press_in (list, GDK_BUTTON_SECONDARY, point, 1);
  g_assert_true (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)) == row);
  menu = find_widget (sidebar, GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  g_assert_true (gtk_widget_get_mapped (menu));
  g_assert_nonnull (find_label (menu, "Edit chart…"));
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_DOWN);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  settle ();
  g_assert_null (find_widget (sidebar, GTK_TYPE_POPOVER_MENU));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (row));
}

/* --- Rows that go --- */

static GtkWidget *
list_of_sources (Fixture *fixture)
{
  return find_widget (find_widget (GTK_WIDGET (fixture->window), QM_TYPE_SOURCES_PAGE),
                      GTK_TYPE_LIST_VIEW);
}

/* Selects that row, with the keyboard. */
static void
go_to_row (Fixture *fixture, guint row)
{
  gtk_selection_model_select_item (
      gtk_list_view_get_model (GTK_LIST_VIEW (list_of_sources (fixture))), row, TRUE);
  settle ();
  gtk_widget_activate_action (list_of_sources (fixture), "list.scroll-to-item", "u", row);
  settle ();
  gtk_widget_grab_focus (find_widget (GTK_WIDGET (fixture->window), QM_TYPE_SOURCES_PAGE));
}

static gboolean
has_keyboard (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, list_of_sources (fixture));
}

static gboolean
is_at_row (Fixture *fixture, guint row)
{
  GtkListView *list = GTK_LIST_VIEW (list_of_sources (fixture));

  return gtk_selection_model_is_selected (gtk_list_view_get_model (list), row) &&
         has_keyboard (fixture);
}

/* The keyboard comes to rows once all else is done. */
static void
assert_at_row (Fixture *fixture, guint row)
{
  for (int tries = 0; tries < 50 && !is_at_row (fixture, row); tries++)
    settle ();
  g_assert_true (is_at_row (fixture, row));
}

static GtkShortcutAction *
find_delete (GListModel *controllers)
{
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GListModel) keys = g_list_model_get_item (controllers, i);

    for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (keys) && j < g_list_model_get_n_items (keys);
         j++) {
      g_autoptr (GtkShortcut) key = g_list_model_get_item (keys, j);
      g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (key));

      if (g_str_equal (trigger, "Delete"))
        return gtk_shortcut_get_action (key);
    }
  }
  g_assert_not_reached ();
}

/* As the key does that the page has for it, once a row has the keyboard. */
static void
press_delete (Fixture *fixture)
{
  GtkWidget *page = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_SOURCES_PAGE);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);

  for (int tries = 0; tries < 50 && !has_keyboard (fixture); tries++)
    settle ();
  g_assert_true (gtk_shortcut_action_activate (find_delete (controllers), 0, page, NULL));
  settle ();
}

/* The first words of the message. */
static void
assert_said (Fixture *fixture, const char *start)
{
  GtkWidget *bar = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_MESSAGE_BAR);

  g_assert_true (
      g_str_has_prefix (gtk_label_get_text (GTK_LABEL (find_widget (bar, GTK_TYPE_LABEL))), start));
}

/* What nobody speaks of any more; and the reader stays where it was. */
static void
test_a_row_is_removed_by_a_key (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  go_to (fixture, "sources");
  press_delete (fixture);
  assert_text (fixture, fixture->text);
  assert_said (fixture, "21 claims cite this source");
  for (int times = 0; times < 2; times++) {
    go_to_row (fixture, 20);
    press_delete (fixture);
    assert_said (fixture, "The claim is removed");
    assert_at_row (fixture, 20);
  }
  gtk_widget_activate_action (window, "win.remove-entry", "(ss)", "claims",
                              "us-to-china-ai-infrastructure-2024");
  settle ();
  assert_said (fixture, "The claim is removed, and 1 that was computed from it");
  for (int times = 0; times < 3; times++)
    gtk_widget_activate_action (window, "win.undo", NULL);
  assert_text (fixture, fixture->text);
}

static void
remove_under_menu (Fixture *fixture, GtkWidget *around, const char *claim)
{
  GtkWidget *menu = find_widget (around, GTK_TYPE_POPOVER_MENU);

  g_assert_true (gtk_widget_get_mapped (menu));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.remove-entry", "(ss)", "claims",
                              claim);
  settle ();
  assert_said (fixture, "The claim is removed");
  gtk_popover_popdown (GTK_POPOVER (menu));
  settle ();
  g_assert_null (find_widget (around, GTK_TYPE_POPOVER_MENU));
}

/* As another program's edit of the file has it. */
static void
test_what_is_under_an_open_menu_goes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char id[] = "us-to-china-data-centres";
  const QmDataset *dataset = qm_document_get_dataset (fixture->document);
  GtkWidget *page, *row;
  graphene_rect_t bounds;
  QmRect mark;

  g_assert_true (
      qm_chart_view_find_mark (view_of (fixture), qm_dataset_find_claim (dataset, id), &mark));
  press (fixture, GDK_BUTTON_SECONDARY, (QmPoint) { mark.x + 6, mark.y + 6 }, 1);
  remove_under_menu (fixture, GTK_WIDGET (view_of (fixture)), id);

  go_to (fixture, "sources");
  go_to_row (fixture, 20);
  page = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_SOURCES_PAGE);
  row = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_compute_bounds (row, list_of_sources (fixture), &bounds));
  press_in (list_of_sources (fixture), GDK_BUTTON_SECONDARY,
            (QmPoint) { bounds.origin.x + 20, bounds.origin.y + 4 }, 1);
  remove_under_menu (fixture, page,
                     qm_session_get_selected (qm_window_get_session (fixture->window))->id);
  assert_at_row (fixture, 20);
}

/* --- What follows from it --- */

/* Pixels beside the mark of the claim, where its ring is, that are not those of the other picture.
 */
static int
count_changed (Fixture *fixture, const char *id, cairo_surface_t *a, cairo_surface_t *b)
{
  QmRect mark;
  int n = 0;

  g_assert_true (qm_chart_view_find_mark (
      view_of (fixture), qm_dataset_find_claim (qm_document_get_dataset (fixture->document), id),
      &mark));
  for (int y = (int) mark.y - 6; y < (int) mark.y; y++)
    for (int x = (int) mark.x; x < (int) (mark.x + mark.width); x++)
      n += pixel_at (a, x, y) != pixel_at (b, x, y);
  return n;
}

static void
wait_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    settle ();
}

/* How often the view is looked at while it blinks, at a time that no load can make it miss. */
#define N_LOOKS 12

/* The most pixels that a blink changes. */
static int
blink (Fixture *fixture, const char *from, const char *to)
{
  GtkWidget *view = GTK_WIDGET (view_of (fixture));
  GtkWidget *dialog = open_dialog (fixture, "claims", "us-ai-infrastructure-2024");
  cairo_surface_t *during[N_LOOKS], *after;
  int most = 0;

  gtk_editable_set_text (GTK_EDITABLE (entry_at (dialog, from)), to);
  apply (dialog);
  for (int i = 0; i < N_LOOKS; i++) {
    wait_for (50);
    during[i] = paint_widget (view);
  }
  wait_for (1000);
  after = paint_widget (view);
  for (int i = 0; i < N_LOOKS; i++) {
    most = MAX (most, count_changed (fixture, "china-ai-infrastructure-2024", during[i], after));
    g_assert_cmpint (count_changed (fixture, "us-to-china-data-centres", during[i], after), ==, 0);
    cairo_surface_destroy (during[i]);
  }
  cairo_surface_destroy (after);
  return most;
}

static void
test_what_is_computed_again_blinks (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  g_assert_cmpint (blink (fixture, "300 billion", "270 billion"), >, 10);
  g_assert_nonnull (find_label (window, "The dataset is changed, and 2 figures computed again"));
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  g_assert_cmpint (blink (fixture, "270 billion", "300 billion"), ==, 0);
}

int
main (int argc, char **argv)
{
  use_state_folder ();
  init_window_tests (&argc, &argv);

  add_editing_test ("/editing-in-place/by-a-double-click", test_by_a_double_click);
  add_editing_test ("/editing-in-place/by-a-double-click-under-the-card",
                    test_by_a_double_click_under_the_card);
  add_editing_test ("/editing-in-place/by-a-key", test_by_a_key);
  add_editing_test ("/editing-in-place/by-the-menu", test_by_the_menu);
  add_editing_test ("/editing-in-place/by-the-menu-of-the-list", test_by_the_menu_of_the_list);
  add_editing_test ("/editing-in-place/a-row-is-removed-by-a-key", test_a_row_is_removed_by_a_key);
  add_editing_test ("/editing-in-place/what-is-under-an-open-menu-goes",
                    test_what_is_under_an_open_menu_goes);
  add_editing_test ("/editing-in-place/what-is-computed-again-blinks",
                    test_what_is_computed_again_blinks);
  return g_test_run ();
}
