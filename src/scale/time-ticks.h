/* Round dates along an axis of time, whatever its span: days, weeks, months, quarters, halves,
 * years, and every 2nd, 5th, 10th, 25th, 50th, 100th … year. Positions are years with their
 * fraction (base/date.h). */
#pragma once

#include "base/date.h"

typedef struct {
  double at;
  QmDate date;          /* as it is to be written */
  QmDate before;        /* beside which date it is written: the labelled one before; or no date */
  gboolean is_labelled; /* FALSE: its label would touch that of an end */
} QmTimeTick;

/* The width of a date's label with the space that it needs beside another, as a length of time. */
typedef double (*QmDateWidth) (QmDate date, QmDate before, gpointer data);

typedef struct {
  double from, to;    /* the axis */
  double left, right; /* between these a label has to lie; from and to or beyond them */
  QmDate first,
      last; /* dates that are labelled whatever is round, at from and at to; or no dates */
  QmResolution finest; /* nothing finer is asked for */
  QmDateWidth width_of;
  gpointer data;
} QmTimeAxis;

/* The first and the last date, and between them the finest round ones whose labels do not touch
 * each other, in their order. Element QmTimeTick; free with g_array_unref(). */
GArray *qm_time_ticks (const QmTimeAxis *axis) G_GNUC_WARN_UNUSED_RESULT;

/* Where the label of a tick begins whose label is that wide, as near to its middle as it can. */
double qm_time_ticks_label_start (const QmTimeAxis *axis, double at, double width);

/* The steps that qm_time_ticks() chooses among, from the finest on. */
int qm_time_ticks_n_steps (void);

/* The round dates of a step within [from, to]; two hundred at most. Element QmTimeTick;
 * free with g_array_unref(). finest says as what quarters and halves are written. */
GArray *qm_time_ticks_of_step (int step, double from, double to,
                               QmResolution finest) G_GNUC_WARN_UNUSED_RESULT;
