#include "edit/import.h"

#include "base/fold.h"
#include "base/language.h"
#include "base/words.h"
#include "edit/edit-private.h"
#include "edit/statement.h"
#include "sheet/heading.h"

#include <gio/gio.h>
#include <string.h>

/* Characters of the parts of a claim's id, of which 100 are allowed. */
#define TABLE_LENGTH 28
#define ROW_LENGTH 42
#define COLUMN_LENGTH 24

/* --- Names --- */

/* The entries of an array of the file, those that are there and those to be added, by name. */
typedef struct {
  const char *section;
  cJSON *entries;
  GHashTable *ids;   /* of them, each its own key */
  GHashTable *names; /* folded, with the unit where there is one → id */
  gboolean is_changed;
} Names;

static char *
make_key (const char *words, const char *unit)
{
  g_autofree char *folded = qm_fold (words, QM_FOLD_CASE, NULL);

  return g_strdup_printf ("%s\n%s", folded, unit != NULL ? unit : "");
}

static void
know_name (Names *names, const cJSON *text, const cJSON *entry)
{
  const cJSON *variant;

  if (cJSON_IsString (text))
    g_hash_table_insert (names->names,
                         make_key (text->valuestring, qm_edit_entry_string (entry, "unit")),
                         g_strdup (qm_edit_entry_string (entry, "id")));
  else
    cJSON_ArrayForEach (variant, text)
      know_name (names, variant, entry);
}

static Names
names_new (const QmEdit *edit, const char *section)
{
  const cJSON *before = cJSON_GetObjectItemCaseSensitive (edit->tree, section), *entry;
  Names names = {
    section,
    before != NULL ? cJSON_Duplicate (before, TRUE) : cJSON_CreateArray (),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    FALSE,
  };

  cJSON_ArrayForEach (entry, names.entries) {
    g_hash_table_add (names.ids, g_strdup (qm_edit_entry_string (entry, "id")));
    know_name (&names, cJSON_GetObjectItemCaseSensitive (entry, "name"), entry);
    know_name (&names, cJSON_GetObjectItemCaseSensitive (entry, "short"), entry);
  }
  return names;
}

static void
names_end (QmEdit *edit, Names *names)
{
  if (names->is_changed)
    qm_edit_put_section (edit, names->section, names->entries);
  else
    cJSON_Delete (names->entries);
  g_hash_table_unref (names->ids);
  g_hash_table_unref (names->names);
}

/* An id of these words that is not in the set, to which it is added. */
static char *
make_unique (GHashTable *ids, const char *words, const char *otherwise, gsize length)
{
  g_autofree char *slug = qm_edit_make_slug (words);
  g_autofree char *stem = g_strndup (slug[0] != '\0' ? slug : otherwise, length);
  char *id = g_strdup (stem);

  for (int number = 2; !g_hash_table_add (ids, g_strdup (id)); number++) {
    g_free (id);
    id = g_strdup_printf ("%s-%d", stem, number);
  }
  return id;
}

/* (unowned) NULL for no words. */
static const char *
find_id (Names *names, const char *words, const char *unit)
{
  g_autofree char *key = words != NULL ? make_key (words, unit) : NULL;
  const char *known = key != NULL ? g_hash_table_lookup (names->names, key) : NULL;
  cJSON *entry;
  char *id;

  if (key == NULL || known != NULL)
    return known;
  id = make_unique (names->ids, words, names->section, 60);
  entry = cJSON_CreateObject ();
  cJSON_AddStringToObject (entry, "id", id);
  cJSON_AddStringToObject (entry, "name", words);
  if (unit != NULL)
    cJSON_AddStringToObject (entry, "unit", unit);
  cJSON_AddItemToArray (names->entries, entry);
  g_hash_table_insert (names->names, g_steal_pointer (&key), id);
  names->is_changed = TRUE;
  return id;
}

/* --- Blocks --- */

/* Figures that become one table of the file: those of months apart from those of quarters, since
 * they are not compared, and each measure that rows name apart. */
