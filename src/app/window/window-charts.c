/* A chart with all that it needs, as it goes from one dataset into another: copied, pasted, and
 * saved as a dataset of its own. */
#include "app/files/file-chooser.h"
#include "app/window/window-private.h"
#include "base/words.h"
#include "chart/forms/forms.h"
#include "dataset/extract.h"
#include "dataset/writer.h"
#include "edit/edit.h"

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
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmDataset) dataset = NULL;

  while (g_ascii_isspace (*text))
    text++;
  if (*text != '{')
    return FALSE;
  dataset = qm_dataset_read ("clipboard", text, strlen (text), qm_forms, problems);
  return dataset != NULL;
}

/* The text of a dataset's file with that chart in it, whose id there is told. */
static char *
add_chart (const char *file, const char *chart, char **id)
{
  QmEdit *edit = qm_edit_begin (file);

  *id = g_strdup (qm_edit_transplant (edit, chart));
  return qm_edit_end (edit);
}

gboolean
qm_window_paste_chart (QmWindow *self, const char *text)
{
  const char *before;
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autofree char *after = NULL, *chart = NULL;

  if (!is_dataset (text))
    return FALSE;
  before = qm_window_get_text (self, self->document);
  if (before == NULL)
    return TRUE;
  after = add_chart (before, text, &chart);
  if (qm_window_edit (self, after, chart, problems))
    qm_window_say_step (self, _ ("The chart is added, with its claims and sources"));
  else
    qm_window_say_problem (self, problems);
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
free_saving (Saving *saving)
{
  g_object_unref (saving->window);
  g_free (saving->text);
  g_free (saving);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  Saving *saving = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (saving->text, strlen (saving->text));

  if (path != NULL)
    qm_window_write (saving->window, path, bytes);
  free_saving (saving);
}

/* As it is now, whatever is shown when the name has been chosen. */
static void
save_chart (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);
  g_autofree char *file = g_strconcat (qm_session_get_chart (self->session)->id, ".json", NULL);
  g_autofree char *folder = qm_document_get_folder (self->document);
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  saving->text = write_chart (self);
  qm_file_chooser_save_dataset (GTK_WINDOW (self), folder, file, chosen_cb, saving);
}

/* --- Into another dataset --- */

/* Of a file that no window has, which is written at once. */
static void
add_to_file (QmWindow *self, GFile *file, const char *chart)
{
  g_autoptr (QmDocument) document = qm_document_new (file, NULL);
  const char *before;
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autofree char *id = NULL, *after = NULL, *said = NULL;
  g_autoptr (GError) error = NULL;

  if (qm_document_get_error (document) != NULL) {
    qm_window_say (self, qm_document_get_error (document)->message, TRUE);
    return;
  }
  before = qm_window_get_text (self, document);
  if (before == NULL)
    return;
  after = add_chart (before, chart, &id);
  if (!qm_document_edit (document, after, problems)) {
    qm_window_say_problem (self, problems);
  } else if (qm_document_save (document, NULL, &error)) {
    /* Translators: %s is the name of a file */
    said = g_strdup_printf (_ ("“%s” has the chart now, with its claims and sources"),
                            qm_document_get_name (document));
    qm_window_say (self, said, FALSE);
  } else {
    qm_window_say (self, error->message, TRUE);
  }
}

void
qm_window_copy_chart_to (QmWindow *self, GFile *file, const char *chart)
{
  QmWindow *other = qm_window_find (file);

  if (other == NULL) {
    add_to_file (self, file, chart);
    return;
  }
  qm_window_paste_chart (other, chart);
  gtk_window_present (GTK_WINDOW (other));
}

static void
other_chosen_cb (GFile *file, gpointer data)
{
  Saving *saving = data;

  if (file != NULL)
    qm_window_copy_chart_to (saving->window, file, saving->text);
  free_saving (saving);
}

static void
copy_chart_to (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  saving->text = write_chart (self);
  qm_file_chooser_open (GTK_WINDOW (self), FALSE, other_chosen_cb, saving);
}

void
qm_window_class_add_charts (QmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.copy-chart", NULL, copy_chart);
  gtk_widget_class_install_action (widget_class, "win.copy-chart-to", NULL, copy_chart_to);
  gtk_widget_class_install_action (widget_class, "win.paste-chart", NULL, paste_chart);
  gtk_widget_class_install_action (widget_class, "win.save-chart", NULL, save_chart);
}
