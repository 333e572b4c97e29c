#include "app/widgets/claim-labels.h"

#include "chart/words/wording.h"

/* The style sheet's names for QmStanding. */
static const char *const standing_classes[] = { "stated", "projected", "computed" };

void
qm_claim_labels_show_text (GtkLabel *label, const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

void
qm_claim_labels_show_heading (GtkLabel *label, const QmClaim *claim)
{
  g_autofree char *entity = qm_wording_entity (claim);
  g_autofree char *time = qm_wording_time (&claim->time);
  g_autofree char *markup = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  if (entity != NULL && time != NULL)
    markup = g_markup_printf_escaped ("<b>%s</b> · %s", entity, time);
  else
    markup = g_markup_printf_escaped ("<b>%s</b>", entity != NULL ? entity : time ? time : "");
  gtk_label_set_markup (label, markup);
}

void
qm_claim_labels_show_standing (GtkLabel *label, const QmClaim *claim)
{
  gboolean is_figure = claim->kind == QM_CLAIM_FIGURE;
  QmStanding standing = is_figure ? claim->quantity.standing : QM_STATED;
  const char *classes[] = { "standing", standing_classes[standing], NULL };

  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_widget_set_css_classes (GTK_WIDGET (label), classes);
  gtk_label_set_text (label, qm_wording_standing (standing));
}

void
qm_claim_labels_cross_out (GtkLabel *label, gboolean is_crossed_out)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_return_if_fail (GTK_IS_LABEL (label));

  if (is_crossed_out)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (label, is_crossed_out ? attributes : NULL);
}
