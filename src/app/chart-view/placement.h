/* Where the card goes: beside its mark, where it covers the least of what there is to read. Logical
 * pixels. */
#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* A place for a card of width × height about a mark of the scene, inside room. Of all places it
 * is the one that covers least of the mark, then fewest marks and values, then titles; then the
 * same where it is grown to height grown; then fewest other texts, of which those at the foot count
 * least; and of those the nearest: below the mark, above, right or left of it, gap pixels away or
 * as near to that as there is space for. A card larger than room starts at room's corner. */
QmRect qm_placement_find (const QmScene *scene, int mark, QmRect room, double width, double height,
                          double grown, double gap);

/* The place of a card that was at place and is now of that other size: down from there or, is_up,
 * upwards, where that covers less of the mark or fewer marks and values. It moves no further than
 * the room makes it, so that it does not leap away from whoever has pressed its mark. */
QmRect qm_placement_grow (const QmScene *scene, int mark, QmRect room, QmRect place, double width,
                          double height, gboolean *is_up);

G_END_DECLS
