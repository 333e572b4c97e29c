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

/* Gives the focus to the one thing in the card that can be pressed. */
void qm_card_focus_copy (QmCard *self);

G_END_DECLS
