/* A chart with all that it needs, as it goes from one dataset into another: copied, pasted, and
 * saved as a dataset of its own. */
#include "app/files/file-chooser.h"
#include "app/window/window-private.h"
#include "base/words.h"
#include "chart/forms/forms.h"
#include "dataset/extract.h"
#include "dataset/writer.h"
#include "edit/edit.h"
#include "export/write.h"

#include <string.h>

/* As the file of a dataset is laid out. */
static char *
write_chart (QmWindow *self)
{
  g_autofree char *extract = qm_dataset_extract (qm_session_get_dataset (self->session),
                                                 qm_session_get_chart (self->session));
  cJSON *json = cJSON_Parse (extract);
  char *text = qm_dataset_write (json);

  cJSON_Delete (json);
  return text;
}

static void
copy_chart (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);
  g_autofree char *text = write_chart (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  qm_window_say (self, _ ("Chart copied, with its claims and sources"), FALSE);
}

/* --- Into a dataset --- */

static gboolean
is_dataset (const char *text)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  g_autoptr (QmDataset) dataset = NULL;

  while (g_ascii_isspace (*text))
    text++;
  if (*text != '{')
    return FALSE;
  dataset = qm_dataset_read ("clipboard", text, strlen (text), qm_forms, problems);
  return dataset != NULL;
}

gboolean
qm_window_paste_chart (QmWindow *self, const char *text)
{
  const char *before = self->document != NULL ? qm_document_get_text (self->document) : NULL;
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  g_autofree char *after = NULL, *chart = NULL;
  QmEdit *edit;

  if (!is_dataset (text))
    return FALSE;
  if (before == NULL) {
    qm_window_say (self, _ ("The dataset in a picture cannot be edited"), FALSE);
    return TRUE;
  }
  edit = qm_edit_begin (before);
  chart = g_strdup (qm_edit_transplant (edit, text));
  after = qm_edit_end (edit);
  if (qm_window_edit (self, after, chart, problems)) {
    qm_window_say_step (self, _ ("The chart is added, with its claims and sources"));
  } else if (problems->len > 0) {
    g_autofree char *words = qm_problem_describe (problems->pdata[0]);

    qm_window_say (self, words, TRUE);
  }
  return TRUE;
}

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (QmWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text == NULL || !qm_window_paste_chart (self, text))
    qm_window_say (self, _ ("There is no chart on the clipboard"), FALSE);
}

static void
paste_chart (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb,
                                 g_object_ref (widget));
}

/* --- Into a file --- */

typedef struct {
  QmWindow *window; /* a reference */
  char *text;
} Saving;

static void
chosen_cb (GFile *file, gpointer data)
{
  Saving *saving = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL, *said = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (saving->text, strlen (saving->text));
  g_autoptr (GError) error = NULL;

  if (path != NULL && qm_write_file (path, bytes, TRUE, &error)) {
    /* Translators: %s is the name of a file */
    said = g_strdup_printf (_ ("“%s” is saved"), name);
    qm_window_say (saving->window, said, FALSE);
  } else if (error != NULL) {
    qm_window_say (saving->window, error->message, TRUE);
  }
  g_object_unref (saving->window);
  g_free (saving->text);
  g_free (saving);
}

/* As it is now, whatever is shown when the name has been chosen. */
static void
save_chart (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);
  g_autofree char *file = g_strconcat (qm_session_get_chart (self->session)->id, ".json", NULL);
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  saving->text = write_chart (self);
  qm_file_chooser_save_dataset (GTK_WINDOW (self), NULL, file, chosen_cb, saving);
}

void
qm_window_class_add_charts (QmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.copy-chart", NULL, copy_chart);
  gtk_widget_class_install_action (widget_class, "win.paste-chart", NULL, paste_chart);
  gtk_widget_class_install_action (widget_class, "win.save-chart", NULL, save_chart);
}
