#include "app/pages/sources-page.h"

struct _QmSourcesPage {
  GtkWidget parent_instance;

  QmSession *session; /* a reference; NULL until set */
  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (QmSourcesPage, qm_sources_page, GTK_TYPE_WIDGET)

static void
session_changed_cb (QmSourcesPage *self G_GNUC_UNUSED, guint change G_GNUC_UNUSED)
{
}

static void
qm_sources_page_dispose (GObject *object)
{
  QmSourcesPage *self = QM_SOURCES_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qm_sources_page_parent_class)->dispose (object);
}

static void
qm_sources_page_class_init (QmSourcesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_sources_page_dispose;
  gtk_widget_class_set_css_name (widget_class, "sourcespage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quymo/Quymo/sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QmSourcesPage, content);
}

static void
qm_sources_page_init (QmSourcesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qm_sources_page_set_session (QmSourcesPage *self, QmSession *session)
{
  g_return_if_fail (QM_IS_SOURCES_PAGE (self));

  if (self->session == session)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
}
