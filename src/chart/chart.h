/* From a chart's description to a picture laid out for a canvas. A pure function but for the
 * language in use (base/language.h): the same chart and canvas give the same scene. */
#pragma once

#include "chart/draw/canvas.h"
#include "chart/forms/forms.h"
#include "chart/view/viewed.h"
#include "scene/scene.h"

/* Lays the chart out: the frame, the panels in it, and the reader's notes where these leave room;
 * where they leave none, the panels give some up. The data of the scene's marks are the chart's
 * claims (const QmClaim *), also where the view shows other figures of them. */
QmScene *qm_chart_build (const QmChart *chart, const QmView *view,
                         const QmCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a chart as viewed. areas has an element for each panel of viewed->chart, and is set
 * to where they stand; or it is NULL. */
QmScene *qm_chart_build_viewed (const QmViewedChart *viewed, const QmCanvas *canvas,
                                QmRect *areas) G_GNUC_WARN_UNUSED_RESULT;
