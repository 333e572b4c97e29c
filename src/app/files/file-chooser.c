#include "app/files/file-chooser.h"

#include "base/words.h"

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

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  for (gsize i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

/* To be shown when its filters are there. */
static Question *
begin_opening (GtkWindow *parent, QmFileChosen chosen, gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->dialog = gtk_file_chooser_native_new (_ ("Open"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                  _ ("_Open"), NULL);
  question->chosen = chosen;
  question->user_data = user_data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->dialog), TRUE);
  g_signal_connect (question->dialog, "response", G_CALLBACK (response_cb), question);
  return question;
}

void
qm_file_chooser_open_references (GtkWindow *parent, QmFileChosen chosen, gpointer user_data)
{
  static const char *const suffixes[] = { "bib", "ris", "json", NULL };
  Question *question = begin_opening (parent, chosen, user_data);

  add_filter (GTK_FILE_CHOOSER (question->dialog), _ ("Files of references"), suffixes);
  add_filter (GTK_FILE_CHOOSER (question->dialog), _ ("All files"), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->dialog));
}

void
qm_file_chooser_open (GtkWindow *parent, gboolean is_table, QmFileChosen chosen, gpointer user_data)
{
  static const struct {
    const char *name, *suffixes[10];
  } filters[] = {
    { N_ ("Datasets and exported pictures"), { "json", "png" } },
    { N_ ("Tables and texts"), { "csv", "tsv", "tab", "txt", "md", "html", "htm", "odt", "docx" } },
  };
  Question *question = begin_opening (parent, chosen, user_data);

  for (int i = 0; i < 2; i++)
    add_filter (GTK_FILE_CHOOSER (question->dialog), _ (filters[i ^ is_table].name),
                filters[i ^ is_table].suffixes);
  add_filter (GTK_FILE_CHOOSER (question->dialog), _ ("All files"), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->dialog));
}

static void
ask_where (GtkWindow *parent, const char *title, const char *accept, const char *folder,
           const char *name, QmFileChosen chosen, gpointer user_data)
{
  GtkFileChooserAction action =
      name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
  Question *question = g_new0 (Question, 1);
  GtkFileChooser *chooser;

  question->dialog = gtk_file_chooser_native_new (title, parent, action, accept, NULL);
  question->chosen = chosen;
  question->user_data = user_data;

  chooser = GTK_FILE_CHOOSER (question->dialog);
  if (name != NULL)
    gtk_file_chooser_set_current_name (chooser, name);
  if (folder != NULL) {
    g_autoptr (GFile) file = g_file_new_for_path (folder);

    gtk_file_chooser_set_current_folder (chooser, file, NULL);
  }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->dialog), TRUE);
  g_signal_connect (question->dialog, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->dialog));
}

void
qm_file_chooser_save (GtkWindow *parent, const char *folder, const char *name, QmFileChosen chosen,
                      gpointer user_data)
{
  ask_where (parent, _ ("Export as"), _ ("_Export"), folder, name, chosen, user_data);
}

void
qm_file_chooser_save_dataset (GtkWindow *parent, const char *folder, const char *name,
                              QmFileChosen chosen, gpointer user_data)
{
  ask_where (parent, _ ("Save as"), _ ("_Save"), folder, name, chosen, user_data);
}

void
qm_file_chooser_choose_folder (GtkWindow *parent, const char *folder, QmFileChosen chosen,
                               gpointer user_data)
{
  ask_where (parent, _ ("Export to"), _ ("_Export"), folder, NULL, chosen, user_data);
}
