/* Where the card goes: beside its mark, where it covers the least of what there is to read. Logical
 * pixels. */
#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* A place for a card of width × height about a mark of the scene, inside room. Of all places it
 * is the one that covers least of the mark, then fewest marks and values, then fewest titles
 * and other texts, then lets the card grow to height grown, down or up, and of those the
 * nearest: below the mark, above, right or left of it, gap pixels away or as near to that as
 * there is space for. A card larger than room starts at room's corner. */
QmRect qm_placement_find (const QmScene *scene, int mark, QmRect room, double width, double height,
                          double grown, double gap);

/* TRUE if a card with that place is in the room and covers nothing of its mark. */
gboolean qm_placement_is_free (const QmScene *scene, int mark, QmRect room, QmRect place);

G_END_DECLS
