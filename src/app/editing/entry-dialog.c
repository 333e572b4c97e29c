#include "app/editing/entry-dialog.h"

#include "app/editing/entry-drafts.h"
#include "app/editing/entry-form.h"
#include "app/editing/entry-references.h"
#include "app/editing/entry-row.h"
#include "app/widgets/access.h"
#include "app/widgets/escape.h"
#include "app/widgets/flow-layout.h"
#include "app/widgets/mnemonic.h"
#include "app/widgets/text-label.h"
#include "base/words.h"
#include "chart/forms/forms.h"
#include "edit/entry-uses.h"

static const struct {
  const char *section;
  const char *field; /* that has the keyboard at first, where the entry has it */
  const char *title, *remove, *new_title;
} sections[] = {
  { "sources", "title", N_ ("Edit source"), N_ ("_Remove source"), N_ ("New source") },
  { "entities", "name", N_ ("Edit name"), N_ ("_Remove name"), N_ ("New name") },
  { "measures", "name", N_ ("Edit measure"), N_ ("_Remove measure"), N_ ("New measure") },
  { "claims", "value", N_ ("Edit claim"), N_ ("_Remove claim"), N_ ("New claim") },
  { "tables", "value", N_ ("Edit figure of a table"), N_ ("_Remove figure"), NULL },
  { "events", "statement", N_ ("Edit event"), N_ ("_Remove event"), N_ ("New event") },
  { "charts", "title", N_ ("Edit chart"), N_ ("_Remove chart"), NULL },
};

typedef struct {
  GtkWidget *window;
  GtkLabel *problem;  /* of what is in no field */
  GtkWidget *keep;    /* the button that keeps a draft: there once something is wrong */
  char *wrong;        /* the first of it, in words */
  gboolean is_beyond; /* all of it is of other entries */
  char *text;
  char *section, *id;
  gboolean is_new;   /* the entry is in text, but not in the dataset's file */
  GPtrArray *fields; /* element QmEntryField */
  GPtrArray *rows;   /* element QmEntryRow, one for each field */
  QmApplyEdit apply;
  gpointer user_data;
} Dialog;

static void
free_dialog (Dialog *dialog)
{
  g_ptr_array_unref (dialog->rows);
  g_ptr_array_unref (dialog->fields);
  g_free (dialog->wrong);
  g_free (dialog->text);
  g_free (dialog->section);
  g_free (dialog->id);
  g_free (dialog);
}

static gsize
find_section (const char *section)
{
  gsize i = 0;

  while (!g_str_equal (sections[i].section, section))
    i++;
  return i;
}

/* --- What is wrong --- */

static QmEntryRow *
find_row (Dialog *dialog, const QmEdit *edit, const char *id, const QmProblem *problem)
{
  const QmEntryField *field =
      qm_entry_find_field (edit, dialog->section, id, dialog->fields, problem);

  for (guint i = 0; field != NULL && i < dialog->rows->len; i++)
    if (qm_entry_row_get_field (dialog->rows->pdata[i]) == field)
      return dialog->rows->pdata[i];
  return NULL;
}

static void
clear_problems (Dialog *dialog)
{
  for (guint i = 0; i < dialog->rows->len; i++)
    qm_entry_row_set_problem (dialog->rows->pdata[i], NULL);
  gtk_widget_set_visible (GTK_WIDGET (dialog->problem), FALSE);
}

/* Of what is in no field. */
static void
show_problem (Dialog *dialog, const char *words)
{
  gtk_label_set_text (dialog->problem, words);
  gtk_widget_set_visible (GTK_WIDGET (dialog->problem), TRUE);
}

