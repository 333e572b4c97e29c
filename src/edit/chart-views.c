#include "chart/view/view-json.h"
#include "edit/edit-private.h"

/* With all that it chooses, also what the chart's author has chosen before. */
static cJSON *
write_whole (const QmChart *chart, const QmView *view)
{
  QmChart plain = *chart;
  g_autofree char *text = NULL;
  cJSON *json;

  plain.view = NULL;
  plain.kept = NULL;
  text = qm_view_to_json (&plain, view);
  json = cJSON_Parse (text);
  cJSON_DeleteItemFromObjectCaseSensitive (json, "chart");
  return json;
}

void
qm_edit_set_view (QmEdit *edit, const QmChart *chart, const QmView *view)
{
  int index;
  cJSON *copy = cJSON_Duplicate (qm_edit_find (edit, "charts", chart->id, &index), TRUE);
  cJSON *json = write_whole (chart, view);

  cJSON_DeleteItemFromObjectCaseSensitive (copy, "view");
  if (json->child != NULL)
    cJSON_AddItemToObject (copy, "view", json);
  else
    cJSON_Delete (json);
  qm_edit_put (edit, "charts", index, copy);
}

QmDataset *
qm_edit_read_without_views (const QmEdit *edit, const QmForms *forms)
{
  const QmForms without = { .rules = forms->rules, .view_key = forms->view_key };
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();

  return qm_edit_read (edit, "", &without, problems);
}

/* Notes on what the chart still shows are not lost with another one. */
static void
drop_other_notes (cJSON *view, const QmDataset *dataset, const QmChart *chart)
{
  cJSON *notes = cJSON_GetObjectItemCaseSensitive (view, "call_outs"), *next;

  for (cJSON *note = notes != NULL ? notes->child : NULL; note != NULL; note = next) {
    const QmClaim *claim = qm_dataset_find_claim (dataset, note->string);

    next = note->next;
    if (claim == NULL || !qm_dataset_chart_has_claim (chart, claim))
      cJSON_Delete (cJSON_DetachItemViaPointer (notes, note));
  }
  if (cJSON_IsObject (notes) && notes->child == NULL)
    cJSON_DeleteItemFromObjectCaseSensitive (view, "call_outs");
}

static void
note_fault (const cJSON *member, const char *sentence G_GNUC_UNUSED, gpointer faults)
{
  g_ptr_array_add (faults, (gpointer) member->string);
}

/* Of a copy of the chart's JSON. */
static void
mend (cJSON *json, const QmDataset *dataset, const QmChart *chart, const QmForms *forms)
{
  cJSON *view = cJSON_GetObjectItemCaseSensitive (json, "view");
  QmChart with_view = *chart;
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();

  drop_other_notes (view, dataset, chart);
  with_view.view = view;
  forms->read_view (dataset, &with_view, note_fault, faults);
  for (guint i = 0; i < faults->len; i++)
    cJSON_DeleteItemFromObjectCaseSensitive (view, faults->pdata[i]);
  if (view->child == NULL)
    cJSON_DeleteItemFromObjectCaseSensitive (json, "view");
}

void
qm_edit_mend_views (QmEdit *edit, const QmForms *forms)
{
  g_autoptr (QmDataset) dataset = NULL;

  for (int i = 0;; i++) {
    const cJSON *charts = cJSON_GetObjectItemCaseSensitive (edit->tree, "charts");
    const cJSON *chart = cJSON_GetArrayItem (charts, i);
    cJSON *copy;

    if (chart == NULL)
      return;
    if (!cJSON_HasObjectItem (chart, "view") || forms->read_view == NULL)
      continue;
    /* What is wrong lies elsewhere, and whoever judges the whole will say so. */
    if (dataset == NULL && (dataset = qm_edit_read_without_views (edit, forms)) == NULL)
      return;
    copy = cJSON_Duplicate (chart, TRUE);
    mend (copy, dataset, &dataset->charts[i], forms);
    if (cJSON_Compare (copy, chart, TRUE))
      cJSON_Delete (copy);
    else
      qm_edit_put (edit, "charts", i, copy);
  }
}
