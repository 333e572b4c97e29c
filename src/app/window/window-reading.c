#include "app/authoring/reading-page.h"
#include "app/window/window-private.h"
#include "base/words.h"

/* --- The page --- */

gboolean
qm_window_is_reading_shown (QmWindow *self)
{
  return self->authoring_page != NULL;
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
add_page (QmWindow *self, GtkWidget *page)
{
  gtk_widget_set_visible (page, FALSE);
  gtk_overlay_add_overlay (self->overlay, page);
  gtk_overlay_set_measure_overlay (self->overlay, page, TRUE);
  gtk_widget_insert_before (page, GTK_WIDGET (self->overlay), GTK_WIDGET (self->message_bar));
}

static void
add_reading_page (QmWindow *self)
{
  self->reading_page = qm_reading_page_new (apply_cb, self);
  add_page (self, self->reading_page);
  qm_reading_page_set_document (QM_READING_PAGE (self->reading_page), self->document);
  qm_window_update_reading (self);
}

static void
add_table_page (QmWindow *self)
{
  self->table_page = qm_window_make_table_page (self);
  add_page (self, self->table_page);
  qm_window_fill_table_page (self);
}

/* One of the pages, or none, in place of what the charts are seen in. */
static void
show_page (QmWindow *self, GtkWidget *page)
{
  gboolean was_shown = self->authoring_page != NULL;

  if (page != NULL && !was_shown) {
    qm_window_set_problems_shown (self, FALSE);
    qm_window_get_layout (self, &self->layout);
    qm_split_set_open_beside (self->sidebar_split, FALSE);
  }
  if (was_shown)
    gtk_widget_set_visible (self->authoring_page, FALSE);
  self->authoring_page = page;
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_split), page == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-pane", page == NULL);
  if (page != NULL) {
    gtk_widget_set_visible (page, TRUE);
    gtk_widget_grab_focus (page);
  } else {
    qm_window_lay_out (self);
    gtk_widget_child_focus (GTK_WIDGET (self->column), GTK_DIR_TAB_FORWARD);
  }
}

void
qm_window_set_reading_shown (QmWindow *self, gboolean is_shown)
{
  if (is_shown && self->reading_page == NULL)
    add_reading_page (self);
  if (self->authoring_page != (is_shown ? self->reading_page : NULL))
    show_page (self, is_shown ? self->reading_page : NULL);
}

void
qm_window_set_table_shown (QmWindow *self)
{
  if (self->table_page == NULL)
    add_table_page (self);
  if (self->authoring_page != self->table_page)
    show_page (self, self->table_page);
}

void
qm_window_forget_reading (QmWindow *self)
{
  GtkWidget **pages[] = { &self->reading_page, &self->table_page };

  qm_window_set_reading_shown (self, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (*pages[i] != NULL)
      gtk_overlay_remove_overlay (self->overlay, g_steal_pointer (pages[i]));
}

/* --- Texts --- */

/* The built-in dataset, and what a picture carries, are not the reader's to add to. */
gboolean
qm_window_takes_texts (QmWindow *self)
{
  return self->document != NULL && qm_document_get_text (self->document) != NULL &&
         (!qm_document_is_built_in (self->document) || qm_document_is_modified (self->document));
}

gboolean
qm_window_read_text (QmWindow *self, const QmIntake *intake)
{
  g_return_val_if_fail (QM_IS_WINDOW (self), FALSE);

  if (!qm_window_takes_texts (self))
    return FALSE;
  if (self->session != NULL)
    qm_presentation_set_active (self->presentation, FALSE);
  qm_window_set_reading_shown (self, TRUE);
  if (!qm_reading_page_read (QM_READING_PAGE (self->reading_page), intake))
    qm_window_say (self,
                   _ ("The text is longer than a book: open a part of it, or let “quymo figures” "
                      "list what it states"),
                   TRUE);
  else if (intake->is_thinned)
    qm_window_say (self, _ ("A letter of the text has more than 30 accents: the rest are left out"),
                   FALSE);
  gtk_widget_grab_focus (self->reading_page);
  return TRUE;
}

static void
paste_text (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  qm_window_paste (QM_WINDOW (widget));
}

/* To the text, or back from it to the charts. */
static void
show_text (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  if (self->session != NULL && qm_window_is_reading_shown (self))
    qm_window_set_reading_shown (self, FALSE);
  else if (qm_window_takes_texts (self))
    qm_window_set_reading_shown (self, TRUE);
  else
    qm_window_say (self, _ ("There is no text to this dataset. Ctrl+N begins one from a text."),
                   FALSE);
}

/* From the evidence of a claim to its words in the text. */
static void
show_quote (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *id)
{
  QmWindow *self = QM_WINDOW (widget);

  if (qm_window_takes_texts (self)) {
    if (self->reading_page == NULL)
      add_reading_page (self);
    if (qm_reading_page_show_claim (QM_READING_PAGE (self->reading_page),
                                    g_variant_get_string (id, NULL))) {
      qm_window_set_reading_shown (self, TRUE);
      return;
    }
  }
  qm_window_say (
      self,
      qm_window_takes_texts (self)
          ? _ ("The text of the source is not kept here. Paste it (Ctrl+V), and its claims are "
               "found in it.")
          : _ ("Save this dataset as a file of your own (Ctrl+Shift+S), and paste the text of the "
               "source there: its claims are found in it."),
      FALSE);
}

void
qm_window_class_add_reading (QmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.text", NULL, show_text);
  gtk_widget_class_install_action (widget_class, "win.show-quote", "s", show_quote);
  gtk_widget_class_install_action (widget_class, "win.paste-text", NULL, paste_text);
  /* No accelerator of the program: that would come before the field that the reader is in. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste-text",
                                       NULL);
}
