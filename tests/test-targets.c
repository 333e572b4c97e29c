/* Whatever is pressed is at least 24 pixels wide and high (WCAG 2.2, 2.5.8), at every place and
 * size of the window, and has a focus that can be seen. */
#include "app/chart-view/mark-widget.h"
#include "app/window/window.h"
#include "base/language.h"
#include "load-dataset.h"
#include "ui-resource.h"
#include "window-fixture.h"

#define LEAST 24

/* A mark is pointed at also from some pixels beside it; of an entry the whole counts and not its
 * text; in a label texts are selected; and the edge of a pane is a line, for which there are keys.
 */
static gboolean
is_target (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && gtk_widget_get_can_target (widget) &&
         !QM_IS_MARK_WIDGET (widget) && !GTK_IS_TEXT (widget) && !GTK_IS_LABEL (widget) &&
         !GTK_IS_SEPARATOR (widget);
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

static guint
check_targets (GtkWidget *widget, const char *where)
{
  guint n_targets = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
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

/* As the application does, of which there is none here. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/quymo/Quymo/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, WindowFixture, NULL, set_up_window, test, tear_down_window)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  qm_language_init ();
  qm_ui_register_resource ();
  load_style ();

  ADD ("/targets/are-large-enough-at-every-chart", test_every_chart);
  ADD ("/targets/are-large-enough-on-every-page", test_every_page);
  ADD ("/targets/are-large-enough-in-every-menu", test_every_menu);
  return g_test_run ();
}
