/* What can be chosen, each by the member of a view's JSON that says it. */
#include "base/words.h"
#include "chart/view/view-json-private.h"

#include <string.h>

gboolean
qm_view_fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error,
                     g_error_new_valist (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, format, arguments));
  va_end (arguments);
  return FALSE;
}

static gboolean
is_offered (const QmViewReading *reading, const GPtrArray *offered, gconstpointer element)
{
  return reading->chart == NULL || g_ptr_array_find ((GPtrArray *) offered, element, NULL);
}

const char *
qm_view_get_text (const cJSON *member, GError **error)
{
  if (!cJSON_IsString (member))
    qm_view_fail (error, _ ("the view's “%s” is a text"), member->string);
  return cJSON_GetStringValue (member);
}

static gboolean
read_measure (QmViewReading *reading, const cJSON *member, GError **error)
{
  const char *id = qm_view_get_text (member, error);
  const QmMeasure *measure = NULL;

  if (id == NULL)
    return FALSE;
  for (gsize i = 0; i < reading->dataset->n_measures; i++)
    if (g_str_equal (reading->dataset->measures[i].id, id))
      measure = &reading->dataset->measures[i];
  if (measure == NULL)
    return qm_view_fail (error, _ ("the view's “measure” names “%s”, but %s has no such measure"),
                         id, reading->dataset->name);
  if (!is_offered (reading, reading->offers.measures, measure))
    return qm_view_fail (error, _ ("“%s” is not one of several measures of the chart “%s”"), id,
                         reading->chart->id);
  reading->view.measure = measure;
  return TRUE;
}

static gboolean
read_scale (QmViewReading *reading, const cJSON *member, GError **error)
{
  const char *word = qm_view_get_text (member, error);

  if (word == NULL)
    return FALSE;
  if (!g_str_equal (word, "log") && !g_str_equal (word, "linear"))
    return qm_view_fail (error, _ ("the view's “scale” is “log” or “linear”, not “%s”"), word);
  if (g_str_equal (word, "log") && reading->chart != NULL && !reading->offers.has_log)
    return qm_view_fail (error, _ ("the chart “%s” has no logarithmic scale"), reading->chart->id);
  reading->view.is_log = g_str_equal (word, "log");
  return TRUE;
}

/* NULL, with error set, if the dataset has no such entity. */
static const QmEntity *
find_entity (const QmViewReading *reading, const char *key, const char *id, GError **error)
{
  for (gsize i = 0; i < reading->dataset->n_entities; i++)
    if (g_str_equal (reading->dataset->entities[i].id, id))
      return &reading->dataset->entities[i];

  qm_view_fail (error, _ ("the view's “%s” names “%s”, but %s has no such entity"), key, id,
                reading->dataset->name);
  return NULL;
}

static gboolean
read_relative_to (QmViewReading *reading, const cJSON *member, GError **error)
{
  const char *id = qm_view_get_text (member, error);
  const QmEntity *entity = id != NULL ? find_entity (reading, member->string, id, error) : NULL;

  if (entity == NULL)
    return FALSE;
  if (!is_offered (reading, reading->offers.relative_to, entity))
    return qm_view_fail (error, _ ("the figures of the chart “%s” cannot be told relative to “%s”"),
                         reading->chart->id, id);
  reading->view.relative_to = entity;
  return TRUE;
}

const char *const qm_view_orders[QM_ORDERED_BY_NAME + 1] = {
  [QM_ORDERED_AS_GIVEN] = "as-given",
  [QM_ORDERED_LARGEST_FIRST] = "largest-first",
  [QM_ORDERED_SMALLEST_FIRST] = "smallest-first",
  [QM_ORDERED_BY_NAME] = "by-name",
};

static gboolean
read_order (QmViewReading *reading, const cJSON *member, GError **error)
{
  const char *word = qm_view_get_text (member, error);
  gsize found = 0;

  if (word == NULL)
    return FALSE;
  while (found < G_N_ELEMENTS (qm_view_orders) && !g_str_equal (qm_view_orders[found], word))
    found++;
  if (found == G_N_ELEMENTS (qm_view_orders))
    return qm_view_fail (error,
                         _ ("the view's “order” is “largest-first”, “smallest-first”, “by-name” or "
                            "“as-given”, not “%s”"),
                         word);
  if (found != QM_ORDERED_AS_GIVEN && reading->chart != NULL && !reading->offers.has_order)
    return qm_view_fail (error, _ ("the chart “%s” has no other order"), reading->chart->id);
  reading->view.order = (QmViewOrder) found;
  return TRUE;
}

static gboolean
read_hidden_one (QmViewReading *reading, const cJSON *element, const char *key, GError **error)
{
  const char *id = cJSON_GetStringValue (element);
  const QmEntity *entity;

  if (id == NULL)
    return qm_view_fail (error, _ ("the view's “%s” is a list of texts"), key);
  entity = find_entity (reading, key, id, error);
  if (entity == NULL)
    return FALSE;
  if (qm_view_is_hidden (&reading->view, entity))
    return qm_view_fail (error, _ ("the view's “%s” names “%s” twice"), key, id);
  if (!is_offered (reading, reading->offers.entities, entity))
    return qm_view_fail (error, _ ("“%s” cannot be hidden in the chart “%s”"), id,
                         reading->chart->id);
  return qm_view_hide (&reading->view, reading->chart, entity, error);
}

