/* A sidebar and the content it belongs to. Where there is room the sidebar stands beside the
 * content; below QM_SPLIT_OVERLAY_WIDTH it comes up over it, closed until asked for, and goes away
 * with a click beside it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QM_SPLIT_OVERLAY_WIDTH 640

#define QM_TYPE_SPLIT (qm_split_get_type ())
G_DECLARE_FINAL_TYPE (QmSplit, qm_split, QM, SPLIT, GtkWidget)

/* Children are set by the properties "sidebar" and "content". */

/* TRUE while the sidebar lies over the content instead of beside it. */
gboolean qm_split_is_overlay (QmSplit *self);

/* Whether the sidebar can be seen; one choice is kept for beside and one for over. Notified as the
 * property "open". */
gboolean qm_split_get_open (QmSplit *self);
void qm_split_set_open (QmSplit *self, gboolean is_open);

G_END_DECLS
