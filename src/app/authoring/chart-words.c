#include "app/authoring/chart-words.h"

#include "app/authoring/field-row.h"
#include "app/widgets/mnemonic-button.h"
#include "base/words.h"
#include "dataset/problem.h"
#include "edit/edit.h"

#include <string.h>

#define WIDTH 520

enum { TITLE, SUBTITLE, NOTE, N_TEXTS };

static const struct {
  const char *key, *label;
} texts[N_TEXTS] = {
  [TITLE] = { "title", N_ ("_Title") },
  [SUBTITLE] = { "subtitle", N_ ("_Subtitle") },
  [NOTE] = { "note", N_ ("_Note") },
};

typedef struct {
  GtkWidget *window;
  GtkWidget *entries[N_TEXTS];
  char *before[N_TEXTS];
  GtkWidget *apply_button;
  GtkLabel *problem;
  char *text;
  char *chart;
  QmApplyEdit apply;
  gpointer user_data;
} Dialog;

static void
free_dialog (Dialog *dialog)
{
  for (gsize i = 0; i < N_TEXTS; i++)
    g_free (dialog->before[i]);
  g_free (dialog->text);
  g_free (dialog->chart);
  g_free (dialog);
}

static char *
get_words (Dialog *dialog, gsize i)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (dialog->entries[i]))));
}

static char *
make_text (Dialog *dialog)
{
  QmEdit *edit = qm_edit_begin (dialog->text);

  for (gsize i = 0; i < N_TEXTS; i++) {
    g_autofree char *words = get_words (dialog, i);

    if (!g_str_equal (words, dialog->before[i]))
      qm_edit_set_chart_words (edit, dialog->chart, texts[i].key, words);
  }
  return qm_edit_end (edit);
}

static void
apply_cb (Dialog *dialog)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  g_autofree char *text = make_text (dialog), *problem = NULL;

  if (g_str_equal (text, dialog->text) ||
      dialog->apply (text, dialog->chart, problems, dialog->user_data)) {
    gtk_window_destroy (GTK_WINDOW (dialog->window));
    return;
  }
  problem = qm_problem_describe (problems->pdata[0]);
  gtk_label_set_text (dialog->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (dialog->problem), TRUE);
}

/* A chart without a title is none. */
static void
title_changed_cb (Dialog *dialog)
{
  g_autofree char *title = get_words (dialog, TITLE);

  gtk_widget_set_sensitive (dialog->apply_button, title[0] != '\0');
}

static void
add_entry (Dialog *dialog, GtkGrid *grid, gsize i)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), dialog->before[i]);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  qm_field_row_add (grid, (int) i, _ (texts[i].label), entry);
  dialog->entries[i] = entry;
}

static GtkWidget *
make_buttons (Dialog *dialog)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  GtkWidget *cancel = qm_mnemonic_button_new (_ ("_Cancel"));

  dialog->apply_button = qm_mnemonic_button_new (_ ("_Apply"));
  gtk_widget_set_halign (GTK_WIDGET (box), GTK_ALIGN_END);
  gtk_box_append (box, cancel);
  gtk_box_append (box, dialog->apply_button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (dialog->apply_button, "suggested-action");
  g_signal_connect_swapped (dialog->apply_button, "clicked", G_CALLBACK (apply_cb), dialog);
  gtk_window_set_default_widget (GTK_WINDOW (dialog->window), dialog->apply_button);
  return GTK_WIDGET (box);
}

static void
fill (Dialog *dialog)
{
  GtkBox *content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (GTK_WIDGET (content), "dialog-content");
  gtk_widget_set_size_request (GTK_WIDGET (content), WIDTH, -1);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (gsize i = 0; i < N_TEXTS; i++)
    add_entry (dialog, GTK_GRID (grid), i);
  dialog->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (dialog->problem, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (dialog->problem), FALSE);
  gtk_box_append (content, grid);
  gtk_box_append (content, GTK_WIDGET (dialog->problem));
  gtk_box_append (content, make_buttons (dialog));
  gtk_window_set_child (GTK_WINDOW (dialog->window), GTK_WIDGET (content));
  g_signal_connect_swapped (dialog->entries[TITLE], "changed", G_CALLBACK (title_changed_cb),
                            dialog);
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

static char *
get_before (const QmText *text)
{
  return g_strdup (text != NULL ? qm_text_get (text) : "");
}

void
qm_chart_words_edit (GtkWindow *parent, const char *text, const QmChart *chart, QmApplyEdit apply,
                     gpointer user_data)
{
  Dialog *dialog = g_new0 (Dialog, 1);

  dialog->window =
      g_object_new (GTK_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent",
                    TRUE, "title", _ ("Words of the chart"), NULL);
  dialog->before[TITLE] = get_before (chart->title);
  dialog->before[SUBTITLE] = get_before (chart->subtitle);
  dialog->before[NOTE] = get_before (chart->note);
  dialog->text = g_strdup (text);
  dialog->chart = g_strdup (chart->id);
  dialog->apply = apply;
  dialog->user_data = user_data;
  fill (dialog);
  close_on_escape (dialog->window);
  g_object_set_data_full (G_OBJECT (dialog->window), "dialog", dialog,
                          (GDestroyNotify) free_dialog);
  gtk_widget_grab_focus (dialog->entries[TITLE]);
  gtk_window_present (GTK_WINDOW (dialog->window));
}