typedef struct {
  char *id;
  QmResolution resolution;
  cJSON *columns, *rows;
  GPtrArray *lines; /* for each column the QmSheetColumn and the measure, as a key (char *) */
  GHashTable *row_ids, *column_ids;
  guint line;          /* of the last row */
  const char *measure; /* that of all, or NULL */
  gboolean has_entities, has_times;
} Block;

static void
block_free (gpointer data)
{
  Block *block = data;

  g_free (block->id);
  cJSON_Delete (block->columns);
  cJSON_Delete (block->rows);
  g_ptr_array_unref (block->lines);
  g_hash_table_unref (block->row_ids);
  g_hash_table_unref (block->column_ids);
  g_free (block);
}

typedef struct {
  const QmSheet *sheet;
  Names entities, measures;
  GHashTable *table_ids;
  GHashTable *by_key; /* char * → Block */
  GPtrArray *blocks;  /* Block */
} Import;

static gboolean
has_measures_in_rows (const QmSheet *sheet)
{
  for (guint i = 0; i < sheet->columns->len; i++) {
    QmHolds holds = ((const QmSheetColumn *) sheet->columns->pdata[i])->holds;

    if (holds == QM_HOLDS_MEASURE || holds == QM_HOLDS_UNIT)
      return TRUE;
  }
  return FALSE;
}

static Block *
block_new (Import *self, const QmSheetFigure *figure, gboolean is_of_one)
{
  Block *block = g_new0 (Block, 1);
  const char *words =
      is_of_one || self->sheet->title == NULL ? figure->measure : self->sheet->title;

  block->id = make_unique (self->table_ids, words, "table", TABLE_LENGTH);
  block->resolution = figure->resolution;
  block->columns = cJSON_CreateArray ();
  block->rows = cJSON_CreateArray ();
  block->lines = g_ptr_array_new_with_free_func (g_free);
  block->row_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  block->column_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->blocks, block);
  return block;
}

static Block *
find_block (Import *self, const QmSheetFigure *figure, const char *measure)
{
  gboolean is_of_one = has_measures_in_rows (self->sheet);
  g_autofree char *key =
      g_strdup_printf ("%d %s", (int) figure->resolution, is_of_one ? measure : "");
  Block *block = g_hash_table_lookup (self->by_key, key);

  if (block == NULL) {
    block = block_new (self, figure, is_of_one);
    g_hash_table_insert (self->by_key, g_steal_pointer (&key), block);
  }
  return block;
}

static void
add_string (cJSON *object, const char *key, const char *string)
{
  if (string != NULL)
    cJSON_AddStringToObject (object, key, string);
}

static gboolean
is_entity_of_column (const Import *self, const QmSheetFigure *figure)
{
  return self->sheet->are_entities && figure->column->name[0] != '\0';
}

static cJSON *
make_column (Import *self, Block *block, const QmSheetFigure *figure, const char *measure)
{
  const QmSheetColumn *column = figure->column;
  gboolean has_entity = is_entity_of_column (self, figure);
  cJSON *json = cJSON_CreateObject ();
  g_autofree char *words = NULL, *id = NULL, *otherwise = NULL, *name = NULL;

  words =
      g_strdup_printf ("%s %s", self->sheet->are_entities || !column->has_when ? column->name : "",
                       column->has_when ? column->when.text : "");
  otherwise = g_strdup_printf ("column-%u", column->index + 1);
  name = column->heading[0] != '\0' ? g_strdup (column->heading)
                                    : g_strdup_printf ("%u", column->index + 1);
  id = make_unique (block->column_ids, words, otherwise, COLUMN_LENGTH);
  cJSON_AddStringToObject (json, "id", id);
  cJSON_AddStringToObject (json, "name", name);
  if (figure->scale > 1)
    cJSON_AddNumberToObject (json, "scale", figure->scale);
  cJSON_AddStringToObject (json, "measure", measure);
  if (has_entity)
    add_string (json, "entity", find_id (&self->entities, figure->entity, NULL));
  if (column->has_when) {
    add_string (json, "time", figure->time);
    add_string (json, "standing", column->when.is_projected ? "projected" : NULL);
  }
  cJSON_AddItemToArray (block->columns, json);
  return json;
}

