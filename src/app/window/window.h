/* The window: one session, and all the parts that show it. Its dataset is a document's where it is
 * of a file. */
#pragma once

#include "app/files/document.h"
#include "intake/intake.h"

#include <gtk/gtk.h>

#define QM_TYPE_WINDOW (qm_window_get_type ())
G_DECLARE_FINAL_TYPE (QmWindow, qm_window, QM, WINDOW, GtkApplicationWindow)

/* A window with a dataset that is of no file. */
QmWindow *qm_window_new (GtkApplication *application, QmDataset *dataset);

/* A window with a document. While that has no dataset, what is wrong with it is shown, and there is
 * no session. */
QmWindow *qm_window_new_with_document (GtkApplication *application, QmDocument *document);

/* NULL where the document has no dataset yet. (unowned) */
QmSession *qm_window_get_session (QmWindow *self);

/* NULL where the dataset is of no file. (unowned) */
QmDocument *qm_window_get_document (QmWindow *self);

/* The window that has the document of that file, or NULL. (unowned) */
QmWindow *qm_window_find (GFile *file);

/* Reads a text for its figures, to make claims of it in the dataset shown. FALSE where that is not
 * the reader's own. */
gboolean qm_window_read_text (QmWindow *self, const QmIntake *intake);

/* The same of a table, by its name; path NULL: of no file. */
gboolean qm_window_read_table (QmWindow *self, const char *name, const char *path, GBytes *bytes);

/* Adds a chart, as qm_dataset_extract() has it, to the dataset of that file: in the window that has
 * the file, as a step that can be undone there, or else in the file itself. */
void qm_window_copy_chart_to (QmWindow *self, GFile *file, const char *chart);

/* TRUE if it has edits that are not saved. */
gboolean qm_window_is_modified (QmWindow *self);

/* Shows another document, as it was left, in place of the one before. It has a dataset, unless the
 * one before had none either. */
void qm_window_set_document (QmWindow *self, QmDocument *document);

/* Those of the dataset: others after the session has said QM_SESSION_DATASET. (unowned) */
QmBookmarks *qm_window_get_bookmarks (QmWindow *self);

/* The signal "layout-changed" says that there is another one; not while there is no session. */
void qm_window_get_layout (QmWindow *self, QmLayout *layout);
void qm_window_set_layout (QmWindow *self, const QmLayout *layout);

/* Sets who finds the files that can be opened from the window's menu: element GFile, to be freed.
 * Windows do not know of each other. */
typedef GPtrArray *(*QmFindFiles) (GtkApplication *application);
void qm_window_set_find_recent (QmWindow *self, QmFindFiles find_recent);

/* Sets who shows a text in a window of its own. */
typedef void (*QmShowText) (GtkApplication *application, const QmIntake *intake);
void qm_window_set_show_text (QmWindow *self, QmShowText show_text);

/* Makes all that is seen of the window anew, in the language in use: what it shows, what is
 * selected and what can be undone stays, and so do the panes, the page and the place. The signal
 * "made-anew" says that what was added below is gone. */
void qm_window_make_anew (QmWindow *self);

/* Adds a widget under the page. (takes it) */
void qm_window_add_below (QmWindow *self, GtkWidget *widget);

/* Says it in the message bar; of the step that was taken last, with a button that takes it back. */
void qm_window_say (QmWindow *self, const char *text, gboolean is_error);
void qm_window_say_step (QmWindow *self, const char *text);

/* Shows what is found with that text. */
void qm_window_search (QmWindow *self, const char *text);
