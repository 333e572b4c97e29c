/* Where a note of the reader's own is typed, of several lines: in its popover, and in the
 * evidence. */
#pragma once

#include "app/session/session.h"
#include "app/widgets/bin.h"

#define QM_TYPE_NOTE_FIELD (qm_note_field_get_type ())
G_DECLARE_FINAL_TYPE (QmNoteField, qm_note_field, QM, NOTE_FIELD, QmBin)

/* The signal "changed" says that the reader has typed, "done" that they have pressed Ctrl+Enter. */

/* Shows the note that there is on the claim in the session's view. What has been typed stays as it
 * is where it is that note already. */
void qm_note_field_show (QmNoteField *self, QmSession *session, const QmClaim *claim);

/* Writes what is typed as the claim's note; nothing, or only spaces, takes it away. kind is that of
 * qm_session_set_view(). FALSE, and what is wrong is shown, where it cannot be a note. */
gboolean qm_note_field_write (QmNoteField *self, QmSession *session, const QmClaim *claim,
                              const char *kind);
