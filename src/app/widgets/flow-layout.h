/* A layout of children side by side from the left, each as wide as it wants to be, in as many lines
 * as that takes; the last of a line gets what is left of it if it expands. */
#pragma once

#include <gtk/gtk.h>

#define QM_TYPE_FLOW_LAYOUT (qm_flow_layout_get_type ())
G_DECLARE_FINAL_TYPE (QmFlowLayout, qm_flow_layout, QM, FLOW_LAYOUT, GtkLayoutManager)

/* A GtkBox that is laid out so. */
GtkWidget *qm_flow_layout_box_new (void);
