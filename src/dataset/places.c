#include "dataset/places.h"

#include "dataset/json-check.h"
#include "dataset/problem-list.h"

#include <string.h>

struct _QmPlaces {
  GBytes *bytes;
  cJSON *root;
  GArray *by_value; /* QmJsonPlace, in the order of the tree */
};

QmPlaces *
qm_places_read (GBytes *bytes)
{
  g_autoptr (QmPlaces) places = g_new0 (QmPlaces, 1);
  QmJsonError error = { 0 };
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  places->bytes = g_bytes_ref (bytes);
  places->by_value = g_array_new (FALSE, FALSE, sizeof (QmJsonPlace));
  if (text == NULL || !qm_json_check (text, length, places->by_value, &error)) {
    qm_json_error_clear (&error);
    return NULL;
  }
  places->root = cJSON_ParseWithLength (text, length);
  return places->root != NULL ? g_steal_pointer (&places) : NULL;
}

void
qm_places_free (QmPlaces *places)
{
  if (places == NULL)
    return;
  g_bytes_unref (places->bytes);
  g_array_unref (places->by_value);
  cJSON_Delete (places->root);
  g_free (places);
}

/* The value and all in it. */
static guint
count_values (const cJSON *value)
{
  const cJSON *child;
  guint n = 1;

  cJSON_ArrayForEach (child, value)
    n += count_values (child);
  return n;
}

/* One step down the tree; index becomes the child's in the order of the tree. */
static const cJSON *
step (const cJSON *value, const char *token, guint *index)
{
  const cJSON *child;
  guint n = 0;

  (*index)++;
  cJSON_ArrayForEach (child, value) {
    g_autofree char *name =
        cJSON_IsObject (value) ? g_strdup (child->string) : g_strdup_printf ("%u", n++);

    if (g_str_equal (name, token))
      return child;
    *index += count_values (child);
  }
  return NULL;
}

QmProblem *
qm_places_find (const QmPlaces *places, const char *pointer)
{
  g_auto (GStrv) tokens = g_strsplit (pointer, "/", -1);
  g_autoptr (GPtrArray) located = g_ptr_array_new ();
  const cJSON *value = places->root;
  QmProblem *found;
  guint index = 0;
  gsize length;
  const char *text = g_bytes_get_data (places->bytes, &length);

  for (gsize i = 1; value != NULL && tokens[0] != NULL && tokens[i] != NULL; i++)
    value = step (value, tokens[i], &index);
  if (value == NULL)
    found = g_new0 (QmProblem, 1);
  else {
    qm_problem_list_locate_offset (text, length,
                                   g_array_index (places->by_value, QmJsonPlace, index).value, NULL,
                                   NULL, located);
    found = located->pdata[0];
    g_free (found->pointer);
  }
  found->pointer = g_strdup (pointer);
  return found;
}
