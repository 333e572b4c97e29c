#include "edit/own-csv-private.h"

#include "dataset/elements.h"
#include "dataset/unit.h"
#include "edit/people.h"

#include <string.h>

/* --- Cells --- */

int
qm_own_csv_find_column (const QmSheet *sheet, const char *name)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    if (g_str_equal (((const QmSheetColumn *) sheet->columns->pdata[i])->heading, name))
      return (int) i;
  return -1;
}

/* A text that could be a formula has an apostrophe before it, which is none of it. */
const char *
qm_own_csv_get (const QmOwnCsv *self, const char *name)
{
  int i = qm_own_csv_find_column (self->sheet, name);
  const QmSheetColumn *column = i >= 0 ? self->sheet->columns->pdata[i] : NULL;
  const char *cell =
      column != NULL ? qm_cell_grid_cell (self->sheet->grid, self->row, column->index) : "";

  return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@\t", cell[1]) != NULL ? cell + 1 : cell;
}

gboolean
qm_own_csv_has (const QmOwnCsv *self, const char *name)
{
  return qm_own_csv_get (self, name)[0] != '\0';
}

void
qm_own_csv_add_string (cJSON *json, const char *key, const char *string)
{
  if (string != NULL && string[0] != '\0')
    cJSON_AddStringToObject (json, key, string);
}

/* --- What is there --- */

static char *
key_of (const char *section, const char *id)
{
  return g_strdup_printf ("%s/%s", section, id);
}

gboolean
qm_own_csv_knows (const QmOwnCsv *self, const char *section, const char *id)
{
  g_autofree char *key = key_of (section, id);

  return g_hash_table_contains (self->known, key);
}

cJSON *
qm_own_csv_take_section (QmOwnCsv *self, const char *section)
{
  const cJSON *before = cJSON_GetObjectItemCaseSensitive (self->edit->tree, section), *entry;

  cJSON_ArrayForEach (entry, before) {
    const char *id = qm_edit_entry_string (entry, "id");

    g_hash_table_insert (self->known, key_of (section, id != NULL ? id : ""), NULL);
  }
  return before != NULL ? cJSON_Duplicate (before, TRUE) : cJSON_CreateArray ();
}

cJSON *
qm_own_csv_find (const QmOwnCsv *self, const char *section, const char *id)
{
  g_autofree char *key = key_of (section, id);

  return g_hash_table_lookup (self->known, key);
}

void
qm_own_csv_put_entry (QmOwnCsv *self, const char *section, cJSON *entries, cJSON *entry)
{
  cJSON_AddItemToArray (entries, entry);
  g_hash_table_insert (self->known, key_of (section, qm_edit_entry_string (entry, "id")), entry);
}

cJSON *
qm_own_csv_add_entry (QmOwnCsv *self, const char *section, cJSON *entries, const char *id)
{
  cJSON *json;

  if (id[0] == '\0' || qm_own_csv_knows (self, section, id))
    return NULL;
  json = cJSON_CreateObject ();
  cJSON_AddStringToObject (json, "id", id);
  qm_own_csv_put_entry (self, section, entries, json);
  return json;
}

/* --- Sources, entities, measures --- */

/* Before a divider each \ is two, and one more makes it a part's own (chart/words/tabular.h). */
GStrv
qm_own_csv_split (const char *cell)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autoptr (GString) part = g_string_new (NULL);

  for (const char *at = cell; *at != '\0';) {
    gsize n = strspn (at, "\\");
    gboolean is_divider = g_str_has_prefix (at + n, QM_OWN_CSV_DIVIDER);

    g_string_append_len (part, at, (gssize) (is_divider ? n / 2 : n));
    at += n;
    if (is_divider && n % 2 == 0) {
      g_strv_builder_add (parts, part->str);
      g_string_truncate (part, 0);
    } else {
      g_string_append_len (part, at,
                           is_divider ? (gssize) strlen (QM_OWN_CSV_DIVIDER) : *at != '\0');
    }
    at += is_divider ? strlen (QM_OWN_CSV_DIVIDER) : *at != '\0';
  }
  if (cell[0] != '\0')
    g_strv_builder_add (parts, part->str);
  return g_strv_builder_end (parts);
}

/* The part of a cell that belongs to one of n sources; NULL where it cannot be told which does. */
static char *
part_of (const QmOwnCsv *self, const char *name, guint i, guint n)
{
  const char *cell = qm_own_csv_get (self, name);
  g_auto (GStrv) parts = NULL;

  if (n == 1)
    return g_strdup (cell);
  parts = qm_own_csv_split (cell);
  return g_strv_length (parts) == n ? g_strdup (parts[i]) : NULL;
}

static void
add_source (QmOwnCsv *self, const char *id, guint i, guint n)
{
  static const char *const others[] = { "id", "author", "kind", NULL };
  cJSON *json = qm_own_csv_add_entry (self, "sources", self->sources, id);
  g_autofree char *kind = part_of (self, "source_kind", i, n);
  g_autofree char *typed = part_of (self, "source_author", i, n);
  cJSON *authors;

  if (json == NULL)
    return;
  authors = typed != NULL ? qm_people_read (typed) : NULL;
  if (authors != NULL)
    cJSON_AddItemToObject (json, "author", authors);
  for (const QmField *field = qm_source_record.fields; field->key != NULL; field++) {
    g_autofree char *column = g_strconcat ("source_", field->key, NULL);
    g_autofree char *words = part_of (self, column, i, n);

    if (!g_strv_contains (others, field->key))
      qm_own_csv_add_string (json, field->key, words);
  }
  if (cJSON_GetObjectItemCaseSensitive (json, "title") == NULL &&
      cJSON_GetObjectItemCaseSensitive (json, "describes") == NULL)
    cJSON_AddStringToObject (json, "title", id);
  cJSON_AddStringToObject (json, "kind", kind != NULL && kind[0] != '\0' ? kind : "document");
}

