#include "app/widgets/list-scroll.h"

/* The list view itself, or that within a column view. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

/* GTK guesses how high the rows are that it has not shown yet, and is right only when it has shown
 * them. */
#define N_FRAMES 2

typedef struct {
  guint position;
  guint n_frames_left;
} Scroll;

static gboolean
scroll_again_cb (GtkWidget *list, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  Scroll *scroll = data;

  gtk_widget_activate_action (list, "list.scroll-to-item", "u", scroll->position);
  return --scroll->n_frames_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
qm_list_scroll_to (GtkWidget *view, guint position)
{
  GtkWidget *list;
  Scroll *scroll = g_new (Scroll, 1);
  guint before;

  g_return_if_fail (GTK_IS_WIDGET (view));

  list = find_list (view);
  before = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list), "qm-scroll"));
  if (before != 0)
    gtk_widget_remove_tick_callback (list, before);
  *scroll = (Scroll){ position, N_FRAMES };
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  g_object_set_data (
      G_OBJECT (list), "qm-scroll",
      GUINT_TO_POINTER (gtk_widget_add_tick_callback (list, scroll_again_cb, scroll, g_free)));
}

gboolean
qm_list_grab_focus (GtkWidget *list)
{
  g_return_val_if_fail (GTK_IS_WIDGET (list), FALSE);

  return gtk_widget_grab_focus (find_list (list));
}
