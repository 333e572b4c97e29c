/* Watches the files of which a document's tables were made, as far as they are known: where they
 * were read from in this run, or beside the document's own file. */
#pragma once

#include "app/files/document.h"

typedef struct _QmTableWatch QmTableWatch;

/* Called from the main loop once the file at path holds something else than what was read of it,
 * and has stayed as it is for a moment. */
typedef void (*QmTableChanged) (const char *path, gpointer user_data);

QmTableWatch *qm_table_watch_new (QmDocument *document, QmTableChanged changed,
                                  gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void qm_table_watch_free (QmTableWatch *watch); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmTableWatch, qm_table_watch_free)
