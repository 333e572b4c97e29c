/* A dialog in which one entry of the dataset is edited: each of its fields, what is wrong at the
 * field that has it, and a button that takes the entry out. */
#pragma once

#include "app/authoring/apply.h"

#include <gtk/gtk.h>

/* Opens it over parent, for the entry of that id in the section of text, the dataset's file. FALSE,
 * and nothing is opened, where the file has no such entry. What is changed is handed to apply;
 * where that is no dataset the dialog stays, with all that was typed. */
gboolean qm_entry_dialog_open (GtkWindow *parent, const char *text, const char *section,
                               const char *id, QmApplyEdit apply, gpointer user_data);

/* The same for an entry that is not there yet; a claim begins like the one of that id (or NULL),
 * and goes into the chart of its like. */
void qm_entry_dialog_open_new (GtkWindow *parent, const char *text, const char *section,
                               const char *like, QmApplyEdit apply, gpointer user_data);
