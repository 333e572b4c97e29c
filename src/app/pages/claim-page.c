#include "app/pages/claim-page.h"

#include "app/pages/claim-menu.h"
#include "app/widgets/address-menu.h"
#include "app/widgets/cite-menu.h"
#include "app/widgets/claim-labels.h"
#include "app/widgets/context-menu.h"
#include "app/widgets/flow-layout.h"
#include "app/widgets/follow.h"
#include "app/widgets/list-rows.h"
#include "base/words.h"

typedef struct {
  QmSession *session; /* followed; NULL until set */
  gboolean is_stale;  /* the rows are not those of the session */
  char *chart;        /* the id of the one in front when they were made */
  QmClaimList *list;

  GtkWidget *content;
  GtkWidget *tools;
  GtkEditable *filter;
  GtkLabel *count;
  GtkWidget *scroller;
  GtkWidget *view;
  GtkWidget *nothing;
} QmClaimPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QmClaimPage, qm_claim_page, QM_TYPE_BIN)

static QmClaimPagePrivate *
get_page (gpointer self)
{
  return qm_claim_page_get_instance_private (QM_CLAIM_PAGE (self));
}

/* --- The rows --- */

static gboolean
focus_rows_cb (gpointer view)
{
  qm_list_rows_grab_focus (view);
  return G_SOURCE_REMOVE;
}

/* TRUE if the rows that come are those that were there but for what was edited. */
static gboolean
has_same_chart (QmClaimPagePrivate *page)
{
  const char *id = qm_session_get_chart (page->session)->id;
  gboolean is_same = g_strcmp0 (page->chart, id) == 0;

  g_free (page->chart);
  page->chart = g_strdup (id);
  return is_same;
}

/* Nobody waits for rows that cannot be seen. Whoever is at one is at one of the new ones, as soon
 * as they are there. */
static void
fill (QmClaimPage *self, gboolean keeps_place)
{
  QmClaimPagePrivate *page = get_page (self);
  g_autoptr (GListModel) rows = NULL;
  gboolean has_focus;

  page->is_stale = page->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (page->is_stale)
    return;
  has_focus = qm_list_rows_have_focus (page->view);
  rows = QM_CLAIM_PAGE_GET_CLASS (self)->create_rows (self, page->session);
  qm_claim_list_set_rows (page->list, rows, has_same_chart (page) && keeps_place);
  if (has_focus)
    g_idle_add_full (G_PRIORITY_LOW, focus_rows_cb, g_object_ref (page->view), g_object_unref);
}

void
qm_claim_page_refill (QmClaimPage *self)
{
  fill (self, FALSE);
}

static void
session_changed_cb (QmClaimPage *self, guint change)
{
  if ((change & QM_CLAIM_PAGE_GET_CLASS (self)->get_changes (self)) != 0)
    fill (self, TRUE);
}

static void
updated_cb (QmClaimPage *self)
{
  QmClaimPageClass *klass = QM_CLAIM_PAGE_GET_CLASS (self);
  QmClaimPagePrivate *page = get_page (self);
  gboolean is_empty =
      g_list_model_get_n_items (G_LIST_MODEL (qm_claim_list_get_shown (page->list))) == 0;
  g_autofree char *count = qm_claim_list_word_count (page->list);

  qm_claim_labels_show_text (page->count, count);
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

static QmCited
get_selected (gpointer self)
{
  return qm_claim_list_get_selected (get_page (self)->list);
}

/* To the chart that shows the claim, with its mark. */
static void
show_in_chart (QmClaimPage *self, const QmClaim *claim)
{
  if (qm_session_go_to_claim (get_page (self)->session, claim))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "chart");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.message", "s",
                                _ ("No chart shows this claim"));
}

/* The claim or the source is edited, or removed. FALSE where there is neither. */
static gboolean
act_on_entry (QmClaimPage *self, const char *action, QmCited cited)
{
  const char *section = cited.claim != NULL ? "claims" : "sources";

  if (cited.claim == NULL && cited.source == NULL)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, "(ss)", section,
                              cited.claim != NULL ? cited.claim->id : cited.source->id);
  return TRUE;
}

/* Only claims are somewhere else as well. */
static void
activate_cb (QmClaimPage *self, guint position)
{
  QmCited cited = qm_claim_list_get_cited (get_page (self)->list, position);

  if (cited.claim != NULL)
    show_in_chart (self, cited.claim);
  else
    act_on_entry (self, "win.edit-entry", cited);
}

static gboolean
copy_citation (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  QmCited cited = get_selected (widget);

  if (cited.claim == NULL && cited.source == NULL)
    return FALSE;
  qm_cite_menu_copy_usual (widget, cited);
  return TRUE;
}

