/* What was typed of entries and is not right yet, kept with a window until it is. The window's
 * action "win.drafts-changed" is called when there are others. */
#pragma once

#include "app/editing/entry-row.h"

typedef struct {
  char *section, *id;
  char *name;        /* of the entry, for people */
  char *problem;     /* what is wrong, as a sentence without its point */
  GHashTable *typed; /* path of a field → what is typed */
} QmEntryDraft;

/* Keeps what is typed in the rows (element QmEntryRow), for the entry of that section and id. */
void qm_entry_drafts_keep (GtkWindow *window, const char *section, const char *id,
                           const GPtrArray *rows, const char *problem);
void qm_entry_drafts_forget (GtkWindow *window, const char *section, const char *id);

/* Types it again. FALSE where nothing is kept. */
gboolean qm_entry_drafts_restore (GtkWindow *window, const char *section, const char *id,
                                  const GPtrArray *rows);

/* All that are kept, as JSON, and back, in place of those there are; NULL for none. */
char *qm_entry_drafts_to_json (GtkWindow *window) G_GNUC_WARN_UNUSED_RESULT;
void qm_entry_drafts_from_json (GtkWindow *window, const char *json);

/* Those that are kept (element QmEntryDraft, unowned), in the order of their entries' names. */
GPtrArray *qm_entry_drafts_list (GtkWindow *window) G_GNUC_WARN_UNUSED_RESULT;
