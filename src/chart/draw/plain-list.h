/* Figures as a list: what a panel is where its form has no room for any of them. The name of each
 * at the left of its row, the figure at its right, or below the name where the columns are narrow,
 * in as many columns as it takes. */
#pragma once

#include "chart/draw/style.h"
#include "dataset/dataset.h"

/* TRUE if all claims of the panel are figures. */
gboolean qm_plain_list_takes (const QmPanel *panel);

/* How many of the panel's claims can be read in area; 0 where none can. */
gsize qm_plain_list_most (const QmStyle *style, const QmPanel *panel, QmRect area);

/* Adds each claim as a mark, in the panel's order. */
void qm_plain_list_build (QmScene *scene, const QmStyle *style, const QmPanel *panel, QmRect area);
