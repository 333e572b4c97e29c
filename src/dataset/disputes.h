/* Claims that do not go together: one that is superseded by another, and those of several sources
 * that give one thing different figures. Nobody has to write down the latter: it is what the file
 * says. */
#pragma once

#include "dataset/fields.h"

/* Adds problems for claims that are superseded by a figure of something else, or in a circle. json
 * is the array that claims were read from. */
void qm_disputes_check (QmReader *reader, const cJSON *json, const QmClaim *claims);

/* Of two claims, const QmClaim *: TRUE if their figures are of one thing at one time. */
gboolean qm_disputes_are_of_one_thing (gconstpointer first, gconstpointer second);

/* The same number for both of two such claims. */
guint qm_disputes_hash_thing (gconstpointer claim);

/* TRUE if both, or copies of them, are of one thing, by sources that disagree on it. */
gboolean qm_disputes_have (const QmClaim *first, const QmClaim *second);

/* TRUE if one of the n claims disagrees with claim. */
gboolean qm_disputes_have_any (const QmClaim *const *claims, gsize n, const QmClaim *claim);

/* Sets which of the n claims disagree. */
void qm_disputes_find (QmDataset *dataset, QmClaim *claims, gsize n);
