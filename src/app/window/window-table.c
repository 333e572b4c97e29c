#include "app/importing/table-page.h"
#include "app/widgets/access.h"
#include "app/widgets/text-label.h"
#include "app/window/window-private.h"
#include "base/encoding.h"
#include "base/file.h"
#include "base/words.h"
#include "chart/forms/forms.h"
#include "edit/table-draft.h"
#include "sheet/pasted.h"
#include "sheet/questions.h"

#include <string.h>

/* Bytes on the clipboard that are looked at: more is no table for people. */
#define MAX_PASTED (10 * 1024 * 1024)

/* A name by which what comes from the clipboard is known to be HTML, in whatever encoding. */
#define PASTED_PAGE "clipboard.html"

/* --- The page --- */

static gboolean
apply_cb (const char *text, const char *chart, GPtrArray *problems, gpointer window)
{
  return qm_window_edit (window, text, chart, problems);
}

static void
imported_cb (QmWindow *self)
{
  const QmChart *chart = qm_session_get_chart (self->session);
  g_autofree char *text = NULL;
  guint n = (guint) qm_dataset_chart_count_claims (chart);

  qm_window_set_reading_shown (self, FALSE);
  text = g_strdup_printf (ngettext ("%u claim of the table is in this chart",
                                    "%u claims of the table are in this chart", n),
                          n);
  if (qm_session_can_undo (self->session))
    qm_window_say_step (self, text);
  else
    qm_window_say (self, text, FALSE);
}

/* What is no table after all. */
static void
failed_cb (QmWindow *self, const char *text)
{
  qm_document_set_table (self->document, NULL);
  if (self->session != NULL)
    qm_window_set_reading_shown (self, FALSE);
  else
    qm_window_set_reading_shown (self, TRUE);
  qm_window_say (self, text, TRUE);
}

GtkWidget *
qm_window_make_table_page (QmWindow *self)
{
  GtkWidget *page = qm_table_page_new (apply_cb, self);

  qm_table_page_set_theme (QM_TABLE_PAGE (page), qm_appearance_get_theme (self->appearance));
  g_signal_connect_swapped (page, "imported", G_CALLBACK (imported_cb), self);
  g_signal_connect_swapped (page, "failed", G_CALLBACK (failed_cb), self);
  return page;
}

void
qm_window_update_table (QmWindow *self)
{
  if (self->table_page != NULL)
    qm_table_page_set_theme (QM_TABLE_PAGE (self->table_page),
                             qm_appearance_get_theme (self->appearance));
}

void
qm_window_fill_table_page (QmWindow *self)
{
  qm_table_page_set_document (QM_TABLE_PAGE (self->table_page), self->document);
}

gboolean
qm_window_read_table (QmWindow *self, const char *name, const char *path, GBytes *bytes)
{
  g_return_val_if_fail (QM_IS_WINDOW (self), FALSE);

  if (!qm_window_takes_texts (self))
    return FALSE;
  if (self->session != NULL)
    qm_presentation_set_active (self->presentation, FALSE);
  qm_window_set_table_shown (self);
  qm_table_page_read (QM_TABLE_PAGE (self->table_page), name, path, bytes);
  if (self->authoring_page == self->table_page)
    gtk_widget_grab_focus (self->table_page);
  return TRUE;
}

/* --- Tables that change --- */

static void
close_notice (QmWindow *self)
{
  if (self->table_notice != NULL)
    gtk_box_remove (self->column, g_steal_pointer (&self->table_notice));
}

/* As it was read before, and as one step; where something is to be asked, on the page. */
static void
read_again (QmWindow *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path), *text = NULL, *chart = NULL, *said = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qm_file_read (path, QM_FILE_MAX_LENGTH, &error);
  g_autoptr (QmTableDraft) draft = bytes != NULL ? qm_table_draft_new (name, path, bytes) : NULL;
  g_autoptr (QmSheet) sheet = NULL;
  g_autoptr (GPtrArray) questions = NULL, problems = NULL;

  if (draft != NULL && qm_table_draft_remember (draft, qm_document_get_text (self->document)))
    sheet = qm_sheet_read (bytes, &draft->choices, &error);
  if (sheet != NULL)
    text = qm_table_draft_import (draft, sheet, qm_document_get_text (self->document), NULL,
                                  qm_forms, &chart, &error);
  if (text == NULL) {
    if (error != NULL)
      qm_window_say (self, error->message, TRUE);
    return;
  }
  problems = qm_problem_array_new ();
  questions = qm_sheet_questions_list (sheet);
  if (questions->len > 0 || !qm_window_edit (self, text, chart, problems)) {
    qm_window_read_table (self, name, path, bytes);
    return;
  }
  /* Translators: %s is the name of a table’s file */
  said = g_strdup_printf (_ ("“%s” was read again"), name);
  qm_window_say_step (self, said);
}

