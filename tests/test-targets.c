/* Whatever is pressed is at least 24 pixels wide and high (WCAG 2.2, 2.5.8), and no text is cut: at
 * every place of the window, wide in English and narrow in Vietnamese, which takes more room. */
#include "app/chart-view/mark-widget.h"
#include "app/window/window.h"
#include "base/language.h"
#include "load-dataset.h"
#include "window-fixture.h"

#define LEAST 24

/* A mark is pointed at also from some pixels beside it; of an entry the whole counts and not its
 * text; and in a label texts are selected. */
static gboolean
is_target (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && gtk_widget_get_can_target (widget) &&
         !QM_IS_MARK_WIDGET (widget) && !GTK_IS_TEXT (widget) && !GTK_IS_LABEL (widget);
}

/* How far from its middle the widget can be pressed. */
static int
find_reach (GtkWidget *widget, int dx, int dy)
{
  double x = gtk_widget_get_width (widget) / 2.0, y = gtk_widget_get_height (widget) / 2.0;
  int reach = 0;

  while (reach < LEAST && gtk_widget_contains (widget, x + reach * dx, y + reach * dy))
    reach++;
  return reach;
}

static void
check_size (GtkWidget *widget, const char *where)
{
  int width = find_reach (widget, -1, 0) + find_reach (widget, 1, 0);
  int height = find_reach (widget, 0, -1) + find_reach (widget, 0, 1);

  if (width >= LEAST && height >= LEAST)
    return;
  g_test_message ("%s: %s “%s” has %d × %d", where, G_OBJECT_TYPE_NAME (widget),
                  gtk_widget_get_tooltip_text (widget), width, height);
  g_test_fail ();
}

/* A cell of the table says all of its text when it is pointed at. */
static void
check_text (GtkWidget *widget, const char *where)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (gtk_widget_get_has_tooltip (widget) ||
      (!pango_layout_is_ellipsized (layout) && width <= gtk_widget_get_width (widget)))
    return;
  g_test_message ("%s: “%s” is cut", where, gtk_label_get_text (GTK_LABEL (widget)));
  g_test_fail ();
}

static guint
check_targets (GtkWidget *widget, const char *where)
{
  guint n_targets = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (GTK_IS_LABEL (widget))
    check_text (widget, where);
  if (is_target (widget)) {
    check_size (widget, where);
    n_targets++;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_targets += check_targets (child, where);
  return n_targets;
}

/* Of the window and its dialogs. */
static void
check_windows (const char *where)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (int n_frames = 0; n_frames < 5; n_frames++)
    settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (gtk_widget_get_mapped (window))
      g_assert_cmpuint (check_targets (window, where), >, 0);
  }
}

static void
test_every_chart (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (gsize i = 0; i < fixture->dataset->n_charts; i++) {
    const QmChart *chart = &fixture->dataset->charts[i];
    QmSession *session = qm_window_get_session (fixture->window);

    show_chart (fixture, chart->id);
    qm_session_select (session, chart->panels[0].claims[0]);
    check_windows (chart->id);
  }
}

static void
test_every_page (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const pages[] = { "chart", "table", "sources" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", pages[i]);
    check_windows (pages[i]);
  }
}

static void
test_every_menu (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const actions[] = { "win.bookmark", "win.export", "win.shortcuts" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++) {
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), actions[i], NULL);
    check_windows (actions[i]);
  }
}

static void
set_up_narrow (WindowFixture *fixture, gconstpointer data)
{
  qm_language_use ("vi");
  set_up_window (fixture, data);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 700);
}

static void
tear_down_narrow (WindowFixture *fixture, gconstpointer data)
{
  tear_down_window (fixture, data);
  qm_language_use ("en");
}

#define ADD(path, test)                                                                            \
  g_test_add ("/wide" path, WindowFixture, NULL, set_up_window, test, tear_down_window);           \
  g_test_add ("/narrow" path, WindowFixture, NULL, set_up_narrow, test, tear_down_narrow)

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  ADD ("/at-every-chart", test_every_chart);
  ADD ("/on-every-page", test_every_page);
  ADD ("/in-every-menu", test_every_menu);
  return g_test_run ();
}
