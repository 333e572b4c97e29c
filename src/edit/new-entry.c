#include "edit/edit-private.h"
#include "edit/entry.h"

#include "base/language.h"

#include <string.h>

static const char *
first_id (const QmEdit *edit, const char *section)
{
  return qm_edit_entry_string (
      cJSON_GetArrayItem (cJSON_GetObjectItemCaseSensitive (edit->tree, section), 0), "id");
}

static void
add_string (cJSON *entry, const char *key, const char *string)
{
  cJSON_AddStringToObject (entry, key, string != NULL ? string : "");
}

/* A figure without one is a claim of no kind; 0 is seen to be none. */
static void
add_claim (QmEdit *edit, cJSON *entry, const char *like)
{
  const cJSON *other = qm_edit_find (edit, "claims", like, NULL);
  const char *measure = qm_edit_entry_string (other, "measure");
  cJSON *cites = cJSON_GetObjectItemCaseSensitive (other, "cites"), *citation;
  const char *source = qm_edit_entry_string (cJSON_GetArrayItem (cites, 0), "source");

  add_string (entry, "measure", measure != NULL ? measure : first_id (edit, "measures"));
  if (qm_edit_entry_string (other, "entity") != NULL)
    add_string (entry, "entity", qm_edit_entry_string (other, "entity"));
  cJSON_AddNumberToObject (entry, "value", 0);
  add_string (entry, "statement", NULL);
  citation = cJSON_CreateObject ();
  add_string (citation, "source", source != NULL ? source : first_id (edit, "sources"));
  cJSON_AddItemToArray (cJSON_AddArrayToObject (entry, "cites"), citation);
}

static void
add_event (QmEdit *edit, cJSON *entry)
{
  cJSON *citation = cJSON_CreateObject ();

  add_string (entry, "time", NULL);
  add_string (entry, "statement", NULL);
  add_string (citation, "source", first_id (edit, "sources"));
  cJSON_AddItemToArray (cJSON_AddArrayToObject (entry, "cites"), citation);
}

const char *
qm_entry_add (QmEdit *edit, const char *section, const char *like)
{
  cJSON *entry = cJSON_CreateObject ();
  const char *id = qm_edit_make_id (edit, section, "new");

  add_string (entry, "id", id);
  if (g_str_equal (section, "sources")) {
    add_string (entry, "title", NULL);
    add_string (entry, "kind", "article-newspaper");
  } else if (g_str_equal (section, "claims")) {
    add_claim (edit, entry, like);
  } else if (g_str_equal (section, "events")) {
    add_event (edit, entry);
  } else {
    add_string (entry, "name", NULL);
    if (g_str_equal (section, "measures"))
      add_string (entry, "unit", NULL);
  }
  qm_edit_put (edit, section, -1, entry);
  return id;
}

const char *
qm_entry_name (QmEdit *edit, const char *section, const char *id)
{
  const char *const keys[] = { "name", "title", "statement" };
  int index = -1;
  cJSON *entry = cJSON_Duplicate (qm_edit_find (edit, section, id, &index), TRUE);
  const char *words = NULL, *named;

  for (gsize i = 0; i < G_N_ELEMENTS (keys) && (words == NULL || words[0] == '\0'); i++)
    words = qm_edit_entry_words (entry, keys[i], qm_language_current ());
  if (words == NULL || words[0] == '\0') {
    cJSON_Delete (entry);
    return id;
  }
  named = qm_edit_make_id (edit, section, words);
  cJSON_SetValuestring (cJSON_GetObjectItemCaseSensitive (entry, "id"), named);
  qm_edit_put (edit, section, index, entry);
  return named;
}
