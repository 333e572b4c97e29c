#include "edit/edit-private.h"

#include <string.h>

/* The sections of a file whose entries have ids, and those that share them. */
typedef enum { SOURCES, UNITS, ENTITIES, MEASURES, CLAIMS, TABLES, EVENTS, CHARTS, N_SECTIONS } At;

static const char *const sections[N_SECTIONS] = { "sources", "units",  "entities", "measures",
                                                  "claims",  "tables", "events",   "charts" };

/* What is decided of at once: an id of any of them is none of the others. */
static const struct {
  At first, last;
} spaces[] = { { SOURCES, SOURCES },   { UNITS, UNITS },   { ENTITIES, ENTITIES },
               { MEASURES, MEASURES }, { CLAIMS, EVENTS }, { CHARTS, CHARTS } };

#define N_SPACES G_N_ELEMENTS (spaces)

enum { CLAIM_SPACE = 4 };

/* The keys at which ids stand, or arrays of them, and into which of the spaces. */
static const struct {
  const char *key;
  gsize space;
} references[] = {
  { "source", 0 },      { "unit", 1 },     { "entity", 2 },    { "part_of", 2 },
  { "ratio", 2 },       { "below", 2 },    { "about", 2 },     { "relative_to", 2 },
  { "hidden", 2 },      { "measure", 3 },  { "claims", 4 },    { "add", 4 },
  { "subtract", 4 },    { "multiply", 4 }, { "divide", 4 },    { "share_of", 4 },
  { "change_from", 4 }, { "convert", 4 },  { "highlight", 4 }, { "claim", 4 },
};

typedef struct {
  QmEdit *edit;
  cJSON *from;
  GHashTable *ids[N_SPACES];   /* what an id of from becomes; there are only those that change */
  GHashTable *reused;          /* the entries of from that are there already */
  GHashTable *fresh[N_SPACES]; /* the new id of an id of from, where one was needed */
} Transplant;

/* --- References --- */

/* A table's id stands for its columns and figures too, whose ids begin with it. */
static char *
rename_within_table (Transplant *self, const char *id)
{
  const cJSON *table;

  cJSON_ArrayForEach (table, cJSON_GetObjectItemCaseSensitive (self->from, "tables")) {
    const char *before = qm_edit_entry_string (table, "id");
    const char *after = g_hash_table_lookup (self->ids[CLAIM_SPACE], before);

    if (after != NULL && g_str_has_prefix (id, before) && id[strlen (before)] == '-')
      return g_strconcat (after, id + strlen (before), NULL);
  }
  return NULL;
}

static gboolean
is_in (const cJSON *file, gsize space, const char *id)
{
  for (int i = spaces[space].first; i <= (int) spaces[space].last; i++)
    if (qm_edit_entry_find (cJSON_GetObjectItemCaseSensitive (file, sections[i]), id, NULL) != NULL)
      return TRUE;
  return FALSE;
}

static const char *
find_new_id (Transplant *self, gsize space, const char *id, char **made)
{
  const char *found = g_hash_table_lookup (self->ids[space], id);

  if (found == NULL && space == CLAIM_SPACE && !is_in (self->from, space, id))
    found = *made = rename_within_table (self, id);
  return found;
}

/* Notes stand at the ids of their claims. */
static void
rename_keys (Transplant *self, cJSON *view, cJSON *notes)
{
  cJSON *renamed = cJSON_CreateObject ();

  while (notes->child != NULL) {
    cJSON *note = cJSON_DetachItemViaPointer (notes, notes->child);
    g_autofree char *made = NULL, *before = g_strdup (note->string);
    const char *after = find_new_id (self, CLAIM_SPACE, before, &made);

    cJSON_AddItemToObject (renamed, after != NULL ? after : before, note);
  }
  cJSON_ReplaceItemInObjectCaseSensitive (view, notes->string, renamed);
}

/* All that stand at node, which stands at key. */
static void
rename_references (Transplant *self, cJSON *node, const char *key)
{
  cJSON *child, *notes = cJSON_GetObjectItemCaseSensitive (node, "call_outs");
  g_autofree char *made = NULL;
  const char *id = NULL;

  for (gsize i = 0; cJSON_IsString (node) && i < G_N_ELEMENTS (references); i++)
    if (g_strcmp0 (references[i].key, key) == 0)
      id = find_new_id (self, references[i].space, node->valuestring, &made);
  if (id != NULL)
    cJSON_SetValuestring (node, id);
  if (notes != NULL)
    rename_keys (self, node, notes);
  cJSON_ArrayForEach (child, node)
    rename_references (self, child, cJSON_IsArray (node) ? key : child->string);
}

