/* Sources as CSL-JSON, https://docs.citationstyles.org/en/stable/specification.html: what Zotero,
 * pandoc and citation processors read. */
#include "chart/words/cite-private.h"
#include "dataset/writer.h"

#include <cjson/cJSON.h>

/* [[2025]], [[2025, 7]] or [[2025, 7, 22]]: as much as is known. */
static void
add_date (cJSON *item, const char *key, QmDate date)
{
  const int parts[] = { date.year, date.month, date.day };
  cJSON *object, *array;
  int n = 0;

  while (n < (int) G_N_ELEMENTS (parts) && parts[n] != 0)
    n++;
  if (n == 0)
    return;

  object = cJSON_AddObjectToObject (item, key);
  array = cJSON_AddArrayToObject (object, "date-parts");
  cJSON_AddItemToArray (array, cJSON_CreateIntArray (parts, n));
}

/* A person has two names, an organisation is literal. */
static void
add_authors (cJSON *item, const QmSource *source)
{
  cJSON *array = source->n_authors > 0 ? cJSON_AddArrayToObject (item, "author") : NULL;

  for (gsize i = 0; i < source->n_authors; i++) {
    cJSON *author = cJSON_CreateObject ();

    qm_writer_add_text (author, "literal", source->authors[i].name);
    qm_writer_add_text (author, "family", source->authors[i].family);
    qm_writer_add_text (author, "given", source->authors[i].given);
    cJSON_AddItemToArray (array, author);
  }
}

static cJSON *
item_of (const QmReference *reference)
{
  const QmSource *source = reference->source;
  cJSON *item = cJSON_CreateObject ();
  g_autofree char *address = qm_cite_address (source->url);

  qm_writer_add_text (item, "id", source->id);
  qm_writer_add_text (item, "type", source->kind);
  add_authors (item, source);
  qm_writer_add_text (item, "title", reference->title);
  qm_writer_add_text (item, "original-title", qm_text_get (source->original_title));
  qm_writer_add_text (item, "container-title", qm_text_get (source->container));
  qm_writer_add_text (item, "publisher", qm_text_get (source->publisher));
  qm_writer_add_text (item, "edition", source->edition);
  qm_writer_add_text (item, "volume", source->volume);
  qm_writer_add_text (item, "issue", source->issue);
  qm_writer_add_text (item, "page", source->pages);
  qm_writer_add_text (item, "language", source->language);
  add_date (item, "issued", source->issued);
  add_date (item, "accessed", source->accessed);
  qm_writer_add_text (item, "DOI", source->doi);
  qm_writer_add_text (item, "ISBN", source->isbn);
  qm_writer_add_text (item, "archive_location", source->archive);
  qm_writer_add_text (item, "URL", address);
  qm_writer_add_text (item, "note", reference->note);
  return item;
}

char *
qm_cite_csl_json (const QmReference *references, gsize n)
{
  cJSON *items = cJSON_CreateArray ();
  GString *text;
  char *printed;

  for (gsize i = 0; i < n; i++)
    cJSON_AddItemToArray (items, item_of (&references[i]));
  printed = cJSON_Print (items);
  text = g_string_new (printed);
  cJSON_free (printed);
  cJSON_Delete (items);

  /* Inside texts tabs are escaped: these are the printer's. */
  g_string_replace (text, ":\t", ": ", 0);
  g_string_replace (text, "\t", "  ", 0);
  return g_string_free (text, FALSE);
}
