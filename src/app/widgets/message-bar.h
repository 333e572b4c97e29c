/* A line inside the window that says what has just been done, or what went wrong and what to do. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QM_TYPE_MESSAGE_BAR (qm_message_bar_get_type ())
G_DECLARE_FINAL_TYPE (QmMessageBar, qm_message_bar, QM, MESSAGE_BAR, GtkWidget)

/* A success goes away by itself after some seconds, an error stays until it is closed. */
void qm_message_bar_show (QmMessageBar *self, const char *text, gboolean is_error);

G_END_DECLS
