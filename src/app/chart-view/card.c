#include "app/chart-view/card.h"

#include "app/widgets/access.h"
#include "app/widgets/address-menu.h"
#include "app/widgets/cite-menu.h"
#include "app/widgets/claim-labels.h"
#include "app/widgets/flow-layout.h"
#include "base/words.h"
#include "chart/words/wording.h"

struct _QmCard {
  QmBin parent_instance;

  const QmClaim *claim;     /* (unowned) or NULL */
  const QmEntity *hideable; /* (unowned) or NULL */
  QmCardSize size;

  GtkWidget *scroller;
  GtkWidget *content;
  GtkWidget *texts;
  GtkWidget *more; /* what a small card has not */
  GtkLabel *heading;
  GtkLabel *standing;
  GtkLabel *value;
  GtkLabel *measure;
  GtkLabel *computation;
  GtkLabel *caveat;
  GtkLabel *citations;
  GtkWidget *buttons;
  GtkWidget *copy;
  GtkActionable *highlight;
  GtkWidget *note;
  QmAddressMenu *link;
  GtkButton *hide;
};

G_DEFINE_FINAL_TYPE (QmCard, qm_card, QM_TYPE_BIN)

static void
copy_cb (QmCard *self)
{
  qm_cite_menu_copy_usual (GTK_WIDGET (self), (QmCited) { .claim = self->claim });
}

