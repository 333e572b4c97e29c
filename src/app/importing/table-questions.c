#include "app/importing/table-questions.h"

#include "app/widgets/access.h"
#include "app/widgets/children.h"
#include "app/widgets/flow-layout.h"
#include "app/widgets/text-label.h"

struct _QmTableQuestions {
  QmBin parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (QmTableQuestions, qm_table_questions, QM_TYPE_BIN)

static guint chosen_signal;

static void
answered_cb (GtkButton *button, QmTableQuestions *self)
{
  int what = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "what"));

  g_signal_emit (self, chosen_signal, 0, what,
                 (const char *) g_object_get_data (G_OBJECT (button), "choice"));
}

static GtkWidget *
make_question (QmTableQuestions *self, const QmSheetQuestion *question)
{
  GtkWidget *row = qm_flow_layout_box_new ();

  gtk_box_append (GTK_BOX (row), qm_text_label_new (question->words, PANGO_WRAP_WORD, NULL));
  for (gsize i = 0; i < QM_N_ANSWERS; i++) {
    GtkWidget *button = gtk_button_new_with_label (question->answers[i].words);

    g_object_set_data (G_OBJECT (button), "what", GINT_TO_POINTER (question->what));
    g_object_set_data (G_OBJECT (button), "choice", (gpointer) question->answers[i].choice);
    qm_access_describe (button, question->words);
    g_signal_connect (button, "clicked", G_CALLBACK (answered_cb), self);
    gtk_box_append (GTK_BOX (row), button);
  }
  return row;
}

static void
qm_table_questions_class_init (QmTableQuestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  qm_widgets_set_kind (widget_class, "tablequestions", GTK_ACCESSIBLE_ROLE_ALERT);
  chosen_signal = qm_widgets_add_signal (klass, "chosen", 2, G_TYPE_INT, G_TYPE_STRING);
}

static void
qm_table_questions_init (QmTableQuestions *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

void
qm_table_questions_show (QmTableQuestions *self, const QmSheet *sheet)
{
  g_autoptr (GPtrArray) questions = NULL;

  g_return_if_fail (QM_IS_TABLE_QUESTIONS (self));

  qm_children_remove (self->box);
  questions = sheet != NULL ? qm_sheet_questions_list (sheet) : g_ptr_array_new ();
  for (guint i = 0; i < questions->len; i++)
    gtk_box_append (GTK_BOX (self->box), make_question (self, questions->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), questions->len > 0);
  if (questions->len > 0)
    qm_access_announce (GTK_WIDGET (self), ((const QmSheetQuestion *) questions->pdata[0])->words);
}

gboolean
qm_table_questions_ask (QmTableQuestions *self)
{
  g_return_val_if_fail (QM_IS_TABLE_QUESTIONS (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self)) &&
         (qm_access_has_focus_within (self->box) ||
          gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD));
}
