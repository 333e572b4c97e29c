#include "app/authoring/claims-beside.h"

#include "app/widgets/access.h"
#include "app/widgets/children.h"
#include "app/widgets/text-label.h"
#include "base/words.h"
#include "chart/words/wording.h"
#include "dataset/unit.h"

/* Of what a claim says, in characters: as wide as the room beside a text at its least. */
#define ROW_WIDTH 40

static const QmOperation operations[] = { QM_DIVIDE, QM_SUBTRACT, QM_SHARE_OF, QM_CHANGE_FROM };

struct _QmClaimsBeside {
  QmBin parent_instance;

  GtkExpander *expander;
  GtkBox *box;
  GtkListBox *list;
  GtkLabel *hint;
  GtkWidget *buttons[G_N_ELEMENTS (operations)];
  const QmDataset *dataset; /* (unowned) or NULL */
  const QmArticle *article; /* (unowned) or NULL */
  const QmChart *chart;     /* (unowned) or NULL */
  GPtrArray *selected;      /* char *: ids, in the order in which they were selected */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (QmClaimsBeside, qm_claims_beside, QM_TYPE_BIN)

enum { PLACED, COMPUTED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- Computing --- */

static const QmClaim *
get_selected (QmClaimsBeside *self, guint i)
{
  return i < self->selected->len ? qm_dataset_find_claim (self->dataset, self->selected->pdata[i])
                                 : NULL;
}

static gboolean
can_compute (QmOperation operation, const QmClaim *left, const QmClaim *right)
{
  QmUnit unit;
  QmQuantity quantity;

  return left->kind == QM_CLAIM_FIGURE && right->kind == QM_CLAIM_FIGURE &&
         qm_unit_of_result (operation, &left->unit, &right->unit, &unit) &&
         qm_quantity_compute (operation, &left->quantity, &right->quantity, &quantity, NULL);
}

static char *
word_computation (QmOperation operation, const char *left, const char *right)
{
  /* Translators: two figures; the first one as a percentage of the second */
  if (operation == QM_SHARE_OF)
    return g_strdup_printf (_ ("%s as a share of %s"), left, right);
  /* Translators: two figures: by how many per cent the first differs from the second */
  if (operation == QM_CHANGE_FROM)
    return g_strdup_printf (_ ("Change to %s from %s"), left, right);
  return g_strdup_printf ("%s %s %s", left, qm_wording_operation (operation), right);
}

static void
update_buttons (QmClaimsBeside *self)
{
  const QmClaim *left = get_selected (self, 0), *right = get_selected (self, 1);
  gboolean is_pair = self->selected->len == 2 && left != NULL && right != NULL;
  g_autofree char *first = is_pair ? qm_wording_value (left) : NULL;
  g_autofree char *second = is_pair ? qm_wording_value (right) : NULL;
  gboolean is_any = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++) {
    gboolean can = is_pair && can_compute (operations[i], left, right);
    g_autofree char *label = can ? word_computation (operations[i], first, second) : NULL;

    if (can)
      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), label);
    gtk_widget_set_visible (self->buttons[i], can);
    is_any |= can;
  }
  gtk_label_set_text (self->hint, is_pair ? _ ("Nothing can be computed of these two")
                                          : _ ("Select two claims to compute a third of them"));
  gtk_widget_set_visible (GTK_WIDGET (self->hint), !is_any);
}

static void
compute_cb (GtkButton *button, QmClaimsBeside *self)
{
  g_autofree char *left = NULL, *right = NULL;

  if (self->selected->len != 2)
    return;
  left = g_strdup (self->selected->pdata[0]);
  right = g_strdup (self->selected->pdata[1]);
  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++)
    if (GTK_WIDGET (button) == self->buttons[i]) {
      g_signal_emit (self, signals[COMPUTED], 0, (int) operations[i], left, right);
      return;
    }
}

/* --- Rows --- */

static const char *
get_id (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "id");
}

/* Those that are still selected stay in their order, and others come after them. */
static void
selection_changed_cb (QmClaimsBeside *self)
{
  g_autoptr (GList) rows = NULL;
  g_autoptr (GPtrArray) before = NULL;

  if (self->is_filling)
    return;
  rows = gtk_list_box_get_selected_rows (self->list);
  before = self->selected;
  self->selected = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < before->len; i++)
    for (GList *row = rows; row != NULL; row = row->next)
      if (g_str_equal (get_id (row->data), before->pdata[i]))
        g_ptr_array_add (self->selected, g_strdup (before->pdata[i]));
  for (GList *row = rows; row != NULL; row = row->next)
    if (!g_ptr_array_find_with_equal_func (self->selected, get_id (row->data), g_str_equal, NULL))
      g_ptr_array_add (self->selected, g_strdup (get_id (row->data)));
  update_buttons (self);
}

static void
toggled_cb (GtkCheckButton *check, QmClaimsBeside *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW);
  g_autofree char *id = g_strdup (get_id (row));

  if (!self->is_filling)
    g_signal_emit (self, signals[PLACED], 0, id, gtk_check_button_get_active (check));
}

