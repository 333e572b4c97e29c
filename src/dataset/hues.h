/* The hues of entities to which a file gives none: the same in every chart of the dataset. */
#pragma once

#include "dataset/dataset.h"

/* The hues that the file leaves go, in their order, to the most important of those without one, who
 * have them in the order of the file. Who is part of someone has the hue of the nearest who has
 * one, unless a picture of nothing but such parts tells them apart by their hues. The rest stays
 * grey, but for those that are parts of one bar with others: they share hues with entities that no
 * chart shows with them. entities are the dataset's, with the hues that the file gives them. */
void qm_hues_assign (const QmDataset *dataset, QmEntity *entities);
