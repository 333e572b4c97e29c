#include "app/controls/view-controls.h"

struct _QmViewControls {
  GtkWidget parent_instance;

  QmSession *session; /* a reference; NULL until set */
  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (QmViewControls, qm_view_controls, GTK_TYPE_WIDGET)

static void
session_changed_cb (QmViewControls *self G_GNUC_UNUSED, guint change G_GNUC_UNUSED)
{
}

static void
qm_view_controls_dispose (GObject *object)
{
  QmViewControls *self = QM_VIEW_CONTROLS (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qm_view_controls_parent_class)->dispose (object);
}

static void
qm_view_controls_class_init (QmViewControlsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_view_controls_dispose;
  gtk_widget_class_set_css_name (widget_class, "viewcontrols");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quymo/Quymo/view-controls.ui");
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, content);
}

static void
qm_view_controls_init (QmViewControls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qm_view_controls_set_session (QmViewControls *self, QmSession *session)
{
  g_return_if_fail (QM_IS_VIEW_CONTROLS (self) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
}
