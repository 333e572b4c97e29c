#include "app/sidebar/choice-bar.h"

#include "app/widgets/follow.h"
#include "base/words.h"

struct _QmChoiceBar {
  QmBin parent_instance;

  QmSession *session; /* followed; NULL until set */
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (QmChoiceBar, qm_choice_bar, QM_TYPE_BIN)

static void
session_changed_cb (QmChoiceBar *self, guint change)
{
  g_autoptr (GPtrArray) charts = NULL;
  g_autofree char *text = NULL;

  if ((change & (QM_SESSION_DATASET | QM_SESSION_CHOICE)) == 0)
    return;
  charts = qm_session_list_chosen (self->session);
  text =
      g_strdup_printf (ngettext ("%u chart chosen", "%u charts chosen", charts->len), charts->len);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self), charts->len > 0);
}

static void
choose_none_cb (QmChoiceBar *self)
{
  qm_session_choose_none (self->session);
}

static void
qm_choice_bar_class_init (QmChoiceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "choicebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quymo/Quymo/choice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QmChoiceBar, count);
  gtk_widget_class_bind_template_callback (widget_class, choose_none_cb);
}

static void
qm_choice_bar_init (QmChoiceBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qm_choice_bar_set_session (QmChoiceBar *self, QmSession *session)
{
  g_return_if_fail (QM_IS_CHOICE_BAR (self) && self->session == NULL);

  self->session = qm_follow (self, session, G_CALLBACK (session_changed_cb));
  session_changed_cb (self, QM_SESSION_DATASET);
}
