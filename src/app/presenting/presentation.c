#include "app/presenting/presentation.h"

#include "app/widgets/announce.h"
#include "base/words.h"

struct _QmPresentation {
  GtkWidget parent_instance;

  QmSession *session;  /* a reference; NULL until set */
  QmChartPanes *panes; /* (unowned) in the same window */
  gboolean is_active;
  const char *size;    /* static; of what comes up over the chart; NULL where it is not active */
  guint inhibition;    /* that keeps the screen on; 0: none */
  gboolean has_tabbed; /* to the marks, and has not come back */
  guint number;        /* typed so far; 0: none */
  guint jump_id;
  guint hide_id;    /* until the place is no longer said */
  guint pointer_id; /* until the pointer is no longer seen */
  double x, y;      /* where it was last */

  GtkWidget *place;
  GtkWidget *black;
};

G_DEFINE_FINAL_TYPE (QmPresentation, qm_presentation, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_ACTIVE, N_PROPS };

static GParamSpec *properties[N_PROPS];

/* In milliseconds: how long a number may go on, the place is said, and a pointer rests. */
#define JUMP_PAUSE 1200
#define PLACE_PAUSE 2000
#define POINTER_PAUSE 3000

static GtkWidget *
root_of (QmPresentation *self)
{
  return GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- Where one is --- */

static gboolean
hide_place_cb (gpointer data)
{
  QmPresentation *self = data;

  self->hide_id = 0;
  gtk_widget_set_visible (self->place, FALSE);
  return G_SOURCE_REMOVE;
}

static void
say (QmPresentation *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->place), text);
  gtk_widget_set_visible (self->place, TRUE);
  g_clear_handle_id (&self->hide_id, g_source_remove);
  self->hide_id = g_timeout_add (PLACE_PAUSE, hide_place_cb, self);
}

static guint
n_charts (QmPresentation *self)
{
  return (guint) qm_session_get_dataset (self->session)->n_charts;
}

/* From 1. */
static guint
get_place (QmPresentation *self)
{
  guint place = 1;

  while (qm_session_peek_chart (self->session, -(int) place) != NULL)
    place++;
  return place;
}

static void
say_number (QmPresentation *self, guint number)
{
  /* Translators: the number of a chart and how many there are, "3 / 15" */
  g_autofree char *text = g_strdup_printf (_ ("%u / %u"), number, n_charts (self));

  say (self, text);
}

/* To be seen for a while, and to be heard with the title of the chart. */
static void
say_place (QmPresentation *self)
{
  guint place = get_place (self);
  const QmChart *chart = qm_session_get_chart (self->session);
  /* Translators: the same for listening to, and the title of the chart */
  g_autofree char *words =
      g_strdup_printf (_ ("%u of %u. %s"), place, n_charts (self), qm_text_get (chart->title));

  say_number (self, place);
  qm_announce (GTK_WIDGET (self), words);
}

/* --- Going --- */

/* While the screen is black, the pointer does not get to the chart. */
static void
set_black (QmPresentation *self, gboolean is_black)
{
  gtk_widget_set_visible (self->black, is_black);
  gtk_widget_set_can_target (GTK_WIDGET (self), is_black);
}

/* Arrows are the presentation's again. It has the focus itself, so that it is listened to. */
static void
leave_marks (QmPresentation *self)
{
  self->has_tabbed = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
go (QmPresentation *self, int distance)
{
  const QmChart *chart = qm_session_peek_chart (self->session, distance);

  set_black (self, FALSE);
  leave_marks (self);
  if (chart == NULL) {
    const char *end = distance > 0 ? _ ("This is the last chart") : _ ("This is the first chart");

    say (self, end);
    qm_announce (GTK_WIDGET (self), end);
    return;
  }
  qm_session_turn_to_chart (self->session, chart);
  say_place (self);
}

static void
go_to_place (QmPresentation *self, guint place)
{
  go (self, (int) CLAMP (place, 1, n_charts (self)) - (int) get_place (self));
}

static gboolean
jump_cb (gpointer data)
{
  QmPresentation *self = data;
  guint number = self->number;

  self->jump_id = 0;
  self->number = 0;
  if (number > 0)
    go_to_place (self, number);
  return G_SOURCE_REMOVE;
}

static void
type_digit (QmPresentation *self, guint digit)
{
  self->number = MIN (self->number * 10 + digit, 9999);
  say_number (self, self->number);
  g_clear_handle_id (&self->jump_id, g_source_remove);
  self->jump_id = g_timeout_add (JUMP_PAUSE, jump_cb, self);
}

/* --- Keyboard --- */

/* What has come up over the chart has its own keys. */
static gboolean
is_over_chart (QmPresentation *self, GtkWidget *focus)
{
  return focus != NULL && gtk_widget_get_native (focus) != GTK_NATIVE (root_of (self));
}

/* Only Tab leads there: who clicks a mark goes on by arrows all the same, though it has the focus.
 */
static gboolean
is_among_marks (QmPresentation *self, GtkWidget *focus)
{
  return self->has_tabbed && focus != NULL &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panes));
}

