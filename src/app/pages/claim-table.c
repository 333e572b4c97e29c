#include "app/pages/claim-table.h"

#include "app/pages/claim-columns.h"
#include "app/pages/claim-list.h"
#include "app/pages/claim-row.h"
#include "app/widgets/column-headings.h"
#include "app/widgets/flow-layout.h"
#include "app/widgets/list-scroll.h"
#include "export/csv.h"

#include <glib/gi18n.h>

/* Of the choices in claim-table.ui. */
enum { SCOPE_CHART, SCOPE_DATASET };

struct _QmClaimTable {
  GtkWidget parent_instance;

  QmSession *session; /* a reference; NULL until set */
  gboolean is_stale;  /* the rows are not those of the session */
  guint n_rows;       /* with those that are filtered out */

  QmClaimList *list;
  GtkSorter *order;
  QmColumn column; /* in whose order the rows stand; QM_N_COLUMNS: as given */
  gboolean is_descending;

  GtkWidget *content;
  GtkDropDown *scope;
  GtkEditable *filter;
  GtkLabel *count;
  GtkWidget *copy;
  GtkStack *body;
  GtkColumnView *view;
  GtkLabel *nothing;
  GtkWidget *look_everywhere;
};

G_DEFINE_FINAL_TYPE (QmClaimTable, qm_claim_table, GTK_TYPE_WIDGET)

static gboolean
is_of_chart (QmClaimTable *self)
{
  return gtk_drop_down_get_selected (self->scope) == SCOPE_CHART;
}

static GListModel *
get_shown (QmClaimTable *self)
{
  return G_LIST_MODEL (qm_claim_list_get_shown (self->list));
}

/* --- The rows --- */

static const QmClaim *
claim_of_row (gpointer row)
{
  return qm_claim_row_get_claim (row);
}

static gboolean
row_matches (gpointer row, const GPtrArray *words)
{
  return qm_claim_row_matches (row, words);
}

static const QmClaimListRows claim_rows = { claim_of_row, row_matches };

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  QmClaimTable *self = data;

  return qm_claim_row_compare ((QmClaimRow *) a, (QmClaimRow *) b, self->column,
                               self->is_descending);
}

static void
order_changed_cb (QmClaimTable *self)
{
  GtkColumnViewColumn *column = qm_column_headings_get_order (self->view, &self->is_descending);

  self->column = column != NULL ? qm_claim_columns_get (column) : QM_N_COLUMNS;
  gtk_sorter_changed (self->order, GTK_SORTER_CHANGE_DIFFERENT);
  qm_claim_list_find_again (self->list);
}

/* Without a heading nobody would see why the rows stand as they do. */
static void
drop_hidden_order (QmClaimTable *self)
{
  gboolean is_descending;
  GtkColumnViewColumn *column = qm_column_headings_get_order (self->view, &is_descending);

  if (column != NULL && !gtk_column_view_column_get_visible (column))
    gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
}

static void
fill (QmClaimTable *self)
{
  QmDataset *dataset = qm_session_get_dataset (self->session);
  g_autoptr (GListModel) rows =
      is_of_chart (self) ? qm_claim_rows_of_chart (dataset, qm_session_get_chart (self->session),
                                                   qm_session_get_view (self->session))
                         : qm_claim_rows_of_dataset (dataset);

  self->is_stale = FALSE;
  self->n_rows = g_list_model_get_n_items (rows);
  qm_claim_columns_show_filled (self->view, rows);
  drop_hidden_order (self);
  qm_claim_list_set_rows (self->list, rows);
}

