#include "app/evidence/evidence.h"

#include "app/controls/note-field.h"
#include "app/editing/entry-drafts.h"
#include "app/evidence/claim-button.h"
#include "app/evidence/claim-details.h"
#include "app/evidence/source-card.h"
#include "app/widgets/children.h"
#include "app/widgets/follow.h"
#include "base/words.h"

/* A chart can have thousands of claims; beyond that the table has them. */
#define MAX_CLAIMS 8

/* Where the reader was: ids, since the dataset may be another when they go back. */
typedef struct {
  char *chart;
  char *claim;
} Step;

struct _QmEvidence {
  QmBin parent_instance;

  QmSession *session;  /* followed; NULL until set */
  GArray *trail;       /* Step: what was selected before, by way of this pane */
  gboolean is_going;   /* the selection changes by way of this pane */
  GPtrArray *listed;   /* (const QmClaim *): what the list of claims shows; NULL: nothing yet */
  GArray *listed_from; /* QmShownSource: the same of the sources */

  GtkScrolledWindow *scroller;
  GtkWidget *back;
  GtkLabel *draft;
  GtkWidget *details;
  GtkWidget *note_box;
  QmNoteField *note;
  const QmClaim *noted; /* (unowned) that the note is on; NULL where there is no place for one */
  GtkWidget *hint;
  GtkLabel *claims_heading;
  GtkWidget *claims;
  GtkWidget *table;
  GtkWidget *sources;
};

G_DEFINE_FINAL_TYPE (QmEvidence, qm_evidence, QM_TYPE_BIN)

/* --- What it shows --- */

/* Of the claim itself, or of one that it is computed from. */
static gboolean
is_of (const QmClaim *claim, const char *id)
{
  if (g_str_equal (claim->id, id))
    return TRUE;
  for (gsize i = 0; claim->derivation != NULL && i < claim->derivation->n_operands; i++) {
    const QmClaim *operand = claim->derivation->operands[i].claim;

    if (operand != NULL && is_of (operand, id))
      return TRUE;
  }
  return FALSE;
}

static void
show_drafts (QmEvidence *self, const QmClaim *claim)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GPtrArray) drafts =
      GTK_IS_WINDOW (root) ? qm_entry_drafts_list (GTK_WINDOW (root)) : g_ptr_array_new ();
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; claim != NULL && i < drafts->len; i++) {
    const QmEntryDraft *draft = drafts->pdata[i];

    if (!is_of (claim, draft->id))
      continue;
    if (words->len > 0)
      g_string_append_c (words, '\n');
    g_string_append_printf (words,
                            g_str_equal (claim->id, draft->id)
                                /* Translators: what is wrong */
                                ? _ ("This is without a draft that does not go with the rest: %s.")
                                /* Translators: what is wrong */
                                : _ ("This is computed without a draft of what it is computed "
                                     "from: %s."),
                            draft->problem);
  }
  gtk_label_set_text (self->draft, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->draft), words->len > 0);
}

