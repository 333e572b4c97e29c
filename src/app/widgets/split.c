#include "app/widgets/split.h"

#include "app/widgets/access.h"

/*   beside:  +-----+---------+     over:  +-----+-----+
 *            |pane | content |            |pane |   : |  the content has the whole width,
 *            +-----+---------+            +-----+-----+  the pane covers part of it
 *
 * The handle lies on the line between them. It is no stop of the Tab key: F8 goes to it, as in
 * GtkPaned. */
struct _QmSplit {
  QmBin parent_instance;

  GtkWidget *pane;
  GtkWidget *content;
  GtkWidget *handle;
  gboolean is_at_end;
  int overlay_below, pane_width; /* at the usual size of text */
  double text_scale;
  gboolean is_overlay;
  gboolean is_open_beside;
  gboolean is_open_over;
};

G_DEFINE_FINAL_TYPE (QmSplit, qm_split, QM_TYPE_BIN)

enum {
  PROP_0,
  PROP_PANE,
  PROP_CONTENT,
  PROP_OPEN,
  PROP_AT_END,
  PROP_OVERLAY_BELOW,
  PROP_PANE_WIDTH,
  PROP_HANDLE_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The handle is wide enough to be hit; what stands beside it keeps off by half of that: the content
 * by this and its own margin, the pane by its padding. */
#define HANDLE_WIDTH 24
#define GAP 6

#define KEY_STEP 20

/* --- Layout --- */

static int
minimum_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Of larger texts as much stands in a line. */
static int
scaled (QmSplit *self, int width)
{
  return (int) (width * self->text_scale);
}

/* What the pane gets of a width: what the reader wants, as far as the content can spare it. */
static int
fit_pane (QmSplit *self, int width)
{
  int minimum = minimum_width (self->pane);
  int spare = self->is_overlay ? width : width - GAP - minimum_width (self->content);

  return MAX (minimum, MIN (scaled (self, self->pane_width), spare));
}

static gboolean
stands_beside (QmSplit *self)
{
  return !self->is_overlay && self->is_open_beside;
}

static void
qm_split_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                  int *natural, int *minimum_baseline, int *natural_baseline)
{
  QmSplit *self = QM_SPLIT (widget);
  int pane_minimum, pane_natural, content_minimum, content_natural;
  int for_content = for_size;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= scaled (self, self->overlay_below) &&
      self->is_open_beside)
    for_content = MAX (for_size - fit_pane (self, for_size) - GAP, minimum_width (self->content));

  gtk_widget_measure (self->pane, orientation, -1, &pane_minimum, &pane_natural, NULL, NULL);
  gtk_widget_measure (self->content, orientation, for_content, &content_minimum, &content_natural,
                      NULL, NULL);
  /* GTK wants to be asked before it is told a place. */
  gtk_widget_measure (self->handle, orientation, -1, NULL, NULL, NULL, NULL);

  *minimum = MAX (pane_minimum, content_minimum);
  *natural = MAX (pane_natural, content_natural);
  *minimum_baseline = *natural_baseline = -1;
}

