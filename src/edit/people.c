#include "edit/people.h"

#include "edit/edit-private.h"

#include <string.h>

static void
write_name (GString *line, const char *name)
{
  gboolean is_quoted = strpbrk (name, ",;") != NULL;

  g_string_append_printf (line, is_quoted ? "\"%s\"" : "%s", name);
}

char *
qm_people_write (const cJSON *people)
{
  GString *line = g_string_new (NULL);
  const cJSON *person;

  cJSON_ArrayForEach (person, people) {
    const char *given = qm_edit_entry_string (person, "given");
    const char *name =
        cJSON_IsObject (person) ? qm_edit_entry_string (person, "family") : person->valuestring;

    if (line->len > 0)
      g_string_append (line, "; ");
    write_name (line, name != NULL ? name : "");
    if (given != NULL)
      g_string_append (line, ", ");
    if (given != NULL)
      write_name (line, given);
  }
  return g_string_free (line, FALSE);
}

/* A name, up to a comma or semicolon outside quotes, which begin with the name: others are a
 * part of it, as of a nickname. typed goes on to that, or to the end. */
static char *
read_name (const char **typed)
{
  GString *name = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  while (g_ascii_isspace (**typed))
    (*typed)++;
  for (; **typed != '\0' && (is_quoted || strchr (",;", **typed) == NULL); (*typed)++) {
    if (**typed == '"' && (is_quoted || name->len == 0))
      is_quoted = !is_quoted;
    else
      g_string_append_c (name, **typed);
  }
  return g_strstrip (g_string_free (name, FALSE));
}

static cJSON *
read_person (const char **typed)
{
  g_autofree char *name = read_name (typed), *given = NULL;
  cJSON *person;

  if (**typed != ',')
    return name[0] != '\0' ? cJSON_CreateString (name) : NULL;
  (*typed)++;
  given = read_name (typed);
  person = cJSON_CreateObject ();
  cJSON_AddStringToObject (person, "family", name);
  if (given[0] != '\0')
    cJSON_AddStringToObject (person, "given", given);
  return person;
}

cJSON *
qm_people_read (const char *typed)
{
  cJSON *people = cJSON_CreateArray ();

  while (*typed != '\0') {
    cJSON *person = read_person (&typed);

    if (person != NULL)
      cJSON_AddItemToArray (people, person);
    /* A third name of one person is another's. */
    if (*typed != '\0')
      typed++;
  }
  if (people->child != NULL)
    return people;
  cJSON_Delete (people);
  return NULL;
}
