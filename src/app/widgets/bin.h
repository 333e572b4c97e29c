/* What our own widgets are made of that have one child: it is as large as they are, and goes with
 * them, as does what is open over them. */
#pragma once

#include <gtk/gtk.h>

#define QM_TYPE_BIN (qm_bin_get_type ())
G_DECLARE_DERIVABLE_TYPE (QmBin, qm_bin, QM, BIN, GtkWidget)

struct _QmBinClass {
  GtkWidgetClass parent_class;
};
