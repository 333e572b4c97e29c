/* Which of the forms shows claims best: for a panel that names none, and for who is offered some.
 */
#pragma once

#include "dataset/dataset.h"

/* The forms in which such claims can be drawn, of those in the list that NULL ends; the one that
 * shows best what they are first. Element const QmFormRule *. */
GPtrArray *qm_best_form_list (const QmClaim *const *claims, gsize n_claims,
                              const QmForms *forms) G_GNUC_WARN_UNUSED_RESULT;