/* The new mode is known only now; the pane is shown or not without asking for another layout. */
static void
set_overlay (QmSplit *self, gboolean is_overlay)
{
  if (self->is_overlay == is_overlay)
    return;

  self->is_overlay = is_overlay;
  self->is_open_over = FALSE;
  if (is_overlay)
    gtk_widget_add_css_class (self->pane, "overlay");
  else
    gtk_widget_remove_css_class (self->pane, "overlay");
  gtk_widget_set_child_visible (self->pane, qm_split_get_open (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
qm_split_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  QmSplit *self = QM_SPLIT (widget);
  GtkAllocation pane = { 0, 0, 0, height };
  GtkAllocation content = { 0, 0, width, height };
  GtkAllocation handle = { 0, 0, HANDLE_WIDTH, height };

  set_overlay (self, width < scaled (self, self->overlay_below));
  pane.width = MIN (fit_pane (self, width), width);
  if (stands_beside (self)) {
    content.x = self->is_at_end ? 0 : pane.width + GAP;
    content.width = MAX (width - pane.width - GAP, minimum_width (self->content));
  }
  pane.x = self->is_at_end ? width - pane.width : 0;
  handle.x = (self->is_at_end ? pane.x : pane.width) - HANDLE_WIDTH / 2;

  gtk_widget_size_allocate (self->content, &content, -1);
  if (gtk_widget_get_child_visible (self->pane))
    gtk_widget_size_allocate (self->pane, &pane, -1);
  gtk_widget_set_child_visible (self->handle, stands_beside (self));
  if (stands_beside (self))
    gtk_widget_size_allocate (self->handle, &handle, -1);
}

/* --- Pointer and keyboard --- */

static void
pressed_cb (GtkGestureClick *gesture, int n_press G_GNUC_UNUSED, double x, double y G_GNUC_UNUSED,
            QmSplit *self)
{
  int width = gtk_widget_get_width (self->pane);
  gboolean is_on_pane =
      self->is_at_end ? x >= gtk_widget_get_width (GTK_WIDGET (self)) - width : x < width;

  if (!self->is_overlay || !self->is_open_over || is_on_pane)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  qm_split_set_open (self, FALSE);
}

static void
set_width (QmSplit *self, int width)
{
  qm_split_set_pane_width (self, (int) (width / self->text_scale));
}

/* By how much the pointer is off its place on the handle, which moves with the pane. */
static void
drag_update_cb (GtkGestureDrag *gesture G_GNUC_UNUSED, double x, double y G_GNUC_UNUSED,
                QmSplit *self)
{
  int moved = (int) x;

  set_width (self, gtk_widget_get_width (self->pane) + (self->is_at_end ? -moved : moved));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key,
                guint code G_GNUC_UNUSED, GdkModifierType modifiers G_GNUC_UNUSED, QmSplit *self)
{
  int step = key == GDK_KEY_Left ? -KEY_STEP : key == GDK_KEY_Right ? KEY_STEP : 0;

  if (step == 0)
    return FALSE;
  set_width (self, fit_pane (self, gtk_widget_get_width (GTK_WIDGET (self))) +
                       (self->is_at_end ? -step : step));
  return TRUE;
}

/* With two splits inside each other, F8 goes on from the one handle to the other; Tab leaves it. */
static gboolean
focus_handle (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  QmSplit *self = QM_SPLIT (widget);

  if (gtk_widget_has_focus (self->handle) || !stands_beside (self))
    return FALSE;
  return gtk_widget_grab_focus (self->handle);
}

static gboolean
qm_split_focus (GtkWidget *widget, GtkDirectionType direction)
{
  QmSplit *self = QM_SPLIT (widget);
  gboolean is_forward =
      direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_RIGHT || direction == GTK_DIR_DOWN;
  GtkWidget *first = self->is_at_end == is_forward ? self->content : self->pane;
  GtkWidget *second = self->is_at_end == is_forward ? self->pane : self->content;
  GtkWidget *focus = gtk_widget_get_focus_child (widget);

  if (focus != second && gtk_widget_get_child_visible (first) &&
      gtk_widget_child_focus (first, direction))
    return TRUE;
  return gtk_widget_get_child_visible (second) && gtk_widget_child_focus (second, direction);
}

static GtkWidget *
create_handle (QmSplit *self)
{
  GtkWidget *handle = g_object_new (GTK_TYPE_SEPARATOR, "orientation", GTK_ORIENTATION_VERTICAL,
                                    "focusable", TRUE, "css-name", "handle", NULL);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_cursor_from_name (handle, "col-resize");
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (handle, keys);
  return handle;
}

/* --- The widget --- */

static void
set_child (QmSplit *self, GtkWidget **child, GtkWidget *value)
{
  g_clear_pointer (child, gtk_widget_unparent);
  *child = value;
  /* Painted from the first to the last: the pane over the content, the handle over both. */
  if (child == &self->content)
    gtk_widget_insert_after (value, GTK_WIDGET (self), NULL);
  else
    gtk_widget_insert_before (value, GTK_WIDGET (self), self->handle);
}

static void
qm_split_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  QmSplit *self = QM_SPLIT (object);

  switch (property_id) {
  case PROP_PANE:
    set_child (self, &self->pane, g_value_get_object (value));
    break;
  case PROP_CONTENT:
    set_child (self, &self->content, g_value_get_object (value));
    break;
  case PROP_OPEN:
    qm_split_set_open (self, g_value_get_boolean (value));
    break;
  case PROP_AT_END:
    self->is_at_end = g_value_get_boolean (value);
    break;
  case PROP_OVERLAY_BELOW:
    self->overlay_below = g_value_get_int (value);
    break;
  case PROP_PANE_WIDTH:
    qm_split_set_pane_width (self, g_value_get_int (value));
    break;
  case PROP_HANDLE_LABEL:
    qm_access_set_label (self->handle, g_value_get_string (value));
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
  case PROP_PANE:
    g_value_set_object (value, self->pane);
    break;
  case PROP_CONTENT:
    g_value_set_object (value, self->content);
    break;
  case PROP_OPEN:
    g_value_set_boolean (value, qm_split_get_open (self));
    break;
  case PROP_AT_END:
    g_value_set_boolean (value, self->is_at_end);
    break;
  case PROP_OVERLAY_BELOW:
    g_value_set_int (value, self->overlay_below);
    break;
  case PROP_PANE_WIDTH:
    g_value_set_int (value, self->pane_width);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
qm_split_class_init (QmSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->set_property = qm_split_set_property;
  object_class->get_property = qm_split_get_property;
  widget_class->measure = qm_split_measure;
  widget_class->size_allocate = qm_split_size_allocate;
  widget_class->focus = qm_split_focus;

  properties[PROP_PANE] = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, TRUE, flags);
  properties[PROP_AT_END] = g_param_spec_boolean ("at-end", NULL, NULL, FALSE, flags);
  properties[PROP_OVERLAY_BELOW] =
      g_param_spec_int ("overlay-below", NULL, NULL, 0, G_MAXINT, 640, flags);
  properties[PROP_PANE_WIDTH] =
      g_param_spec_int ("pane-width", NULL, NULL, 0, G_MAXINT, 240, flags);
  properties[PROP_HANDLE_LABEL] = g_param_spec_string ("handle-label", NULL, NULL, NULL,
                                                       G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F8, 0, focus_handle, NULL);
  qm_widgets_set_kind (widget_class, "split", GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qm_split_init (QmSplit *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->is_open_beside = TRUE;
  self->overlay_below = 640;
  self->pane_width = 240;
  self->text_scale = 1;
  self->handle = create_handle (self);
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));

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

/* state is one of the two; only the one that counts now changes what can be seen. */
static void
set_open (QmSplit *self, gboolean *state, gboolean is_open)
{
  if (*state == is_open)
    return;

  *state = is_open;
  gtk_widget_set_child_visible (self->pane, qm_split_get_open (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

void
qm_split_set_open (QmSplit *self, gboolean is_open)
{
  g_return_if_fail (QM_IS_SPLIT (self));

  set_open (self, self->is_overlay ? &self->is_open_over : &self->is_open_beside, is_open);
}

gboolean
qm_split_get_open_beside (QmSplit *self)
{
  g_return_val_if_fail (QM_IS_SPLIT (self), FALSE);

  return self->is_open_beside;
}

void
qm_split_set_open_beside (QmSplit *self, gboolean is_open)
{
  g_return_if_fail (QM_IS_SPLIT (self));

  set_open (self, &self->is_open_beside, is_open);
}

int
qm_split_get_pane_width (QmSplit *self)
{
  g_return_val_if_fail (QM_IS_SPLIT (self), 0);

  return self->pane_width;
}

void
qm_split_set_pane_width (QmSplit *self, int width)
{
  g_return_if_fail (QM_IS_SPLIT (self));

  width = MAX (width, 0);
  if (width == self->pane_width)
    return;

  self->pane_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANE_WIDTH]);
}

void
qm_split_set_text_scale (QmSplit *self, double text_scale)
{
  g_return_if_fail (QM_IS_SPLIT (self));
  g_return_if_fail (text_scale > 0);

  self->text_scale = MAX (text_scale, 1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
