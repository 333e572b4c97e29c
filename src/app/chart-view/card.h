/* The card: what is known of one claim, and where it comes from. It is laid out for the width it is
 * given and scrolls only where it gets less height than that takes. Its text can be selected. */
#pragma once

#include "dataset/dataset.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QM_TYPE_CARD (qm_card_get_type ())
G_DECLARE_FINAL_TYPE (QmCard, qm_card, QM, CARD, GtkWidget)

GtkWidget *qm_card_new (void);

/* claim is borrowed: set another or NULL before its dataset goes. NULL leaves the card as it is. */
void qm_card_set_claim (QmCard *self, const QmClaim *claim);

/* Moves the focus among the card's buttons, into them if it is elsewhere; FALSE at their end. Texts
 * are no stops. */
gboolean qm_card_move_focus (QmCard *self, GtkDirectionType direction);

G_END_DECLS
