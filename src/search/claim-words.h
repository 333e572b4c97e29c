/* The texts by which a claim is found. */
#pragma once

#include "dataset/dataset.h"

/* All of them, a line each, in every language of the dataset and of the program: for lists that are
 * filtered by the same words as the search finds. Without those of the sources where the list has
 * the claim under one of them. */
char *qm_claim_words (const QmClaim *claim, gboolean has_sources) G_GNUC_WARN_UNUSED_RESULT;