/* Each at its field, the first of which gets the keyboard; what is in none of them, below. */
static void
show_problems (Dialog *dialog, const QmEdit *edit, const char *id, const GPtrArray *problems)
{
  QmEntryRow *first = NULL;

  clear_problems (dialog);
  dialog->is_beyond = problems->len > 0 && !dialog->is_new;
  for (guint i = problems->len; i-- > 0;) {
    QmEntryRow *row = find_row (dialog, edit, id, problems->pdata[i]);
    g_autofree char *words = row != NULL ? qm_problem_describe_field (problems->pdata[i])
                                         : qm_problem_tell (problems->pdata[i]);

    g_free (dialog->wrong);
    dialog->wrong = g_strdup (words);
    if (qm_entry_has_problem (edit, dialog->section, id, problems->pdata[i]))
      dialog->is_beyond = FALSE;
    if (row != NULL) {
      qm_entry_row_set_problem (row, words);
      first = row;
    } else {
      show_problem (dialog, words);
    }
  }
  gtk_widget_set_visible (dialog->keep, TRUE);
  if (first != NULL)
    qm_entry_row_grab_focus (first);
}

/* --- Applying --- */

static GtkWindow *
get_parent (Dialog *dialog)
{
  return gtk_window_get_transient_for (GTK_WINDOW (dialog->window));
}

/* takes edit, in which the entry has that id; the chart is shown then, if there is one. FALSE where
 * it is not right, and the dialog is still there. */
static gboolean
apply (Dialog *dialog, QmEdit *edit, const char *entry, const char *chart)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autofree char *id = g_strdup (entry), *shown = g_strdup (chart);
  g_autofree char *text = qm_edit_end (edit);

  if ((!dialog->is_new && g_str_equal (text, dialog->text)) ||
      dialog->apply (text, shown, problems, dialog->user_data)) {
    qm_entry_drafts_forget (get_parent (dialog), dialog->section, dialog->id);
    gtk_window_destroy (GTK_WINDOW (dialog->window));
    return TRUE;
  } else {
    g_autoptr (QmEdit) failed = qm_edit_begin (text);

    show_problems (dialog, failed, id, problems);
    return FALSE;
  }
}

static gboolean
is_good (const QmEdit *edit)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmDataset) dataset = qm_edit_read (edit, "", qm_forms, problems);

  return dataset != NULL;
}

/* With what is typed. id is set to the entry's then. */
static QmEdit *
begin_edit (Dialog *dialog, const char **id)
{
  QmEdit *edit = qm_edit_begin (dialog->text);

  for (guint i = 0; i < dialog->rows->len; i++) {
    g_autofree char *value = qm_entry_row_get_value (dialog->rows->pdata[i]);

    if (qm_entry_row_is_changed (dialog->rows->pdata[i]))
      qm_entry_set (edit, dialog->section, dialog->id, dialog->fields->pdata[i], value);
  }
  if (!dialog->is_new && g_str_equal (dialog->section, "claims"))
    qm_edit_restate_claim (edit, dialog->id, dialog->text);
  *id = dialog->is_new ? qm_entry_name (edit, dialog->section, dialog->id) : dialog->id;
  return edit;
}

static void
keep_cb (Dialog *dialog)
{
  GtkWindow *parent = get_parent (dialog);

  qm_entry_drafts_keep (parent, dialog->section, dialog->id, dialog->rows, dialog->wrong);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.message", "s",
                              _ ("Kept as a draft: it comes back when this is edited again"));
  gtk_window_destroy (GTK_WINDOW (dialog->window));
}

/* A new claim is put where its like are. What is right in itself, but leaves others without what
 * they are computed from, is kept as a draft, and told where they are. */
static void
apply_cb (Dialog *dialog)
{
  const char *id, *chart = NULL;
  QmEdit *edit = begin_edit (dialog, &id);

  if (dialog->is_new && g_str_equal (dialog->section, "claims") && is_good (edit))
    chart = qm_edit_place_claim (edit, id, qm_forms);
  if (!apply (dialog, edit, id, chart) && dialog->is_beyond)
    keep_cb (dialog);
}

/* --- Parts of a chart --- */