static guint
find_column (Import *self, Block *block, const QmSheetFigure *figure, const char *measure)
{
  g_autofree char *key =
      g_strdup_printf ("%u %s %g", figure->column->index, measure, figure->scale);
  guint index;

  if (g_ptr_array_find_with_equal_func (block->lines, key, g_str_equal, &index))
    return index;
  make_column (self, block, figure, measure);
  g_ptr_array_add (block->lines, g_steal_pointer (&key));
  return block->lines->len - 1;
}

static cJSON *
make_row (Import *self, Block *block, const QmSheetFigure *figure)
{
  gboolean has_entity = !is_entity_of_column (self, figure) && figure->entity != NULL;
  gboolean has_time = !figure->column->has_when && figure->time != NULL;
  g_autofree char *words =
      g_strdup_printf ("%s %s", has_entity ? figure->entity : "", has_time ? figure->time : "");
  g_autofree char *otherwise = g_strdup_printf ("row-%u", figure->line);
  g_autofree char *id = make_unique (block->row_ids, words, otherwise, ROW_LENGTH);
  cJSON *json = cJSON_CreateObject ();

  cJSON_AddStringToObject (json, "id", id);
  cJSON_AddNumberToObject (json, "row", figure->line);
  if (has_entity)
    add_string (json, "entity", find_id (&self->entities, figure->entity, NULL));
  if (has_time) {
    cJSON_AddStringToObject (json, "time", figure->time);
    add_string (json, "standing",
                figure->is_projected && figure->flag[0] != 'f' ? "projected" : NULL);
  }
  add_string (json, "caveat", figure->note);
  cJSON_AddArrayToObject (json, "values");
  cJSON_AddItemToArray (block->rows, json);
  block->line = figure->line;
  return json;
}

/* The words that word() makes in each language, or one text where they are the same in all. */
static cJSON *
word_in_all (char *(*word) (gconstpointer subject), gconstpointer subject)
{
  cJSON *text = cJSON_CreateObject ();
  gboolean is_same = TRUE;
  const cJSON *variant;

  for (const char *const *language = qm_language_list (); *language != NULL; language++) {
    g_autofree char *words = NULL;

    qm_language_use_here (*language);
    words = word (subject);
    cJSON_AddStringToObject (text, *language, words);
  }
  qm_language_use_here (NULL);
  cJSON_ArrayForEach (variant, text)
    is_same = is_same && g_str_equal (variant->valuestring, text->child->valuestring);
  if (is_same) {
    cJSON *same = cJSON_CreateString (text->child->valuestring);

    cJSON_Delete (text);
    return same;
  }
  return text;
}

static char *
word_flag (gconstpointer flag)
{
  /* Translators: a mark such as * or p, behind a figure of a table */
  return g_strdup_printf (_ ("Marked “%s” in the table."), (const char *) flag);
}

/* A number, or an object where there is more to say. */
static cJSON *
make_value (const QmSheetFigure *figure)
{
  static const char *const precisions[] = {
    [QM_EXACT] = NULL,    [QM_ABOUT] = "about", [QM_OVER] = "over",
    [QM_UNDER] = "under", [QM_BETWEEN] = NULL,
  };
  const char *precision = precisions[figure->precision];
  cJSON *json;

  if (precision == NULL && figure->flag[0] == '\0')
    return cJSON_CreateNumber (figure->value);
  json = cJSON_CreateObject ();
  cJSON_AddNumberToObject (json, "value", figure->value);
  add_string (json, "precision", precision);
  if (g_str_equal (figure->flag, "f"))
    cJSON_AddStringToObject (json, "standing", "projected");
  else if (figure->flag[0] != '\0')
    cJSON_AddItemToObject (json, "caveat", word_in_all (word_flag, figure->flag));
  return json;
}

