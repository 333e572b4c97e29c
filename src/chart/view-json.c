#include "chart/view-json.h"

#include "chart/view-offers.h"

#include <cjson/cJSON.h>
#include <glib/gi18n.h>
#include <string.h>

/* Longer than any view that a person makes. */
#define MAX_LENGTH (1 << 20)

typedef struct {
  const QmDataset *dataset;
  const QmChart *chart; /* NULL: not known, and whatever the dataset has is taken */
  QmViewOffers offers;  /* of chart, where that is known */
  QmView view;
  gboolean is_lenient; /* what cannot be taken is left out */
} Reading;

static gboolean G_GNUC_PRINTF (2, 3) fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error,
                     g_error_new_valist (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, format, arguments));
  va_end (arguments);
  return FALSE;
}

static gboolean
is_offered (const Reading *reading, const GPtrArray *offered, gconstpointer element)
{
  return reading->chart == NULL || g_ptr_array_find ((GPtrArray *) offered, element, NULL);
}

/* The member's text, or NULL, with error set, where it is none. */
static const char *
get_text (const cJSON *member, GError **error)
{
  if (!cJSON_IsString (member))
    fail (error, _ ("the view's “%s” is a text"), member->string);
  return cJSON_GetStringValue (member);
}

/* --- What can be chosen: a key for each, read after the chart is known --- */

static gboolean
read_measure (Reading *reading, const cJSON *member, GError **error)
{
  const char *id = get_text (member, error);
  const QmMeasure *measure = NULL;

  if (id == NULL)
    return FALSE;
  for (gsize i = 0; i < reading->dataset->n_measures; i++)
    if (g_str_equal (reading->dataset->measures[i].id, id))
      measure = &reading->dataset->measures[i];
  if (measure == NULL)
    return fail (error, _ ("the view's “measure” names “%s”, but %s has no such measure"), id,
                 reading->dataset->name);
  if (!is_offered (reading, reading->offers.measures, measure))
    return fail (error, _ ("“%s” is not one of several measures of the chart “%s”"), id,
                 reading->chart->id);
  reading->view.measure = measure;
  return TRUE;
}

static gboolean
read_scale (Reading *reading, const cJSON *member, GError **error)
{
  const char *word = get_text (member, error);

  if (word == NULL)
    return FALSE;
  if (!g_str_equal (word, "log") && !g_str_equal (word, "linear"))
    return fail (error, _ ("the view's “scale” is “log” or “linear”, not “%s”"), word);
  if (g_str_equal (word, "log") && reading->chart != NULL && !reading->offers.has_log)
    return fail (error, _ ("the chart “%s” has no logarithmic scale"), reading->chart->id);
  reading->view.is_log = g_str_equal (word, "log");
  return TRUE;
}

/* NULL, with error set, if the dataset has no such entity. */
static const QmEntity *
find_entity (const Reading *reading, const char *key, const char *id, GError **error)
{
  for (gsize i = 0; i < reading->dataset->n_entities; i++)
    if (g_str_equal (reading->dataset->entities[i].id, id))
      return &reading->dataset->entities[i];

  fail (error, _ ("the view's “%s” names “%s”, but %s has no such entity"), key, id,
        reading->dataset->name);
  return NULL;
}

static gboolean
read_relative_to (Reading *reading, const cJSON *member, GError **error)
{
  const char *id = get_text (member, error);
  const QmEntity *entity = id != NULL ? find_entity (reading, member->string, id, error) : NULL;

  if (entity == NULL)
    return FALSE;
  if (!is_offered (reading, reading->offers.relative_to, entity))
    return fail (error, _ ("the figures of the chart “%s” cannot be told relative to “%s”"),
                 reading->chart->id, id);
  reading->view.relative_to = entity;
  return TRUE;
}

static const char *const orders[] = {
  [QM_ORDERED_AS_GIVEN] = "as-given",
  [QM_ORDERED_LARGEST_FIRST] = "largest-first",
  [QM_ORDERED_SMALLEST_FIRST] = "smallest-first",
  [QM_ORDERED_BY_NAME] = "by-name",
};