static gboolean
read_hidden (QmViewReading *reading, const cJSON *member, GError **error)
{
  const cJSON *element;

  if (!cJSON_IsArray (member))
    return qm_view_fail (error, _ ("the view's “%s” is a list of texts"), member->string);
  cJSON_ArrayForEach (element, member) {
    if (!read_hidden_one (reading, element, member->string, error)) {
      if (!reading->is_lenient)
        return FALSE;
      g_clear_error (error);
    }
  }
  return TRUE;
}

/* NULL, with error set, if the chart, or else the dataset, has no such claim. */
static const QmClaim *
find_claim (const QmViewReading *reading, const char *key, const char *id, GError **error)
{
  const QmClaim *claim = qm_dataset_find_claim (reading->dataset, id);

  if (claim != NULL && (reading->chart == NULL || qm_chart_has_claim (reading->chart, claim)))
    return claim;
  if (reading->chart == NULL)
    qm_view_fail (error, _ ("the view's “%s” names “%s”, but %s has no such claim"), key, id,
                  reading->dataset->name);
  else
    qm_view_fail (error, _ ("the view's “%s” names “%s”, but the chart “%s” has no such claim"),
                  key, id, reading->chart->id);
  return NULL;
}

static gboolean
read_highlight (QmViewReading *reading, const cJSON *member, GError **error)
{
  const char *id = qm_view_get_text (member, error);

  if (id != NULL)
    reading->view.highlight = find_claim (reading, member->string, id, error);
  return reading->view.highlight != NULL;
}

static gboolean
read_call_out (QmViewReading *reading, const cJSON *element, const char *key, GError **error)
{
  const char *text = cJSON_GetStringValue (element);
  const QmClaim *claim;

  if (text == NULL)
    return qm_view_fail (error, _ ("the view's “%s” has a text for each claim"), key);
  claim = find_claim (reading, key, element->string, error);
  if (claim == NULL)
    return FALSE;
  if (qm_view_get_call_out (&reading->view, claim) != NULL)
    return qm_view_fail (error, _ ("the view's “%s” names “%s” twice"), key, element->string);
  if (qm_view_set_call_out (&reading->view, claim, text, error))
    return TRUE;
  /* Translators: before a sentence on a note: "call_outs", a claim's name: a note … */
  g_prefix_error (error, _ ("the view's “%s”, “%s”: "), key, element->string);
  return FALSE;
}

static gboolean
read_call_outs (QmViewReading *reading, const cJSON *member, GError **error)
{
  const cJSON *element;

  if (!cJSON_IsObject (member))
    return qm_view_fail (error, _ ("the view's “%s” has a text for each claim"), member->string);
  cJSON_ArrayForEach (element, member) {
    if (!read_call_out (reading, element, member->string, error)) {
      if (!reading->is_lenient)
        return FALSE;
      g_clear_error (error);
    }
  }
  return TRUE;
}

static gboolean
is_before (QmDate a, QmDate b)
{
  return qm_date_to_year (a) < qm_date_to_year (b);
}

static gboolean
read_year (QmViewReading *reading, const cJSON *member, GError **error)
{
  const char *text = qm_view_get_text (member, error);
  const QmViewOffers *offers = &reading->offers;
  g_autofree char *from = qm_date_to_string (offers->year_from);
  g_autofree char *to = qm_date_to_string (offers->year_to);
  QmDate year;

  if (text == NULL)
    return FALSE;
  if (!qm_date_parse (text, strlen (text), &year))
    return qm_view_fail (
        error, _ ("the view's “year” is a date such as “2027” or “2027-06”, not “%s”"), text);
  if (reading->chart != NULL && offers->year_from.year == 0)
    return qm_view_fail (error, _ ("the chart “%s” has no line that could be read off at a year"),
                         reading->chart->id);
  if (reading->chart != NULL &&
      (is_before (year, offers->year_from) || is_before (offers->year_to, year)))
    return qm_view_fail (error, _ ("the view's “year” lies between %s and %s, not at “%s”"), from,
                         to, text);
  reading->view.year = year;
  return TRUE;
}

static gboolean
read_years (QmViewReading *reading, const cJSON *member, GError **error)
{
  const char *text = qm_view_get_text (member, error);
  const char *slash = text != NULL ? strchr (text, '/') : NULL;
  const QmViewOffers *offers = &reading->offers;
  QmDate from, to;

  if (text == NULL)
    return FALSE;
  if (slash == NULL || !qm_date_parse (text, (gsize) (slash - text), &from) ||
      !qm_date_parse (slash + 1, strlen (slash + 1), &to) || !is_before (from, to))
    return qm_view_fail (
        error,
        _ ("the view's “years” are two dates, the earlier first, such as “2025/2030”, "
           "not “%s”"),
        text);
  if (reading->chart != NULL && offers->from.year == 0)
    return qm_view_fail (error, _ ("the chart “%s” has no axis of time with more than two dates"),
                         reading->chart->id);
  if (reading->chart != NULL && (is_before (from, offers->from) || is_before (offers->to, to)))
    return qm_view_fail (error, _ ("the view's “years” lie between %d and %d, not at “%s”"),
                         offers->from.year, offers->to.year, text);
  reading->view.from = from;
  reading->view.to = to;
  return TRUE;
}

const QmViewChoice qm_view_choices[QM_N_VIEW_CHOICES] = {
  { "measure", read_measure },
  { "scale", read_scale },
  { "relative_to", read_relative_to },
  { "order", read_order },
  { "hidden", read_hidden }, /* after the measure: of both, something has to be left */
  { "highlight", read_highlight },
  { "call_outs", read_call_outs },
  { "year", read_year },
  { "years", read_years },
};
