#include "app/widgets/split.h"

/*   beside:  +-----+---------+     over:  +-----+-----+
 *            |side | content |            |side |   : |  the content has the whole width,
 *            +-----+---------+            +-----+-----+  the sidebar covers part of it        */
struct _QmSplit {
  GtkWidget parent_instance;

  GtkWidget *sidebar;
  GtkWidget *content;
  gboolean is_overlay;
  gboolean is_open_beside;
  gboolean is_open_over;
};

G_DEFINE_FINAL_TYPE (QmSplit, qm_split, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SIDEBAR, PROP_CONTENT, PROP_OPEN, N_PROPS };

static GParamSpec *properties[N_PROPS];

#define SIDEBAR_WIDTH 260

static int
sidebar_width (QmSplit *self)
{
  int minimum;

  gtk_widget_measure (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return MAX (minimum, SIDEBAR_WIDTH);
}

static void
qm_split_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                  int *natural, int *minimum_baseline, int *natural_baseline)
{
  QmSplit *self = QM_SPLIT (widget);
  int side_minimum, side_natural, content_minimum, content_natural;
  int for_content = for_size;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= QM_SPLIT_OVERLAY_WIDTH &&
      self->is_open_beside)
    for_content = for_size - sidebar_width (self);

  gtk_widget_measure (self->sidebar, orientation, -1, &side_minimum, &side_natural, NULL, NULL);
  gtk_widget_measure (self->content, orientation, for_content, &content_minimum, &content_natural,
                      NULL, NULL);

  *minimum = MAX (side_minimum, content_minimum);
  *natural = MAX (side_natural, content_natural);
  *minimum_baseline = *natural_baseline = -1;
}

/* The new mode is known only now; the sidebar is shown or not without asking for another layout. */
static void
set_overlay (QmSplit *self, gboolean is_overlay)
{
  if (self->is_overlay == is_overlay)
    return;

  self->is_overlay = is_overlay;
  self->is_open_over = FALSE;
  if (is_overlay)
    gtk_widget_add_css_class (self->sidebar, "overlay");
  else
    gtk_widget_remove_css_class (self->sidebar, "overlay");
  gtk_widget_set_child_visible (self->sidebar, qm_split_get_open (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
qm_split_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  QmSplit *self = QM_SPLIT (widget);
  GtkAllocation side = { 0, 0, MIN (sidebar_width (self), width), height };
  GtkAllocation content = { 0, 0, width, height };

  set_overlay (self, width < QM_SPLIT_OVERLAY_WIDTH);
  if (!self->is_overlay && self->is_open_beside) {
    content.x = side.width;
    content.width = width - side.width;
  }
  gtk_widget_size_allocate (self->content, &content, -1);
  if (gtk_widget_get_child_visible (self->sidebar))
    gtk_widget_size_allocate (self->sidebar, &side, -1);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press G_GNUC_UNUSED, double x, double y G_GNUC_UNUSED,
            QmSplit *self)
{
  if (!self->is_overlay || !self->is_open_over || x < gtk_widget_get_width (self->sidebar))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  qm_split_set_open (self, FALSE);
}

static void
set_child (QmSplit *self, GtkWidget **child, GtkWidget *value)
{
  g_clear_pointer (child, gtk_widget_unparent);
  *child = value;
  /* The sidebar comes last, to be painted over the content. */
  if (child == &self->content)
    gtk_widget_insert_after (value, GTK_WIDGET (self), NULL);
  else
    gtk_widget_insert_before (value, GTK_WIDGET (self), NULL);
}

static void
qm_split_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  QmSplit *self = QM_SPLIT (object);

  switch (property_id) {
  case PROP_SIDEBAR:
    set_child (self, &self->sidebar, g_value_get_object (value));
    break;
  case PROP_CONTENT:
    set_child (self, &self->content, g_value_get_object (value));
    break;
  case PROP_OPEN:
    qm_split_set_open (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
qm_split_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  QmSplit *self = QM_SPLIT (object);

  switch (property_id) {
  case PROP_SIDEBAR:
    g_value_set_object (value, self->sidebar);
    break;
  case PROP_CONTENT:
    g_value_set_object (value, self->content);
    break;
  case PROP_OPEN:
    g_value_set_boolean (value, qm_split_get_open (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
qm_split_dispose (GObject *object)
{
  QmSplit *self = QM_SPLIT (object);

  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (qm_split_parent_class)->dispose (object);
}

static void
qm_split_class_init (QmSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->set_property = qm_split_set_property;
  object_class->get_property = qm_split_get_property;
  object_class->dispose = qm_split_dispose;
  widget_class->measure = qm_split_measure;
  widget_class->size_allocate = qm_split_size_allocate;

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "split");
}

static void
qm_split_init (QmSplit *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->is_open_beside = TRUE;
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

gboolean
qm_split_is_overlay (QmSplit *self)
{
  g_return_val_if_fail (QM_IS_SPLIT (self), FALSE);

  return self->is_overlay;
}

gboolean
qm_split_get_open (QmSplit *self)
{
  g_return_val_if_fail (QM_IS_SPLIT (self), FALSE);

  return self->is_overlay ? self->is_open_over : self->is_open_beside;
}

void
qm_split_set_open (QmSplit *self, gboolean is_open)
{
  gboolean *state;

  g_return_if_fail (QM_IS_SPLIT (self));

  state = self->is_overlay ? &self->is_open_over : &self->is_open_beside;
  if (*state == is_open)
    return;

  *state = is_open;
  gtk_widget_set_child_visible (self->sidebar, is_open);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}
