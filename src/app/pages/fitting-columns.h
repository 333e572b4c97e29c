/* How the columns of a table share its width: so that what matters is seen without scrolling. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Widths in pixels. */
typedef struct {
  int least;   /* in which it can be read, however often it wraps */
  int natural; /* in which it wraps no more than it should; at least as much */
  guint rank;  /* 0: always there; of the others the highest are the first to go */
  int width;   /* what it gets; 0: it has gone */
} QmFittedColumn;

/* Fills the widths, so that all fit into room. Only where those of rank 0 do not even at their
 * least they get that all the same. What is left over goes to the last. */
void qm_fit_columns (QmFittedColumn *columns, gsize n_columns, int room);

G_END_DECLS
