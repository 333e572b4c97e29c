/* A chart as a row of the list: its picture in small, its name and its key figure. */
#pragma once

#include "app/sidebar/thumbnail.h"

G_BEGIN_DECLS

/* The chart is borrowed. */
GtkWidget *qm_chart_row_new (const QmChart *chart);

const QmChart *qm_chart_row_get_chart (GtkListBoxRow *row);
QmThumbnail *qm_chart_row_get_thumbnail (GtkListBoxRow *row);

G_END_DECLS
