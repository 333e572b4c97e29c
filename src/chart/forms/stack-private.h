/* What the files of the stacked bars share: stack.c finds parts, wholes and room, stack-row.c draws
 * a bar. */
#pragma once

#include "chart/draw/label.h"
#include "chart/words/matrix.h"
#include "scale/scale.h"

/* Of values below a bar. */
#define QM_STACK_MAX_LINES 2

typedef struct {
  const QmPanel *panel;
  const QmMatrix *matrix;
  const QmMatrix *all;   /* with the parts that have no room, too */
  const QmEntity *whole; /* of which all others are part; (QmEntity *) or NULL */
  QmRect area;
  QmLabel *names;               /* of the bars; none where there is but one */
  double name_width, step, bar; /* heights of a row and of its bar */
  QmTextRole role_below;        /* of the words below a bar, and of grey parts */
  gsize n_lines;   /* that there is room for below a bar, for the values of its parts */
  double list_row; /* height of a part's row below a bar that stands alone; 0: they have a key */
  QmScale x;
} QmStack;

/* --- stack.c --- */

/* Of all parts of a bar, those that have no room among them. */
double qm_stack_sum (const QmStack *stack, gsize column);

/* NAN where no one states it. */
double qm_stack_whole (const QmStack *stack, gsize column);

/* Between a bar that stands alone and the list of its parts. */
double qm_stack_gap_above_list (const QmStyle *style);

/* --- stack-row.c --- */

void qm_stack_add_row (const QmStack *stack, QmScene *scene, const QmStyle *style, gsize column);
