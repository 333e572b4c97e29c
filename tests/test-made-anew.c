/* Words of a whole window in process: made anew in another language, and the guide with its keys.
 */
#include "app/help.h"
#include "chart-fixture.h"
#include "dataset/reader.h"

/* --- In another language --- */

/* All that the widgets say, a line each; words of the dataset too. */
static void
append_words (GtkWidget *widget, GString *words)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  if (tooltip != NULL)
    g_string_append_printf (words, "%s\n", tooltip);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_words (child, words);
}

static char *
words_of (GtkWidget *window)
{
  GString *words = g_string_new (NULL);

  append_words (window, words);
  return g_string_free (words, FALSE);
}

/* Nothing of the language before is left, and nothing else changes. */
static void
test_made_anew (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = qm_window_get_session (fixture->window);
  const QmClaim *claim = &fixture->dataset->claims[0];
  GtkWidget *view = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_CHART_VIEW);
  QmLayout before, after;

  show_chart (fixture, "design-arena");
  qm_session_select (session, claim);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "table");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toggle-evidence", NULL);
  settle ();
  qm_window_get_layout (fixture->window, &before);
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);

  g_assert_true (qm_language_use ("vi"));
  qm_window_make_anew (fixture->window);
  settle ();
  g_assert_null (view);
  qm_window_get_layout (fixture->window, &after);
  g_assert_true (qm_layout_equal (&before, &after));
  g_assert_true (qm_session_get_selected (session) == claim);
  g_assert_cmpstr (qm_session_get_chart (session)->id, ==, "design-arena");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpstr (qm_session_get_chart (session)->id, ==, "data-centre-gap");
  g_assert_true (qm_language_use ("en"));
}

static void
test_speaks_anew (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *english = words_of (GTK_WIDGET (fixture->window)), *vietnamese = NULL,
                  *again = NULL;

  g_assert_true (qm_language_use ("vi"));
  qm_window_make_anew (fixture->window);
  settle ();
  vietnamese = words_of (GTK_WIDGET (fixture->window));
  g_assert_nonnull (strstr (english, "\nTable\n"));
  g_assert_null (strstr (vietnamese, "\nTable\n"));
  g_assert_nonnull (strstr (vietnamese, "\nBảng\n"));
  g_assert_nonnull (strstr (vietnamese, "\nXuất…\n"));
  g_assert_nonnull (strstr (vietnamese, "\nĐại lượng: tất cả\n"));

  g_assert_true (qm_language_use ("en"));
  qm_window_make_anew (fixture->window);
  settle ();
  again = words_of (GTK_WIDGET (fixture->window));
  g_assert_nonnull (strstr (again, "\nTable\n"));
  g_assert_null (strstr (again, "\nBảng\n"));
}

/* --- The guide --- */

static GtkWindow *
find_help (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (gtk_widget_has_css_class (GTK_WIDGET (window), "help"))
      return window;
  }
  return NULL;
}

static void
assert_once (const char *words, const char *what)
{
  const char *first = strstr (words, what);

  g_assert_nonnull (first);
  g_assert_null (strstr (first + 1, what));
}

/* As if that key had been pressed in it. */
static void
press_shortcut (GtkWidget *widget, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

    for (guint j = 0;
         GTK_IS_SHORTCUT_CONTROLLER (shortcuts) && j < g_list_model_get_n_items (shortcuts); j++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
      g_autofree char *trigger =
          gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (g_str_equal (trigger, key))
        gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                      gtk_shortcut_get_arguments (shortcut));
    }
  }
}

/* By the keys of whoever reads a page, and not only by the wheel. */
static void
assert_scrolls_by_keys (GtkWidget *help)
{
  GtkWidget *scrolled = find_widget (help, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  double down, further;

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (help)) == scrolled);
  press_shortcut (scrolled, "Down");
  settle ();
  down = gtk_adjustment_get_value (place);
  g_assert_cmpfloat (down, >, 0);
  press_shortcut (scrolled, "space");
  settle ();
  further = gtk_adjustment_get_value (place);
  g_assert_cmpfloat (further, >, 2 * down);
  press_shortcut (scrolled, "Up");
  settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (place), <, further);
}

static void
test_help (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (GBytes) example =
      g_resources_lookup_data (QM_HELP_EXAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (QmDataset) dataset = qm_dataset_read ("example", g_bytes_get_data (example, NULL),
                                                   g_bytes_get_size (example), qm_forms, problems);
  g_autofree char *english = NULL, *vietnamese = NULL;

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_nonnull (dataset);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.help", NULL);
  settle ();
  english = words_of (GTK_WIDGET (find_help ()));
  g_assert_nonnull (strstr (english, g_bytes_get_data (example, NULL)));
  assert_once (english, "\nGo from mark to mark\n");
  assert_scrolls_by_keys (GTK_WIDGET (find_help ()));
  g_assert_true (qm_language_use ("vi"));
  qm_help_make_anew ();
  vietnamese = words_of (GTK_WIDGET (find_help ()));
  g_assert_nonnull (strstr (english, "\nFrom a table to a chart\n"));
  g_assert_nonnull (strstr (vietnamese, "\nPhím\n"));
  g_assert_nonnull (strstr (vietnamese, "\nTừ bảng đến biểu đồ\n"));
  g_assert_null (strstr (vietnamese, "\nGo from mark to mark\n"));
  g_assert_true (qm_language_use ("en"));
  gtk_window_close (find_help ());
  settle ();
  g_assert_null (find_help ());
}

/* Which GTK's own window would not show on a small screen, or with large text. */
static void
test_keys_on_a_small_screen (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *keys = NULL, *guide = NULL;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 500 * 1024, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.shortcuts", NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_assert_nonnull (find_help ());
  keys = words_of (GTK_WIDGET (find_help ()));
  assert_once (keys, "\nGo from mark to mark\n");
  assert_once (keys, "\nwith the left button, from beside the marks\n");
  g_assert_null (strstr (keys, "\nChanging what is seen\n"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.help", NULL);
  guide = words_of (GTK_WIDGET (find_help ()));
  g_assert_nonnull (strstr (guide, "\nChanging what is seen\n"));
  gtk_window_close (find_help ());
  settle ();
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  add_window_test ("/made-anew/made-anew-it-speaks-another-language", test_speaks_anew);
  add_window_test ("/made-anew/helps-in-both-languages", test_help);
  add_window_test ("/made-anew/keys-are-shown-on-a-small-screen", test_keys_on_a_small_screen);
  add_window_test ("/made-anew/made-anew-it-is-as-it-was", test_made_anew);
  return g_test_run ();
}
