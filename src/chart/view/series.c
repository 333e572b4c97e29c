#include "chart/view/series.h"

#include "chart/view/form.h"
#include "chart/view/viewed.h"
#include "dataset/claim-time.h"
#include "dataset/disputes.h"

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

void
qm_series_span (const QmClaim *claim, double *from, double *to)
{
  if (qm_claim_time_is_period (&claim->time))
    qm_claim_time_get_span (&claim->time, from, to);
  else
    *from = *to = qm_date_to_year (claim->time.end);
}

double
qm_series_year (const QmClaim *claim)
{
  double from, to;

  qm_series_span (claim, &from, &to);
  return isnan (to) ? 0 : to;
}

double
qm_series_begin (const QmClaim *claim)
{
  double from, to;

  qm_series_span (claim, &from, &to);
  return from;
}

/* --- Claims in order --- */

typedef struct {
  const QmClaim *claim;
  const QmEntity *entity;
  const QmMeasure *measure;
  double year, begin; /* of its end and its beginning */
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
  if (first->measure != second->measure)
    return first->measure < second->measure ? -1 : 1;
  if (first->year < second->year || first->year > second->year)
    return first->year < second->year ? -1 : 1;
  /* A moment at which a period ends comes after it. */
  if (first->begin < second->begin || first->begin > second->begin)
    return first->begin < second->begin ? -1 : 1;
  return 0;
}

QmSeries *
qm_series_new (const QmClaim *const *claims, gsize n_claims)
{
  QmSeries *series = g_new (QmSeries, 1);

  series->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (gsize i = 0; i < n_claims; i++) {
    Entry entry = { .claim = claims[i],
                    .entity = claims[i]->entity,
                    .measure = claims[i]->measure };

    if (!qm_series_has (claims[i]))
      continue;
    qm_series_span (claims[i], &entry.begin, &entry.year);
    g_array_append_val (series->entries, entry);
  }
  /* Those of one time stay in the panel's order. */
  g_array_sort (series->entries, compare_entries);
  return series;
}

void
qm_series_free (QmSeries *series)
{
  g_array_unref (series->entries);
  g_free (series);
}

/* The first entry that does not stand before that time on the claim's line, and how many stand
 * before it. */
