#include "app/controls/view-actions.h"
#include "app/editing/entry-drafts.h"
#include "app/window/window-private.h"
#include "base/words.h"

static void
set_titles (QmWindow *self, const char *title, const char *subtitle)
{
  /* As the list of windows has it. */
  g_autofree char *whole =
      subtitle[0] != '\0' ? g_strdup_printf ("%s – %s", title, subtitle) : g_strdup (title);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), whole);
}

/* --- In step with the session --- */

/* What is shown now is what the dataset is to begin with the next time. */
static void
leave (QmWindow *self)
{
  g_autofree char *left = NULL;

  if (self->document == NULL)
    return;
  left = qm_session_write_left (self->session);
  qm_document_set_left (self->document, left);
}

static void
update_titles (QmWindow *self)
{
  const char *title = qm_text_get (qm_session_get_dataset (self->session)->title);
  g_autofree char *subtitle =
      /* Translators: %s is the title of a dataset */
      qm_window_is_modified (self) ? g_strdup_printf (_ ("%s (not saved)"), title)
                                   : g_strdup (title);

  set_titles (self, qm_text_get (qm_session_get_chart (self->session)->name), subtitle);
}

static void
session_changed_cb (QmWindow *self, guint change)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if ((change & QM_SESSION_CHART) != 0)
    update_titles (self);
  if ((change & QM_SESSION_HISTORY) != 0) {
    qm_message_bar_forget_step (self->message_bar);
    gtk_widget_action_set_enabled (widget, "win.undo",
                                   self->is_begun || qm_session_can_undo (self->session));
    gtk_widget_action_set_enabled (widget, "win.redo", qm_session_can_redo (self->session));
  }
  if ((change & (QM_SESSION_CHART | QM_SESSION_VIEW | QM_SESSION_ORDER | QM_SESSION_CHOICE)) != 0)
    leave (self);
  if ((change & (QM_SESSION_CHART | QM_SESSION_DATASET)) == QM_SESSION_CHART) {
    qm_window_set_problems_shown (self, FALSE);
    qm_window_set_reading_shown (self, FALSE);
  }
  if ((change & (QM_SESSION_CHART | QM_SESSION_DATASET)) != 0)
    qm_window_update_reading (self);
  /* A message makes way for the card that comes. */
  if ((change & QM_SESSION_SELECTION) != 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
}

/* The step before it was right, so that is one click away. */
static void
session_refused_cb (QmWindow *self, const char *reason)
{
  /* Translators: the reason, which begins with a small letter */
  g_autofree char *text = g_strdup_printf (_ ("The scale is linear again: %s"), reason);

  qm_window_say_step (self, text);
}

/* --- The document --- */

/* Without a session there is nothing to do but to open another file. */
static void
enable_actions (QmWindow *self, gboolean is_enabled)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const GVariantType *type;
  const char *name, *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (self), i, &owner, &name,
                                                   &type, &property);
       i++)
    if (owner == QM_TYPE_WINDOW && !g_str_has_prefix (name, "win.message") &&
        !g_str_equal (name, "win.text") && !g_str_equal (name, "win.paste-text") &&
        !g_str_equal (name, "win.about") && !g_str_equal (name, "win.help") &&
        !g_str_equal (name, "win.shortcuts"))
      gtk_widget_action_set_enabled (widget, name, is_enabled);
  gtk_widget_set_visible (self->sidebar_button, is_enabled);
  gtk_widget_set_visible (self->evidence_button, is_enabled);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), is_enabled);
}

void
qm_window_show_session (QmWindow *self)
{
  enable_actions (self, TRUE);
  if (!qm_window_is_reading_shown (self))
    qm_window_lay_out (self);
  qm_chart_panes_set_session (self->panes, self->session);
  /* Part of the first picture: they take up room, and the chart would have to move for them. */
  qm_view_controls_set_session (self->controls, self->session);
  qm_presentation_set_session (self->presentation, self->session, self->panes);
  qm_view_actions_add (GTK_WIDGET (self), self->panes, self->session);
  session_changed_cb (self, QM_SESSION_CHART | QM_SESSION_HISTORY | QM_SESSION_DATASET);
  qm_window_page_changed (self);
  if (self->is_painted)
    qm_window_complete (self);
}

void
qm_window_begin_session (QmWindow *self, QmDataset *dataset)
{
  self->session = qm_session_new (dataset);
  if (self->document != NULL)
    qm_session_begin (self->session, dataset, qm_document_get_left (self->document));
  qm_window_follow_versions (self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (session_changed_cb), self);
  g_signal_connect_swapped (self->session, "refused", G_CALLBACK (session_refused_cb), self);
  qm_window_show_session (self);
}

