#include "app/window/window-private.h"

/* The list of charts, the page, the evidence and the text that is read: where the reader is. Tools,
 * popovers and messages are only passed through. */
static gboolean
is_place (QmWindow *self, GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) == NULL &&
         (gtk_widget_is_ancestor (widget, GTK_WIDGET (self->sidebar)) ||
          gtk_widget_is_ancestor (widget, GTK_WIDGET (self->pages)) ||
          (self->authoring_page != NULL && gtk_widget_is_ancestor (widget, self->authoring_page)) ||
          gtk_widget_is_ancestor (widget, GTK_WIDGET (self->evidence)));
}

static gboolean
is_there (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget);
}

static void
remember (QmWindow *self, GtkWidget *focus)
{
  g_set_weak_pointer (&self->focus, focus);
  self->is_passing = focus != NULL && !is_place (self, focus);
  if (focus == NULL)
    return;
  if (!self->is_passing)
    g_set_weak_pointer (&self->place, focus);
  if (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL)
    g_set_weak_pointer (&self->opener, focus);
}

/* To what the popover was opened from, or back to where the reader was. Where neither is there any
 * more, as after a list has been filled anew, focus stays in the place to which it was taken; but
 * not at a mark of a slide, over which nobody has asked for a card. */
static GtkWidget *
find_way_back (QmWindow *self, GtkWidget *focus)
{
  if (is_there (self->opener))
    return self->opener;
  if (is_there (self->place))
    return self->place;
  if (qm_presentation_get_active (self->presentation))
    return GTK_WIDGET (self->presentation);
  if (is_there (focus) && is_place (self, focus))
    return focus;
  return self->authoring_page != NULL ? self->authoring_page
                                      : gtk_stack_get_visible_child (self->pages);
}

static void
remember_focus (QmWindow *self)
{
  remember (self, gtk_window_get_focus (GTK_WINDOW (self)));
}

/* Not out of a popover that has come up meanwhile; but out of one that is gone, in which GTK may
 * have moved it on: nothing there hears a key. */
static gboolean
return_cb (gpointer data)
{
  QmWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  self->return_id = 0;
  if (!is_there (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL)
    gtk_widget_grab_focus (find_way_back (self, focus));
  remember_focus (self);
  return G_SOURCE_REMOVE;
}

static void
forget (QmWindow *self)
{
  g_clear_handle_id (&self->return_id, g_source_remove);
  self->is_passing = FALSE;
  g_clear_weak_pointer (&self->focus);
  g_clear_weak_pointer (&self->place);
  g_clear_weak_pointer (&self->opener);
}

/* From what is gone GTK takes it to the button of the popover, or to the first thing that takes it,
 * which is the search: only then it can be brought back. */
void
qm_window_focus_changed (QmWindow *self)
{
  if (self->session == NULL)
    forget (self);
  else if (self->return_id == 0 && self->is_passing && !is_there (self->focus))
    self->return_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, return_cb, self, NULL);
  else if (self->return_id == 0)
    remember_focus (self);
}
