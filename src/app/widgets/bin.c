#include "app/widgets/bin.h"

G_DEFINE_ABSTRACT_TYPE (QmBin, qm_bin, GTK_TYPE_WIDGET)

static void
qm_bin_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qm_bin_parent_class)->dispose (object);
}

static void
qm_bin_class_init (QmBinClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qm_bin_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
qm_bin_init (QmBin *self G_GNUC_UNUSED)
{
}
