#include "long-texts.h"

#include <cjson/cJSON.h>
#include <string.h>

/* The members of a dataset file that hold words for people, in one language or several. */
static const char *const text_members[] = {
  "title", "container", "describes", "read_as", "name",    "short",    "when", "statement",
  "label", "caveat",    "via",       "topic",   "summary", "subtitle", "note",
};

static gboolean
is_text_member (const cJSON *json)
{
  for (gsize i = 0; i < G_N_ELEMENTS (text_members); i++)
    if (g_strcmp0 (json->string, text_members[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Says its first half once more: the same letters, and words of the same lengths. */
static void
lengthen (cJSON *string)
{
  glong length = g_utf8_strlen (string->valuestring, -1);
  g_autofree char *half = g_utf8_substring (string->valuestring, 0, (length + 1) / 2);
  g_autofree char *text = g_strdup_printf ("%s %s", string->valuestring, g_strstrip (half));

  cJSON_SetValuestring (string, text);
}

/* "about" has ids, and stands beside the words. */
static void
lengthen_texts (cJSON *json, gboolean is_text)
{
  if (g_strcmp0 (json->string, "about") == 0)
    return;
  if (is_text && cJSON_IsString (json))
    lengthen (json);
  for (cJSON *child = json->child; child != NULL; child = child->next)
    lengthen_texts (child, is_text || is_text_member (child));
}

QmDataset *
load_with_long_texts (const char *path, const QmForms *forms)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  char *longer;
  cJSON *json;
  QmDataset *dataset;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  json = cJSON_Parse (text);
  g_assert_nonnull (json);
  lengthen_texts (json, FALSE);
  longer = cJSON_PrintUnformatted (json);
  dataset = qm_dataset_read (path, longer, strlen (longer), forms, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_nonnull (dataset);

  cJSON_free (longer);
  cJSON_Delete (json);
  return dataset;
}
