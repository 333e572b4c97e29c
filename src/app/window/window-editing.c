#include "app/editing/drafts-notice.h"
#include "app/editing/entry-dialog.h"
#include "app/window/window-private.h"
#include "base/words.h"
#include "chart/forms/forms.h"
#include "chart/view/author-view.h"
#include "chart/view/view-json.h"
#include "dataset/derive.h"
#include "edit/entry-uses.h"
#include "edit/entry.h"

/* --- Versions --- */

static QmDataset *
find_version (guint version, gpointer window)
{
  QmWindow *self = window;
  gboolean is_there;

  self->is_stepping = TRUE;
  is_there = qm_document_go (self->document, version);
  self->is_stepping = FALSE;
  return is_there ? qm_document_get_dataset (self->document) : NULL;
}

void
qm_window_follow_versions (QmWindow *self)
{
  if (self->session != NULL && self->document != NULL)
    qm_session_set_versions (self->session, find_version, self,
                             qm_document_get_version (self->document));
}

gboolean
qm_window_edit (QmWindow *self, const char *text, const char *chart, GPtrArray *problems)
{
  gboolean is_good;

  self->is_stepping = TRUE;
  is_good = qm_document_edit (self->document, text, problems);
  self->is_stepping = FALSE;
  if (!is_good)
    return FALSE;
  if (self->session != NULL) {
    qm_session_edit (self->session, qm_document_get_dataset (self->document),
                     qm_document_get_version (self->document), chart);
  } else {
    self->is_begun = TRUE;
    qm_window_document_changed (self);
  }
  return TRUE;
}

/* Not while a part of the window is at work: all of them are made anew. */
static gboolean
empty_cb (gpointer data)
{
  QmWindow *self = data;

  self->empty_id = 0;
  qm_window_drop_session (self);
  return G_SOURCE_REMOVE;
}

gboolean
qm_window_empty (QmWindow *self, gboolean is_undo)
{
  guint version = qm_document_get_version (self->document);

  if (!qm_document_empty (self->document))
    return FALSE;
  self->left_version = version;
  self->is_begun = is_undo;
  if (self->empty_id == 0)
    self->empty_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, empty_cb, self, NULL);
  return TRUE;
}

void
qm_window_fill_again (QmWindow *self)
{
  guint version = self->left_version;

  if (version == 0 || self->session != NULL || self->empty_id != 0)
    return;
  self->left_version = 0;
  self->is_begun = TRUE;
  qm_document_go (self->document, version);
}

/* The claims that went with the one that was removed, which they were computed from. */
static guint
count_gone_with (const QmDataset *before, const QmDataset *after)
{
  guint n = 0;

  for (gsize i = 0; i < before->n_claims; i++)
    n += qm_dataset_find_claim (after, before->claims[i].id) == NULL;
  return n > 0 ? n - 1 : 0;
}

/* With what follows from it. */
static void
say_edited (QmWindow *self, const QmDataset *before)
{
  const QmDataset *after = qm_document_get_dataset (self->document);
  g_autofree char *text = NULL;
  guint n = 0, n_gone = count_gone_with (before, after);

  for (gsize i = 0; i < after->n_claims; i++)
    n += qm_derive_is_changed (before, &after->claims[i]);
  if (n_gone > 0)
    text = g_strdup_printf (
        ngettext (
            "The dataset is changed, and %u claim that was computed from it removed as well",
            "The dataset is changed, and %u claims that were computed from it removed as well",
            n_gone),
        n_gone);
  else if (n == 0)
    text = g_strdup (_ ("The dataset is changed"));
  else
    text = g_strdup_printf (ngettext ("The dataset is changed, and %u figure computed again",
                                      "The dataset is changed, and %u figures computed again", n),
                            n);
  qm_window_say_step (self, text);
}

static gboolean
apply_cb (const char *text, const char *chart, GPtrArray *problems, gpointer data)
{
  QmWindow *self = data;
  g_autoptr (QmDataset) before = qm_dataset_ref (qm_document_get_dataset (self->document));

  if (!qm_window_edit (self, text, chart, problems))
    return FALSE;
  say_edited (self, before);
  return TRUE;
}

/* --- Entries --- */

const char *
qm_window_get_text (QmWindow *self, QmDocument *document)
{
  const char *text = document != NULL ? qm_document_get_text (document) : NULL;

  if (text == NULL)
    qm_window_say (self, _ ("The dataset in a picture cannot be edited"), FALSE);
  return text;
}

void
qm_window_say_problem (QmWindow *self, const GPtrArray *problems)
{
  g_autofree char *words = problems->len > 0 ? qm_problem_tell (problems->pdata[0]) : NULL;

  if (words != NULL)
    qm_window_say (self, words, TRUE);
}

/* Where in the file the entry is; NULL of a claim that is none of the file's. */
static const char *
find_section (const QmEdit *edit, const char *section, const char *id)
{
  return g_str_equal (section, "claims") ? qm_entry_section_of_claim (edit, id) : section;
}

