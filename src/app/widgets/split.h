/* A side pane and the content it belongs to. Where there is room the pane stands beside the
 * content, as wide as the reader makes it; below a width it comes up over the content, closed until
 * asked for, and goes away with a click beside it.
 *
 * Properties: "pane" and "content" (GtkWidget), "open" (gboolean), "at-end" (gboolean: the pane
 * stands after the content), "overlay-below" (int, pixels: the width of the whole), "pane-width"
 * (int, pixels: what the reader wants it to be), "handle-label" (its name for a screen reader).
 * Pixels are those at the usual size of text, and so many more where texts are larger. */
#pragma once

#include "app/widgets/bin.h"

#define QM_TYPE_SPLIT (qm_split_get_type ())
G_DECLARE_FINAL_TYPE (QmSplit, qm_split, QM, SPLIT, QmBin)

/* TRUE while the pane lies over the content instead of beside it. */
gboolean qm_split_is_overlay (QmSplit *self);

/* Whether the pane can be seen; one choice is kept for beside and one for over. */
gboolean qm_split_get_open (QmSplit *self);
void qm_split_set_open (QmSplit *self, gboolean is_open);

/* Whether the pane is to be seen where it has room; said in advance while it lies over. */
gboolean qm_split_get_open_beside (QmSplit *self);
void qm_split_set_open_beside (QmSplit *self, gboolean is_open);

int qm_split_get_pane_width (QmSplit *self);
void qm_split_set_pane_width (QmSplit *self, int width);

/* How much larger than usual the reader wants texts. */
void qm_split_set_text_scale (QmSplit *self, double text_scale);
