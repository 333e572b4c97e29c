#include "app/evidence/computation-tree.h"

#include "app/evidence/claim-button.h"
#include "app/widgets/text-label.h"
#include "base/words.h"
#include "chart/words/wording.h"

/* A file can nest without end; what is left out can be selected, and tells its own tree then. */
#define MAX_ROWS 100

/* Levels beyond that do not go farther to the right. */
#define MAX_INDENT 5

typedef struct {
  GtkBox *box;
  GHashTable *is_told; /* (const QmClaim *) whose operands are in the tree */
  guint n_rows;
} Tree;

static void
append_row (Tree *tree, guint depth, const char *sign, GtkWidget *content)
{
  /* A grid, see create_button() in claim-button.c. */
  GtkGrid *row = GTK_GRID (gtk_grid_new ());
  int column = 0;
  /* A label without text would be read by the name of its class. */
  GtkWidget *sign_label =
      sign != NULL ? gtk_label_new (sign) : gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i <= MIN (depth, MAX_INDENT); i++)
    gtk_grid_attach (row,
                     g_object_new (GTK_TYPE_SEPARATOR, "orientation", GTK_ORIENTATION_VERTICAL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL),
                     column++, 0, 1, 1);
  gtk_widget_add_css_class (sign_label, "sign");
  gtk_widget_set_valign (sign_label, GTK_ALIGN_START);
  gtk_grid_attach (row, sign_label, column++, 0, 1, 1);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_grid_attach (row, content, column, 0, 1, 1);
  gtk_box_append (tree->box, GTK_WIDGET (row));
  tree->n_rows++;
}

static void
append_text (Tree *tree, guint depth, const char *sign, const char *text, const char *css_class)
{
  append_row (tree, depth, sign, qm_text_label_new (text, PANGO_WRAP_WORD, css_class));
}

static void append_operands (Tree *tree, guint depth, const QmClaim *claim);

static void
append_operand (Tree *tree, guint depth, const QmClaim *computed, guint index)
{
  const QmDerivation *derivation = computed->derivation;
  const QmOperand *operand = &derivation->operands[index];
  const char *sign = index > 0 ? qm_wording_operation (derivation->operation) : NULL;

  if (operand->claim == NULL) {
    g_autofree char *number = qm_wording_operand (operand);

    append_text (tree, depth, sign, number, "figure");
    return;
  }
  append_row (tree, depth, sign, qm_claim_button_new_for_operand (computed, index));
  if (operand->claim->derivation != NULL)
    append_operands (tree, depth + 1, operand->claim);
}

static void
append_operands (Tree *tree, guint depth, const QmClaim *claim)
{
  if (!g_hash_table_add (tree->is_told, (gpointer) claim)) {
    /* Translators: a figure is computed from the same ones as one that stands above it */
    append_text (tree, depth, NULL, _ ("as above"), "muted");
    return;
  }
  if (tree->n_rows >= MAX_ROWS) {
    append_text (tree, depth, NULL, _ ("select it to see from what"), "muted");
    return;
  }
  for (guint i = 0; i < claim->derivation->n_operands; i++)
    append_operand (tree, depth, claim, i);
  if (claim->derivation->operation == QM_CHANGE_FROM)
    append_text (tree, depth, qm_wording_operation (QM_SUBTRACT), "1", "figure");
}

void
qm_computation_tree_fill (GtkBox *box, const QmClaim *claim)
{
  g_autoptr (GHashTable) is_told = g_hash_table_new (NULL, NULL);
  Tree tree = { .box = box, .is_told = is_told };

  g_return_if_fail (GTK_IS_BOX (box) && claim->derivation != NULL);

  append_operands (&tree, 0, claim);
}
