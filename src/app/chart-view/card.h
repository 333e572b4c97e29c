/* The card: what is known of one claim, where it comes from, and what can be done with it. It is
 * laid out for the width it is given and scrolls only where it gets less height than that takes.
 * Its text can be selected. */
#pragma once

#include "app/widgets/bin.h"
#include "dataset/dataset.h"

#include <gtk/gtk.h>

#define QM_TYPE_CARD (qm_card_get_type ())
G_DECLARE_FINAL_TYPE (QmCard, qm_card, QM, CARD, QmBin)

/* How much of it there is. */
typedef enum {
  QM_CARD_SMALL,              /* nothing to press, for a pointer that passes by */
  QM_CARD_SMALL_FOR_EVIDENCE, /* the same, where a press shows the claim's evidence */
  QM_CARD_WHOLE,              /* with all that can be done */
  QM_CARD_BESIDE_EVIDENCE,    /* with what the evidence of the same claim does not offer */
} QmCardSize;

/* claim is borrowed: show another or NULL before its dataset goes. NULL leaves the card as it is.
 * hideable (unowned) is the one whose figure it is, if the chart can do without; else NULL. */
void qm_card_show (QmCard *self, const QmClaim *claim, const QmEntity *hideable, QmCardSize size);

/* The height that it has at that width, in pixels, once a press has made a small one what it will
 * be then, which is as wide. */
int qm_card_measure_pressed (QmCard *self, int width);

/* What a whole card has besides its texts stands under them, or over them. */
void qm_card_set_texts_last (QmCard *self, gboolean are_last);

/* What has all that can be done with the claim. (unowned) */
GtkWidget *qm_card_get_buttons (QmCard *self);

/* Moves the focus among the card's buttons, into them if it is elsewhere; FALSE at their end. Texts
 * are no stops. */
gboolean qm_card_move_focus (QmCard *self, GtkDirectionType direction);
