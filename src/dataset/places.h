/* Where in the text of a JSON file its values stand, for what is said of a dataset after it has
 * been read: the reader keeps no places. */
#pragma once

#include "dataset/problem.h"

typedef struct _QmPlaces QmPlaces;

/* NULL if the bytes are no JSON that can be read. */
QmPlaces *qm_places_read (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
void qm_places_free (QmPlaces *places); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmPlaces, qm_places_free)

/* The value that an RFC 6901 pointer names, by its line, column, pointer and excerpt alone; one
 * without a line if there is no such value. Free with qm_problem_free(). */
QmProblem *qm_places_find (const QmPlaces *places, const char *pointer) G_GNUC_WARN_UNUSED_RESULT;
