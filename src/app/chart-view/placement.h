/* Where the card goes: beside its mark, where it covers the least of what there is to read. Logical
 * pixels. */
#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* A place for a card of width × height about a mark of the scene, inside room. Of all places it
 * is the one that covers least of the mark, then fewest marks and values, now and then also when
 * it is grown to height grown, down or up; then fewest titles and other texts, in the same way,
 * of which those at the foot count least; and of those the nearest: below the mark, above, right or
 * left of it, gap pixels away or as near to that as there is space for. A card larger than room
 * starts at room's corner. */
QmRect qm_placement_find (const QmScene *scene, int mark, QmRect room, double width, double height,
                          double grown, double gap);

/* The place of a card that was at place and is now of that greater height: grown down or, is_up,
 * upwards, where no other place covers less of the mark or fewer marks and values; else that other
 * one. */
QmRect qm_placement_grow (const QmScene *scene, int mark, QmRect room, QmRect place, double height,
                          double gap, gboolean *is_up);

G_END_DECLS