static void
say_no_entry (QmWindow *self)
{
  qm_window_say (self, _ ("This has no entry of its own in the dataset"), FALSE);
}

static void
edit_entry (QmWindow *self, const char *section, const char *id)
{
  const char *text = qm_window_get_text (self, self->document);
  g_autoptr (QmEdit) edit = text != NULL ? qm_edit_begin (text) : NULL;

  if (edit == NULL)
    return;
  section = find_section (edit, section, id);
  if (section == NULL ||
      !qm_entry_dialog_open (GTK_WINDOW (self), text, section, id, apply_cb, self))
    say_no_entry (self);
}

/* With what was computed from it. */
static void
say_removed (QmWindow *self, const QmDataset *before, const char *section)
{
  guint n = count_gone_with (before, qm_document_get_dataset (self->document));
  g_autofree char *text = NULL;

  if (g_str_equal (section, "sources"))
    text = g_strdup (_ ("The source is removed"));
  else if (n == 0)
    text = g_strdup (_ ("The claim is removed"));
  else
    text = g_strdup_printf (ngettext ("The claim is removed, and %u that was computed from it",
                                      "The claim is removed, and %u that were computed from it", n),
                            n);
  qm_window_say_step (self, text);
}

/* Or the reader is told who still speaks of it. (takes edit) */
static void
remove_from (QmWindow *self, QmEdit *edit, const char *section, const char *id)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmDataset) before = qm_dataset_ref (qm_document_get_dataset (self->document));
  g_autofree char *after = NULL, *uses = NULL;

  qm_entry_remove (edit, section, id, qm_forms);
  after = qm_edit_end (edit);
  if (qm_window_edit (self, after, NULL, problems)) {
    say_removed (self, before, section);
  } else {
    uses = qm_entry_uses_tell (before, section, id);
    qm_window_say (self, uses, TRUE);
  }
}

static void
remove_entry (QmWindow *self, const char *section, const char *id)
{
  const char *text = qm_window_get_text (self, self->document);
  g_autoptr (QmEdit) edit = text != NULL ? qm_edit_begin (text) : NULL;

  if (edit == NULL)
    return;
  section = find_section (edit, section, id);
  if (section != NULL)
    remove_from (self, g_steal_pointer (&edit), section, id);
  else
    say_no_entry (self);
}

static void
remove_entry_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  const char *section, *id;

  g_variant_get (parameter, "(&s&s)", &section, &id);
  remove_entry (QM_WINDOW (widget), section, id);
}

static void
edit_entry_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  const char *section, *id;

  g_variant_get (parameter, "(&s&s)", &section, &id);
  edit_entry (QM_WINDOW (widget), section, id);
}

static void
edit_chart_action (GtkWidget *widget, const char *name G_GNUC_UNUSED,
                   GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  edit_entry (self, "charts", qm_session_get_chart (self->session)->id);
}

/* What has the focus, where that is an entry or shows one; else the chart. */
static void
edit_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (focus == NULL || !gtk_widget_activate_action (focus, "claim.edit", NULL))
    gtk_widget_activate_action (widget, "win.edit-chart", NULL);
}

/* Makes the text that an edit leads to the dataset's next version. FALSE, and the reader is told,
 * if that cannot be. (takes edit) */
static gboolean
finish (QmWindow *self, QmEdit *edit, const char *chart)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autofree char *shown = g_strdup (chart);
  g_autofree char *text = qm_edit_end (edit);

  if (apply_cb (text, shown, problems, self))
    return TRUE;
  qm_window_say_problem (self, problems);
  return FALSE;
}

/* What is looked at becomes what the author has chosen: to undo that is to see the chart as it was
 * before, and not as it was chosen. */
static void
keep_view_action (GtkWidget *widget, const char *name G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);
  const QmChart *chart = qm_session_get_chart (self->session);
  g_auto (QmView) view = qm_view_copy (qm_session_get_view (self->session));
  const char *text = qm_window_get_text (self, self->document);
  QmEdit *edit;

  if (text == NULL)
    return;
  if (qm_view_equal (&view, qm_author_view (chart))) {
    qm_window_say (self, _ ("Readers see the chart so already"), FALSE);
    return;
  }
  edit = qm_edit_begin (text);
  qm_edit_set_view (edit, chart, &view);
  qm_session_drop_view (self->session);
  if (!finish (self, edit, NULL))
    qm_session_set_view (self->session, &view, NULL);
}

static const char *
selected_id (QmWindow *self)
{
  const QmClaim *claim = qm_session_get_selected (self->session);
  const QmChart *chart = qm_session_get_chart (self->session);

  return claim != NULL ? claim->id : chart->panels[0].claims[0]->id;
}

