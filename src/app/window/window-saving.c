#include "annotate/annotate.h"
#include "app/files/file-chooser.h"
#include "app/widgets/question.h"
#include "app/window/window-private.h"
#include "base/words.h"
#include "dataset/load.h"
#include "export/write.h"

/* --- Saving --- */

static void
say_saved (QmWindow *self, const char *name)
{
  /* Translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_ ("“%s” is saved"), name);

  qm_window_say (self, text, FALSE);
}

void
qm_window_write (QmWindow *self, const char *path, GBytes *bytes)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) error = NULL;

  if (qm_write_file (path, bytes, TRUE, &error))
    say_saved (self, name);
  else
    qm_window_say (self, error->message, TRUE);
}

/* Goes on with closing once it is saved, where that is what the reader wanted. */
static void
saved (QmWindow *self)
{
  if (!self->is_closing) {
    say_saved (self, qm_document_get_name (self->document));
    return;
  }
  qm_document_leave (self->document);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_to (QmWindow *self, GFile *file)
{
  g_autoptr (GError) error = NULL;

  if (qm_document_save (self->document, file, &error)) {
    saved (self);
    return;
  }
  self->is_closing = FALSE;
  qm_window_say (self, error->message, TRUE);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (QmWindow) self = data;

  if (file != NULL)
    save_to (self, file);
  else
    self->is_closing = FALSE;
}

static void
save_as (QmWindow *self)
{
  gboolean is_untitled = qm_document_is_untitled (self->document);
  const char *title = qm_text_get (qm_session_get_dataset (self->session)->title);
  g_autofree char *plain = g_strdelimit (g_strdup (title), "/\\:", '-');
  g_autofree char *name = is_untitled ? g_strdup_printf ("%s.json", plain)
                                      : g_strdup (qm_document_get_name (self->document));
  g_autofree char *folder = qm_document_get_folder (self->document);

  qm_file_chooser_save_dataset (GTK_WINDOW (self), folder, name, chosen_cb, g_object_ref (self));
}

static void
replace_answered_cb (GtkWindow *window, guint answer G_GNUC_UNUSED)
{
  save_to (QM_WINDOW (window), NULL);
}

static void
save (QmWindow *self)
{
  const QmAnswer replace = { _ ("_Replace"), "destructive-action" };
  g_autofree char *text = NULL;

  if (qm_document_is_untitled (self->document)) {
    save_as (self);
  } else if (qm_document_is_changed_elsewhere (self->document)) {
    text = g_strdup_printf (_ ("Another program has changed “%s” since you began to edit it. To "
                               "save replaces what that program wrote."),
                            qm_document_get_name (self->document));
    qm_question_ask (GTK_WINDOW (self), _ ("Replace the file?"), text, &replace, 1, 0,
                     replace_answered_cb);
  } else {
    save_to (self, NULL);
  }
}

static gboolean
can_save (QmWindow *self)
{
  return self->session != NULL && self->document != NULL &&
         qm_document_get_text (self->document) != NULL;
}

static void
save_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  if (!can_save (self))
    qm_window_say (self, _ ("There is nothing here that can be saved as a dataset"), FALSE);
  else if (!qm_document_is_modified (self->document) && !qm_document_is_untitled (self->document))
    qm_window_say (self, _ ("All is saved"), FALSE);
  else
    save (self);
}

static void
save_as_action (GtkWidget *widget, const char *name G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  if (can_save (self))
    save_as (self);
  else
    qm_window_say (self, _ ("There is nothing here that can be saved as a dataset"), FALSE);
}

/* --- The example --- */

static void
example_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (QmWindow) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = path != NULL ? qm_dataset_read_file (NULL, &error) : NULL;

  if (bytes != NULL)
    qm_window_write (self, path, bytes);
  else if (path != NULL)
    qm_window_say (self, error->message, TRUE);
}

/* To be edited elsewhere, also while another dataset is open. */
static void
save_example_action (GtkWidget *widget, const char *name G_GNUC_UNUSED,
                     GVariant *parameter G_GNUC_UNUSED)
{
  qm_file_chooser_save_dataset (GTK_WINDOW (widget), NULL, "scale-and-open-models.json",
                                example_chosen_cb, g_object_ref (QM_WINDOW (widget)));
}

/* --- The annotated draft --- */

static void
write_draft (QmWindow *self, const char *path, QmAnnotateFormat format)
{
  const char *json = qm_document_get_reading (self->document);
  guint current = 0;
  g_autoptr (GPtrArray) articles = qm_article_list_from_json (json != NULL ? json : "", &current);
  QmArticle *article = articles->len > 0 ? articles->pdata[current] : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      qm_annotate (qm_session_get_dataset (self->session), article, format, &error);

  if (bytes != NULL)
    qm_window_write (self, path, bytes);
  else
    qm_window_say (self, error->message, TRUE);
}

static void
draft_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (QmWindow) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  QmAnnotateFormat format;

  if (path == NULL || self->session == NULL)
    return;
  if (qm_annotate_find_format (path, &format))
    write_draft (self, path, format);
  else
    qm_window_say (self, _ ("An annotated draft ends in .html or .odt"), TRUE);
}

static void
annotate_action (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                 GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);
  g_autofree char *title = NULL, *name = NULL, *folder = NULL;

  if (self->session == NULL || self->document == NULL) {
    qm_window_say (self, _ ("There are no claims yet"), FALSE);
    return;
  }
  title = g_strdelimit (g_strdup (qm_text_get (qm_session_get_dataset (self->session)->title)),
                        "/\\:", '-');
  name = g_strdup_printf ("%s.odt", title);
  folder = qm_document_get_folder (self->document);
  qm_file_chooser_save (GTK_WINDOW (self), folder, name, draft_chosen_cb, g_object_ref (self));
}

static void
revert_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  qm_document_revert (QM_WINDOW (widget)->document);
}

/* --- Closing --- */

enum { DISCARD, SAVE };

static void
close_answered_cb (GtkWindow *window, guint answer)
{
  QmWindow *self = QM_WINDOW (window);

  if (answer == SAVE) {
    self->is_closing = TRUE;
    save (self);
    return;
  }
  qm_document_discard_draft (self->document);
  gtk_window_destroy (window);
}

/* TRUE if the reader has to be asked first. */
gboolean
qm_window_ask_before_closing (QmWindow *self)
{
  const QmAnswer answers[] = {
    [DISCARD] = { _ ("_Discard"), "destructive-action" },
    [SAVE] = { _ ("_Save"), "suggested-action" },
  };
  g_autofree char *text = NULL;

  if (!qm_window_is_modified (self)) {
    if (self->document != NULL)
      qm_document_leave (self->document);
    return FALSE;
  }
  text = g_strdup_printf (_ ("“%s” has changes that are not saved. What is not saved is lost."),
                          qm_document_get_name (self->document)[0] != '\0'
                              ? qm_document_get_name (self->document)
                              : qm_text_get (qm_session_get_dataset (self->session)->title));
  qm_question_ask (GTK_WINDOW (self), _ ("Save changes?"), text, answers, G_N_ELEMENTS (answers),
                   SAVE, close_answered_cb);
  return TRUE;
}

gboolean
qm_window_is_modified (QmWindow *self)
{
  g_return_val_if_fail (QM_IS_WINDOW (self), FALSE);

  return self->document != NULL && qm_document_is_modified (self->document);
}

void
qm_window_class_add_saving (QmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.annotate", NULL, annotate_action);
  gtk_widget_class_install_action (widget_class, "win.save-example", NULL, save_example_action);
  gtk_widget_class_install_action (widget_class, "win.revert", NULL, revert_action);
}
