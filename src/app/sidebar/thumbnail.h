/* A chart in small, to be recognised by its shapes: its texts would be too small to read, so what
 * surrounds the marks is left out. Painted only when asked to, and kept until the next time. */
#pragma once

#include "chart/chart.h"

#include <gtk/gtk.h>

#define QM_TYPE_THUMBNAIL (qm_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (QmThumbnail, qm_thumbnail, QM, THUMBNAIL, GtkWidget)

/* Empty until it is painted. */
GtkWidget *qm_thumbnail_new (void);

/* Takes some milliseconds. Nothing of the chart is kept but its picture. */
void qm_thumbnail_paint (QmThumbnail *self, const QmChart *chart, const QmView *view,
                         const QmTheme *theme);

/* The same by a thread, for what takes long or nobody waits for, while the picture before stays. It
 * counts as painted at once. */
void qm_thumbnail_paint_later (QmThumbnail *self, QmDataset *dataset, const QmChart *chart,
                               const QmView *view, const QmTheme *theme);

/* TRUE once it was painted. */
gboolean qm_thumbnail_has_picture (QmThumbnail *self);

/* TRUE while a thread is at work for it. */
gboolean qm_thumbnail_is_painting (QmThumbnail *self);

/* TRUE if it was painted and nothing has changed since. */
gboolean qm_thumbnail_is_current (QmThumbnail *self);

/* Says that the chart looks different now. The picture stays until the next one. */
void qm_thumbnail_outdate (QmThumbnail *self);