static void
fill_up (cJSON *values, guint n)
{
  while ((guint) cJSON_GetArraySize (values) < n)
    cJSON_AddItemToArray (values, cJSON_CreateNull ());
}

static void
add_figure (Import *self, const QmSheetFigure *figure)
{
  const char *measure = find_id (&self->measures, figure->measure, figure->unit);
  Block *block = find_block (self, figure, measure);
  guint column = find_column (self, block, figure, measure);
  cJSON *row = block->rows->child != NULL && block->line == figure->line
                   ? block->rows->child->prev
                   : make_row (self, block, figure);
  cJSON *values = cJSON_GetObjectItemCaseSensitive (row, "values");

  block->has_entities |= figure->entity != NULL;
  block->has_times |= figure->time != NULL;
  fill_up (values, column);
  if ((guint) cJSON_GetArraySize (values) == column)
    cJSON_AddItemToArray (values, make_value (figure));
  else
    cJSON_ReplaceItemInArray (values, (int) column, make_value (figure));
}

/* --- The file --- */

static char *
word_place (gconstpointer nothing G_GNUC_UNUSED)
{
  /* Translators: the place of a figure in a table. Leave the words in braces as they are. */
  return g_strdup (_ ("row {row}, {column}"));
}

static cJSON *
write_choices (const char *file, const char *checksum, const QmChoices *choices)
{
  cJSON *json = cJSON_CreateObject ();

  cJSON_AddStringToObject (json, "file", file);
  add_string (json, "checksum", checksum);
  for (int i = 0; i < QM_N_CHOICES; i++)
    add_string (json, qm_choices_name ((QmChooses) i), choices->words[i]);
  return json;
}

/* What the table says for all of its figures, as sentences. NULL for nothing. */
static char *
join_notes (const QmSheet *sheet)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < sheet->notes->len; i++) {
    const char *note = qm_sheet_notes_skip_label (sheet->notes->pdata[i]);

    if (g_array_index (sheet->note_uses, QmNoteUse, i) == QM_NOTE_CAVEAT)
      g_string_append_printf (words, "%s%s%s", words->len > 0 ? " " : "", note,
                              strchr (".!?", note[strlen (note) - 1]) != NULL ? "" : ".");
  }
  return g_string_free (words, words->len == 0);
}

/* (takes what the block has) */
static cJSON *
write_block (const Import *self, Block *block, const char *source, const char *file,
             const QmChoices *choices)
{
  cJSON *json = cJSON_CreateObject (), *row;
  g_autofree char *caveat = join_notes (self->sheet);
  g_autofree char *statement =
      g_strdup_printf ("{measure}%s%s: {value}.", block->has_entities ? ", {entity}" : "",
                       block->has_times ? ", {time}" : "");

  cJSON_ArrayForEach (row, block->rows)
    fill_up (cJSON_GetObjectItemCaseSensitive (row, "values"), block->lines->len);
  cJSON_AddStringToObject (json, "id", block->id);
  cJSON_AddStringToObject (json, "source", source);
  cJSON_AddStringToObject (json, "statement", statement);
  cJSON_AddItemToObject (json, "at", word_in_all (word_place, NULL));
  add_string (json, "caveat", caveat);
  cJSON_AddItemToObject (json, "import", write_choices (file, self->sheet->checksum, choices));
  cJSON_AddItemToObject (json, "columns", g_steal_pointer (&block->columns));
  cJSON_AddItemToObject (json, "rows", g_steal_pointer (&block->rows));
  return json;
}

static gboolean
is_of_file (const cJSON *table, const char *file)
{
  return g_strcmp0 (
             qm_edit_entry_string (cJSON_GetObjectItemCaseSensitive (table, "import"), "file"),
             file) == 0;
}

