/* A chart in process: what it paints, what its card says, and its marks for keyboard and screen
 * reader. The real pointer and keyboard are in test-window.py. */
#include "app/chart-view/mark-widget.h"
#include "chart-fixture.h"

#include <string.h>

/* --- Painting --- */

/* The view's border and padding lie around the picture. */
static void
assert_painted (ChartFixture *fixture)
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
test_pixels (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
  case GSK_CLIP_NODE: /* the shadow of the card may reach over the edge */
    find_picture (gsk_clip_node_get_child (node), picture);
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
test_hovering_keeps_the_picture (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
test_every_mark_has_its_card (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
test_all_ranks_cite_their_paragraph (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
test_the_card_waits_for_the_pointer (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmScene *scene = qm_chart_view_get_scene (fixture->view);
  GtkWidget *card = find_widget (GTK_WIDGET (fixture->view), QM_TYPE_CARD);
  const QmPoint nowhere = { 1, 1 };
  graphene_rect_t bounds;

  move_to (fixture, point_of (scene, 0));
  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (fixture->view), &bounds));
  move_to (fixture, nowhere);
  g_assert_true (gtk_widget_get_visible (card));
  move_to (fixture, (QmPoint) { bounds.origin.x + 20, bounds.origin.y + 20 });
  g_usleep (350 * 1000);
  settle ();
  g_assert_true (gtk_widget_get_visible (card));

  move_to (fixture, nowhere);
  g_usleep (350 * 1000);
  settle ();
  g_assert_false (gtk_widget_get_visible (card));
}

static void
test_closing_lasts_until_another_mark (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmScene *scene = qm_chart_view_get_scene (fixture->view);
  QmPoint first = point_of (scene, 0);

  move_to (fixture, first);
  g_assert_true (qm_chart_view_close_card (fixture->view));
  g_assert_false (qm_chart_view_close_card (fixture->view));
  move_to (fixture, (QmPoint) { first.x + 2, first.y });
  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, -1);
  move_to (fixture, point_of (scene, 1));
  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, 1);
}

/* As when something else is undone. */
static void
test_closing_lasts_while_the_same_is_selected (ChartFixture *fixture,
                                               gconstpointer data G_GNUC_UNUSED)
{
  const QmClaim *claim = fixture->dataset->charts[0].panels[0].claims[0];

  show (fixture, fixture->dataset->charts[0].id);
  qm_chart_view_set_selected (fixture->view, claim, TRUE);
  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), >=, 0);
  g_assert_true (qm_chart_view_close_card (fixture->view));
  qm_chart_view_set_selected (fixture->view, claim, TRUE);
  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, -1);
}

/* The real pointer's motion, when what is under it changes, has the coordinates there were. */
static void
test_a_pointer_at_rest_asks_for_no_card (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmPoint point = point_of (qm_chart_view_get_scene (fixture->view), 0);

  move_to (fixture, point);
  show (fixture, "start-ups");
  move_to (fixture, point);
  show (fixture, "data-centre-gap");
  move_to (fixture, point);
  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, -1);
  move_to (fixture, (QmPoint) { point.x + 2, point.y });
  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, 0);
}

/* --- Marks for keyboard and screen reader --- */

