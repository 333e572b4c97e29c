/* Text laid out once, the same for every surface: unhinted metrics from one context of our own, so
 * that a line is as long in a file as it is in the window. Sizes are logical pixels. */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Lays text out in Inter, or the system's sans, with figures of equal width, in a font of that many
 * pixels. It is wrapped at width, unless that is negative, and the last of max_lines (0: any
 * number) ends in an ellipsis where more would follow. What was laid out of late is not laid out
 * again: a layout may be that of others, too, and is not to be changed. */
PangoLayout *qm_typeset (const char *text, double size, PangoWeight weight, double width,
                         int max_lines) G_GNUC_WARN_UNUSED_RESULT;

/* The same in slanted letters. */
PangoLayout *qm_typeset_slanted (const char *text, double size, PangoWeight weight, double width,
                                 int max_lines) G_GNUC_WARN_UNUSED_RESULT;

/* Width of the widest line and height of all lines. */
void qm_typeset_get_size (PangoLayout *layout, double *width, double *height);

/* TRUE if anything was left out by an ellipsis. */
gboolean qm_typeset_is_shortened (PangoLayout *layout);

/* TRUE if the ellipsis leaves so little that no one can guess the rest. */
gboolean qm_typeset_is_lost (PangoLayout *layout);

G_END_DECLS
