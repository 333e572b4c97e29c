#include "chart/forms/forms.h"
#include "dataset/best-form.h"
#include "edit/edit-private.h"

#include <string.h>

/* It draws whatever a claim is: with it a file can be read before it is known what fits. */
#define ANY_FORM qm_timeline_form.rule.name

/* --- Panels --- */

static cJSON *
get_panel (const cJSON *chart, int index)
{
  return cJSON_GetArrayItem (cJSON_GetObjectItemCaseSensitive (chart, "panels"), index);
}

static int
count_panels (const cJSON *chart)
{
  return cJSON_GetArraySize (cJSON_GetObjectItemCaseSensitive (chart, "panels"));
}

static cJSON *
claims_of (const cJSON *panel)
{
  return cJSON_GetObjectItemCaseSensitive (panel, "claims");
}

static int
find_claim (const cJSON *claims, const char *id)
{
  const cJSON *claim;
  int index = 0;

  cJSON_ArrayForEach (claim, claims) {
    if (g_strcmp0 (cJSON_GetStringValue (claim), id) == 0)
      return index;
    index++;
  }
  return -1;
}

/* --- Forms --- */

/* Ranks are listed in their order, whatever order they were confirmed in. */
static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const QmClaim *const *left = a, *const *right = b;

  return ((*left)->quantity.value > (*right)->quantity.value) -
         ((*left)->quantity.value < (*right)->quantity.value);
}

/* The panel's claims as the dataset has them, in the order in which they are to be drawn. */
static GPtrArray *
list_claims (const QmDataset *dataset, const char *chart, int index)
{
  const QmPanel *panel = &qm_dataset_find_chart (dataset, chart)->panels[index];
  GPtrArray *claims = g_ptr_array_new ();
  gboolean are_ranks = TRUE;

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    are_ranks = are_ranks && claim->kind == QM_CLAIM_FIGURE && claim->unit.kind == QM_UNIT_RANK;
    g_ptr_array_add (claims, (gpointer) claim);
  }
  if (are_ranks)
    g_ptr_array_sort (claims, compare_ranks);
  return claims;
}

static cJSON *
write_claims (const GPtrArray *claims)
{
  cJSON *ids = cJSON_CreateArray ();

  for (guint i = 0; i < claims->len; i++)
    cJSON_AddItemToArray (ids, cJSON_CreateString (((const QmClaim *) claims->pdata[i])->id));
  return ids;
}

