/* Rows that tell of claims, as a list of a page shows them: filtered by words, put in an order, and
 * in step with the session's selection. The signal "updated" says, before the next frame, that rows
 * have come or gone. */
#pragma once

#include "app/session/session.h"
#include "chart/words/cite.h"

#include <gtk/gtk.h>

typedef struct {
  QmCited (*get_cited) (gpointer row);                        /* of a heading the source */
  gboolean (*matches) (gpointer row, const GPtrArray *words); /* of QmQueryWord, all of them */
} QmClaimListRows;

#define QM_TYPE_CLAIM_LIST (qm_claim_list_get_type ())
G_DECLARE_FINAL_TYPE (QmClaimList, qm_claim_list, QM, CLAIM_LIST, GObject)

/* For a list view or column view, which it scrolls and which has to stay as long. order may be
 * NULL: as given. */
QmClaimList *qm_claim_list_new (const QmClaimListRows *type, GtkWidget *view,
                                GtkSorter *order) G_GNUC_WARN_UNUSED_RESULT;

/* To be called once, before all of the following. */
void qm_claim_list_set_session (QmClaimList *self, QmSession *session);

/* Whoever looks at a row that is there no longer looks at the one in its place, if that is kept. */
void qm_claim_list_set_rows (QmClaimList *self, GListModel *rows, gboolean keeps_place);

/* Shows only the rows that have all the words of what was typed: of thousands the first ones before
 * the next frame, the others while the reader types on. */
void qm_claim_list_set_words (QmClaimList *self, const char *typed);

/* To be called when the order has become another, or the list has come into sight: what the reader
 * looks at is scrolled to. */
void qm_claim_list_find_again (QmClaimList *self);

/* All rows that are shown, in their order, for the view. (unowned) */
GtkSelectionModel *qm_claim_list_get_shown (QmClaimList *self);

/* What the row at that position among them tells of, or the one that is selected; neither where
 * there is none. */
QmCited qm_claim_list_get_cited (QmClaimList *self, guint position);
QmCited qm_claim_list_get_selected (QmClaimList *self);

/* "57 claims", or "12 of 57 claims" where others are filtered out. */
char *qm_claim_list_word_count (QmClaimList *self) G_GNUC_WARN_UNUSED_RESULT;
