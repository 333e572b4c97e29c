#include "app/widgets/mnemonic-button.h"

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
