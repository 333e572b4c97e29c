/* The window in process: what it paints, what its card says, and that it works at every size. The
 * real pointer and keyboard are in test-window.py. */
#include "app/chart-view/card.h"
#include "app/chart-view/chart-view.h"
#include "app/chart-view/mark-widget.h"
#include "app/widgets/message-bar.h"
#include "app/widgets/split.h"
#include "app/window/window.h"
#include "base/language.h"
#include "chart/wording.h"
#include "ui-resource.h"
#include "window-fixture.h"

#include <math.h>

/* --- A window with nothing but a chart --- */

typedef struct {
  QmDataset *dataset;
  GtkWidget *window;
  QmChartView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->dataset = load_dataset (NULL);
  fixture->view = g_object_new (QM_TYPE_CHART_VIEW, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 840, 640);
  qm_chart_view_show (fixture->view, fixture->dataset, &fixture->dataset->charts[0],
                      &qm_view_default);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  qm_dataset_unref (fixture->dataset);
}

static void
show (Fixture *fixture, const char *id)
{
  qm_chart_view_show (fixture->view, fixture->dataset, qm_dataset_find_chart (fixture->dataset, id),
                      &qm_view_default);
  settle ();
}

/* What the pointer does, without one. */
static GtkEventController *
find_motion (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
      return controller;
  }
  g_assert_not_reached ();
}

static void
move_to (Fixture *fixture, QmPoint point)
{
  g_signal_emit_by_name (find_motion (fixture), "motion", point.x, point.y);
  settle ();
}

/* A card may lie over the next mark. */
static void
leave_and_move_to (Fixture *fixture, QmPoint point)
{
  g_signal_emit_by_name (find_motion (fixture), "leave");
  move_to (fixture, point);
}

/* --- Painting --- */

/* The view's border and padding lie around the picture. */
static void
assert_painted (Fixture *fixture)
{
  const QmScene *scene = qm_chart_view_get_scene (fixture->view);
  int width = (int) qm_scene_get_width (scene), height = (int) qm_scene_get_height (scene);
  cairo_surface_t *expected = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_t *painted = paint_widget (GTK_WIDGET (fixture->view));
  cairo_t *cr = cairo_create (expected);
  graphene_rect_t bounds;
  guint n_different = 0;

  qm_scene_draw (scene, cr);
  cairo_destroy (cr);
  cairo_surface_flush (expected);
  g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (fixture->view), GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpint (width, ==, gtk_widget_get_width (GTK_WIDGET (fixture->view)));
  g_assert_cmpint (height, ==, gtk_widget_get_height (GTK_WIDGET (fixture->view)));

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n_different += pixel_at (expected, x, y) !=
                     pixel_at (painted, x - (int) bounds.origin.x, y - (int) bounds.origin.y);
  g_assert_cmpuint (n_different, ==, 0);

  cairo_surface_destroy (painted);
  cairo_surface_destroy (expected);
}

static void
test_pixels (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (gsize i = 0; i < fixture->dataset->n_charts; i++) {
    qm_chart_view_show (fixture->view, fixture->dataset, &fixture->dataset->charts[i],
                        &qm_view_default);
    qm_chart_view_set_theme (fixture->view, &qm_theme_light);
    settle ();
    assert_painted (fixture);
    qm_chart_view_set_theme (fixture->view, &qm_theme_dark);
    settle ();
    assert_painted (fixture);
  }
}

/* The node that is the chart's picture: the largest that Cairo has drawn. */
static void
find_picture (GskRenderNode *node, GskRenderNode **picture)
{
  graphene_rect_t bounds, largest = { 0 };

  switch ((int) gsk_render_node_get_node_type (node)) {
  case GSK_CONTAINER_NODE:
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      find_picture (gsk_container_node_get_child (node, i), picture);
    break;
  case GSK_TRANSFORM_NODE:
    find_picture (gsk_transform_node_get_child (node), picture);
    break;
  case GSK_CAIRO_NODE:
    gsk_render_node_get_bounds (node, &bounds);
    if (*picture != NULL)
      gsk_render_node_get_bounds (*picture, &largest);
    if (bounds.size.width * bounds.size.height > largest.size.width * largest.size.height)
      *picture = node;
    break;
  default:
    break;
  }
}

