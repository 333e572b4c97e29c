/* A layout of children side by side of which, where there is too little room for all, the first
 * ones are left out: the last stays to the end. Property "spacing" (int): between children, in
 * pixels. */
#pragma once

#include <gtk/gtk.h>

#define QM_TYPE_FITTING_LAYOUT (qm_fitting_layout_get_type ())
G_DECLARE_FINAL_TYPE (QmFittingLayout, qm_fitting_layout, QM, FITTING_LAYOUT, GtkLayoutManager)
