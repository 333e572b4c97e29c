/* Where a picture still has room, and where a line can run without touching anything. Lines that
 * only divide, in the theme's colour for these, are no obstacle. */
#pragma once

#include "chart/theme.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* TRUE if neither a text nor a shape lies in place. */
gboolean qm_room_is_free (const QmScene *scene, const QmTheme *theme, QmRect place);

/* TRUE if the straight line touches neither a text nor a shape, but for those of that mark (-1: of
 * none). */
gboolean qm_room_is_clear (const QmScene *scene, const QmTheme *theme, QmPoint from, QmPoint to,
                           int mark);

G_END_DECLS
