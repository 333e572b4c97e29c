/* The one place that asks for a file. GtkFileChooserNative has a replacement from GTK 4.10 on,
 * and this file is all that will change with it. */
#pragma once

#include <gtk/gtk.h>

/* file is NULL when the reader changed their mind. */
typedef void (*QmFileChosen) (GFile *file, gpointer user_data);

/* Asks for a dataset, an exported picture, a table or a text to open, tables first or datasets, and
 * then calls chosen as below. */
void qm_file_chooser_open (GtkWindow *parent, gboolean is_table, QmFileChosen chosen,
                           gpointer user_data);

/* Asks for a file of references, the same way. */
void qm_file_chooser_open_references (GtkWindow *parent, QmFileChosen chosen, gpointer user_data);

/* Asks for the file to save, suggesting name, and then calls chosen once. parent has to live until
 * then. folder is where to begin; it may be NULL. */
void qm_file_chooser_save (GtkWindow *parent, const char *folder, const char *name,
                           QmFileChosen chosen, gpointer user_data);

/* Asks for the file to save a dataset as, the same way. */
void qm_file_chooser_save_dataset (GtkWindow *parent, const char *folder, const char *name,
                                   QmFileChosen chosen, gpointer user_data);

/* The same for a folder in which to save several files. */
void qm_file_chooser_choose_folder (GtkWindow *parent, const char *folder, QmFileChosen chosen,
                                    gpointer user_data);
