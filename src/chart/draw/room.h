/* Where a picture still has room, and where a line can run without touching anything. Lines that
 * only divide, in the theme's colour for these, are no obstacle. */
#pragma once

#include "chart/draw/theme.h"
#include "scene/scene.h"

/* TRUE if a part of the straight line lies inside rect. */
gboolean qm_room_line_crosses (QmPoint from, QmPoint to, QmRect rect);

/* TRUE if no two texts overlap, all are inside the scene, and of each something can be read. */
gboolean qm_room_is_tidy (const QmScene *scene);

/* The same of the texts from that shape on, inside area; nor do two names end so early that they
 * are the same. */
gboolean qm_room_is_tidy_in (const QmScene *scene, gsize first, QmRect area);

/* TRUE if neither a text nor a shape lies in place. */
gboolean qm_room_is_free (const QmScene *scene, const QmTheme *theme, QmRect place);

/* TRUE if the straight line touches no shape and keeps that distance from texts. The shapes of that
 * mark do not count, its texts do; it is -1 for none. */
gboolean qm_room_is_clear (const QmScene *scene, const QmTheme *theme, QmPoint from, QmPoint to,
                           double distance, int mark);
