/* Words from the left edge on, in as many lines as they need. */
#pragma once

#include <gtk/gtk.h>

/* wrap says where a line may end. */
GtkWidget *qm_text_label_new (const char *text, PangoWrapMode wrap, const char *css_class);
