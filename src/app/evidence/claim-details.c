#include "app/evidence/claim-details.h"

#include "app/editing/edit-menu.h"
#include "app/evidence/claim-button.h"
#include "app/evidence/computation-tree.h"
#include "app/widgets/access.h"
#include "app/widgets/address-menu.h"
#include "app/widgets/children.h"
#include "app/widgets/cite-menu.h"
#include "app/widgets/claim-labels.h"
#include "app/widgets/flow-layout.h"
#include "base/words.h"
#include "chart/words/wording.h"

/* Of the claims that are computed from it. */
#define MAX_USES 8

struct _QmClaimDetails {
  QmBin parent_instance;

  const QmClaim *claim; /* (unowned) or NULL */

  GtkWidget *content;
  GtkLabel *heading;
  GtkLabel *standing;
  GtkLabel *value;
  GtkLabel *measure;
  GtkLabel *statement;
  GtkLabel *caveat;
  GtkWidget *computation_heading;
  GtkWidget *computation;
  GtkLabel *citations;
  GtkWidget *buttons;
  QmCiteMenu *cite;
  GtkActionable *highlight;
  GtkWidget *note;
  QmAddressMenu *link;
  GtkActionable *in_text;
  GtkMenuButton *edit;
  GtkWidget *shown;
  GtkLabel *shown_label;
  GtkWidget *go_to;
  GtkWidget *uses_heading;
  GtkWidget *uses;
};

G_DEFINE_FINAL_TYPE (QmClaimDetails, qm_claim_details, QM_TYPE_BIN)

static void
show_texts (QmClaimDetails *self, const QmClaim *claim)
{
  g_autofree char *value = qm_wording_value_in_words (claim);
  g_autofree char *statement = qm_wording_statement (claim);
  g_autofree char *reservations = qm_wording_reservations (claim);
  g_autofree char *cited = qm_wording_citations (claim, qm_wording_citation, "\n");
  g_autofree char *checked = qm_wording_checked (claim);
  g_autofree char *citations = g_strjoin ("\n", cited, checked, NULL);

  qm_claim_labels_show_heading (self->heading, claim);
  qm_claim_labels_show_standing (self->standing, claim);
  qm_claim_labels_show_text (self->value, value);
  qm_claim_labels_show_text (self->measure,
                             claim->measure != NULL ? qm_text_get (claim->measure->name) : NULL);
  qm_claim_labels_show_text (self->statement, statement);
  qm_claim_labels_show_text (self->caveat, reservations);
  qm_claim_labels_cross_out (self->value, claim->superseded_by != NULL);
  qm_claim_labels_show_text (self->citations, citations);
}

static void
show_computation (QmClaimDetails *self, const QmClaim *claim)
{
  gboolean is_computed = claim->derivation != NULL;

  qm_children_remove (self->computation);
  if (is_computed)
    qm_computation_tree_fill (GTK_BOX (self->computation), claim);
  gtk_widget_set_visible (self->computation_heading, is_computed);
  gtk_widget_set_visible (self->computation, is_computed);
}

static void
show_uses (QmClaimDetails *self, const QmDataset *dataset, const QmClaim *claim)
{
  g_autoptr (GPtrArray) uses = qm_dataset_computed_from (dataset, claim);

  qm_children_remove (self->uses);
  for (guint i = 0; i < MIN (uses->len, MAX_USES); i++)
    gtk_box_append (GTK_BOX (self->uses), qm_claim_button_new (uses->pdata[i]));
  if (uses->len > MAX_USES) {
    guint n_more = uses->len - MAX_USES;
    g_autofree char *more =
        g_strdup_printf (ngettext ("and %d more", "and %d more", n_more), (int) n_more);

    gtk_box_append (GTK_BOX (self->uses), gtk_label_new (more));
  }
  gtk_widget_set_visible (self->uses_heading, uses->len > 0);
  gtk_widget_set_visible (self->uses, uses->len > 0);
}

/* For the screen reader: what the card says, and then what the claim says itself, unless the card
 * does. */
static void
tell (QmClaimDetails *self, const QmClaim *claim)
{
  g_autofree char *words = qm_wording_claim (claim);
  g_autofree char *statement = qm_wording_statement (claim);
  g_autoptr (GString) label = g_string_new (words);

  if (claim->kind == QM_CLAIM_FIGURE || claim->kind == QM_CLAIM_NO_FIGURE)
    g_string_append_printf (label, " %s", statement);
  if (claim->caveat != NULL)
    g_string_append_printf (label, " %s", qm_text_get (claim->caveat));
  qm_access_set_label (GTK_WIDGET (self), label->str);
}

/* Of a group that has the focus Orca leaves out the name where it also says what is around it. */
static GtkAccessibleRole
accessible_role (void)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS /* that it is newer than the oldest release we take */
      return GTK_ACCESSIBLE_ROLE_ARTICLE;
  G_GNUC_END_IGNORE_DEPRECATIONS
#else
  return GTK_ACCESSIBLE_ROLE_GROUP;
#endif
}

/* --- Focus --- */

/* Its own stop, and then what can be pressed in it: texts can be selected by the pointer, but are
 * no stops. */
