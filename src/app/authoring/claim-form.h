/* The form beside a text, for one figure of it: filled with what the text says, to be seen and
 * corrected before it becomes a claim. What is not sure is empty.
 *
 * Signals: "confirmed" (Enter in a field, or the button), "dismissed" (the other button), "typed"
 * (something in it is other than what it was filled with, or not any more), and "words" (gsize
 * start, gsize end): the words that the field in use was filled from, none where end is 0. */
#pragma once

#include "app/widgets/bin.h"
#include "edit/article.h"
#include "edit/edit.h"

#define QM_TYPE_CLAIM_FORM (qm_claim_form_get_type ())
G_DECLARE_FINAL_TYPE (QmClaimForm, qm_claim_form, QM, CLAIM_FORM, QmBin)

/* Its buttons, and what is wrong: to be put where they stay in sight. */
GtkWidget *qm_claim_form_get_foot (QmClaimForm *self);

/* words is the figure as the text has it, from start up to but not including end. */
void qm_claim_form_show_guesses (QmClaimForm *self, const char *words, gsize start, gsize end,
                                 const QmGuesses *guesses);

/* The same of a figure that is a claim already, or several ranks (element const QmClaim *). */
void qm_claim_form_show_claims (QmClaimForm *self, const char *words, gsize start, gsize end,
                                const GPtrArray *claims);

/* What the fields may be as well: words of the text, and names that the dataset has. */
void qm_claim_form_offer (QmClaimForm *self, const QmGuesses *guesses);

/* Puts the next of these, or the one before where step is -1, into the field that the key is of: o,
 * of what; w, whose; t, compared with whom; h, when. FALSE for another key. */
gboolean qm_claim_form_take_next (QmClaimForm *self, guint key, int step);

/* Keeps with the text what is typed for that figure and not confirmed; and puts it there again. */
void qm_claim_form_keep (QmClaimForm *self, QmArticle *article, gsize figure);
void qm_claim_form_restore (QmClaimForm *self, const QmArticle *article, gsize figure);

/* Marks the fields that were filled from the words at that place of the paragraph; none where that
 * is negative. */
void qm_claim_form_mark_fields (QmClaimForm *self, gint64 place);

/* What stands in the fields, as far as the form has them; what they point to lives until it
 * changes. The dataset, which may be NULL, has units of its own. Of several ranks, low and high are
 * the first and the last. FALSE where a field lacks what a claim needs: it has the focus then. */
gboolean qm_claim_form_read (QmClaimForm *self, const QmDataset *dataset, QmClaimFields *fields);

/* Precision by its number: 1 exact, 2 about, 3 more than, 4 less than, 5 between. */
void qm_claim_form_set_precision (QmClaimForm *self, guint number);

/* Says what is wrong, below the fields, and goes to the field of that key of a claim where there is
 * one; text NULL: nothing is. */
void qm_claim_form_set_problem (QmClaimForm *self, const char *text, const char *key);
