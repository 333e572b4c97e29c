/* Where the card goes: beside its mark, where it covers the least of what there is to read. Logical
 * pixels. */
#pragma once

#include "scene/scene.h"

typedef struct {
  double width, height;
} QmCardShape;

#define QM_CARD_SHAPES 3

/* What a card needs while somebody passes by, and when it has grown: that in some shapes, the
 * narrowest, which is preferred, first. */
typedef struct {
  QmCardShape small;
  QmCardShape grown[QM_CARD_SHAPES];
  guint n_grown; /* one or more */
} QmCardSizes;

/* A place for a small card about a mark of the scene, inside room. Of all places it is the one that
 * covers least of the mark, then least of it where it has grown; then fewest marks and values, then
 * titles; then the same where it has grown; then fewest other texts, of which those at the foot
 * count least; and of those the nearest: below the mark, above, right or left of it, gap pixels
 * away or as near to that as there is space for. A card larger than room starts at room's corner.
 */
QmRect qm_placement_find (const QmScene *scene, int mark, QmRect room, const QmCardSizes *sizes,
                          double gap);

/* The place of a card that was at place and has grown: down from there or, is_up, upwards, to the
 * right or to the left, where that covers less of the mark or fewer marks and values; wider only
 * where it would else cover more of the mark. It moves no further than the room makes it, so that
 * it does not leap away from whoever has pressed its mark. */
QmRect qm_placement_grow (const QmScene *scene, int mark, QmRect room, QmRect place,
                          const QmCardSizes *sizes, gboolean *is_up);
