#include "edit/own-csv.h"

#include "base/words.h"
#include "dataset/unit.h"
#include "edit/edit-private.h"

#include <string.h>

/* By these it is told from other tables, whose columns are called so by chance. */
static const char *const told_by[] = { "claim",     "measure_id", "value",     "unit",
                                       "precision", "standing",   "source_id", "statement" };

/* Divides what a claim has several of. */
#define DIVIDER "; "

typedef struct {
  const QmSheet *sheet;
  const QmEdit *edit;
  guint row;
  cJSON *sources, *entities, *measures, *units, *claims, *events;
  GHashTable *known; /* "claims/id" and the like: what is there already or has been added */
  GHashTable *named; /* of these, what has its own name: others may only have been in a ratio */
} Import;

static int
find_column (const QmSheet *sheet, const char *name)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    if (g_str_equal (((const QmSheetColumn *) sheet->columns->pdata[i])->heading, name))
      return (int) i;
  return -1;
}

gboolean
qm_own_csv_recognizes (const QmSheet *sheet)
{
  for (gsize i = 0; i < G_N_ELEMENTS (told_by); i++)
    if (find_column (sheet, told_by[i]) < 0)
      return FALSE;
  return TRUE;
}

/* A text that could be a formula has an apostrophe before it, which is none of it. */
static const char *
get (const Import *self, const char *name)
{
  int i = find_column (self->sheet, name);
  const QmSheetColumn *column = i >= 0 ? self->sheet->columns->pdata[i] : NULL;
  const char *cell =
      column != NULL ? qm_cell_grid_cell (self->sheet->grid, self->row, column->index) : "";

  return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@\t", cell[1]) != NULL ? cell + 1 : cell;
}

static gboolean
has (const Import *self, const char *name)
{
  return get (self, name)[0] != '\0';
}

static void
add_string (cJSON *json, const char *key, const char *string)
{
  if (string != NULL && string[0] != '\0')
    cJSON_AddStringToObject (json, key, string);
}

static void
add_number (const Import *self, cJSON *json, const char *key)
{
  if (has (self, key))
    cJSON_AddNumberToObject (json, key, g_ascii_strtod (get (self, key), NULL));
}

/* --- What is there --- */

static char *
key_of (const char *section, const char *id)
{
  return g_strdup_printf ("%s/%s", section, id);
}

static gboolean
is_known (const Import *self, const char *section, const char *id)
{
  g_autofree char *key = key_of (section, id);

  return g_hash_table_contains (self->known, key);
}

static cJSON *
take_section (Import *self, const char *section)
{
  const cJSON *before = cJSON_GetObjectItemCaseSensitive (self->edit->tree, section), *entry;

  cJSON_ArrayForEach (entry, before) {
    const char *id = qm_edit_entry_string (entry, "id");

    g_hash_table_add (self->known, key_of (section, id != NULL ? id : ""));
  }
  return before != NULL ? cJSON_Duplicate (before, TRUE) : cJSON_CreateArray ();
}

/* A new entry of that id; NULL where it is there already. */
static cJSON *
add_entry (Import *self, const char *section, cJSON *entries, const char *id)
{
  cJSON *json;

  if (id[0] == '\0' || is_known (self, section, id))
    return NULL;
  json = cJSON_CreateObject ();
  cJSON_AddStringToObject (json, "id", id);
  cJSON_AddItemToArray (entries, json);
  g_hash_table_add (self->known, key_of (section, id));
  return json;
}

static cJSON *
find_entry (cJSON *entries, const char *id)
{
  cJSON *entry;

  cJSON_ArrayForEach (entry, entries)
    if (g_strcmp0 (qm_edit_entry_string (entry, "id"), id) == 0)
      return entry;
  return NULL;
}

/* --- Sources, entities, measures --- */

/* The part of a cell that belongs to one of n sources; NULL where it cannot be told which does. */
static char *
part_of (const Import *self, const char *name, guint i, guint n)
{
  g_auto (GStrv) parts = g_strsplit (get (self, name), DIVIDER, -1);

  if (n == 1)
    return g_strdup (get (self, name));
  return g_strv_length (parts) == n ? g_strdup (parts[i]) : NULL;
}

