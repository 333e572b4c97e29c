#include "edit/import-charts.h"

#include "base/format.h"
#include "base/language.h"
#include "base/words.h"
#include "edit/statement.h"

/* Characters of a chart's id that is made of words. */
#define MAX_ID 60

const cJSON *
qm_import_charts_find (const QmEdit *edit, const char *table)
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

static char *
word_count (gconstpointer n_figures)
{
  guint n = *(const guint *) n_figures;

  return qm_format_count (ngettext ("%s figure", "%s figures", n), n);
}

typedef struct {
  const cJSON *measure;
  QmResolution resolution;
  gboolean is_one_of_several;
  const char *question; /* that all measures of the table are answers to; or NULL */
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

  if (titled->question != NULL)
    return g_strdup_printf ("%s – %s", titled->question, name);
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
      n += !cJSON_IsNull (value) && !cJSON_IsString (value) &&
           g_strcmp0 (qm_edit_entry_string (column, "measure"), measure) == 0;
      column = column->next;
    }
  }
  return n;
}

/* What groups of people answered, or shares of several wholes: the name of one of them says nothing
 * without the table's title. NULL for anything else. */
static const char *
find_question (const QmEdit *edit, const GArray *list, const QmImportBlocks *self,
               const QmImportBlock *block)
{
  if (self->blocks->len > 1 || !block->has_entities || block->has_times || list->len < 2)
    return NULL;
  for (guint i = 0; i < list->len; i++) {
    const cJSON *measure =
        qm_edit_find (edit, "measures", g_array_index (list, Drawn, i).measure, NULL);

    if (g_strcmp0 (qm_edit_entry_string (measure, "unit"), "percent") != 0)
      return NULL;
  }
  return self->sheet->title;
}

/* The charts that are being made, with all others of the file before them. */
typedef struct {
  const QmEdit *edit;
  const QmImportBlocks *blocks;
  cJSON *charts;
  GHashTable *ids;
} Drawing;

static void
add_chart (Drawing *self, const Drawn *drawn, QmResolution resolution, guint n_figures,
           const char *question)
{
  const Titled titled = {
    qm_edit_find (self->edit, "measures", drawn->measure, NULL),
    resolution,
    self->blocks->blocks->len > 1 &&
        !qm_import_blocks_are_of_one_measure_each (self->blocks->sheet),
    question,
  };
  cJSON *chart = cJSON_CreateObject (), *title = qm_statement_word_in_all (word_title, &titled);
  g_autofree char *id = qm_import_names_make_id (self->ids, drawn->measure, "charts", MAX_ID);
  g_autofree char *note = qm_import_blocks_join_notes (self->blocks->sheet);

  cJSON_AddStringToObject (chart, "id", id);
  cJSON_AddItemToObject (
      chart, "topic",
      cJSON_Duplicate (cJSON_GetObjectItemCaseSensitive (self->edit->tree, "title"), TRUE));
  cJSON_AddItemToObject (chart, "name", cJSON_Duplicate (title, TRUE));
  cJSON_AddItemToObject (chart, "summary", qm_statement_word_in_all (word_count, &n_figures));
  cJSON_AddItemToObject (chart, "title", title);
  if (note != NULL)
    cJSON_AddStringToObject (chart, "note", note);
  cJSON_AddItemToObject (
      chart, "panels",
      qm_edit_make_panels ((const char *const *) drawn->ids->pdata, drawn->ids->len));
  cJSON_AddItemToArray (self->charts, chart);
}

static void
add_charts (Drawing *self, const QmImportBlock *block)
{
  const cJSON *table = qm_edit_find (self->edit, "tables", block->id, NULL);
  g_autoptr (GArray) list = list_drawn (table);
  const char *question = find_question (self->edit, list, self->blocks, block);

  for (guint i = 0; i < list->len; i++) {
    const Drawn *drawn = &g_array_index (list, Drawn, i);

    add_chart (self, drawn, block->resolution, count_figures (table, drawn->measure), question);
    g_ptr_array_unref (drawn->ids);
  }
}

/* What fits each of them best is known when the file is read with all of them: once, since there
 * may be hundreds. */
static void
settle_forms (const Drawing *self, int first, const QmForms *forms)
{
  QmEdit *trial = qm_edit_begin (self->edit->text);
  g_autoptr (QmDataset) dataset = NULL;

  qm_edit_put_section (trial, "charts", cJSON_Duplicate (self->charts, TRUE));
  dataset = qm_edit_read_without_views (trial, forms);
  /* What is wrong lies elsewhere, and whoever judges the whole will say so. */
  for (cJSON *chart = cJSON_GetArrayItem (self->charts, first); chart != NULL && dataset != NULL;
       chart = chart->next)
    cJSON_SetValuestring (
        cJSON_GetObjectItemCaseSensitive (cJSON_GetObjectItemCaseSensitive (chart, "panels")->child,
                                          "form"),
        qm_edit_find_best_form (dataset, qm_edit_entry_string (chart, "id"), 0, forms));
  qm_edit_free (trial);
}

static cJSON *
detach_from (cJSON *array, int first)
{
  cJSON *rest = cJSON_CreateArray (), *item;

  while ((item = cJSON_DetachItemFromArray (array, first)) != NULL)
    cJSON_AddItemToArray (rest, item);
  return rest;
}

void
qm_import_charts_draw (QmEdit *edit, const QmImportBlocks *blocks, const QmForms *forms)
{
  const cJSON *before = cJSON_GetObjectItemCaseSensitive (edit->tree, "charts"), *chart;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Drawing self = { edit, blocks,
                   before != NULL ? cJSON_Duplicate (before, TRUE) : cJSON_CreateArray (), ids };
  int first = cJSON_GetArraySize (self.charts);

  cJSON_ArrayForEach (chart, before)
    g_hash_table_add (ids, g_strdup (qm_edit_entry_string (chart, "id")));
  for (guint i = 0; i < blocks->blocks->len; i++)
    if (qm_import_charts_find (edit, ((const QmImportBlock *) blocks->blocks->pdata[i])->id) ==
        NULL)
      add_charts (&self, blocks->blocks->pdata[i]);
  settle_forms (&self, first, forms);
  qm_edit_append (edit, "charts", detach_from (self.charts, first));
  cJSON_Delete (self.charts);
}