static void
test_hovering_keeps_the_picture (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (qm_chart_view_get_scene (fixture->view), &n_marks);
  double width, height;
  GskRenderNode *before = snapshot (GTK_WIDGET (fixture->view), &width, &height), *after;
  GskRenderNode *picture_before = NULL, *picture_after = NULL;
  graphene_rect_t bounds;

  find_picture (before, &picture_before);
  g_assert_nonnull (picture_before);
  gsk_render_node_get_bounds (picture_before, &bounds);
  g_assert_cmpfloat (bounds.size.width, ==, gtk_widget_get_width (GTK_WIDGET (fixture->view)));

  move_to (fixture, qm_rect_centre (marks[0].bounds));
  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, 0);
  after = snapshot (GTK_WIDGET (fixture->view), &width, &height);
  find_picture (after, &picture_after);
  g_assert_true (before != after);
  g_assert_true (picture_before == picture_after);

  gsk_render_node_unref (before);
  gsk_render_node_unref (after);
}

/* --- The card --- */

static void
append_texts (GtkWidget *widget, GString *texts)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_texts (child, texts);
}

static char *
card_text (Fixture *fixture)
{
  GString *texts = g_string_new (NULL);

  append_texts (find_widget (GTK_WIDGET (fixture->view), QM_TYPE_CARD), texts);
  return g_string_free (texts, FALSE);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("no \"%s\" in: %s", part, text);
}

/* Some point that belongs to the mark: a mark of several squares has holes. */
static QmPoint
point_of (const QmScene *scene, int mark)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++) {
    QmPoint centre = qm_rect_centre (shapes[i].bounds);

    if (shapes[i].mark == mark && qm_scene_pick (scene, centre, 0) == mark)
      return centre;
  }
  g_error ("nothing to point at in mark %d", mark);
}

static void
assert_card_of (Fixture *fixture, int mark, gboolean has_room)
{
  const QmScene *scene = qm_chart_view_get_scene (fixture->view);
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);
  const QmClaim *claim = marks[mark].datum;
  g_autofree char *value = qm_wording_value_in_words (claim);
  g_autofree char *citation = qm_wording_citation (&claim->citations[0]);
  g_autofree char *text = NULL;
  GtkWidget *card = find_widget (GTK_WIDGET (fixture->view), QM_TYPE_CARD);
  graphene_rect_t bounds;
  QmRect place;

  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, mark);
  g_assert_true (gtk_widget_get_visible (card));
  text = card_text (fixture);
  assert_contains (text, citation);
  if (claim->kind == QM_CLAIM_FIGURE) {
    assert_contains (text, value);
    assert_contains (text, qm_wording_standing (claim->quantity.standing));
  } else
    assert_contains (text, qm_text_get (claim->statement));

  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (fixture->view), &bounds));
  place = (QmRect){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  g_assert_cmpfloat (place.x, >=, 0);
  g_assert_cmpfloat (place.y, >=, 0);
  g_assert_cmpfloat (qm_rect_right (place), <=, qm_scene_get_width (scene));
  g_assert_cmpfloat (qm_rect_bottom (place), <=, qm_scene_get_height (scene));
  if (has_room)
    g_assert_false (qm_rect_overlaps (place, marks[mark].bounds));
}

static void
test_every_mark_has_its_card (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (gsize i = 0; i < fixture->dataset->n_charts; i++) {
    const QmScene *scene;
    gsize n_marks;

    show (fixture, fixture->dataset->charts[i].id);
    scene = qm_chart_view_get_scene (fixture->view);
    qm_scene_get_marks (scene, &n_marks);
    g_assert_cmpuint (n_marks, >, 0);
    for (int mark = 0; mark < (int) n_marks; mark++) {
      leave_and_move_to (fixture, point_of (scene, mark));
      assert_card_of (fixture, mark, TRUE);
    }
  }
}

static void
test_all_ranks_cite_their_paragraph (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmScene *scene;
  gsize n_marks;

  show (fixture, "design-arena");
  scene = qm_chart_view_get_scene (fixture->view);
  qm_scene_get_marks (scene, &n_marks);
  g_assert_cmpuint (n_marks, ==, 17);
  for (int mark = 0; mark < 17; mark++) {
    g_autofree char *text = NULL;

    leave_and_move_to (fixture, point_of (scene, mark));
    text = card_text (fixture);
    assert_contains (text, "[2]");
    assert_contains (text, "¶9");
  }
}

static void
test_the_card_waits_for_the_pointer (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmScene *scene = qm_chart_view_get_scene (fixture->view);
  GtkWidget *card = find_widget (GTK_WIDGET (fixture->view), QM_TYPE_CARD);
  const QmPoint nowhere = { 1, 1 };
  graphene_rect_t bounds;

  move_to (fixture, point_of (scene, 0));
  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (fixture->view), &bounds));
  move_to (fixture, nowhere);
  g_assert_true (gtk_widget_get_visible (card));
  move_to (fixture, (QmPoint){ bounds.origin.x + 20, bounds.origin.y + 20 });
  g_usleep (350 * 1000);
  settle ();
  g_assert_true (gtk_widget_get_visible (card));

  move_to (fixture, nowhere);
  g_usleep (350 * 1000);
  settle ();
  g_assert_false (gtk_widget_get_visible (card));
}

