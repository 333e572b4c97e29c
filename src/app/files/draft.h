/* What has been edited and is not saved yet, kept in a file beside the reader's state until it is:
 * after a crash it is found again. Each document has a draft of its own; those of a process that
 * runs are left alone by others. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _QmDraft QmDraft;

QmDraft *qm_draft_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The draft at that path, which is this process's from now on. key is the dataset's (state.h), NULL
 * for a new one; reading and table may be NULL. NULL, and nothing set, where it cannot be read. */
QmDraft *qm_draft_open (const char *path, char **key, char **text, char **reading,
                        char **table) G_GNUC_WARN_UNUSED_RESULT;

/* Writes it anew. What cannot be written is not told: the reader has lost nothing by it yet. */
void qm_draft_write (QmDraft *draft, const char *key, const char *text, const char *reading,
                     const char *table);

/* Leaves the file there. Accepts NULL. */
void qm_draft_close (QmDraft *draft);

/* Takes the file away. */
void qm_draft_discard (QmDraft *draft);

/* The paths of the drafts that no running process has. */
GPtrArray *qm_draft_find_left (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
