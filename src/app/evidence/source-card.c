#include "app/evidence/source-card.h"

#include "app/widgets/access.h"
#include "app/widgets/address-menu.h"
#include "app/widgets/cite-menu.h"
#include "app/widgets/claim-labels.h"
#include "app/widgets/flow-layout.h"
#include "app/widgets/text-label.h"
#include "base/words.h"
#include "chart/words/wording.h"

static void
append_text (GtkBox *card, const char *text, const char *css_class)
{
  GtkWidget *label = qm_text_label_new (NULL, PANGO_WRAP_WORD_CHAR, css_class);

  qm_claim_labels_show_text (GTK_LABEL (label), text);
  gtk_box_append (card, label);
}

static void
append_address (GtkBox *card, const char *url)
{
  GtkWidget *label = qm_address_menu_label_new (url);

  gtk_widget_add_css_class (label, "muted");
  gtk_widget_set_visible (label, url != NULL);
  gtk_box_append (card, label);
}

static void
append_buttons (GtkBox *card, const QmSource *source)
{
  GtkWidget *buttons = qm_flow_layout_box_new ();
  GtkWidget *cite = g_object_new (QM_TYPE_CITE_MENU, NULL);
  GtkWidget *address = g_object_new (QM_TYPE_ADDRESS_MENU, NULL);
  GtkWidget *edit = gtk_button_new_with_label (_ ("Edit…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "win.edit-entry");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (edit), "(ss)", "sources", source->id);
  qm_cite_menu_set_cited (QM_CITE_MENU (cite), (QmCited) { .source = source });
  qm_address_menu_set_cited (QM_ADDRESS_MENU (address), (QmCited) { .source = source });
  gtk_widget_add_css_class (buttons, "buttons");
  gtk_box_append (GTK_BOX (buttons), cite);
  gtk_box_append (GTK_BOX (buttons), address);
  gtk_box_append (GTK_BOX (buttons), edit);
  gtk_box_append (card, buttons);
}

GtkWidget *
qm_source_card_new (const QmShownSource *shown)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  2, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_autofree char *name = qm_wording_source (shown->source);
  g_autofree char *details = qm_wording_source_details (shown->source);
  /* Translators: %d claims of the dataset cite a source, and the charts shown hold %d of these */
  g_autofree char *count =
      g_strdup_printf (ngettext ("Cited by %d claim, %d shown here",
                                 "Cited by %d claims, %d shown here", shown->n_claims),
                       (int) shown->n_claims, (int) shown->n_here);

  append_text (GTK_BOX (card), name, "name");
  append_text (GTK_BOX (card), details, "details");
  append_address (GTK_BOX (card), shown->source->url);
  append_text (GTK_BOX (card), count, "count");
  append_buttons (GTK_BOX (card), shown->source);
  gtk_widget_add_css_class (card, "source");
  /* Several sources have the same buttons. */
  qm_access_set_label (card, name);
  return card;
}
