/* From values to positions: scales with round ticks, and bands for things in a row. Small values
 * passed by copy. Positions are logical pixels. */
#pragma once

#include <glib.h>

/* Maps [from, to] onto [start, end]; end may lie before start. */
typedef struct {
  double from, to;
  double start, end;
  gboolean is_log; /* equal factors take equal lengths; then from and to are above zero */
} QmScale;

/* On a logarithmic scale value must be above zero. */
double qm_scale_map (QmScale scale, double value);

#define QM_MAX_TICKS 24

typedef struct {
  double values[QM_MAX_TICKS]; /* rising */
  int n;                       /* the first is at or below the range, the last at or above it */
} QmTicks;

/* Ticks at multiples of 1, 2 or 5 times a power of ten that cut [low, high] into at most max_steps
 * parts, or two with zero between them. high must be above low and max_steps from 1 to QM_MAX_TICKS
 * - 1. */
QmTicks qm_ticks (double low, double high, int max_steps);

/* Ticks at powers of ten, with 2 and 5 times those between them where that is at most six parts, or
 * at every second, third … power where max_steps are fewer. low must be above zero; else as
 * qm_ticks(). */
QmTicks qm_ticks_log (double low, double high, int max_steps);

/* n bands of equal width over a length, with a gap between neighbours. */
typedef struct {
  double start;
  double width; /* of a band */
  double gap;   /* between two bands */
} QmBand;

/* gap is a part of a band's width: 0.2 leaves a fifth of a band between two. n must not be 0. */
QmBand qm_band (gsize n, double start, double end, double gap);

double qm_band_start (QmBand band, gsize i);
