/* What is open over a window. */
#pragma once

#include <gtk/gtk.h>

/* Before the window goes: GTK 4.8 keeps a popover for good that is open at that time, and where a
 * tooltip is waiting for its moment in it, asks it for a surface that it no longer has. */
void qm_popovers_close (GtkWidget *window);

/* Once, before the first window: a popover whose place is on no screen, as when a window was moved
 * half out of it and a menu is asked for by a key, opens at the nearest edge. GTK 4.8 would give it
 * a size by numbers that it never set, and complain of those at each frame. */
void qm_popovers_keep_on_screens (void);

/* In size_allocate of a widget without a layout manager: those that are its children get their
 * places. */
void qm_popovers_present (GtkWidget *widget);

/* Called where the popover is gone: what it was at, and whether the keyboard was in it. */
typedef void (*QmPopoverGone) (GtkWidget *popover, GtkWidget *parent, gboolean had_focus);

/* The popover goes from its parent as soon as it is closed and whoever closes it is done with it;
 * gone may be NULL. GTK hears of the pointer in it even after it is hidden, takes the pointer to be
 * there still, and would ask for the surface that it no longer has. */
void qm_popovers_remove_when_closed (GtkWidget *popover, QmPopoverGone gone);