static gboolean
qm_claim_details_focus (GtkWidget *widget, GtkDirectionType direction)
{
  QmClaimDetails *self = QM_CLAIM_DETAILS (widget);
  GtkWidget *const stops[] = { self->computation, self->buttons, self->shown, self->uses };
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  gboolean is_at_itself = gtk_widget_is_focus (widget);
  /* Where the focus was last, if it has it itself. */
  GtkWidget *inside = is_at_itself ? NULL : gtk_widget_get_focus_child (self->content);
  int step = is_back ? -1 : 1, i = is_back ? (int) G_N_ELEMENTS (stops) - 1 : 0;

  if (!is_back && !is_at_itself && inside == NULL)
    return gtk_widget_grab_focus (widget);
  if (is_back && is_at_itself)
    return FALSE;

  for (int j = 0; j < (int) G_N_ELEMENTS (stops); j++)
    if (stops[j] == inside)
      i = j;
  for (; i >= 0 && i < (int) G_N_ELEMENTS (stops); i += step)
    if (gtk_widget_child_focus (stops[i], direction))
      return TRUE;
  return is_back && gtk_widget_grab_focus (widget);
}

/* The widget itself, where others would give it to their first child. */
static gboolean
qm_claim_details_grab_focus (GtkWidget *widget)
{
  gtk_root_set_focus (gtk_widget_get_root (widget), widget);
  return TRUE;
}

/* --- The widget --- */

static void
qm_claim_details_class_init (QmClaimDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = qm_claim_details_focus;
  widget_class->grab_focus = qm_claim_details_grab_focus;

  g_type_ensure (QM_TYPE_ADDRESS_MENU);
  g_type_ensure (QM_TYPE_CITE_MENU);
  g_type_ensure (QM_TYPE_FLOW_LAYOUT);

  qm_widgets_set_kind (widget_class, "details", accessible_role ());
  qm_widgets_set_template (widget_class, "claim-details");
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, content);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, heading);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, standing);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, value);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, measure);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, statement);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, caveat);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, computation_heading);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, computation);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, citations);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, buttons);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, cite);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, highlight);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, note);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, link);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, in_text);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, edit);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, shown);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, shown_label);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, go_to);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, uses_heading);
  gtk_widget_class_bind_template_child (widget_class, QmClaimDetails, uses);
}

/* For the claim that is shown then. */
static void
create_edit_menu (GtkMenuButton *button, gpointer details)
{
  g_autoptr (GMenuModel) menu = qm_edit_menu_new (QM_CLAIM_DETAILS (details)->claim);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
qm_claim_details_init (QmClaimDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->edit, create_edit_menu, self, NULL);
  qm_access_set_label (GTK_WIDGET (self->edit), _ ("Edit"));
  qm_access_mend (GTK_WIDGET (self));
}

/* By words that it quotes, or by a paragraph. */
static gboolean
is_placed (const QmClaim *claim)
{
  const QmCitation *citation =
      claim->derivation == NULL && claim->n_citations > 0 ? claim->citations : NULL;
  const char *at = citation != NULL ? qm_text_get (citation->at) : NULL;

  return citation != NULL &&
         (citation->quote.exact != NULL || (at != NULL && g_str_has_prefix (at, "¶")));
}

void
qm_claim_details_set_claim (QmClaimDetails *self, const QmDataset *dataset, const QmClaim *claim)
{
  g_return_if_fail (QM_IS_CLAIM_DETAILS (self));

  self->claim = claim;
  qm_cite_menu_set_cited (self->cite, (QmCited) { .claim = claim });
  qm_address_menu_set_cited (self->link, (QmCited) { .claim = claim });
  if (claim == NULL)
    return;

  show_texts (self, claim);
  show_computation (self, claim);
  show_uses (self, dataset, claim);
  tell (self, claim);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go_to), "s", claim->id);
  gtk_actionable_set_action_target (self->highlight, "s", claim->id);
  gtk_actionable_set_action_target (self->in_text, "s", claim->id);
  gtk_widget_set_visible (GTK_WIDGET (self->in_text), is_placed (claim));
}

void
qm_claim_details_set_shown (QmClaimDetails *self, QmShown shown)
{
  const char *text = NULL;

  g_return_if_fail (QM_IS_CLAIM_DETAILS (self));

  switch (shown) {
  case QM_SHOWN_ELSEWHERE:
    text = _ ("The chart in front does not show this claim.");
    break;
  case QM_SHOWN_NOT_BY_VIEW:
    text = self->claim != NULL && self->claim->superseded_by != NULL
               ? _ ("The chart leaves out what is superseded, unless it is asked for.")
               : _ ("The chart leaves this claim out as it is set now; “Reset” brings it back.");
    break;
  case QM_SHOWN_NOWHERE:
    text = _ ("No chart shows this claim.");
    break;
  case QM_SHOWN:
    break;
  }
  qm_claim_labels_show_text (self->shown_label, text);
  gtk_widget_set_visible (self->go_to, shown == QM_SHOWN_ELSEWHERE);
  gtk_widget_set_visible (GTK_WIDGET (self->highlight), shown == QM_SHOWN);
  gtk_widget_set_visible (self->note, shown == QM_SHOWN);
}
