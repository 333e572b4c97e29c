/* Computes the computed claims of a dataset from the claims they name, whatever their order. */
#pragma once

#include "dataset/fields.h"

G_BEGIN_DECLS

/* Fills quantity and citations of every claim with a derivation. nodes holds for each of the
 * dataset's claims its place in the file, or NULL where the claim already has a problem: what
 * depends on such a one is left alone without a problem of its own. */
void qm_derive (QmReader *reader, QmClaim *claims, gsize n_claims, const cJSON *const *nodes);

G_END_DECLS
