/* The list of charts in a real window: its thumbnails, and that the chart in front is in sight. The
 * real pointer and keyboard are in test-exploring.py. */
#include "app/sidebar/search-pane.h"
#include "app/sidebar/search-row.h"
#include "app/sidebar/sidebar.h"
#include "app/sidebar/thumbnail.h"
#include "chart/view/viewed.h"
#include "window-fixture.h"

#include <string.h>

static GtkListBoxRow *
row_at (WindowFixture *fixture, int place)
{
  GtkWidget *sidebar = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_SIDEBAR);

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (find_widget (sidebar, GTK_TYPE_LIST_BOX)),
                                        place);
}

/* --- Thumbnails --- */

/* As soon as it is painted. */
static GtkWidget *
thumbnail_at (WindowFixture *fixture, int place)
{
  QmThumbnail *thumbnail =
      QM_THUMBNAIL (find_widget (GTK_WIDGET (row_at (fixture, place)), QM_TYPE_THUMBNAIL));

  for (int i = 0;
       i < 50 && !(qm_thumbnail_is_current (thumbnail) && !qm_thumbnail_is_painting (thumbnail));
       i++)
    settle ();
  g_assert_true (qm_thumbnail_is_current (thumbnail) && !qm_thumbnail_is_painting (thumbnail));
  settle ();
  return GTK_WIDGET (thumbnail);
}

/* The picture before stays meanwhile, and no step waits. */
static void
assert_is_painted_by_a_thread (WindowFixture *fixture, int place)
{
  QmThumbnail *thumbnail =
      QM_THUMBNAIL (find_widget (GTK_WIDGET (row_at (fixture, place)), QM_TYPE_THUMBNAIL));

  while (!qm_thumbnail_is_current (thumbnail))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (qm_thumbnail_is_painting (thumbnail) && qm_thumbnail_has_picture (thumbnail));
}

/* How many of its pixels have that colour, 0xRRGGBB, or one that differs by at most so much of 255
 * in each of its parts: where thin lines and words lie is the font's. */
static guint
count_pixels (GtkWidget *widget, guint32 color, int difference)
{
  cairo_surface_t *surface = paint_widget (widget);
  guint n_found = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++) {
      guint32 pixel = pixel_at (surface, x, y);
      gboolean is_near = TRUE;

      for (int shift = 0; shift <= 16; shift += 8)
        is_near &=
            ABS ((int) (pixel >> shift & 0xff) - (int) (color >> shift & 0xff)) <= difference;
      n_found += is_near;
    }
  cairo_surface_destroy (surface);
  return n_found;
}

/* Most of a thumbnail is ground, and on the ground there is a chart. */
static void
assert_is_drawn_on (GtkWidget *thumbnail, guint32 ground)
{
  guint n_of_ground = count_pixels (thumbnail, ground, 16);

  g_assert_cmpuint (n_of_ground, >, 54 * 38 / 2);
  g_assert_cmpuint (n_of_ground, <, 54 * 38 - 54);
}

#define LIGHT 0xffffff
#define LIGHT_BLUE 0x2e6fbf
#define DARK 0x16191d
#define DARK_BLUE 0x6fa8e8

static void
test_every_chart_has_its_thumbnail (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < fixture->dataset->n_charts; i++)
    assert_is_drawn_on (thumbnail_at (fixture, (int) i), LIGHT);
  g_assert_cmpuint (count_pixels (thumbnail_at (fixture, 0), LIGHT_BLUE, 0), >, 54);
}

static void
test_thumbnails_follow_the_theme (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  thumbnail_at (fixture, 0);
  prefer_dark (TRUE);
  assert_is_drawn_on (thumbnail_at (fixture, 0), DARK);
  g_assert_cmpuint (count_pixels (thumbnail_at (fixture, 0), DARK_BLUE, 0), >, 54);
  g_assert_cmpuint (count_pixels (thumbnail_at (fixture, 14), LIGHT, 0), ==, 0);
  prefer_dark (FALSE);
}

static void
test_thumbnails_follow_the_view (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = qm_window_get_session (fixture->window);
  const QmChart *chart = qm_session_get_chart (session);
  g_auto (QmView) view = qm_view_copy (qm_session_get_view (session));

  thumbnail_at (fixture, 0);
  g_assert_true (qm_view_hide (&view, chart, chart->panels[0].claims[0]->entity, NULL));
  qm_session_set_view (session, &view, NULL);
  assert_is_painted_by_a_thread (fixture, 0);
  g_assert_cmpuint (count_pixels (thumbnail_at (fixture, 0), LIGHT_BLUE, 0), ==, 0);

  /* It is left so. */
  show_chart (fixture, "chip-access");
  g_assert_cmpuint (count_pixels (thumbnail_at (fixture, 0), LIGHT_BLUE, 0), ==, 0);
  qm_session_undo (session);
  qm_session_undo (session);
  g_assert_cmpuint (count_pixels (thumbnail_at (fixture, 0), LIGHT_BLUE, 0), >, 54);
}

