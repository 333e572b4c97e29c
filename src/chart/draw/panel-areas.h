/* Where the panels of a chart stand on its plot: in a row, in a column, or in the cells of a grid.
 */
#pragma once

#include "chart/draw/style.h"

/* Between two panels of a row, and of a column. */
double qm_panel_areas_row_gap (const QmStyle *style);
double qm_panel_areas_column_gap (const QmStyle *style);

/* Lines of text that a panel takes up in height when it is just not cramped. */
double qm_panel_areas_lines (const QmPanel *panel);

/* The numbers of columns to be tried, the best guess first. Element gsize. */
GArray *qm_panel_areas_find (const QmStyle *style, const QmChart *chart, QmRect plot);

/* Sets areas to those of the chart's panels in so many columns. Panels that are crowded have more
 * of a row or a column than they ask for (NULL: none is); in the cells of a grid all have one size.
 */
void qm_panel_areas_set (const QmStyle *style, const QmChart *chart, QmRect plot, gsize n_columns,
                         const gboolean *is_crowded, QmRect *areas);
