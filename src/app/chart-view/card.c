#include "app/chart-view/card.h"

#include "app/widgets/address-menu.h"
#include "app/widgets/cite-menu.h"
#include "app/widgets/claim-labels.h"
#include "app/widgets/flow-layout.h"
#include "chart/words/wording.h"

struct _QmCard {
  GtkWidget parent_instance;

  const QmClaim *claim; /* (unowned) or NULL */

  GtkWidget *scroller;
  GtkWidget *content;
  GtkLabel *heading;
  GtkLabel *standing;
  GtkLabel *value;
  GtkLabel *measure;
  GtkLabel *computation;
  GtkLabel *caveat;
  GtkLabel *citations;
  GtkWidget *buttons;
  QmAddressMenu *link;
};

G_DEFINE_FINAL_TYPE (QmCard, qm_card, GTK_TYPE_WIDGET)

static void
copy_cb (QmCard *self)
{
  qm_cite_copy (GTK_WIDGET (self), (QmCited){ .claim = self->claim }, QM_CITE_PLAIN);
}

static void
highlight_cb (QmCard *self)
{
  if (self->claim != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.highlight", "s", self->claim->id);
}

static void
note_cb (QmCard *self)
{
  if (self->claim != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.note", "s", self->claim->id);
}

/* A scrolled window does not know that its content gets lower when it is wider; the card does. */
static void
qm_card_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                 int *natural, int *minimum_baseline, int *natural_baseline)
{
  QmCard *self = QM_CARD (widget);
  int scroller_minimum;

  gtk_widget_measure (self->content, orientation, for_size, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->scroller, orientation, -1, &scroller_minimum, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = MIN (*natural, scroller_minimum);
  *minimum_baseline = *natural_baseline = -1;
}

static void
qm_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (QM_CARD (widget)->scroller, width, height, baseline, NULL);
}

static GtkSizeRequestMode
qm_card_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qm_card_dispose (GObject *object)
{
  QmCard *self = QM_CARD (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (qm_card_parent_class)->dispose (object);
}

static void
qm_card_class_init (QmCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_card_dispose;
  widget_class->measure = qm_card_measure;
  widget_class->size_allocate = qm_card_size_allocate;
  widget_class->get_request_mode = qm_card_get_request_mode;

  g_type_ensure (QM_TYPE_ADDRESS_MENU);
  g_type_ensure (QM_TYPE_FLOW_LAYOUT);

  gtk_widget_class_set_css_name (widget_class, "claimcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quymo/Quymo/card.ui");
  gtk_widget_class_bind_template_child (widget_class, QmCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, QmCard, content);
  gtk_widget_class_bind_template_child (widget_class, QmCard, heading);
  gtk_widget_class_bind_template_child (widget_class, QmCard, standing);
  gtk_widget_class_bind_template_child (widget_class, QmCard, value);
  gtk_widget_class_bind_template_child (widget_class, QmCard, measure);
  gtk_widget_class_bind_template_child (widget_class, QmCard, computation);
  gtk_widget_class_bind_template_child (widget_class, QmCard, caveat);
  gtk_widget_class_bind_template_child (widget_class, QmCard, citations);
  gtk_widget_class_bind_template_child (widget_class, QmCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, QmCard, link);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, highlight_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_cb);
}

static void
qm_card_init (QmCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qm_card_new (void)
{
  return g_object_new (QM_TYPE_CARD, NULL);
}

void
qm_card_set_claim (QmCard *self, const QmClaim *claim)
{
  g_autofree char *value = NULL, *computation = NULL, *citations = NULL;

  g_return_if_fail (QM_IS_CARD (self));

  self->claim = claim;
  if (claim == NULL)
    return;

  value = qm_wording_value_in_words (claim);
  computation = qm_wording_computation (claim);
  citations = qm_wording_citations (claim, qm_wording_citation, "\n");
  qm_label_show_heading (self->heading, claim);
  qm_label_show_standing (self->standing, claim);
  qm_label_show_text (self->value, value);
  qm_label_show_text (self->measure, claim->kind == QM_CLAIM_FIGURE
                                         ? qm_text_get (claim->measure->name)
                                         : qm_text_get (claim->statement));
  qm_label_show_text (self->computation, computation);
  qm_label_show_text (self->caveat, qm_text_get (claim->caveat));
  qm_label_show_text (self->citations, citations);
  qm_address_menu_set_cited (self->link, (QmCited){ .claim = claim });
}

gboolean
qm_card_move_focus (QmCard *self, GtkDirectionType direction)
{
  g_return_val_if_fail (QM_IS_CARD (self), FALSE);

  return gtk_widget_child_focus (self->buttons, direction);
}
