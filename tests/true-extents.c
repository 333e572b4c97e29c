/* Preloaded into the program that is driven: where a widget is, to the accessibility bus.
 *
 * From 4.10 on, GTK tells each widget's place inside its parent's padding and border, and adds
 * these up as if there were neither, so that all is told some pixels too far to the left and top.
 * Here a place is that of its edge from its parent's edge, and the window's that on its surface. */
#include <gtk/gtk.h>

#include <dlfcn.h>

#if GTK_CHECK_VERSION(4, 10, 0)

/* The edge of what is seen of it, from the window's contents. */
static gboolean
find_edge (GtkWidget *widget, graphene_rect_t *edge)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL && gtk_widget_get_realized (widget) &&
         gtk_widget_compute_bounds (widget, GTK_WIDGET (root), edge);
}

static gboolean
get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  GtkWidget *widget = GTK_WIDGET (accessible);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  graphene_rect_t edge, around;
  double left = 0, top = 0; /* of what it is in */

  if (!find_edge (widget, &edge))
    return FALSE;
  if (parent == NULL) {
    gtk_native_get_surface_transform (GTK_NATIVE (widget), &left, &top);
    left = -left;
    top = -top;
  } else {
    if (!find_edge (parent, &around))
      return FALSE;
    left = around.origin.x;
    top = around.origin.y;
  }
  *x = (int) (edge.origin.x - left);
  *y = (int) (edge.origin.y - top);
  *width = (int) edge.size.width;
  *height = (int) edge.size.height;
  return TRUE;
}

/* Before the class of any kind of widget has been made, which takes this over. */
GtkApplication *
gtk_application_new (const char *id, GApplicationFlags flags)
{
  GtkAccessibleInterface *interface = g_type_interface_peek (g_type_class_ref (GTK_TYPE_WIDGET),
                                                             g_type_from_name ("GtkAccessible"));
  GtkApplication *(*original) (const char *, GApplicationFlags);

  interface->get_bounds = get_bounds;
  *(void **) &original = dlsym (RTLD_NEXT, "gtk_application_new");
  return original (id, flags);
}

#endif
