/* A strip above the page that says of each edit that is not right yet, and kept as a draft, what is
 * wrong with it: what is shown below is the last version that was right. */
#pragma once

#include "app/editing/entry-drafts.h"
#include "app/widgets/bin.h"

#define QM_TYPE_DRAFTS_NOTICE (qm_drafts_notice_get_type ())
G_DECLARE_FINAL_TYPE (QmDraftsNotice, qm_drafts_notice, QM, DRAFTS_NOTICE, QmBin)

/* Tells those of the window; nothing is seen of it where there is none. */
void qm_drafts_notice_update (QmDraftsNotice *self, GtkWindow *window);
