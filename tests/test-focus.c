/* Where the keyboard is after what comes and goes: where the reader was. */
#include "app/authoring/claim-form.h"
#include "app/authoring/source-form.h"
#include "app/chart-view/chart-panes.h"
#include "app/chart-view/mark-widget.h"
#include "app/controls/bookmarks-menu.h"
#include "app/controls/view-controls.h"
#include "app/evidence/evidence.h"
#include "app/files/open-menu.h"
#include "app/importing/table-reading.h"
#include "app/pages/claim-table.h"
#include "app/pages/sources-page.h"
#include "app/presenting/presentation.h"
#include "app/sidebar/search-pane.h"
#include "app/sidebar/sidebar.h"
#include "app/widgets/context-menu.h"
#include "app/widgets/list-rows.h"
#include "app/widgets/message-bar.h"
#include "base/words.h"
#include "mnemonics.h"
#include "window-fixture.h"

static GtkWidget *
new_source_form (void)
{
  return g_object_new (QM_TYPE_SOURCE_FORM, NULL);
}

static GtkWidget *
new_claim_form (void)
{
  return g_object_new (QM_TYPE_CLAIM_FORM, NULL);
}

static GtkWidget *
new_table_reading (void)
{
  return g_object_new (QM_TYPE_TABLE_READING, NULL);
}

static GtkWidget *
new_make_button (void)
{
  return gtk_button_new_with_mnemonic (ngettext ("_Make %u claim", "_Make %u claims", 2));
}

static GtkWidget *
new_open_menu (void)
{
  g_autoptr (GPtrArray) no_files = g_ptr_array_new ();
  g_autoptr (GMenuModel) menu = qm_open_menu_new (no_files);

  return gtk_popover_menu_new_from_model (menu);
}

#define CLAIM "china-ai-infrastructure-2024"

/* To the mark of the claim. */
static void
go_to_mark (WindowFixture *fixture)
{
  show_chart (fixture, "data-centre-gap");
  activate (fixture, "view.focus", "s", CLAIM);
}

static gboolean
is_at_mark (WindowFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return QM_IS_MARK_WIDGET (focus) &&
         g_str_equal (qm_mark_widget_get_claim (QM_MARK_WIDGET (focus))->id, CLAIM);
}

/* A machine may be slow, and a message takes a while to go. */
static void
assert_at_mark (WindowFixture *fixture, const char *after)
{
  GtkWidget *focus;

  for (int i = 0; i < 50 && !is_at_mark (fixture); i++)
    settle ();
  settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  if (!is_at_mark (fixture))
    g_error ("after %s the focus is on %s", after,
             focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");
}

static GtkWidget *
child_of (WindowFixture *fixture, GType type, const char *name)
{
  GtkWidget *widget = find_widget (GTK_WIDGET (fixture->window), type);

  return GTK_WIDGET (gtk_widget_get_template_child (widget, type, name));
}

/* What goes away when it is pressed by the keyboard. */
static void
test_after_what_goes (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *reset;

  go_to_mark (fixture);
  activate (fixture, "view.highlight", "s", CLAIM);
  reset = child_of (fixture, QM_TYPE_VIEW_CONTROLS, "reset");
  g_assert_true (gtk_widget_grab_focus (reset));
  g_signal_emit_by_name (reset, "clicked");
  assert_at_mark (fixture, "Reset");

  activate (fixture, "view.hide", "s", "us");
  go_to_mark (fixture);
  g_assert_true (gtk_widget_grab_focus (
      gtk_widget_get_first_child (child_of (fixture, QM_TYPE_VIEW_CONTROLS, "hidden"))));
  press_button (fixture, "US hidden – show");
  assert_at_mark (fixture, "what was hidden is shown");

  activate (fixture, "view.hide", "s", "us");
  go_to_mark (fixture);
  g_assert_true (gtk_widget_grab_focus (child_of (fixture, QM_TYPE_MESSAGE_BAR, "undo")));
  press_button (fixture, "Undo");
  assert_at_mark (fixture, "a message");
}

/* From an item, which goes with the menu. */
static void
assert_menu_gives_it_back (WindowFixture *fixture)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *view = find_widget (window, QM_TYPE_CHART_VIEW), *menu;
  g_autoptr (GMenu) model = g_menu_new ();

  g_menu_append (model, "Menu", "win.help");
  qm_context_menu_open (view, G_MENU_MODEL (model), view, (GdkRectangle) { 0, 0, 1, 1 });
  menu = find_widget (view, GTK_TYPE_POPOVER_MENU);
  gtk_widget_child_focus (window, GTK_DIR_DOWN);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  assert_at_mark (fixture, "a menu");
}

