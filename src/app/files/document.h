/* The file that a window shows, with all that is known of it: its dataset, what is wrong with it,
 * and what the reader left there the last time. It is read at once, watched, and read again when it
 * changes; what it was before stays until it is good again.
 *
 * A file is a dataset or an exported picture, which carries one. The signal "changed" says that the
 * dataset is another one, or that something else is wrong. */
#pragma once

#include "app/files/state.h"
#include "dataset/reader.h"

G_BEGIN_DECLS

#define QM_TYPE_DOCUMENT (qm_document_get_type ())
G_DECLARE_FINAL_TYPE (QmDocument, qm_document, QM, DOCUMENT, GObject)

/* file is NULL for the built-in dataset. state is kept; it may be NULL: nothing is left anywhere.
 */
QmDocument *qm_document_new (GFile *file, QmState *state) G_GNUC_WARN_UNUSED_RESULT;

/* The same, but a large file is read while the program goes on: opened is called once that is done,
 * for a small one at once. */
typedef void (*QmDocumentOpened) (QmDocument *document, gpointer user_data);
void qm_document_open (GFile *file, QmState *state, QmDocumentOpened opened, gpointer user_data);

gboolean qm_document_is_of (QmDocument *self, GFile *file);

/* What to call the file; "" for the built-in dataset. (unowned) */
const char *qm_document_get_name (QmDocument *self);

/* What the file held when it was good the last time; NULL where it never was. (unowned) */
QmDataset *qm_document_get_dataset (QmDocument *self);

/* What is wrong with the file as it is now: a G_FILE_ERROR where it cannot be read
 * (G_FILE_ERROR_NOENT: it is not there), else G_IO_ERROR_INVALID_DATA; NULL where nothing is. Its
 * message is a sentence. (unowned) */
const GError *qm_document_get_error (QmDocument *self);

/* QmProblem, in the order of the file: empty but for a dataset file with problems. (unowned) */
const GPtrArray *qm_document_get_problems (QmDocument *self);

/* How the reader left it (qm_session_begin()), or NULL. (unowned) */
const char *qm_document_get_left (QmDocument *self);
void qm_document_set_left (QmDocument *self, const char *left);

/* Never NULL. (unowned) */
QmBookmarks *qm_document_get_bookmarks (QmDocument *self);

/* The reader has come to its window: it is the one last used, and is looked at in case that nobody
 * has told of a change. */
void qm_document_come_to (QmDocument *self);

G_END_DECLS
