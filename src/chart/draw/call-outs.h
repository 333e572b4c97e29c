/* The reader's own notes in a picture, each on a card beside its mark, with a line to it. Where
 * there is no room for the card a number stands at the mark and the note in the footer; where there
 * is none for the number either, the footer's words name the claim. */
#pragma once

#include "chart/draw/note-card.h"
#include "chart/view/viewed.h"

typedef struct {
  const QmViewedChart *viewed;
  QmRect room;         /* in which cards can stand: in the panel of their mark, or outside of all */
  const QmRect *areas; /* of the panels */
} QmCallOutRoom;

/* The call-outs of the view whose marks are in the picture, in the order of the marks. Element
 * const QmCallOut *. */
GPtrArray *qm_call_outs_find (const QmScene *scene,
                              const QmViewedChart *viewed) G_GNUC_WARN_UNUSED_RESULT;

/* Puts call-outs of marks that are in the picture in the order of these. */
void qm_call_outs_sort (GPtrArray *call_outs, const QmScene *scene);

/* Adds the cards of those call-outs for which there is room, and leaves the others in call_outs. */
void qm_call_outs_add (QmScene *scene, const QmStyle *style, const QmCallOutRoom *room,
                       GPtrArray *call_outs);

/* Adds the numbers of call-outs, from 1 on, where there is room. */
void qm_call_outs_add_numbers (QmScene *scene, const QmStyle *style, const QmCallOutRoom *room,
                               const GPtrArray *call_outs);
