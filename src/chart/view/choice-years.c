/* The part of an axis of time that is seen. */
#include "chart/view/choice.h"

#include "base/format.h"
#include "base/words.h"
#include "chart/view/form.h"
#include "chart/view/series.h"
#include "chart/view/view-offers.h"
#include "chart/view/viewed.h"

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
  const char *slash = text != NULL ? strchr (text, '/') : NULL;
  const QmViewOffers *offers = reading->offers;
  g_autofree char *first = reading->chart != NULL ? qm_date_to_string (offers->from) : NULL;
  g_autofree char *last = reading->chart != NULL ? qm_date_to_string (offers->to) : NULL;
  QmDate from, to;

  if (text == NULL)
    return FALSE;
  if (slash == NULL || !qm_date_parse (text, (gsize) (slash - text), &from) ||
      !qm_date_parse (slash + 1, strlen (slash + 1), &to) || !is_before (from, to))
    return qm_choice_fail (
        error,
        _ ("the view's “years” are two dates, the earlier first, such as “2025/2030”, "
           "not “%s”"),
        text);
  if (reading->chart != NULL && offers->from.year == 0)
    return qm_choice_fail (error, _ ("the chart “%s” has no axis of time with more than two dates"),
                           reading->chart->id);
  if (reading->chart != NULL && (is_before (from, offers->from) || is_before (offers->to, to)))
    return qm_choice_fail (error, _ ("the view's “years” lie between %s and %s, not at “%s”"),
                           first, last, text);
  reading->view.from = from;
  reading->view.to = to;
  return TRUE;
}

static cJSON *
write_choice (const QmView *view)
{
  g_autofree char *from = qm_date_to_string (view->from), *to = qm_date_to_string (view->to);
  g_autofree char *years = g_strdup_printf ("%s/%s", from, to);

  return view->from.year != 0 ? cJSON_CreateString (years) : NULL;
}

/* --- Offering --- */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const double *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

/* With two dates or fewer there is nothing to come closer to. */
static void
offer_range (QmViewOffers *offers, GArray *times)
{
  guint n_different = times->len > 0 ? 1 : 0;

  g_array_sort (times, compare_times);
  for (guint i = 1; i < times->len; i++)
    n_different += g_array_index (times, double, i) > g_array_index (times, double, i - 1);
  if (n_different <= 2)
    return;
  offers->from = qm_date_from_year (floor (g_array_index (times, double, 0)));
  offers->to = qm_date_from_year (ceil (g_array_index (times, double, times->len - 1)));
}

static void
collect_times (GArray *times, const QmPanel *panel)
{
  const QmForm *form = qm_form_of (panel);

  for (gsize i = 0; form->span_of != NULL && i < panel->n_claims; i++) {
    double ends[2];

    form->span_of (panel->claims[i], &ends[0], &ends[1]);
    for (gsize j = 0; j < G_N_ELEMENTS (ends); j++)
      if (isfinite (ends[j]))
        g_array_append_val (times, ends[j]);
  }
}

static void
offer (QmViewOffers *offers, const QmChart *chart)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < chart->n_panels; i++)
    collect_times (times, &chart->panels[i]);
  offer_range (offers, times);
}

/* --- Cutting --- */

/* TRUE if the line between two neighbours, one of them the claim, can be seen. */
static gboolean
is_end_of_line (const QmView *view, const QmSeries *series, const QmClaim *claim)
{
  const QmClaim *next = qm_series_next (series, claim);
  const QmClaim *previous = qm_series_previous (series, claim);

  if (qm_series_year (claim) < qm_date_to_year (view->from))
    return next != NULL && qm_series_begin (next) > qm_date_to_year (view->from);
  return qm_series_begin (claim) > qm_date_to_year (view->to) && previous != NULL &&
         qm_series_year (previous) < qm_date_to_year (view->to);
}

/* Leaves what the part of the axis of time shows that is chosen, of a line also the ends beyond. */
static void
apply (QmViewedChart *viewed, const QmPanel *panel, GPtrArray *claims)
{
  const QmView *view = viewed->view;
  const QmForm *form = qm_form_of (panel);
  gboolean has_lines = (form->options & QM_VIEW_YEAR) != 0;
  g_autoptr (QmSeries) series = NULL;
  guint n_left = 0;

  if (view->from.year == 0 || form->span_of == NULL)
    return;
  series = qm_series_new ((const QmClaim *const *) claims->pdata, claims->len);
  for (guint i = 0; i < claims->len; i++) {
    const QmClaim *claim = claims->pdata[i];
    double from, to;

    form->span_of (claim, &from, &to);
    if (qm_view_covers_span (view, from, to) ||
        (has_lines && claim->to_entity == NULL && is_end_of_line (view, series, claim)))
      claims->pdata[n_left++] = (gpointer) claim;
  }
  g_ptr_array_set_size (claims, (int) n_left);
}

static char *
tell (const QmViewedChart *viewed)
{
  const QmView *view = viewed->view;

  for (gsize i = 0; i < viewed->chart.n_panels && view->from.year != 0; i++)
    if (qm_form_of (&viewed->chart.panels[i])->span_of != NULL)
      return qm_format_span (view->from, view->to);
  return NULL;
}

const QmChoice qm_choice_years = {
  .key = "years",
  .read = read_choice,
  .write = write_choice,
  .offer = offer,
  .apply = apply,
  .tell = tell,
  .place = 4,
};
