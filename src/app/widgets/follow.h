/* What shows something that changes, such as a session or a document, is in step with it and has a
 * reference to it. */
#pragma once

#include <glib-object.h>

/* The follower, a GObject, hears the signal "changed" by changed, with itself first, for as long as
 * it is not disposed, and has a reference to followed until it is finalized; in place of what it
 * has followed of that type before. changed may be NULL. Returns followed. */
gpointer qm_follow (gpointer follower, gpointer followed, GCallback changed);
