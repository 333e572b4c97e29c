#include "edit/import.h"

#include "base/format.h"
#include "base/words.h"
#include "edit/import-charts.h"

#include <gio/gio.h>

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

static gboolean
check_number (const GPtrArray *figures, GError **error)
{
  g_autofree char *most = qm_format_number (QM_SHEET_MAX_FIGURES, QM_DIGITS_ALL);
  g_autofree char *found = qm_format_number (figures->len, QM_DIGITS_ALL);

  if (figures->len == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("expected a table with figures, found none: say which columns hold "
                            "them"));
  else if (figures->len > QM_SHEET_MAX_FIGURES)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("expected a table of at most %s figures, found %s: leave out columns or rows"),
                 most, found);
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
put_tables (QmEdit *edit, QmImportBlocks *self, cJSON *tables, const char *source, const char *file,
            const QmChoices *choices)
{
  for (guint i = 0; i < self->blocks->len; i++)
    cJSON_AddItemToArray (
        tables, qm_import_blocks_write (self, self->blocks->pdata[i], source, file, choices));
  qm_import_names_end (&self->entities, edit);
  qm_import_names_end (&self->measures, edit);
  qm_edit_put_section (edit, "tables", tables);
}

gboolean
qm_import_put (QmEdit *edit, const char *file, const QmSheet *sheet, const QmChoices *choices,
               const QmSourceFields *source, const QmForms *forms, GError **error)
{
  g_autoptr (GPtrArray) figures = qm_sheet_list_figures (sheet);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (qm_import_block_free);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  QmImportBlocks self = { .sheet = sheet, .table_ids = ids, .by_key = by_key, .blocks = blocks };
  const char *source_id;
  cJSON *tables;

  if (!check_number (figures, error))
    return FALSE;
  source_id = put_source (edit, file, source);
  tables = keep_others (edit, file, ids);
  qm_import_names_init (&self.entities, edit, "entities");
  qm_import_names_init (&self.measures, edit, "measures");
  for (guint i = 0; i < figures->len; i++)
    qm_import_blocks_add (&self, figures->pdata[i]);
  put_tables (edit, &self, tables, source_id, file, choices);
  qm_import_charts_draw (edit, &self, forms);
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

char *
qm_import_find_chart (const QmEdit *edit, const char *file)
{
  const cJSON *table;

  cJSON_ArrayForEach (table, cJSON_GetObjectItemCaseSensitive (edit->tree, "tables")) {
    const cJSON *chart = is_of_file (table, file)
                             ? qm_import_charts_find (edit, qm_edit_entry_string (table, "id"))
                             : NULL;

    if (chart != NULL)
      return g_strdup (qm_edit_entry_string (chart, "id"));
  }
  return NULL;
}