/* With what is typed, as one step; then the form is that of the chart as it is. */
static void
panel_pressed (QmPanelStep step, guint panel, const char *measure, gpointer data)
{
  Dialog *dialog = data;
  GtkWindow *parent = get_parent (dialog);
  QmApplyEdit apply_edit = dialog->apply;
  gpointer user_data = dialog->user_data;
  g_autofree char *chart = g_strdup (dialog->id), *text = NULL;
  const char *id;
  QmEdit *edit = begin_edit (dialog, &id);

  qm_panel_buttons_take (edit, chart, step, panel, measure);
  text = qm_edit_end (edit);
  if (apply (dialog, qm_edit_begin (text), chart, chart))
    qm_entry_dialog_open (parent, text, "charts", chart, apply_edit, user_data);
}

/* --- Drafts --- */

/* With what is still wrong with it. */
static void
restore_draft (Dialog *dialog)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (QmEdit) edit = NULL;
  const char *id;

  if (!qm_entry_drafts_restore (get_parent (dialog), dialog->section, dialog->id, dialog->rows))
    return;
  edit = begin_edit (dialog, &id);
  dataset = qm_edit_read (edit, "", qm_forms, problems);
  if (dataset == NULL)
    show_problems (dialog, edit, id, problems);
}

/* What stands in the way, and not what is wrong with a dataset without it. */
static void
tell_uses (Dialog *dialog)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmEdit) edit = qm_edit_begin (dialog->text);
  g_autoptr (QmDataset) dataset = qm_edit_read (edit, "", qm_forms, problems);
  g_autofree char *words = NULL;

  if (dataset == NULL)
    return;
  words = qm_entry_uses_tell (dataset, dialog->section, dialog->id);
  clear_problems (dialog);
  show_problem (dialog, words);
  qm_access_announce (dialog->window, words);
  gtk_widget_set_visible (dialog->keep, FALSE);
}

static void
remove_cb (Dialog *dialog)
{
  QmEdit *edit = qm_edit_begin (dialog->text);

  qm_entry_remove (edit, dialog->section, dialog->id, qm_forms);
  if (!apply (dialog, edit, dialog->id, NULL))
    tell_uses (dialog);
}

/* A text takes Enter for a new line. */
static gboolean
apply_by_key_cb (GtkWidget *window G_GNUC_UNUSED, GVariant *arguments G_GNUC_UNUSED,
                 gpointer dialog)
{
  apply_cb (dialog);
  return TRUE;
}

/* --- The dialog --- */

static GtkWidget *
add_button (Dialog *dialog, GtkWidget *box, const char *label, const char *css_class,
            void (*clicked_cb) (Dialog *dialog))
{
  GtkWidget *button = qm_mnemonic_button_new (label);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), dialog);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
close_cb (Dialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog->window));
}

static GtkWidget *
make_buttons (Dialog *dialog)
{
  GtkWidget *line = qm_flow_layout_box_new (), *end = qm_flow_layout_box_new (), *remove, *button;

  gtk_widget_add_css_class (line, "dialog-buttons");
  remove = add_button (dialog, line, _ (sections[find_section (dialog->section)].remove), NULL,
                       remove_cb);
  gtk_widget_set_visible (remove, !dialog->is_new);
  gtk_widget_set_hexpand (end, TRUE);
  gtk_widget_set_halign (end, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), end);
  dialog->keep = add_button (dialog, end, _ ("_Keep as draft"), NULL, keep_cb);
  gtk_widget_set_visible (dialog->keep, FALSE);
  add_button (dialog, end, _ ("_Cancel"), NULL, close_cb);
  button = add_button (dialog, end, _ ("_Apply"), "suggested-action", apply_cb);
  gtk_window_set_default_widget (GTK_WINDOW (dialog->window), button);
  return line;
}

