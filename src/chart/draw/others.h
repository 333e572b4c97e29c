/* A panel that has more claims than can be read in its room: as many as can be are drawn, and the
 * rest are one row of words, "and 88 others, 3 to 12". */
#pragma once

#include "chart/draw/label.h"

typedef struct {
  QmPanel panel;     /* with the claims that are drawn, in their order */
  GPtrArray *others; /* const QmClaim *: the rest, in their order */
} QmOthers;

/* Of at most so many claims, which may be none; the largest stay or, as the form says, the first,
 * in its groups, or each for itself. Claims without a figure and ratios stay before others. Borrows
 * what panel owns. */
QmOthers qm_others (const QmPanel *panel, gsize most, gboolean is_each);

void qm_others_clear (QmOthers *fold);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmOthers, qm_others_clear)

/* The words for the rest; none where nothing is left out. */
QmLabel qm_others_label (const QmOthers *fold, const QmStyle *style, double width);

/* Above them. */
double qm_others_gap (const QmStyle *style);

/* How many rows of that many of the smallest lines fit; at least one. */
gsize qm_others_count_rows (const QmStyle *style, double height, double lines);

/* How many cells, each of at least so many of the smallest lines in width and height, fit. */
gsize qm_others_count_cells (const QmStyle *style, QmRect area, double lines_wide,
                             double lines_high);
