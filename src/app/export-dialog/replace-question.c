#include "app/export-dialog/replace-question.h"

#include "base/words.h"

struct _QmReplaceQuestion {
  GtkWindow parent_instance;

  GtkLabel *text;
  GtkWidget *skip;
};

G_DEFINE_FINAL_TYPE (QmReplaceQuestion, qm_replace_question, GTK_TYPE_WINDOW)

static guint answered_signal;

static void
answer (QmReplaceQuestion *self, gboolean may_replace)
{
  g_object_ref (self);
  g_signal_emit (self, answered_signal, 0, may_replace);
  gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
replace_cb (QmReplaceQuestion *self)
{
  answer (self, TRUE);
}

static void
skip_cb (QmReplaceQuestion *self)
{
  answer (self, FALSE);
}

static void
qm_replace_question_class_init (QmReplaceQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  answered_signal = g_signal_new ("answered", QM_TYPE_REPLACE_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quymo/Quymo/replace-question.ui");
  gtk_widget_class_bind_template_child (widget_class, QmReplaceQuestion, text);
  gtk_widget_class_bind_template_child (widget_class, QmReplaceQuestion, skip);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
qm_replace_question_init (QmReplaceQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), self->skip);
}

GtkWidget *
qm_replace_question_new (GtkWindow *parent, guint n_existing)
{
  QmReplaceQuestion *self = g_object_new (QM_TYPE_REPLACE_QUESTION, "transient-for", parent, NULL);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u of these files is there already.",
                                 "%u of these files are there already.", n_existing),
                       n_existing);

  gtk_label_set_text (self->text, text);
  return GTK_WIDGET (self);
}
