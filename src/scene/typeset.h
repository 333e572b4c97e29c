/* Text laid out once, the same for every surface: unhinted metrics from one context of our own, so
 * that a line is as long in a file as it is in the window. Sizes are logical pixels. */
#pragma once

#include <pango/pango.h>

/* Letters that are not the usual ones. */
typedef enum {
  QM_FACE_PLAIN,
  QM_FACE_SLANTED,
  QM_FACE_TABULAR, /* figures of equal width, which stand below each other */
} QmFace;

/* Has it found out which fonts there are, by a thread of Pango's, while something else is done: of
 * a program that draws a single picture it is a tenth of the time. */
void qm_typeset_prepare (void);

/* Lays text out in Inter, or the system's sans, in a font of that many pixels. It is wrapped at
 * width, unless that is negative, and the last of max_lines (0: any number) ends in an ellipsis
 * where more would follow. What was laid out of late is not laid out again: a layout may be that of
 * others, too, and is not to be changed. */
PangoLayout *qm_typeset (const char *text, double size, PangoWeight weight, double width,
                         int max_lines) G_GNUC_WARN_UNUSED_RESULT;

/* The same in another face. */
PangoLayout *qm_typeset_face (QmFace face, const char *text, double size, PangoWeight weight,
                              double width, int max_lines) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if it was laid out in figures of equal width. */
gboolean qm_typeset_is_tabular (PangoLayout *layout);

/* Width of the widest line and height of all lines. */
void qm_typeset_get_size (PangoLayout *layout, double *width, double *height);

/* TRUE if anything was left out by an ellipsis. */
gboolean qm_typeset_is_shortened (PangoLayout *layout);

/* What is seen of the text, with "…" for what was left out, to be compared: the parts of a line are
 * in the order in which they stand. */
char *qm_typeset_read (PangoLayout *layout) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if the ellipsis leaves so little that no one can guess the rest. */
gboolean qm_typeset_is_lost (PangoLayout *layout);

/* The number of lines before the first that begins within a word, where none may; 0 if none does.
 */
int qm_typeset_lines_before_tear (PangoLayout *layout);

/* TRUE if a line that ends within a word has a hyphen there, in scripts that know one. */
gboolean qm_typeset_has_hyphens (PangoLayout *layout);

/* TRUE if a line ends between a figure and its unit, or within a date, for which it has no room. */
gboolean qm_typeset_parts_figures (PangoLayout *layout);

/* TRUE if a line begins within a figure: between two digits, or between one and its sign. */
gboolean qm_typeset_is_torn (PangoLayout *layout);
