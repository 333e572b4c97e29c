#include "app/widgets/message-bar.h"

#include "app/widgets/access.h"
#include "app/widgets/launch.h"
#include "base/sentence.h"
#include "base/words.h"

#define SECONDS_SHOWN 8

struct _QmMessageBar {
  QmBin parent_instance;

  GtkWidget *bar;
  GtkLabel *label;
  GtkWidget *undo;
  gboolean is_of_step; /* what it takes back is a step of the session */
  GtkWidget *open;
  GtkWidget *show_in_folder;
  char *path; /* what these two open; NULL: they are not there */
  guint hide_id;
  gboolean is_held;
  gboolean is_waiting; /* something was said meanwhile */
};

G_DEFINE_FINAL_TYPE (QmMessageBar, qm_message_bar, QM_TYPE_BIN)

static void
hide (QmMessageBar *self)
{
  g_clear_handle_id (&self->hide_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
hide_cb (gpointer data)
{
  QmMessageBar *self = data;

  self->hide_id = 0;
  hide (self);
  return G_SOURCE_REMOVE;
}

static void
open_cb (QmMessageBar *self)
{
  qm_launch_open (GTK_WIDGET (self), self->path);
}

static void
show_in_folder_cb (QmMessageBar *self)
{
  qm_launch_show_in_folder (GTK_WIDGET (self), self->path);
}

static void
qm_message_bar_dispose (GObject *object)
{
  QmMessageBar *self = QM_MESSAGE_BAR (object);

  g_clear_handle_id (&self->hide_id, g_source_remove);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (qm_message_bar_parent_class)->dispose (object);
}

static void
qm_message_bar_class_init (QmMessageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_message_bar_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  qm_widgets_set_template (widget_class, "message-bar");
  gtk_widget_class_bind_template_child (widget_class, QmMessageBar, bar);
  gtk_widget_class_bind_template_child (widget_class, QmMessageBar, label);
  gtk_widget_class_bind_template_child (widget_class, QmMessageBar, undo);
  gtk_widget_class_bind_template_child (widget_class, QmMessageBar, open);
  gtk_widget_class_bind_template_child (widget_class, QmMessageBar, show_in_folder);
  gtk_widget_class_bind_template_callback (widget_class, hide);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_in_folder_cb);
}

static void
qm_message_bar_init (QmMessageBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_path (QmMessageBar *self, const char *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
  gtk_widget_set_visible (self->open, path != NULL && !g_file_test (path, G_FILE_TEST_IS_DIR));
  gtk_widget_set_visible (self->show_in_folder, path != NULL);
}

void
qm_message_bar_show_file (QmMessageBar *self, const char *text, gboolean is_error, const char *path)
{
  qm_message_bar_show (self, text, is_error);
  set_path (self, path);
}

void
qm_message_bar_show (QmMessageBar *self, const char *text, gboolean is_error)
{
  g_autofree char *words = NULL;

  g_return_if_fail (QM_IS_MESSAGE_BAR (self));
  g_return_if_fail (text != NULL);

  words = is_error ? qm_sentence_begin (text) : g_strdup (text);
  g_clear_handle_id (&self->hide_id, g_source_remove);
  if (!is_error && !self->is_held)
    self->hide_id = g_timeout_add_seconds (SECONDS_SHOWN, hide_cb, self);

  if (is_error)
    gtk_widget_add_css_class (self->bar, "failed");
  else
    gtk_widget_remove_css_class (self->bar, "failed");
  gtk_widget_set_visible (self->undo, FALSE);
  set_path (self, NULL);
  gtk_label_set_text (self->label, words);
  qm_access_set_label (GTK_WIDGET (self), words);
  self->is_waiting = self->is_held;
  gtk_widget_set_visible (GTK_WIDGET (self), !self->is_held);
  qm_access_announce (GTK_WIDGET (self), words);
}

/* An action without its target, or with that of another, would be complained of. */
static void
set_action (GtkActionable *button, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    g_return_if_reached ();
  gtk_actionable_set_action_name (button, NULL);
  gtk_actionable_set_action_target_value (button, target);
  gtk_actionable_set_action_name (button, name);
}

static void
show_undo (QmMessageBar *self, const char *action, gboolean is_of_step)
{
  self->is_of_step = is_of_step;
  set_action (GTK_ACTIONABLE (self->undo), action);
  gtk_widget_set_has_tooltip (self->undo, is_of_step);
  gtk_widget_set_visible (self->undo, TRUE);
}

void
qm_message_bar_show_step (QmMessageBar *self, const char *text)
{
  qm_message_bar_show (self, text, FALSE);
  show_undo (self, "win.undo", TRUE);
}

void
qm_message_bar_show_undoable (QmMessageBar *self, const char *text, const char *action)
{
  qm_message_bar_show (self, text, FALSE);
  show_undo (self, action, FALSE);
}

void
qm_message_bar_forget_step (QmMessageBar *self)
{
  g_return_if_fail (QM_IS_MESSAGE_BAR (self));

  if (gtk_widget_get_visible (self->undo) && self->is_of_step)
    hide (self);
}

void
qm_message_bar_hold (QmMessageBar *self, gboolean is_held)
{
  g_return_if_fail (QM_IS_MESSAGE_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), !is_held && self->is_waiting);
  self->is_held = is_held;
  self->is_waiting = FALSE;
}
