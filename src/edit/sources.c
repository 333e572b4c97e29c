#include "edit/edit-private.h"

#include "base/address.h"
#include "edit/people.h"

static void
set_typed (cJSON *source, const char *key, const char *typed)
{
  g_autofree char *string = typed != NULL ? qm_address_from_typed (typed) : NULL;

  qm_edit_entry_set_string ("sources", source, key, string);
}

static void
set_source_fields (cJSON *source, const QmSourceFields *fields)
{
  const struct {
    const char *key, *words;
  } texts[] = {
    { "title", fields->title },
    { "container", fields->container },
    { "describes", fields->describes },
    { "publisher", fields->publisher },
    { "original_title", fields->original_title },
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
    { "edition", fields->edition }, { "volume", fields->volume }, { "issue", fields->issue },
    { "pages", fields->pages },     { "isbn", fields->isbn },     { "archive", fields->archive },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].words != NULL)
      qm_edit_entry_set_words ("sources", source, texts[i].key, texts[i].words);
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    set_typed (source, strings[i].key, strings[i].string);
  for (gsize i = 0; i < G_N_ELEMENTS (rest); i++)
    if (rest[i].string != NULL)
      set_typed (source, rest[i].key, rest[i].string);
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
