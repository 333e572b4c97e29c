/* Computes the computed claims of a dataset from the claims they name, whatever their order. */
#pragma once

#include "dataset/fields.h"

/* Fills quantity and citations of every claim with a derivation. nodes holds for each of the
 * dataset's claims its place in the file, or NULL where the claim already has a problem: what
 * depends on such a one is left alone without a problem of its own. */
void qm_derive (QmReader *reader, QmClaim *claims, gsize n_claims, const cJSON *const *nodes);

/* TRUE if the claim is computed, and its figure is another one than that of the claim of its id
 * before. */
gboolean qm_derive_is_changed (const QmDataset *before, const QmClaim *claim);
