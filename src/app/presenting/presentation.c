#include "app/presenting/presentation.h"

#include "app/presenting/presentation-private.h"
#include "app/widgets/access.h"
#include "app/widgets/follow.h"
#include "base/words.h"

G_DEFINE_FINAL_TYPE (QmPresentation, qm_presentation, QM_TYPE_BIN)

enum { PROP_0, PROP_ACTIVE, N_PROPS };

static GParamSpec *properties[N_PROPS];

/* In milliseconds: how long a number may go on, and the place is said. */
#define JUMP_PAUSE 1200
#define PLACE_PAUSE 2000

GtkWidget *
qm_presentation_get_root (QmPresentation *self)
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

/* The charts that are chosen, or all where none is. */
static GPtrArray *
list_charts (QmPresentation *self)
{
  g_autoptr (GPtrArray) chosen = qm_session_list_chosen (self->session);

  return chosen->len > 0 ? g_steal_pointer (&chosen) : qm_session_list_charts (self->session);
}

static guint
n_charts (QmPresentation *self)
{
  g_autoptr (GPtrArray) charts = list_charts (self);

  return charts->len;
}

/* From 1; 0: the chart in front is none of them. */
static guint
get_place (QmPresentation *self)
{
  g_autoptr (GPtrArray) charts = list_charts (self);
  guint index;

  return g_ptr_array_find (charts, qm_session_get_chart (self->session), &index) ? index + 1 : 0;
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
  qm_access_announce (GTK_WIDGET (self), words);
}

/* --- Going --- */

void
qm_presentation_set_black (QmPresentation *self, gboolean is_black)
{
  gtk_widget_set_visible (self->black, is_black);
  gtk_widget_set_can_target (GTK_WIDGET (self), is_black);
  /* At once: GTK says only with some later frame that the pointer is elsewhere. */
  if (is_black)
    qm_chart_panes_forget_pointer (self->panes);
}

void
qm_presentation_leave_marks (QmPresentation *self)
{
  self->has_tabbed = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
qm_presentation_go (QmPresentation *self, int distance)
{
  g_autoptr (GPtrArray) charts = list_charts (self);
  int place = (int) get_place (self) + distance;

  qm_presentation_set_black (self, FALSE);
  qm_presentation_leave_marks (self);
  if (place < 1 || place > (int) charts->len) {
    const char *end = distance > 0 ? _ ("This is the last chart") : _ ("This is the first chart");

    say (self, end);
    qm_access_announce (GTK_WIDGET (self), end);
    return;
  }
  qm_session_turn_to_chart (self->session, charts->pdata[place - 1]);
  say_place (self);
}

void
qm_presentation_go_to_place (QmPresentation *self, guint place)
{
  qm_presentation_go (self, (int) CLAMP (place, 1, n_charts (self)) - (int) get_place (self));
}

void
qm_presentation_jump (QmPresentation *self)
{
  guint number = self->number;

  g_clear_handle_id (&self->jump_id, g_source_remove);
  self->number = 0;
  if (number > 0)
    qm_presentation_go_to_place (self, number);
}

static gboolean
jump_cb (gpointer data)
{
  QmPresentation *self = data;

  self->jump_id = 0;
  qm_presentation_jump (self);
  return G_SOURCE_REMOVE;
}

void
qm_presentation_type_digit (QmPresentation *self, guint digit)
{
  self->number = MIN (self->number * 10 + digit, 9999);
  say_number (self, self->number);
  g_clear_handle_id (&self->jump_id, g_source_remove);
  self->jump_id = g_timeout_add (JUMP_PAUSE, jump_cb, self);
}

/* --- The widget --- */

/* By the desktop's own means. */
static void
fullscreened_cb (QmPresentation *self)
{
  if (self->is_active && !gtk_window_is_fullscreen (GTK_WINDOW (qm_presentation_get_root (self))))
    qm_presentation_set_active (self, FALSE);
}

static void
qm_presentation_root (GtkWidget *widget)
{
  QmPresentation *self = QM_PRESENTATION (widget);

  GTK_WIDGET_CLASS (qm_presentation_parent_class)->root (widget);
  qm_presentation_add_controllers (self);
  g_signal_connect_object (qm_presentation_get_root (self), "notify::fullscreened",
                           G_CALLBACK (fullscreened_cb), self, G_CONNECT_SWAPPED);
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
  GtkWidget *window = qm_presentation_get_root (self);

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
    self->inhibition = gtk_application_inhibit (
        GTK_APPLICATION (application), GTK_WINDOW (qm_presentation_get_root (self)),
        GTK_APPLICATION_INHIBIT_IDLE, _ ("Charts are presented"));
}

static void
qm_presentation_dispose (GObject *object)
{
  QmPresentation *self = QM_PRESENTATION (object);

  clear_timeouts (self);
  keep_screen_on (self, FALSE);
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
  qm_widgets_set_kind (widget_class, "presentation", GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qm_presentation_init (QmPresentation *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  qm_access_set_label (GTK_WIDGET (self), _ ("Presentation"));
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

  self->session = qm_follow (self, session, NULL);
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
  window = GTK_WINDOW (qm_presentation_get_root (self));
  clear_timeouts (self);
  self->number = 0;
  qm_presentation_set_black (self, FALSE);
  gtk_widget_set_visible (self->place, FALSE);
  gtk_widget_set_cursor (GTK_WIDGET (window), NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), is_active);
  set_style (self, is_active);
  keep_screen_on (self, is_active);
  if (is_active) {
    gtk_window_fullscreen (window);
    if (get_place (self) == 0)
      qm_presentation_go_to_place (self, 1);
    qm_presentation_leave_marks (self);
    say_place (self);
  } else {
    gtk_window_unfullscreen (window);
    gtk_window_set_focus (window, NULL);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}
