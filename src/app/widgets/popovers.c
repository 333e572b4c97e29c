#include "app/widgets/popovers.h"

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

/* What becomes insensitive loses the pointer. */
void
qm_popovers_remove (GtkWidget *popover)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));

  gtk_widget_set_sensitive (popover, FALSE);
  gtk_widget_unparent (popover);
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
