#include "app/authoring/reading-page.h"
#include "app/window/window-private.h"
#include "base/words.h"

/* --- The page --- */

gboolean
qm_window_is_reading_shown (QmWindow *self)
{
  return self->reading_page != NULL && gtk_widget_get_visible (self->reading_page);
}

void
qm_window_update_reading (QmWindow *self)
{
  if (self->reading_page != NULL)
    qm_reading_page_update (QM_READING_PAGE (self->reading_page), self->session,
                            qm_appearance_get_theme (self->appearance));
}

static gboolean
apply_cb (const char *text, const char *chart, GPtrArray *problems, gpointer window)
{
  return text != NULL ? qm_window_edit (window, text, chart, problems)
                      : qm_window_empty (window, FALSE);
}

/* Between the page and the messages, as the problems are. */
static void
add_page (QmWindow *self)
{
  self->reading_page = qm_reading_page_new (apply_cb, self);
  gtk_widget_set_visible (self->reading_page, FALSE);
  gtk_overlay_add_overlay (self->overlay, self->reading_page);
  gtk_overlay_set_measure_overlay (self->overlay, self->reading_page, TRUE);
  gtk_widget_insert_before (self->reading_page, GTK_WIDGET (self->overlay),
                            GTK_WIDGET (self->message_bar));
  qm_reading_page_set_document (QM_READING_PAGE (self->reading_page), self->document);
  qm_window_update_reading (self);
}

void
qm_window_set_reading_shown (QmWindow *self, gboolean is_shown)
{
  if (qm_window_is_reading_shown (self) == is_shown)
    return;
  if (self->reading_page == NULL)
    add_page (self);

  if (is_shown) {
    qm_window_set_problems_shown (self, FALSE);
    qm_window_get_layout (self, &self->layout);
    qm_split_set_open_beside (self->sidebar_split, FALSE);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_split), !is_shown);
  gtk_widget_set_visible (self->reading_page, is_shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-pane", !is_shown);
  if (is_shown) {
    gtk_widget_grab_focus (self->reading_page);
  } else {
    qm_window_lay_out (self);
    gtk_widget_child_focus (GTK_WIDGET (self->column), GTK_DIR_TAB_FORWARD);
  }
}

void
qm_window_forget_reading (QmWindow *self)
{
  if (self->reading_page == NULL)
    return;
  qm_window_set_reading_shown (self, FALSE);
  gtk_overlay_remove_overlay (self->overlay, self->reading_page);
  self->reading_page = NULL;
}

/* --- Texts --- */

/* The built-in dataset, and what a picture carries, are not the reader's to add to. */
static gboolean
takes_texts (QmWindow *self)
{
  return self->document != NULL && qm_document_get_text (self->document) != NULL &&
         (!qm_document_is_built_in (self->document) || qm_document_is_modified (self->document));
}

gboolean
qm_window_read_text (QmWindow *self, const char *text)
{
  g_return_val_if_fail (QM_IS_WINDOW (self), FALSE);

  if (!takes_texts (self))
    return FALSE;
  if (self->session != NULL)
    qm_presentation_set_active (self->presentation, FALSE);
  qm_window_set_reading_shown (self, TRUE);
  qm_reading_page_read (QM_READING_PAGE (self->reading_page), text);
  gtk_widget_grab_focus (self->reading_page);
  return TRUE;
}

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (QmWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autofree char *plain = g_strstrip (g_strdup (text != NULL ? text : ""));
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (plain[0] == '\0')
    qm_window_say (self, _ ("There is no text on the clipboard"), FALSE);
  else if (!qm_window_read_text (self, plain))
    g_action_group_activate_action (G_ACTION_GROUP (application), "new-from-text",
                                    g_variant_new_string (plain));
}

static void
paste_text (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb,
                                 g_object_ref (widget));
}

/* To the text, or back from it to the charts. */
static void
show_text (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  if (self->session != NULL && qm_window_is_reading_shown (self))
    qm_window_set_reading_shown (self, FALSE);
  else if (takes_texts (self))
    qm_window_set_reading_shown (self, TRUE);
  else
    qm_window_say (self, _ ("There is no text to this dataset. Ctrl+N begins one from a text."),
                   FALSE);
}

void
qm_window_class_add_reading (QmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.text", NULL, show_text);
  gtk_widget_class_install_action (widget_class, "win.paste-text", NULL, paste_text);
  /* No accelerator of the program: that would come before the field that the reader is in. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste-text",
                                       NULL);
}