static void
test_closing_lasts_until_another_mark (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmScene *scene = qm_chart_view_get_scene (fixture->view);
  QmPoint first = point_of (scene, 0);

  move_to (fixture, first);
  g_assert_true (qm_chart_view_close_card (fixture->view));
  g_assert_false (qm_chart_view_close_card (fixture->view));
  move_to (fixture, (QmPoint){ first.x + 2, first.y });
  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, -1);
  move_to (fixture, point_of (scene, 1));
  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, 1);
}

/* The real pointer's motion, when what is under it changes, has the coordinates there were. */
static void
test_a_pointer_at_rest_asks_for_no_card (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmPoint point = point_of (qm_chart_view_get_scene (fixture->view), 0);

  move_to (fixture, point);
  show (fixture, "start-ups");
  move_to (fixture, point);
  show (fixture, "data-centre-gap");
  move_to (fixture, point);
  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, -1);
  move_to (fixture, (QmPoint){ point.x + 2, point.y });
  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, 0);
}

/* --- Marks for keyboard and screen reader --- */

static void
test_marks_are_a_list (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gsize n_marks;
  const QmMark *marks;
  GtkWidget *child;

  show (fixture, "design-arena");
  marks = qm_scene_get_marks (qm_chart_view_get_scene (fixture->view), &n_marks);
  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_LIST);

  child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
  for (gsize i = 0; i < n_marks; i++, child = gtk_widget_get_next_sibling (child)) {
    g_autofree char *words = qm_wording_claim (marks[i].datum);
    g_autofree char *label = g_strdup_printf ("%s %d of 17", words, (int) i + 1);
    g_autofree char *found = NULL;

    g_assert_true (QM_IS_MARK_WIDGET (child));
    gtk_test_accessible_assert_role (child, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
    found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (child),
                                                GTK_ACCESSIBLE_PROPERTY_LABEL, label);
    g_assert_cmpstr (found, ==, NULL);
  }
  g_assert_false (QM_IS_MARK_WIDGET (child));
}

static void
test_the_chart_is_one_tab_stop (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GtkWidget *mark = gtk_widget_get_first_child (view);
  int n_buttons = 0;

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == mark);
  settle ();
  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, 0);

  for (; gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD); n_buttons++)
    g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  g_assert_cmpint (n_buttons, >=, 3);

  while (n_buttons-- > 0)
    g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == mark);
  g_assert_false (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
}

/* --- Whole windows --- */

static void
test_templates (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  QmWindow *window = qm_window_new (NULL, dataset);
  GtkWidget *card = g_object_ref_sink (qm_card_new ());
  QmMessageBar *bar;

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  qm_card_set_claim (QM_CARD (card), &dataset->claims[0]);
  g_object_unref (card);

  bar = QM_MESSAGE_BAR (find_widget (GTK_WIDGET (window), QM_TYPE_MESSAGE_BAR));
  qm_message_bar_show (bar, "done", FALSE);
  qm_message_bar_show (bar, "failed", TRUE);
  settle ();
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
resize (GtkWidget *window, int width, int height)
{
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  while ((gdk_surface_get_width (surface) != width || gdk_surface_get_height (surface) != height) &&
         g_get_monotonic_time () < end)
    settle ();
  g_assert_cmpint (gdk_surface_get_width (surface), ==, width);
  g_assert_cmpint (gdk_surface_get_height (surface), ==, height);
  settle ();
}

static void
test_sizes (gconstpointer language)
{
  static const int sizes[][2] = { { 480, 360 },  { 639, 480 },   { 640, 480 },  { 641, 400 },
                                  { 900, 600 },  { 1280, 720 },  { 480, 1000 }, { 1920, 1080 },
                                  { 2560, 500 }, { 3840, 2160 }, { 480, 360 } };
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  GtkWidget *window, *view, *split;
  int minimum;

  g_assert_true (qm_language_use (language));
  window = GTK_WIDGET (qm_window_new (NULL, dataset));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 480);
  gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, 480, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  view = find_widget (window, QM_TYPE_CHART_VIEW);
  split = find_widget (window, QM_TYPE_SPLIT);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    Fixture fixture = { dataset, window, QM_CHART_VIEW (view) };
    const QmScene *scene;
    gboolean is_small;
    gsize n_marks;

    resize (window, sizes[i][0], sizes[i][1]);
    is_small = gtk_widget_get_width (split) < 640;
    g_assert_cmpint (qm_split_is_overlay (QM_SPLIT (split)), ==, is_small);
    g_assert_cmpint (qm_split_get_open (QM_SPLIT (split)), ==, !is_small);
    scene = qm_chart_view_get_scene (QM_CHART_VIEW (view));
    g_assert_cmpfloat (qm_scene_get_width (scene), ==, gtk_widget_get_width (view));
    g_assert_cmpfloat (qm_scene_get_height (scene), ==, gtk_widget_get_height (view));
    qm_scene_get_marks (scene, &n_marks);
    leave_and_move_to (&fixture, point_of (scene, (int) n_marks - 1));
    assert_card_of (&fixture, (int) n_marks - 1, FALSE);
  }
  gtk_window_destroy (GTK_WINDOW (window));
  qm_language_use ("en");
}

