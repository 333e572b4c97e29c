#include "edit/edit-private.h"

#include "base/fold.h"
#include "edit/people.h"

/* --- Sources --- */

static void
set_source_fields (cJSON *source, const QmSourceFields *fields)
{
  const struct {
    const char *key, *words;
  } texts[] = {
    { "title", fields->title },         { "container", fields->container },
    { "describes", fields->describes }, { "publisher", fields->publisher },
    { "read_as", fields->read_as },
  };
  const struct {
    const char *key, *string;
  } strings[] = {
    { "kind", fields->kind }, { "issued", fields->issued },
    { "url", fields->url },   { "language", fields->language },
    { "doi", fields->doi },   { "accessed", fields->accessed },
  };
  const struct {
    const char *key, *string;
  } rest[] = {
    { "edition", fields->edition },
    { "pages", fields->pages },
    { "isbn", fields->isbn },
    { "archive", fields->archive },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].words != NULL)
      qm_edit_entry_set_words ("sources", source, texts[i].key, texts[i].words);
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    qm_edit_entry_set_string ("sources", source, strings[i].key, strings[i].string);
  for (gsize i = 0; i < G_N_ELEMENTS (rest); i++)
    if (rest[i].string != NULL)
      qm_edit_entry_set_string ("sources", source, rest[i].key, rest[i].string);
  if (fields->original_title != NULL)
    qm_edit_entry_set_words ("sources", source, "original_title", fields->original_title);
  qm_edit_entry_set ("sources", source, "author",
                     fields->authors != NULL ? qm_people_read (fields->authors) : NULL);
}

const char *
qm_edit_put_source (QmEdit *edit, const char *id, const QmSourceFields *fields)
{
  int index = -1;
  const cJSON *before = qm_edit_find (edit, "sources", id, &index);
  cJSON *source = before != NULL ? cJSON_Duplicate (before, TRUE) : cJSON_CreateObject ();
  const char *words =
      fields->title != NULL && fields->title[0] != '\0' ? fields->title : fields->describes;

  if (before != NULL)
    id = g_string_chunk_insert (edit->strings, id);
  else
    id = qm_edit_make_id (edit, "sources", words != NULL ? words : "");
  qm_edit_entry_set_string ("sources", source, "id", id);
  set_source_fields (source, fields);
  qm_edit_put (edit, "sources", index, source);
  return id;
}

/* --- Entities and measures --- */

static gboolean
is_same_name (const char *words, const char *folded)
{
  g_autofree char *other = qm_fold (words, QM_FOLD_CASE, NULL);

  return g_str_equal (other, folded);
}

static gboolean
is_called (const cJSON *text, const char *folded)
{
  const cJSON *variant;

  if (cJSON_IsString (text))
    return is_same_name (text->valuestring, folded);
  cJSON_ArrayForEach (variant, text)
    if (cJSON_IsString (variant) && is_same_name (variant->valuestring, folded))
      return TRUE;
  return FALSE;
}

static const char *
find_by_name (const QmEdit *edit, const char *section, const char *name, const char *unit)
{
  g_autofree char *folded = qm_fold (name, QM_FOLD_CASE, NULL);
  const cJSON *entry;

  cJSON_ArrayForEach (entry, cJSON_GetObjectItemCaseSensitive (edit->tree, section)) {
    if (unit != NULL && g_strcmp0 (qm_edit_entry_string (entry, "unit"), unit) != 0)
      continue;
    if (is_called (cJSON_GetObjectItemCaseSensitive (entry, "name"), folded) ||
        is_called (cJSON_GetObjectItemCaseSensitive (entry, "short"), folded))
      return qm_edit_entry_string (entry, "id");
  }
  return NULL;
}

static const char *
find_or_add (QmEdit *edit, const char *section, const char *words, const char *unit)
{
  const char *id;
  cJSON *entry;

  if (words == NULL || words[0] == '\0')
    return NULL;
  id = find_by_name (edit, section, words, unit);
  if (id != NULL)
    return g_string_chunk_insert (edit->strings, id);

  id = qm_edit_make_id (edit, section, words);
  entry = cJSON_CreateObject ();
  cJSON_AddStringToObject (entry, "id", id);
  cJSON_AddStringToObject (entry, "name", words);
  if (unit != NULL)
    cJSON_AddStringToObject (entry, "unit", unit);
  qm_edit_put (edit, section, -1, entry);
  return id;
}

const char *
qm_edit_name_entity (QmEdit *edit, const char *words)
{
  return find_or_add (edit, "entities", words, NULL);
}

const char *
qm_edit_name_measure (QmEdit *edit, const char *words, const char *unit)
{
  return find_or_add (edit, "measures", words, unit);
}
