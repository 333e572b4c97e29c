/* What has been edited and is not saved yet, kept in a file beside the reader's state until it is:
 * after a crash it is found again. Each document has a draft of its own, which a process has
 * locked for as long as it runs; others leave it alone. */
#pragma once

#include <glib.h>

typedef struct _QmDraft QmDraft;

typedef struct {
  char *key;     /* the dataset's (state.h); NULL for a new one */
  char *text;    /* NULL: it is that of its file */
  char *reading; /* the texts, the table and the entries that somebody is at work on; or NULL */
  char *table;
  char *entries;
} QmDraftContent;

void qm_draft_content_clear (QmDraftContent *content);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmDraftContent, qm_draft_content_clear)

QmDraft *qm_draft_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The draft at that path, which is this process's from now on; content is to be cleared. NULL, and
 * nothing set, where it cannot be read or is another's. */
QmDraft *qm_draft_open (const char *path, QmDraftContent *content) G_GNUC_WARN_UNUSED_RESULT;

/* Writes it anew. What cannot be written is not told: the reader has lost nothing by it yet. */
void qm_draft_write (QmDraft *draft, const QmDraftContent *content);

/* Leaves the file there. Accepts NULL. */
void qm_draft_close (QmDraft *draft);

/* Takes the file away. */
void qm_draft_discard (QmDraft *draft);

/* The paths of the drafts that no running process has. */
GPtrArray *qm_draft_find_left (void) G_GNUC_WARN_UNUSED_RESULT;
