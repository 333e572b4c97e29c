/* The file that a window shows, with all that is known of it: its dataset, what is wrong with it,
 * and what the reader left there the last time. It is read at once, watched, and read again when it
 * changes; what it was before stays until it is good again.
 *
 * It can be edited: then its dataset is the edited one, and the file is as it was until that is
 * saved. Each version has a number, by which a session's steps lead from one to another. What has
 * not been saved is written down beside the state (draft.h).
 *
 * A file is a dataset or an exported picture, which carries one. The signal "changed" says that the
 * dataset is another one, or that something else is wrong. */
#pragma once

#include "app/files/state.h"
#include "dataset/reader.h"

#define QM_TYPE_DOCUMENT (qm_document_get_type ())
G_DECLARE_FINAL_TYPE (QmDocument, qm_document, QM, DOCUMENT, GObject)

/* file is NULL for the built-in dataset. state is kept; it may be NULL: nothing is left anywhere.
 */
QmDocument *qm_document_new (GFile *file, QmState *state) G_GNUC_WARN_UNUSED_RESULT;

/* The same, but a large file is read while the program goes on: opened is called once that is done,
 * for a small one at once. */
typedef void (*QmDocumentOpened) (QmDocument *document, gpointer user_data);
void qm_document_open (GFile *file, QmState *state, QmDocumentOpened opened, gpointer user_data);

/* One of no file and without a dataset yet, to be made by editing. */
QmDocument *qm_document_new_untitled (QmState *state) G_GNUC_WARN_UNUSED_RESULT;

/* What was left in a draft of that path, unsaved. NULL where that cannot be read. */
QmDocument *qm_document_new_from_draft (const char *path, QmState *state) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if both are of one file, or of the built-in dataset. */
gboolean qm_document_is_like (QmDocument *self, QmDocument *other);

gboolean qm_document_is_of (QmDocument *self, GFile *file);

/* NULL for the built-in dataset, and for a new one. (a reference) */
GFile *qm_document_get_file (QmDocument *self) G_GNUC_WARN_UNUSED_RESULT;

/* Where the file lies; NULL where it has none or is not on this computer. */
char *qm_document_get_folder (QmDocument *self) G_GNUC_WARN_UNUSED_RESULT;

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

/* --- Editing --- */

/* The text of the dataset file as it is now, edited or not; NULL where it is none that can be
 * edited, such as a picture. (unowned) */
const char *qm_document_get_text (QmDocument *self);

/* The number of the version that this is. */
guint qm_document_get_version (QmDocument *self);

/* Goes on to a new version. FALSE, and no change, where that text is no dataset: what is wrong with
 * it is then appended to problems (element QmProblem). */
gboolean qm_document_edit (QmDocument *self, const char *text, GPtrArray *problems);

/* Goes back or forth to a version of that number. FALSE, and no change, where there is none. */
gboolean qm_document_go (QmDocument *self, guint version);

/* A new document that was never saved is as it was before the first edit: without a dataset. FALSE,
 * and no change, for another one. */
gboolean qm_document_empty (QmDocument *self);

/* TRUE if the file, if there is one, does not hold what was edited. */
gboolean qm_document_is_modified (QmDocument *self);

/* TRUE if it is of no file that can be saved: it is new, or the built-in dataset. */
gboolean qm_document_is_untitled (QmDocument *self);

/* TRUE if it is the built-in dataset, which is nobody's own. */
gboolean qm_document_is_built_in (QmDocument *self);

/* TRUE if another program has changed the file since it was last read or saved for editing. */
gboolean qm_document_is_changed_elsewhere (QmDocument *self);

/* Writes the file and is of it from now on; file NULL: the one that it is of. */
gboolean qm_document_save (QmDocument *self, GFile *file, GError **error);

/* Takes what the file holds now, in place of what was edited. */
void qm_document_revert (QmDocument *self);

/* The texts that are being read for it, as JSON, to be kept with what is not saved; NULL for none.
 * (unowned) */
const char *qm_document_get_reading (QmDocument *self);
void qm_document_set_reading (QmDocument *self, const char *reading);

/* TRUE if they are kept on this computer, in no file that is passed on: by the reader's wish, for
 * as long as that stays. */
gboolean qm_document_keeps_reading (QmDocument *self);
void qm_document_set_keeps_reading (QmDocument *self, gboolean keeps_reading);

/* The same of the table that is being read for it. */
const char *qm_document_get_table (QmDocument *self);
void qm_document_set_table (QmDocument *self, const char *table);

/* Claims were made of it; until then it is one that somebody is at work on. */
void qm_document_close_table (QmDocument *self);
gboolean qm_document_has_open_table (QmDocument *self);

/* The same of entries whose forms are not right yet. */
const char *qm_document_get_entries (QmDocument *self);
void qm_document_set_entries (QmDocument *self, const char *entries);

/* Nobody is asked about it any more: what somebody is at work on, of a table or of entries, stays
 * as a draft, which is offered the next time; of anything else there is none to be kept. */
void qm_document_leave (QmDocument *self);

/* What was not saved is not to be found again. */
void qm_document_discard_draft (QmDocument *self);

/* How the reader left it (qm_session_begin()), or NULL. (unowned) */
const char *qm_document_get_left (QmDocument *self);
void qm_document_set_left (QmDocument *self, const char *left);

/* Never NULL. (unowned) */
QmBookmarks *qm_document_get_bookmarks (QmDocument *self);

/* The reader has come to its window: it is the one last used, and is looked at in case that nobody
 * has told of a change. */
void qm_document_come_to (QmDocument *self);