static void
test_after_popovers (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  GtkWidget *button;

  go_to_mark (fixture);
  activate (fixture, "win.bookmark", NULL);
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (window), GTK_TYPE_POPOVER));
  gtk_popover_popdown (GTK_POPOVER (child_of (fixture, QM_TYPE_BOOKMARKS_MENU, "popover")));
  assert_at_mark (fixture, "the bookmarks");

  /* Who opened them from their button is at the button again. */
  button = gtk_widget_get_first_child (child_of (fixture, QM_TYPE_BOOKMARKS_MENU, "button"));
  g_assert_true (gtk_widget_grab_focus (button));
  activate (fixture, "win.bookmark", NULL);
  gtk_popover_popdown (GTK_POPOVER (child_of (fixture, QM_TYPE_BOOKMARKS_MENU, "popover")));
  for (int i = 0; i < 50 && gtk_window_get_focus (window) != button; i++)
    settle ();
  g_assert_true (gtk_window_get_focus (window) == button);

  activate (fixture, "view.note", "s", CLAIM);
  press_button (fixture, "Done");
  assert_at_mark (fixture, "a note");
  assert_menu_gives_it_back (fixture);
}

/* Chosen in the menu of a row, which goes with the list. */
static void
test_in_a_presentation (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *pane = find_widget (window, QM_TYPE_SEARCH_PANE);
  GtkWidget *sidebar = find_widget (window, QM_TYPE_SIDEBAR);
  g_autoptr (GMenu) model = g_menu_new ();

  g_menu_append (model, "Present", "win.present");
  qm_search_pane_focus_selected (QM_SEARCH_PANE (pane));
  qm_context_menu_open (sidebar, G_MENU_MODEL (model), sidebar, (GdkRectangle) { 0, 0, 1, 1 });
  settle ();
  g_assert_nonnull (
      gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_TYPE_POPOVER));
  gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (window)));
  for (int i = 0; i < 50 && !QM_IS_PRESENTATION (gtk_window_get_focus (GTK_WINDOW (window))); i++)
    settle ();
  settle ();
  g_assert_true (QM_IS_PRESENTATION (gtk_window_get_focus (GTK_WINDOW (window))));
}

