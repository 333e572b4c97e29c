/* The window: one session, and all the parts that show it. */
#pragma once

#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QM_TYPE_WINDOW (qm_window_get_type ())
G_DECLARE_FINAL_TYPE (QmWindow, qm_window, QM, WINDOW, GtkApplicationWindow)

QmWindow *qm_window_new (GtkApplication *application, QmDataset *dataset);

/* NULL where problems are shown. (unowned) */
QmSession *qm_window_get_session (QmWindow *self);

/* Says it in the message bar. */
void qm_window_say (QmWindow *self, const char *text, gboolean is_error);

/* For a file that cannot be opened: name, and what is wrong with it, a problem a line. */
QmWindow *qm_window_new_with_problems (GtkApplication *application, const char *name,
                                       const char *problems);

G_END_DECLS
