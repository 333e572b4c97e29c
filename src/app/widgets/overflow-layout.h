/* A layout of children in one row of which, where there is too little room for all, the last ones
 * go behind a button: the last child, a GtkMenuButton, which is seen only then and holds them in
 * its popover as long as that is open. */
#pragma once

#include <gtk/gtk.h>

#define QM_TYPE_OVERFLOW_LAYOUT (qm_overflow_layout_get_type ())
G_DECLARE_FINAL_TYPE (QmOverflowLayout, qm_overflow_layout, QM, OVERFLOW_LAYOUT, GtkLayoutManager)

/* Makes the last child of a widget with this layout the button that it needs. */
void qm_overflow_layout_set_button (GtkMenuButton *button);
