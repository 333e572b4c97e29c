#include "chart/view/series.h"

#include "chart/view/form.h"

#include <math.h>

/* Dates that a day's rounding keeps apart are the same. */
#define SAME_DAY 1e-6

/* What the same date is, worked out in two ways. */
#define SAME_TIME 1e-9

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

/* --- Claims in order --- */

typedef struct {
  const QmClaim *claim;
  const QmEntity *entity;
  double year;
  gsize place; /* in the panel */
} Entry;

struct _QmSeries {
  GArray *entries; /* element Entry, in their order */
};

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;

  if (first->entity != second->entity)
    return first->entity < second->entity ? -1 : 1;
  if (first->year < second->year || first->year > second->year)
    return first->year < second->year ? -1 : 1;
  return (first->place > second->place) - (first->place < second->place);
}

QmSeries *
qm_series_new (const QmClaim *const *claims, gsize n_claims)
{
  QmSeries *series = g_new (QmSeries, 1);

  series->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (gsize i = 0; i < n_claims; i++) {
    Entry entry = { claims[i], claims[i]->entity, qm_series_year (claims[i]), i };

    if (qm_series_has (claims[i]))
      g_array_append_val (series->entries, entry);
  }
  g_array_sort (series->entries, compare_entries);
  return series;
}

void
qm_series_free (QmSeries *series)
{
  g_array_unref (series->entries);
  g_free (series);
}

/* The first entry that does not stand before the entity's at a year, and how many stand before it.
 */
static guint
find_place (const QmSeries *series, const QmEntity *entity, double year)
{
  const Entry wanted = { .entity = entity, .year = year };
  guint low = 0, high = series->entries->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (compare_entries (&g_array_index (series->entries, Entry, middle), &wanted) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* NULL where that is no entry of the entity. */
static const Entry *
entry_at (const QmSeries *series, guint place, const QmEntity *entity)
{
  const Entry *entry =
      place < series->entries->len ? &g_array_index (series->entries, Entry, place) : NULL;

  return entry != NULL && entry->entity == entity ? entry : NULL;
}

const QmClaim *
qm_series_next (const QmSeries *series, const QmClaim *claim)
{
  double year = qm_series_year (claim);
  guint place = find_place (series, claim->entity, year);
  const Entry *entry = entry_at (series, place, claim->entity);

  while (entry != NULL && entry->year <= year)
    entry = entry_at (series, ++place, claim->entity);
  return entry != NULL ? entry->claim : NULL;
}

const QmClaim *
qm_series_previous (const QmSeries *series, const QmClaim *claim)
{
  guint place = find_place (series, claim->entity, qm_series_year (claim));
  const Entry *entry = place > 0 ? entry_at (series, place - 1, claim->entity) : NULL;

  return entry != NULL ? entry->claim : NULL;
}

const QmClaim *
qm_series_beside (const QmSeries *series, const QmClaim *claim, const QmEntity *entity)
{
  double year = qm_series_year (claim);
  guint place = find_place (series, entity, year - SAME_TIME);
  const Entry *entry = entry_at (series, place, entity);

  while (entry != NULL && entry->claim == claim)
    entry = entry_at (series, ++place, entity);
  return entry != NULL && entry->year < year + SAME_TIME ? entry->claim : NULL;
}

/* --- Reading lines off --- */

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
read_from (const QmSeries *series, double year, gboolean is_log, const QmClaim *claim,
           QmReading *reading)
{
  double start = qm_series_year (claim);
  const QmClaim *next;

  if (!qm_series_has (claim) || start > year + SAME_DAY)
    return FALSE;
  *reading = (QmReading){ claim, claim, claim->quantity.value };
  if (start > year - SAME_DAY)
    return TRUE;

  next = qm_series_next (series, claim);
  if (next == NULL || qm_series_year (next) < year + SAME_DAY)
    return FALSE;
  reading->to = next;
  reading->value = qm_series_between (claim, next, year, is_log);
  return TRUE;
}

GArray *
qm_series_read (const QmPanel *panel, const QmView *view)
{
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (QmReading));
  gboolean is_log = qm_series_is_log (panel, view);
  double year = qm_date_to_year (view->year);
  g_autoptr (QmSeries) series = NULL;
  QmReading reading;

  if (view->year.year == 0 || !qm_view_covers (view, year) ||
      (qm_form_of (panel)->options & QM_VIEW_YEAR) == 0)
    return readings;
  series = qm_series_new (panel->claims, panel->n_claims);
  for (gsize i = 0; i < panel->n_claims; i++)
    if (read_from (series, year, is_log, panel->claims[i], &reading))
      g_array_append_val (readings, reading);
  return readings;
}