/* TRUE if an id stands for several figures of a table: they have the table's order. */
static gboolean
names_tables (const QmEdit *edit, const cJSON *claims)
{
  const cJSON *id;

  cJSON_ArrayForEach (id, claims)
    if (qm_edit_find (edit, "claims", id->valuestring, NULL) == NULL &&
        qm_edit_find (edit, "events", id->valuestring, NULL) == NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_form (const GPtrArray *forms, const char *name)
{
  for (guint i = 0; i < forms->len; i++)
    if (g_str_equal (((const QmFormRule *) forms->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

static const cJSON *
find_panel (const QmEdit *edit, const char *chart, int index)
{
  return get_panel (qm_edit_find (edit, "charts", chart, NULL), index);
}

const char *
qm_edit_find_best_form (const QmDataset *dataset, const char *chart, int panel,
                        const QmForms *forms)
{
  g_autoptr (GPtrArray) claims = list_claims (dataset, chart, panel);
  g_autoptr (GPtrArray) fitting =
      qm_best_form_list ((const QmClaim *const *) claims->pdata, claims->len, forms);

  return ((const QmFormRule *) fitting->pdata[0])->name;
}

/* TRUE if the panel has the form that it would get by itself. */
static gboolean
has_best_form (const QmEdit *edit, const char *chart, int index, const QmForms *forms)
{
  g_autoptr (QmDataset) dataset = qm_edit_read_without_views (edit, forms);
  const cJSON *panel = find_panel (edit, chart, index);

  return dataset != NULL && g_strcmp0 (qm_edit_find_best_form (dataset, chart, index, forms),
                                       qm_edit_entry_string (panel, "form")) == 0;
}

static void
put_panel_value (QmEdit *edit, const char *chart, int panel, const char *key, cJSON *value)
{
  int index = -1;
  cJSON *copy = cJSON_Duplicate (qm_edit_find (edit, "charts", chart, &index), TRUE);
  cJSON *changed = get_panel (copy, panel);

  if (cJSON_Compare (cJSON_GetObjectItemCaseSensitive (changed, key), value, TRUE)) {
    cJSON_Delete (copy);
    cJSON_Delete (value);
    return;
  }
  if (!cJSON_ReplaceItemInObjectCaseSensitive (changed, key, value))
    cJSON_AddItemToObject (changed, key, value);
  qm_edit_put (edit, "charts", index, copy);
}

void
qm_edit_settle_panel (QmEdit *edit, const char *chart, int panel, const char *form,
                      const QmForms *forms)
{
  g_autoptr (QmDataset) dataset = qm_edit_read_without_views (edit, forms);
  g_autoptr (GPtrArray) claims = NULL, fitting = NULL;

  /* What is wrong lies elsewhere, and whoever judges the whole will say so. */
  if (dataset == NULL)
    return;
  claims = list_claims (dataset, chart, panel);
  fitting = qm_best_form_list ((const QmClaim *const *) claims->pdata, claims->len, forms);
  if (!names_tables (edit, claims_of (find_panel (edit, chart, panel))))
    put_panel_value (edit, chart, panel, "claims", write_claims (claims));
  if (form == NULL || !has_form (fitting, form))
    form = ((const QmFormRule *) fitting->pdata[0])->name;
  put_panel_value (edit, chart, panel, "form", cJSON_CreateString (form));
}

/* --- Charts --- */

static const cJSON *
find_first (const QmEdit *edit, const char *id)
{
  const cJSON *claim = qm_edit_find (edit, "claims", id, NULL);

  return claim != NULL ? claim : qm_edit_find (edit, "events", id, NULL);
}

cJSON *
qm_edit_make_panels (const char *const *claims, gsize n_claims)
{
  cJSON *panels = cJSON_CreateArray (), *panel = cJSON_CreateObject ();

  cJSON_AddStringToObject (panel, "form", ANY_FORM);
  cJSON_AddItemToObject (panel, "claims", cJSON_CreateStringArray (claims, (int) n_claims));
  cJSON_AddItemToArray (panels, panel);
  return panels;
}

const char *
qm_edit_make_chart (QmEdit *edit, const char *const *claims, gsize n_claims, const QmForms *forms)
{
  const cJSON *first = find_first (edit, claims[0]);
  cJSON *chart = cJSON_CreateObject (), *title = qm_edit_name_chart (edit, first);
  const char *measure = qm_edit_entry_string (first, "measure");
  const char *id = qm_edit_make_id (edit, "charts", measure != NULL ? measure : claims[0]);

  cJSON_AddStringToObject (chart, "id", id);
  cJSON_AddItemToObject (
      chart, "topic",
      cJSON_Duplicate (cJSON_GetObjectItemCaseSensitive (edit->tree, "title"), TRUE));
  cJSON_AddItemToObject (chart, "name", cJSON_Duplicate (title, TRUE));
  cJSON_AddItemToObject (
      chart, "summary",
      cJSON_Duplicate (cJSON_GetObjectItemCaseSensitive (first, "statement"), TRUE));
  cJSON_AddItemToObject (chart, "title", title);
  cJSON_AddItemToObject (chart, "panels", qm_edit_make_panels (claims, n_claims));
  qm_edit_put (edit, "charts", -1, chart);
  qm_edit_settle_panel (edit, id, 0, NULL, forms);
  qm_edit_tell (edit, id, (QmTold) { TRUE, TRUE });
  return id;
}

static gboolean
are_alike (const cJSON *a, const cJSON *b)
{
  gboolean is_ratio = cJSON_GetObjectItemCaseSensitive (a, "ratio") != NULL;
  gboolean is_other = cJSON_GetObjectItemCaseSensitive (b, "ratio") != NULL;

  return b != NULL && is_ratio == is_other &&
         g_strcmp0 (qm_edit_entry_string (a, "measure"), qm_edit_entry_string (b, "measure")) == 0;
}

/* What somebody has written of a chart may not be true of another claim: it grows only as long as
 * its title is the program's, or while it is the last one, which is being made. */
static gboolean
can_grow (const QmEdit *edit, const cJSON *chart, const cJSON *claim)
{
  const cJSON *id;

  if (count_panels (chart) != 1 ||
      (chart->next != NULL && !qm_edit_is_told (edit, chart).has_title))
    return FALSE;
  cJSON_ArrayForEach (id, claims_of (get_panel (chart, 0)))
    if (!are_alike (claim, qm_edit_find (edit, "claims", id->valuestring, NULL)))
      return FALSE;
  return TRUE;
}

const char *
qm_edit_place_claim (QmEdit *edit, const char *claim, const QmForms *forms)
{
  const cJSON *json = qm_edit_find (edit, "claims", claim, NULL), *chart;
  const char *id;

  cJSON_ArrayForEach (chart, cJSON_GetObjectItemCaseSensitive (edit->tree, "charts"))
    if (can_grow (edit, chart, json)) {
      id = g_string_chunk_insert (edit->strings, qm_edit_entry_string (chart, "id"));

      qm_edit_put_into_chart (edit, id, claim, forms);
      return id;
    }
  return qm_edit_make_chart (edit, &claim, 1, forms);
}

void
qm_edit_put_into_chart (QmEdit *edit, const char *chart, const char *claim, const QmForms *forms)
{
  const cJSON *json = qm_edit_find (edit, "charts", chart, NULL);
  int last = count_panels (json) - 1;
  const cJSON *panel = get_panel (json, last);
  QmTold told = qm_edit_is_told (edit, json);
  g_autofree char *form = g_strdup (qm_edit_entry_string (panel, "form"));
  gboolean is_best = has_best_form (edit, chart, last, forms);
  cJSON *claims;

  if (find_claim (claims_of (panel), claim) >= 0)
    return;
  claims = cJSON_Duplicate (claims_of (panel), TRUE);
  cJSON_AddItemToArray (claims, cJSON_CreateString (claim));
  put_panel_value (edit, chart, last, "form", cJSON_CreateString (ANY_FORM));
  put_panel_value (edit, chart, last, "claims", claims);
  qm_edit_settle_panel (edit, chart, last, is_best ? NULL : form, forms);
  qm_edit_tell (edit, chart, told);
  qm_edit_mend_views (edit, forms);
}

/* --- Taking out --- */

/* A panel that has lost a claim. */
typedef struct {
  char *chart;
  int panel;
  char *form; /* NULL: it had what fits best, and is to have that again */
} Changed;

static void
changed_clear (gpointer data)
{
  Changed *changed = data;

  g_free (changed->chart);
  g_free (changed->form);
}

/* The panel of that place is gone. */
static void
move_up (GArray *changed, const char *chart, int panel)
{
  for (guint i = 0; i < changed->len; i++) {
    Changed *other = &g_array_index (changed, Changed, i);

    if (g_str_equal (other->chart, chart) && other->panel > panel)
      other->panel--;
  }
}

static void
take_out_of_panel (const QmEdit *edit, cJSON *chart, int panel, const char *claim,
                   const QmForms *forms, GArray *changed)
{
  const char *id = qm_edit_entry_string (chart, "id");
  cJSON *json = get_panel (chart, panel), *claims = claims_of (json);
  Changed record = { g_strdup (id), panel, NULL };

  if (!has_best_form (edit, id, panel, forms))
    record.form = g_strdup (qm_edit_entry_string (json, "form"));
  cJSON_DeleteItemFromArray (claims, find_claim (claims, claim));
  cJSON_ReplaceItemInObjectCaseSensitive (json, "form", cJSON_CreateString (ANY_FORM));
  if (cJSON_GetArraySize (claims) > 0) {
    g_array_append_val (changed, record);
    return;
  }
  cJSON_DeleteItemFromArray (cJSON_GetObjectItemCaseSensitive (chart, "panels"), panel);
  move_up (changed, id, panel);
  changed_clear (&record);
}

static gboolean
has_claim (const cJSON *chart, const char *claim)
{
  for (int i = 0; i < count_panels (chart); i++)
    if (find_claim (claims_of (get_panel (chart, i)), claim) >= 0)
      return TRUE;
  return FALSE;
}

/* Out of the chart at that place, which goes where it has no other. */
static void
take_out (QmEdit *edit, int index, const char *claim, const QmForms *forms, GArray *changed)
{
  const cJSON *charts = cJSON_GetObjectItemCaseSensitive (edit->tree, "charts");
  cJSON *chart = cJSON_Duplicate (cJSON_GetArrayItem (charts, index), TRUE);

  for (int i = count_panels (chart) - 1; i >= 0; i--)
    if (find_claim (claims_of (get_panel (chart, i)), claim) >= 0)
      take_out_of_panel (edit, chart, i, claim, forms, changed);
  if (count_panels (chart) > 0) {
    qm_edit_put (edit, "charts", index, chart);
    return;
  }
  qm_edit_remove (edit, "charts", index);
  cJSON_Delete (chart);
}

static void
settle_all (QmEdit *edit, const GArray *changed, const QmForms *forms)
{
  for (guint i = 0; i < changed->len; i++) {
    const Changed *panel = &g_array_index (changed, Changed, i);

    qm_edit_settle_panel (edit, panel->chart, panel->panel, panel->form, forms);
  }
}

static GArray *
new_changed (void)
{
  GArray *changed = g_array_new (FALSE, FALSE, sizeof (Changed));

  g_array_set_clear_func (changed, changed_clear);
  return changed;
}

static gboolean
has_one_claim (const cJSON *chart)
{
  return count_panels (chart) == 1 && cJSON_GetArraySize (claims_of (get_panel (chart, 0))) == 1;
}

void
qm_edit_take_out_of_chart (QmEdit *edit, const char *chart, const char *claim, const QmForms *forms)
{
  g_autoptr (GArray) changed = new_changed ();
  int index = -1;
  const cJSON *json = qm_edit_find (edit, "charts", chart, &index);
  QmTold told = qm_edit_is_told (edit, json);

  if (!has_claim (json, claim) || has_one_claim (json))
    return;
  take_out (edit, index, claim, forms, changed);
  settle_all (edit, changed, forms);
  qm_edit_tell (edit, chart, told);
  qm_edit_mend_views (edit, forms);
}

void
qm_edit_take_out_of_charts (QmEdit *edit, const char *claim, const QmForms *forms)
{
  g_autoptr (GArray) changed = new_changed ();
  const cJSON *charts = cJSON_GetObjectItemCaseSensitive (edit->tree, "charts");

  for (int i = cJSON_GetArraySize (charts) - 1; i >= 0; i--) {
    charts = cJSON_GetObjectItemCaseSensitive (edit->tree, "charts");
    if (has_claim (cJSON_GetArrayItem (charts, i), claim))
      take_out (edit, i, claim, forms, changed);
  }
  settle_all (edit, changed, forms);
  qm_edit_mend_views (edit, forms);
}

/* --- Words and forms --- */

void
qm_edit_set_form (QmEdit *edit, const char *chart, const char *form)
{
  const cJSON *json = qm_edit_find (edit, "charts", chart, NULL);
  QmTold told = qm_edit_is_told (edit, json);

  put_panel_value (edit, chart, count_panels (json) - 1, "form", cJSON_CreateString (form));
  qm_edit_tell (edit, chart, told);
}

void
qm_edit_set_chart_words (QmEdit *edit, const char *chart, const char *key, const char *words)
{
  int index = -1;
  const cJSON *before = qm_edit_find (edit, "charts", chart, &index);
  cJSON *after = cJSON_Duplicate (before, TRUE);
  gboolean is_called_so = cJSON_Compare (cJSON_GetObjectItemCaseSensitive (before, "name"),
                                         cJSON_GetObjectItemCaseSensitive (before, "title"), TRUE);

  qm_edit_entry_set_words ("charts", after, key, words);
  if (is_called_so && g_str_equal (key, "title"))
    qm_edit_entry_set_words ("charts", after, "name", words);
  qm_edit_put (edit, "charts", index, after);
}