static void
add_source (Import *self, const char *id, guint i, guint n)
{
  static const char *const fields[][2] = {
    { "title", "source_title" },         { "container", "source_container" },
    { "describes", "source_describes" }, { "read_as", "source_read_as" },
    { "issued", "source_issued" },       { "url", "source_url" }
  };
  cJSON *json = add_entry (self, "sources", self->sources, id);
  g_autofree char *kind = part_of (self, "source_kind", i, n);

  if (json == NULL)
    return;
  for (gsize j = 0; j < G_N_ELEMENTS (fields); j++) {
    g_autofree char *words = part_of (self, fields[j][1], i, n);

    add_string (json, fields[j][0], words);
  }
  if (cJSON_GetObjectItemCaseSensitive (json, "title") == NULL &&
      cJSON_GetObjectItemCaseSensitive (json, "describes") == NULL)
    cJSON_AddStringToObject (json, "title", id);
  cJSON_AddStringToObject (json, "kind", kind != NULL && kind[0] != '\0' ? kind : "document");
}

static cJSON *
make_citations (Import *self)
{
  g_auto (GStrv) ids = g_strsplit (get (self, "source_id"), DIVIDER, -1);
  guint n = g_strv_length (ids);
  cJSON *cites = cJSON_CreateArray ();

  for (guint i = 0; i < n; i++) {
    g_autofree char *at = part_of (self, "paragraph", i, n), *quote = part_of (self, "quote", i, n);
    cJSON *cite = cJSON_CreateObject ();

    add_source (self, ids[i], i, n);
    cJSON_AddStringToObject (cite, "source", ids[i]);
    add_string (cite, "at", at);
    if (quote != NULL && quote[0] != '\0')
      cJSON_AddStringToObject (cJSON_AddObjectToObject (cite, "quote"), "exact", quote);
    cJSON_AddItemToArray (cites, cite);
  }
  return cites;
}

/* Of a ratio the cell has both names, and each is known where it stands alone. */
static void
add_entity (Import *self, const char *id, const char *name)
{
  cJSON *json = add_entry (self, "entities", self->entities, id);

  if (json != NULL)
    cJSON_AddStringToObject (json, "name", name != NULL ? name : id);
  else if (name == NULL || id[0] == '\0' || g_hash_table_contains (self->named, id))
    return;
  else if (qm_edit_find (self->edit, "entities", id, NULL) == NULL)
    cJSON_ReplaceItemInObjectCaseSensitive (find_entry (self->entities, id), "name",
                                            cJSON_CreateString (name));
  if (name != NULL)
    g_hash_table_add (self->named, g_strdup (id));
}

/* A unit that only its dataset knew is called by its id. */
static void
add_unit (Import *self, const char *unit)
{
  QmUnit parsed;
  cJSON *json;

  if (qm_unit_parse (unit, &parsed))
    return;
  json = add_entry (self, "units", self->units, unit);
  if (json != NULL)
    cJSON_AddStringToObject (json, "name", unit);
}

static void
add_measure (Import *self)
{
  const char *id = get (self, "measure_id");
  gboolean is_ratio = has (self, "to_entity_id");
  const char *unit = has (self, "unit") && !is_ratio ? get (self, "unit") : "number";
  cJSON *json = add_entry (self, "measures", self->measures, id);

  if (json != NULL) {
    cJSON_AddStringToObject (json, "name", get (self, "measure"));
    cJSON_AddStringToObject (json, "unit", unit);
  } else if (!is_ratio && has (self, "unit") &&
             qm_edit_find (self->edit, "measures", id, NULL) == NULL) {
    /* A ratio before it did not say what the measure is in. */
    cJSON_ReplaceItemInObjectCaseSensitive (find_entry (self->measures, id), "unit",
                                            cJSON_CreateString (unit));
  }
  if (!is_ratio && has (self, "unit"))
    add_unit (self, unit);
}

/* --- Claims --- */

typedef struct {
  const char *sign, *operation;
} Sign;

static const Sign signs[] = {
  { " + ", "add" }, { " - ", "subtract" }, { " * ", "multiply" }, { " / ", "divide" }
};

/* "a / b", "a / b - 1": what is computed of what. NULL for anything else. */
static cJSON *
read_computation (const Import *self, GHashTable *rows)
{
  g_autofree char *words = g_strdup (get (self, "computation"));
  gboolean is_change = g_str_has_suffix (words, " - 1");
  const char *operation = "convert";
  g_auto (GStrv) parts = NULL;
  cJSON *json, *operands;

  if (words[0] == '\0')
    return NULL;
  if (is_change)
    words[strlen (words) - 4] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (signs) && parts == NULL; i++)
    if (strstr (words, signs[i].sign) != NULL) {
      parts = g_strsplit (words, signs[i].sign, -1);
      operation = signs[i].operation;
    }
  if (parts == NULL)
    parts = g_strsplit (words, DIVIDER, 1);
  /* A percentage that is divided is one again. */
  if (g_str_equal (operation, "divide") && g_str_equal (get (self, "unit"), "percent") &&
      g_strcmp0 (g_hash_table_lookup (rows, parts[0]), "percent") != 0)
    operation = is_change ? "change_from" : "share_of";
  json = cJSON_CreateObject ();
  operands = cJSON_AddArrayToObject (json, operation);
  for (gsize i = 0; parts[i] != NULL; i++) {
    char *end;
    double number = g_ascii_strtod (parts[i], &end);

    cJSON_AddItemToArray (operands, *end == '\0' ? cJSON_CreateNumber (number)
                                                 : cJSON_CreateString (parts[i]));
  }
  return json;
}

