#include "app/files/problems.h"

struct _QmProblems {
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *lines;
};

G_DEFINE_FINAL_TYPE (QmProblems, qm_problems, GTK_TYPE_WIDGET)

/* Focused for scrolling and copying by keyboard; a label that gets the focus selects all its text.
 */
static void
qm_problems_map (GtkWidget *widget)
{
  QmProblems *self = QM_PROBLEMS (widget);

  GTK_WIDGET_CLASS (qm_problems_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->lines));
  gtk_label_select_region (self->lines, 0, 0);
}

static void
qm_problems_dispose (GObject *object)
{
  QmProblems *self = QM_PROBLEMS (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (qm_problems_parent_class)->dispose (object);
}

static void
qm_problems_class_init (QmProblemsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_problems_dispose;
  widget_class->map = qm_problems_map;

  gtk_widget_class_set_css_name (widget_class, "problems");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quymo/Quymo/problems.ui");
  gtk_widget_class_bind_template_child (widget_class, QmProblems, content);
  gtk_widget_class_bind_template_child (widget_class, QmProblems, lines);
}

static void
qm_problems_init (QmProblems *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qm_problems_new (const char *lines)
{
  QmProblems *self = g_object_new (QM_TYPE_PROBLEMS, NULL);

  gtk_label_set_text (self->lines, lines);
  return GTK_WIDGET (self);
}