/* Every button that is a tool leaves the keyboard where it is, but for those of the frame. */
static void
check_tools (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget) || GTK_IS_WINDOW_CONTROLS (widget))
    return;
  if (GTK_IS_BUTTON (widget))
    g_assert_false (gtk_widget_get_focus_on_click (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_tools (child);
}

static void
test_tools (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  show_chart (fixture, "data-centre-gap");
  activate (fixture, "view.hide", "s", "us");
  check_tools (gtk_window_get_titlebar (GTK_WINDOW (fixture->window)));
  check_tools (find_widget (GTK_WIDGET (fixture->window), QM_TYPE_VIEW_CONTROLS));
  check_tools (find_widget (GTK_WIDGET (fixture->window), QM_TYPE_MESSAGE_BAR));
}

/* Enter does not wait until it is found. */
static void
find (WindowFixture *fixture, const char *typed)
{
  GtkWidget *entry = child_of (fixture, QM_TYPE_SEARCH_PANE, "entry");

  activate (fixture, "win.find", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  g_signal_emit_by_name (entry, "activate");
}

/* From any page, and any chart. */
static void
test_after_finding (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const pages[] = { "chart", "table", "sources" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    show_chart (fixture, i == 0 ? "data-centre-gap" : "design-arena");
    activate (fixture, "win.page", "s", pages[i]);
    for (int j = 0; j < 5; j++)
      settle ();
    find (fixture, i == 1 ? "50 billion chi" : "50 billion china");
    assert_at_mark (fixture, pages[i]);
  }
}

/* Of another dataset, opened and left again. */
static void
test_after_opening (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = qm_window_get_session (fixture->window);
  GtkWindow *window = GTK_WINDOW (fixture->window);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data/good/complete.json", NULL);
  g_autoptr (QmDataset) other = load_dataset (path);
  const struct {
    GType place;
    const char *page;
  } cases[] = { { QM_TYPE_CHART_PANES, "chart" },
                { QM_TYPE_SIDEBAR, "chart" },
                { QM_TYPE_EVIDENCE, "chart" },
                { QM_TYPE_CLAIM_TABLE, "table" },
                { QM_TYPE_SOURCES_PAGE, "sources" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    GtkWidget *place = find_widget (GTK_WIDGET (window), cases[i].place);

    activate (fixture, "win.page", "s", cases[i].page);
    if (QM_IS_CLAIM_PAGE (place)) {
      place = qm_claim_page_get_child (QM_CLAIM_PAGE (place), "view");
      g_assert_true (qm_list_rows_grab_focus (place));
    } else
      g_assert_true (gtk_widget_child_focus (place, GTK_DIR_TAB_FORWARD));
    for (int j = 0; j < 2; j++) {
      GtkWidget *focus;

      qm_session_begin (session, j == 0 ? other : fixture->dataset, NULL);
      for (int k = 0; k < 5; k++)
        settle ();
      focus = gtk_window_get_focus (window);
      if (focus == NULL || !gtk_widget_is_ancestor (focus, place))
        g_error ("the focus has left %s for %s", g_type_name (cases[i].place),
                 focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");
    }
  }
}

/* From one thing to the next, and so to the first again. */
static void
assert_tab_goes_round (WindowFixture *fixture)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  GtkWidget *first = gtk_window_get_focus (window), *before = first, *next = NULL;

  for (int i = 0; i < 60 && next != first; i++) {
    gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
    next = gtk_window_get_focus (window);
    g_assert_true (next != before);
    before = next;
  }
  g_assert_true (next == first);
}

static void
test_tab_goes_round (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const pages[] = { "table", "sources", "chart" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    activate (fixture, "win.page", "s", pages[i]);
    assert_tab_goes_round (fixture);
  }
  activate (fixture, "view.hide", "s", "us");
  assert_tab_goes_round (fixture);
}

/* What stands on the page of a text, on that of a table, and in a menu. */
static void
test_letters_differ (void)
{
  static GtkWidget *(*const pages[][3]) (void) = {
    { new_source_form, new_claim_form },
    { new_source_form, new_table_reading, new_make_button },
    { new_open_menu },
  };
  static const guint n_letters[] = { 18, 20, 5 };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (pages); i++) {
    g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

    qm_language_use (qm_language_list ()[i % 2]);
    for (gsize k = 0; k < G_N_ELEMENTS (pages[0]) && pages[i / 2][k] != NULL; k++) {
      GtkWidget *part = g_object_ref_sink (pages[i / 2][k]());

      collect_mnemonics (part, known);
      g_object_unref (part);
    }
    g_assert_cmpuint (g_hash_table_size (known), ==, n_letters[i / 2]);
  }
  qm_language_use ("en");
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  add_window_test ("/focus/after-what-goes", test_after_what_goes);
  add_window_test ("/focus/after-popovers", test_after_popovers);
  add_window_test ("/focus/in-a-presentation", test_in_a_presentation);
  add_window_test ("/focus/tools-leave-it", test_tools);
  add_window_test ("/focus/tab-goes-round", test_tab_goes_round);
  add_window_test ("/focus/after-finding", test_after_finding);
  add_window_test ("/focus/after-opening", test_after_opening);
  g_test_add_func ("/focus/letters-of-what-stands-together-differ", test_letters_differ);
  return g_test_run ();
}
