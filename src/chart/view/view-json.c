#include "chart/view/view-json.h"

#include "base/words.h"
#include "chart/view/view-json-private.h"
#include "dataset/json-check.h"

#include <string.h>

/* Longer than any view that a person makes. */
#define MAX_LENGTH (1 << 20)

/* --- Reading --- */

static gboolean
is_choice (const char *key)
{
  for (gsize i = 0; i < QM_N_VIEW_CHOICES; i++)
    if (g_str_equal (qm_view_choices[i].key, key))
      return TRUE;
  return FALSE;
}

/* “chart”, “measure” and all others. */
static char *
list_keys (void)
{
  GString *keys = g_string_new ("“chart”");

  for (gsize i = 0; i < QM_N_VIEW_CHOICES; i++)
    g_string_append_printf (keys, ", “%s”", qm_view_choices[i].key);
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

      return qm_view_fail (error, _ ("a view has no “%s”; it can have %s"), member->string, keys);
    }
    if (cJSON_GetObjectItemCaseSensitive (json, member->string) != member)
      return qm_view_fail (error, _ ("the view has “%s” twice"), member->string);
  }
  return TRUE;
}

static gboolean
read_chart (QmViewReading *reading, const cJSON *json, GError **error)
{
  const cJSON *member = cJSON_GetObjectItemCaseSensitive (json, "chart");
  const char *id = member != NULL ? qm_view_get_text (member, error) : NULL;

  if (member == NULL)
    return TRUE;
  if (id == NULL)
    return FALSE;
  reading->chart = qm_dataset_find_chart (reading->dataset, id);
  if (reading->chart == NULL)
    return qm_view_fail (error, _ ("the view shows the chart “%s”, but %s has no such chart"), id,
                         reading->dataset->name);
  return TRUE;
}

static gboolean
read_choices (QmViewReading *reading, const cJSON *json, GError **error)
{
  if (reading->chart != NULL)
    reading->offers = qm_view_offers (reading->chart);
  for (gsize i = 0; i < QM_N_VIEW_CHOICES; i++) {
    const cJSON *member = cJSON_GetObjectItemCaseSensitive (json, qm_view_choices[i].key);
    g_autoptr (GError) problem = NULL;

    if (member == NULL || qm_view_choices[i].read (reading, member, &problem) ||
        reading->is_lenient)
      continue;
    g_propagate_error (error, g_steal_pointer (&problem));
    return FALSE;
  }
  return TRUE;
}

/* FALSE, with error set, for what begins as an object but is no JSON. */
static gboolean
check_object (const char *json, gsize length, GError **error)
{
  gsize start = qm_json_skip_space (json, length, 0);
  QmJsonError problem = { 0 };

  if (length > MAX_LENGTH || json[start] != '{' || qm_json_check (json, length, &problem))
    return TRUE;

  /* Translators: a number; then what was expected and found, as “a digit”, “the character X” */
  qm_view_fail (error, _ ("the view is no JSON at its character %ld: expected %s, found %s"),
                g_utf8_strlen (json, (gssize) problem.offset) + 1, problem.expected, problem.found);
  qm_json_error_clear (&problem);
  return FALSE;
}

/* NULL, with error set, if it is no JSON object and nothing else. */
static cJSON *
parse (const char *json, GError **error)
{
  gsize length = strlen (json);
  cJSON *root = NULL;

  if (!check_object (json, length, error))
    return NULL;

  /* With the end to be found, nothing may follow the object. */
  if (length <= MAX_LENGTH && g_utf8_validate (json, (gssize) length, NULL))
    root = cJSON_ParseWithLengthOpts (json, length + 1, NULL, TRUE);
  if (cJSON_IsObject (root))
    return root;

  qm_view_fail (error, _ ("a view is a JSON object such as {\"chart\":\"industrial-share\"}"));
  cJSON_Delete (root);
  return NULL;
}

static gboolean
read_view (QmViewReading *reading, const char *json, const QmChart **chart, QmView *view,
           GError **error)
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
  QmViewReading reading = { .dataset = dataset, .chart = *chart };

  return read_view (&reading, json, chart, view, error);
}

gboolean
qm_view_adapt_json (const QmDataset *dataset, const char *json, const QmChart **chart, QmView *view)
{
  QmViewReading reading = { .dataset = dataset, .chart = *chart, .is_lenient = TRUE };

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
    cJSON_AddStringToObject (json, "order", qm_view_orders[view->order]);
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