void
qm_window_show_without_session (QmWindow *self)
{
  enable_actions (self, FALSE);
  if (self->left_version != 0)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), self->is_begun ? "win.redo" : "win.undo",
                                   TRUE);
  qm_split_set_open_beside (self->sidebar_split, FALSE);
  set_titles (self, qm_document_get_name (self->document), "");
  if (qm_document_get_error (self->document) != NULL)
    qm_window_set_problems_shown (self, TRUE);
  else if (qm_document_get_table (self->document) != NULL)
    qm_window_set_table_shown (self);
  else
    qm_window_set_reading_shown (self, TRUE);
}

void
qm_window_add_notice (QmWindow *self)
{
  gboolean is_presenting = qm_presentation_get_active (self->presentation);

  self->file_notice = g_object_new (QM_TYPE_FILE_NOTICE, "visible", !is_presenting, NULL);
  gtk_box_prepend (self->below_header, GTK_WIDGET (self->file_notice));
  qm_file_notice_set_document (self->file_notice, self->document);
}

/* Once the dataset has been edited, what another program made of it is a step of its own: to undo
 * it is to have again what was there before, and not what was there before the last edit. */
static void
reload (QmWindow *self, QmDataset *dataset)
{
  guint version = qm_document_get_version (self->document);
  /* Translators: %s is the name of a file */
  g_autofree char *text =
      g_strdup_printf (_ ("“%s” was reloaded"), qm_document_get_name (self->document));

  if (version > 0) {
    qm_session_edit (self->session, dataset, version, NULL);
    qm_window_say_step (self, text);
  } else {
    qm_session_set_dataset (self->session, dataset);
    qm_window_follow_versions (self);
    qm_window_say (self, text, FALSE);
  }
}

void
qm_window_document_changed (QmWindow *self)
{
  QmDataset *dataset = qm_document_get_dataset (self->document);

  /* Whoever steps shows it. */
  if (dataset == NULL || self->is_stepping)
    return;
  g_set_object (&self->bookmarks, qm_document_get_bookmarks (self->document));
  if (self->is_complete)
    qm_bookmarks_menu_set (self->bookmarks_menu, self->session, self->bookmarks);
  if (self->session == NULL)
    qm_window_begin_session (self, dataset);
  else if (dataset != qm_session_get_dataset (self->session))
    reload (self, dataset);

  update_titles (self);
  if (qm_document_get_error (self->document) == NULL)
    qm_window_set_problems_shown (self, FALSE);
  if (self->file_notice == NULL && (qm_document_get_error (self->document) != NULL ||
                                    qm_document_is_changed_elsewhere (self->document)))
    qm_window_add_notice (self);
}

/* What somebody was at when the document was left. */
static void
show_work (QmWindow *self)
{
  qm_entry_drafts_from_json (GTK_WINDOW (self), qm_document_get_entries (self->document));
  if (qm_document_has_open_table (self->document))
    qm_window_set_table_shown (self);
}

void
qm_window_drop_document (QmWindow *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  qm_window_watch_tables (self);
}

void
qm_window_drop_session (QmWindow *self)
{
  g_autoptr (QmSession) session = g_steal_pointer (&self->session);

  g_signal_handlers_disconnect_by_data (session, self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", NULL);
  qm_window_make_anew (self);
}

void
qm_window_set_document (QmWindow *self, QmDocument *document)
{
  QmDataset *dataset;

  g_return_if_fail (QM_IS_WINDOW (self));
  g_return_if_fail (QM_IS_DOCUMENT (document));

  qm_window_drop_document (self);
  self->document = g_object_ref (document);
  qm_window_watch_tables (self);
  qm_window_forget_reading (self);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (qm_window_document_changed), self);
  if (self->file_notice != NULL)
    qm_file_notice_set_document (self->file_notice, document);
  if (self->problems != NULL)
    qm_problems_set_document (self->problems, document);

  dataset = qm_document_get_dataset (document);
  if (dataset == NULL) {
    g_return_if_fail (self->session == NULL);
    qm_window_show_without_session (self);
    return;
  }
  g_set_object (&self->bookmarks, qm_document_get_bookmarks (document));
  if (self->session != NULL)
    qm_session_begin (self->session, dataset, qm_document_get_left (document));
  qm_window_follow_versions (self);
  qm_window_document_changed (self);
  show_work (self);
}
