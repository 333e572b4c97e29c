/* What our own widgets are made of: what their classes say of themselves; and a widget around one
 * child, which is as large as that is and goes with it, as does what is open over it. */
#pragma once

#include <gtk/gtk.h>

#define QM_TYPE_BIN (qm_bin_get_type ())
G_DECLARE_DERIVABLE_TYPE (QmBin, qm_bin, QM, BIN, GtkWidget)

struct _QmBinClass {
  GtkWidgetClass parent_class;
};

/* The name in the style sheet, and what it is to a screen reader. */
void qm_widgets_set_kind (GtkWidgetClass *widget_class, const char *css_name,
                          GtkAccessibleRole role);

/* The file of that name in ui/, without its ending. */
void qm_widgets_set_template (GtkWidgetClass *widget_class, const char *name);

/* A signal that nobody answers, with so many parameters, whose types follow. Returns its id. */
guint qm_widgets_add_signal (gpointer klass, const char *name, guint n_parameters, ...);
