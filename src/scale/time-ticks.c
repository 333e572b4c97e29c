#include "scale/time-ticks.h"

#include <math.h>

#define MOST 200

/* Far less than a day. */
#define SAME 1e-6

typedef struct {
  QmResolution unit;   /* QM_RESOLUTION_DAY, _MONTH or _YEAR */
  int n;               /* of these */
  QmResolution finest; /* for what is no finer than this */
} Step;

/* Weeks begin on a Monday. */
static const Step steps[] = {
  { QM_RESOLUTION_DAY, 1, QM_RESOLUTION_DAY },
  { QM_RESOLUTION_DAY, 2, QM_RESOLUTION_DAY },
  { QM_RESOLUTION_DAY, 7, QM_RESOLUTION_DAY },
  { QM_RESOLUTION_DAY, 14, QM_RESOLUTION_DAY },
  { QM_RESOLUTION_MONTH, 1, QM_RESOLUTION_MONTH },
  { QM_RESOLUTION_MONTH, 3, QM_RESOLUTION_QUARTER },
  { QM_RESOLUTION_MONTH, 6, QM_RESOLUTION_HALF },
  { QM_RESOLUTION_YEAR, 1, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 2, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 5, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 10, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 25, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 50, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 100, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 250, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 500, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 1000, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 2500, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 5000, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 10000, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 25000, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 50000, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 100000, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 250000, QM_RESOLUTION_YEAR },
  { QM_RESOLUTION_YEAR, 500000, QM_RESOLUTION_YEAR },
};

int
qm_time_ticks_n_steps (void)
{
  return G_N_ELEMENTS (steps);
}

/* --- The round dates of a step --- */

static gint64
rounded_down (gint64 number, gint64 to)
{
  return number - ((number % to) + to) % to;
}

/* FALSE if there are too many. Those before the axis, which are tried first, are left out. */
static gboolean
append (GArray *ticks, QmDate date, double from)
{
  QmTimeTick tick = { .at = qm_date_begin (date), .date = date, .is_labelled = TRUE };

  if (tick.at >= from - SAME)
    g_array_append_val (ticks, tick);
  return ticks->len < MOST;
}

static void
append_days (GArray *ticks, int n, double from, double to)
{
  gint64 day = rounded_down (qm_date_to_days (qm_date_from_year (from)), n);

  for (;; day += n) {
    QmDate date = qm_date_from_days (day);

    if (qm_date_begin (date) > to + SAME || !append (ticks, date, from))
      return;
  }
}

/* Quarters and halves are called so where figures are of them, and by their first month where
 * these are of months. */
static QmDateKind
kind_of (QmResolution finest)
{
  return finest == QM_RESOLUTION_QUARTER ? QM_DATE_QUARTER
         : finest == QM_RESOLUTION_HALF  ? QM_DATE_HALF
                                         : QM_DATE_PLAIN;
}

static void
append_months (GArray *ticks, int n, double from, double to, QmResolution finest)
{
  for (gint64 month = (gint64) floor (from) * 12;; month += n) {
    gint64 year = rounded_down (month, 12) / 12;
    QmDate date = { .year = (int) (year <= 0 ? year - 1 : year),
                    .month = (int) (month - 12 * year) + 1,
                    .kind = kind_of (finest) };

    if (qm_date_begin (date) > to + SAME || !append (ticks, date, from))
      return;
  }
}

/* As people count, who have no year 0: what stands in its place is the year 1, unless that is next
 * to another. */
static void
append_years (GArray *ticks, int n, double from, double to)
{
  for (gint64 year = rounded_down ((gint64) floor (from) - 1, n);; year += n) {
    QmDate date = { .year = (int) (year != 0 ? year : 1) };

    if (year == 0 && n < 5)
      continue;
    if (qm_date_begin (date) > to + SAME || !append (ticks, date, from))
      return;
  }
}

GArray *
qm_time_ticks_of_step (int step, double from, double to, QmResolution finest)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (QmTimeTick));

  g_return_val_if_fail (step >= 0 && step < qm_time_ticks_n_steps () && from <= to, ticks);

  switch (steps[step].unit) {
  case QM_RESOLUTION_DAY:
    append_days (ticks, steps[step].n, from, to);
    break;
  case QM_RESOLUTION_YEAR:
    append_years (ticks, steps[step].n, from, to);
    break;
  case QM_RESOLUTION_MONTH:
  case QM_RESOLUTION_QUARTER:
  case QM_RESOLUTION_HALF:
    append_months (ticks, steps[step].n, from, to, finest);
    break;
  }
  return ticks;
}

