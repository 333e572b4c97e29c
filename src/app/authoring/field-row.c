#include "app/authoring/field-row.h"

GtkWidget *
qm_field_row_add (GtkGrid *form, int row, const char *name, GtkWidget *field)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (name);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  /* What labels a drop-down is its own affair, see qm_access_mend(). */
  if (GTK_IS_DROP_DOWN (field))
    gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_label_get_text (GTK_LABEL (label)), -1);
  else
    gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    label, NULL, -1);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (form, label, 0, row, 1, 1);
  gtk_grid_attach (form, field, 1, row, 1, 1);
  return label;
}