static void
show_selected (QmEvidence *self)
{
  const QmClaim *claim = qm_session_get_selected (self->session);

  qm_claim_details_set_claim (QM_CLAIM_DETAILS (self->details),
                              qm_session_get_dataset (self->session), claim);
  show_drafts (self, claim);
  gtk_widget_set_visible (self->details, claim != NULL);
  gtk_widget_set_visible (self->hint, claim == NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* Those of the chart in front that are not told in full above. */
static void
show_claims (QmEvidence *self, const QmShownClaims *shown)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_copy (shown->in_front, NULL, NULL);
  gboolean is_selected = qm_session_get_selected (self->session) != NULL;

  g_ptr_array_remove (claims, (gpointer) qm_session_get_selected (self->session));
  gtk_label_set_text (self->claims_heading,
                      is_selected ? _ ("Also in this chart") : _ ("In this chart"));
  if (self->listed != NULL && claims->len == self->listed->len &&
      memcmp (claims->pdata, self->listed->pdata, claims->len * sizeof (gpointer)) == 0)
    return;

  qm_children_remove (self->claims);
  for (guint i = 0; i < MIN (claims->len, MAX_CLAIMS); i++)
    gtk_box_append (GTK_BOX (self->claims), qm_claim_button_new (claims->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->claims_heading), claims->len > 0);
  gtk_widget_set_visible (self->table, claims->len > MAX_CLAIMS);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  self->listed = g_steal_pointer (&claims);
}

static void
show_sources (QmEvidence *self, const QmShownClaims *shown)
{
  g_autoptr (GArray) sources = qm_shown_sources (shown);

  if (self->listed_from != NULL && sources->len == self->listed_from->len &&
      memcmp (sources->data, self->listed_from->data, sources->len * sizeof (QmShownSource)) == 0)
    return;

  qm_children_remove (self->sources);
  for (guint i = 0; i < sources->len; i++)
    gtk_box_append (GTK_BOX (self->sources),
                    qm_source_card_new (&g_array_index (sources, QmShownSource, i)));
  g_clear_pointer (&self->listed_from, g_array_unref);
  self->listed_from = g_steal_pointer (&sources);
}

/* Nothing of a dataset that is gone can be taken for something of the new one. */
static void
forget (QmEvidence *self)
{
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_pointer (&self->listed_from, g_array_unref);
}

/* --- The way back --- */

static void
clear_step (gpointer data)
{
  Step *step = data;

  g_free (step->chart);
  g_free (step->claim);
}

static void
trail_changed (QmEvidence *self)
{
  gboolean has_steps = self->trail->len > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.back", has_steps);
  gtk_widget_set_visible (self->back, has_steps);
}

static void
leave_trail (QmEvidence *self)
{
  g_array_set_size (self->trail, 0);
  trail_changed (self);
}

static void
add_step (QmEvidence *self, const QmClaim *to)
{
  const QmClaim *from = qm_session_get_selected (self->session);

  if (from != NULL && from != to) {
    Step step = { g_strdup (qm_session_get_chart (self->session)->id), g_strdup (from->id) };

    g_array_append_val (self->trail, step);
    trail_changed (self);
  }
}

/* --- The note on it --- */

static void
show_note (QmEvidence *self, const QmClaim *claim)
{
  self->noted = claim;
  gtk_widget_set_visible (self->note_box, claim != NULL);
  if (claim != NULL)
    qm_note_field_show (self->note, self->session, claim);
}

/* Notes on two claims are two steps. */
static void
note_changed_cb (QmEvidence *self)
{
  g_autofree char *kind = NULL;

  if (self->noted == NULL)
    return;
  kind = g_strconcat ("note ", self->noted->id, NULL);
  qm_note_field_write (self->note, self->session, self->noted, g_intern_string (kind));
}

static void
note_done_cb (QmEvidence *self)
{
  if (self->noted != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.end-note", "s", self->noted->id);
}

/* --- In step with the session --- */

static void
show_where (QmEvidence *self, const QmShownClaims *shown)
{
  const QmClaim *selected = qm_session_get_selected (self->session);
  QmShown where = selected != NULL ? qm_shown_where (shown, selected) : QM_SHOWN_NOWHERE;

  if (selected != NULL)
    qm_claim_details_set_shown (QM_CLAIM_DETAILS (self->details), where);
  show_note (self, where == QM_SHOWN ? selected : NULL);
}

static void
show_what_is_shown (QmEvidence *self)
{
  g_auto (QmShownClaims) shown = qm_shown_claims (self->session);

  show_where (self, &shown);
  show_claims (self, &shown);
  show_sources (self, &shown);
}

static void
session_changed_cb (QmEvidence *self, guint change)
{
  if ((change & QM_SESSION_DATASET) != 0)
    forget (self);
  else if ((change & QM_SESSION_SELECTION) != 0 && !self->is_going)
    leave_trail (self);
  if ((change & (QM_SESSION_DATASET | QM_SESSION_SELECTION)) != 0)
    show_selected (self);
  if ((change & ~(guint) (QM_SESSION_ORDER | QM_SESSION_HISTORY | QM_SESSION_CHOICE)) != 0)
    show_what_is_shown (self);
}

/* --- Actions --- */

static void
go_to (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *id)
{
  QmEvidence *self = QM_EVIDENCE (widget);
  const QmClaim *claim = qm_dataset_find_claim (qm_session_get_dataset (self->session),
                                                g_variant_get_string (id, NULL));

  if (claim == NULL)
    return;
  self->is_going = TRUE;
  add_step (self, claim);
  qm_session_go_to_claim (self->session, claim);
  self->is_going = FALSE;
  gtk_widget_grab_focus (self->details);
}

static void
return_to (QmEvidence *self, const QmChart *chart, const QmClaim *claim)
{
  self->is_going = TRUE;
  if (chart != qm_session_get_chart (self->session))
    qm_session_show_chart (self->session, chart);
  qm_session_select (self->session, claim);
  self->is_going = FALSE;
  gtk_widget_grab_focus (self->details);
}

static void
go_back (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmEvidence *self = QM_EVIDENCE (widget);
  const QmDataset *dataset = qm_session_get_dataset (self->session);
  const QmChart *chart = NULL;
  const QmClaim *claim = NULL;

  while (self->trail->len > 0 && (chart == NULL || claim == NULL)) {
    const Step *step = &g_array_index (self->trail, Step, self->trail->len - 1);

    chart = qm_dataset_find_chart (dataset, step->chart);
    claim = qm_dataset_find_claim (dataset, step->claim);
    g_array_set_size (self->trail, self->trail->len - 1);
  }
  trail_changed (self);
  if (chart != NULL && claim != NULL)
    return_to (self, chart, claim);
}

static void
write_note (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  gtk_widget_child_focus (GTK_WIDGET (QM_EVIDENCE (widget)->note), GTK_DIR_TAB_FORWARD);
}

/* The claim whose button has the focus, or that is told above; else the chart. */
static void
edit (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  const QmClaim *selected = qm_session_get_selected (QM_EVIDENCE (widget)->session);
  const char *id = NULL;

  if (GTK_IS_ACTIONABLE (focus) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), "evidence.go-to") == 0)
    id = g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus)),
                               NULL);
  else if (selected != NULL && gtk_widget_get_ancestor (focus, QM_TYPE_CLAIM_DETAILS) != NULL)
    id = selected->id;
  if (id != NULL)
    gtk_widget_activate_action (widget, "win.edit-entry", "(ss)", "claims", id);
  else
    gtk_widget_activate_action (widget, "win.edit-chart", NULL);
}

