/* A logarithmic scale. The forms that offer it draw it. */
#include "chart/view/choice.h"

#include "base/words.h"
#include "chart/view/form.h"
#include "chart/view/view-offers.h"
#include "chart/view/viewed.h"

static gboolean
read_choice (QmViewReading *reading, const cJSON *member, GError **error)
{
  const char *word = qm_choice_get_text (member, error);

  if (word == NULL)
    return FALSE;
  if (!g_str_equal (word, "log") && !g_str_equal (word, "linear"))
    return qm_choice_fail (error, _ ("the view's “scale” is “log” or “linear”, not “%s”"), word);
  if (g_str_equal (word, "log") && reading->chart != NULL && !reading->offers->has_log)
    return qm_choice_fail (error, _ ("the chart “%s” has no logarithmic scale"),
                           reading->chart->id);
  reading->view.is_log = g_str_equal (word, "log");
  return TRUE;
}

static cJSON *
write_choice (const QmView *view)
{
  return view->is_log ? cJSON_CreateString ("log") : NULL;
}

static gboolean
can_be (const QmChart *chart)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    if ((qm_form_of (&chart->panels[i])->options & QM_VIEW_LOG) != 0)
      return TRUE;
  return FALSE;
}

static void
offer (QmViewOffers *offers, const QmChart *chart)
{
  offers->has_log = can_be (chart);
}

static char *
tell (const QmViewedChart *viewed)
{
  if (!viewed->view->is_log || !can_be (&viewed->chart))
    return NULL;
  return g_strdup (_ ("logarithmic scale"));
}

const QmChoice qm_choice_scale = {
  .key = "scale",
  .read = read_choice,
  .write = write_choice,
  .offer = offer,
  .tell = tell,
  .place = 2,
};
