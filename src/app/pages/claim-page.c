#include "app/pages/claim-page.h"

#include "app/widgets/cite-menu.h"
#include "app/widgets/flow-layout.h"
#include "app/widgets/list-rows.h"
#include "base/words.h"

typedef struct {
  QmSession *session; /* a reference; NULL until set */
  gboolean is_stale;  /* the rows are not those of the session */
  QmClaimList *list;

  GtkWidget *content;
  GtkWidget *tools;
  GtkEditable *filter;
  GtkLabel *count;
  GtkWidget *scroller;
  GtkWidget *view;
  GtkWidget *nothing;
} QmClaimPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QmClaimPage, qm_claim_page, GTK_TYPE_WIDGET)

static QmClaimPagePrivate *
get_page (gpointer self)
{
  return qm_claim_page_get_instance_private (QM_CLAIM_PAGE (self));
}

/* --- The rows --- */

/* Nobody waits for rows that cannot be seen. */
void
qm_claim_page_refill (QmClaimPage *self)
{
  QmClaimPagePrivate *page = get_page (self);
  g_autoptr (GListModel) rows = NULL;

  page->is_stale = page->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (page->is_stale)
    return;
  rows = QM_CLAIM_PAGE_GET_CLASS (self)->create_rows (self, page->session);
  qm_claim_list_set_rows (page->list, rows);
}

static void
session_changed_cb (QmClaimPage *self, guint change)
{
  if ((change & QM_CLAIM_PAGE_GET_CLASS (self)->get_changes (self)) != 0)
    qm_claim_page_refill (self);
}

static void
updated_cb (QmClaimPage *self)
{
  QmClaimPageClass *klass = QM_CLAIM_PAGE_GET_CLASS (self);
  QmClaimPagePrivate *page = get_page (self);
  gboolean is_empty =
      g_list_model_get_n_items (G_LIST_MODEL (qm_claim_list_get_shown (page->list))) == 0;
  g_autofree char *count = qm_claim_list_word_count (page->list);

  gtk_label_set_text (page->count, count);
  gtk_widget_set_visible (page->scroller, !is_empty);
  gtk_widget_set_visible (page->nothing, is_empty);
  if (klass->updated != NULL)
    klass->updated (self, is_empty);
}

/* --- What the reader does --- */

static void
filter_changed_cb (QmClaimPage *self)
{
  QmClaimPagePrivate *page = get_page (self);

  qm_claim_list_set_words (page->list, gtk_editable_get_text (page->filter));
}

static void
filter_stopped_cb (QmClaimPage *self)
{
  gtk_editable_set_text (get_page (self)->filter, "");
}

/* To the chart that shows the claim, with its mark. */
static void
activate_cb (QmClaimPage *self, guint position)
{
  QmClaimPagePrivate *page = get_page (self);
  const QmClaim *claim = qm_claim_list_get_claim (page->list, position);

  if (claim == NULL)
    return;
  if (qm_session_go_to_claim (page->session, claim))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "chart");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.message", "s",
                                _ ("No chart shows this claim"));
}

static gboolean
copy_citation (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  QmCited cited = { .claim = qm_claim_list_get_selected (get_page (widget)->list) };

  if (cited.claim == NULL)
    return FALSE;
  qm_cite_copy (widget, cited, QM_CITE_PLAIN);
  return TRUE;
}

/* --- The widget --- */

static void
qm_claim_page_map (GtkWidget *widget)
{
  QmClaimPagePrivate *page = get_page (widget);

  GTK_WIDGET_CLASS (qm_claim_page_parent_class)->map (widget);
  if (page->session == NULL)
    return;
  if (page->is_stale)
    qm_claim_page_refill (QM_CLAIM_PAGE (widget));
  qm_claim_list_find_again (page->list);
}

static gboolean
qm_claim_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  QmClaimPagePrivate *page = get_page (widget);

  return qm_list_move_focus (page->view, page->tools, page->nothing, direction);
}

static gboolean
qm_claim_page_grab_focus (GtkWidget *widget)
{
  return qm_list_grab_focus (get_page (widget)->view);
}

static void
qm_claim_page_dispose (GObject *object)
{
  QmClaimPagePrivate *page = get_page (object);

  if (page->session != NULL)
    g_signal_handlers_disconnect_by_data (page->session, object);
  g_clear_pointer (&page->content, gtk_widget_unparent);
  g_clear_object (&page->list);
  g_clear_object (&page->session);
  G_OBJECT_CLASS (qm_claim_page_parent_class)->dispose (object);
}

static void
qm_claim_page_class_init (QmClaimPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_claim_page_dispose;
  widget_class->map = qm_claim_page_map;
  widget_class->focus = qm_claim_page_focus;
  widget_class->grab_focus = qm_claim_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_citation, NULL);
}

static void
qm_claim_page_init (QmClaimPage *self G_GNUC_UNUSED)
{
}

void
qm_claim_page_class_set_template (QmClaimPageClass *klass, const char *resource)
{
  static const char *const children[] = { "content",  "tools", "filter", "count",
                                          "scroller", "view",  "nothing" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QM_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, resource);
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i], FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

GtkWidget *
qm_claim_page_get_child (QmClaimPage *self, const char *name)
{
  g_return_val_if_fail (QM_IS_CLAIM_PAGE (self), NULL);

  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), G_OBJECT_TYPE (self), name));
}

void
qm_claim_page_set_up (QmClaimPage *self, const QmClaimListRows *type, GtkSorter *order)
{
  QmClaimPagePrivate *page = get_page (self);

  page->content = qm_claim_page_get_child (self, "content");
  page->tools = qm_claim_page_get_child (self, "tools");
  page->filter = GTK_EDITABLE (qm_claim_page_get_child (self, "filter"));
  page->count = GTK_LABEL (qm_claim_page_get_child (self, "count"));
  page->scroller = qm_claim_page_get_child (self, "scroller");
  page->view = qm_claim_page_get_child (self, "view");
  page->nothing = qm_claim_page_get_child (self, "nothing");
  page->list = qm_claim_list_new (type, page->view, order);
  g_signal_connect_object (page->list, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  g_object_set (page->view, "model", qm_claim_list_get_shown (page->list), NULL);
}

QmClaimList *
qm_claim_page_get_list (QmClaimPage *self)
{
  g_return_val_if_fail (QM_IS_CLAIM_PAGE (self), NULL);

  return get_page (self)->list;
}

void
qm_claim_page_set_session (QmClaimPage *self, QmSession *session)
{
  QmClaimPagePrivate *page = get_page (self);

  g_return_if_fail (QM_IS_CLAIM_PAGE (self));

  if (page->session == session)
    return;
  if (page->content == NULL)
    QM_CLAIM_PAGE_GET_CLASS (self)->build (self);
  page->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  qm_claim_list_set_session (page->list, session);
  qm_claim_page_refill (self);
}