static void
add_quote (const QmOwnCsv *self, cJSON *cite, guint i, guint n)
{
  g_autofree char *words = part_of (self, "quote", i, n);
  static const char *const fields[][2] = { { "before", "quote_before" },
                                           { "after", "quote_after" },
                                           { "language", "quote_language" } };
  cJSON *quote;

  if (words == NULL || words[0] == '\0')
    return;
  quote = cJSON_AddObjectToObject (cite, "quote");
  cJSON_AddStringToObject (quote, "exact", words);
  for (gsize j = 0; j < G_N_ELEMENTS (fields); j++) {
    g_autofree char *part = part_of (self, fields[j][1], i, n);

    qm_own_csv_add_string (quote, fields[j][0], part);
  }
}

cJSON *
qm_own_csv_make_citations (QmOwnCsv *self)
{
  g_auto (GStrv) ids = g_strsplit (qm_own_csv_get (self, "source_id"), QM_OWN_CSV_DIVIDER, -1);
  guint n = g_strv_length (ids);
  cJSON *cites = cJSON_CreateArray ();

  for (guint i = 0; i < n; i++) {
    g_autofree char *at = part_of (self, "paragraph", i, n), *via = part_of (self, "via", i, n);
    cJSON *cite = cJSON_CreateObject ();

    add_source (self, ids[i], i, n);
    cJSON_AddStringToObject (cite, "source", ids[i]);
    qm_own_csv_add_string (cite, "at", at);
    qm_own_csv_add_string (cite, "via", via);
    add_quote (self, cite, i, n);
    cJSON_AddItemToArray (cites, cite);
  }
  return cites;
}

void
qm_own_csv_add_entity (QmOwnCsv *self, const char *id, const char *name)
{
  cJSON *json = qm_own_csv_add_entry (self, "entities", self->entities, id);

  if (json != NULL)
    cJSON_AddStringToObject (json, "name", name != NULL ? name : id);
  else if (name == NULL || id[0] == '\0' || g_hash_table_contains (self->named, id))
    return;
  else if (qm_edit_find (self->edit, "entities", id, NULL) == NULL)
    cJSON_ReplaceItemInObjectCaseSensitive (qm_edit_entry_find (self->entities, id, NULL), "name",
                                            cJSON_CreateString (name));
  if (name != NULL)
    g_hash_table_add (self->named, g_strdup (id));
}

void
qm_own_csv_add_looks (QmOwnCsv *self, const char *id, guint i, guint n)
{
  g_autofree char *short_name = part_of (self, "entity_short", i, n);
  g_autofree char *color = part_of (self, "entity_color", i, n);
  cJSON *json = qm_own_csv_find (self, "entities", id);

  if (json == NULL || qm_own_csv_knows (self, "looks", id))
    return;
  g_hash_table_add (self->known, key_of ("looks", id));
  qm_own_csv_add_string (json, "short", short_name);
  if (color != NULL && qm_elements_is_color (color))
    cJSON_AddStringToObject (json, "color", color);
}

/* A unit that only its dataset knew is called by its id. */
static void
add_unit (QmOwnCsv *self, const char *unit)
{
  QmUnit parsed;
  cJSON *json;

  if (qm_unit_parse (unit, &parsed))
    return;
  json = qm_own_csv_add_entry (self, "units", self->units, unit);
  if (json != NULL)
    cJSON_AddStringToObject (json, "name", unit);
}

/* What the measure is in, as far as the row says: an older table has no column of it, and its
 * ratios do not. */
static const char *
unit_of_measure (const QmOwnCsv *self)
{
  if (qm_own_csv_has (self, "measure_unit"))
    return qm_own_csv_get (self, "measure_unit");
  return qm_own_csv_has (self, "to_entity_id") ? "" : qm_own_csv_get (self, "unit");
}

void
qm_own_csv_add_measure (QmOwnCsv *self)
{
  const char *id = qm_own_csv_get (self, "measure_id"), *unit = unit_of_measure (self);
  cJSON *json = qm_own_csv_add_entry (self, "measures", self->measures, id);

  if (json != NULL) {
    cJSON_AddStringToObject (json, "name", qm_own_csv_get (self, "measure"));
    cJSON_AddStringToObject (json, "unit", unit[0] != '\0' ? unit : "number");
  } else if (unit[0] != '\0' && qm_edit_find (self->edit, "measures", id, NULL) == NULL) {
    /* A ratio before it did not say what the measure is in. */
    cJSON_ReplaceItemInObjectCaseSensitive (qm_edit_entry_find (self->measures, id, NULL), "unit",
                                            cJSON_CreateString (unit));
  }
  if (unit[0] != '\0')
    add_unit (self, unit);
}
