/* The one place that asks where to save. GtkFileChooserNative has a replacement from GTK 4.10 on,
 * and this file is all that will change with it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* file is NULL when the reader changed their mind. */
typedef void (*QmFileChosen) (GFile *file, gpointer user_data);

/* Asks for the file to save, suggesting name, and then calls chosen once. parent has to live until
 * then. */
void qm_file_chooser_save (GtkWindow *parent, const char *name, QmFileChosen chosen,
                           gpointer user_data);

G_END_DECLS