/* Nobody waits for rows that cannot be seen. */
static void
refill (QmClaimTable *self)
{
  self->is_stale = TRUE;
  if (self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
session_changed_cb (QmClaimTable *self, guint change)
{
  if ((change & QM_SESSION_DATASET) != 0 ||
      ((change & (QM_SESSION_CHART | QM_SESSION_VIEW)) != 0 && is_of_chart (self)))
    refill (self);
}

/* --- What is shown of them --- */

static void
updated_cb (QmClaimTable *self)
{
  gboolean is_empty = qm_claim_list_is_empty (self->list);
  g_autofree char *count = qm_claim_list_word_count (
      self->list, g_list_model_get_n_items (get_shown (self)), self->n_rows);

  gtk_label_set_text (self->count, count);
  gtk_widget_set_sensitive (self->copy, !is_empty);
  gtk_stack_set_visible_child_name (self->body, is_empty ? "nothing" : "rows");
  gtk_label_set_text (self->nothing, is_of_chart (self)
                                         ? _ ("No claim of this chart has all of these words.")
                                         : _ ("No claim has all of these words."));
  gtk_widget_set_visible (self->look_everywhere, is_of_chart (self));
}

static void
filter_changed_cb (QmClaimTable *self)
{
  qm_claim_list_set_words (self->list, gtk_editable_get_text (self->filter));
}

static void
filter_stopped_cb (QmClaimTable *self)
{
  gtk_editable_set_text (self->filter, "");
}

static void
look_everywhere_cb (QmClaimTable *self)
{
  gtk_drop_down_set_selected (self->scope, SCOPE_DATASET);
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

static void
activate_cb (QmClaimTable *self, guint position)
{
  g_autoptr (QmClaimRow) row = g_list_model_get_item (get_shown (self), position);

  qm_claim_list_open (self->list, GTK_WIDGET (self), row);
}

/* --- Copying --- */

static void
copy_cb (QmClaimTable *self)
{
  GListModel *shown = get_shown (self);
  guint n_rows = g_list_model_get_n_items (shown);
  g_autofree QmCsvRow *rows = g_new (QmCsvRow, n_rows);
  g_autofree char *csv = NULL;
  g_autofree char *message =
      g_strdup_printf (ngettext ("%u row copied as CSV", "%u rows copied as CSV", n_rows), n_rows);

  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (QmClaimRow) row = g_list_model_get_item (shown, i);

    rows[i] = (QmCsvRow){ qm_claim_row_get_chart (row), qm_claim_row_get_shown (row) };
  }
  csv = qm_csv_from_rows (rows, n_rows);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), csv);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.message", "s", message);
}

static gboolean
copy_rows (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  copy_cb (QM_CLAIM_TABLE (widget));
  return TRUE;
}

static gboolean
copy_citation (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return qm_claim_list_copy_citation (QM_CLAIM_TABLE (widget)->list, widget);
}

/* --- The widget --- */

static void
qm_claim_table_map (GtkWidget *widget)
{
  QmClaimTable *self = QM_CLAIM_TABLE (widget);

  GTK_WIDGET_CLASS (qm_claim_table_parent_class)->map (widget);
  if (self->session == NULL)
    return;
  if (self->is_stale)
    fill (self);
  qm_claim_list_find_again (self->list);
}

static gboolean
qm_claim_table_grab_focus (GtkWidget *widget)
{
  return qm_list_grab_focus (GTK_WIDGET (QM_CLAIM_TABLE (widget)->view));
}

static void
qm_claim_table_dispose (GObject *object)
{
  QmClaimTable *self = QM_CLAIM_TABLE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  /* The view's sorter changes when its columns go. */
  if (self->content != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->list);
  g_clear_object (&self->order);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qm_claim_table_parent_class)->dispose (object);
}

static void
qm_claim_table_class_init (QmClaimTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_claim_table_dispose;
  widget_class->map = qm_claim_table_map;
  widget_class->grab_focus = qm_claim_table_grab_focus;
  g_type_ensure (QM_TYPE_FLOW_LAYOUT);

  gtk_widget_class_set_css_name (widget_class, "claimtable");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quymo/Quymo/claim-table.ui");
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, content);
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, scope);
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, filter);
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, count);
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, copy);
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, body);
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, view);
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, nothing);
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, look_everywhere);
  gtk_widget_class_bind_template_callback (widget_class, refill);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_everywhere_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                copy_rows, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_citation, NULL);
}

static void
qm_claim_table_init (QmClaimTable *self)
{
  self->column = QM_N_COLUMNS;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->order = GTK_SORTER (gtk_custom_sorter_new (compare_rows, self, NULL));
  self->list = qm_claim_list_new (&claim_rows, GTK_WIDGET (self->view), self->order);
  g_signal_connect_object (self->list, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  qm_claim_columns_add (self->view);
  qm_column_headings_set_up (self->view);
  g_signal_connect_swapped (gtk_column_view_get_sorter (self->view), "changed",
                            G_CALLBACK (order_changed_cb), self);
  gtk_column_view_set_model (self->view, qm_claim_list_get_shown (self->list));
}

void
qm_claim_table_set_session (QmClaimTable *self, QmSession *session)
{
  g_return_if_fail (QM_IS_CLAIM_TABLE (self));

  if (self->session == session)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  qm_claim_list_set_session (self->list, session);
  refill (self);
}
