#include "app/pages/claim-list.h"

#include "app/widgets/cite-menu.h"
#include "app/widgets/list-scroll.h"
#include "search/query.h"

#include <glib/gi18n.h>

struct _QmClaimList {
  GObject parent_instance;

  const QmClaimListRows *type;
  QmSession *session; /* a reference */
  GtkWidget *view;    /* (unowned) */
  GPtrArray *words;   /* QmQueryWord */

  /* rows → those with the words → in their order → one of them selected */
  GtkFilter *has_words;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;

  gboolean is_following; /* the selection is set to the session's, not by the reader */
  gboolean is_lost;      /* what the reader looks at is to be scrolled to */
  guint update_id;       /* an idle source, when rows have come or gone; else 0 */
};

G_DEFINE_FINAL_TYPE (QmClaimList, qm_claim_list, G_TYPE_OBJECT)

static guint updated_signal;

static guint
count_shown (QmClaimList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static gboolean
is_pending (QmClaimList *self)
{
  return gtk_filter_list_model_get_pending (self->filtered) > 0 ||
         gtk_sort_list_model_get_pending (self->sorted) > 0;
}

/* --- The selection --- */

static guint
find_row (QmClaimList *self, const QmClaim *claim)
{
  guint n_shown = count_shown (self);

  for (guint i = 0; claim != NULL && i < n_shown; i++) {
    g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

    if (self->type->get_claim (row) == claim)
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

const QmClaim *
qm_claim_list_get_selected (QmClaimList *self)
{
  gpointer row;

  g_return_val_if_fail (QM_IS_CLAIM_LIST (self), NULL);

  row = gtk_single_selection_get_selected_item (self->selection);
  return row != NULL ? self->type->get_claim (row) : NULL;
}

/* Of several rows of the claim, the one that was chosen stays. */
static void
follow_selection (QmClaimList *self)
{
  const QmClaim *claim = qm_session_get_selected (self->session);

  if (claim == qm_claim_list_get_selected (self))
    return;
  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, find_row (self, claim));
  self->is_following = FALSE;
}

/* Not emitted where the selected row is only filtered out. */
static void
selection_changed_cb (QmClaimList *self)
{
  if (!self->is_following)
    qm_session_select (self->session, qm_claim_list_get_selected (self));
}

static void
session_changed_cb (QmClaimList *self, guint change)
{
  if ((change & QM_SESSION_SELECTION) == 0 ||
      qm_session_get_selected (self->session) == qm_claim_list_get_selected (self))
    return;
  follow_selection (self);
  if (qm_claim_list_get_selected (self) != NULL)
    qm_claim_list_find_again (self);
}

gboolean
qm_claim_list_copy_citation (QmClaimList *self, GtkWidget *page)
{
  QmCited cited = { .claim = qm_claim_list_get_selected (self) };

  if (cited.claim == NULL)
    return FALSE;
  qm_cite_copy (page, cited, QM_CITE_PLAIN);
  return TRUE;
}

void
qm_claim_list_open (QmClaimList *self, GtkWidget *page, gpointer row)
{
  const QmClaim *claim;

  g_return_if_fail (QM_IS_CLAIM_LIST (self));

  claim = self->type->get_claim (row);
  if (claim == NULL)
    return;
  if (qm_session_go_to_claim (self->session, claim))
    gtk_widget_activate_action (page, "win.page", "s", "chart");
  else
    gtk_widget_activate_action (page, "win.message", "s", _ ("No chart shows this claim"));
}

/* --- When rows have come or gone --- */

/* To the row that is selected, else to the first. */
static void
scroll (QmClaimList *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  self->is_lost = FALSE;
  if (count_shown (self) > 0)
    qm_list_scroll_to (self->view, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

static gboolean
update_cb (gpointer data)
{
  QmClaimList *self = data;

  self->update_id = 0;
  follow_selection (self);
  g_signal_emit (self, updated_signal, 0);
  if (self->is_lost && !is_pending (self))
    scroll (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the view has to hear of the rows first. But before the next frame. */
static void
queue_update (QmClaimList *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

void
qm_claim_list_find_again (QmClaimList *self)
{
  g_return_if_fail (QM_IS_CLAIM_LIST (self));

  self->is_lost = TRUE;
  queue_update (self);
}

/* --- The rows --- */

static gboolean
row_has_words (gpointer row, gpointer data)
{
  QmClaimList *self = data;

  return self->type->matches (row, self->words);
}

void
qm_claim_list_set_words (QmClaimList *self, const char *typed)
{
  g_return_if_fail (QM_IS_CLAIM_LIST (self));

  g_ptr_array_unref (self->words);
  self->words = qm_query_words (typed);
  gtk_filter_changed (self->has_words, GTK_FILTER_CHANGE_DIFFERENT);
  queue_update (self);
}

void
qm_claim_list_set_rows (QmClaimList *self, GListModel *rows)
{
  g_return_if_fail (QM_IS_CLAIM_LIST (self) && self->session != NULL);

  gtk_filter_list_model_set_model (self->filtered, rows);
  qm_claim_list_find_again (self);
}

GtkSelectionModel *
qm_claim_list_get_shown (QmClaimList *self)
{
  g_return_val_if_fail (QM_IS_CLAIM_LIST (self), NULL);

  return GTK_SELECTION_MODEL (self->selection);
}

gboolean
qm_claim_list_is_empty (QmClaimList *self)
{
  g_return_val_if_fail (QM_IS_CLAIM_LIST (self), FALSE);

  return count_shown (self) == 0 && !is_pending (self);
}

char *
qm_claim_list_word_count (QmClaimList *self, guint n_shown, guint n_claims)
{
  g_return_val_if_fail (QM_IS_CLAIM_LIST (self), NULL);

  if (self->words->len == 0)
    return g_strdup_printf (ngettext ("%d claim", "%d claims", n_claims), (int) n_claims);
  /* Translators: "12 of 31 claims", where the others are filtered out */
  return g_strdup_printf (ngettext ("%u of %u claim", "%u of %u claims", n_claims), n_shown,
                          n_claims);
}

/* --- The object --- */

static void
qm_claim_list_dispose (GObject *object)
{
  QmClaimList *self = QM_CLAIM_LIST (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->selection != NULL) {
    g_signal_handlers_disconnect_by_data (self->selection, self);
    g_signal_handlers_disconnect_by_data (self->sorted, self);
    g_signal_handlers_disconnect_by_data (self->filtered, self);
  }
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->has_words);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  G_OBJECT_CLASS (qm_claim_list_parent_class)->dispose (object);
}

static void
qm_claim_list_class_init (QmClaimListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qm_claim_list_dispose;

  updated_signal = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
qm_claim_list_init (QmClaimList *self)
{
  self->words = g_ptr_array_new ();
}

QmClaimList *
qm_claim_list_new (const QmClaimListRows *type, GtkWidget *view, GtkSorter *order)
{
  QmClaimList *self = g_object_new (QM_TYPE_CLAIM_LIST, NULL);

  self->type = type;
  self->view = view;
  self->has_words = GTK_FILTER (gtk_custom_filter_new (row_has_words, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->has_words));
  gtk_filter_list_model_set_incremental (self->filtered, TRUE);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                          order != NULL ? g_object_ref (order) : NULL);
  gtk_sort_list_model_set_incremental (self->sorted, TRUE);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (queue_update), self);
  /* Also where there was nothing to be found or to be moved. */
  g_signal_connect_swapped (self->filtered, "notify::pending", G_CALLBACK (queue_update), self);
  g_signal_connect_swapped (self->sorted, "notify::pending", G_CALLBACK (queue_update), self);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
  return self;
}

void
qm_claim_list_set_session (QmClaimList *self, QmSession *session)
{
  g_return_if_fail (QM_IS_CLAIM_LIST (self) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
}
