/* Pointing never fails: on every chart, at every size of the window and with the panes open or not,
 * the pointer goes from each mark to each other one in a straight line, and the card is always of
 * the mark under it, or of the last one while none is. A press on a mark pins its card, which grows
 * but does not move. */
#include "app/chart-view/card.h"
#include "app/chart-view/chart-view-private.h"
#include "app/chart-view/pointing.h"
#include "app/widgets/split.h"
#include "window-fixture.h"

#include <math.h>

#define STEP 6
#define FRAME 10

typedef struct {
  int width, height;
  gboolean has_panes;
} Setting;

static const Setting settings[] = {
  { 1100, 720, TRUE },  { 740, 495, TRUE },  { 480, 360, TRUE },  { 1920, 1080, TRUE },
  { 1100, 720, FALSE }, { 740, 495, FALSE }, { 480, 360, FALSE }, { 1920, 1080, FALSE },
};

typedef struct {
  QmChartView *view;
  GtkWidget *card;
  GtkEventController *motion;
} Sweep;

static void
open_panes (GtkWidget *widget, gboolean is_open)
{
  if (QM_IS_SPLIT (widget))
    qm_split_set_open_beside (QM_SPLIT (widget), is_open);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    open_panes (child, is_open);
}

/* The frame is that of a display without compositor, in pixels on two sides. The display takes some
 * time to do so. */
static void
resize (GtkWindow *window, int width, int height)
{
  int n_tries = 0;

  gtk_window_set_default_size (window, width, height);
  do {
    settle ();
    g_assert_cmpint (n_tries++, <, 100);
  } while (ABS (gtk_widget_get_width (GTK_WIDGET (window)) - width) > FRAME ||
           ABS (gtk_widget_get_height (GTK_WIDGET (window)) - height) > FRAME);
}

static QmPoint
place_of (QmChartView *view, int mark)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (qm_chart_view_get_scene (view), &n_shapes);

  for (gsize i = 0; i < n_shapes; i++) {
    QmPoint centre = qm_rect_centre (shapes[i].bounds);

    if (shapes[i].mark == mark && qm_scene_pick (qm_chart_view_get_scene (view), centre, 0) == mark)
      return centre;
  }
  g_error ("nothing to point at in mark %d", mark);
}

/* The card of the mark under the pointer, which is last where there is none. */
static int
move_to (Sweep *sweep, QmPoint point, int last)
{
  int under = qm_scene_pick (qm_chart_view_get_scene (sweep->view), point, QM_POINTING_REACH);
  int expected = under >= 0 ? under : last;

  g_signal_emit_by_name (sweep->motion, "motion", point.x, point.y);
  g_assert_cmpint (qm_chart_view_get_shown_mark (sweep->view), ==, expected);
  g_assert_true (gtk_widget_get_visible (sweep->card));
  return expected;
}

static void
sweep_between (Sweep *sweep, int from, int to)
{
  QmPoint start = place_of (sweep->view, from), end = place_of (sweep->view, to);
  double distance = hypot (end.x - start.x, end.y - start.y);
  int n_steps = (int) ceil (distance / STEP), last;

  g_signal_emit_by_name (sweep->motion, "leave");
  last = move_to (sweep, start, QM_NO_MARK);
  g_assert_cmpint (last, ==, from);
  for (int i = 1; i <= n_steps; i++) {
    double part = MIN (i * STEP / distance, 1);

    last = move_to (
        sweep, (QmPoint) { start.x + part * (end.x - start.x), start.y + part * (end.y - start.y) },
        last);
  }
  g_assert_cmpint (last, ==, to);
}

/* There are several who want to know. */
static void
click (Sweep *sweep, QmPoint point, int n_press)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (sweep->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_CLICK (controller) &&
        gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
      g_signal_emit_by_name (controller, "pressed", n_press, point.x, point.y);
  }
}

static gboolean
holds (QmRect outer, QmRect inner)
{
  QmRect both = qm_rect_union (outer, inner);

  return both.width == outer.width && both.height == outer.height;
}

static void
press (Sweep *sweep, int mark)
{
  QmPoint point = place_of (sweep->view, mark);
  QmRect passing;

  g_signal_emit_by_name (sweep->motion, "leave");
  move_to (sweep, point, QM_NO_MARK);
  passing = sweep->view->card_place;
  click (sweep, point, 1);
  g_assert_cmpint (sweep->view->attention.pinned, ==, mark);
  g_assert_true (holds (sweep->view->card_place, passing));
}

static void
test_sweep (WindowFixture *fixture, gconstpointer data)
{
  const Setting *setting = data;
  GtkWidget *window = GTK_WIDGET (fixture->window);
  Sweep sweep = { .view = QM_CHART_VIEW (find_widget (window, QM_TYPE_CHART_VIEW)) };
  guint n_pairs = 0;

  open_panes (window, setting->has_panes);
  resize (GTK_WINDOW (window), setting->width, setting->height);
  sweep.card = find_widget (GTK_WIDGET (sweep.view), QM_TYPE_CARD);
  sweep.motion = find_motion (GTK_WIDGET (sweep.view));

  for (gsize i = 0; i < fixture->dataset->n_charts; i++) {
    gsize n_marks;

    show_chart (fixture, fixture->dataset->charts[i].id);
    qm_scene_get_marks (qm_chart_view_get_scene (sweep.view), &n_marks);
    for (int mark = 0; mark < (int) n_marks; mark++) {
      press (&sweep, mark);
      qm_chart_view_close_card (sweep.view);
    }
    for (int from = 0; from < (int) n_marks; from++)
      for (int to = 0; to < (int) n_marks; to++)
        if (from != to) {
          sweep_between (&sweep, from, to);
          n_pairs++;
        }
  }
  g_assert_cmpuint (n_pairs, >, 300);
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++) {
    const Setting *setting = &settings[i];
    g_autofree char *path = g_strdup_printf ("/sweeping/%dx%d-%s", setting->width, setting->height,
                                             setting->has_panes ? "with-panes" : "without");

    g_test_add (path, WindowFixture, setting, set_up_window, test_sweep, tear_down_window);
  }
  return g_test_run ();
}
