#include "chart/view/series.h"

#include "chart/view/form.h"

#include <math.h>

/* Dates that a day's rounding keeps apart are the same. */
#define SAME_DAY 1e-6

gboolean
qm_series_has (const QmClaim *claim)
{
  return claim->kind == QM_CLAIM_FIGURE && claim->to_entity == NULL && claim->time.end.year != 0;
}

double
qm_series_year (const QmClaim *claim)
{
  double year = qm_date_to_year (claim->time.end);

  return isnan (year) ? 0 : year;
}

const QmClaim *
qm_series_next (const QmPanel *panel, const QmClaim *claim)
{
  const QmClaim *next = NULL;

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *other = panel->claims[i];

    if (qm_series_has (other) && other->entity == claim->entity &&
        qm_series_year (other) > qm_series_year (claim) &&
        (next == NULL || qm_series_year (other) < qm_series_year (next)))
      next = other;
  }
  return next;
}

gboolean
qm_series_is_log (const QmPanel *panel, const QmView *view)
{
  for (gsize i = 0; i < panel->n_claims && view->is_log; i++) {
    const QmQuantity *quantity = &panel->claims[i]->quantity;

    if (qm_series_has (panel->claims[i]) &&
        (quantity->precision == QM_BETWEEN ? quantity->low : quantity->value) <= 0)
      return FALSE;
  }
  return view->is_log;
}

double
qm_series_between (const QmClaim *from, const QmClaim *to, double year, gboolean is_log)
{
  double start = qm_series_year (from), end = qm_series_year (to);
  double part = (year - start) / (end - start);

  if (from == to || part <= 0)
    return from->quantity.value;
  if (part >= 1)
    return to->quantity.value;
  if (is_log)
    return from->quantity.value * pow (to->quantity.value / from->quantity.value, part);
  return from->quantity.value + part * (to->quantity.value - from->quantity.value);
}

/* FALSE if neither the figure nor the line from it to the next is of that year. */
static gboolean
read_from (const QmPanel *panel, const QmView *view, const QmClaim *claim, QmReading *reading)
{
  double year = qm_date_to_year (view->year), start = qm_series_year (claim);
  const QmClaim *next;

  if (!qm_series_has (claim) || start > year + SAME_DAY)
    return FALSE;
  *reading = (QmReading){ claim, claim, claim->quantity.value };
  if (start > year - SAME_DAY)
    return TRUE;

  next = qm_series_next (panel, claim);
  if (next == NULL || qm_series_year (next) < year + SAME_DAY)
    return FALSE;
  reading->to = next;
  reading->value = qm_series_between (claim, next, year, qm_series_is_log (panel, view));
  return TRUE;
}

GArray *
qm_series_read (const QmPanel *panel, const QmView *view)
{
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (QmReading));
  QmReading reading;

  if (view->year.year == 0 || !qm_view_covers (view, qm_date_to_year (view->year)) ||
      (qm_form_of (panel)->options & QM_VIEW_YEAR) == 0)
    return readings;
  for (gsize i = 0; i < panel->n_claims; i++)
    if (read_from (panel, view, panel->claims[i], &reading))
      g_array_append_val (readings, reading);
  return readings;
}
