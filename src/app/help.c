#include "app/help.h"

#include "app/widgets/access.h"
#include "app/widgets/escape.h"
#include "app/widgets/text-label.h"
#include "base/words.h"

#define WIDTH 620
#define HEIGHT 640

static GtkWindow *shown;       /* NULL while it is not */
static gboolean is_keys_alone; /* without the guide before them */

/* --- Parts --- */

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = qm_text_label_new (text, PANGO_WRAP_WORD_CHAR, css_class);

  gtk_box_append (box, label);
  return label;
}

/* --- Keys --- */

static void
add_shortcut (GtkBox *box, GObject *shortcut)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *title = NULL, *keys = NULL, *gesture = NULL;

  g_object_get (shortcut, "title", &title, "accelerator", &keys, "subtitle", &gesture, NULL);
  gtk_widget_set_hexpand (add_label (GTK_BOX (row), title, "text"), TRUE);
  if (keys != NULL)
    gtk_box_append (GTK_BOX (row),
                    g_object_new (GTK_TYPE_SHORTCUT_LABEL, "accelerator", keys, "halign",
                                  GTK_ALIGN_END, "valign", GTK_ALIGN_CENTER, NULL));
  else
    add_label (GTK_BOX (row), gesture, "text");
  gtk_box_append (box, row);
}

/* Those of the window of shortcuts, as its groups have them: it has all of them twice, for its
 * search. */
static void
add_shortcuts (GtkBox *box, GtkWidget *widget)
{
  if (GTK_IS_SHORTCUTS_GROUP (widget)) {
    g_autofree char *title = NULL;

    g_object_get (widget, "title", &title, NULL);
    add_label (box, title, "subheading");
  } else if (GTK_IS_SHORTCUTS_SHORTCUT (widget)) {
    if (gtk_widget_get_ancestor (widget, GTK_TYPE_SHORTCUTS_GROUP) != NULL)
      add_shortcut (box, G_OBJECT (widget));
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_shortcuts (box, child);
}

static GtkWindow *
make_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/quymo/Quymo/shortcuts.ui");

  return GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
}

static void
add_keys (GtkBox *box)
{
  GtkWindow *shortcuts = make_shortcuts ();

  add_shortcuts (box, GTK_WIDGET (shortcuts));
  gtk_window_destroy (shortcuts);
}

/* --- The window --- */

/* As everywhere where a text is read, and not only with Ctrl. */
static void
add_keys_to_scroll (GtkWidget *scrolled)
{
  static const struct {
    guint key;
    GtkScrollType scroll;
  } keys[] = {
    { GDK_KEY_Up, GTK_SCROLL_STEP_BACKWARD },
    { GDK_KEY_Down, GTK_SCROLL_STEP_FORWARD },
    { GDK_KEY_space, GTK_SCROLL_PAGE_FORWARD },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keys[i].key, 0),
                                         gtk_signal_action_new ("scroll-child"), "(ib)",
                                         keys[i].scroll, FALSE));
  gtk_widget_add_controller (scrolled, controller);
}

static void
fill (GtkWindow *window)
{
  const char *title = is_keys_alone ? _ ("Keyboard shortcuts") : _ ("Help");
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/quymo/Quymo/help.ui");
  GtkWidget *box = GTK_WIDGET (gtk_builder_get_object (builder, is_keys_alone ? "keys" : "guide"));
  g_autoptr (GBytes) example =
      g_resources_lookup_data (QM_HELP_EXAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  // By its role: what has none cannot have a name on newer releases of GTK.
  GtkWidget *scrolled =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_label_set_text (GTK_LABEL (gtk_builder_get_object (builder, "example")),
                      g_bytes_get_data (example, NULL));
  add_keys (GTK_BOX (box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_focusable (scrolled, TRUE);
  add_keys_to_scroll (scrolled);
  qm_access_set_label (scrolled, title);
  gtk_window_set_title (window, title);
  gtk_window_set_child (window, scrolled);
  gtk_widget_grab_focus (scrolled);
}

static void
show (GtkWindow *parent, gboolean keys_alone)
{
  if (shown == NULL) {
    shown = g_object_new (GTK_TYPE_WINDOW, "default-width", WIDTH, "default-height", HEIGHT,
                          "transient-for", parent, "destroy-with-parent", TRUE, NULL);
    g_object_add_weak_pointer (G_OBJECT (shown), (gpointer *) &shown);
    gtk_widget_add_css_class (GTK_WIDGET (shown), "help");
    gtk_window_set_titlebar (shown, gtk_header_bar_new ());
    qm_escape_closes (GTK_WIDGET (shown));
  } else if (keys_alone == is_keys_alone) {
    gtk_window_present (shown);
    return;
  }
  is_keys_alone = keys_alone;
  fill (shown);
  gtk_window_present (shown);
}

void
qm_help_show (GtkWindow *parent)
{
  show (parent, FALSE);
}

void
qm_help_make_anew (void)
{
  if (shown != NULL)
    fill (shown);
}

static gboolean
fits_screen (GtkWindow *window, GtkWindow *parent)
{
  GdkMonitor *monitor = gdk_display_get_monitor_at_surface (
      gtk_widget_get_display (GTK_WIDGET (parent)), gtk_native_get_surface (GTK_NATIVE (parent)));
  GtkRequisition size;
  GdkRectangle screen = { 0 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &screen);
  gtk_widget_get_preferred_size (GTK_WIDGET (window), NULL, &size);
  return size.width <= screen.width && size.height <= screen.height;
}

/* GTK's own way makes it with every window. Its window of them can be searched, but neither wraps
 * nor scrolls. */
void
qm_help_show_shortcuts (GtkWindow *parent)
{
  GtkWindow *shortcuts = make_shortcuts ();

  if (!fits_screen (shortcuts, parent)) {
    gtk_window_destroy (shortcuts);
    show (parent, TRUE);
    return;
  }
  qm_access_mend_shortcuts (shortcuts);
  gtk_window_set_transient_for (shortcuts, parent);
  gtk_window_present (shortcuts);
}
