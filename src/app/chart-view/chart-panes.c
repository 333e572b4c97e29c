#include "app/chart-view/chart-panes.h"

#include "app/widgets/access.h"
#include "app/widgets/bin.h"
#include "app/widgets/follow.h"

struct _QmChartPanes {
  GtkWidget parent_instance;

  QmSession *session; /* followed; NULL until set */
  QmChartView *views[QM_SESSION_MAX_PANES];
  guint n_views;
  const QmTheme *theme;
  double text_scale;
  gboolean has_evidence;
};

G_DEFINE_FINAL_TYPE (QmChartPanes, qm_chart_panes, GTK_TYPE_WIDGET)

/* Two charts stand side by side where each is at least that wide, in pixels. */
#define MIN_WIDTH_BESIDE 420

/* --- Which pane is in front --- */

static guint
find_pane (QmChartPanes *self, QmChartView *view)
{
  for (guint i = 0; i < self->n_views; i++)
    if (self->views[i] == view)
      return i;
  g_assert_not_reached ();
}

static void
bring_to_front (QmChartPanes *self, QmChartView *view)
{
  guint pane = find_pane (self, view);

  if (pane != qm_session_get_active (self->session))
    qm_session_set_active (self->session, pane);
}

static void
reached_cb (GtkEventController *controller, QmChartPanes *self)
{
  bring_to_front (self, QM_CHART_VIEW (gtk_event_controller_get_widget (controller)));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press G_GNUC_UNUSED, double x G_GNUC_UNUSED,
            double y G_GNUC_UNUSED, QmChartPanes *self)
{
  reached_cb (GTK_EVENT_CONTROLLER (gesture), self);
}

/* --- In step with the session --- */

static void
add_view (QmChartPanes *self)
{
  QmChartView *view = g_object_new (QM_TYPE_CHART_VIEW, NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  qm_chart_view_set_theme (view, self->theme);
  qm_chart_view_set_text_scale (view, self->text_scale);
  qm_chart_view_set_has_evidence (view, self->has_evidence);
  g_signal_connect_swapped (view, "selected", G_CALLBACK (qm_session_select), self->session);
  g_signal_connect_swapped (view, "moving", G_CALLBACK (bring_to_front), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (focus, "enter", G_CALLBACK (reached_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), focus);

  gtk_widget_set_parent (GTK_WIDGET (view), GTK_WIDGET (self));
  self->views[self->n_views++] = view;
}

static void
show_panes (QmChartPanes *self)
{
  guint n_panes = qm_session_get_n_panes (self->session);

  while (self->n_views > n_panes)
    gtk_widget_unparent (GTK_WIDGET (self->views[--self->n_views]));
  while (self->n_views < n_panes)
    add_view (self);

  for (guint i = 0; i < n_panes; i++) {
    GtkWidget *widget = GTK_WIDGET (self->views[i]);
    const QmView *view;
    const QmChart *chart = qm_session_get_pane (self->session, i, &view);

    qm_chart_view_show (self->views[i], qm_session_get_dataset (self->session), chart, view);
    if (n_panes > 1 && i == qm_session_get_active (self->session))
      gtk_widget_add_css_class (widget, "front");
    else
      gtk_widget_remove_css_class (widget, "front");
  }
}

static void
show_selection (QmChartPanes *self)
{
  for (guint i = 0; i < self->n_views; i++)
    qm_chart_view_set_selected (self->views[i], qm_session_get_selected (self->session),
                                i == qm_session_get_active (self->session));
}

static void
session_changed_cb (QmChartPanes *self, guint change)
{
  if ((change & (QM_SESSION_DATASET | QM_SESSION_CHART | QM_SESSION_VIEW)) != 0)
    show_panes (self);
  if ((change & (QM_SESSION_DATASET | QM_SESSION_CHART | QM_SESSION_SELECTION)) != 0)
    show_selection (self);
}

/* --- The widget --- */

static gboolean
stand_beside (QmChartPanes *self, int width)
{
  return width >= (int) self->n_views * MIN_WIDTH_BESIDE;
}

static void
qm_chart_panes_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  QmChartPanes *self = QM_CHART_PANES (widget);
  gboolean is_sum =
      orientation == GTK_ORIENTATION_VERTICAL && !stand_beside (self, for_size) && for_size > 0;

  *minimum = *natural = 0;
  for (guint i = 0; i < self->n_views; i++) {
    int view_minimum, view_natural;

    gtk_widget_measure (GTK_WIDGET (self->views[i]), orientation, -1, &view_minimum, &view_natural,
                        NULL, NULL);
    *minimum = is_sum ? *minimum + view_minimum : MAX (*minimum, view_minimum);
    *natural = is_sum ? *natural + view_natural : MAX (*natural, view_natural);
  }
  *minimum_baseline = *natural_baseline = -1;
}

static void
qm_chart_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  QmChartPanes *self = QM_CHART_PANES (widget);
  gboolean is_row = stand_beside (self, width);
  int n_views = (int) self->n_views;

  for (int i = 0; i < n_views; i++) {
    GtkAllocation place = { 0, 0, width, height };

    if (is_row) {
      place.x = width * i / n_views;
      place.width = width * (i + 1) / n_views - place.x;
    } else {
      place.y = height * i / n_views;
      place.height = height * (i + 1) / n_views - place.y;
    }
    gtk_widget_size_allocate (GTK_WIDGET (self->views[i]), &place, -1);
  }
}

