/* Units by their dimension: what they are called in a dataset file, and what becomes of them in a
 * computation. */
#pragma once

#include "dataset/dataset.h"

G_BEGIN_DECLS

/* Reads "number", "percent", "percentage-points", "times", "rank" or an ISO 4217 code, the first
 * and the last also with " per year". FALSE, and no change, for anything else. */
gboolean qm_unit_parse (const char *text, QmUnit *unit);

/* The text that qm_unit_parse reads as this unit. */
char *qm_unit_to_string (const QmUnit *unit) G_GNUC_WARN_UNUSED_RESULT;

gboolean qm_unit_equal (const QmUnit *a, const QmUnit *b);

/* What a percentage is divided by to become a fraction of 1; else 1. */
double qm_unit_scale (const QmUnit *unit);

/* The unit of left (operation) right; a plain number counts as QM_UNIT_TIMES. FALSE, and no change,
 * where the computation means nothing: dollars and euros are not added. */
gboolean qm_unit_compute (QmOperation operation, const QmUnit *left, const QmUnit *right,
                          QmUnit *result);

G_END_DECLS