/* Whether all that it was computed from is in the table or the file. */
static gboolean
has_operands (const Import *self, const cJSON *derivation, GHashTable *rows)
{
  const cJSON *operand;

  cJSON_ArrayForEach (operand, derivation->child)
    if (cJSON_IsString (operand) && !is_known (self, "claims", operand->valuestring) &&
        !g_hash_table_contains (rows, operand->valuestring))
      return FALSE;
  return TRUE;
}

static void
add_words (Import *self, cJSON *json)
{
  add_string (json, "time", get (self, "time"));
  add_string (json, "statement", get (self, "statement"));
  add_string (json, "caveat", get (self, "caveat"));
}

static void
add_figure (Import *self, cJSON *json)
{
  gboolean is_between = g_str_equal (get (self, "precision"), "between");

  add_number (self, json, "value");
  if (is_between) {
    add_number (self, json, "low");
    add_number (self, json, "high");
  }
  if (!g_str_equal (get (self, "precision"), "exact"))
    add_string (json, "precision", get (self, "precision"));
  if (g_str_equal (get (self, "standing"), "projected"))
    cJSON_AddStringToObject (json, "standing", "projected");
}

/* Nothing computes it any more: it stands as it was, and says so. */
static void
flag_computed (Import *self, cJSON *json)
{
  g_autofree char *words = g_strdup_printf (
      /* Translators: ids of claims with signs between them; a caveat, or nothing */
      _ ("Computed by %s, which is not in the table. %s"), get (self, "computation"),
      get (self, "caveat"));

  cJSON_DeleteItemFromObjectCaseSensitive (json, "caveat");
  cJSON_AddStringToObject (json, "caveat", g_strchomp (words));
}

static void
add_whose (Import *self, cJSON *json)
{
  const char *id = get (self, "entity_id"), *other = get (self, "to_entity_id");
  cJSON *ratio;

  add_entity (self, id, other[0] == '\0' ? get (self, "entity") : NULL);
  add_entity (self, other, NULL);
  if (other[0] == '\0') {
    add_string (json, "entity", id);
    return;
  }
  ratio = cJSON_AddArrayToObject (json, "ratio");
  cJSON_AddItemToArray (ratio, cJSON_CreateString (id));
  cJSON_AddItemToArray (ratio, cJSON_CreateString (other));
}

static void
add_claim (Import *self, GHashTable *rows)
{
  gboolean is_figure = has (self, "value");
  cJSON *json = is_figure ? add_entry (self, "claims", self->claims, get (self, "claim"))
                          : add_entry (self, "events", self->events, get (self, "claim"));
  cJSON *derivation, *cites;

  if (json == NULL)
    return;
  cites = make_citations (self);
  if (is_figure) {
    add_measure (self);
    cJSON_AddStringToObject (json, "measure", get (self, "measure_id"));
  }
  add_whose (self, json);
  add_words (self, json);
  if (is_figure && g_hash_table_contains (rows, get (self, "superseded_by")))
    add_string (json, "superseded_by", get (self, "superseded_by"));
  derivation = is_figure ? read_computation (self, rows) : NULL;
  if (derivation != NULL && has_operands (self, derivation, rows)) {
    cJSON_AddItemToObject (json, "derive", derivation);
    cJSON_Delete (cites);
    return;
  }
  if (derivation != NULL)
    flag_computed (self, json);
  cJSON_Delete (derivation);
  if (is_figure)
    add_figure (self, json);
  cJSON_AddItemToObject (json, "cites", cites);
}

/* --- Charts --- */

static char *
word_chart (const char *id)
{
  char *words = g_strdelimit (g_strdup (id), "-", ' ');

  words[0] = g_ascii_toupper (words[0]);
  return words;
}

