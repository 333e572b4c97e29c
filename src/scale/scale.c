#include "scale/scale.h"

#include <math.h>

double
qm_scale_map (QmScale scale, double value)
{
  double part = scale.is_log ? log (value / scale.from) / log (scale.to / scale.from)
                             : (value - scale.from) / (scale.to - scale.from);

  return scale.start + part * (scale.end - scale.start);
}

QmTicks
qm_ticks (double low, double high, int max_steps)
{
  static const double factors[] = { 1, 2, 5, 10 };
  QmTicks ticks = { { low, high }, 2 };
  double power, step, first, last;
  gsize i = 0;

  g_return_val_if_fail (high > low && max_steps >= 1 && max_steps < QM_MAX_TICKS, ticks);

  /* Zero is a tick, and cannot be both ends. */
  if (low < 0 && high > 0)
    max_steps = MAX (max_steps, 2);
  power = pow (10, floor (log10 ((high - low) / max_steps)));

  /* Widening to whole steps can add one at either end, so the count decides, not the rough step. */
  do {
    if (i == G_N_ELEMENTS (factors)) {
      power *= 10;
      i = 1;
    }
    step = factors[i++] * power;
    first = floor (low / step + 1e-9);
    last = ceil (high / step - 1e-9);
  } while (last - first > max_steps);

  /* Multiplied, not added up: sums of 0.1 would miss 0.3. */
  ticks.n = (int) (last - first) + 1;
  for (int j = 0; j < ticks.n; j++)
    ticks.values[j] = (first + j) * step;
  return ticks;
}

/* The ticks at factors[0 … n_factors) times every power of ten; n is 0 where they are too many. */
static QmTicks
ticks_at_factors (double low, double high, int max_steps, const double *factors, int n_factors)
{
  QmTicks ticks = { .n = 0 };
  int power = (int) floor (log10 (low) + 1e-9);

  for (int i = 0;; i++) {
    double value = factors[i % n_factors] * pow (10, power + i / n_factors);

    if (value <= low * (1 + 1e-9))
      ticks.n = 0; /* not yet the last one below the range */
    if (ticks.n > max_steps)
      return (QmTicks) { .n = 0 };
    ticks.values[ticks.n++] = value;
    if (value >= high * (1 - 1e-9))
      return ticks;
  }
}

/* The ticks at powers of ten that are multiples of one of them, the smallest that leaves at most so
 * many steps; or at both ends, where a power of one is between them and only one step is allowed.
 */
static QmTicks
ticks_at_powers (double low, double high, int max_steps)
{
  int first = (int) floor (log10 (low) + 1e-9), last = (int) ceil (log10 (high) - 1e-9);
  QmTicks ticks = { { pow (10, first), pow (10, last) }, 2 };

  for (int step = 1; step <= last - first; step++) {
    int from = (int) floor ((double) first / step) * step;
    int to = (int) ceil ((double) last / step) * step;

    if ((to - from) / step > max_steps)
      continue;
    ticks.n = 0;
    for (int power = from; power <= to; power += step)
      ticks.values[ticks.n++] = pow (10, power);
    break;
  }
  return ticks;
}

QmTicks
qm_ticks_log (double low, double high, int max_steps)
{
  static const double factors[] = { 1, 2, 5 };
  const int most_between = 6;
  QmTicks ticks = { { low, high }, 2 };

  g_return_val_if_fail (low > 0 && high > low && max_steps >= 1 && max_steps < QM_MAX_TICKS, ticks);

  ticks =
      ticks_at_factors (low, high, MIN (max_steps, most_between), factors, G_N_ELEMENTS (factors));
  return ticks.n > 0 ? ticks : ticks_at_powers (low, high, max_steps);
}

QmBand
qm_band (gsize n, double start, double end, double gap)
{
  double width;

  g_return_val_if_fail (n > 0, ((QmBand) { start, end - start, 0 }));

  width = (end - start) / ((double) n + gap * (double) (n - 1));
  return (QmBand) { start, width, width * gap };
}

double
qm_band_start (QmBand band, gsize i)
{
  return band.start + (double) i * (band.width + band.gap);
}
