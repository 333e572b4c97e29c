#include "chart/view/view-offers.h"

#include "chart/view/form.h"
#include "chart/view/viewed.h"

#include <math.h>

/* The elements of a dataset's array that are offered, in its order. */
static void
offer (GPtrArray *offered, gconstpointer element)
{
  guint place = 0;

  while (place < offered->len && offered->pdata[place] < element)
    place++;
  if (element != NULL && (place == offered->len || offered->pdata[place] != element))
    g_ptr_array_insert (offered, (int) place, (gpointer) element);
}

static void
collect_entities (GPtrArray *entities, const QmClaim *claim)
{
  offer (entities, claim->entity);
  offer (entities, claim->to_entity);
  for (gsize i = 0; i < claim->n_above; i++)
    offer (entities, claim->above[i]);
}

static void
offer_entity (QmViewOffers *offers, const QmChart *chart, const QmEntity *entity)
{
  g_auto (QmView) view = qm_view_default;

  if (qm_view_hide (&view, chart, entity, NULL))
    offer (offers->entities, entity);
  for (gsize i = 0; i < chart->n_panels; i++)
    if (qm_view_can_be_relative (&chart->panels[i], entity))
      offer (offers->relative_to, entity);
}

/* A line leads from its entity's first figure to its last. */
static void
offer_years (QmViewOffers *offers, const QmPanel *panel)
{
  for (gsize i = 0; i < panel->n_claims; i++)
    for (gsize j = 0; j < panel->n_claims; j++) {
      const QmClaim *from = panel->claims[i], *to = panel->claims[j];
      double start = qm_date_to_year (from->time.end), end = qm_date_to_year (to->time.end);

      if (from->to_entity != NULL || to->to_entity != NULL || from->entity != to->entity ||
          !(start < end))
        continue;
      if (offers->year_from.year == 0 || start < qm_date_to_year (offers->year_from))
        offers->year_from = from->time.end;
      if (offers->year_to.year == 0 || end > qm_date_to_year (offers->year_to))
        offers->year_to = to->time.end;
    }
}

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
  offers->from.year = (int) floor (g_array_index (times, double, 0));
  offers->to.year = (int) ceil (g_array_index (times, double, times->len - 1));
}

static void
collect_times (GArray *times, const QmPanel *panel)
{
  const QmForm *form = qm_form_of (panel);

  for (gsize i = 0; form->time_of != NULL && i < panel->n_claims; i++) {
    double time = form->time_of (panel->claims[i]);

    if (!isnan (time))
      g_array_append_val (times, time);
  }
}

QmViewOffers
qm_view_offers (const QmChart *chart)
{
  QmViewOffers offers = {
    .measures = g_ptr_array_new (),
    .relative_to = g_ptr_array_new (),
    .entities = g_ptr_array_new (),
  };
  g_autoptr (GPtrArray) entities = g_ptr_array_new ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < chart->n_panels; i++) {
    const QmPanel *panel = &chart->panels[i];
    QmViewOptions options = qm_form_of (panel)->options;

    for (gsize j = 0; j < panel->n_claims; j++) {
      offer (offers.measures, panel->claims[j]->measure);
      collect_entities (entities, panel->claims[j]);
    }
    offers.has_log = offers.has_log || (options & QM_VIEW_LOG) != 0;
    offers.has_order = offers.has_order || qm_view_can_be_ordered (panel);
    if ((options & QM_VIEW_YEAR) != 0)
      offer_years (&offers, panel);
    collect_times (times, panel);
  }
  for (guint i = 0; i < entities->len; i++)
    offer_entity (&offers, chart, entities->pdata[i]);
  offer_range (&offers, times);
  if (offers.measures->len < 2)
    g_ptr_array_set_size (offers.measures, 0);
  return offers;
}

void
qm_view_offers_clear (QmViewOffers *offers)
{
  g_clear_pointer (&offers->measures, g_ptr_array_unref);
  g_clear_pointer (&offers->relative_to, g_ptr_array_unref);
  g_clear_pointer (&offers->entities, g_ptr_array_unref);
}

gboolean
qm_chart_has_claim (const QmChart *chart, const QmClaim *claim)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      if (chart->panels[i].claims[j] == claim)
        return TRUE;
  return FALSE;
}
