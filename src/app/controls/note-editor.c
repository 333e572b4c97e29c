#include "app/controls/note-editor.h"

#include "base/words.h"

#define QM_TYPE_NOTE_EDITOR (qm_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (QmNoteEditor, qm_note_editor, QM, NOTE_EDITOR, GtkPopover)

struct _QmNoteEditor {
  GtkPopover parent_instance;

  QmSession *session;
  char *claim;             /* its id: the dataset may be another when the note is written */
  GtkWidget *focus_before; /* (weak) gets the focus back */
  GtkEditable *text;
  GtkWidget *problem;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (QmNoteEditor, qm_note_editor, GTK_TYPE_POPOVER)

/* NULL takes the note away. Stays open while the text cannot be a note. */
static void
write_note (QmNoteEditor *self, const char *text)
{
  const QmClaim *claim =
      qm_dataset_find_claim (qm_session_get_dataset (self->session), self->claim);
  g_auto (QmView) view = qm_view_copy (qm_session_get_view (self->session));
  g_autoptr (GError) error = NULL;

  if (claim != NULL && !qm_view_set_call_out (&view, claim, text, &error)) {
    gtk_label_set_text (GTK_LABEL (self->problem), error->message);
    gtk_widget_set_visible (self->problem, TRUE);
    return;
  }
  qm_session_set_view (self->session, &view, NULL);
  if (self->focus_before != NULL)
    gtk_widget_grab_focus (self->focus_before);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
done_cb (QmNoteEditor *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->text)));

  write_note (self, text[0] != '\0' ? text : NULL);
}

static void
remove_cb (QmNoteEditor *self)
{
  write_note (self, NULL);
}

static void
changed_cb (QmNoteEditor *self)
{
  gtk_widget_set_visible (self->problem, FALSE);
}

static gboolean
unparent_cb (gpointer editor)
{
  gtk_widget_unparent (editor);
  return G_SOURCE_REMOVE;
}

/* Whoever is closing it is not done with it yet. */
static void
closed_cb (QmNoteEditor *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (self), g_object_unref);
}

static void
qm_note_editor_finalize (GObject *object)
{
  QmNoteEditor *self = QM_NOTE_EDITOR (object);

  g_clear_weak_pointer (&self->focus_before);
  g_free (self->claim);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qm_note_editor_parent_class)->finalize (object);
}

static void
qm_note_editor_class_init (QmNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qm_note_editor_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quymo/Quymo/note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, QmNoteEditor, text);
  gtk_widget_class_bind_template_child (widget_class, QmNoteEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, QmNoteEditor, remove);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
qm_note_editor_init (QmNoteEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qm_note_editor_open (GtkWidget *parent, QmRect beside, QmSession *session, const QmClaim *claim)
{
  QmNoteEditor *self = g_object_new (QM_TYPE_NOTE_EDITOR, NULL);
  const char *note = qm_view_get_call_out (qm_session_get_view (session), claim);
  GdkRectangle place = { (int) beside.x, (int) beside.y, (int) beside.width, (int) beside.height };

  self->session = g_object_ref (session);
  self->claim = g_strdup (claim->id);
  if (note != NULL)
    gtk_editable_set_text (self->text, note);
  gtk_widget_set_visible (self->remove, note != NULL);
  g_set_weak_pointer (&self->focus_before, gtk_root_get_focus (gtk_widget_get_root (parent)));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  gtk_popover_popup (GTK_POPOVER (self));
}
