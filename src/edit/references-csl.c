/* CSL-JSON: an array of items, or one. */
#include "edit/references-private.h"

#include "base/words.h"
#include "dataset/json-check.h"
#include "edit/edit-private.h"

static int
part_of (const cJSON *parts, int index)
{
  const cJSON *part = cJSON_GetArrayItem (parts, index);

  if (cJSON_IsString (part))
    return (int) CLAMP (g_ascii_strtoll (part->valuestring, NULL, 10), -99999, 99999);
  return cJSON_IsNumber (part) ? part->valueint : 0;
}

/* "2025-07-22" of {"date-parts": [[2025, 7, 22]]}, or {"raw": "2025-07-22"}. */
static char *
read_date (const cJSON *date)
{
  const cJSON *parts =
      cJSON_GetArrayItem (cJSON_GetObjectItemCaseSensitive (date, "date-parts"), 0);
  const char *raw = qm_edit_entry_string (date, "raw");
  const QmDate read = { .year = part_of (parts, 0),
                        .month = part_of (parts, 1),
                        .day = part_of (parts, 2) };

  if (read.year == 0)
    return g_strdup (raw != NULL ? raw : "");
  if (read.month < 1 || read.month > 12)
    return g_strdup_printf ("%04d", read.year);
  return read.day < 1 ? g_strdup_printf ("%04d-%02d", read.year, read.month)
                      : g_strdup_printf ("%04d-%02d-%02d", read.year, read.month, read.day);
}

/* "de Beauvoir", "King Jr.": with what stands before and after it. */
static char *
read_family (const cJSON *author)
{
  static const char *const keys[] = { "non-dropping-particle", "family", "suffix" };
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    const char *word = qm_edit_entry_string (author, keys[i]);

    if (word != NULL && word[0] != '\0')
      g_strv_builder_add (words, word);
  }
  list = g_strv_builder_end (words);
  return g_strjoinv (" ", list);
}

static void
read_authors (QmReferenceDraft *draft, const cJSON *authors)
{
  const cJSON *author;

  cJSON_ArrayForEach (author, authors) {
    const char *literal = qm_edit_entry_string (author, "literal");
    const char *given = qm_edit_entry_string (author, "given");
    g_autofree char *family = read_family (author);
    cJSON *person;

    if (literal != NULL)
      qm_references_add_author (draft, literal, TRUE);
    if (literal != NULL || qm_edit_entry_string (author, "family") == NULL)
      continue;
    person = cJSON_CreateObject ();
    cJSON_AddStringToObject (person, "family", family);
    if (given != NULL && given[0] != '\0')
      cJSON_AddStringToObject (person, "given", given);
    g_ptr_array_add (draft->authors, person);
  }
}

/* Without the signs by which CSL has parts of a title in italics, raised or in no other case. */
static char *
without_markup (const char *text)
{
  g_autoptr (GRegex) signs =
      g_regex_new ("</?(i|b|sup|sub|sc|span)( [^>]*)?>", G_REGEX_DEFAULT, 0, NULL);
  char *plain = g_regex_replace_literal (signs, text, -1, 0, "", 0, NULL);

  return plain != NULL ? plain : g_strdup (text);
}

static void
read_item (QmReferences *references, const cJSON *item, int number)
{
  static const struct {
    const char *key, *field;
  } texts[] = {
    { "title", "title" },
    { "original-title", "original_title" },
    { "container-title", "container" },
    { "publisher", "publisher" },
    { "edition", "edition" },
    { "volume", "volume" },
    { "issue", "issue" },
    { "page", "pages" },
    { "language", "language" },
    { "DOI", "doi" },
    { "ISBN", "isbn" },
    { "URL", "url" },
    { "archive_location", "archive" },
  };
  const char *type = qm_edit_entry_string (item, "type");
  QmReferenceDraft draft;

  if (!cJSON_IsObject (item)) {
    qm_references_add_fault (references, 0, _ ("item %d is no object"), number);
    return;
  }
  qm_references_begin (&draft, references, 0);
  draft.key = g_strdup (qm_edit_entry_string (item, "id"));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    const cJSON *value = cJSON_GetObjectItemCaseSensitive (item, texts[i].key);

    if (cJSON_IsString (value))
      qm_references_set (&draft, texts[i].field, without_markup (value->valuestring));
    else if (cJSON_IsNumber (value))
      qm_references_set (&draft, texts[i].field, g_strdup_printf ("%d", value->valueint));
  }
  qm_references_set (&draft, "issued",
                     read_date (cJSON_GetObjectItemCaseSensitive (item, "issued")));
  qm_references_set (&draft, "accessed",
                     read_date (cJSON_GetObjectItemCaseSensitive (item, "accessed")));
  read_authors (&draft, cJSON_GetObjectItemCaseSensitive (item, "author"));
  qm_references_end (&draft, type != NULL ? type : "document");
}

static int
count_lines (const char *text, gsize length)
{
  int n = 1;

  for (gsize i = 0; i < length; i++)
    n += text[i] == '\n';
  return n;
}

void
qm_references_read_csl (QmReferences *references, const char *text, gsize length)
{
  QmJsonError problem = { 0 };
  cJSON *root = NULL;
  const cJSON *item;
  int number = 0;

  if (!qm_json_check (text, length, NULL, &problem)) {
    qm_references_add_fault (references, count_lines (text, problem.offset),
                             _ ("expected %s, found %s"), problem.expected, problem.found);
    qm_json_error_clear (&problem);
    return;
  }
  root = cJSON_ParseWithLength (text, length);
  if (cJSON_IsObject (root))
    read_item (references, root, 1);
  else
    cJSON_ArrayForEach (item, root)
      if (++number <= QM_REFERENCES_MAX_SOURCES)
        read_item (references, item, number);
  cJSON_Delete (root);
}
