#include "app/controls/note-editor.h"

#include "app/controls/note-field.h"
#include "app/widgets/follow.h"
#include "app/widgets/popovers.h"

#define QM_TYPE_NOTE_EDITOR (qm_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (QmNoteEditor, qm_note_editor, QM, NOTE_EDITOR, GtkPopover)

struct _QmNoteEditor {
  GtkPopover parent_instance;

  QmSession *session;
  char *claim; /* its id: the dataset may be another when the note is written */
  QmNoteField *field;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (QmNoteEditor, qm_note_editor, GTK_TYPE_POPOVER)

static void
leave (QmNoteEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "view.end-note", "s", self->claim);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Stays open while the text cannot be a note. */
static void
done_cb (QmNoteEditor *self)
{
  const QmClaim *claim =
      qm_dataset_find_claim (qm_session_get_dataset (self->session), self->claim);

  if (claim == NULL || qm_note_field_write (self->field, self->session, claim, NULL))
    leave (self);
}

static void
remove_cb (QmNoteEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "view.remove-note", "s", self->claim);
  leave (self);
}

/* The focus goes back to the mark, unless it has gone elsewhere: what is no longer there would keep
 * it. */
static void
gone (GtkWidget *editor, GtkWidget *chart, gboolean had_focus)
{
  if (had_focus)
    gtk_widget_activate_action (chart, "view.end-note", "s", QM_NOTE_EDITOR (editor)->claim);
}

static void
qm_note_editor_finalize (GObject *object)
{
  QmNoteEditor *self = QM_NOTE_EDITOR (object);

  g_free (self->claim);
  G_OBJECT_CLASS (qm_note_editor_parent_class)->finalize (object);
}

static void
qm_note_editor_class_init (QmNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qm_note_editor_finalize;
  g_type_ensure (QM_TYPE_NOTE_FIELD);
  qm_widgets_set_template (widget_class, "note-editor");
  gtk_widget_class_bind_template_child (widget_class, QmNoteEditor, field);
  gtk_widget_class_bind_template_child (widget_class, QmNoteEditor, remove);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
qm_note_editor_init (QmNoteEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qm_popovers_remove_when_closed (GTK_WIDGET (self), gone);
}

void
qm_note_editor_open (GtkWidget *parent, QmRect beside, QmSession *session, const QmClaim *claim)
{
  QmNoteEditor *self = g_object_new (QM_TYPE_NOTE_EDITOR, NULL);
  gboolean has_note = qm_view_get_call_out (qm_session_get_view (session), claim) != NULL;
  GdkRectangle place = { (int) beside.x, (int) beside.y, (int) beside.width, (int) beside.height };

  self->session = qm_follow (self, session, NULL);
  self->claim = g_strdup (claim->id);
  qm_note_field_show (self->field, session, claim);
  gtk_widget_set_visible (self->remove, has_note);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  gtk_popover_popup (GTK_POPOVER (self));
}