/* --- Which have room --- */

double
qm_time_ticks_label_start (const QmTimeAxis *axis, double at, double width)
{
  return MAX (MIN (at - width / 2, axis->right - width), axis->left);
}

/* Where the labels stand that are there. */
typedef struct {
  double free_from, free_to; /* between these there is room for others */
  QmDate before;             /* the last one on the left */
} Labels;

static void
label_first (const QmTimeAxis *axis, QmDate date, Labels *labels)
{
  double width = date.year != 0 ? axis->width_of (date, labels->before, axis->data) : 0;

  if (date.year == 0)
    return;
  labels->free_from = qm_time_ticks_label_start (axis, axis->from, width) + width;
  labels->before = date;
}

static void
label_last (const QmTimeAxis *axis, QmDate date, Labels *labels)
{
  double width = date.year != 0 ? axis->width_of (date, (QmDate) { 0 }, axis->data) : 0;

  if (date.year != 0)
    labels->free_to = qm_time_ticks_label_start (axis, axis->to, width);
}

/* TRUE if the tick is so near to an end that is written that this may take its room: nearer than
 * ticks are to each other. */
static gboolean
is_near_end (const QmTimeAxis *axis, const GArray *ticks, guint i)
{
  double at = g_array_index (ticks, QmTimeTick, i).at, step = INFINITY;

  if (i > 0)
    step = at - g_array_index (ticks, QmTimeTick, i - 1).at;
  if (i + 1 < ticks->len)
    step = MIN (step, g_array_index (ticks, QmTimeTick, i + 1).at - at);
  return (axis->first.year != 0 && at - axis->from < step - SAME) ||
         (axis->last.year != 0 && axis->to - at < step - SAME);
}

/* Leaves out the labels that touch an end's. FALSE if others touch each other. */
static gboolean
label_all (const QmTimeAxis *axis, GArray *ticks, Labels labels)
{
  for (guint i = 0; i < ticks->len; i++) {
    QmTimeTick *tick = &g_array_index (ticks, QmTimeTick, i);
    double width = axis->width_of (tick->date, labels.before, axis->data);
    double start = qm_time_ticks_label_start (axis, tick->at, width);

    tick->is_labelled = start >= labels.free_from && start + width <= labels.free_to;
    tick->before = labels.before;
    if (tick->is_labelled) {
      labels.free_from = start + width;
      labels.before = tick->date;
    } else if (!is_near_end (axis, ticks, i)) {
      return FALSE;
    }
  }
  return TRUE;
}

/* An end is there in its own words: a round date at it is left out. */
static void
drop_ends (const QmTimeAxis *axis, GArray *ticks)
{
  double same = SAME * MAX (axis->to - axis->from, 1);

  for (guint i = ticks->len; i-- > 0;) {
    double at = g_array_index (ticks, QmTimeTick, i).at;

    if ((axis->first.year != 0 && at < axis->from + same) ||
        (axis->last.year != 0 && at > axis->to - same))
      g_array_remove_index (ticks, i);
  }
}

/* Of two ends that touch only the first can be written. */
static void
add_ends (const QmTimeAxis *axis, GArray *ticks, const Labels *labels)
{
  QmTimeTick first = { .at = axis->from, .date = axis->first, .is_labelled = TRUE };
  QmTimeTick last = { .at = axis->to, .date = axis->last };

  last.is_labelled = labels->free_from <= labels->free_to;
  if (first.date.year != 0)
    g_array_prepend_val (ticks, first);
  if (last.date.year != 0)
    g_array_append_val (ticks, last);
}

GArray *
qm_time_ticks (const QmTimeAxis *axis)
{
  Labels ends = { -INFINITY, INFINITY, { 0 } };
  GArray *ticks = NULL;

  label_first (axis, axis->first, &ends);
  label_last (axis, axis->last, &ends);
  for (int i = 0; i < qm_time_ticks_n_steps () && ticks == NULL; i++) {
    if (axis->finest > steps[i].finest)
      continue;
    ticks = qm_time_ticks_of_step (i, axis->from, axis->to, axis->finest);
    drop_ends (axis, ticks);
    if (ticks->len >= MOST || !label_all (axis, ticks, ends))
      g_clear_pointer (&ticks, g_array_unref);
  }
  if (ticks == NULL)
    ticks = g_array_new (FALSE, FALSE, sizeof (QmTimeTick));
  add_ends (axis, ticks, &ends);
  return ticks;
}
