/* Files that are opened: datasets, tables and texts to make one of, and exported pictures, which
 * bring back what they show. They are named on the command line, opened from a file manager, chosen
 * in a dialog or among the recent ones, or dropped on a window. Each is in one window, and there as
 * it was left. */
#pragma once

#include "app/window/window.h"

/* A new window with the dataset last opened, or with the built-in one where there is none, or where
 * it cannot be read any more, and then says so. */
void qm_opening_show_last (GtkApplication *application);

/* A new window with the built-in dataset. */
void qm_opening_show_built_in (GtkApplication *application);

/* A new window with a dataset to be made of a text; intake NULL: the reader brings one there. */
void qm_opening_show_new (GtkApplication *application, const QmIntake *intake);

/* The same of a table, as lines of cells. */
void qm_opening_show_cells (GtkApplication *application, const char *cells);

/* Opens each file in a window of its own, the first one in the given window, if that is not NULL;
 * one that is open already is brought to the front. Nothing is lost by that, since a dataset is
 * never changed. What cannot be opened leaves the window as it is: it says why. */
void qm_opening_open (GtkApplication *application, QmWindow *window, GFile *const *files,
                      gsize n_files);

/* The same for one file in the window that the reader is in; NULL is the built-in dataset. */
void qm_opening_open_here (GtkApplication *application, GFile *file);

/* Asks for a file, or for one with a table, and opens it in the window that the reader is in. */
void qm_opening_ask (GtkApplication *application, gboolean is_table);

/* The files opened before, the last one first (element GFile): those that are still there and not
 * open already. */
GPtrArray *qm_opening_find_recent (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;

/* Writes down what was left. */
void qm_opening_save (GtkApplication *application);
