#include "app/widgets/mnemonic.h"

GtkWidget *
qm_mnemonic_button_new (const char *words)
{
  GtkWidget *button = gtk_button_new (), *label = gtk_label_new_with_mnemonic (words);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_widget_add_css_class (button, "text-button");
  return button;
}

GtkWidget *
qm_mnemonic_add_field (GtkGrid *form, int row, const char *name, GtkWidget *field)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (name);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (form, label, 0, row, 1, 1);
  gtk_grid_attach (form, field, 1, row, 1, 1);
  return label;
}

char *
qm_mnemonic_escape (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}
