#include "app/widgets/text-label.h"

GtkWidget *
qm_text_label_new (const char *text, PangoWrapMode wrap, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", wrap, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}