static gboolean
read_order (Reading *reading, const cJSON *member, GError **error)
{
  const char *word = get_text (member, error);
  gsize found = 0;

  if (word == NULL)
    return FALSE;
  while (found < G_N_ELEMENTS (orders) && !g_str_equal (orders[found], word))
    found++;
  if (found == G_N_ELEMENTS (orders))
    return fail (error,
                 _ ("the view's “order” is “largest-first”, “smallest-first”, “by-name” or "
                    "“as-given”, not “%s”"),
                 word);
  if (found != QM_ORDERED_AS_GIVEN && reading->chart != NULL && !reading->offers.has_order)
    return fail (error, _ ("the chart “%s” has no other order"), reading->chart->id);
  reading->view.order = (QmViewOrder) found;
  return TRUE;
}

static gboolean
read_hidden_one (Reading *reading, const cJSON *element, const char *key, GError **error)
{
  const char *id = cJSON_GetStringValue (element);
  const QmEntity *entity;

  if (id == NULL)
    return fail (error, _ ("the view's “%s” is a list of texts"), key);
  entity = find_entity (reading, key, id, error);
  if (entity == NULL)
    return FALSE;
  if (qm_view_is_hidden (&reading->view, entity))
    return fail (error, _ ("the view's “%s” names “%s” twice"), key, id);
  if (!is_offered (reading, reading->offers.entities, entity))
    return fail (error, _ ("“%s” cannot be hidden in the chart “%s”"), id, reading->chart->id);
  return qm_view_hide (&reading->view, reading->chart, entity, error);
}

static gboolean
read_hidden (Reading *reading, const cJSON *member, GError **error)
{
  const cJSON *element;

  if (!cJSON_IsArray (member))
    return fail (error, _ ("the view's “%s” is a list of texts"), member->string);
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
find_claim (const Reading *reading, const char *key, const char *id, GError **error)
{
  const QmClaim *claim = qm_dataset_find_claim (reading->dataset, id);

  if (claim != NULL && (reading->chart == NULL || qm_chart_has_claim (reading->chart, claim)))
    return claim;
  if (reading->chart == NULL)
    fail (error, _ ("the view's “%s” names “%s”, but %s has no such claim"), key, id,
          reading->dataset->name);
  else
    fail (error, _ ("the view's “%s” names “%s”, but the chart “%s” has no such claim"), key, id,
          reading->chart->id);
  return NULL;
}

static gboolean
read_highlight (Reading *reading, const cJSON *member, GError **error)
{
  const char *id = get_text (member, error);

  if (id != NULL)
    reading->view.highlight = find_claim (reading, member->string, id, error);
  return reading->view.highlight != NULL;
}

static gboolean
read_call_out (Reading *reading, const cJSON *element, const char *key, GError **error)
{
  const char *text = cJSON_GetStringValue (element);
  const QmClaim *claim;

  if (text == NULL)
    return fail (error, _ ("the view's “%s” has a text for each claim"), key);
  claim = find_claim (reading, key, element->string, error);
  if (claim == NULL)
    return FALSE;
  if (qm_view_get_call_out (&reading->view, claim) != NULL)
    return fail (error, _ ("the view's “%s” names “%s” twice"), key, element->string);
  if (qm_view_set_call_out (&reading->view, claim, text, error))
    return TRUE;
  /* Translators: before a sentence on a note: "call_outs", a claim's name: a note … */
  g_prefix_error (error, _ ("the view's “%s”, “%s”: "), key, element->string);
  return FALSE;
}

static gboolean
read_call_outs (Reading *reading, const cJSON *member, GError **error)
{
  const cJSON *element;

  if (!cJSON_IsObject (member))
    return fail (error, _ ("the view's “%s” has a text for each claim"), member->string);
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
read_year (Reading *reading, const cJSON *member, GError **error)
{
  const char *text = get_text (member, error);
  const QmViewOffers *offers = &reading->offers;
  g_autofree char *from = qm_date_to_string (offers->year_from);
  g_autofree char *to = qm_date_to_string (offers->year_to);
  QmDate year;

  if (text == NULL)
    return FALSE;
  if (!qm_date_parse (text, strlen (text), &year))
    return fail (error, _ ("the view's “year” is a date such as “2027” or “2027-06”, not “%s”"),
                 text);
  if (reading->chart != NULL && offers->year_from.year == 0)
    return fail (error, _ ("the chart “%s” has no line that could be read off at a year"),
                 reading->chart->id);
  if (reading->chart != NULL &&
      (is_before (year, offers->year_from) || is_before (offers->year_to, year)))
    return fail (error, _ ("the view's “year” lies between %s and %s, not at “%s”"), from, to,
                 text);
  reading->view.year = year;
  return TRUE;
}

static gboolean
read_years (Reading *reading, const cJSON *member, GError **error)
{
  const char *text = get_text (member, error);
  const char *slash = text != NULL ? strchr (text, '/') : NULL;
  const QmViewOffers *offers = &reading->offers;
  QmDate from, to;

  if (text == NULL)
    return FALSE;
  if (slash == NULL || !qm_date_parse (text, (gsize) (slash - text), &from) ||
      !qm_date_parse (slash + 1, strlen (slash + 1), &to) || !is_before (from, to))
    return fail (error,
                 _ ("the view's “years” are two dates, the earlier first, such as “2025/2030”, "
                    "not “%s”"),
                 text);
  if (reading->chart != NULL && offers->from.year == 0)
    return fail (error, _ ("the chart “%s” has no axis of time with more than two dates"),
                 reading->chart->id);
  if (reading->chart != NULL && (is_before (from, offers->from) || is_before (offers->to, to)))
    return fail (error, _ ("the view's “years” lie between %d and %d, not at “%s”"),
                 offers->from.year, offers->to.year, text);
  reading->view.from = from;
  reading->view.to = to;
  return TRUE;
}

static const struct {
  const char *key;
  gboolean (*read) (Reading *reading, const cJSON *member, GError **error);
} choices[] = {
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

static gboolean
is_choice (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].key, key))
      return TRUE;
  return FALSE;
}

