#include "app/file-chooser.h"

#include <glib/gi18n.h>

typedef struct {
  GtkFileChooserNative *dialog; /* GTK keeps no reference to it */
  QmFileChosen chosen;
  gpointer user_data;
} Question;

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Question *question = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  question->chosen (file, question->user_data);

  g_object_unref (question->dialog);
  g_free (question);
}

void
qm_file_chooser_save (GtkWindow *parent, const char *name, QmFileChosen chosen, gpointer user_data)
{
  Question *question = g_new0 (Question, 1);
  GtkFileChooser *chooser;

  question->dialog = gtk_file_chooser_native_new (_ ("Save as PNG"), parent,
                                                  GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  question->chosen = chosen;
  question->user_data = user_data;

  chooser = GTK_FILE_CHOOSER (question->dialog);
  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->dialog), TRUE);
  g_signal_connect (question->dialog, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->dialog));
}
