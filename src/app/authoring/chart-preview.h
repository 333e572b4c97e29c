/* A chart as it grows, with the other forms in which its claims can be drawn, as small pictures to
 * choose from.
 *
 * The signal "form-chosen" (const char *) says which one was pressed, "edited" that the picture was
 * pressed twice. */
#pragma once

#include "app/widgets/bin.h"
#include "chart/chart.h"
#include "chart/draw/theme.h"

#define QM_TYPE_CHART_PREVIEW (qm_chart_preview_get_type ())
G_DECLARE_FINAL_TYPE (QmChartPreview, qm_chart_preview, QM, CHART_PREVIEW, QmBin)

/* The chart is borrowed, and has to live until there is another; NULL: there is none yet. */
void qm_chart_preview_show (QmChartPreview *self, const QmChart *chart, const QmTheme *theme);
