#include "edit/chart-parts.h"

#include "base/language.h"
#include "edit/edit-private.h"

/* To be changed: the chart at its place in the file. */
static cJSON *
copy_chart (const QmEdit *edit, const char *chart, int *index)
{
  return cJSON_Duplicate (qm_edit_find (edit, "charts", chart, index), TRUE);
}

static cJSON *
panels_of (cJSON *chart)
{
  return cJSON_GetObjectItemCaseSensitive (chart, "panels");
}

/* (takes chart) */
static gboolean
put_back (QmEdit *edit, int index, cJSON *chart, gboolean is_changed, const QmForms *forms)
{
  if (is_changed) {
    qm_edit_put (edit, "charts", index, chart);
    qm_edit_mend_views (edit, forms);
  } else {
    cJSON_Delete (chart);
  }
  return is_changed;
}

gboolean
qm_chart_parts_move (QmEdit *edit, const char *chart, guint panel, int by, const QmForms *forms)
{
  int index, to = (int) panel + by;
  cJSON *copy = copy_chart (edit, chart, &index), *panels = panels_of (copy);
  gboolean can_move = to >= 0 && to < cJSON_GetArraySize (panels);

  if (can_move) {
    cJSON *moved = cJSON_Duplicate (cJSON_GetArrayItem (panels, (int) panel), TRUE);
    cJSON *other = cJSON_Duplicate (cJSON_GetArrayItem (panels, to), TRUE);

    cJSON_ReplaceItemInArray (panels, (int) panel, other);
    cJSON_ReplaceItemInArray (panels, to, moved);
  }
  return put_back (edit, index, copy, can_move, forms);
}

gboolean
qm_chart_parts_remove (QmEdit *edit, const char *chart, guint panel, const QmForms *forms)
{
  int index;
  cJSON *copy = copy_chart (edit, chart, &index), *panels = panels_of (copy);
  gboolean is_one_of_several = cJSON_GetArraySize (panels) > 1;

  if (is_one_of_several)
    cJSON_DeleteItemFromArray (panels, (int) panel);
  return put_back (edit, index, copy, is_one_of_several, forms);
}

/* --- Adding --- */

static gboolean
is_of (const cJSON *entry, const char *measure)
{
  return g_strcmp0 (qm_edit_entry_string (entry, "measure"), measure) == 0;
}

/* The ids by which a panel has the figures of a table: that of the table, or of some columns. */
static void
list_columns (const cJSON *table, const char *measure, GPtrArray *ids)
{
  const cJSON *columns = cJSON_GetObjectItemCaseSensitive (table, "columns"), *column;
  const char *id = qm_edit_entry_string (table, "id");
  guint before = ids->len;

  cJSON_ArrayForEach (column, columns)
    if (is_of (column, measure))
      g_ptr_array_add (ids, g_strdup_printf ("%s-%s", id, qm_edit_entry_string (column, "id")));
  if (ids->len - before == (guint) cJSON_GetArraySize (columns)) {
    g_ptr_array_set_size (ids, (int) before);
    g_ptr_array_add (ids, g_strdup (id));
  }
}

static GPtrArray *
list_claims (const QmEdit *edit, const char *measure)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  const cJSON *entry;

  cJSON_ArrayForEach (entry, cJSON_GetObjectItemCaseSensitive (edit->tree, "claims"))
    if (is_of (entry, measure))
      g_ptr_array_add (ids, g_strdup (qm_edit_entry_string (entry, "id")));
  cJSON_ArrayForEach (entry, cJSON_GetObjectItemCaseSensitive (edit->tree, "tables"))
    list_columns (entry, measure, ids);
  return ids;
}

gboolean
qm_chart_parts_add (QmEdit *edit, const char *chart, const char *measure, const QmForms *forms)
{
  int index;
  g_autoptr (GPtrArray) ids = list_claims (edit, measure);
  cJSON *copy = copy_chart (edit, chart, &index), *made;
  int last = cJSON_GetArraySize (panels_of (copy));

  if (ids->len == 0)
    return put_back (edit, index, copy, FALSE, forms);
  made = qm_edit_make_panels ((const char *const *) ids->pdata, ids->len);
  cJSON_AddItemToArray (panels_of (copy), cJSON_DetachItemFromArray (made, 0));
  cJSON_Delete (made);
  qm_edit_put (edit, "charts", index, copy);
  qm_edit_settle_panel (edit, chart, last, NULL, forms);
  qm_edit_mend_views (edit, forms);
  return TRUE;
}

GPtrArray *
qm_chart_parts_list_measures (const QmEdit *edit, GPtrArray **names)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  const cJSON *measure;

  *names = g_ptr_array_new_with_free_func (g_free);
  cJSON_ArrayForEach (measure, cJSON_GetObjectItemCaseSensitive (edit->tree, "measures")) {
    const char *id = qm_edit_entry_string (measure, "id");
    g_autoptr (GPtrArray) claims = list_claims (edit, id);

    if (claims->len == 0)
      continue;
    g_ptr_array_add (ids, g_strdup (id));
    g_ptr_array_add (*names,
                     g_strdup (qm_edit_entry_words (measure, "name", qm_language_current ())));
  }
  return ids;
}