/* --- In sight --- */

static gboolean
is_in_sight (GtkListBoxRow *row)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (GTK_WIDGET (row), scroller, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller);
}

/* It takes some frames. */
static void
wait_until_in_sight (WindowFixture *fixture, int place)
{
  for (int i = 0; i < 50 && !is_in_sight (row_at (fixture, place)); i++)
    settle ();
  g_assert_true (is_in_sight (row_at (fixture, place)));
  g_assert_true (gtk_list_box_row_is_selected (row_at (fixture, place)));
}

/* So that the last row is out of sight. */
static int
make_low (WindowFixture *fixture)
{
  int last = (int) fixture->dataset->n_charts - 1;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 400);
  for (int i = 0; i < 50 && gtk_widget_get_height (GTK_WIDGET (fixture->window)) > 500; i++)
    settle ();
  g_assert_false (is_in_sight (row_at (fixture, last)));
  return last;
}

static void
test_the_chart_in_front_is_in_sight (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = qm_window_get_session (fixture->window);
  int last = make_low (fixture);

  show_chart (fixture, fixture->dataset->charts[last].id);
  wait_until_in_sight (fixture, last);
  qm_session_undo (session);
  wait_until_in_sight (fixture, 0);
  qm_session_move_chart (session, 0, (guint) last);
  wait_until_in_sight (fixture, last);
}

/* A list that has just been filled has no places yet. */
static void
test_another_dataset_is_in_sight (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmDataset) other = load_dataset (NULL);
  int last = make_low (fixture);

  show_chart (fixture, fixture->dataset->charts[last].id);
  wait_until_in_sight (fixture, last);
  qm_session_set_dataset (qm_window_get_session (fixture->window), other);
  wait_until_in_sight (fixture, last);
}

static void
test_the_focus_goes_along (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);

  gtk_widget_grab_focus (GTK_WIDGET (row_at (fixture, 0)));
  show_chart (fixture, fixture->dataset->charts[2].id);
  g_assert_true (gtk_window_get_focus (window) == GTK_WIDGET (row_at (fixture, 2)));

  /* But is not taken from elsewhere. */
  gtk_widget_grab_focus (find_widget (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY));
  show_chart (fixture, fixture->dataset->charts[1].id);
  g_assert_false (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (window)));
}

/* --- Searching --- */

static GtkListBoxRow *
first_result (WindowFixture *fixture)
{
  GtkWidget *pane = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_SEARCH_PANE);
  GtkWidget *stack = find_widget (pane, GTK_TYPE_STACK);
  GtkWidget *results = gtk_stack_get_visible_child (GTK_STACK (stack));
  GtkWidget *list = find_widget (results, GTK_TYPE_LIST_BOX);

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
}

static void
type (WindowFixture *fixture, const char *text)
{
  GtkWidget *pane = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_SEARCH_PANE);
  GtkWidget *entry = find_widget (pane, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  /* As after the time that the entry waits for more. */
  g_signal_emit_by_name (entry, "search-changed");
}

/* What is typed while a search goes on is searched for next, and of several the last. */
static void
test_what_is_typed_last_is_found (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmSearchResult *result;

  type (fixture, "c");
  type (fixture, "jap");
  type (fixture, "japan");
  for (int i = 0; i < 50 && qm_search_row_get_result (first_result (fixture)) == NULL; i++)
    settle ();
  for (int i = 0; i < 5; i++)
    settle ();
  result = qm_search_row_get_result (first_result (fixture));
  g_assert_nonnull (strstr (result->title, "Japan"));

  type (fixture, "");
  g_assert_null (qm_search_row_get_result (first_result (fixture)));
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  add_window_test ("/thumbnails/every-chart-has-its-own", test_every_chart_has_its_thumbnail);
  add_window_test ("/thumbnails/follow-the-theme", test_thumbnails_follow_the_theme);
  add_window_test ("/thumbnails/follow-the-view", test_thumbnails_follow_the_view);
  add_window_test ("/sidebar/the-chart-in-front-is-in-sight", test_the_chart_in_front_is_in_sight);
  add_window_test ("/sidebar/another-dataset-is-in-sight", test_another_dataset_is_in_sight);
  add_window_test ("/sidebar/the-focus-goes-along", test_the_focus_goes_along);
  add_window_test ("/search/what-is-typed-last-is-found", test_what_is_typed_last_is_found);
  return g_test_run ();
}