/* The tables that were made of other files, and the ids that they and the claims have. */
static cJSON *
keep_others (const QmEdit *edit, const char *file, GHashTable *ids)
{
  static const char *const sections[] = { "claims", "events" };
  cJSON *tables = cJSON_CreateArray ();
  const cJSON *entry;

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    cJSON_ArrayForEach (entry, cJSON_GetObjectItemCaseSensitive (edit->tree, sections[i]))
      g_hash_table_add (ids, g_strdup (qm_edit_entry_string (entry, "id")));
  cJSON_ArrayForEach (entry, cJSON_GetObjectItemCaseSensitive (edit->tree, "tables"))
    if (!is_of_file (entry, file)) {
      g_hash_table_add (ids, g_strdup (qm_edit_entry_string (entry, "id")));
      cJSON_AddItemToArray (tables, cJSON_Duplicate (entry, TRUE));
    }
  return tables;
}

/* --- Charts --- */

/* The chart that has the id, or one that begins with it, among its claims; NULL for none. */
static const cJSON *
find_drawn (const QmEdit *edit, const char *table)
{
  g_autofree char *prefix = g_strconcat (table, "-", NULL);
  const cJSON *chart, *panel, *id;

  cJSON_ArrayForEach (chart, cJSON_GetObjectItemCaseSensitive (edit->tree, "charts"))
    cJSON_ArrayForEach (panel, cJSON_GetObjectItemCaseSensitive (chart, "panels"))
      cJSON_ArrayForEach (id, cJSON_GetObjectItemCaseSensitive (panel, "claims"))
        if (g_strcmp0 (cJSON_GetStringValue (id), table) == 0 ||
            g_str_has_prefix (cJSON_GetStringValue (id), prefix))
          return chart;
  return NULL;
}

char *
qm_import_find_chart (const QmEdit *edit, const char *file)
{
  const cJSON *table;

  cJSON_ArrayForEach (table, cJSON_GetObjectItemCaseSensitive (edit->tree, "tables")) {
    const cJSON *chart =
        is_of_file (table, file) ? find_drawn (edit, qm_edit_entry_string (table, "id")) : NULL;

    if (chart != NULL)
      return g_strdup (qm_edit_entry_string (chart, "id"));
  }
  return NULL;
}

static char *
word_count (gconstpointer n_figures)
{
  guint n = *(const guint *) n_figures;

  return g_strdup_printf (ngettext ("%u figure", "%u figures", n), n);
}

typedef struct {
  const cJSON *measure;
  QmResolution resolution;
  gboolean is_one_of_several;
} Titled;

/* What has no figures of months beside it needs no word for its own. */
static char *
word_title (gconstpointer subject)
{
  static const char *const formats[] = {
    [QM_RESOLUTION_DAY] = N_ ("%s, by day"),         [QM_RESOLUTION_MONTH] = N_ ("%s, by month"),
    [QM_RESOLUTION_QUARTER] = N_ ("%s, by quarter"), [QM_RESOLUTION_HALF] = N_ ("%s, by half-year"),
    [QM_RESOLUTION_YEAR] = N_ ("%s, by year"),
  };
  const Titled *titled = subject;
  const char *name = qm_edit_entry_words (titled->measure, "name", qm_language_current ());

  return titled->is_one_of_several ? g_strdup_printf (_ (formats[titled->resolution]), name)
                                   : g_strdup (name);
}

typedef struct {
  const char *measure;
  GPtrArray *ids;
  guint n_figures;
} Drawn;

