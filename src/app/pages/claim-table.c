#include "app/pages/claim-table.h"

struct _QmClaimTable {
  GtkWidget parent_instance;

  QmSession *session; /* a reference; NULL until set */
  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (QmClaimTable, qm_claim_table, GTK_TYPE_WIDGET)

static void
session_changed_cb (QmClaimTable *self G_GNUC_UNUSED, guint change G_GNUC_UNUSED)
{
}

static void
qm_claim_table_dispose (GObject *object)
{
  QmClaimTable *self = QM_CLAIM_TABLE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qm_claim_table_parent_class)->dispose (object);
}

static void
qm_claim_table_class_init (QmClaimTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_claim_table_dispose;
  gtk_widget_class_set_css_name (widget_class, "claimtable");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quymo/Quymo/claim-table.ui");
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, content);
}

static void
qm_claim_table_init (QmClaimTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qm_claim_table_set_session (QmClaimTable *self, QmSession *session)
{
  g_return_if_fail (QM_IS_CLAIM_TABLE (self));

  if (self->session == session)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
}
