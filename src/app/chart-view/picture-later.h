/* Charts of so many claims that it takes longer than a frame to lay them out and to paint them: a
 * thread does it, while the picture before stays and nobody waits. */
#pragma once

#include "app/chart-view/chart-picture.h"

/* TRUE for a chart that is worth a thread. */
gboolean qm_picture_later_is_worth (const QmChart *chart);

/* Lays out the picture's chart for its view and theme and a size in pixels, and paints it; the
 * picture itself stays as it is. Then calls done. scale: pixels of the screen in one of the
 * scene's. */
void qm_picture_later_begin (const QmChartPicture *picture, QmDataset *dataset, int width,
                             int height, int scale, GCancellable *cancellable,
                             GAsyncReadyCallback done, gpointer user_data);

/* Puts that in the picture's place, unless it was cancelled: g_task_had_error(). */
void qm_picture_later_take (QmChartPicture *picture, GAsyncResult *result);
