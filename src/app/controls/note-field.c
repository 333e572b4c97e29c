#include "app/controls/note-field.h"

#include "base/sentence.h"

struct _QmNoteField {
  QmBin parent_instance;

  GtkTextBuffer *text; /* (unowned) */
  GtkWidget *problem;
  gboolean is_showing; /* the text is set, not typed */
};

G_DEFINE_FINAL_TYPE (QmNoteField, qm_note_field, QM_TYPE_BIN)

static guint changed_signal, done_signal;

/* Without the space around it. */
static char *
get_text (QmNoteField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->text, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->text, &start, &end, FALSE));
}

static void
changed_cb (QmNoteField *self)
{
  gtk_widget_set_visible (self->problem, FALSE);
  if (!self->is_showing)
    g_signal_emit (self, changed_signal, 0);
}

/* In capture: a text takes Enter for a new line, with whatever key it is pressed. */
static gboolean
key_pressed_cb (QmNoteField *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType modifiers)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (modifiers & GDK_CONTROL_MASK) == 0)
    return FALSE;
  g_signal_emit (self, done_signal, 0);
  return TRUE;
}

static void
qm_note_field_class_init (QmNoteFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  changed_signal = qm_widgets_add_signal (klass, "changed", 0);
  done_signal = qm_widgets_add_signal (klass, "done", 0);
  qm_widgets_set_kind (widget_class, "notefield", GTK_ACCESSIBLE_ROLE_GROUP);
  qm_widgets_set_template (widget_class, "note-field");
  gtk_widget_class_bind_template_child (widget_class, QmNoteField, text);
  gtk_widget_class_bind_template_child (widget_class, QmNoteField, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
qm_note_field_init (QmNoteField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qm_note_field_show (QmNoteField *self, QmSession *session, const QmClaim *claim)
{
  g_autofree char *typed = NULL;
  const char *note;

  g_return_if_fail (QM_IS_NOTE_FIELD (self));

  typed = get_text (self);
  note = qm_view_get_call_out (qm_session_get_view (session), claim);
  if (g_str_equal (typed, note != NULL ? note : ""))
    return;
  self->is_showing = TRUE;
  gtk_text_buffer_set_text (self->text, note != NULL ? note : "", -1);
  self->is_showing = FALSE;
}

gboolean
qm_note_field_write (QmNoteField *self, QmSession *session, const QmClaim *claim, const char *kind)
{
  g_auto (QmView) view = qm_view_copy (qm_session_get_view (session));
  g_autofree char *text = NULL, *problem = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (QM_IS_NOTE_FIELD (self), FALSE);

  text = get_text (self);
  if (!qm_view_set_call_out (&view, claim, text[0] != '\0' ? text : NULL, &error)) {
    problem = qm_sentence_begin (error->message);
    gtk_label_set_text (GTK_LABEL (self->problem), problem);
    gtk_widget_set_visible (self->problem, TRUE);
    return FALSE;
  }
  qm_session_set_view (session, &view, kind);
  return TRUE;
}
