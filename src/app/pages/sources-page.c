#include "app/pages/sources-page.h"

#include "app/pages/claim-list.h"
#include "app/pages/source-cell.h"
#include "app/pages/source-row.h"
#include "app/widgets/flow-layout.h"
#include "app/widgets/list-scroll.h"

struct _QmSourcesPage {
  GtkWidget parent_instance;

  QmSession *session; /* a reference; NULL until set */
  gboolean is_stale;  /* the rows are not those of the session */

  QmClaimList *list;

  GtkWidget *content;
  GtkEditable *filter;
  GtkLabel *count;
  GtkStack *body;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (QmSourcesPage, qm_sources_page, GTK_TYPE_WIDGET)

/* --- The rows --- */

static const QmClaim *
claim_of_row (gpointer row)
{
  return qm_source_row_get_claim (row);
}

static gboolean
row_matches (gpointer row, const GPtrArray *words)
{
  return qm_source_row_matches (row, words);
}

static const QmClaimListRows source_rows = { claim_of_row, row_matches };

static void
bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  QmSourceRow *row = gtk_list_item_get_item (item);
  QmSourceRowKind kind = qm_source_row_get_kind (row);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *words = NULL;

  if (cell == NULL || qm_source_cell_get_kind (QM_SOURCE_CELL (cell)) != kind) {
    cell = qm_source_cell_new (kind);
    gtk_list_item_set_child (item, cell);
  }
  qm_source_cell_set_row (QM_SOURCE_CELL (cell), row);
  gtk_list_item_set_selectable (item, kind == QM_SOURCE_ROW_CLAIM);
  gtk_list_item_set_activatable (item, kind == QM_SOURCE_ROW_CLAIM);

  /* A row of the list has no name of its own for the screen reader. */
  words = qm_source_cell_get_words (QM_SOURCE_CELL (cell));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Nobody waits for rows that cannot be seen. */
static void
refill (QmSourcesPage *self)
{
  g_autoptr (GListModel) rows = NULL;

  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  rows = qm_source_rows (qm_session_get_dataset (self->session));
  qm_claim_list_set_rows (self->list, rows);
}

static void
session_changed_cb (QmSourcesPage *self, guint change)
{
  if ((change & QM_SESSION_DATASET) != 0)
    refill (self);
}

/* --- What is shown of them --- */

/* Claims that cite several sources have as many rows. */
static guint
count_claims (QmSourcesPage *self)
{
  GListModel *shown = G_LIST_MODEL (qm_claim_list_get_shown (self->list));
  g_autoptr (GHashTable) claims = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++) {
    g_autoptr (QmSourceRow) row = g_list_model_get_item (shown, i);

    if (qm_source_row_get_claim (row) != NULL)
      g_hash_table_add (claims, (gpointer) qm_source_row_get_claim (row));
  }
  return g_hash_table_size (claims);
}

static void
updated_cb (QmSourcesPage *self)
{
  g_autofree char *text = qm_claim_list_word_count (
      self->list, count_claims (self), (guint) qm_session_get_dataset (self->session)->n_claims);

  gtk_label_set_text (self->count, text);
  gtk_stack_set_visible_child_name (self->body,
                                    qm_claim_list_is_empty (self->list) ? "nothing" : "rows");
}

static void
filter_changed_cb (QmSourcesPage *self)
{
  qm_claim_list_set_words (self->list, gtk_editable_get_text (self->filter));
}

static void
filter_stopped_cb (QmSourcesPage *self)
{
  gtk_editable_set_text (self->filter, "");
}

static void
activate_cb (QmSourcesPage *self, guint position)
{
  g_autoptr (QmSourceRow) row =
      g_list_model_get_item (G_LIST_MODEL (qm_claim_list_get_shown (self->list)), position);

  qm_claim_list_open (self->list, GTK_WIDGET (self), row);
}

static gboolean
copy_citation (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return qm_claim_list_copy_citation (QM_SOURCES_PAGE (widget)->list, widget);
}

/* --- The widget --- */

static void
qm_sources_page_map (GtkWidget *widget)
{
  QmSourcesPage *self = QM_SOURCES_PAGE (widget);

  GTK_WIDGET_CLASS (qm_sources_page_parent_class)->map (widget);
  if (self->session == NULL)
    return;
  if (self->is_stale)
    refill (self);
  qm_claim_list_find_again (self->list);
}

static gboolean
qm_sources_page_grab_focus (GtkWidget *widget)
{
  return qm_list_grab_focus (GTK_WIDGET (QM_SOURCES_PAGE (widget)->view));
}

static void
qm_sources_page_dispose (GObject *object)
{
  QmSourcesPage *self = QM_SOURCES_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qm_sources_page_parent_class)->dispose (object);
}

static void
qm_sources_page_class_init (QmSourcesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_sources_page_dispose;
  widget_class->map = qm_sources_page_map;
  widget_class->grab_focus = qm_sources_page_grab_focus;
  g_type_ensure (QM_TYPE_FLOW_LAYOUT);

  gtk_widget_class_set_css_name (widget_class, "sourcespage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quymo/Quymo/sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QmSourcesPage, content);
  gtk_widget_class_bind_template_child (widget_class, QmSourcesPage, filter);
  gtk_widget_class_bind_template_child (widget_class, QmSourcesPage, count);
  gtk_widget_class_bind_template_child (widget_class, QmSourcesPage, body);
  gtk_widget_class_bind_template_child (widget_class, QmSourcesPage, view);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_citation, NULL);
}

static void
qm_sources_page_init (QmSourcesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = qm_claim_list_new (&source_rows, GTK_WIDGET (self->view), NULL);
  g_signal_connect_object (self->list, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, qm_claim_list_get_shown (self->list));
}

void
qm_sources_page_set_session (QmSourcesPage *self, QmSession *session)
{
  g_return_if_fail (QM_IS_SOURCES_PAGE (self));

  if (self->session == session)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  qm_claim_list_set_session (self->list, session);
  refill (self);
}