static void
activated_cb (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row)
{
  GtkWidget *box = gtk_list_box_row_get_child (row);
  GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_widget_get_first_child (box));

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (row);
  g_autoptr (GdkPaintable) icon = gdk_paintable_get_current_image (paintable);

  /* Else GTK shows the text that is dragged, which is an identifier. */
  gtk_drag_source_set_icon (source, icon, 0, 0);
  return gdk_content_provider_new_typed (G_TYPE_STRING, get_id (row));
}

static char *
word_claim (QmClaimsBeside *self, const QmClaim *claim)
{
  const char *statement = qm_text_get (claim->statement);

  if (self->article == NULL || !qm_article_lacks (self->article, claim))
    return g_strdup (statement);
  /* Translators: %s is what a claim says, whose words are not in the newer version of a text */
  return g_strdup_printf (_ ("%s Not found in this version."), statement);
}

static GtkWidget *
make_row (QmClaimsBeside *self, const QmClaim *claim)
{
  g_autofree char *statement = word_claim (self, claim);
  gboolean is_in = self->chart != NULL && qm_dataset_chart_has_claim (self->chart, claim);
  GtkWidget *row = gtk_list_box_row_new (), *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = qm_text_label_new (statement, PANGO_WRAP_WORD_CHAR, NULL);
  GtkDragSource *drag = gtk_drag_source_new ();
  /* Translators: a claim, in a list beside a chart that it may be part of */
  g_autofree char *name =
      g_strdup_printf (is_in ? _ ("%s In the chart.") : _ ("%s Not in the chart."), statement);

  /* By these the list asks for its height: it has room for as many lines as it will have. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), ROW_WIDTH);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_in);
  /* Enter in the row does the same. */
  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_tooltip_text (check, _ ("In the chart (Enter)"));
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (claim->id), g_free);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  qm_access_set_label (row, name);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect (drag, "prepare", G_CALLBACK (prepare_drag_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
  return row;
}

static gboolean
cites (const QmClaim *claim, const char *source)
{
  for (gsize i = 0; i < claim->n_citations; i++)
    if (g_strcmp0 (claim->citations[i].source->id, source) == 0)
      return TRUE;
  return FALSE;
}

static void
fill (QmClaimsBeside *self)
{
  const char *source = self->article != NULL ? qm_article_get_source (self->article) : NULL;
  GtkListBoxRow *row;
  guint n = 0;
  g_autofree char *heading = NULL;

  qm_children_remove_rows (self->list);
  for (gsize i = 0; self->dataset != NULL && i < self->dataset->n_claims; i++) {
    const QmClaim *claim = &self->dataset->claims[i];

    if (source == NULL || !cites (claim, source))
      continue;
    row = GTK_LIST_BOX_ROW (make_row (self, claim));
    gtk_list_box_append (self->list, GTK_WIDGET (row));
    if (g_ptr_array_find_with_equal_func (self->selected, claim->id, g_str_equal, NULL))
      gtk_list_box_select_row (self->list, row);
    n++;
  }
  heading = g_strdup_printf (_ ("Claims of this text (%u)"), n);
  gtk_expander_set_label (self->expander, heading);
  qm_access_set_label (GTK_WIDGET (self->expander), heading);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/* --- The widget --- */

static void
qm_claims_beside_dispose (GObject *object)
{
  QmClaimsBeside *self = QM_CLAIMS_BESIDE (object);

  self->is_filling = TRUE;
  g_clear_pointer (&self->selected, g_ptr_array_unref);
  G_OBJECT_CLASS (qm_claims_beside_parent_class)->dispose (object);
}

static void
qm_claims_beside_class_init (QmClaimsBesideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_claims_beside_dispose;
  qm_widgets_set_kind (widget_class, "claimsbeside", GTK_ACCESSIBLE_ROLE_GROUP);

  signals[PLACED] = qm_widgets_add_signal (klass, "placed", 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[COMPUTED] =
      qm_widgets_add_signal (klass, "computed", 3, G_TYPE_INT, G_TYPE_STRING, G_TYPE_STRING);

  qm_widgets_set_template (widget_class, "claims-beside");
  gtk_widget_class_bind_template_child (widget_class, QmClaimsBeside, expander);
  gtk_widget_class_bind_template_child (widget_class, QmClaimsBeside, box);
  gtk_widget_class_bind_template_child (widget_class, QmClaimsBeside, list);
  gtk_widget_class_bind_template_child (widget_class, QmClaimsBeside, hint);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
qm_claims_beside_init (QmClaimsBeside *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selected = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++) {
    self->buttons[i] = gtk_button_new_with_label ("");
    g_signal_connect (self->buttons[i], "clicked", G_CALLBACK (compute_cb), self);
    gtk_box_append (self->box, self->buttons[i]);
  }
}

void
qm_claims_beside_show (QmClaimsBeside *self, const QmDataset *dataset, const QmArticle *article,
                       const QmChart *chart)
{
  g_return_if_fail (QM_IS_CLAIMS_BESIDE (self));

  self->dataset = dataset;
  self->article = article;
  self->chart = chart;
  self->is_filling = TRUE;
  fill (self);
  self->is_filling = FALSE;
  selection_changed_cb (self);
}

void
qm_claims_beside_go_to (QmClaimsBeside *self, const char *claim)
{
  GtkListBoxRow *row;

  g_return_if_fail (QM_IS_CLAIMS_BESIDE (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (get_id (row), claim))
      gtk_widget_grab_focus (GTK_WIDGET (row));
}
