/* How charts of the list are chosen: by their ticks, by a click with Ctrl, or from the one in front
 * to another by a click with Shift; and by Ctrl+Space. */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

/* Listens to the list, whose rows are those of chart-row.h. The session outlives it. */
void qm_choosing_add (GtkListBox *list, QmSession *session);

/* Shows in all rows which are chosen. */
void qm_choosing_update (GtkListBox *list, QmSession *session);
