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

void
qm_widgets_set_kind (GtkWidgetClass *widget_class, const char *css_name, GtkAccessibleRole role)
{
  gtk_widget_class_set_css_name (widget_class, css_name);
  gtk_widget_class_set_accessible_role (widget_class, role);
}

void
qm_widgets_set_template (GtkWidgetClass *widget_class, const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/quymo/Quymo/", name, ".ui", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, path);
}

guint
qm_widgets_add_signal (gpointer klass, const char *name, guint n_parameters, ...)
{
  va_list types;
  guint id;

  va_start (types, n_parameters);
  id = g_signal_new_valist (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, NULL, NULL, NULL,
                            NULL, G_TYPE_NONE, n_parameters, types);
  va_end (types);
  return id;
}
