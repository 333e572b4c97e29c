/* A window with the built-in dataset, for tests that use it in process. */
#pragma once

#include "app/widgets/popovers.h"
#include "app/window/window.h"
#include "base/language.h"
#include "chart/view/view-json.h"
#include "load-dataset.h"
#include "ui-resource.h"

typedef struct {
  QmDataset *dataset;
  QmWindow *window;
} WindowFixture;

/* Everything that is due now, and the frame after it. What counts is the time in which nothing is
 * due, so that a busy machine takes no less of it. */
static inline void
settle (void)
{
  for (int n_moments = 0; n_moments < 60; n_moments++) {
    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_usleep (1000);
  }
}

/* The first widget of that type below widget. */
static inline GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static inline GtkWidget *
find_by_css_class (GtkWidget *widget, const char *css_class)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, css_class) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_by_css_class (child, css_class);
  return found;
}

/* What hears of the pointer. (unowned) */
static inline GtkEventController *
find_motion (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
      return controller;
  }
  g_assert_not_reached ();
}

/* As if it had come to the widget. */
static inline void
press_key (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean is_handled = FALSE;

  for (guint i = 0; !is_handled && i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &is_handled);
  }
  g_assert_true (is_handled);
}

static inline GskRenderNode *
snapshot (GtkWidget *widget, double *width, double *height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  *width = gdk_paintable_get_intrinsic_width (paintable);
  *height = gdk_paintable_get_intrinsic_height (paintable);
  gdk_paintable_snapshot (paintable, snapshot, *width, *height);
  return gtk_snapshot_free_to_node (snapshot);
}

/* As it is painted in the next frame: what is due may not be painted yet. */
static inline cairo_surface_t *
paint_widget (GtkWidget *widget)
{
  double width, height;
  GskRenderNode *node;
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GdkTexture) texture = NULL;
  cairo_surface_t *surface;

  gtk_test_widget_wait_for_draw (widget);
  node = snapshot (widget, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  g_assert_true (gsk_renderer_realize (renderer, NULL, NULL));
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);
  gsk_renderer_unrealize (renderer);
  gsk_render_node_unref (node);
  return surface;
}

static inline guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const unsigned char *row = cairo_image_surface_get_data (surface) +
                             (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x];
}

/* With the dataset file of that path, or for NULL the built-in one, and both panes open. */
static inline void
open_window (WindowFixture *fixture, const char *path)
{
  QmLayout layout = qm_layout_default;

  layout.is_evidence_open = TRUE;
  fixture->dataset = load_dataset (path);
  fixture->window = qm_window_new (NULL, fixture->dataset);
  qm_window_set_layout (fixture->window, &layout);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  settle ();
}

static inline void
set_up_window (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_window (fixture, NULL);
}

static inline void
tear_down_window (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  /* As the application does, of which there is none here. */
  qm_popovers_close (GTK_WIDGET (fixture->window));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  qm_dataset_unref (fixture->dataset);
}

static inline void
clipboard_read_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  g_autoptr (GError) error = NULL;

  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_assert_no_error (error);
}

/* The text that was copied; where nothing answers, GTK's own time is over at some point. */
static inline char *
read_clipboard (WindowFixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL,
                                 clipboard_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

static inline void
show_chart (WindowFixture *fixture, const char *id)
{
  qm_session_show_chart (qm_window_get_session (fixture->window),
                         qm_dataset_find_chart (fixture->dataset, id));
  settle ();
}

static inline void
assert_view (WindowFixture *fixture, const char *expected)
{
  QmSession *session = qm_window_get_session (fixture->window);
  g_autofree char *view =
      qm_view_to_json (qm_session_get_chart (session), qm_session_get_view (session));

  g_assert_cmpstr (view, ==, expected);
}

static inline void
activate (WindowFixture *fixture, const char *action, const char *format, ...)
{
  va_list arguments;
  GVariant *parameter;

  va_start (arguments, format);
  parameter = format != NULL ? g_variant_new_va (format, NULL, &arguments) : NULL;
  va_end (arguments);
  g_assert_true (
      gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), action, parameter));
  settle ();
}

/* The button of that label that can be seen. */
static inline GtkWidget *
find_labelled (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_labelled (child, label);
  return found;
}

static inline void
press_button (WindowFixture *fixture, const char *label)
{
  GtkWidget *button = NULL;

  for (int i = 0; i < 50 && button == NULL; i++) {
    settle ();
    button = find_labelled (GTK_WIDGET (fixture->window), label);
  }
  if (button == NULL)
    g_error ("there is no button “%s”", label);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

/* As the application does, of which there is none here. */
static inline GtkCssProvider *
load_style (void)
{
  static GtkCssProvider *style;

  if (style == NULL) {
    style = gtk_css_provider_new ();
    gtk_css_provider_load_from_resource (style, "/io/github/quymo/Quymo/style.css");
    gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                                GTK_STYLE_PROVIDER (style),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  }
  return style;
}

/* As a desktop does; GTK 4.20 has a scheme of colours instead of the older setting. */
static inline void
prefer_dark (gboolean is_dark)
{
  GtkSettings *settings = gtk_settings_get_default ();
  const char *scheme = "gtk-interface-color-scheme"; /* 1: as usual, 2: dark */

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (settings), scheme) != NULL)
    g_object_set (settings, scheme, is_dark ? 2 : 1, NULL);
  else
    g_object_set (settings, "gtk-application-prefer-dark-theme", is_dark, NULL);
}

/* GTK 4.24 says this of the first popover where there is no compositor, also in a program of
 * nothing else; all other warnings end the test. */
static inline GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  const char *ignored = "gdk_frame_timings_submitted() called on submitted frame.";

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0 &&
        g_str_equal (fields[i].value, ignored))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

/* For a program of such tests. G_ENABLE_DIAGNOSTIC warns of properties that are deprecated, in
 * templates too. */
static inline void
init_window_tests (int *argc, char ***argv)
{
  g_setenv ("G_ENABLE_DIAGNOSTIC", "1", TRUE);
  /* Whatever the reader has chosen, unless a test has settings of its own. */
  g_setenv ("XDG_CONFIG_HOME", "/dev/null", FALSE);
  /* Not by GTK's own function for it, which wants a locale that need not be there. */
  g_test_init (argc, argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  gtk_init ();
  qm_language_init ();
  qm_ui_register_resource ();
  load_style ();
}

static inline void
add_window_test (const char *path, void (*test) (WindowFixture *fixture, gconstpointer data))
{
  g_test_add (path, WindowFixture, NULL, set_up_window, test, tear_down_window);
}
