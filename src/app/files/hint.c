#include "app/files/hint.h"

#include "app/widgets/access.h"
#include "app/widgets/follow.h"

struct _QmHint {
  QmBin parent_instance;

  QmSession *session;
  QmState *state;
  GtkWidget *bar;
};

G_DEFINE_FINAL_TYPE (QmHint, qm_hint, QM_TYPE_BIN)

static void
go_away (QmHint *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (widget)), widget);
}

static void
close_cb (QmHint *self)
{
  qm_state_set_knows_hint (self->state);
  go_away (self);
}

/* Not while the reader looks at a card: the chart would be laid out anew under it. */
static void
session_changed_cb (QmHint *self, guint change)
{
  if ((change & QM_SESSION_CHART) != 0 && qm_state_knows_hint (self->state))
    go_away (self);
  else if ((change & QM_SESSION_SELECTION) != 0 && qm_session_get_selected (self->session) != NULL)
    qm_state_set_knows_hint (self->state);
}

/* --- The widget --- */

/* It goes where the window is too low for it and the chart. */
static void
qm_hint_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                 int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (QM_HINT (widget)->bar, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
qm_hint_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *bar = QM_HINT (widget)->bar;
  int least;

  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_set_child_visible (bar, height >= least);
  if (height >= least)
    gtk_widget_size_allocate (bar, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static GtkSizeRequestMode
qm_hint_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qm_hint_dispose (GObject *object)
{
  QmHint *self = QM_HINT (object);

  g_clear_pointer (&self->state, qm_state_unref);
  G_OBJECT_CLASS (qm_hint_parent_class)->dispose (object);
}

static void
qm_hint_class_init (QmHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_hint_dispose;
  widget_class->measure = qm_hint_measure;
  widget_class->size_allocate = qm_hint_size_allocate;
  widget_class->get_request_mode = qm_hint_get_request_mode;

  qm_widgets_set_kind (widget_class, "hint", GTK_ACCESSIBLE_ROLE_GROUP);
  qm_widgets_set_template (widget_class, "hint");
  gtk_widget_class_bind_template_child (widget_class, QmHint, bar);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
qm_hint_init (QmHint *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  qm_access_keep_focus_on_click (GTK_WIDGET (self));
}

GtkWidget *
qm_hint_new (QmSession *session, QmState *state)
{
  QmHint *self = g_object_new (QM_TYPE_HINT, NULL);

  self->session = qm_follow (self, session, G_CALLBACK (session_changed_cb));
  self->state = qm_state_ref (state);
  return GTK_WIDGET (self);
}