static guint
find_place (const QmSeries *series, const QmClaim *claim, double begin, double year)
{
  const Entry wanted = {
    .entity = claim->entity, .measure = claim->measure, .year = year, .begin = begin
  };
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

/* NULL where that is no entry of the claim's line. */
static const Entry *
entry_at (const QmSeries *series, guint place, const QmClaim *claim)
{
  const Entry *entry =
      place < series->entries->len ? &g_array_index (series->entries, Entry, place) : NULL;

  return entry != NULL && entry->entity == claim->entity && entry->measure == claim->measure ? entry
                                                                                             : NULL;
}

const QmClaim *
qm_series_next (const QmSeries *series, const QmClaim *claim)
{
  double year = qm_series_year (claim), begin = qm_series_begin (claim);
  guint place = find_place (series, claim, begin, year);
  const Entry *entry = entry_at (series, place, claim);

  while (entry != NULL && entry->year <= year && entry->begin <= begin)
    entry = entry_at (series, ++place, claim);
  return entry != NULL ? entry->claim : NULL;
}

const QmClaim *
qm_series_previous (const QmSeries *series, const QmClaim *claim)
{
  guint place = find_place (series, claim, qm_series_begin (claim), qm_series_year (claim));
  const Entry *entry = place > 0 ? entry_at (series, place - 1, claim) : NULL;

  if (entry == NULL)
    return NULL;
  place = find_place (series, claim, entry->begin, entry->year);
  return entry_at (series, place, claim)->claim;
}

gboolean
qm_series_is_aside (const QmSeries *series, const QmClaim *claim)
{
  guint place = find_place (series, claim, qm_series_begin (claim), qm_series_year (claim));
  const Entry *first = entry_at (series, place, claim);

  return first != NULL && first->claim != claim;
}

static gboolean
is_same (double a, double b)
{
  return a == b || fabs (a - b) < SAME_TIME;
}

const QmClaim *
qm_series_beside (const QmSeries *series, const QmClaim *claim)
{
  double year = qm_series_year (claim), begin = qm_series_begin (claim);
  guint place = find_place (series, claim, -INFINITY, year - SAME_TIME);
  const Entry *entry = entry_at (series, place, claim);

  while (entry != NULL && entry->year < year + SAME_TIME &&
         (entry->claim == claim || !is_same (entry->begin, begin) ||
          qm_disputes_have (entry->claim, claim)))
    entry = entry_at (series, ++place, claim);
  return entry != NULL && entry->year < year + SAME_TIME ? entry->claim : NULL;
}

const QmClaim *
qm_series_of_ratio (const QmSeries *series, const QmClaim *ratio, const QmEntity *entity)
{
  double year = qm_series_year (ratio), begin = qm_series_begin (ratio);
  const QmClaim of_entity = { .entity = entity }, *found = NULL;

  /* An entity's lines stand beside each other. */
  for (guint i = find_place (series, &of_entity, -INFINITY, -INFINITY); i < series->entries->len;
       i++) {
    const Entry *entry = &g_array_index (series->entries, Entry, i);

    if (entry->entity != entity)
      break;
    if (!is_same (entry->year, year) || !is_same (entry->begin, begin))
      continue;
    if (found == NULL || (found->measure != ratio->measure && entry->measure == ratio->measure))
      found = entry->claim;
  }
  return found;
}

gboolean
qm_series_has_other_measure (const QmSeries *series, const QmClaim *claim)
{
  guint first = find_place (series, claim, -INFINITY, -INFINITY);
  guint end = find_place (series, claim, INFINITY, INFINITY);
  const Entry *entries = &g_array_index (series->entries, Entry, 0);

  /* An entity's lines stand beside each other. */
  return (first > 0 && entries[first - 1].entity == claim->entity) ||
         (end < series->entries->len && entries[end].entity == claim->entity);
}

/* --- Reading lines off --- */

double
qm_series_between (const QmClaim *from, const QmClaim *to, double year, gboolean is_log)
{
  double start = qm_series_year (from), end = qm_series_begin (to);
  double part = (year - start) / (end - start);

  if (from == to || year <= start)
    return from->quantity.value;
  if (year >= end)
    return to->quantity.value;
  if (is_log)
    return from->quantity.value * pow (to->quantity.value / from->quantity.value, part);
  return from->quantity.value + part * (to->quantity.value - from->quantity.value);
}

gboolean
qm_reading_is_of_period (const QmReading *reading)
{
  return reading->from == reading->to && qm_claim_time_is_period (&reading->to->time);
}

/* TRUE if the figure is stated of that time. A period does not have the moment at which it ends. */
static gboolean
is_stated_at (const QmClaim *claim, double year)
{
  double from, to;

  qm_series_span (claim, &from, &to);
  if (qm_claim_time_is_period (&claim->time))
    return year > from - SAME_DAY && year < to - SAME_DAY;
  return fabs (year - to) < SAME_DAY;
}

/* TRUE if a figure of the same line is stated of that time. */
static gboolean
is_anything_stated (const QmSeries *series, const QmClaim *claim, double year)
{
  guint place = find_place (series, claim, -INFINITY, -INFINITY);
  const Entry *entry;

  while ((entry = entry_at (series, place++, claim)) != NULL)
    if (is_stated_at (entry->claim, year))
      return TRUE;
  return FALSE;
}

/* FALSE if neither the figure nor the line from it to the next is of that year. */
static gboolean
read_from (const QmSeries *series, double year, gboolean is_log, const QmClaim *claim,
           QmReading *reading)
{
  const QmClaim *next;

  if (!qm_series_has (claim))
    return FALSE;
  *reading = (QmReading) { claim, claim, claim->quantity.value, FALSE };
  if (is_stated_at (claim, year))
    return TRUE;

  if (year < qm_series_year (claim) - SAME_DAY || qm_series_is_aside (series, claim))
    return FALSE;
  next = qm_series_next (series, claim);
  if (next == NULL || year > qm_series_begin (next) || is_anything_stated (series, claim, year))
    return FALSE;
  reading->to = next;
  reading->value = qm_series_between (claim, next, year, is_log);
  return TRUE;
}

GArray *
qm_series_read (const QmPanel *panel, const QmView *view)
{
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (QmReading));
  gboolean is_log = qm_view_is_log (view, panel);
  double year = qm_date_to_year (view->year);
  g_autoptr (QmSeries) series = NULL;
  QmReading reading;

  if (view->year.year == 0 || !qm_view_covers (view, year) ||
      (qm_form_of (panel)->options & QM_VIEW_YEAR) == 0)
    return readings;
  series = qm_series_new (panel->claims, panel->n_claims);
  for (gsize i = 0; i < panel->n_claims; i++)
    if (read_from (series, year, is_log, panel->claims[i], &reading)) {
      reading.is_of_several = qm_series_has_other_measure (series, panel->claims[i]);
      g_array_append_val (readings, reading);
    }
  return readings;
}
