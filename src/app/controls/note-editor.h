/* Asks for a note of the reader's own at a mark: a call-out of the view. */
#pragma once

#include "app/session/session.h"
#include "base/geometry.h"

#include <gtk/gtk.h>

/* Comes up beside a rectangle of parent, writes the note into the session's view and goes away by
 * itself. parent presents its popovers when it is allocated. */
void qm_note_editor_open (GtkWidget *parent, QmRect beside, QmSession *session,
                          const QmClaim *claim);