/* --- The menu of a row --- */

static void
cite (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  copy_citation (widget, NULL, NULL);
}

static void
show (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  const QmClaim *claim = get_selected (widget).claim;

  if (claim != NULL)
    show_in_chart (QM_CLAIM_PAGE (widget), claim);
}

static void
choose (GtkWidget *row)
{
  gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
}

/* The row that has the focus, also inside it, is the selected one then. */
static gboolean
act_on_row (GtkWidget *widget, const char *action)
{
  GtkWidget *row = qm_list_rows_get_focused (get_page (widget)->view);

  if (row == NULL)
    return FALSE;
  choose (row);
  return act_on_entry (QM_CLAIM_PAGE (widget), action, get_selected (widget));
}

/* Where no row has the focus, the chart in front is edited. */
static void
edit (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  if (!act_on_row (widget, "win.edit-entry"))
    gtk_widget_activate_action (widget, "win.edit-chart", NULL);
}

static gboolean
remove_entry (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return act_on_row (widget, "win.remove-entry");
}

/* Of the row, which becomes the selected one. */
static void
open_menu (QmClaimPage *self, GtkWidget *row, GdkRectangle place)
{
  const QmChart *chart = qm_session_get_chart (get_page (self)->session);
  g_autoptr (GMenuModel) model = NULL;
  QmCited cited;

  choose (row);
  cited = get_selected (self);
  model = cited.claim != NULL ? qm_claim_menu_new (chart, cited.claim, FALSE)
                              : qm_claim_menu_new_of_source (cited.source);
  qm_context_menu_open (GTK_WIDGET (self), model, get_page (self)->view, place);
}

static void
menu_pressed_cb (GtkGestureClick *click, int n_press G_GNUC_UNUSED, double x, double y,
                 QmClaimPage *self)
{
  GtkWidget *row = qm_list_rows_find (get_page (self)->view, x, y);

  if (row == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, row, (GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static gboolean
open_menu_by_key (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = get_page (widget)->view, *row = qm_list_rows_get_focused (view);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, view, &bounds))
    return FALSE;
  open_menu (QM_CLAIM_PAGE (widget), row,
             (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, 24,
                              (int) bounds.size.height });
  return TRUE;
}

static void
add_menu (QmClaimPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (get_page (self)->view, GTK_EVENT_CONTROLLER (click));
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
  GtkWidget *inside = gtk_widget_get_focus_child (widget);

  /* The stack gives it to a page before it says that this is seen. */
  if (page->content == NULL)
    return FALSE;
  /* The keys of a menu are its own. */
  if (GTK_IS_POPOVER (inside))
    return gtk_widget_child_focus (inside, direction);
  return qm_list_rows_move_focus (page->view, page->tools, page->nothing, direction);
}

static gboolean
qm_claim_page_grab_focus (GtkWidget *widget)
{
  QmClaimPagePrivate *page = get_page (widget);

  return page->content != NULL && qm_list_rows_grab_focus (page->view);
}

static void
qm_claim_page_dispose (GObject *object)
{
  QmClaimPagePrivate *page = get_page (object);

  G_OBJECT_CLASS (qm_claim_page_parent_class)->dispose (object);
  g_clear_object (&page->list);
  g_clear_pointer (&page->chart, g_free);
}

static void
qm_claim_page_class_init (QmClaimPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_claim_page_dispose;
  widget_class->map = qm_claim_page_map;
  widget_class->focus = qm_claim_page_focus;
  widget_class->grab_focus = qm_claim_page_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_citation, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_entry, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, remove_entry, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, open_menu_by_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, open_menu_by_key, NULL);
  gtk_widget_class_install_action (widget_class, "claim.cite", NULL, cite);
  gtk_widget_class_install_action (widget_class, "claim.show", NULL, show);
  gtk_widget_class_install_action (widget_class, "claim.edit", NULL, edit);
  qm_address_menu_add_actions (widget_class);
}

static void
qm_claim_page_init (QmClaimPage *self G_GNUC_UNUSED)
{
}

void
qm_claim_page_class_set_template (QmClaimPageClass *klass, const char *name)
{
  static const char *const children[] = { "content",  "tools", "filter", "count",
                                          "scroller", "view",  "nothing" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QM_TYPE_FLOW_LAYOUT);
  qm_widgets_set_template (widget_class, name);
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
  add_menu (self);
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
  page->session = qm_follow (self, session, G_CALLBACK (session_changed_cb));
  qm_claim_list_set_session (page->list, session);
  qm_claim_page_refill (self);
}
