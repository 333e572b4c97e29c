#include "chart/view/view-json.h"

#include "base/words.h"
#include "chart/view/author-view.h"
#include "chart/view/choice.h"
#include "chart/view/view-offers.h"
#include "chart/view/viewed.h"
#include "dataset/json-check.h"
#include "dataset/writer.h"

#include <string.h>

/* Longer than any view that a person makes. */
#define MAX_LENGTH (1 << 20)

/* --- Reading --- */

static gboolean
is_choice (const char *key)
{
  for (gsize i = 0; qm_choices[i] != NULL; i++)
    if (g_str_equal (qm_choices[i]->key, key))
      return TRUE;
  return FALSE;
}

/* “chart”, “measure” and all others. */
static char *
list_keys (void)
{
  GString *keys = g_string_new ("“chart”");

  for (gsize i = 0; qm_choices[i] != NULL; i++)
    g_string_append_printf (keys, ", “%s”", qm_choices[i]->key);
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

      return qm_choice_fail (error, _ ("a view has no “%s”; it can have %s"), member->string, keys);
    }
    if (cJSON_GetObjectItemCaseSensitive (json, member->string) != member)
      return qm_choice_fail (error, _ ("the view has “%s” twice"), member->string);
  }
  return TRUE;
}

static gboolean
read_chart (QmViewReading *reading, const cJSON *json, GError **error)
{
  const cJSON *member = cJSON_GetObjectItemCaseSensitive (json, "chart");
  const char *id = member != NULL ? qm_choice_get_text (member, error) : NULL;

  if (member == NULL)
    return TRUE;
  if (id == NULL)
    return FALSE;
  reading->chart = qm_dataset_find_chart (reading->dataset, id);
  if (reading->chart == NULL)
    return qm_choice_fail (error, _ ("the view shows the chart “%s”, but %s has no such chart"), id,
                           reading->dataset->name);
  return TRUE;
}

/* Adds a member for each thing that is chosen. */
static void
write_choices (cJSON *json, const QmView *view)
{
  for (gsize i = 0; qm_choices[i] != NULL; i++) {
    cJSON *member = qm_choices[i]->write (view);

    if (member != NULL)
      cJSON_AddItemToObject (json, qm_choices[i]->key, member);
  }
}

/* (transfer full) */
static cJSON *
write_authored (const QmChart *chart)
{
  cJSON *json = cJSON_CreateObject ();

  if (chart != NULL)
    write_choices (json, qm_author_view (chart));
  return json;
}

/* Last, since it depends on all that is shown. */
static gboolean
check_scale (QmViewReading *reading, gboolean is_lenient, GError **error)
{
  if (!reading->view.is_log || reading->chart == NULL ||
      qm_view_can_be_log (&reading->view, reading->chart, is_lenient ? NULL : error))
    return TRUE;
  reading->view.is_log = FALSE;
  return is_lenient;
}

static gboolean
read_member (QmViewReading *reading, const QmChoice *choice, const cJSON *member, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (member == NULL || cJSON_IsNull (member) || choice->read (reading, member, &problem) ||
      reading->is_lenient)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* What the author chose stays where json says nothing of it, and gives way to what it does not go
 * with. */
static gboolean
read_choice (QmViewReading *reading, const QmChoice *choice, const cJSON *json,
             const cJSON *authored, GError **error)
{
  const cJSON *member = cJSON_GetObjectItemCaseSensitive (json, choice->key);
  gboolean is_lenient = reading->is_lenient, is_read;

  if (member == NULL) {
    member = cJSON_GetObjectItemCaseSensitive (authored, choice->key);
    reading->is_lenient = TRUE;
  }
  is_read = read_member (reading, choice, member, error);
  reading->is_lenient = is_lenient;
  return is_read;
}

static gboolean
read_choices (QmViewReading *reading, const cJSON *json, GError **error)
{
  static const QmViewOffers none = { 0 };
  cJSON *authored = write_authored (reading->chart);
  gboolean has_scale = cJSON_HasObjectItem (json, qm_choice_scale.key), is_read = TRUE;

  /* Of a chart that is not known nothing is offered, and nothing asks. */
  reading->offers = reading->chart != NULL ? qm_view_offers (reading->chart) : &none;
  for (gsize i = 0; qm_choices[i] != NULL && is_read; i++)
    is_read = read_choice (reading, qm_choices[i], json, authored, error);
  cJSON_Delete (authored);
  return is_read && check_scale (reading, reading->is_lenient || !has_scale, error);
}

/* FALSE, with error set, for what begins as an object but is no JSON. */
static gboolean
check_object (const char *json, gsize length, GError **error)
{
  gsize start = qm_json_check_skip_space (json, length, 0);
  QmJsonError problem = { 0 };

  if (length > MAX_LENGTH || json[start] != '{' || qm_json_check (json, length, NULL, &problem))
    return TRUE;

  /* Translators: a number; then what was expected and found, as “a digit”, “the character X” */
  qm_choice_fail (error, _ ("the view is no JSON at its character %ld: expected %s, found %s"),
                  g_utf8_strlen (json, (gssize) problem.offset) + 1, problem.expected,
                  problem.found);
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

  qm_choice_fail (error, _ ("a view is a JSON object such as {\"chart\":\"industrial-share\"}"));
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

/* --- Writing --- */

/* What is as the author chose it is not written, and what is not chosen at all is null. */
static void
leave_out_authored (cJSON *json, const QmChart *chart)
{
  cJSON *authored = write_authored (chart);
  const cJSON *member;

  cJSON_ArrayForEach (member, authored) {
    const cJSON *chosen = cJSON_GetObjectItemCaseSensitive (json, member->string);

    if (chosen == NULL)
      cJSON_AddNullToObject (json, member->string);
    else if (cJSON_Compare (chosen, member, TRUE))
      cJSON_DeleteItemFromObjectCaseSensitive (json, member->string);
  }
  cJSON_Delete (authored);
}

char *
qm_view_to_json (const QmChart *chart, const QmView *view)
{
  cJSON *json = cJSON_CreateObject ();

  cJSON_AddStringToObject (json, "chart", chart->id);
  write_choices (json, view);
  leave_out_authored (json, chart);

  return qm_writer_print (json);
}

static gboolean
is_chosen_alike (const QmChoice *choice, const QmView *a, const QmView *b)
{
  cJSON *first = choice->write (a), *second = choice->write (b);
  gboolean is_alike = first == NULL ? second == NULL : cJSON_Compare (first, second, TRUE);

  cJSON_Delete (first);
  cJSON_Delete (second);
  return is_alike;
}

gboolean
qm_view_equal (const QmView *a, const QmView *b)
{
  for (gsize i = 0; qm_choices[i] != NULL; i++)
    if (!is_chosen_alike (qm_choices[i], a, b))
      return FALSE;
  return TRUE;
}
