/* Where the card goes: beside what it tells about and inside the room it has. Logical pixels. */
#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

/* A place for a card of width × height inside room: below mark, above, right or left of it, the
 * first of them that has space, gap pixels away or as near to that as there is space for. Where
 * none has, the place that covers least of mark. A card larger than room starts at room's corner.
 */
QmRect qm_place_card (QmRect room, QmRect mark, double width, double height, double gap);

G_END_DECLS