static void
test_sidebar_over_the_chart (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  GtkWidget *window = GTK_WIDGET (qm_window_new (NULL, dataset));
  QmSplit *split = QM_SPLIT (find_widget (window, QM_TYPE_SPLIT));
  GtkWidget *view = find_widget (window, QM_TYPE_CHART_VIEW);
  int width;

  gtk_window_set_default_size (GTK_WINDOW (window), 600, 480);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  settle ();
  width = gtk_widget_get_width (view);
  g_assert_false (qm_split_get_open (split));

  gtk_widget_activate_action (window, "win.toggle-sidebar", NULL);
  settle ();
  g_assert_true (qm_split_get_open (split));
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (GTK_WINDOW (window))));
  g_assert_cmpint (gtk_widget_get_width (view), ==, width);
  gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (window)));
  settle ();
  g_assert_false (qm_split_get_open (split));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The size of the title's font, in pixels. */
static double
title_size (QmChartView *view)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (qm_chart_view_get_scene (view), &n_shapes);

  return (double) pango_font_description_get_size (
             pango_layout_get_font_description (shapes[0].layout)) /
         PANGO_SCALE;
}

static void
test_follows_the_desktop (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  GtkWidget *window = GTK_WIDGET (qm_window_new (NULL, dataset));
  QmChartView *view = QM_CHART_VIEW (find_widget (window, QM_TYPE_CHART_VIEW));
  GtkSettings *settings = gtk_settings_get_default ();
  double size;

  gtk_window_set_default_size (GTK_WINDOW (window), 1800, 1200);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  settle ();
  size = title_size (view);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (view), "dark"));

  g_object_set (settings, "gtk-application-prefer-dark-theme", TRUE, "gtk-xft-dpi", 120 * 1024,
                NULL);
  settle ();
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (view), "dark"));
  g_assert_cmpfloat (title_size (view), >, size * 1.1); /* less than 1.25, to stay on one line */

  g_object_set (settings, "gtk-application-prefer-dark-theme", FALSE, "gtk-xft-dpi", 96 * 1024,
                NULL);
  settle ();
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (view), "dark"));
  g_assert_cmpfloat_with_epsilon (title_size (view), size, 0.1);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  /* Warns of properties that are deprecated, in templates too. */
  g_setenv ("G_ENABLE_DIAGNOSTIC", "1", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  qm_language_init ();
  qm_ui_register_resource ();

  g_test_add_func ("/window/every-template-can-be-built", test_templates);
  g_test_add_func ("/window/the-sidebar-comes-up-over-a-small-chart", test_sidebar_over_the_chart);
  g_test_add_func ("/window/follows-the-desktop", test_follows_the_desktop);
  ADD ("/chart-view/paints-the-pixels-of-the-export", test_pixels);
  ADD ("/chart-view/hovering-keeps-the-picture", test_hovering_keeps_the_picture);
  ADD ("/card/every-mark-has-its-own", test_every_mark_has_its_card);
  ADD ("/card/all-ranks-cite-their-paragraph", test_all_ranks_cite_their_paragraph);
  ADD ("/card/waits-for-the-pointer-on-its-way", test_the_card_waits_for_the_pointer);
  ADD ("/card/stays-closed-until-another-mark", test_closing_lasts_until_another_mark);
  ADD ("/card/is-not-asked-for-by-a-pointer-at-rest", test_a_pointer_at_rest_asks_for_no_card);
  ADD ("/marks/are-a-list-with-everything-in-the-label", test_marks_are_a_list);
  ADD ("/marks/are-one-tab-stop", test_the_chart_is_one_tab_stop);
  g_test_add_data_func ("/window/works-at-every-size/en", "en", test_sizes);
  g_test_add_data_func ("/window/works-at-every-size/vi", "vi", test_sizes);
  return g_test_run ();
}