/* --- Reading --- */

/* “chart”, “measure” and all others. */
static char *
list_keys (void)
{
  GString *keys = g_string_new ("“chart”");

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    g_string_append_printf (keys, ", “%s”", choices[i].key);
  return g_string_free (keys, FALSE);
}

/* Every member is known and there once. */
static gboolean
check_members (const cJSON *json, GError **error)
{
  const cJSON *member;

  cJSON_ArrayForEach (member, json) {
    if (!is_choice (member->string) && !g_str_equal (member->string, "chart")) {
      g_autofree char *keys = list_keys ();

      return fail (error, _ ("a view has no “%s”; it can have %s"), member->string, keys);
    }
    if (cJSON_GetObjectItemCaseSensitive (json, member->string) != member)
      return fail (error, _ ("the view has “%s” twice"), member->string);
  }
  return TRUE;
}

static gboolean
read_chart (Reading *reading, const cJSON *json, GError **error)
{
  const cJSON *member = cJSON_GetObjectItemCaseSensitive (json, "chart");
  const char *id = member != NULL ? get_text (member, error) : NULL;

  if (member == NULL)
    return TRUE;
  if (id == NULL)
    return FALSE;
  reading->chart = qm_dataset_find_chart (reading->dataset, id);
  if (reading->chart == NULL)
    return fail (error, _ ("the view shows the chart “%s”, but %s has no such chart"), id,
                 reading->dataset->name);
  return TRUE;
}

static gboolean
read_choices (Reading *reading, const cJSON *json, GError **error)
{
  if (reading->chart != NULL)
    reading->offers = qm_view_offers (reading->chart);
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++) {
    const cJSON *member = cJSON_GetObjectItemCaseSensitive (json, choices[i].key);
    g_autoptr (GError) problem = NULL;

    if (member == NULL || choices[i].read (reading, member, &problem) || reading->is_lenient)
      continue;
    g_propagate_error (error, g_steal_pointer (&problem));
    return FALSE;
  }
  return TRUE;
}

/* NULL, with error set, if it is no JSON object and nothing else. */
static cJSON *
parse (const char *json, GError **error)
{
  gsize length = strlen (json);
  cJSON *root = NULL;

  /* With the end to be found, nothing may follow the object. */
  if (length <= MAX_LENGTH && g_utf8_validate (json, (gssize) length, NULL))
    root = cJSON_ParseWithLengthOpts (json, length + 1, NULL, TRUE);
  if (cJSON_IsObject (root))
    return root;

  fail (error, _ ("a view is a JSON object such as {\"chart\":\"industrial-share\"}"));
  cJSON_Delete (root);
  return NULL;
}