/* --- The widget --- */

static void
qm_evidence_dispose (GObject *object)
{
  QmEvidence *self = QM_EVIDENCE (object);

  self->scroller = NULL;
  G_OBJECT_CLASS (qm_evidence_parent_class)->dispose (object);
  forget (self);
  g_clear_pointer (&self->trail, g_array_unref);
}

static void
qm_evidence_class_init (QmEvidenceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_evidence_dispose;
  g_type_ensure (QM_TYPE_CLAIM_DETAILS);
  g_type_ensure (QM_TYPE_NOTE_FIELD);

  qm_widgets_set_kind (widget_class, "evidence", GTK_ACCESSIBLE_ROLE_GROUP);
  qm_widgets_set_template (widget_class, "evidence");
  gtk_widget_class_bind_template_child (widget_class, QmEvidence, scroller);
  gtk_widget_class_bind_template_child (widget_class, QmEvidence, back);
  gtk_widget_class_bind_template_child (widget_class, QmEvidence, draft);
  gtk_widget_class_bind_template_child (widget_class, QmEvidence, details);
  gtk_widget_class_bind_template_child (widget_class, QmEvidence, note_box);
  gtk_widget_class_bind_template_child (widget_class, QmEvidence, note);
  gtk_widget_class_bind_template_child (widget_class, QmEvidence, hint);
  gtk_widget_class_bind_template_child (widget_class, QmEvidence, claims_heading);
  gtk_widget_class_bind_template_child (widget_class, QmEvidence, claims);
  gtk_widget_class_bind_template_child (widget_class, QmEvidence, table);
  gtk_widget_class_bind_template_child (widget_class, QmEvidence, sources);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_done_cb);

  gtk_widget_class_install_action (widget_class, "evidence.go-to", "s", go_to);
  gtk_widget_class_install_action (widget_class, "claim.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "evidence.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "evidence.note", NULL, write_note);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "evidence.back",
                                       NULL);
}

/* What the first picture does not need is made with the session. */
static void
build (QmEvidence *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->trail = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->trail, clear_step);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.back", FALSE);
}

static void
qm_evidence_init (QmEvidence *self G_GNUC_UNUSED)
{
}

void
qm_evidence_set_session (QmEvidence *self, QmSession *session)
{
  g_return_if_fail (QM_IS_EVIDENCE (self));

  if (self->session == session)
    return;
  self->session = qm_follow (self, session, G_CALLBACK (session_changed_cb));
  build (self);
  session_changed_cb (self, QM_SESSION_DATASET | QM_SESSION_SELECTION);
}

void
qm_evidence_tell_drafts (QmEvidence *self)
{
  g_return_if_fail (QM_IS_EVIDENCE (self));

  if (self->session != NULL)
    show_drafts (self, qm_session_get_selected (self->session));
}
