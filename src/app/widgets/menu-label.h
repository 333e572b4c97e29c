/* Names as the labels of a menu. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In a menu a line stands for the key that chooses it, unless there are two. */
char *qm_menu_label (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
