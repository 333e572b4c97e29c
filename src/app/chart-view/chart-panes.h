/* The charts of a session: one, or two side by side (one above the other where that leaves them
 * too little width). The one in front, whose view the controls change and whose claims the table
 * lists, is the one last pressed, focused or moved by a wheel. */
#pragma once

#include "app/chart-view/chart-view.h"
#include "app/session/session.h"

#define QM_TYPE_CHART_PANES (qm_chart_panes_get_type ())
G_DECLARE_FINAL_TYPE (QmChartPanes, qm_chart_panes, QM, CHART_PANES, GtkWidget)

void qm_chart_panes_set_session (QmChartPanes *self, QmSession *session);

void qm_chart_panes_set_theme (QmChartPanes *self, const QmTheme *theme);
void qm_chart_panes_set_text_scale (QmChartPanes *self, double text_scale);

/* See qm_chart_view_set_has_evidence(). */
void qm_chart_panes_set_has_evidence (QmChartPanes *self, gboolean has_evidence);

/* See qm_chart_view_forget_pointer(). */
void qm_chart_panes_forget_pointer (QmChartPanes *self);

/* The chart in front. (unowned) */
QmChartView *qm_chart_panes_get_front (QmChartPanes *self);