static gboolean
read_view (Reading *reading, const char *json, const QmChart **chart, QmView *view, GError **error)
{
  cJSON *root = parse (json, error);
  gboolean is_read = root != NULL && (reading->is_lenient || check_members (root, error)) &&
                     read_chart (reading, root, error) &&
                     (!reading->is_lenient || reading->chart != NULL) &&
                     read_choices (reading, root, error);

  if (is_read) {
    *chart = reading->chart;
    qm_view_set (view, &reading->view);
  }
  cJSON_Delete (root);
  qm_view_offers_clear (&reading->offers);
  qm_view_clear (&reading->view);
  return is_read;
}

gboolean
qm_view_from_json (const QmDataset *dataset, const char *json, const QmChart **chart, QmView *view,
                   GError **error)
{
  Reading reading = { .dataset = dataset, .chart = *chart };

  return read_view (&reading, json, chart, view, error);
}

gboolean
qm_view_adapt_json (const QmDataset *dataset, const char *json, const QmChart **chart, QmView *view)
{
  Reading reading = { .dataset = dataset, .chart = *chart, .is_lenient = TRUE };

  return read_view (&reading, json, chart, view, NULL);
}

gboolean
qm_view_adapt (const QmDataset *dataset, const QmChart **chart, QmView *view)
{
  g_autofree char *json = qm_view_to_json (*chart, view);

  return qm_view_adapt_json (dataset, json, chart, view);
}

/* --- Writing --- */

static void
write_hidden (cJSON *json, const GPtrArray *hidden)
{
  cJSON *list = cJSON_AddArrayToObject (json, "hidden");

  for (guint i = 0; i < hidden->len; i++)
    cJSON_AddItemToArray (list, cJSON_CreateString (((const QmEntity *) hidden->pdata[i])->id));
}

static void
write_call_outs (cJSON *json, const GArray *call_outs)
{
  cJSON *object = cJSON_AddObjectToObject (json, "call_outs");

  for (guint i = 0; i < call_outs->len; i++) {
    const QmCallOut *call_out = &g_array_index (call_outs, QmCallOut, i);

    cJSON_AddStringToObject (object, call_out->claim->id, call_out->text);
  }
}

static void
write_dates (cJSON *json, const QmView *view)
{
  g_autofree char *year = qm_date_to_string (view->year);
  g_autofree char *from = qm_date_to_string (view->from);
  g_autofree char *to = qm_date_to_string (view->to);
  g_autofree char *years = g_strdup_printf ("%s/%s", from, to);

  if (view->year.year != 0)
    cJSON_AddStringToObject (json, "year", year);
  if (view->from.year != 0)
    cJSON_AddStringToObject (json, "years", years);
}

char *
qm_view_to_json (const QmChart *chart, const QmView *view)
{
  cJSON *json = cJSON_CreateObject ();
  char *printed, *text;

  cJSON_AddStringToObject (json, "chart", chart->id);
  if (view->measure != NULL)
    cJSON_AddStringToObject (json, "measure", view->measure->id);
  if (view->is_log)
    cJSON_AddStringToObject (json, "scale", "log");
  if (view->relative_to != NULL)
    cJSON_AddStringToObject (json, "relative_to", view->relative_to->id);
  if (view->order != QM_ORDERED_AS_GIVEN)
    cJSON_AddStringToObject (json, "order", orders[view->order]);
  if (view->hidden != NULL && view->hidden->len > 0)
    write_hidden (json, view->hidden);
  if (view->highlight != NULL)
    cJSON_AddStringToObject (json, "highlight", view->highlight->id);
  if (view->call_outs != NULL && view->call_outs->len > 0)
    write_call_outs (json, view->call_outs);
  write_dates (json, view);

  printed = cJSON_PrintUnformatted (json);
  text = g_strdup (printed);
  cJSON_free (printed);
  cJSON_Delete (json);
  return text;
}
