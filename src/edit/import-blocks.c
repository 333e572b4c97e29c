#include "edit/import-blocks.h"

#include "base/words.h"
#include "dataset/writer.h"
#include "edit/statement.h"

#include <string.h>

/* Characters of the parts of a claim's id, of which 100 are allowed. */
#define TABLE_LENGTH 28
#define ROW_LENGTH 42
#define COLUMN_LENGTH 24

void
qm_import_block_free (gpointer data)
{
  QmImportBlock *block = data;

  g_free (block->id);
  cJSON_Delete (block->columns);
  cJSON_Delete (block->rows);
  g_ptr_array_unref (block->lines);
  g_hash_table_unref (block->row_ids);
  g_hash_table_unref (block->column_ids);
  g_free (block);
}

gboolean
qm_import_blocks_are_of_one_measure_each (const QmSheet *sheet)
{
  for (guint i = 0; i < sheet->columns->len; i++) {
    QmHolds holds = ((const QmSheetColumn *) sheet->columns->pdata[i])->holds;

    if (holds == QM_HOLDS_MEASURE || holds == QM_HOLDS_UNIT)
      return TRUE;
  }
  return FALSE;
}

static QmImportBlock *
block_new (QmImportBlocks *self, const QmSheetFigure *figure, gboolean is_of_one)
{
  QmImportBlock *block = g_new0 (QmImportBlock, 1);
  const char *words =
      is_of_one || self->sheet->title == NULL ? figure->measure : self->sheet->title;

  block->id = qm_import_names_make_id (self->table_ids, words, "table", TABLE_LENGTH);
  block->resolution = figure->resolution;
  block->columns = cJSON_CreateArray ();
  block->rows = cJSON_CreateArray ();
  block->lines = g_ptr_array_new_with_free_func (g_free);
  block->row_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  block->column_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->blocks, block);
  return block;
}

static QmImportBlock *
find_block (QmImportBlocks *self, const QmSheetFigure *figure, const char *measure)
{
  gboolean is_of_one = qm_import_blocks_are_of_one_measure_each (self->sheet);
  g_autofree char *key =
      g_strdup_printf ("%d %s", (int) figure->resolution, is_of_one ? measure : "");
  QmImportBlock *block = g_hash_table_lookup (self->by_key, key);

  if (block == NULL) {
    block = block_new (self, figure, is_of_one);
    g_hash_table_insert (self->by_key, g_steal_pointer (&key), block);
  }
  return block;
}

static gboolean
is_entity_of_column (const QmImportBlocks *self, const QmSheetFigure *figure)
{
  return self->sheet->are_entities && figure->column->name[0] != '\0';
}

static cJSON *
make_column (QmImportBlocks *self, QmImportBlock *block, const QmSheetFigure *figure,
             const char *measure)
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
  id = qm_import_names_make_id (block->column_ids, words, otherwise, COLUMN_LENGTH);
  cJSON_AddStringToObject (json, "id", id);
  cJSON_AddStringToObject (json, "name", name);
  if (figure->scale > 1)
    cJSON_AddNumberToObject (json, "scale", figure->scale);
  cJSON_AddStringToObject (json, "measure", measure);
  if (has_entity)
    qm_writer_add_text (json, "entity",
                        qm_import_names_find (&self->entities, figure->entity, NULL));
  if (column->has_when) {
    qm_writer_add_text (json, "time", figure->time);
    qm_writer_add_text (json, "standing", column->when.is_projected ? "projected" : NULL);
  }
  cJSON_AddItemToArray (block->columns, json);
  return json;
}