static void
read_again_cb (GtkWidget *button, QmWindow *self)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (button), "path"));

  close_notice (self);
  read_again (self, path);
}

static GtkWidget *
make_notice (QmWindow *self, const char *path, const char *text)
{
  GtkWidget *notice = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_ALERT, "name", "table-notice", NULL);
  GtkWidget *label = qm_text_label_new (text, PANGO_WRAP_WORD, NULL);
  GtkWidget *again = gtk_button_new_with_label (_ ("Read again"));
  GtkWidget *later = gtk_button_new_with_label (_ ("Not now"));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (notice, "table-notice");
  g_object_set_data_full (G_OBJECT (again), "path", g_strdup (path), g_free);
  g_signal_connect (again, "clicked", G_CALLBACK (read_again_cb), self);
  g_signal_connect_swapped (later, "clicked", G_CALLBACK (close_notice), self);
  gtk_box_append (GTK_BOX (notice), label);
  gtk_box_append (GTK_BOX (notice), again);
  gtk_box_append (GTK_BOX (notice), later);
  return notice;
}

static void
table_changed_cb (const char *path, gpointer window)
{
  QmWindow *self = window;
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is the name of a table’s file */
  g_autofree char *text = g_strdup_printf (
      _ ("“%s” has changed since its claims were made. What you see is as it was."), name);

  close_notice (self);
  self->table_notice = make_notice (self, path, text);
  gtk_box_prepend (self->column, self->table_notice);
  qm_access_announce (GTK_WIDGET (self), text);
}

void
qm_window_watch_tables (QmWindow *self)
{
  g_clear_pointer (&self->table_watch, qm_table_watch_free);
  close_notice (self);
  if (self->document != NULL)
    self->table_watch = qm_table_watch_new (self->document, table_changed_cb, self);
}

/* --- The clipboard --- */

static void
take_table (QmWindow *self, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  if (!qm_window_read_table (self, _ ("Pasted table"), NULL, bytes))
    g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))),
                                    "new-from-cells", g_variant_new_string (text));
}

static void
take_intake (QmWindow *self, const QmIntake *intake)
{
  if (qm_intake_is_blank (intake))
    qm_window_say (self, _ ("There is no text on the clipboard"), FALSE);
  else if (!qm_window_read_text (self, intake) && self->show_text != NULL)
    self->show_text (gtk_window_get_application (GTK_WINDOW (self)), intake);
}

static void
take_text (QmWindow *self, char *text)
{
  g_autofree char *plain = text;
  g_autoptr (QmIntake) intake = NULL;

  if (qm_window_paste_chart (self, plain))
    return;
  if (qm_pasted_is_table (plain)) {
    take_table (self, g_steal_pointer (&plain));
    return;
  }
  intake = qm_intake_new (plain);
  take_intake (self, intake);
}

/* Out of a browser the paragraphs come as they are on the page. FALSE where there are none. */
static gboolean
take_page (QmWindow *self, GBytes *bytes)
{
  g_autoptr (QmIntake) intake = qm_intake_read (PASTED_PAGE, bytes, NULL);

  if (intake == NULL || qm_intake_is_blank (intake))
    return FALSE;
  take_intake (self, intake);
  return TRUE;
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (QmWindow) self = data;
  char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  take_text (self, text != NULL ? text : g_strdup (""));
}

static void
read_plain (QmWindow *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read_cb,
                                 g_object_ref (self));
}

static void
html_spliced_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (QmWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *encoding = NULL, *html = NULL, *text = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) >= 0)
    bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  if (bytes != NULL && g_bytes_get_size (bytes) <= MAX_PASTED)
    html = qm_encoding_read (bytes, &encoding, NULL);
  if (html != NULL)
    text = qm_pasted_read_html (html, &error);
  if (text != NULL)
    take_table (self, g_steal_pointer (&text));
  else if (error != NULL)
    qm_window_say (self, error->message, TRUE);
  else if (html == NULL || !take_page (self, bytes))
    read_plain (self);
}

static void
html_opened_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (QmWindow) self = data;
  g_autoptr (GInputStream) stream =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    read_plain (self);
  else
    g_output_stream_splice_async (
        memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
        G_PRIORITY_DEFAULT, NULL, html_spliced_cb, g_object_ref (self));
}

/* Cells of a spreadsheet or of a web page come as HTML, which says where some of them are one. */
void
qm_window_paste (QmWindow *self)
{
  static const char *types[] = { "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), types[0]))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, html_opened_cb,
                              g_object_ref (self));
  else
    read_plain (self);
}