static gboolean
focus_marks (QmPresentation *self, GtkDirectionType direction)
{
  self->has_tabbed = gtk_widget_child_focus (GTK_WIDGET (self->panes), direction);
  return TRUE;
}

/* Escape leads from a card and the marks back to the charts, and from there away. */
static void
leave (QmPresentation *self)
{
  gboolean had_card = qm_chart_view_close_card (qm_chart_panes_get_front (self->panes));

  if (had_card || self->has_tabbed)
    leave_marks (self);
  else
    qm_presentation_set_active (self, FALSE);
}

/* These go on from everywhere: they are all that a presenter's remote control has. */
static gboolean
handle_page_key (QmPresentation *self, guint key)
{
  switch (key) {
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    go (self, 1);
    return TRUE;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    go (self, -1);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
handle_key (QmPresentation *self, guint key)
{
  switch (key) {
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
  case GDK_KEY_space:
    go (self, 1);
    return TRUE;
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
  case GDK_KEY_BackSpace:
    go (self, -1);
    return TRUE;
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    go_to_place (self, 1);
    return TRUE;
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    go_to_place (self, n_charts (self));
    return TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    g_clear_handle_id (&self->jump_id, g_source_remove);
    jump_cb (self);
    return TRUE;
  case GDK_KEY_Tab:
    return focus_marks (self, GTK_DIR_TAB_FORWARD);
  case GDK_KEY_ISO_Left_Tab:
    return focus_marks (self, GTK_DIR_TAB_BACKWARD);
  case GDK_KEY_b:
  case GDK_KEY_B:
  case GDK_KEY_period:
    set_black (self, !gtk_widget_get_visible (self->black));
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key,
                guint code G_GNUC_UNUSED, GdkModifierType modifiers, QmPresentation *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (root_of (self)));
  guint32 character = gdk_keyval_to_unicode (key);

  if (!self->is_active || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      is_over_chart (self, focus))
    return FALSE;
  if (key == GDK_KEY_Escape) {
    leave (self);
    return TRUE;
  }
  if (handle_page_key (self, key))
    return TRUE;
  if (is_among_marks (self, focus))
    return FALSE;
  if (g_unichar_isdigit (character)) {
    type_digit (self, (guint) g_unichar_digit_value (character));
    return TRUE;
  }
  return handle_key (self, key);
}

/* --- Pointer --- */

/* FALSE on a mark, a card, a name that can be pressed, and whatever lies over the chart. */
static gboolean
is_beside_marks (QmPresentation *self, double x, double y)
{
  GtkWidget *root = root_of (self);
  GtkWidget *at = gtk_widget_pick (root, x, y, GTK_PICK_DEFAULT);
  GtkWidget *view = at != NULL ? gtk_widget_get_ancestor (at, QM_TYPE_CHART_VIEW) : NULL;
  graphene_point_t point;

  return view != NULL &&
         gtk_widget_compute_point (root, view, &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                   &point) &&
         qm_chart_view_is_empty_at (QM_CHART_VIEW (view), point.x, point.y);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press G_GNUC_UNUSED, double x, double y,
            QmPresentation *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (!self->is_active)
    return;
  self->has_tabbed = FALSE;
  if (gtk_widget_get_visible (self->black))
    set_black (self, FALSE);
  else if (button == GDK_BUTTON_SECONDARY)
    go (self, -1);
  else if (button == GDK_BUTTON_PRIMARY && is_beside_marks (self, x, y))
    go (self, 1);
}

static gboolean
pointer_rests_cb (gpointer data)
{
  QmPresentation *self = data;

  self->pointer_id = 0;
  gtk_widget_set_cursor_from_name (root_of (self), "none");
  return G_SOURCE_REMOVE;
}

/* A picture that changes under a pointer at rest tells of motion as well. */
static void
motion_cb (GtkEventControllerMotion *controller G_GNUC_UNUSED, double x, double y,
           QmPresentation *self)
{
  if (!self->is_active || (x == self->x && y == self->y))
    return;
  self->x = x;
  self->y = y;
  gtk_widget_set_cursor (root_of (self), NULL);
  g_clear_handle_id (&self->pointer_id, g_source_remove);
  self->pointer_id = g_timeout_add (POINTER_PAUSE, pointer_rests_cb, self);
}

/* --- The widget --- */

/* By the desktop's own means. */
static void
fullscreened_cb (QmPresentation *self)
{
  if (self->is_active && !gtk_window_is_fullscreen (GTK_WINDOW (root_of (self))))
    qm_presentation_set_active (self, FALSE);
}

/* The keys count for the whole window, and before any other widget. */
static void
qm_presentation_root (GtkWidget *widget)
{
  QmPresentation *self = QM_PRESENTATION (widget);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  GTK_WIDGET_CLASS (qm_presentation_parent_class)->root (widget);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (root_of (self), keys);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  gtk_widget_add_controller (root_of (self), motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (root_of (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (root_of (self), "notify::fullscreened", G_CALLBACK (fullscreened_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
clear_timeouts (QmPresentation *self)
{
  g_clear_handle_id (&self->jump_id, g_source_remove);
  g_clear_handle_id (&self->hide_id, g_source_remove);
  g_clear_handle_id (&self->pointer_id, g_source_remove);
}

/* The chart is laid out for the screen; what comes up over it is to be read from as far. The style
 * sheet knows these. */
static const char *
choose_size (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkMonitor *monitor =
      gdk_display_get_monitor_at_surface (gtk_widget_get_display (window), surface);
  GdkRectangle screen = { 0 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &screen);
  if (MIN (screen.width, screen.height) < 900)
    return "small";
  return MIN (screen.width, screen.height) < 1600 ? "large" : "huge";
}

static void
set_style (QmPresentation *self, gboolean is_presenting)
{
  GtkWidget *window = root_of (self);

  if (self->size != NULL) {
    gtk_widget_remove_css_class (window, "presenting");
    gtk_widget_remove_css_class (window, self->size);
  }
  self->size = is_presenting ? choose_size (window) : NULL;
  if (self->size != NULL) {
    gtk_widget_add_css_class (window, "presenting");
    gtk_widget_add_css_class (window, self->size);
  }
}

/* Nobody touches anything while they speak, but the screen has to stay on. */
static void
keep_screen_on (QmPresentation *self, gboolean is_kept)
{
  GApplication *application = g_application_get_default ();

  if (application == NULL)
    return;
  if (self->inhibition != 0)
    gtk_application_uninhibit (GTK_APPLICATION (application), self->inhibition);
  self->inhibition = 0;
  if (is_kept)
    /* Translators: why the screen stays on, as the desktop says it */
    self->inhibition =
        gtk_application_inhibit (GTK_APPLICATION (application), GTK_WINDOW (root_of (self)),
                                 GTK_APPLICATION_INHIBIT_IDLE, _ ("Charts are presented"));
}

static void
qm_presentation_dispose (GObject *object)
{
  QmPresentation *self = QM_PRESENTATION (object);

  clear_timeouts (self);
  keep_screen_on (self, FALSE);
  g_clear_object (&self->session);
  g_clear_pointer (&self->black, gtk_widget_unparent);
  g_clear_pointer (&self->place, gtk_widget_unparent);
  G_OBJECT_CLASS (qm_presentation_parent_class)->dispose (object);
}

static void
qm_presentation_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_ACTIVE)
    g_value_set_boolean (value, QM_PRESENTATION (object)->is_active);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
qm_presentation_class_init (QmPresentationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_presentation_dispose;
  G_OBJECT_CLASS (klass)->get_property = qm_presentation_get_property;
  widget_class->root = qm_presentation_root;
  properties[PROP_ACTIVE] =
      g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "presentation");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
qm_presentation_init (QmPresentation *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Presentation"), -1);
  self->black = g_object_new (GTK_TYPE_BOX, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->black, "black");
  gtk_widget_set_parent (self->black, GTK_WIDGET (self));
  self->place = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "halign", GTK_ALIGN_END, "valign",
                              GTK_ALIGN_END, NULL);
  gtk_widget_add_css_class (self->place, "place");
  gtk_widget_set_parent (self->place, GTK_WIDGET (self));
}

void
qm_presentation_set_session (QmPresentation *self, QmSession *session, QmChartPanes *panes)
{
  g_return_if_fail (QM_IS_PRESENTATION (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->panes = panes;
}

gboolean
qm_presentation_get_active (QmPresentation *self)
{
  g_return_val_if_fail (QM_IS_PRESENTATION (self), FALSE);

  return self->is_active;
}

void
qm_presentation_set_active (QmPresentation *self, gboolean is_active)
{
  GtkWindow *window;

  g_return_if_fail (QM_IS_PRESENTATION (self) && self->session != NULL);

  if (is_active == self->is_active)
    return;

  self->is_active = is_active;
  window = GTK_WINDOW (root_of (self));
  clear_timeouts (self);
  self->number = 0;
  set_black (self, FALSE);
  gtk_widget_set_visible (self->place, FALSE);
  gtk_widget_set_cursor (GTK_WIDGET (window), NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), is_active);
  set_style (self, is_active);
  keep_screen_on (self, is_active);
  if (is_active) {
    gtk_window_fullscreen (window);
    leave_marks (self);
    say_place (self);
  } else {
    gtk_window_unfullscreen (window);
    gtk_window_set_focus (window, NULL);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}
