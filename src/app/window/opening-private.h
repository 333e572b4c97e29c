/* What the files of opening share. opening.c has the windows; opening-files.c finds out what a file
 * is and where it is shown; opening-drops.c takes what is dropped on a window; opening-drafts.c
 * brings back what was not saved. */
#pragma once

#include "app/files/state.h"
#include "app/window/opening.h"

/* --- opening.c --- */

/* Read when it is first asked for, and the same for all windows. (unowned) */
QmState *qm_opening_get_state (GtkApplication *application);

/* A new window with the document. */
QmWindow *qm_opening_open_window (GtkApplication *application, QmDocument *document);
/* The document's only problem, or how many there are. */
char *qm_opening_sum_up (QmDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/* --- opening-files.c --- */

/* In the window, or in a new one where that shows what is not the reader's own, or is NULL. */
void qm_opening_show_text (GtkApplication *application, QmWindow *window, const QmIntake *intake);

/* In a new window. */
void qm_opening_show_table (GtkApplication *application, const char *name, const char *path,
                            GBytes *bytes);

/* Reads the file, or the built-in dataset where it is NULL, and shows it in the window, or in a new
 * one where that is NULL or has what is not saved. */
void qm_opening_open_dataset (GtkApplication *application, QmWindow *window, GFile *file);

/* The same of a file of any kind. */
void qm_opening_open_file (GtkApplication *application, QmWindow *window, GFile *file);

/* --- opening-drops.c --- */

void qm_opening_accept_drops (QmWindow *window);

/* --- opening-drafts.c --- */

/* Asks whether to restore them, where there are some. */
void qm_opening_offer_drafts (QmWindow *window);