static gboolean
is_source_named (const cJSON *node, const char *id)
{
  const cJSON *child;

  cJSON_ArrayForEach (child, node)
    if ((g_strcmp0 (child->string, "source") == 0 && g_strcmp0 (child->valuestring, id) == 0) ||
        is_source_named (child, id))
      return TRUE;
  return FALSE;
}

/* Of sources a file has more than its claims cite, to keep their numbers. */
static gboolean
is_needed (Transplant *self, At at, const cJSON *entry)
{
  const char *id = qm_edit_entry_string (entry, "id");

  if (at != SOURCES)
    return TRUE;
  for (At i = CLAIMS; i <= EVENTS; i++)
    if (is_source_named (cJSON_GetObjectItemCaseSensitive (self->from, sections[i]), id))
      return TRUE;
  return FALSE;
}

/* --- What is there already --- */

/* But for its id, and the colour that it was given where it came from. */
static gboolean
is_same (const cJSON *entry, const cJSON *other)
{
  cJSON *a = cJSON_Duplicate (entry, TRUE), *b = cJSON_Duplicate (other, TRUE);
  gboolean is_equal;

  for (int i = 0; i < 2; i++) {
    cJSON_DeleteItemFromObjectCaseSensitive (i == 0 ? a : b, "id");
    cJSON_DeleteItemFromObjectCaseSensitive (i == 0 ? a : b, "color");
  }
  is_equal = cJSON_Compare (a, b, TRUE);
  cJSON_Delete (a);
  cJSON_Delete (b);
  return is_equal;
}

static const cJSON *
find_part (const cJSON *table, const char *key, const cJSON *part, int *index)
{
  return qm_edit_entry_find (cJSON_GetObjectItemCaseSensitive (table, key),
                             qm_edit_entry_string (part, "id"), index);
}

static gboolean
has_row (const cJSON *table, const cJSON *columns, const cJSON *row)
{
  int index = 0, i = 0;
  const cJSON *other = find_part (table, "rows", row, &index), *column, *value;
  const cJSON *values = cJSON_GetObjectItemCaseSensitive (row, "values");

  cJSON_ArrayForEach (column, columns) {
    const cJSON *same = find_part (table, "columns", column, &index);

    value = cJSON_GetArrayItem (values, i++);
    if (other == NULL || same == NULL || !is_same (same, column))
      return FALSE;
    if (cJSON_IsNull (value) || value == NULL)
      continue;
    if (!cJSON_Compare (
            cJSON_GetArrayItem (cJSON_GetObjectItemCaseSensitive (other, "values"), index), value,
            TRUE))
      return FALSE;
  }
  return TRUE;
}

/* A table out of which only some rows and columns were needed. */
static gboolean
has_figures (const cJSON *table, const cJSON *part)
{
  const char *const keys[] = { "source", "statement", "at", "caveat" };
  const cJSON *columns = cJSON_GetObjectItemCaseSensitive (part, "columns"), *row;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    const cJSON *a = cJSON_GetObjectItemCaseSensitive (table, keys[i]);
    const cJSON *b = cJSON_GetObjectItemCaseSensitive (part, keys[i]);

    if (a != b && !cJSON_Compare (a, b, TRUE))
      return FALSE;
  }
  cJSON_ArrayForEach (row, cJSON_GetObjectItemCaseSensitive (part, "rows"))
    if (!has_row (table, columns, row))
      return FALSE;
  return TRUE;
}

/* The id of what says the same in the edited file; NULL for none. What claims and charts say the
 * same of by chance is not the same. */
static const char *
find_same (Transplant *self, At at, const cJSON *entry)
{
  const char *id = qm_edit_entry_string (entry, "id");
  const cJSON *other = qm_edit_find (self->edit, sections[at], id, NULL);

  if (at == CHARTS)
    return NULL;
  if (other != NULL && (at == TABLES ? has_figures (other, entry) : is_same (other, entry)))
    return qm_edit_entry_string (other, "id");
  if (at >= CLAIMS)
    return NULL;
  cJSON_ArrayForEach (other, cJSON_GetObjectItemCaseSensitive (self->edit->tree, sections[at]))
    if (is_same (other, entry))
      return qm_edit_entry_string (other, "id");
  return NULL;
}