static guint
find_column (QmImportBlocks *self, QmImportBlock *block, const QmSheetFigure *figure,
             const char *measure)
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
make_row (QmImportBlocks *self, QmImportBlock *block, const QmSheetFigure *figure)
{
  gboolean has_entity = !is_entity_of_column (self, figure) && figure->entity != NULL;
  gboolean has_time = !figure->column->has_when && figure->time != NULL;
  g_autofree char *words =
      g_strdup_printf ("%s %s", has_entity ? figure->entity : "", has_time ? figure->time : "");
  g_autofree char *otherwise = g_strdup_printf ("row-%u", figure->line);
  g_autofree char *id = qm_import_names_make_id (block->row_ids, words, otherwise, ROW_LENGTH);
  cJSON *json = cJSON_CreateObject ();

  cJSON_AddStringToObject (json, "id", id);
  cJSON_AddNumberToObject (json, "row", figure->line);
  if (has_entity)
    qm_writer_add_text (json, "entity",
                        qm_import_names_find (&self->entities, figure->entity, NULL));
  if (has_time) {
    cJSON_AddStringToObject (json, "time", figure->time);
    qm_writer_add_text (json, "standing",
                        figure->is_projected && figure->flag[0] != 'f' ? "projected" : NULL);
  }
  qm_writer_add_text (json, "caveat", figure->note);
  cJSON_AddArrayToObject (json, "values");
  cJSON_AddItemToArray (block->rows, json);
  block->line = figure->line;
  return json;
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
  gboolean has_precision = figure->precision != QM_EXACT && figure->precision != QM_BETWEEN;
  const char *precision = has_precision ? qm_precision_names[figure->precision] : NULL;
  cJSON *json;

  if (figure->no_figure != NULL)
    return cJSON_CreateString (figure->no_figure);
  if (precision == NULL && figure->flag[0] == '\0')
    return cJSON_CreateNumber (figure->value);
  json = cJSON_CreateObject ();
  cJSON_AddNumberToObject (json, "value", figure->value);
  qm_writer_add_text (json, "precision", precision);
  if (g_str_equal (figure->flag, "f"))
    cJSON_AddStringToObject (json, "standing", "projected");
  else if (figure->flag[0] != '\0')
    cJSON_AddItemToObject (json, "caveat", qm_statement_word_in_all (word_flag, figure->flag));
  return json;
}

static void
fill_up (cJSON *values, guint n)
{
  while ((guint) cJSON_GetArraySize (values) < n)
    cJSON_AddItemToArray (values, cJSON_CreateNull ());
}

void
qm_import_blocks_add (QmImportBlocks *self, const QmSheetFigure *figure)
{
  const char *measure = qm_import_names_find (&self->measures, figure->measure, figure->unit);
  QmImportBlock *block = find_block (self, figure, measure);
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
  qm_writer_add_text (json, "checksum", checksum);
  for (int i = 0; i < QM_N_CHOICES; i++)
    qm_writer_add_text (json, qm_choices_name ((QmChooses) i), choices->words[i]);
  return json;
}

char *
qm_import_blocks_join_notes (const QmSheet *sheet)
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

cJSON *
qm_import_blocks_write (const QmImportBlocks *self, QmImportBlock *block, const char *source,
                        const char *file, const QmChoices *choices)
{
  cJSON *json = cJSON_CreateObject (), *row;
  g_autofree char *caveat = qm_import_blocks_join_notes (self->sheet);
  g_autofree char *statement =
      g_strdup_printf ("{measure}%s%s: {value}.", block->has_entities ? ", {entity}" : "",
                       block->has_times ? ", {time}" : "");

  cJSON_ArrayForEach (row, block->rows)
    fill_up (cJSON_GetObjectItemCaseSensitive (row, "values"), block->lines->len);
  cJSON_AddStringToObject (json, "id", block->id);
  cJSON_AddStringToObject (json, "source", source);
  cJSON_AddStringToObject (json, "statement", statement);
  cJSON_AddItemToObject (json, "at", qm_statement_word_in_all (word_place, NULL));
  qm_writer_add_text (json, "caveat", caveat);
  cJSON_AddItemToObject (json, "import", write_choices (file, self->sheet->checksum, choices));
  cJSON_AddItemToObject (json, "columns", g_steal_pointer (&block->columns));
  cJSON_AddItemToObject (json, "rows", g_steal_pointer (&block->rows));
  return json;
}
