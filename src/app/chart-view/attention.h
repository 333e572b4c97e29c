/* Which mark the reader is at, and whose card is shown. Marks are indices; QM_NO_MARK is none. */
#pragma once

#include <glib.h>

#define QM_NO_MARK (-1)

typedef struct {
  int hovered;   /* by the pointer */
  int walked;    /* to, by keyboard */
  int pinned;    /* pressed */
  int dismissed; /* hovered while its card was closed, which keeps it closed */
} QmAttention;

QmAttention qm_attention_none (void);

/* The pinned mark before the hovered one, and that before the one walked to. */
int qm_attention_get_shown (const QmAttention *attention);

void qm_attention_hover (QmAttention *attention, int mark);

/* The keyboard goes on to mark: it takes the pin off any other, and counts for more than a pointer
 * that rests. QM_NO_MARK when it leaves the chart. */
void qm_attention_walk (QmAttention *attention, int mark);

/* QM_NO_MARK: the chart was pressed where there is no mark. */
void qm_attention_pin (QmAttention *attention, int mark);

/* No card until the reader does something else. */
void qm_attention_close (QmAttention *attention);
