#include "app/files/file-chooser.h"

#include "base/words.h"

#define KIND "quymo-kind"

/* Files of a kind: its name, to be translated, and their suffixes. */
typedef struct {
  const char *name, *suffixes[10];
} Filter;

typedef struct {
  QmFileChosen chosen;
  gpointer user_data;
} Question;

/* Those that are not asking, of GtkFileChooserNative. They are asked again and never freed: GTK 4.8
 * goes on telling a chooser that is gone of files that change in a folder from which the reader
 * dragged something. */
static GList *resting;

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

static GtkFileChooserNative *
make_chooser (GtkFileChooserAction action, const char *title, const char *accept,
              const Filter *filters, gsize n_filters)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, NULL, action, accept, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  for (gsize i = 0; i < n_filters; i++)
    add_filter (GTK_FILE_CHOOSER (dialog), _ (filters[i].name), filters[i].suffixes);
  if (n_filters > 0)
    add_filter (GTK_FILE_CHOOSER (dialog), _ ("All files"), NULL);
  return dialog;
}

/* One that rests, if its words are those of today's language. */
static GtkFileChooserNative *
take_chooser (GtkFileChooserAction action, const char *title, const char *accept,
              const Filter *filters, gsize n_filters)
{
  g_autofree char *kind = g_strconcat (title, "\n", n_filters > 0 ? _ (filters->name) : NULL, NULL);
  GtkFileChooserNative *dialog;

  for (GList *link = resting; link != NULL; link = link->next) {
    dialog = link->data;
    if (g_str_equal (g_object_get_data (G_OBJECT (dialog), KIND), kind)) {
      resting = g_list_delete_link (resting, link);
      return dialog;
    }
  }
  dialog = make_chooser (action, title, accept, filters, n_filters);
  g_object_set_data_full (G_OBJECT (dialog), KIND, g_steal_pointer (&kind), g_free);
  return dialog;
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_signal_handlers_disconnect_by_data (dialog, question);
  gtk_native_dialog_set_transient_for (dialog, NULL);
  resting = g_list_prepend (resting, dialog);
  question->chosen (file, question->user_data);
}

static void
ask (GtkFileChooserNative *dialog, GtkWindow *parent, QmFileChosen chosen, gpointer user_data)
{
  Question *question = g_new (Question, 1);

  *question = (Question) { chosen, user_data };
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_set_transient_for (GTK_NATIVE_DIALOG (dialog), parent);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
ask_what (GtkWindow *parent, const Filter *filters, gsize n_filters, QmFileChosen chosen,
          gpointer user_data)
{
  ask (take_chooser (GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open"), _ ("_Open"), filters, n_filters),
       parent, chosen, user_data);
}

void
qm_file_chooser_open_references (GtkWindow *parent, QmFileChosen chosen, gpointer user_data)
{
  static const Filter references = { N_ ("Files of references"), { "bib", "ris", "json" } };

  ask_what (parent, &references, 1, chosen, user_data);
}

void
qm_file_chooser_open (GtkWindow *parent, gboolean is_table, QmFileChosen chosen, gpointer user_data)
{
  static const Filter filters[] = {
    /* two of them: from the first, or from the second on */
    { N_ ("Datasets and exported pictures"), { "json", "png" } },
    { N_ ("Tables and texts"), { "csv", "tsv", "tab", "txt", "md", "html", "htm", "odt", "docx" } },
    { N_ ("Datasets and exported pictures"), { "json", "png" } },
  };

  ask_what (parent, filters + (is_table ? 1 : 0), 2, chosen, user_data);
}

static void
ask_where (GtkWindow *parent, const char *title, const char *accept, const char *folder,
           const char *name, QmFileChosen chosen, gpointer user_data)
{
  GtkFileChooserAction action =
      name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
  GtkFileChooserNative *dialog = take_chooser (action, title, accept, NULL, 0);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  if (name != NULL)
    gtk_file_chooser_set_current_name (chooser, name);
  else if (folder == NULL)
    folder = g_get_home_dir (); /* GTK shows what was used last, where no folder can be chosen */
  if (folder != NULL) {
    g_autoptr (GFile) file = g_file_new_for_path (folder);

    gtk_file_chooser_set_current_folder (chooser, file, NULL);
  }
  ask (dialog, parent, chosen, user_data);
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
