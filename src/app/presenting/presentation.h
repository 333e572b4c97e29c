/* Presenting: the window shows nothing but the chart, on the whole screen, and goes from chart to
 * chart in the session's order: through those that are chosen, or all where none is.
 *
 *   →, ↓, Space, Page Down, a click beside the marks    on
 *   ←, ↑, Backspace, Page Up, a right click             back
 *   Home, End                                           to the first and the last chart
 *   a number, at once after a pause or with Enter       to that chart
 *   B, full stop                                        a black screen, and back
 *   Tab                                                 to the marks, whose the arrows then are
 *   Escape                                              from a card or the marks back, else away
 *   F5                                                  away
 *
 * Page Up and Page Down go on from everywhere: a presenter's remote control has nothing else. A
 * mark that is clicked keeps its card but not the arrows.
 *
 * The widget is what comes up over the chart meanwhile: where one is, and the black screen. The
 * property "active" (gboolean) is notified. */
#pragma once

#include "app/chart-view/chart-panes.h"
#include "app/widgets/bin.h"

#define QM_TYPE_PRESENTATION (qm_presentation_get_type ())
G_DECLARE_FINAL_TYPE (QmPresentation, qm_presentation, QM, PRESENTATION, QmBin)

void qm_presentation_set_session (QmPresentation *self, QmSession *session, QmChartPanes *panes);

gboolean qm_presentation_get_active (QmPresentation *self);
void qm_presentation_set_active (QmPresentation *self, gboolean is_active);