/* --- Which ids they get --- */

static gboolean
is_new_id (Transplant *self, gsize space, const char *id)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, self->fresh[space]);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    if (g_str_equal (other, id))
      return FALSE;
  return !is_in (self->edit->tree, space, id) && !is_in (self->from, space, id);
}

static const char *
get_fresh (Transplant *self, gsize space, const char *id)
{
  char *fresh = g_hash_table_lookup (self->fresh[space], id);

  for (int number = 2; fresh == NULL; number++) {
    g_autofree char *tried = g_strdup_printf ("%s-%d", id, number);

    if (is_new_id (self, space, tried))
      g_hash_table_insert (self->fresh[space], g_strdup (id), fresh = g_steal_pointer (&tried));
  }
  return fresh;
}

/* TRUE if that is something else than was thought before. */
static gboolean
decide (Transplant *self, gsize space, At at, cJSON *entry)
{
  const char *id = qm_edit_entry_string (entry, "id");
  const char *before = g_hash_table_lookup (self->ids[space], id), *after;
  cJSON *copy = cJSON_Duplicate (entry, TRUE);

  rename_references (self, copy, NULL);
  after = find_same (self, at, copy);
  cJSON_Delete (copy);
  if (after != NULL)
    g_hash_table_add (self->reused, entry);
  else
    g_hash_table_remove (self->reused, entry);
  if (after == NULL && is_in (self->edit->tree, space, id))
    after = get_fresh (self, space, id);
  if (after == NULL || g_str_equal (after, id))
    after = NULL;
  if (g_strcmp0 (before, after) == 0)
    return FALSE;
  if (after != NULL)
    g_hash_table_insert (self->ids[space], g_strdup (id), g_strdup (after));
  else
    g_hash_table_remove (self->ids[space], id);
  return TRUE;
}

/* What is computed of a claim that is another one here is another one, too, and so on. */
static void
decide_all (Transplant *self, gsize space)
{
  int n_rounds = 0;
  gboolean is_changed;

  do {
    is_changed = FALSE;
    for (At at = spaces[space].first; at <= spaces[space].last; at++) {
      cJSON *entry;

      cJSON_ArrayForEach (entry, cJSON_GetObjectItemCaseSensitive (self->from, sections[at])) {
        n_rounds++;
        is_changed = decide (self, space, at, entry) || is_changed;
      }
    }
  } while (is_changed && n_rounds < 100000);
}

static void
add_all (Transplant *self, gsize space)
{
  for (At at = spaces[space].first; at <= spaces[space].last; at++) {
    const cJSON *entry;

    cJSON_ArrayForEach (entry, cJSON_GetObjectItemCaseSensitive (self->from, sections[at])) {
      const char *id = g_hash_table_lookup (self->ids[space], qm_edit_entry_string (entry, "id"));
      cJSON *copy;

      if (g_hash_table_contains (self->reused, entry) || !is_needed (self, at, entry))
        continue;
      copy = cJSON_Duplicate (entry, TRUE);
      rename_references (self, copy, NULL);
      if (id != NULL)
        cJSON_SetValuestring (cJSON_GetObjectItemCaseSensitive (copy, "id"), id);
      qm_edit_put (self->edit, sections[at], -1, copy);
    }
  }
}

/* --- The chart --- */

const char *
qm_edit_transplant (QmEdit *edit, const char *file)
{
  g_autoptr (GHashTable) reused = g_hash_table_new (NULL, NULL);
  Transplant self = { .edit = edit, .from = cJSON_Parse (file), .reused = reused };
  const cJSON *chart =
      cJSON_GetArrayItem (cJSON_GetObjectItemCaseSensitive (self.from, "charts"), 0);
  const char *id = qm_edit_entry_string (chart, "id"), *result;

  for (gsize i = 0; i < N_SPACES; i++) {
    self.ids[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    self.fresh[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  }
  for (gsize i = 0; i < N_SPACES; i++) {
    decide_all (&self, i);
    add_all (&self, i);
  }
  result = g_hash_table_lookup (self.ids[N_SPACES - 1], id);
  result = g_string_chunk_insert (edit->strings, result != NULL ? result : id);
  for (gsize i = 0; i < N_SPACES; i++) {
    g_hash_table_unref (self.ids[i]);
    g_hash_table_unref (self.fresh[i]);
  }
  cJSON_Delete (self.from);
  return result;
}
