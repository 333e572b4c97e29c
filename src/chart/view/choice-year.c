/* A date at which lines are read off (series.h). */
#include "chart/view/choice.h"

#include "base/words.h"
#include "chart/view/form.h"
#include "chart/view/series.h"
#include "chart/view/view-offers.h"
#include "dataset/claim-time.h"

#include <math.h>
#include <string.h>

static gboolean
is_before (QmDate a, QmDate b)
{
  return qm_date_to_year (a) < qm_date_to_year (b);
}

static gboolean
read_choice (QmViewReading *reading, const cJSON *member, GError **error)
{
  const char *text = qm_choice_get_text (member, error);
  const QmViewOffers *offers = reading->offers;
  g_autofree char *from = qm_date_to_string (offers->year_from);
  g_autofree char *to = qm_date_to_string (offers->year_to);
  QmDate year;

  if (text == NULL)
    return FALSE;
  if (!qm_date_parse (text, strlen (text), &year))
    return qm_choice_fail (
        error, _ ("the view's “year” is a date such as “2027” or “2027-06”, not “%s”"), text);
  if (reading->chart != NULL && offers->year_from.year == 0)
    return qm_choice_fail (error, _ ("the chart “%s” has no line that could be read off at a year"),
                           reading->chart->id);
  if (reading->chart != NULL &&
      (is_before (year, offers->year_from) || is_before (offers->year_to, year)))
    return qm_choice_fail (error, _ ("the view's “year” lies between %s and %s, not at “%s”"), from,
                           to, text);
  reading->view.year = year;
  return TRUE;
}

static cJSON *
write_choice (const QmView *view)
{
  g_autofree char *year = qm_date_to_string (view->year);

  return view->year.year != 0 ? cJSON_CreateString (year) : NULL;
}

/* The first date at which a line can be read off at the figure, and the last. */
static QmDate
first_date_of (const QmClaim *claim)
{
  return claim->time.start.year != 0 ? claim->time.start : claim->time.end;
}

static QmDate
last_date_of (const QmClaim *claim)
{
  if (!qm_claim_time_is_period (&claim->time))
    return claim->time.end;
  return qm_date_from_days (qm_date_to_days (qm_date_from_year (qm_series_year (claim))) - 1);
}

/* Each entity's first figure of those that end last: const QmEntity * → const QmClaim *. */
static GHashTable *
find_ends (const QmPanel *panel)
{
  GHashTable *ends = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i], *end = g_hash_table_lookup (ends, claim->entity);

    if (qm_series_has (claim) && (end == NULL || qm_series_year (claim) > qm_series_year (end)))
      g_hash_table_insert (ends, (gpointer) claim->entity, (gpointer) claim);
  }
  return ends;
}

/* A line leads from its entity's first figure to its last. */
static void
offer_of_panel (QmViewOffers *offers, const QmPanel *panel)
{
  g_autoptr (GHashTable) ends = find_ends (panel);

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *from = panel->claims[i], *to = g_hash_table_lookup (ends, from->entity);
    QmDate first = first_date_of (from), last = to != NULL ? last_date_of (to) : (QmDate) { 0 };

    if (from->to_entity != NULL || to == NULL || !is_before (first, last))
      continue;
    if (first.month != 0 || last.month != 0)
      offers->has_months = TRUE;
    if (offers->year_from.year == 0 || is_before (first, offers->year_from))
      offers->year_from = first;
    if (offers->year_to.year == 0 || is_before (offers->year_to, last))
      offers->year_to = last;
  }
}

static void
offer (QmViewOffers *offers, const QmChart *chart)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    if ((qm_form_of (&chart->panels[i])->options & QM_VIEW_YEAR) != 0)
      offer_of_panel (offers, &chart->panels[i]);
}

const QmChoice qm_choice_year = {
  .key = "year",
  .read = read_choice,
  .write = write_choice,
  .offer = offer,
};
