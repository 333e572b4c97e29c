/* Whole windows in process: that they can be built, work at every size, and follow the desktop. The
 * real pointer and keyboard are in test-window.py. */
#include "app/appearance.h"
#include "app/widgets/message-bar.h"
#include "app/widgets/split.h"
#include "chart-fixture.h"
#include "chart/chart.h"

static void
test_templates (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  QmWindow *window = qm_window_new (NULL, dataset);
  GtkWidget *card = g_object_ref_sink (g_object_new (QM_TYPE_CARD, NULL));
  g_autoptr (GString) said = g_string_new (NULL);
  QmMessageBar *bar;

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  qm_card_show (QM_CARD (card), &dataset->claims[0], NULL, QM_CARD_WHOLE);
  g_object_unref (card);

  bar = QM_MESSAGE_BAR (find_widget (GTK_WIDGET (window), QM_TYPE_MESSAGE_BAR));
  qm_message_bar_show (bar, "done", FALSE);
  qm_message_bar_show (bar, "failed", TRUE);
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.message-of-error", "s", "nothing is found");
  append_texts (GTK_WIDGET (bar), said);
  g_assert_nonnull (strstr (said->str, "Nothing is found"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* More than half of the window is the chart, and two thirds of its width. */
static void
test_first_start (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  GtkWidget *window = GTK_WIDGET (qm_window_new (NULL, dataset)), *view;
  int width, height;

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  settle ();
  view = find_widget (window, QM_TYPE_CHART_VIEW);
  width = gtk_widget_get_width (view);
  height = gtk_widget_get_height (view);
  g_assert_cmpint (3 * width, >, 2 * gtk_widget_get_width (window));
  g_assert_cmpint (2 * width * height, >,
                   gtk_widget_get_width (window) * gtk_widget_get_height (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In a list of windows: by the chart, and by whose chart it is. */
static void
test_titles_tell_windows_apart (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);

  show_chart (fixture, "timeline");
  g_assert_cmpstr (gtk_window_get_title (window), ==,
                   "How the race has run – Scale and open models");
  show_chart (fixture, "data-centre-gap");
  g_assert_cmpstr (gtk_window_get_title (window), ==, "Data-centre lead – Scale and open models");
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
    ChartFixture fixture = { dataset, window, QM_CHART_VIEW (view) };
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

/* A button with a face of its own has the theme's, on which the words of a message cannot be read.
 */
static void
check_buttons_are_flat (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    g_assert_true (gtk_widget_has_css_class (widget, "flat"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_buttons_are_flat (child);
}

/* In the middle of the page, whatever is beside it. */
static void
test_messages (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *bar = find_widget (window, QM_TYPE_MESSAGE_BAR);
  GtkWidget *page = find_widget (window, QM_TYPE_CHART_VIEW);

  check_buttons_are_flat (bar);
  for (int i = 0; i < 2; i++) {
    graphene_rect_t message, chart;

    qm_window_say (fixture->window, "Done", FALSE);
    gtk_test_widget_wait_for_draw (window);
    settle ();
    g_assert_true (gtk_widget_compute_bounds (bar, window, &message));
    g_assert_true (gtk_widget_compute_bounds (page, window, &chart));
    g_assert_cmpfloat_with_epsilon (message.origin.x + message.size.width / 2,
                                    chart.origin.x + chart.size.width / 2, 1);
    gtk_widget_activate_action (window, "win.toggle-evidence", NULL);
    settle ();
  }
}

static graphene_rect_t
bounds_in (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  return bounds;
}

/* Whatever mark's it is, where there is hardly more room than for the card, and whatever room the
 * toolkit and its theme have its buttons take. */
static void
assert_messages_leave_cards (WindowFixture *fixture)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *bar = find_widget (window, QM_TYPE_MESSAGE_BAR);
  QmChartView *view = QM_CHART_VIEW (find_widget (window, QM_TYPE_CHART_VIEW));
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (qm_chart_view_get_scene (view), &n_marks);

  for (gsize i = 0; i < n_marks; i++) {
    graphene_rect_t button, message;

    qm_session_select (qm_window_get_session (fixture->window), marks[i].datum);
    /* The same message as before has another card beside it. */
    if (i % 2 == 0)
      qm_window_say (fixture->window, "Done", FALSE);
    settle ();
    g_assert_nonnull (qm_chart_view_get_pinned_card (view));
    button =
        bounds_in (find_labelled (qm_chart_view_get_pinned_card (view), "Copy citation"), window);
    message = bounds_in (bar, window);
    g_assert_false (graphene_rect_intersection (&message, &button, NULL));
  }
}

static void
test_messages_beside_a_card (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const paddings[] = { "claimcard button { padding: 0 4px; }",
                                          "claimcard button { padding: 8px 14px; }",
                                          "claimcard button { padding: 12px 60px; }" };
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (fixture->window));

  resize (GTK_WIDGET (fixture->window), 480, 360);
  for (gsize i = 0; i < G_N_ELEMENTS (paddings); i++) {
    g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

    gtk_css_provider_load_from_data (style, paddings[i], -1);
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (style),
                                                GTK_STYLE_PROVIDER_PRIORITY_USER);
    settle ();
    assert_messages_leave_cards (fixture);
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (style));
  }
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

  prefer_dark (TRUE);
  g_object_set (settings, "gtk-xft-dpi", 120 * 1024, NULL);
  settle ();
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (view), "dark"));
  g_assert_cmpfloat (title_size (view), >, size * 1.1); /* less than 1.25, to stay on one line */

  prefer_dark (FALSE);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  for (int i = 0; i < 50 && ABS (title_size (view) - size) > 0.1; i++)
    settle ();
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (view), "dark"));
  g_assert_cmpfloat_with_epsilon (title_size (view), size, 0.1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The chart's theme; what GTK's is has to be seen (its pictures are not the same in all versions).
 */
static const char *
theme_in (GtkWidget *window)
{
  static const char *const names[] = { "light", "dark", "high-contrast", "high-contrast-dark" };
  GtkWidget *view = find_widget (window, QM_TYPE_CHART_VIEW);
  const char *found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (gtk_widget_has_css_class (view, names[i])) {
      g_assert_null (found);
      found = names[i];
    }
  return found;
}

static void
test_appearance (void)
{
  static const struct {
    const char *system; /* the desktop's theme */
    gboolean is_dark;
    QmAppearanceChoice choice;
    const char *expected;
    const char *theme; /* GTK's then */
  } cases[] = {
    { "Default", FALSE, QM_APPEARANCE_SYSTEM, "light", "Default" },
    { "HighContrast", FALSE, QM_APPEARANCE_SYSTEM, "high-contrast", "HighContrast" },
    { "HighContrast", TRUE, QM_APPEARANCE_SYSTEM, "high-contrast-dark", "HighContrast" },
    { "Default", FALSE, QM_APPEARANCE_HIGH_CONTRAST, "high-contrast", "HighContrast" },
    { "Default", FALSE, QM_APPEARANCE_DARK, "dark", "Default" },
    { "Default", FALSE, QM_APPEARANCE_LIGHT, "light", "Default" },
    { "Default", FALSE, QM_APPEARANCE_SYSTEM, "light", "Default" },
  };
  QmAppearance *appearance = qm_appearance_get_default ();
  GtkSettings *settings = gtk_settings_get_default ();
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  GtkWidget *window = GTK_WIDGET (qm_window_new (NULL, dataset));

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *theme = NULL;

    if (cases[i].choice == QM_APPEARANCE_SYSTEM)
      qm_appearance_choose (appearance, QM_APPEARANCE_SYSTEM);
    prefer_dark (cases[i].is_dark);
    g_object_set (settings, "gtk-theme-name", cases[i].system, NULL);
    qm_appearance_choose (appearance, cases[i].choice);
    settle ();
    g_object_get (settings, "gtk-theme-name", &theme, NULL);
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpstr (theme_in (window), ==, cases[i].expected);
    g_assert_cmpstr (theme, ==, cases[i].theme);
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- Contrast --- */

static double
light_at (cairo_surface_t *surface, int x, int y)
{
  return qm_color_contrast (qm_color_from_rgb (pixel_at (surface, x, y) & 0xFFFFFF),
                            qm_color_from_rgb (0));
}

/* Between the lightest and the darkest of what is painted there. */
static double
painted_contrast (cairo_surface_t *surface, const graphene_rect_t *place)
{
  int right =
      MIN ((int) (place->origin.x + place->size.width), cairo_image_surface_get_width (surface));
  int bottom =
      MIN ((int) (place->origin.y + place->size.height), cairo_image_surface_get_height (surface));
  double most = 1, least = 21;

  for (int y = MAX ((int) place->origin.y, 0); y < bottom; y++)
    for (int x = MAX ((int) place->origin.x, 0); x < right; x++) {
      double light = light_at (surface, x, y);

      most = MAX (most, light);
      least = MIN (least, light);
    }
  return most / least;
}

static gboolean
is_whole (GtkWidget *widget, GtkWidget *window, graphene_rect_t *place)
{
  graphene_rect_t above, inside;

  if (!gtk_widget_compute_bounds (widget, window, place) || place->size.height < 4)
    return FALSE;
  for (GtkWidget *parent = widget; parent != window; parent = gtk_widget_get_parent (parent))
    if (!gtk_widget_compute_bounds (parent, window, &above) ||
        !graphene_rect_intersection (place, &above, &inside) ||
        !graphene_rect_equal (place, &inside))
      return FALSE;
  return TRUE;
}

static gboolean
has_words (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);

  while (*text != '\0' && !g_unichar_isgraph (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text != '\0';
}

/* Words that can be used: those of what is greyed tell by that that they cannot. */
static int
check_words (GtkWidget *widget, GtkWidget *window, cairo_surface_t *surface, double least)
{
  int n = 0;
  graphene_rect_t place;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) ||
      QM_IS_CHART_VIEW (widget))
    return 0;
  if (GTK_IS_LABEL (widget) && has_words (GTK_LABEL (widget)) &&
      is_whole (widget, window, &place)) {
    double contrast = painted_contrast (surface, &place);

    g_test_message ("%s: %.1f", gtk_label_get_text (GTK_LABEL (widget)), contrast);
    g_assert_cmpfloat (contrast, >=, least);
    n++;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_words (child, window, surface, least);
  return n;
}

/* WCAG 2.1: 1.4.3, and where the reader asks for high contrast 1.4.6. */
static void
test_contrast (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct {
    QmAppearanceChoice choice;
    double least;
    gboolean is_dark; /* the desktop is, which high contrast follows */
  } cases[] = { { QM_APPEARANCE_LIGHT, 4.5, FALSE },
                { QM_APPEARANCE_DARK, 4.5, FALSE },
                { QM_APPEARANCE_HIGH_CONTRAST, 7, FALSE },
                { QM_APPEARANCE_HIGH_CONTRAST, 7, TRUE },
                { QM_APPEARANCE_SYSTEM, 4.5, FALSE } };
  static const char *const pages[] = { "chart", "table", "sources" };
  GtkWidget *window = GTK_WIDGET (fixture->window);

  show_chart (fixture, "europe-genai");
  qm_session_select (qm_window_get_session (fixture->window),
                     qm_dataset_find_claim (fixture->dataset, "europe-genai-2023"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    qm_appearance_choose (qm_appearance_get_default (), cases[i].choice);
    if (cases[i].is_dark)
      prefer_dark (TRUE);
    for (gsize j = 0; j < G_N_ELEMENTS (pages); j++) {
      cairo_surface_t *surface;

      activate (fixture, "win.page", "s", pages[j]);
      settle ();
      surface = paint_widget (window);
      g_test_message ("--- %s in case %" G_GSIZE_FORMAT, pages[j], i);
      g_assert_cmpint (check_words (window, window, surface, cases[i].least), >, 20);
      cairo_surface_destroy (surface);
    }
  }
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  g_test_add_func ("/window/every-template-can-be-built", test_templates);
  g_test_add_func ("/window/the-chart-gets-most-of-it-at-the-first-start", test_first_start);
  g_test_add_func ("/window/the-sidebar-comes-up-over-a-small-chart", test_sidebar_over_the_chart);
  g_test_add_func ("/window/follows-the-desktop", test_follows_the_desktop);
  g_test_add_func ("/window/appearance-is-what-was-chosen", test_appearance);
  add_window_test ("/window/words-stand-out", test_contrast);
  add_window_test ("/window/titles-tell-windows-apart", test_titles_tell_windows_apart);
  add_window_test ("/window/messages-are-in-the-middle-of-the-page", test_messages);
  add_window_test ("/window/messages-leave-a-card-its-buttons", test_messages_beside_a_card);
  g_test_add_data_func ("/window/works-at-every-size/en", "en", test_sizes);
  g_test_add_data_func ("/window/works-at-every-size/vi", "vi", test_sizes);
  return g_test_run ();
}
