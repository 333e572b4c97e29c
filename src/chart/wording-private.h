/* What the wording's files share. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "a, b, c" of those of the n parts that are not NULL. */
char *qm_wording_join (const char *const *parts, gsize n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
