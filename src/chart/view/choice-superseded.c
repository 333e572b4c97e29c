/* Figures that others have taken the place of: left out, unless somebody asks for them. */
#include "chart/view/choice.h"

#include "base/words.h"
#include "chart/view/view-offers.h"
#include "chart/view/viewed.h"

static gboolean
read_choice (QmViewReading *reading, const cJSON *member, GError **error)
{
  if (!cJSON_IsBool (member))
    return qm_choice_fail (error, _ ("the view's “%s” is true or false"), member->string);
  if (cJSON_IsTrue (member) && reading->chart != NULL && !reading->offers->has_superseded)
    return qm_choice_fail (error, _ ("the chart “%s” has no superseded figure that it can show"),
                           reading->chart->id);
  reading->view.shows_superseded = cJSON_IsTrue (member);
  return TRUE;
}

static cJSON *
write_choice (const QmView *view)
{
  return view->shows_superseded ? cJSON_CreateTrue () : NULL;
}

static gboolean
has_superseded (const QmPanel *panel)
{
  for (gsize i = 0; i < panel->n_claims; i++)
    if (panel->claims[i]->superseded_by != NULL)
      return TRUE;
  return FALSE;
}

static void
offer (QmViewOffers *offers, const QmChart *chart)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    if (has_superseded (&chart->panels[i]) && qm_view_can_be_drawn (&chart->panels[i]))
      offers->has_superseded = TRUE;
}

static gboolean
shows (const QmView *view, const QmClaim *claim)
{
  return view->shows_superseded || claim->superseded_by == NULL;
}

static char *
tell (const QmViewedChart *viewed)
{
  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    if (has_superseded (&viewed->chart.panels[i]))
      /* Translators: of a chart, whose figures others have taken the place of */
      return g_strdup (_ ("with superseded figures"));
  return NULL;
}

const QmChoice qm_choice_superseded = {
  .key = "superseded",
  .read = read_choice,
  .write = write_choice,
  .offer = offer,
  .shows = shows,
  .tell = tell,
  .place = 5,
};