/* The claims of each measure of a table: all, or those of some columns. */
static GArray *
list_drawn (const cJSON *table)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Drawn));
  const cJSON *column;

  cJSON_ArrayForEach (column, cJSON_GetObjectItemCaseSensitive (table, "columns")) {
    const char *measure = qm_edit_entry_string (column, "measure");
    Drawn *found = NULL;

    for (guint i = 0; i < list->len; i++)
      if (g_strcmp0 (g_array_index (list, Drawn, i).measure, measure) == 0)
        found = &g_array_index (list, Drawn, i);
    if (found == NULL) {
      const Drawn drawn = { measure, g_ptr_array_new_with_free_func (g_free), 0 };

      g_array_append_val (list, drawn);
      found = &g_array_index (list, Drawn, list->len - 1);
    }
    g_ptr_array_add (found->ids, g_strdup_printf ("%s-%s", qm_edit_entry_string (table, "id"),
                                                  qm_edit_entry_string (column, "id")));
  }
  if (list->len == 1) {
    GPtrArray *ids = g_array_index (list, Drawn, 0).ids;

    g_ptr_array_set_size (ids, 0);
    g_ptr_array_add (ids, g_strdup (qm_edit_entry_string (table, "id")));
  }
  return list;
}

static guint
count_figures (const cJSON *table, const char *measure)
{
  const cJSON *row, *value;
  guint n = 0;

  cJSON_ArrayForEach (row, cJSON_GetObjectItemCaseSensitive (table, "rows")) {
    const cJSON *column = cJSON_GetObjectItemCaseSensitive (table, "columns")->child;

    cJSON_ArrayForEach (value, cJSON_GetObjectItemCaseSensitive (row, "values")) {
      n += !cJSON_IsNull (value) &&
           g_strcmp0 (qm_edit_entry_string (column, "measure"), measure) == 0;
      column = column->next;
    }
  }
  return n;
}

static const char *
add_chart (QmEdit *edit, const Drawn *drawn, const Import *self, QmResolution resolution,
           guint n_figures)
{
  const Titled titled = {
    qm_edit_find (edit, "measures", drawn->measure, NULL),
    resolution,
    self->blocks->len > 1 && !has_measures_in_rows (self->sheet),
  };
  cJSON *chart = cJSON_CreateObject (), *title = word_in_all (word_title, &titled);
  const char *id = qm_edit_make_id (edit, "charts", drawn->measure);
  g_autofree char *note = join_notes (self->sheet);

  cJSON_AddStringToObject (chart, "id", id);
  cJSON_AddItemToObject (
      chart, "topic",
      cJSON_Duplicate (cJSON_GetObjectItemCaseSensitive (edit->tree, "title"), TRUE));
  cJSON_AddItemToObject (chart, "name", cJSON_Duplicate (title, TRUE));
  cJSON_AddItemToObject (chart, "summary", word_in_all (word_count, &n_figures));
  cJSON_AddItemToObject (chart, "title", title);
  add_string (chart, "note", note);
  cJSON_AddItemToObject (
      chart, "panels",
      qm_edit_make_panels ((const char *const *) drawn->ids->pdata, drawn->ids->len));
  qm_edit_put (edit, "charts", -1, chart);
  return id;
}

static void
draw_block (QmEdit *edit, const Import *self, const Block *block, const QmForms *forms)
{
  cJSON *table = cJSON_Duplicate (qm_edit_find (edit, "tables", block->id, NULL), TRUE);
  g_autoptr (GArray) list = list_drawn (table);

  for (guint i = 0; i < list->len; i++) {
    const Drawn *drawn = &g_array_index (list, Drawn, i);
    const char *id =
        add_chart (edit, drawn, self, block->resolution, count_figures (table, drawn->measure));

    qm_edit_settle_chart (edit, id, forms);
    g_ptr_array_unref (drawn->ids);
  }
  cJSON_Delete (table);
}

/* --- All of it --- */

static gboolean
check_number (const GPtrArray *figures, GError **error)
{
  if (figures->len == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("expected a table with figures, found none: say which columns hold "
                            "them"));
  else if (figures->len > QM_SHEET_MAX_FIGURES)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("expected a table of at most %d figures, found %u: leave out columns or rows"),
                 QM_SHEET_MAX_FIGURES, figures->len);
  return figures->len > 0 && figures->len <= QM_SHEET_MAX_FIGURES;
}

