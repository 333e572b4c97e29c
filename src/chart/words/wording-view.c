/* What a reader has chosen of a chart, in words. */
#include "chart/words/wording.h"

#include "base/format.h"
#include "base/words.h"
#include "chart/view/form.h"
#include "chart/words/wording-private.h"

static gboolean
has_logarithms (const QmChart *chart)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    if ((qm_form_of (&chart->panels[i])->options & QM_VIEW_LOG) != 0)
      return TRUE;
  return FALSE;
}

static gboolean
tells_of (const QmClaim *claim, const QmEntity *entity)
{
  for (gsize i = 0; i < claim->n_above; i++)
    if (claim->above[i] == entity)
      return TRUE;
  return claim->entity == entity || claim->to_entity == entity;
}

/* TRUE if there would be more to see with the entity. */
static gboolean
is_missed (const QmViewedChart *viewed, const QmEntity *entity)
{
  const QmMeasure *measure = viewed->view->measure;

  for (gsize i = 0; i < viewed->original->n_panels; i++)
    for (gsize j = 0; j < viewed->original->panels[i].n_claims; j++) {
      const QmClaim *claim = viewed->original->panels[i].claims[j];

      if ((measure == NULL || claim->measure == measure) && tells_of (claim, entity))
        return TRUE;
    }
  return FALSE;
}

/* Missing is not zero: whoever is hidden is named. */
static char *
hidden_in_words (const QmViewedChart *viewed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const GPtrArray *hidden = viewed->view->hidden;
  const char *const *name;

  for (guint i = 0; hidden != NULL && i < hidden->len; i++)
    if (is_missed (viewed, hidden->pdata[i]))
      g_ptr_array_add (names,
                       (gpointer) qm_text_get (((const QmEntity *) hidden->pdata[i])->short_name));
  name = (const char *const *) names->pdata;

  switch (names->len) {
  case 0:
    return NULL;
  case 1:
    /* Translators: a chart that shows everybody but one */
    return g_strdup_printf (_ ("without %s"), name[0]);
  case 2:
    return g_strdup_printf (_ ("without %s and %s"), name[0], name[1]);
  case 3:
    return g_strdup_printf (_ ("without %s, %s and %s"), name[0], name[1], name[2]);
  default:
    return g_strdup_printf (
        ngettext ("without %s, %s and %u other", "without %s, %s and %u others", names->len - 2),
        name[0], name[1], names->len - 2);
  }
}

static gboolean
has_time (const QmChart *chart)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    if (qm_form_of (&chart->panels[i])->time_of != NULL)
      return TRUE;
  return FALSE;
}

char *
qm_wording_span (QmDate from, QmDate to)
{
  g_autofree char *start = qm_format_date (from), *end = qm_format_date (to);

  /* Translators: a span of time, "2023 to Nov 2025" */
  return g_strdup_printf (C_ ("span of time", "%s to %s"), start, end);
}

char *
qm_wording_nothing (const QmView *view)
{
  g_autofree char *span = qm_wording_span (view->from, view->to);

  /* Translators: of a part of a timeline in which nothing happens, "2019 to Jun 2025" */
  return g_strdup_printf (_ ("nothing from %s"), span);
}

char *
qm_wording_view (const QmViewedChart *viewed)
{
  const QmView *view = viewed->view;
  g_autofree char *measure = NULL, *base = NULL, *span = NULL;
  g_autofree char *hidden = hidden_in_words (viewed);

  if (view->measure != NULL)
    /* Translators: a chart that shows one of its measures, only “GDP” */
    measure = g_strdup_printf (_ ("only “%s”"), qm_text_get (view->measure->name));
  if (viewed->is_relative)
    base = g_strdup_printf (_ ("%s = 1"), qm_text_get (view->relative_to->short_name));

  if (view->from.year != 0 && has_time (&viewed->chart))
    span = qm_wording_span (view->from, view->to);

  return qm_wording_join (
      (const char *const[]){
          measure,
          base,
          view->is_log && has_logarithms (&viewed->chart) ? _ ("logarithmic scale") : NULL,
          hidden,
          span,
      },
      5);
}

/* --- Notes --- */

/* "US", "US to China"; NULL where it is of no one. */
static char *
whose_in_short (const QmClaim *claim)
{
  if (claim->entity == NULL)
    return NULL;
  if (claim->to_entity == NULL)
    return g_strdup (qm_text_get (claim->entity->short_name));
  /* Translators: whose ratio it is, "United States to China" for 6 to 1 */
  return g_strdup_printf (_ ("%s to %s"), qm_text_get (claim->entity->short_name),
                          qm_text_get (claim->to_entity->short_name));
}

char *
qm_wording_claim_named (const QmClaim *claim)
{
  g_autofree char *entity = whose_in_short (claim);
  g_autofree char *subject = qm_wording_subject (claim);
  g_autofree char *time = qm_wording_time (&claim->time);
  g_autofree char *value = qm_wording_value (claim);
  const char *const parts[] = { entity != NULL ? entity : subject, time, value };

  if (claim->kind != QM_CLAIM_FIGURE)
    return g_strdup (qm_text_get (claim->label != NULL ? claim->label : claim->statement));
  return qm_wording_join (parts, G_N_ELEMENTS (parts));
}

char *
qm_wording_note (const QmClaim *claim, const char *text)
{
  g_autofree char *name = qm_wording_claim_named (claim);

  /* Translators: a note that the reader has written on a figure, "China, 2030, 40%" */
  return g_strdup_printf (_ ("Reader’s note on %s: %s"), name, text);
}

char *
qm_wording_notes (const QmViewedChart *viewed, const GPtrArray *call_outs)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < call_outs->len; i++) {
    const QmCallOut *call_out = call_outs->pdata[i];
    g_autofree char *name = qm_wording_claim_named (qm_viewed_find (viewed, call_out->claim));

    g_string_append_printf (list, "%s(%u) %s: %s", i > 0 ? "  " : "", i + 1, name, call_out->text);
  }
  if (call_outs->len == 0)
    return g_strdup ("");
  /* Translators: followed by notes that the reader of a chart has written on it */
  return g_strdup_printf (ngettext ("Reader’s note: %s", "Reader’s notes: %s", call_outs->len),
                          list->str);
}

char *
qm_wording_subtitle (const QmViewedChart *viewed)
{
  const char *subtitle = qm_text_get (viewed->chart.subtitle);
  g_autofree char *view = qm_wording_view (viewed);

  if (subtitle == NULL)
    return g_steal_pointer (&view);
  return view[0] != '\0' ? g_strdup_printf ("%s; %s", subtitle, view) : g_strdup (subtitle);
}
