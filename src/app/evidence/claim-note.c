#include "app/evidence/claim-note.h"

#include "app/controls/note-field.h"
#include "app/widgets/follow.h"

struct _QmClaimNote {
  QmBin parent_instance;

  QmSession *session;   /* followed; NULL until set */
  const QmClaim *claim; /* (unowned) or NULL */
  QmNoteField *field;
};

G_DEFINE_FINAL_TYPE (QmClaimNote, qm_claim_note, QM_TYPE_BIN)

/* Notes on two claims are two steps. */
static void
changed_cb (QmClaimNote *self)
{
  g_autofree char *kind = NULL;

  if (self->claim == NULL)
    return;
  kind = g_strconcat ("note ", self->claim->id, NULL);
  qm_note_field_write (self->field, self->session, self->claim, g_intern_string (kind));
}

static void
done_cb (QmClaimNote *self)
{
  if (self->claim != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.end-note", "s", self->claim->id);
}

static void
qm_claim_note_class_init (QmClaimNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QM_TYPE_NOTE_FIELD);
  gtk_widget_class_set_css_name (widget_class, "claimnote");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quymo/Quymo/claim-note.ui");
  gtk_widget_class_bind_template_child (widget_class, QmClaimNote, field);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
qm_claim_note_init (QmClaimNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qm_claim_note_set (QmClaimNote *self, QmSession *session, const QmClaim *claim)
{
  g_return_if_fail (QM_IS_CLAIM_NOTE (self));

  self->session = qm_follow (self, session, NULL);
  self->claim = claim;
  gtk_widget_set_visible (GTK_WIDGET (self), claim != NULL);
  if (claim != NULL)
    qm_note_field_show (self->field, session, claim);
}
