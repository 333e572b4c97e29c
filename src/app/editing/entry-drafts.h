/* What was typed of entries and is not right yet, kept with a window until it is. */
#pragma once

#include "app/editing/entry-row.h"

G_BEGIN_DECLS

/* Keeps what is typed in the rows (element QmEntryRow), for the entry of that section and id. */
void qm_entry_drafts_keep (GtkWindow *window, const char *section, const char *id,
                           const GPtrArray *rows);

void qm_entry_drafts_forget (GtkWindow *window, const char *section, const char *id);

/* Types it again. FALSE where nothing is kept. */
gboolean qm_entry_drafts_restore (GtkWindow *window, const char *section, const char *id,
                                  const GPtrArray *rows);

G_END_DECLS
