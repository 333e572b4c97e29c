/* The one measure that is seen. */
#include "chart/view/choice.h"

#include "base/words.h"
#include "chart/view/view-offers.h"
#include "chart/view/viewed.h"

static gboolean
read_choice (QmViewReading *reading, const cJSON *member, GError **error)
{
  const char *id = qm_choice_get_text (member, error);
  const QmMeasure *measure = NULL;

  if (id == NULL)
    return FALSE;
  for (gsize i = 0; i < reading->dataset->n_measures; i++)
    if (g_str_equal (reading->dataset->measures[i].id, id))
      measure = &reading->dataset->measures[i];
  if (measure == NULL)
    return qm_choice_fail (error, _ ("the view's “measure” names “%s”, but %s has no such measure"),
                           id, reading->dataset->name);
  if (!qm_choice_is_offered (reading, reading->offers->measures, measure))
    return qm_choice_fail (error, _ ("“%s” is not one of several measures of the chart “%s”"), id,
                           reading->chart->id);
  reading->view.measure = measure;
  return TRUE;
}

static cJSON *
write_choice (const QmView *view)
{
  return view->measure != NULL ? cJSON_CreateString (view->measure->id) : NULL;
}

/* Among one there is nothing to choose. */
static void
offer (QmViewOffers *offers, const QmChart *chart)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      if (chart->panels[i].claims[j]->measure != NULL)
        g_ptr_array_add (offers->measures, (gpointer) chart->panels[i].claims[j]->measure);
  qm_view_offers_tidy (offers->measures);
  if (offers->measures->len < 2)
    g_ptr_array_set_size (offers->measures, 0);
}

static gboolean
shows (const QmView *view, const QmClaim *claim)
{
  return view->measure == NULL || claim->measure == view->measure;
}

static char *
tell (const QmViewedChart *viewed)
{
  const QmMeasure *measure = viewed->view->measure;

  if (measure == NULL)
    return NULL;
  /* Translators: a chart that shows one of its measures, only “GDP” */
  return g_strdup_printf (_ ("only “%s”"), qm_text_get (measure->name));
}

const QmChoice qm_choice_measure = {
  .key = "measure",
  .read = read_choice,
  .write = write_choice,
  .offer = offer,
  .shows = shows,
  .tell = tell,
  .place = 0,
};
