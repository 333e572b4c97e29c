#include "edit/own-csv-private.h"

static char *
word_chart (const char *id)
{
  char *words = g_strdelimit (g_strdup (id), "-", ' ');

  words[0] = g_ascii_toupper (words[0]);
  return words;
}

/* The panel that the table says, or one of each measure, and of ratios apart. */
static char *
find_kind (const QmOwnCsv *self)
{
  if (qm_own_csv_has (self, "panel"))
    return g_strdup (qm_own_csv_get (self, "panel"));
  return g_strdup_printf ("%s %d", qm_own_csv_get (self, "measure_id"),
                          qm_own_csv_has (self, "to_entity_id"));
}

static cJSON *
add_panel (const QmOwnCsv *self, cJSON *panels, const char *kind)
{
  cJSON *panel = cJSON_AddObjectToObject (panels, kind);

  if (self->has_forms)
    qm_own_csv_add_string (panel, "form", qm_own_csv_get (self, "form"));
  qm_own_csv_add_string (panel, "title", qm_own_csv_get (self, "panel_title"));
  qm_own_csv_add_string (panel, "subtitle", qm_own_csv_get (self, "panel_subtitle"));
  qm_own_csv_add_string (panel, "note", qm_own_csv_get (self, "panel_note"));
  cJSON_AddArrayToObject (panel, "claims");
  return panel;
}

static void
add_to_panel (const QmOwnCsv *self, cJSON *chart)
{
  cJSON *panels = cJSON_GetObjectItemCaseSensitive (chart, "panels");
  g_autofree char *kind = find_kind (self);
  const char *id = qm_own_csv_get (self, "claim");
  cJSON *panel = cJSON_GetObjectItemCaseSensitive (panels, kind), *claims, *claim;

  if (panel == NULL)
    panel = add_panel (self, panels, kind);
  claims = cJSON_GetObjectItemCaseSensitive (panel, "claims");
  /* Two panels of the chart may have shown it. */
  cJSON_ArrayForEach (claim, claims)
    if (g_str_equal (claim->valuestring, id))
      return;
  cJSON_AddItemToArray (claims, cJSON_CreateString (id));
}

/* Where an older table says nothing of the chart, it is called by its id. */
static cJSON *
make_chart (const QmOwnCsv *self, const char *id)
{
  static const char *const keys[] = { "name", "summary", "title", "subtitle", "note" };
  g_autofree char *name = word_chart (id);
  cJSON *chart = cJSON_CreateObject ();

  cJSON_AddStringToObject (chart, "id", id);
  if (qm_own_csv_has (self, "chart_topic"))
    cJSON_AddStringToObject (chart, "topic", qm_own_csv_get (self, "chart_topic"));
  else
    cJSON_AddItemToObject (
        chart, "topic",
        cJSON_Duplicate (cJSON_GetObjectItemCaseSensitive (self->edit->tree, "title"), TRUE));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autofree char *column = g_strconcat ("chart_", keys[i], NULL);
    const char *words = qm_own_csv_get (self, column);

    qm_own_csv_add_string (chart, keys[i], words[0] == '\0' && i < 3 ? name : words);
  }
  cJSON_AddObjectToObject (chart, "panels");
  return chart;
}

/* An object by kind becomes an array. */
static void
list_panels (cJSON *chart)
{
  cJSON *panels = cJSON_DetachItemFromObjectCaseSensitive (chart, "panels");
  cJSON *list = cJSON_AddArrayToObject (chart, "panels");

  while (panels->child != NULL) {
    cJSON *panel = cJSON_DetachItemViaPointer (panels, panels->child);

    g_clear_pointer (&panel->string, cJSON_free);
    cJSON_AddItemToArray (list, panel);
  }
  cJSON_Delete (panels);
}

static gboolean
has_any (QmOwnCsv *self, const char *column)
{
  const QmSheetLayout *layout = &self->sheet->layout;

  for (self->row = layout->first_row; self->row < layout->last_row; self->row++)
    if (qm_own_csv_has (self, column))
      return TRUE;
  return FALSE;
}

void
qm_own_csv_add_charts (QmOwnCsv *self, char **first)
{
  const QmSheetLayout *layout = &self->sheet->layout;
  cJSON *made = cJSON_CreateObject (), *chart;
  gboolean has_charts = has_any (self, "chart");

  for (self->row = layout->first_row; self->row < layout->last_row; self->row++) {
    const char *id = has_charts ? qm_own_csv_get (self, "chart") : "claims";

    if (id[0] == '\0' || !qm_own_csv_has (self, "claim") || qm_own_csv_knows (self, "charts", id))
      continue;
    if (!cJSON_HasObjectItem (made, id))
      cJSON_AddItemToObject (made, id, make_chart (self, id));
    add_to_panel (self, cJSON_GetObjectItemCaseSensitive (made, id));
  }
  while (made->child != NULL) {
    chart = cJSON_DetachItemViaPointer (made, made->child);
    g_clear_pointer (&chart->string, cJSON_free);
    if (*first == NULL)
      *first = g_strdup (qm_edit_entry_string (chart, "id"));
    list_panels (chart);
    qm_own_csv_put_entry (self, "charts", self->charts, chart);
  }
  cJSON_Delete (made);
}