static GtkSizeRequestMode
qm_chart_panes_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* At the mark that had the focus last, or is selected. GTK asks for it, too, where Shift+Tab goes
 * out of the chart: that is no way into it. */
static gboolean
qm_chart_panes_grab_focus (GtkWidget *widget)
{
  QmChartPanes *self = QM_CHART_PANES (widget);
  GtkWidget *front;

  if (self->session == NULL)
    return FALSE;
  front = GTK_WIDGET (qm_chart_panes_get_front (self));
  return !qm_access_has_focus_within (front) && gtk_widget_child_focus (front, GTK_DIR_TAB_FORWARD);
}

static void
qm_chart_panes_dispose (GObject *object)
{
  QmChartPanes *self = QM_CHART_PANES (object);

  while (self->n_views > 0)
    gtk_widget_unparent (GTK_WIDGET (self->views[--self->n_views]));
  G_OBJECT_CLASS (qm_chart_panes_parent_class)->dispose (object);
}

static void
qm_chart_panes_class_init (QmChartPanesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_chart_panes_dispose;
  widget_class->measure = qm_chart_panes_measure;
  widget_class->size_allocate = qm_chart_panes_size_allocate;
  widget_class->get_request_mode = qm_chart_panes_get_request_mode;
  widget_class->grab_focus = qm_chart_panes_grab_focus;
  qm_widgets_set_kind (widget_class, "panes", GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qm_chart_panes_init (QmChartPanes *self)
{
  self->theme = &qm_theme_light;
  self->text_scale = 1;
}

void
qm_chart_panes_set_session (QmChartPanes *self, QmSession *session)
{
  g_return_if_fail (QM_IS_CHART_PANES (self) && self->session == NULL);

  self->session = qm_follow (self, session, G_CALLBACK (session_changed_cb));
  show_panes (self);
}

void
qm_chart_panes_set_theme (QmChartPanes *self, const QmTheme *theme)
{
  g_return_if_fail (QM_IS_CHART_PANES (self));

  self->theme = theme;
  for (guint i = 0; i < self->n_views; i++)
    qm_chart_view_set_theme (self->views[i], theme);
}

void
qm_chart_panes_set_text_scale (QmChartPanes *self, double text_scale)
{
  g_return_if_fail (QM_IS_CHART_PANES (self));

  self->text_scale = text_scale;
  for (guint i = 0; i < self->n_views; i++)
    qm_chart_view_set_text_scale (self->views[i], text_scale);
}

void
qm_chart_panes_set_has_evidence (QmChartPanes *self, gboolean has_evidence)
{
  g_return_if_fail (QM_IS_CHART_PANES (self));

  self->has_evidence = has_evidence;
  for (guint i = 0; i < self->n_views; i++)
    qm_chart_view_set_has_evidence (self->views[i], has_evidence);
}

void
qm_chart_panes_forget_pointer (QmChartPanes *self)
{
  g_return_if_fail (QM_IS_CHART_PANES (self));

  for (guint i = 0; i < self->n_views; i++)
    qm_chart_view_forget_pointer (self->views[i]);
}

QmChartView *
qm_chart_panes_get_front (QmChartPanes *self)
{
  g_return_val_if_fail (QM_IS_CHART_PANES (self) && self->session != NULL, NULL);

  return self->views[qm_session_get_active (self->session)];
}
