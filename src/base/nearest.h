/* What somebody may have meant who mistyped a name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of names (element const char *) the one that is most like what was typed; NULL where none is.
 * (unowned) */
const char *qm_nearest_find (const GPtrArray *names, const char *typed);

G_END_DECLS
