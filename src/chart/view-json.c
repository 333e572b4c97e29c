#include "chart/view-json.h"

#include <cjson/cJSON.h>
#include <glib/gi18n.h>
#include <string.h>

/* Longer than any view that a person makes. */
#define MAX_LENGTH 65536

typedef struct {
  const QmDataset *dataset;
  const QmChart *chart;
  QmView view;
} Reading;

static void G_GNUC_PRINTF (2, 3) fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error,
                     g_error_new_valist (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, format, arguments));
  va_end (arguments);
}

/* --- What can be chosen: a key for each, read after the chart is known --- */

static gboolean
read_scale (Reading *reading, const char *word, GError **error)
{
  if (!g_str_equal (word, "log") && !g_str_equal (word, "linear")) {
    fail (error, _ ("the view's “scale” is “log” or “linear”, not “%s”"), word);
    return FALSE;
  }

  reading->view.is_log = g_str_equal (word, "log");
  if (reading->view.is_log && reading->chart != NULL &&
      (qm_view_options (reading->chart) & QM_VIEW_LOG) == 0) {
    fail (error, _ ("the chart “%s” has no logarithmic scale"), reading->chart->id);
    return FALSE;
  }
  return TRUE;
}

static gboolean
any_panel_can_be_relative (const QmChart *chart, const QmEntity *entity)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    if (qm_view_can_be_relative (&chart->panels[i], entity))
      return TRUE;
  return FALSE;
}

static gboolean
read_relative_to (Reading *reading, const char *word, GError **error)
{
  for (gsize i = 0; i < reading->dataset->n_entities; i++)
    if (g_str_equal (reading->dataset->entities[i].id, word))
      reading->view.relative_to = &reading->dataset->entities[i];

  if (reading->view.relative_to == NULL) {
    fail (error, _ ("the view's “relative_to” names “%s”, but %s has no such entity"), word,
          reading->dataset->name);
    return FALSE;
  }
  if (reading->chart != NULL &&
      !any_panel_can_be_relative (reading->chart, reading->view.relative_to)) {
    fail (error, _ ("the figures of the chart “%s” cannot be told relative to “%s”"),
          reading->chart->id, word);
    return FALSE;
  }
  return TRUE;
}

static const struct {
  const char *key;
  gboolean (*read) (Reading *reading, const char *word, GError **error);
} choices[] = {
  { "scale", read_scale },
  { "relative_to", read_relative_to },
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

/* Every member is a text, known and there once. */
static gboolean
check_members (const cJSON *json, GError **error)
{
  const cJSON *member;

  cJSON_ArrayForEach (member, json) {
    if (!is_choice (member->string) && !g_str_equal (member->string, "chart")) {
      fail (error, _ ("a view has no “%s”; it can have “chart”, “scale” and “relative_to”"),
            member->string);
      return FALSE;
    }
    if (!cJSON_IsString (member)) {
      fail (error, _ ("the view's “%s” is a text"), member->string);
      return FALSE;
    }
    if (cJSON_GetObjectItemCaseSensitive (json, member->string) != member) {
      fail (error, _ ("the view has “%s” twice"), member->string);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
read_chart (Reading *reading, const cJSON *json, GError **error)
{
  const char *id = cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (json, "chart"));

  if (id == NULL)
    return TRUE;
  reading->chart = qm_dataset_find_chart (reading->dataset, id);
  if (reading->chart == NULL)
    fail (error, _ ("the view shows the chart “%s”, but %s has no such chart"), id,
          reading->dataset->name);
  return reading->chart != NULL;
}

static gboolean
read_members (Reading *reading, const cJSON *json, GError **error)
{
  if (!check_members (json, error) || !read_chart (reading, json, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++) {
    const char *word =
        cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (json, choices[i].key));

    if (word != NULL && !choices[i].read (reading, word, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
qm_view_from_json (const QmDataset *dataset, const char *json, const QmChart **chart, QmView *view,
                   GError **error)
{
  Reading reading = { .dataset = dataset, .chart = *chart, .view = qm_view_default };
  gsize length = strlen (json);
  cJSON *root = NULL;
  gboolean is_read;

  /* With the end to be found, nothing may follow the object. */
  if (length <= MAX_LENGTH && g_utf8_validate (json, (gssize) length, NULL))
    root = cJSON_ParseWithLengthOpts (json, length + 1, NULL, TRUE);
  if (!cJSON_IsObject (root)) {
    fail (error, _ ("a view is a JSON object such as {\"chart\":\"industrial-share\"}"));
    cJSON_Delete (root);
    return FALSE;
  }

  is_read = read_members (&reading, root, error);
  cJSON_Delete (root);
  if (is_read) {
    *chart = reading.chart;
    *view = reading.view;
  }
  return is_read;
}

/* --- Writing --- */

char *
qm_view_to_json (const QmChart *chart, const QmView *view)
{
  cJSON *json = cJSON_CreateObject ();
  char *printed, *text;

  cJSON_AddStringToObject (json, "chart", chart->id);
  if (view->is_log)
    cJSON_AddStringToObject (json, "scale", "log");
  if (view->relative_to != NULL)
    cJSON_AddStringToObject (json, "relative_to", view->relative_to->id);

  printed = cJSON_PrintUnformatted (json);
  text = g_strdup (printed);
  cJSON_free (printed);
  cJSON_Delete (json);
  return text;
}
