/* How the columns of a table share its width: so that what matters is seen without scrolling. */
#pragma once

#include <glib.h>

/* Widths in pixels. */
typedef struct {
  int bare;    /* of its longest word: below that letters are cut */
  int least;   /* in which it is read with ease; at least as much */
  int natural; /* in which it hardly wraps; at least as much again */
  guint rank;  /* 0: always there; of the others the highest are the first to go */
  int width;   /* what it gets; 0: it has gone */
} QmFittedColumn;

/* Fills the widths, so that all fit into room: at their least, or barely where those of rank 0
 * would not else. What is left over goes to the last. FALSE where they do not fit even barely; the
 * last one then has down to half of that. */
gboolean qm_fitting_columns_share (QmFittedColumn *columns, gsize n_columns, int room);
