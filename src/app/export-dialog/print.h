/* Charts on paper, by the dialog that GTK has for it: drawn as lines and letters, with their
 * sources, on a page each. */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

/* To be run: the session's chart in its view, or those that are chosen, each in the view in which
 * it was left. */
GtkPrintOperation *qm_print_new (QmSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the dialog over the window, which says what goes wrong ("win.message-of-error"). */
void qm_print (GtkWindow *window, QmSession *session);
