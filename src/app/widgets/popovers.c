#include "app/widgets/popovers.h"

#include "app/widgets/access.h"

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif

/* --- Places --- */

#ifdef GDK_WINDOWING_X11
/* What lies on all screens together at an offset from what lies in a widget, in pixels of both. */
static void
find_offset (GtkWidget *widget, int *x, int *y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  Display *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
  int scale = gdk_surface_get_scale_factor (surface);
  double in_native_x, in_native_y, shadow_x, shadow_y;
  Window child;

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), 0, 0, &in_native_x, &in_native_y);
  gtk_native_get_surface_transform (native, &shadow_x, &shadow_y);
  XTranslateCoordinates (display, gdk_x11_surface_get_xid (surface), DefaultRootWindow (display), 0,
                         0, x, y, &child);
  *x = *x / scale + (int) (in_native_x + shadow_x);
  *y = *y / scale + (int) (in_native_y + shadow_y);
}

static int
clamp_start (int start, int length, int least, int room)
{
  return MAX (least, MIN (start, least + room - length));
}

/* The place, or where on a screen it is nearest. */
static GdkRectangle
find_on_screens (GdkDisplay *display, GdkRectangle place)
{
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkRectangle nearest = place;
  int least = G_MAXINT;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++) {
    g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
    GdkRectangle screen, moved = place;
    int distance;

    gdk_monitor_get_geometry (monitor, &screen);
    if (gdk_rectangle_intersect (&place, &screen, NULL))
      return place;
    moved.x = clamp_start (place.x, place.width, screen.x, screen.width);
    moved.y = clamp_start (place.y, place.height, screen.y, screen.height);
    distance = ABS (moved.x - place.x) + ABS (moved.y - place.y);
    if (distance < least) {
      least = distance;
      nearest = moved;
    }
  }
  return nearest;
}

/* Set where a popover points at a rectangle only because its parent was on no screen. */
#define MOVED "quymo-moved"

static void
show_cb (GtkPopover *popover)
{
  GdkRectangle pointed_to, place, moved;
  gboolean is_of_parent;
  int x, y;

  if (g_object_steal_data (G_OBJECT (popover), MOVED) != NULL)
    gtk_popover_set_pointing_to (popover, NULL);
  is_of_parent = !gtk_popover_get_pointing_to (popover, &pointed_to);
  find_offset (gtk_widget_get_parent (GTK_WIDGET (popover)), &x, &y);
  place = (GdkRectangle) { pointed_to.x + x, pointed_to.y + y, MAX (pointed_to.width, 1),
                           MAX (pointed_to.height, 1) };
  moved = find_on_screens (gtk_widget_get_display (GTK_WIDGET (popover)), place);
  if (moved.x != place.x || moved.y != place.y) {
    pointed_to.x += moved.x - place.x;
    pointed_to.y += moved.y - place.y;
    gtk_popover_set_pointing_to (popover, &pointed_to);
    if (is_of_parent)
      g_object_set_data (G_OBJECT (popover), MOVED, popover);
  }
  g_signal_chain_from_overridden_handler (popover);
}
#endif

/* Elsewhere programs do not know where on a screen they are, and nothing has to be mended. */
void
qm_popovers_keep_on_screens (void)
{
#ifdef GDK_WINDOWING_X11
  if (!GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    return;
  /* The signals of a class are known from the first time that it is asked for. */
  g_type_class_ref (GTK_TYPE_POPOVER);
  g_signal_override_class_handler ("show", GTK_TYPE_POPOVER, G_CALLBACK (show_cb));
#endif
}

/* --- Closing --- */

static void
close_below (GtkWidget *widget)
{
  GtkWidget *next;

  if (GTK_IS_POPOVER (widget) && gtk_widget_get_visible (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  /* One of them may be let go of as it closes. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = next) {
    next = gtk_widget_get_next_sibling (child);
    close_below (child);
  }
}

typedef struct {
  GtkWidget *popover; /* a reference */
  QmPopoverGone gone;
} Closed;

static void
free_closed (gpointer data)
{
  Closed *closed = data;

  g_object_unref (closed->popover);
  g_free (closed);
}

/* What becomes insensitive loses the pointer. Where the focus goes from what is gone, the window
 * knows, or who is told of it. */
static gboolean
remove_cb (gpointer data)
{
  const Closed *closed = data;
  GtkWidget *popover = closed->popover, *parent = gtk_widget_get_parent (popover);
  gboolean had_focus = qm_access_has_focus_within (popover);

  if (parent == NULL)
    return G_SOURCE_REMOVE;
  if (had_focus)
    gtk_root_set_focus (gtk_widget_get_root (popover), NULL);
  gtk_widget_set_sensitive (popover, FALSE);
  gtk_widget_unparent (popover);
  if (closed->gone != NULL)
    closed->gone (popover, parent, had_focus);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover, const QmPopoverGone *gone)
{
  Closed *closed = g_new0 (Closed, 1);

  *closed = (Closed) { g_object_ref (popover), *gone };
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_cb, closed, free_closed);
}

void
qm_popovers_remove_when_closed (GtkWidget *popover, QmPopoverGone gone)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));

  g_signal_connect_data (popover, "closed", G_CALLBACK (closed_cb), g_memdup2 (&gone, sizeof gone),
                         (GClosureNotify) (GCallback) g_free, 0);
}

void
qm_popovers_present (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

void
qm_popovers_close (GtkWidget *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  close_below (window);
}
