#include "app/pages/sources-page.h"

#include "app/pages/source-cell.h"
#include "app/pages/source-row.h"
#include "app/widgets/access.h"

struct _QmSourcesPage {
  QmClaimPage parent_instance;
};

G_DEFINE_FINAL_TYPE (QmSourcesPage, qm_sources_page, QM_TYPE_CLAIM_PAGE)

static QmCited
cited_of_row (gpointer row)
{
  const QmClaim *claim = qm_source_row_get_claim (row);

  return (QmCited) { .claim = claim,
                     .source = claim == NULL ? qm_source_row_get_source (row) : NULL };
}

static gboolean
row_matches (gpointer row, const GPtrArray *words)
{
  return qm_source_row_matches (row, words);
}

static const QmClaimListRows source_rows = { cited_of_row, row_matches };

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

  /* A row of the list has no name of its own for the screen reader. */
  words = qm_source_cell_get_words (QM_SOURCE_CELL (cell));
  qm_access_set_label (gtk_widget_get_parent (cell), words);
}

static GListModel *
create_rows (QmClaimPage *self G_GNUC_UNUSED, QmSession *session)
{
  return qm_source_row_list (qm_session_get_dataset (session));
}

static guint
get_changes (QmClaimPage *self G_GNUC_UNUSED)
{
  return QM_SESSION_DATASET;
}

static void
build (QmClaimPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qm_claim_page_set_up (self, &source_rows, NULL);
}

static void
qm_sources_page_class_init (QmSourcesPageClass *klass)
{
  QmClaimPageClass *page_class = QM_CLAIM_PAGE_CLASS (klass);

  page_class->build = build;
  page_class->create_rows = create_rows;
  page_class->get_changes = get_changes;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sourcespage");
  qm_claim_page_class_set_template (page_class, "sources-page");
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), bind_cb);
}

static void
qm_sources_page_init (QmSourcesPage *self G_GNUC_UNUSED)
{
}