static void
note_cb (QmCard *self)
{
  if (self->claim != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.note", "s", self->claim->id);
}

static void
hide_cb (QmCard *self)
{
  if (self->hideable != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.hide", "s", self->hideable->id);
}

/* As wide as the texts of a small card want to be: what comes to them wraps, so that they stay
 * where they are. */
static int
natural_width (QmCard *self, int natural)
{
  int texts, more;

  gtk_widget_measure (self->texts, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &texts, NULL, NULL);
  gtk_widget_measure (self->more, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &more, NULL, NULL);
  return natural - MAX (more - texts, 0);
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
  else
    *natural = MAX (*minimum, natural_width (self, *natural));
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
qm_card_class_init (QmCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = qm_card_measure;
  widget_class->size_allocate = qm_card_size_allocate;
  widget_class->get_request_mode = qm_card_get_request_mode;

  g_type_ensure (QM_TYPE_ADDRESS_MENU);
  g_type_ensure (QM_TYPE_FLOW_LAYOUT);

  qm_widgets_set_kind (widget_class, "claimcard", GTK_ACCESSIBLE_ROLE_GROUP);
  qm_widgets_set_template (widget_class, "card");
  gtk_widget_class_bind_template_child (widget_class, QmCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, QmCard, content);
  gtk_widget_class_bind_template_child (widget_class, QmCard, texts);
  gtk_widget_class_bind_template_child (widget_class, QmCard, more);
  gtk_widget_class_bind_template_child (widget_class, QmCard, heading);
  gtk_widget_class_bind_template_child (widget_class, QmCard, standing);
  gtk_widget_class_bind_template_child (widget_class, QmCard, value);
  gtk_widget_class_bind_template_child (widget_class, QmCard, measure);
  gtk_widget_class_bind_template_child (widget_class, QmCard, computation);
  gtk_widget_class_bind_template_child (widget_class, QmCard, caveat);
  gtk_widget_class_bind_template_child (widget_class, QmCard, citations);
  gtk_widget_class_bind_template_child (widget_class, QmCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, QmCard, copy);
  gtk_widget_class_bind_template_child (widget_class, QmCard, highlight);
  gtk_widget_class_bind_template_child (widget_class, QmCard, note);
  gtk_widget_class_bind_template_child (widget_class, QmCard, link);
  gtk_widget_class_bind_template_child (widget_class, QmCard, hide);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_cb);
  gtk_widget_class_bind_template_callback (widget_class, hide_cb);
}

static void
qm_card_init (QmCard *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  qm_cite_menu_follow_usual (GTK_BUTTON (self->copy));
  qm_access_mend (GTK_WIDGET (self));
}

static void
show_texts (QmCard *self, const QmClaim *claim)
{
  g_autofree char *value = qm_wording_value_in_words (claim);
  g_autofree char *computation = qm_wording_computation (claim);
  g_autofree char *citations = qm_wording_citations (claim, qm_wording_citation, "\n");

  qm_claim_labels_show_heading (self->heading, claim);
  qm_claim_labels_show_standing (self->standing, claim);
  qm_claim_labels_show_text (self->value, value);
  qm_claim_labels_show_text (self->measure, value != NULL ? qm_text_get (claim->measure->name)
                                                          : qm_text_get (claim->statement));
  qm_claim_labels_show_text (self->computation, computation);
  qm_claim_labels_show_text (self->citations, citations);
}

/* A name of many words takes several lines, rather than the card more width than there is. */
static void
set_label (GtkButton *button, const char *text)
{
  GtkLabel *label;

  gtk_button_set_label (button, text);
  label = GTK_LABEL (gtk_button_get_child (button));
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

static void
show_hiding (QmCard *self, const QmEntity *hideable)
{
  g_autofree char *label = NULL;

  self->hideable = hideable;
  gtk_widget_set_visible (GTK_WIDGET (self->hide), hideable != NULL);
  if (hideable == NULL)
    return;
  /* Translators: the button that takes a country or a firm out of the chart */
  label = g_strdup_printf (_ ("Hide %s"), qm_text_get (hideable->short_name));
  set_label (self->hide, label);
}

void
qm_card_show (QmCard *self, const QmClaim *claim, const QmEntity *hideable, QmCardSize size)
{
  gboolean is_small = size == QM_CARD_SMALL || size == QM_CARD_SMALL_FOR_EVIDENCE;
  gboolean is_alone = size == QM_CARD_SMALL || size == QM_CARD_WHOLE;
  g_autofree char *reservations = NULL;

  g_return_if_fail (QM_IS_CARD (self));

  if (claim == self->claim && size == self->size)
    return;
  if (claim != NULL && claim != self->claim)
    show_texts (self, claim);
  self->claim = claim;
  self->size = size;
  if (claim == NULL)
    return;

  /* A small card is ready to become a larger one, see qm_card_measure_pressed(). */
  reservations = qm_wording_reservations (claim);
  qm_claim_labels_show_text (self->caveat,
                             is_alone || claim->n_disagreeing > 0 ? reservations : NULL);
  gtk_widget_set_visible (self->copy, is_alone);
  gtk_widget_set_visible (GTK_WIDGET (self->highlight), is_alone);
  gtk_actionable_set_action_target (self->highlight, "s", claim->id);
  gtk_widget_set_visible (self->note, is_alone);
  qm_address_menu_set_cited (self->link, (QmCited) { .claim = is_alone ? claim : NULL });
  show_hiding (self, hideable);
  gtk_widget_set_visible (self->buttons, is_alone || hideable != NULL);
  gtk_widget_set_visible (self->more, !is_small);
}

int
qm_card_measure_pressed (QmCard *self, int width)
{
  gboolean is_whole = gtk_widget_get_visible (self->more);
  int height;

  gtk_widget_set_visible (self->more, TRUE);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL,
                      NULL);
  gtk_widget_set_visible (self->more, is_whole);
  return height;
}

void
qm_card_set_texts_last (QmCard *self, gboolean are_last)
{
  g_return_if_fail (QM_IS_CARD (self));

  gtk_box_reorder_child_after (GTK_BOX (self->content), self->texts, are_last ? self->more : NULL);
}

GtkWidget *
qm_card_get_buttons (QmCard *self)
{
  g_return_val_if_fail (QM_IS_CARD (self), NULL);

  return self->buttons;
}

gboolean
qm_card_move_focus (QmCard *self, GtkDirectionType direction)
{
  g_return_val_if_fail (QM_IS_CARD (self), FALSE);

  return gtk_widget_child_focus (self->buttons, direction);
}