static void
add_keys (Dialog *dialog)
{
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_shortcut_controller_add_shortcut (
      keys, gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                              gtk_callback_action_new (apply_by_key_cb, dialog, NULL)));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (keys), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (dialog->window, GTK_EVENT_CONTROLLER (keys));
  qm_escape_closes (dialog->window);
}

static void
fill (Dialog *dialog, const QmEdit *edit)
{
  GtkBox *content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));

  gtk_box_append (content, qm_entry_form_new (edit, dialog->section, dialog->id, dialog->fields,
                                              dialog->rows, panel_pressed, dialog));
  if (g_str_equal (dialog->section, "sources"))
    gtk_box_prepend (content, qm_entry_references_new (dialog->rows, GTK_WIDGET (content)));
  dialog->problem = GTK_LABEL (qm_text_label_new (NULL, PANGO_WRAP_WORD, "dialog-problem"));
  gtk_label_set_max_width_chars (dialog->problem, 48);
  gtk_widget_set_visible (GTK_WIDGET (dialog->problem), FALSE);
  gtk_box_append (content, GTK_WIDGET (dialog->problem));
  gtk_box_append (content, make_buttons (dialog));
  gtk_window_set_child (GTK_WINDOW (dialog->window), GTK_WIDGET (content));
  qm_access_mend (GTK_WIDGET (content));
}

static void
focus_first (Dialog *dialog)
{
  const char *first = sections[find_section (dialog->section)].field;

  qm_entry_row_grab_focus (dialog->rows->pdata[0]);
  for (guint i = 0; i < dialog->rows->len; i++)
    if (g_str_equal (qm_entry_row_get_field (dialog->rows->pdata[i])->path, first))
      qm_entry_row_grab_focus (dialog->rows->pdata[i]);
}

/* FALSE where the text has no such entry. */
static gboolean
open_dialog (GtkWindow *parent, const QmEdit *edit, const char *text, const char *section,
             const char *id, gboolean is_new, QmApplyEdit apply_edit, gpointer user_data)
{
  GPtrArray *fields = qm_entry_fields (edit, section, id);
  gsize i = find_section (section);
  Dialog *dialog;

  if (fields == NULL)
    return FALSE;
  dialog = g_new0 (Dialog, 1);
  dialog->window = g_object_new (GTK_TYPE_WINDOW, "transient-for", parent, "modal", TRUE,
                                 "destroy-with-parent", TRUE, "title",
                                 is_new ? _ (sections[i].new_title) : _ (sections[i].title), NULL);
  dialog->text = g_strdup (text);
  dialog->section = g_strdup (section);
  dialog->id = g_strdup (id);
  dialog->is_new = is_new;
  dialog->fields = fields;
  dialog->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) qm_entry_row_free);
  dialog->apply = apply_edit;
  dialog->user_data = user_data;
  fill (dialog, edit);
  add_keys (dialog);
  g_object_set_data_full (G_OBJECT (dialog->window), "dialog", dialog,
                          (GDestroyNotify) free_dialog);
  focus_first (dialog);
  restore_draft (dialog);
  gtk_window_present (GTK_WINDOW (dialog->window));
  return TRUE;
}

gboolean
qm_entry_dialog_open (GtkWindow *parent, const char *text, const char *section, const char *id,
                      QmApplyEdit apply_edit, gpointer user_data)
{
  g_autoptr (QmEdit) edit = qm_edit_begin (text);

  return open_dialog (parent, edit, text, section, id, FALSE, apply_edit, user_data);
}

void
qm_entry_dialog_open_new (GtkWindow *parent, const char *text, const char *section,
                          const char *like, QmApplyEdit apply_edit, gpointer user_data)
{
  QmEdit *edit = qm_edit_begin (text);
  g_autofree char *id = g_strdup (qm_entry_add (edit, section, like));
  g_autofree char *with_entry = qm_edit_end (edit);
  g_autoptr (QmEdit) again = qm_edit_begin (with_entry);

  open_dialog (parent, again, with_entry, section, id, TRUE, apply_edit, user_data);
}
