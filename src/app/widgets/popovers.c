#include "app/widgets/popovers.h"

#include "app/widgets/access.h"

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
