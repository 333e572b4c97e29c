/* A logarithmic scale. The forms that offer it draw it. */
#include "chart/view/choice.h"

#include "base/format.h"
#include "base/words.h"
#include "chart/view/form.h"
#include "chart/view/view-offers.h"
#include "chart/view/viewed.h"
#include "dataset/claim-time.h"

/* The first figure on the panel's scale that a logarithm cannot show, or NULL. Ratios are on the
 * scale of multiples and between the lines of others. */
static const QmClaim *
find_not_above_zero (const QmPanel *panel, const QmForm *form)
{
  gboolean has_lines = (form->options & QM_VIEW_YEAR) != 0;

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];
    const QmQuantity *quantity = &claim->quantity;
    double lowest = quantity->precision == QM_BETWEEN ? quantity->low : quantity->value;

    if (claim->kind == QM_CLAIM_FIGURE && !(has_lines && claim->to_entity != NULL) && lowest <= 0)
      return claim;
  }
  return NULL;
}

gboolean
qm_view_is_log (const QmView *view, const QmPanel *panel)
{
  return view->is_log && find_not_above_zero (panel, qm_form_of (panel)) == NULL;
}

/* The same of all panels with such a scale; FALSE where there is none. */
static gboolean
find_scale (const QmViewedChart *viewed, const QmClaim **in_the_way)
{
  gboolean has_scale = FALSE;

  *in_the_way = NULL;
  for (gsize i = 0; i < viewed->chart.n_panels && *in_the_way == NULL; i++) {
    const QmPanel *panel = &viewed->chart.panels[i];
    const QmForm *form = qm_form_of (panel);

    if ((form->options & QM_VIEW_LOG) == 0)
      continue;
    has_scale = TRUE;
    *in_the_way = find_not_above_zero (panel, form);
  }
  return has_scale;
}

/* Whatever is viewed of it. */
static gboolean
can_be (const QmChart *chart)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    if ((qm_form_of (&chart->panels[i])->options & QM_VIEW_LOG) != 0)
      return TRUE;
  return FALSE;
}

/* "Pond, 2005", "Lake / Pond, 2005": whose figure it is, or what it is called, and when it holds.
 */
static char *
name_of (const QmClaim *claim)
{
  const QmText *own = claim->label != NULL ? claim->label : claim->measure->name;
  GString *name = g_string_new (qm_text_get (claim->entity != NULL ? claim->entity->name : own));

  if (claim->to_entity != NULL)
    g_string_append_printf (name, " / %s", qm_text_get (claim->to_entity->name));
  if (claim->time.end.year != 0) {
    g_autofree char *when = qm_claim_time_is_period (&claim->time)
                                ? qm_claim_time_to_string (&claim->time)
                                : qm_format_date (claim->time.end);

    g_string_append_printf (name, ", %s", when);
  }
  return g_string_free (name, FALSE);
}

gboolean
qm_view_can_be_log (const QmView *view, const QmChart *chart, GError **error)
{
  g_auto (QmViewedChart) viewed = { 0 };
  const QmClaim *in_the_way = NULL;
  gboolean has_scale = can_be (chart);
  g_autofree char *name = NULL;

  if (has_scale) {
    viewed = qm_view_chart (view, chart);
    has_scale = find_scale (&viewed, &in_the_way);
  }

  if (in_the_way != NULL)
    name = name_of (in_the_way);
  if (name != NULL)
    /* Translators: the names of a chart and of whose figure it shows: “Pond, 2005” */
    g_set_error (
        error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
        _ ("the chart “%s” has no logarithmic scale while it shows “%s”, which is not above "
           "zero"),
        qm_text_get (chart->name), name);
  else if (!has_scale)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("the chart “%s” has no logarithmic scale: only lines and multiples have one, "
                    "for bars and areas would not be as large as their figures"),
                 qm_text_get (chart->name));
  return has_scale && in_the_way == NULL;
}

static gboolean
read_choice (QmViewReading *reading, const cJSON *member, GError **error)
{
  const char *word = qm_choice_get_text (member, error);

  if (word == NULL)
    return FALSE;
  if (!g_str_equal (word, "log") && !g_str_equal (word, "linear"))
    return qm_choice_fail (error, _ ("the view's “scale” is “log” or “linear”, not “%s”"), word);
  reading->view.is_log = g_str_equal (word, "log");
  return TRUE;
}

static cJSON *
write_choice (const QmView *view)
{
  return view->is_log ? cJSON_CreateString ("log") : NULL;
}

static void
offer (QmViewOffers *offers, const QmChart *chart)
{
  offers->has_log = can_be (chart);
}

static char *
tell (const QmViewedChart *viewed)
{
  const QmClaim *in_the_way;

  if (!viewed->view->is_log || !find_scale (viewed, &in_the_way) || in_the_way != NULL)
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
