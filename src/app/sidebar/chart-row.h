/* A chart as a row of the list: its picture in small, its name, its key figure, and a tick by
 * which it is chosen. */
#pragma once

#include "app/sidebar/thumbnail.h"

/* The chart is borrowed. */
GtkWidget *qm_chart_row_new (const QmChart *chart);

const QmChart *qm_chart_row_get_chart (GtkListBoxRow *row);
QmThumbnail *qm_chart_row_get_thumbnail (GtkListBoxRow *row);

/* The tick by which the chart is chosen. */
GtkCheckButton *qm_chart_row_get_tick (GtkListBoxRow *row);

/* Shows and speaks whether it is. */
void qm_chart_row_set_chosen (GtkListBoxRow *row, gboolean is_chosen);
