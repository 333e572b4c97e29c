/* The list of charts with a search over it: as soon as something is typed, what is found takes the
 * list's place. */
#pragma once

#include "app/sidebar/sidebar.h"
#include "app/widgets/bin.h"

#define QM_TYPE_SEARCH_PANE (qm_search_pane_get_type ())
G_DECLARE_FINAL_TYPE (QmSearchPane, qm_search_pane, QM, SEARCH_PANE, QmBin)

/* Emits "chosen" once the reader has gone to a chart and is done. */
void qm_search_pane_set_session (QmSearchPane *self, QmSession *session);

void qm_search_pane_set_theme (QmSearchPane *self, const QmTheme *theme);

/* Ready to be typed in, with what was typed before selected. */
void qm_search_pane_begin (QmSearchPane *self);

/* Searches for a text that the reader has not typed, as soon as there is a session. */
void qm_search_pane_search (QmSearchPane *self, const char *text);

/* Takes a key that was pressed elsewhere in the window as the first of a search; FALSE for keys
 * that type nothing. */
gboolean qm_search_pane_take_key (QmSearchPane *self, GtkEventControllerKey *controller, guint key,
                                  GdkModifierType modifiers);

/* Back to the list of charts; FALSE if that is there. */
gboolean qm_search_pane_stop (QmSearchPane *self);

/* Gives the focus to the selected chart. */
void qm_search_pane_focus_selected (QmSearchPane *self);
