#include "app/pages/claim-list.h"

#include "app/widgets/follow.h"
#include "app/widgets/list-rows.h"
#include "base/words.h"
#include "search/query.h"

struct _QmClaimList {
  GObject parent_instance;

  const QmClaimListRows *type;
  QmSession *session; /* a reference */
  GtkWidget *view;    /* (unowned) */
  GPtrArray *words;   /* QmQueryWord */

  /* rows → those with the words → in their order → one of them selected */
  GListModel *rows; /* NULL until set */
  GListStore *filtered;
  GtkSingleSelection *selection;

  GtkBitset *are_filtered; /* the places in rows of those that are in filtered */
  guint n_looked_through;  /* the first rows, for the words as they are now */
  guint n_found;           /* among them */
  /* Each once: one has several rows where it cites several sources, or stands in several panels. */
  GHashTable *claims, *found_claims;
  guint filter_id; /* an idle source, as long as others are to come; else 0 */

  guint kept;            /* the selected row of those before, whose place is kept; or none */
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

/* --- The selection --- */

QmCited
qm_claim_list_get_cited (QmClaimList *self, guint position)
{
  g_autoptr (GObject) row = NULL;

  g_return_val_if_fail (QM_IS_CLAIM_LIST (self), (QmCited) { 0 });

  row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  return row != NULL ? self->type->get_cited (row) : (QmCited) { 0 };
}

static guint
find_row (QmClaimList *self, const QmClaim *claim)
{
  guint n_shown = count_shown (self);

  for (guint i = 0; claim != NULL && i < n_shown; i++)
    if (qm_claim_list_get_cited (self, i).claim == claim)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

QmCited
qm_claim_list_get_selected (QmClaimList *self)
{
  g_return_val_if_fail (QM_IS_CLAIM_LIST (self), (QmCited) { 0 });

  return qm_claim_list_get_cited (self, gtk_single_selection_get_selected (self->selection));
}

/* Of several rows of the claim, the one that was chosen stays. */
static void
follow_selection (QmClaimList *self)
{
  const QmClaim *claim = qm_session_get_selected (self->session);

  if (claim == qm_claim_list_get_selected (self).claim)
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
    qm_session_select (self->session, qm_claim_list_get_selected (self).claim);
}

static void
session_changed_cb (QmClaimList *self, guint change)
{
  if ((change & QM_SESSION_SELECTION) == 0 ||
      qm_session_get_selected (self->session) == qm_claim_list_get_selected (self).claim)
    return;
  follow_selection (self);
  if (qm_claim_list_get_selected (self).claim != NULL)
    qm_claim_list_find_again (self);
}

/* --- When rows have come or gone --- */

/* Where nothing else is selected, what stands now where the reader was before. */
static void
keep_place (QmClaimList *self)
{
  guint n_shown = count_shown (self);

  if (self->kept != GTK_INVALID_LIST_POSITION && n_shown > 0 &&
      gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, MIN (self->kept, n_shown - 1));
  self->kept = GTK_INVALID_LIST_POSITION;
}

/* To the row that is selected, else to the first. */
static void
scroll (QmClaimList *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  self->is_lost = FALSE;
  if (count_shown (self) > 0)
    qm_list_rows_scroll_to (self->view, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

static gboolean
update_cb (gpointer data)
{
  QmClaimList *self = data;

  self->update_id = 0;
  if (self->filter_id != 0)
    return G_SOURCE_REMOVE; /* once all have been looked through */
  follow_selection (self);
  keep_place (self);
  g_signal_emit (self, updated_signal, 0);
  if (self->is_lost)
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

/* To look through a row takes longest at first. Rows are looked through for so many microseconds
 * before the next frame, and thousands of them in further slices, while the reader types on. */
#define SLICE (5 * G_TIME_SPAN_MILLISECOND)

static gboolean
is_looked_through (QmClaimList *self)
{
  return self->rows == NULL || self->n_looked_through == g_list_model_get_n_items (self->rows);
}

static void
add_claim (GHashTable *claims, const QmClaim *claim)
{
  if (claim != NULL)
    g_hash_table_add (claims, (gpointer) claim);
}

/* Rows of the slice stay, come and go; those after it are still as they were. */
static void
look_through (QmClaimList *self, gint64 microseconds)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 end = g_get_monotonic_time () + microseconds;
  gboolean is_changed = FALSE;
  guint n_before = 0;

  for (; !is_looked_through (self) && g_get_monotonic_time () < end; self->n_looked_through++) {
    g_autoptr (GObject) row = g_list_model_get_item (self->rows, self->n_looked_through);
    const QmClaim *claim = self->type->get_cited (row).claim;

    add_claim (self->claims, claim);
    if (gtk_bitset_contains (self->are_filtered, self->n_looked_through))
      n_before++;
    if (!self->type->matches (row, self->words)) {
      is_changed |= gtk_bitset_remove (self->are_filtered, self->n_looked_through);
      continue;
    }
    is_changed |= gtk_bitset_add (self->are_filtered, self->n_looked_through);
    add_claim (self->found_claims, claim);
    g_ptr_array_add (found, g_steal_pointer (&row));
  }
  if (is_changed)
    g_list_store_splice (self->filtered, self->n_found, n_before, found->pdata, found->len);
  self->n_found += found->len;
}

static gboolean
filter_cb (gpointer data)
{
  QmClaimList *self = data;

  look_through (self, SLICE);
  if (!is_looked_through (self))
    return G_SOURCE_CONTINUE;
  self->filter_id = 0;
  queue_update (self);
  return G_SOURCE_REMOVE;
}

static void
filter (QmClaimList *self)
{
  self->n_looked_through = self->n_found = 0;
  g_hash_table_remove_all (self->found_claims);
  g_clear_handle_id (&self->filter_id, g_source_remove);
  look_through (self, SLICE);
  if (!is_looked_through (self))
    self->filter_id = g_idle_add (filter_cb, self);
  queue_update (self);
}

void
qm_claim_list_set_words (QmClaimList *self, const char *typed)
{
  g_return_if_fail (QM_IS_CLAIM_LIST (self));

  g_ptr_array_unref (self->words);
  self->words = qm_query_words (typed);
  filter (self);
}

void
qm_claim_list_set_rows (QmClaimList *self, GListModel *rows, gboolean keeps_place)
{
  g_return_if_fail (QM_IS_CLAIM_LIST (self) && self->session != NULL);

  if (!keeps_place)
    self->kept = GTK_INVALID_LIST_POSITION;
  else if (self->kept == GTK_INVALID_LIST_POSITION)
    self->kept = gtk_single_selection_get_selected (self->selection);
  g_set_object (&self->rows, rows);
  g_hash_table_remove_all (self->claims);
  gtk_bitset_remove_all (self->are_filtered);
  g_list_store_remove_all (self->filtered);
  filter (self);
  qm_claim_list_find_again (self);
}

GtkSelectionModel *
qm_claim_list_get_shown (QmClaimList *self)
{
  g_return_val_if_fail (QM_IS_CLAIM_LIST (self), NULL);

  look_through (self, G_MAXINT32);
  return GTK_SELECTION_MODEL (self->selection);
}

char *
qm_claim_list_word_count (QmClaimList *self)
{
  guint n_claims;

  g_return_val_if_fail (QM_IS_CLAIM_LIST (self), NULL);

  n_claims = g_hash_table_size (self->claims);
  if (self->words->len == 0)
    return g_strdup_printf (ngettext ("%d claim", "%d claims", n_claims), (int) n_claims);
  /* Translators: "12 of 31 claims", where the others are filtered out */
  return g_strdup_printf (ngettext ("%u of %u claim", "%u of %u claims", n_claims),
                          g_hash_table_size (self->found_claims), n_claims);
}

/* --- The object --- */

static void
qm_claim_list_dispose (GObject *object)
{
  QmClaimList *self = QM_CLAIM_LIST (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->filter_id, g_source_remove);
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->are_filtered, gtk_bitset_unref);
  g_clear_pointer (&self->claims, g_hash_table_unref);
  g_clear_pointer (&self->found_claims, g_hash_table_unref);
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
  self->kept = GTK_INVALID_LIST_POSITION;
  self->words = g_ptr_array_new ();
  self->are_filtered = gtk_bitset_new_empty ();
  self->claims = g_hash_table_new (NULL, NULL);
  self->found_claims = g_hash_table_new (NULL, NULL);
}

QmClaimList *
qm_claim_list_new (const QmClaimListRows *type, GtkWidget *view, GtkSorter *order)
{
  QmClaimList *self = g_object_new (QM_TYPE_CLAIM_LIST, NULL);
  GtkSortListModel *sorted;

  self->type = type;
  self->view = view;
  self->filtered = g_list_store_new (G_TYPE_OBJECT);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                    order != NULL ? g_object_ref (order) : NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return self;
}

void
qm_claim_list_set_session (QmClaimList *self, QmSession *session)
{
  g_return_if_fail (QM_IS_CLAIM_LIST (self) && self->session == NULL);

  self->session = qm_follow (self, session, G_CALLBACK (session_changed_cb));
}
