/* What belongs together in a dataset: figures of one owner, entities of one root; and the order in
 * which its elements stand there. */
#pragma once

#include "dataset/dataset.h"

/* What the entity is part of, and of nothing more; itself where it is part of nothing, and NULL of
 * NULL. */
const QmEntity *qm_kin_root (const QmEntity *entity);

/* Of two claims, const QmClaim *: TRUE if both are of one measure of one entity. The hash is the
 * same for both then. */
gboolean qm_kin_have_one_owner (gconstpointer first, gconstpointer second);
guint qm_kin_hash_owner (gconstpointer claim);

/* Sorts an array of pointers to elements of the dataset. */
int qm_kin_compare (gconstpointer first, gconstpointer second);
