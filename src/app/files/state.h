/* What the reader left and comes back to: the window as it was, and for each dataset what was shown
 * of it and its bookmarks. It is kept in quymo/state.ini in the reader's folder for state, which is
 * the only place where the names of their files are written down. Whatever is missing or wrong
 * there is as at first; a file with damaged lines is kept beside it. Of several processes without a
 * bus between them none loses what another has written.
 *
 * A dataset goes by a key: the URI of its file, or QM_STATE_BUILT_IN. */
#pragma once

#include "app/files/bookmarks.h"
#include "app/files/layout.h"

#define QM_STATE_BUILT_IN "built-in"

/* Beyond that the datasets that were not opened for longest are forgotten, those without bookmarks
 * first. */
#define QM_STATE_MAX_DATASETS 50

typedef struct _QmState QmState;

QmState *qm_state_load (void) G_GNUC_WARN_UNUSED_RESULT;

QmState *qm_state_ref (QmState *state) G_GNUC_WARN_UNUSED_RESULT;

/* The last one saves what has changed; accepts NULL. */
void qm_state_unref (QmState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmState, qm_state_unref)

/* Where the file is now that was damaged when it was read; NULL where it was not. (unowned) */
const char *qm_state_get_damaged (const QmState *state);

/* Writes the file at once if anything has changed. A change is also written some seconds after it,
 * while a main loop runs. */
void qm_state_save (QmState *state);

const QmLayout *qm_state_get_layout (const QmState *state);
void qm_state_set_layout (QmState *state, const QmLayout *layout);

/* Whether the reader knows what the hint for new readers says. */
gboolean qm_state_knows_hint (const QmState *state);
void qm_state_set_knows_hint (QmState *state);

/* --- Datasets --- */

/* The keys of the datasets, the one last opened first; NULL beyond the end. (unowned) */
const char *qm_state_get_dataset (const QmState *state, guint index);

/* The dataset is the one last opened from now on. */
void qm_state_open_dataset (QmState *state, const char *key);

/* What its session is to begin with (qm_session_write_left()); NULL where it was not kept.
 * (unowned) */
const char *qm_state_get_session (const QmState *state, const char *key);

/* Nothing where the dataset was never opened. */
void qm_state_set_session (QmState *state, const char *key, const char *session);

/* NULL where the dataset was never opened. (unowned) */
QmBookmarks *qm_state_get_bookmarks (const QmState *state, const char *key);
