/* The chart as it stands in the window: its scene, laid out for a size and a theme, and its
 * picture, painted once and kept until another layout. Whatever is drawn over it does not paint it
 * again. */
#pragma once

#include "chart/chart.h"

#include <gtk/gtk.h>

typedef struct {
  const QmChart *chart; /* (unowned) NULL: nothing is laid out */
  QmView view;          /* its own; qm_chart_picture_clear() leaves it */
  const QmTheme *theme;
  double text_scale;
  QmScene *scene;       /* NULL until there is a size */
  QmViewedChart viewed; /* that it shows; all zero without a scene */
  GskRenderNode *node;  /* the scene, painted; NULL until it is */
  int scale;            /* pixels of the screen in one of the scene's, as it was painted */
} QmChartPicture;

/* Lays the chart out, and lets go of the scene before. */
void qm_chart_picture_lay_out (QmChartPicture *picture, int width, int height);

/* TRUE if the scene has that size. */
gboolean qm_chart_picture_fits (const QmChartPicture *picture, int width, int height);

void qm_chart_picture_clear (QmChartPicture *picture);

/* The scene as pixels, painted by whatever thread; scale: pixels of the screen in one of the
 * scene's. */
cairo_surface_t *qm_chart_picture_paint (const QmChartPicture *picture,
                                         int scale) G_GNUC_WARN_UNUSED_RESULT;

/* These pixels, or for NULL the scene's shapes, as a node. */
GskRenderNode *qm_chart_picture_show_pixels (const QmChartPicture *picture,
                                             cairo_surface_t *pixels) G_GNUC_WARN_UNUSED_RESULT;

/* How far a ring and its blurred edge reach beyond the mark, in pixels. */
#define QM_RING_REACH 5

/* scale: pixels of the screen in one of the scene's. */
void qm_chart_picture_snapshot (QmChartPicture *picture, GtkSnapshot *snapshot, int scale);

/* A ring around a mark, as a small node of its own. */
void qm_chart_picture_snapshot_ring (const QmChartPicture *picture, GtkSnapshot *snapshot, int mark,
                                     QmColor color);

/* The scene's mark of that index, which has to exist. */
const QmMark *qm_chart_picture_get_mark (const QmChartPicture *picture, int index);