static void
test_marks_are_a_list (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
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
test_the_chart_is_one_tab_stop (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
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

/* --- More marks than anybody can read --- */

#define N_MANY 1200

/* A line through so many figures. */
static QmDataset *
load_many (void)
{
  g_autoptr (GString) claims = g_string_new (NULL), ids = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autofree char *text = NULL;
  QmDataset *dataset;

  for (int i = 0; i < N_MANY; i++) {
    g_string_append_printf (claims,
                            "%s{\"id\":\"c%d\",\"measure\":\"m\",\"entity\":\"e\",\"time\":\"%d\","
                            "\"value\":%d,\"statement\":\"S.\",\"cites\":[{\"source\":\"s\"}]}",
                            i > 0 ? "," : "", i, 1000 + i, i * 7919 % 1000 + 1);
    g_string_append_printf (ids, "%s\"c%d\"", i > 0 ? "," : "", i);
  }
  text = g_strdup_printf (
      "{\"quymo\":1,\"title\":\"Many\",\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":"
      "\"report\"}],\"entities\":[{\"id\":\"e\",\"name\":\"E\"}],\"measures\":[{\"id\":\"m\","
      "\"name\":\"M\",\"unit\":\"USD\"}],\"claims\":[%s],\"charts\":[{\"id\":\"many\",\"topic\":"
      "\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"T\",\"panels\":[{\"form\":\"line\","
      "\"claims\":[%s]}]}]}",
      claims->str, ids->str);
  dataset = qm_dataset_read ("many", text, strlen (text), qm_forms, problems);
  g_assert_nonnull (dataset);
  return dataset;
}

static guint
count_mark_widgets (ChartFixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += QM_IS_MARK_WIDGET (child);
  return n;
}

/* There are widgets for some, and the keyboard reaches all. */
static void
test_many_marks (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmDataset) many = load_many ();
  GtkWindow *window = GTK_WINDOW (fixture->window);
  const QmMark *marks;
  gsize n_marks;

  qm_chart_view_show (fixture->view, many, &many->charts[0], &qm_view_default);
  settle ();
  marks = qm_scene_get_marks (qm_chart_view_get_scene (fixture->view), &n_marks);
  g_assert_cmpuint (n_marks, ==, N_MANY);
  g_assert_cmpuint (count_mark_widgets (fixture), <, N_MANY / 2);
  assert_painted (fixture);

  qm_chart_view_set_selected (fixture->view, marks[N_MANY - 1].datum, TRUE);
  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, N_MANY - 1);
  gtk_window_set_focus (window, NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_FORWARD));
  g_assert_true (qm_mark_widget_get_claim (QM_MARK_WIDGET (gtk_window_get_focus (window))) ==
                 marks[N_MANY - 1].datum);
  g_assert_cmpuint (count_mark_widgets (fixture), <, N_MANY / 2);
  settle ();
}

/* --- What is read off --- */

/* Its value and its label, each of which tells it; marks have cards. */
static void
test_a_reading_can_be_pointed_at (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmView view = { .year = { 2027, 0, 0 } };
  const QmScene *scene;
  const QmShape *shapes;
  gsize n_shapes;
  guint n_readings = 0;

  qm_chart_view_show (fixture->view, fixture->dataset,
                      qm_dataset_find_chart (fixture->dataset, "industrial-share"), &view);
  settle ();
  scene = qm_chart_view_get_scene (fixture->view);
  shapes = qm_scene_get_shapes (scene, &n_shapes);
  for (gsize i = 0; i < n_shapes; i++) {
    QmPoint centre = qm_rect_centre (shapes[i].bounds);
    g_autofree char *words = qm_chart_view_word_reading (fixture->view, centre.x, centre.y);

    if (shapes[i].target == QM_TARGET_READING) {
      n_readings++;
      g_assert_true (qm_chart_view_is_empty_at (fixture->view, centre.x, centre.y));
      g_assert_nonnull (words);
      g_assert_true (g_str_has_prefix (words, "China, 2027: about 35.2%, "));
      g_assert_nonnull (strstr (words, "and 2030, not in the source"));
    } else if (shapes[i].mark >= 0 && shapes[i].kind == QM_SHAPE_DISC) {
      g_assert_null (words);
      g_assert_false (qm_chart_view_is_empty_at (fixture->view, centre.x, centre.y));
    }
  }
  g_assert_cmpuint (n_readings, ==, 2);
}

static char *
many_bars (int n)
{
  GString *text = g_string_new (
      "{\"quymo\":1,\"title\":\"T\",\"sources\":[{\"id\":\"s\",\"kind\":\"report\",\"title\":"
      "\"S\"}],\"measures\":[{\"id\":\"m\",\"name\":\"M\",\"unit\":\"number\"}],\"claims\":[");

  for (int i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"c%d\",\"measure\":\"m\",\"value\":%d,\"label\":\"B%d\","
                            "\"statement\":\"Said.\",\"cites\":[{\"source\":\"s\"}]}",
                            i > 0 ? "," : "", i, n - i, i);
  g_string_append (text, "],\"charts\":[{\"id\":\"c\",\"topic\":\"T\",\"name\":\"N\",\"summary\":"
                         "\"S\",\"title\":\"Title\",\"panels\":[{\"form\":\"bars\",\"claims\":[");
  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s\"c%d\"", i > 0 ? "," : "", i);
  g_string_append (text, "]}]}]}");
  return g_string_free (text, FALSE);
}