/* A panel of each measure, and of ratios apart: the program draws it as it fits. */
static void
add_to_panel (const Import *self, cJSON *panels)
{
  g_autofree char *kind =
      g_strdup_printf ("%s %d", get (self, "measure_id"), has (self, "to_entity_id"));
  cJSON *panel;

  cJSON_ArrayForEach (panel, panels)
    if (g_strcmp0 (panel->string, kind) == 0)
      break;
  if (panel == NULL) {
    panel = cJSON_AddObjectToObject (panels, kind);
    cJSON_AddArrayToObject (panel, "claims");
  }
  cJSON_AddItemToArray (panel->child, cJSON_CreateString (get (self, "claim")));
}

static cJSON *
make_chart (const Import *self, const char *id)
{
  g_autofree char *name = word_chart (id);
  cJSON *chart = cJSON_CreateObject ();

  cJSON_AddStringToObject (chart, "id", id);
  cJSON_AddItemToObject (
      chart, "topic",
      cJSON_Duplicate (cJSON_GetObjectItemCaseSensitive (self->edit->tree, "title"), TRUE));
  cJSON_AddStringToObject (chart, "name", name);
  cJSON_AddStringToObject (chart, "summary", name);
  cJSON_AddStringToObject (chart, "title", name);
  return chart;
}

/* An object by kind becomes an array. */
static cJSON *
list_panels (cJSON *panels)
{
  cJSON *list = cJSON_CreateArray ();

  while (panels->child != NULL) {
    cJSON *panel = cJSON_DetachItemViaPointer (panels, panels->child);

    g_clear_pointer (&panel->string, cJSON_free);
    cJSON_AddItemToArray (list, panel);
  }
  cJSON_Delete (panels);
  return list;
}

static void
add_charts (Import *self, QmEdit *edit, char **first)
{
  const QmSheetLayout *layout = &self->sheet->layout;
  cJSON *charts = take_section (self, "charts"), *made = cJSON_CreateObject (), *panels;

  for (self->row = layout->first_row; self->row < layout->last_row; self->row++) {
    const char *id = has (self, "chart") ? get (self, "chart") : "claims";

    if (!has (self, "claim") || is_known (self, "charts", id))
      continue;
    panels = cJSON_GetObjectItemCaseSensitive (made, id);
    if (panels == NULL)
      panels = cJSON_AddObjectToObject (made, id);
    add_to_panel (self, panels);
  }
  while (made->child != NULL) {
    panels = cJSON_DetachItemViaPointer (made, made->child);
    cJSON *chart = make_chart (self, panels->string);

    if (*first == NULL)
      *first = g_strdup (panels->string);
    cJSON_AddItemToObject (chart, "panels", list_panels (panels));
    cJSON_AddItemToArray (charts, chart);
  }
  cJSON_Delete (made);
  qm_edit_put_section (edit, "charts", charts);
}

/* --- All of it --- */

/* The claims of the table, each with its unit. */
static GHashTable *
list_rows (Import *self)
{
  GHashTable *rows = g_hash_table_new (g_str_hash, g_str_equal);
  const QmSheetLayout *layout = &self->sheet->layout;

  for (self->row = layout->first_row; self->row < layout->last_row; self->row++)
    g_hash_table_insert (rows, (gpointer) get (self, "claim"), (gpointer) get (self, "unit"));
  return rows;
}

static void
put (QmEdit *edit, const char *section, cJSON *entries)
{
  if (cJSON_GetArraySize (entries) > 0)
    qm_edit_put_section (edit, section, entries);
  else
    cJSON_Delete (entries);
}

char *
qm_own_csv_import (const QmSheet *sheet, const char *text, char **chart)
{
  QmEdit *edit = qm_edit_begin (text);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Import self = { .sheet = sheet, .edit = edit, .known = known, .named = named };
  g_autoptr (GHashTable) rows = list_rows (&self);

  *chart = NULL;
  self.sources = take_section (&self, "sources");
  self.entities = take_section (&self, "entities");
  self.measures = take_section (&self, "measures");
  self.units = take_section (&self, "units");
  self.claims = take_section (&self, "claims");
  self.events = take_section (&self, "events");
  for (self.row = sheet->layout.first_row; self.row < sheet->layout.last_row; self.row++)
    add_claim (&self, rows);
  put (edit, "sources", self.sources);
  put (edit, "entities", self.entities);
  put (edit, "units", self.units);
  put (edit, "measures", self.measures);
  put (edit, "claims", self.claims);
  put (edit, "events", self.events);
  add_charts (&self, edit, chart);
  return qm_edit_end (edit);
}
