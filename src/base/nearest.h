/* A name among others, and what somebody may have meant who mistyped it. */
#pragma once

#include <glib.h>

/* Of names (element const char *) the one that is most like what was typed; NULL where none is.
 * (unowned) */
const char *qm_nearest_find (const GPtrArray *names, const char *typed);

/* The place of that very name in names, which NULL ends; -1 where it has none, or is NULL. */
int qm_nearest_exact (const char *const *names, const char *name);
