#include "app/importing/table-page-private.h"

#include "app/widgets/mnemonic-button.h"
#include "base/words.h"

static GtkLabel *
make_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class);
  return GTK_LABEL (label);
}

GtkWidget *
qm_table_page_make_table_side (QmTablePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->summary = make_label ("summary");
  self->questions = QM_TABLE_QUESTIONS (qm_table_questions_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->questions), FALSE);
  self->preview = QM_TABLE_PREVIEW (qm_table_preview_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->preview), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->preview), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->questions));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->preview));
  return box;
}

static GtkWidget *
make_expander (const char *label, GtkWidget *child, gboolean is_open)
{
  GtkWidget *expander = gtk_expander_new (label);

  gtk_widget_set_margin_top (child, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), child);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), is_open);
  return expander;
}

static void
fill_side (QmTablePage *self, GtkBox *box)
{
  self->source = QM_SOURCE_FORM (qm_source_form_new ());
  self->problem = make_label ("problem");
  self->make = qm_mnemonic_button_new ("");
  self->fault_list = make_label ("muted");
  self->faults = make_expander (NULL, GTK_WIDGET (self->fault_list), FALSE);
  self->columns = QM_TABLE_COLUMNS (qm_table_columns_new ());
  self->reading = QM_TABLE_READING (qm_table_reading_new ());
  self->chart = QM_CHART_PREVIEW (qm_chart_preview_new ());
  qm_source_form_set_question (self->source, _ ("Source: where is the table from?"));
  gtk_widget_add_css_class (self->make, "suggested-action");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_set_visible (self->faults, FALSE);
  qm_table_page_show_button (self, 0);
  gtk_box_append (box, GTK_WIDGET (self->source));
  gtk_box_append (box, GTK_WIDGET (self->problem));
  gtk_box_append (box, self->make);
  gtk_box_append (box, GTK_WIDGET (self->chart));
  gtk_box_append (box, self->faults);
  self->guesses = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->guesses),
                  make_expander (_ ("Columns"), GTK_WIDGET (self->columns), TRUE));
  gtk_box_append (GTK_BOX (self->guesses),
                  make_expander (_ ("How it is read"), GTK_WIDGET (self->reading), FALSE));
  gtk_box_append (box, self->guesses);
}

GtkWidget *
qm_table_page_make_side (QmTablePage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "beside-table");
  fill_side (self, GTK_BOX (box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_size_request (scrolled, QM_TABLE_PAGE_SIDE_WIDTH, -1);
  return scrolled;
}