static const char *
put_source (QmEdit *edit, const char *file, const QmSourceFields *source)
{
  g_autofree char *before = NULL;
  g_auto (QmChoices) choices = { 0 };

  qm_import_find_choices (edit->text, file, &choices, &before);
  if (source == NULL)
    return g_string_chunk_insert (edit->strings, before);
  return qm_edit_put_source (edit, before, source);
}

static void
put_tables (QmEdit *edit, Import *self, cJSON *tables, const char *source, const char *file,
            const QmChoices *choices)
{
  for (guint i = 0; i < self->blocks->len; i++)
    cJSON_AddItemToArray (tables,
                          write_block (self, self->blocks->pdata[i], source, file, choices));
  names_end (edit, &self->entities);
  names_end (edit, &self->measures);
  qm_edit_put_section (edit, "tables", tables);
}

gboolean
qm_import_put (QmEdit *edit, const char *file, const QmSheet *sheet, const QmChoices *choices,
               const QmSourceFields *source, const QmForms *forms, GError **error)
{
  g_autoptr (GPtrArray) figures = qm_sheet_list_figures (sheet);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (block_free);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Import self = { .sheet = sheet, .table_ids = ids, .by_key = by_key, .blocks = blocks };
  const char *source_id;
  cJSON *tables;

  if (!check_number (figures, error))
    return FALSE;
  source_id = put_source (edit, file, source);
  tables = keep_others (edit, file, ids);
  self.entities = names_new (edit, "entities");
  self.measures = names_new (edit, "measures");
  for (guint i = 0; i < figures->len; i++)
    add_figure (&self, figures->pdata[i]);
  put_tables (edit, &self, tables, source_id, file, choices);
  for (guint i = 0; i < blocks->len; i++)
    if (find_drawn (edit, ((const Block *) blocks->pdata[i])->id) == NULL)
      draw_block (edit, &self, blocks->pdata[i], forms);
  return TRUE;
}

gboolean
qm_import_find_choices (const char *text, const char *file, QmChoices *choices, char **source)
{
  g_autoptr (QmEdit) edit = qm_edit_begin (text);
  const cJSON *table;

  cJSON_ArrayForEach (table, cJSON_GetObjectItemCaseSensitive (edit->tree, "tables")) {
    const cJSON *import = cJSON_GetObjectItemCaseSensitive (table, "import");

    if (!is_of_file (table, file))
      continue;
    for (int i = 0; i < QM_N_CHOICES; i++)
      qm_choices_set (choices, (QmChooses) i,
                      qm_edit_entry_string (import, qm_choices_name ((QmChooses) i)));
    if (source != NULL)
      *source = g_strdup (qm_edit_entry_string (table, "source"));
    return TRUE;
  }
  return FALSE;
}

GPtrArray *
qm_import_list_files (const char *text, GPtrArray **checksums)
{
  g_autoptr (QmEdit) edit = qm_edit_begin (text);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const cJSON *table;

  *checksums = g_ptr_array_new_with_free_func (g_free);
  cJSON_ArrayForEach (table, cJSON_GetObjectItemCaseSensitive (edit->tree, "tables")) {
    const cJSON *import = cJSON_GetObjectItemCaseSensitive (table, "import");
    const char *file = qm_edit_entry_string (import, "file");
    const char *checksum = qm_edit_entry_string (import, "checksum");

    if (file == NULL || g_ptr_array_find_with_equal_func (files, file, g_str_equal, NULL))
      continue;
    g_ptr_array_add (files, g_strdup (file));
    g_ptr_array_add (*checksums, g_strdup (checksum != NULL ? checksum : ""));
  }
  return files;
}

char *
qm_import_find_source (const QmSheet *sheet)
{
  for (guint i = 0; i < sheet->notes->len; i++)
    if (g_array_index (sheet->note_uses, QmNoteUse, i) == QM_NOTE_SOURCE)
      return g_strdup (qm_sheet_notes_skip_label (sheet->notes->pdata[i]));
  return NULL;
}
