#include "app/sidebar/reordering.h"

/* In logical pixels: how near an edge it scrolls, and how far in each frame. */
#define EDGE 32
#define STEP 5

typedef struct {
  GtkListBox *list; /* (unowned) which owns this */
  QmReorderingMove move;
  gpointer data;
  GtkListBoxRow *dragged; /* (weak) NULL: none of this list */
  GtkListBoxRow *marked;  /* (weak) whose place it would get */
  double y;               /* of the pointer, in the scrolled window */
  guint scroll_id;
} Reordering;

/* Not with a row of another window, or one that was taken out of the list meanwhile. */
static gboolean
is_dragging (Reordering *self)
{
  return self->dragged != NULL &&
         gtk_widget_get_parent (GTK_WIDGET (self->dragged)) == GTK_WIDGET (self->list);
}

/* --- The place where it would go --- */

/* A line on the side to which the others give way. */
static void
mark (Reordering *self, GtkListBoxRow *row)
{
  if (self->marked != NULL) {
    gtk_widget_remove_css_class (GTK_WIDGET (self->marked), "drop-above");
    gtk_widget_remove_css_class (GTK_WIDGET (self->marked), "drop-below");
  }
  g_set_weak_pointer (&self->marked, row);
  if (row != NULL && row != self->dragged)
    gtk_widget_add_css_class (GTK_WIDGET (row), gtk_list_box_row_get_index (row) <
                                                        gtk_list_box_row_get_index (self->dragged)
                                                    ? "drop-above"
                                                    : "drop-below");
}

/* Over a heading or beyond the last row it stays as it was. */
static void
mark_at (Reordering *self, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row != NULL && is_dragging (self))
    mark (self, row);
}

static GtkWidget *
scroller_of (Reordering *self)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW);
}

static double
translate (GtkWidget *from, GtkWidget *to, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT (0, (float) y);

  return gtk_widget_compute_point (from, to, &point, &point) ? point.y : y;
}

/* The pointer rests, and the rows pass under it. */
static gboolean
scroll_cb (GtkWidget *list, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  Reordering *self = data;
  GtkWidget *scroller = scroller_of (self);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double y = self->y;
  int step = y < EDGE ? -STEP : y > gtk_widget_get_height (scroller) - EDGE ? STEP : 0;

  if (step == 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
  mark_at (self, translate (scroller, list, y));
  return G_SOURCE_CONTINUE;
}

static void
stop (Reordering *self)
{
  mark (self, NULL);
  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->scroll_id);
  self->scroll_id = 0;
}

/* --- Dragging --- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, Reordering *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  g_autoptr (GdkPaintable) icon = NULL;

  if (row == NULL)
    return NULL;
  icon = gtk_widget_paintable_new (GTK_WIDGET (row));
  gtk_drag_source_set_icon (source, icon, (int) x,
                            (int) translate (GTK_WIDGET (self->list), GTK_WIDGET (row), y));
  g_set_weak_pointer (&self->dragged, row);
  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

static void
drag_end_cb (GtkDragSource *source G_GNUC_UNUSED, GdkDrag *drag G_GNUC_UNUSED,
             gboolean is_moved G_GNUC_UNUSED, Reordering *self)
{
  stop (self);
  g_clear_weak_pointer (&self->dragged);
}

static GdkDragAction
motion_cb (GtkDropTarget *target G_GNUC_UNUSED, double x G_GNUC_UNUSED, double y, Reordering *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);

  if (!is_dragging (self))
    return 0;

  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (list, scroll_cb, self, NULL);
  self->y = translate (list, scroller_of (self), y);
  mark_at (self, y);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target G_GNUC_UNUSED, Reordering *self)
{
  stop (self);
}

static gboolean
drop_cb (GtkDropTarget *target G_GNUC_UNUSED, const GValue *value G_GNUC_UNUSED,
         double x G_GNUC_UNUSED, double y G_GNUC_UNUSED, Reordering *self)
{
  int place = self->marked != NULL ? gtk_list_box_row_get_index (self->marked) : -1;

  stop (self);
  if (!is_dragging (self))
    return FALSE;
  self->move (self->dragged, place, self->data);
  return TRUE;
}

/* --- Keys --- */

static gboolean
key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key,
                guint code G_GNUC_UNUSED, GdkModifierType modifiers, Reordering *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int step = key == GDK_KEY_Up || key == GDK_KEY_KP_Up       ? -1
             : key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1
                                                             : 0;

  if (step == 0 || !GTK_IS_LIST_BOX_ROW (row) ||
      (modifiers & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK)
    return FALSE;
  self->move (GTK_LIST_BOX_ROW (row), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step,
              self->data);
  return TRUE;
}

static void
reordering_free (gpointer data)
{
  Reordering *self = data;

  g_clear_weak_pointer (&self->marked);
  g_clear_weak_pointer (&self->dragged);
  g_free (self);
}

void
qm_reordering_add (GtkListBox *list, QmReorderingMove move, gpointer data)
{
  Reordering *self;
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);

  g_return_if_fail (GTK_IS_LIST_BOX (list) && move != NULL);

  self = g_new0 (Reordering, 1);
  *self = (Reordering) { .list = list, .move = move, .data = data };
  g_object_set_data_full (G_OBJECT (list), "reordering", self, reordering_free);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (target));
}
