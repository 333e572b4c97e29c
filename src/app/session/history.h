/* The states that a reader can go back to and forth between. A state is a text: what it means is
 * up to whoever keeps it, and two that are equal byte for byte are the same. */
#pragma once

#include <glib.h>

/* Beyond that the oldest states are forgotten. */
#define QM_HISTORY_MAX_STEPS 10000

typedef struct _QmHistory QmHistory;

QmHistory *qm_history_new (const char *state) G_GNUC_WARN_UNUSED_RESULT;
void qm_history_free (QmHistory *history); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmHistory, qm_history_free)

/* The state that the reader is at. (unowned) */
const char *qm_history_get (const QmHistory *history);

/* Goes on to a new state, after which nothing can be redone. Steps in a row of one kind are one
 * step, as the moves of a slider are; kind is a static string, or NULL for a step on its own.
 * FALSE, and no step, if the state is the one there is. */
gboolean qm_history_push (QmHistory *history, const char *state, const char *kind);

/* Puts another state in place of the one that the reader is at: what differs is none of their
 * steps. What could be undone and redone still can, but for a step that no longer changes anything.
 */
void qm_history_amend (QmHistory *history, const char *state);

gboolean qm_history_can_undo (const QmHistory *history);
gboolean qm_history_can_redo (const QmHistory *history);

/* The state gone back to, or forth; NULL where there is none. (unowned) */
const char *qm_history_undo (QmHistory *history);
const char *qm_history_redo (QmHistory *history);
