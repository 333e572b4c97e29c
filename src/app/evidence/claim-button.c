#include "app/evidence/claim-button.h"

#include "app/widgets/access.h"
#include "app/widgets/claim-labels.h"
#include "app/widgets/text-label.h"
#include "chart/words/wording.h"

/* "[1 ¶4] [2 ¶9]", of which each is kept on one line. */
static char *
references_of (const QmClaim *claim)
{
  g_autofree char *references = qm_wording_references (claim);
  GString *kept = g_string_new (references);

  g_string_replace (kept, " ", "\u00a0", 0);
  g_string_replace (kept, "]\u00a0[", "] [", 0);
  return g_string_free (kept, FALSE);
}

/* "United States, AI infrastructure investment, 2024 [1 ¶4]" */
static char *
details_of (const QmClaim *claim, const QmMeasure *understood)
{
  g_autofree char *entity = qm_wording_entity (claim);
  g_autofree char *time = qm_wording_time (&claim->time);
  g_autofree char *references = references_of (claim);
  const char *measure = claim->measure != understood && claim->measure != NULL
                            ? qm_text_get (claim->measure->name)
                            : NULL;
  GString *details = g_string_new (NULL);
  const char *const parts[] = { entity, measure, time };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (details, "%s%s", details->len > 0 ? ", " : "", parts[i]);
  g_string_append_printf (details, "%s%s", details->len > 0 ? " " : "", references);
  return g_string_free (details, FALSE);
}

static GtkWidget *
create_button (const QmClaim *claim, const char *value, const char *details, const char *words)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  /* A grid: two texts of unlike size in a box of GTK 4.8 have two heights, see ui/card.ui. */
  GtkWidget *first = gtk_grid_new ();
  GtkWidget *label = qm_text_label_new (value, PANGO_WRAP_WORD_CHAR,
                                        claim->kind == QM_CLAIM_FIGURE ? "figure" : "statement");
  GtkWidget *standing = gtk_label_new (NULL);

  gtk_grid_set_column_spacing (GTK_GRID (first), 8);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (GTK_GRID (first), label, 0, 0, 1, 1);
  qm_claim_labels_show_standing (GTK_LABEL (standing), claim);
  gtk_widget_set_valign (standing, GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (first), standing, 1, 0, 1, 1);
  gtk_box_append (GTK_BOX (lines), first);
  gtk_box_append (GTK_BOX (lines), qm_text_label_new (details, PANGO_WRAP_WORD_CHAR, "muted"));

  gtk_button_set_child (GTK_BUTTON (button), lines);
  gtk_widget_add_css_class (button, "claim");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "evidence.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", claim->id);
  qm_access_set_label (button, words);
  return button;
}

GtkWidget *
qm_claim_button_new (const QmClaim *claim)
{
  g_autofree char *value = qm_wording_value (claim);
  g_autofree char *details = details_of (claim, NULL);
  g_autofree char *words = qm_wording_claim (claim);

  return create_button (claim, value != NULL ? value : qm_text_get (claim->statement), details,
                        words);
}

GtkWidget *
qm_claim_button_new_for_operand (const QmClaim *computed, guint operand)
{
  const QmDerivation *derivation = computed->derivation;
  const QmClaim *claim = derivation->operands[operand].claim;
  g_autofree char *value = qm_wording_operand (&derivation->operands[operand]);
  g_autofree char *details = details_of (claim, computed->measure);
  g_autofree char *claim_words = qm_wording_claim (claim);
  g_autofree char *words =
      operand == 0
          ? g_strdup (claim_words)
          : g_strdup_printf ("%s: %s", qm_wording_operation_in_words (derivation->operation),
                             claim_words);

  return create_button (claim, value, details, words);
}
