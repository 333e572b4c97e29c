/* The hues of entities to which a file gives none: the same in every chart of the dataset. */
#pragma once

#include "dataset/dataset.h"

G_BEGIN_DECLS

/* The hues that the file leaves go, in their order, to the most important of those without one, who
 * have them in the order of the file. Who is part of them has the same; the rest stays grey.
 * entities are the dataset's. */
void qm_hues_assign (const QmDataset *dataset, QmEntity *entities);

G_END_DECLS
