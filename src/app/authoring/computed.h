/* What a claim is of that is computed from two. */
#pragma once

#include "dataset/dataset.h"

/* "Change in bridges": its measure, in the language in use. */
char *qm_computed_name (QmOperation operation, const QmClaim *left,
                        const QmClaim *right) G_GNUC_WARN_UNUSED_RESULT;

/* Its unit as a file has it (dataset/unit.h); NULL where the computation means nothing. */
char *qm_computed_unit (QmOperation operation, const QmClaim *left,
                        const QmClaim *right) G_GNUC_WARN_UNUSED_RESULT;
