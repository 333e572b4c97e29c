/* The session's charts by topic, in its order, each with its name and its key figure. The one in
 * front is selected; selecting another goes to it. The order is changed by dragging, and by Alt
 * with the arrows. */
#pragma once

#include "app/session/session.h"
#include "chart/draw/theme.h"

#include <gtk/gtk.h>

#define QM_TYPE_SIDEBAR (qm_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (QmSidebar, qm_sidebar, QM, SIDEBAR, GtkWidget)

/* Emits "chosen" once the reader has pressed a chart and is done. */
void qm_sidebar_set_session (QmSidebar *self, QmSession *session);

/* That of the charts' pictures; light at first. */
void qm_sidebar_set_theme (QmSidebar *self, const QmTheme *theme);

/* Gives the focus to the selected row. */
void qm_sidebar_focus_selected (QmSidebar *self);
