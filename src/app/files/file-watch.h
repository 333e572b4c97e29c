/* Says that a file may be another one than before: that it was written, replaced, deleted or put
 * back, whichever way an editor goes about it. It says so once the file is left in peace. */
#pragma once

#include <gio/gio.h>

typedef struct _QmFileWatch QmFileWatch;

typedef void (*QmFileChanged) (gpointer user_data);

/* Calls changed from the main loop until the watch is freed. The file need not be there. */
QmFileWatch *qm_file_watch_new (const char *path, QmFileChanged changed,
                                gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

void qm_file_watch_free (QmFileWatch *watch); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmFileWatch, qm_file_watch_free)
