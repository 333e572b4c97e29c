/* Which places of a picture are taken, by things that its owner knows by a number. To ask costs
 * what is near the place and not what is in the picture, however many that are. */
#pragma once

#include "base/geometry.h"

#include <glib.h>

typedef struct _QmTaken QmTaken;

/* side is about that of a place that is asked for. */
QmTaken *qm_taken_new (QmRect area, double side) G_GNUC_WARN_UNUSED_RESULT;
void qm_taken_free (QmTaken *taken);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmTaken, qm_taken_free)

/* TRUE if that thing takes something of place. Of a larger place it then takes something, too. */
typedef gboolean (*QmTakes) (guint thing, QmRect place, gpointer data);

/* Adds a thing that lies within bounds. */
void qm_taken_add (QmTaken *taken, guint thing, QmRect bounds, QmTakes takes, gpointer data);

/* TRUE if a thing takes something of place. */
gboolean qm_taken_has (const QmTaken *taken, QmRect place, QmTakes takes, gpointer data);