/* A chart has at least one claim: the one that is selected. */
static void
add_entry_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *section)
{
  QmWindow *self = QM_WINDOW (widget);
  const char *text = qm_window_get_text (self, self->document), *id = selected_id (self);

  if (text == NULL)
    return;
  if (g_str_equal (g_variant_get_string (section, NULL), "charts")) {
    QmEdit *edit = qm_edit_begin (text);

    finish (self, edit, qm_edit_make_chart (edit, &id, 1, qm_forms));
    return;
  }
  qm_entry_dialog_open_new (GTK_WINDOW (self), text, g_variant_get_string (section, NULL), id,
                            apply_cb, self);
}

/* Into the chart in front, or out of it. */
static void
put_in_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *claim)
{
  QmWindow *self = QM_WINDOW (widget);
  const char *chart = qm_session_get_chart (self->session)->id;
  const char *text = qm_window_get_text (self, self->document);
  QmEdit *edit = text != NULL ? qm_edit_begin (text) : NULL;

  if (edit == NULL)
    return;
  qm_edit_put_into_chart (edit, chart, g_variant_get_string (claim, NULL), qm_forms);
  finish (self, edit, NULL);
}

static void
take_out_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *claim)
{
  QmWindow *self = QM_WINDOW (widget);
  const char *chart = qm_session_get_chart (self->session)->id;
  const char *text = qm_window_get_text (self, self->document);
  QmEdit *edit = text != NULL ? qm_edit_begin (text) : NULL;
  g_autofree char *after = NULL;

  if (edit == NULL)
    return;
  qm_edit_take_out_of_chart (edit, chart, g_variant_get_string (claim, NULL), qm_forms);
  after = qm_edit_end (edit);
  if (g_str_equal (after, text))
    qm_window_say (self, _ ("It is the only claim of this chart, or one of a table’s"), FALSE);
  else
    finish (self, qm_edit_begin (after), NULL);
}

/* The chart in front, in the order of the dataset. */
static void
move_chart_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *by)
{
  QmWindow *self = QM_WINDOW (widget);
  const QmChart *chart = qm_session_get_chart (self->session);
  const char *text = qm_window_get_text (self, self->document);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autofree char *moved = NULL, *said = NULL;
  QmEdit *edit;

  if (text == NULL)
    return;
  edit = qm_edit_begin (text);
  if (!qm_entry_move (edit, "charts", chart->id, g_variant_get_int32 (by))) {
    qm_edit_free (edit);
    return;
  }
  moved = qm_edit_end (edit);
  said = g_strdup_printf (g_variant_get_int32 (by) < 0
                              /* Translators: %s is the name of a chart */
                              ? _ ("“%s” is one place further up")
                              : _ ("“%s” is one place further down"),
                          qm_text_get (chart->name));
  if (qm_window_edit (self, moved, NULL, problems))
    qm_window_say (self, said, FALSE);
}

/* --- Drafts --- */

static void
drafts_changed_action (GtkWidget *widget, const char *name G_GNUC_UNUSED,
                       GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);
  g_autofree char *entries = qm_entry_drafts_to_json (GTK_WINDOW (self));

  qm_document_set_entries (self->document, entries);
  if (self->drafts_notice == NULL) {
    self->drafts_notice = g_object_new (QM_TYPE_DRAFTS_NOTICE, NULL);
    gtk_box_prepend (self->column, self->drafts_notice);
  }
  qm_drafts_notice_update (QM_DRAFTS_NOTICE (self->drafts_notice), GTK_WINDOW (self));
  if (self->evidence != NULL)
    qm_evidence_tell_drafts (self->evidence);
}

static void
drop_draft_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  const char *section, *id;

  g_variant_get (parameter, "(&s&s)", &section, &id);
  qm_entry_drafts_forget (GTK_WINDOW (widget), section, id);
  qm_window_say (QM_WINDOW (widget), _ ("The draft is dropped"), FALSE);
}

void
qm_window_class_add_editing (QmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.edit-entry", "(ss)", edit_entry_action);
  gtk_widget_class_install_action (widget_class, "win.remove-entry", "(ss)", remove_entry_action);
  gtk_widget_class_install_action (widget_class, "win.drafts-changed", NULL, drafts_changed_action);
  gtk_widget_class_install_action (widget_class, "win.drop-draft", "(ss)", drop_draft_action);
  gtk_widget_class_install_action (widget_class, "win.edit-chart", NULL, edit_chart_action);
  gtk_widget_class_install_action (widget_class, "win.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "win.keep-view", NULL, keep_view_action);
  gtk_widget_class_install_action (widget_class, "win.add-entry", "s", add_entry_action);
  gtk_widget_class_install_action (widget_class, "win.put-in", "s", put_in_action);
  gtk_widget_class_install_action (widget_class, "win.take-out", "s", take_out_action);
  gtk_widget_class_install_action (widget_class, "win.move-chart", "i", move_chart_action);
}
