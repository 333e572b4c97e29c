/* What can be done to the view of the chart in front, as actions of the group "view": for buttons,
 * menus and keys alike.
 *
 *   view.zoom (d)                 a shorter or longer time, around the mark that has the focus
 *   view.zoom-at (dd)             the same around a place of the axis (time-range.h)
 *   view.pan (d)                  an earlier or later time
 *   view.reset                    back to what the dataset has
 *   view.highlight (s, state: s)  the claim of that id steps forward, or back again; the state is
 *                                 the one that has, or ""
 *   view.hide (s)                 hides the entity of that id, or shows it again
 *   view.show-all                 shows all that are hidden
 *   view.focus (s)                the mark of the claim of that id gets the keyboard
 *   view.note (s)                 asks for a note of the reader's own at the claim of that id
 *   view.end-note (s)             goes back to the mark from where its note was written
 *   view.remove-note (s)          takes that away
 *   view.place-note (sdd)         puts the claim's note there (QmCallOut)
 *   view.move-note (sdd)          moves it by that much
 *   view.copy, view.paste         the view as JSON, to and from the clipboard
 *   view.compare (state: b)       a second chart beside the first
 *   view.go (i)                   to the next chart, or to one before
 */
#pragma once

#include "app/chart-view/chart-panes.h"

#include <gtk/gtk.h>

/* Adds the group to a window, which shows messages by its actions "win.message", of what
 * went wrong "win.message-of-error" and, of what can be undone, "win.message-of-step". */
void qm_view_actions_add (GtkWidget *window, QmChartPanes *panes, QmSession *session);