static void
note_page (GSimpleAction *action G_GNUC_UNUSED, GVariant *page, gpointer data)
{
  g_free (*(char **) data);
  *(char **) data = g_variant_dup_string (page, NULL);
}

static GtkWidget *
find_others (ChartFixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "others"))
      return child;
  return NULL;
}

/* After the last mark the arrows and End come to the words that count the others, which say what
 * they do, and do it when they are pressed. */
static void
test_others_are_reached_by_keyboard (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = many_bars (120), *page = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();
  g_autoptr (QmDataset) many = qm_dataset_read ("m", text, strlen (text), qm_forms, problems);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("page", G_VARIANT_TYPE_STRING);
  GtkWidget *others;
  graphene_rect_t bounds;

  g_assert_nonnull (many);
  g_assert_null (find_others (fixture));
  g_signal_connect (action, "activate", G_CALLBACK (note_page), &page);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));

  qm_chart_view_show (fixture->view, many, &many->charts[0], &qm_view_default);
  settle ();
  others = find_others (fixture);
  g_assert_nonnull (others);
  gtk_test_accessible_assert_role (others, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_assert_true (gtk_widget_compute_bounds (others, GTK_WIDGET (fixture->view), &bounds));
  g_assert_nonnull (qm_scene_find_target (qm_chart_view_get_scene (fixture->view), QM_TARGET_OTHERS,
                                          (QmPoint) { bounds.origin.x + bounds.size.width / 2,
                                                      bounds.origin.y + bounds.size.height / 2 },
                                          0));

  qm_chart_view_take_focus (fixture->view, &many->claims[0]);
  settle ();
  press_key (GTK_WIDGET (fixture->view), GDK_KEY_End);
  settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == others);
  press_key (GTK_WIDGET (fixture->view), GDK_KEY_Left);
  settle ();
  g_assert_true (QM_IS_MARK_WIDGET (gtk_root_get_focus (GTK_ROOT (fixture->window))));
  press_key (GTK_WIDGET (fixture->view), GDK_KEY_Right);
  settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == others);
  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, -1);
  g_signal_emit_by_name (others, "clicked");
  g_assert_cmpstr (page, ==, "table");

  show (fixture, fixture->dataset->charts[0].id);
  g_assert_null (find_others (fixture));
}

#define ADD(name, test) g_test_add (name, ChartFixture, NULL, set_up_chart, test, tear_down_chart)

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  ADD ("/chart-view/paints-the-pixels-of-the-export", test_pixels);
  ADD ("/chart-view/hovering-keeps-the-picture", test_hovering_keeps_the_picture);
  ADD ("/card/every-mark-has-its-own", test_every_mark_has_its_card);
  ADD ("/card/all-ranks-cite-their-paragraph", test_all_ranks_cite_their_paragraph);
  ADD ("/card/waits-for-the-pointer-on-its-way", test_the_card_waits_for_the_pointer);
  ADD ("/card/stays-closed-until-another-mark", test_closing_lasts_until_another_mark);
  ADD ("/card/stays-closed-while-the-same-is-selected",
       test_closing_lasts_while_the_same_is_selected);
  ADD ("/card/is-not-asked-for-by-a-pointer-at-rest", test_a_pointer_at_rest_asks_for_no_card);
  ADD ("/chart-view/a-reading-can-be-pointed-at", test_a_reading_can_be_pointed_at);
  ADD ("/marks/are-a-list-with-everything-in-the-label", test_marks_are_a_list);
  ADD ("/marks/are-one-tab-stop", test_the_chart_is_one_tab_stop);
  ADD ("/marks/can-be-many", test_many_marks);
  ADD ("/marks/others-are-reached-by-keyboard", test_others_are_reached_by_keyboard);
  return g_test_run ();
}
