/* What is hidden, where it was hidden: a button for each of those entities that shows it again, or
 * one for all where they are many. */
#pragma once

#include "chart/view/view.h"

#include <gtk/gtk.h>

/* Fills the box anew, and takes it away where nothing is hidden. The buttons use the actions
 * "view.hide" and "view.show-all". */
void qm_hidden_buttons_fill (GtkBox *box, const QmView *view);
