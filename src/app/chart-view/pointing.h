/* The one rule of the pointer: the mark under it wins. A card that nobody has pinned is in nobody's
 * way; one that somebody has is in front of the marks, and where no mark is, the card under the
 * pointer is. Logical pixels. */
#pragma once

#include "app/chart-view/attention.h"
#include "scene/scene.h"

/* How far beside a mark it is still pointed at. */
#define QM_POINTING_REACH 8

/* The card on the screen; of QM_NO_MARK there is none. */
typedef struct {
  int mark;
  QmRect place;
  gboolean is_pinned;
} QmShownCard;

typedef enum { QM_POINTED_AT_NOTHING, QM_POINTED_AT_MARK, QM_POINTED_AT_CARD } QmPointedAt;

/* What the pointer is at; mark is set to the index of the mark under it, or to QM_NO_MARK where
 * that does not count. */
QmPointedAt qm_pointed_at (const QmScene *scene, const QmShownCard *card, QmPoint pointer,
                           int *mark);

typedef struct {
  QmPoint place;       /* NAN: not over the chart */
  gboolean is_guessed; /* GTK has looked where it is, and it has not told of that itself yet */
} QmPointer;

/* TRUE if it was moved there: not where GTK tells of it because a picture changed or grew under one
 * that rests (is_told is FALSE then). Where that comes before what the pointer tells itself of the
 * same way, it is the latter that counts. */
gboolean qm_pointing_move (QmPointer *pointer, QmPoint to, gboolean is_told);
