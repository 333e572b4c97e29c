/* What is open over a window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Before the window goes: GTK 4.8 keeps a popover for good that is open at that time, and where a
 * tooltip is waiting for its moment in it, asks it for a surface that it no longer has. */
void qm_popovers_close (GtkWidget *window);

/* In size_allocate of a widget without a layout manager: those that are its children get their
 * places. */
void qm_popovers_present (GtkWidget *widget);

/* One that is closed, from its parent. GTK hears of the pointer in it even after it is hidden,
 * takes the pointer to be there still, and asks for the surface that it no longer has. */
void qm_popovers_remove (GtkWidget *popover);

G_END_DECLS
