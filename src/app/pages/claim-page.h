/* A page of the window that lists claims under a filter: what the table and the sources have in
 * common. Its rows are a claim-list.h; they are made anew when the session changes, but not before
 * they are to be seen. Ctrl+C copies the citation of what is selected, and a row has the menu of
 * its claim or source (claim-menu.h): by the other button of the pointer, Shift+F10 or the Menu
 * key. F2 edits it ("claim.edit"). Enter and a double click go to a claim in its chart, and edit a
 * source.
 *
 * The template of a kind of page has the children "content" (everything), "tools" with "filter"
 * (GtkSearchEntry) and "count" (GtkLabel), "scroller" with "view" (GtkListView or GtkColumnView),
 * and "nothing", which stands in the scroller's place while nothing is shown. */
#pragma once

#include "app/pages/claim-list.h"
#include "app/widgets/bin.h"

#define QM_TYPE_CLAIM_PAGE (qm_claim_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (QmClaimPage, qm_claim_page, QM, CLAIM_PAGE, QmBin)

struct _QmClaimPageClass {
  QmBinClass parent_class;

  /* What init does in other widgets, from the template on; called when there is a session. */
  void (*build) (QmClaimPage *self);

  /* All rows, as the session is. */
  GListModel *(*create_rows) (QmClaimPage *self, QmSession *session);

  /* The changes of the session (QmSessionChange) that make others of them. */
  guint (*get_changes) (QmClaimPage *self);

  /* Rows have come or gone, and perhaps all; may be NULL. */
  void (*updated) (QmClaimPage *self, gboolean is_empty);
};

/* --- For the kinds of page --- */

/* In class_init: the template of that name, with the signals of the children above. */
void qm_claim_page_class_set_template (QmClaimPageClass *klass, const char *name);

/* In build, after the template: of what type the rows are, and their order, or NULL. */
void qm_claim_page_set_up (QmClaimPage *self, const QmClaimListRows *type, GtkSorter *order);

/* One of the children above, and the rows. (unowned) */
GtkWidget *qm_claim_page_get_child (QmClaimPage *self, const char *name);
QmClaimList *qm_claim_page_get_list (QmClaimPage *self);

/* The rows are no longer those that they should be. */
void qm_claim_page_refill (QmClaimPage *self);

/* --- For the window --- */

/* Builds the page, which the first frame need not wait for where another page is shown. */
void qm_claim_page_set_session (QmClaimPage *self, QmSession *session);
