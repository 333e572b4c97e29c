/* Claims on who stands above whom, without a figure, and the figures that other claims give them.
 */
#pragma once

#include "dataset/dataset.h"

/* Sets the figures of those of the n claims that are orders. */
void qm_orders_find_figures (QmDataset *dataset, QmClaim *claims, gsize n);

/* TRUE if the file has a figure of the order's measure for the entity alone: whether it is shown
 * or not, nobody can say then that there is none. */
gboolean qm_orders_have_figure (const QmClaim *order, const QmEntity *entity);
