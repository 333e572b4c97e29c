#include "base/language.h"
#include "chart/forms/forms.h"
#include "chart/words/wording.h"
#include "dataset/claim-time.h"
#include "dataset/unit.h"
#include "edit/edit-private.h"
#include "edit/statement.h"

static char *
word_time (gconstpointer written)
{
  QmTime time = { 0 };

  return qm_claim_time_parse (written, &time) ? qm_wording_time (&time) : g_strdup ("");
}

/* The time that all claims of the chart's only panel have, as the file writes it; NULL for none. */
static const char *
find_common_time (const QmEdit *edit, const cJSON *panel)
{
  const char *common = NULL;
  const cJSON *id;

  cJSON_ArrayForEach (id, cJSON_GetObjectItemCaseSensitive (panel, "claims")) {
    const cJSON *claim = qm_edit_find (edit, "claims", id->valuestring, NULL);
    const char *time = claim != NULL ? qm_edit_entry_string (claim, "time") : NULL;

    if (time == NULL || (common != NULL && !g_str_equal (common, time)))
      return NULL;
    common = time;
  }
  return common;
}

/* The first figure of the panel, where all others are of the same measure and of the same one or
 * ones; else NULL. */
static const cJSON *
find_common_subject (const QmEdit *edit, const cJSON *panel)
{
  static const char *const keys[] = { "measure", "entity", "ratio" };
  const cJSON *first = NULL, *id;

  cJSON_ArrayForEach (id, cJSON_GetObjectItemCaseSensitive (panel, "claims")) {
    const cJSON *claim = qm_edit_find (edit, "claims", id->valuestring, NULL);

    first = first != NULL ? first : claim;
    if (claim == NULL || !cJSON_HasObjectItem (claim, "measure"))
      return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
      const cJSON *a = cJSON_GetObjectItemCaseSensitive (first, keys[i]);
      const cJSON *b = cJSON_GetObjectItemCaseSensitive (claim, keys[i]);

      if ((a != NULL || b != NULL) && !cJSON_Compare (a, b, TRUE))
        return NULL;
    }
  }
  return first;
}

static const cJSON *
panel_of (const cJSON *chart)
{
  return cJSON_GetArrayItem (cJSON_GetObjectItemCaseSensitive (chart, "panels"), 0);
}

/* NULL where that is no claim. */
static const cJSON *
first_of (const QmEdit *edit, const cJSON *panel)
{
  const cJSON *claims = cJSON_GetObjectItemCaseSensitive (panel, "claims");
  const char *id = cJSON_GetStringValue (cJSON_GetArrayItem (claims, 0));

  return qm_edit_find (edit, "claims", id, NULL);
}

cJSON *
qm_edit_name_chart (const QmEdit *edit, const cJSON *claim)
{
  const cJSON *measure =
      qm_edit_find (edit, "measures", qm_edit_entry_string (claim, "measure"), NULL);

  return cJSON_Duplicate (measure != NULL ? cJSON_GetObjectItemCaseSensitive (measure, "name")
                                          : cJSON_GetObjectItemCaseSensitive (claim, "statement"),
                          TRUE);
}

/* Another measure is called that, in any language. */
static gboolean
has_namesake (const QmEdit *edit, const cJSON *measure)
{
  const cJSON *name = cJSON_GetObjectItemCaseSensitive (measure, "name"), *other;

  cJSON_ArrayForEach (other, cJSON_GetObjectItemCaseSensitive (edit->tree, "measures"))
    if (other != measure &&
        cJSON_Compare (cJSON_GetObjectItemCaseSensitive (other, "name"), name, TRUE))
      return TRUE;
  return FALSE;
}

/* "Exports (USD)"; of a plain number "Exports". */
static char *
word_with_unit (gconstpointer measure)
{
  const char *name = qm_edit_entry_words (measure, "name", qm_language_current ());
  const char *unit = qm_edit_entry_string (measure, "unit");
  QmUnit parsed = { 0 };
  g_autofree char *words =
      unit != NULL && qm_unit_parse (unit, &parsed) ? qm_wording_unit (&parsed) : g_strdup ("");

  return words[0] != '\0' ? g_strdup_printf ("%s (%s)", name, words) : g_strdup (name);
}

/* By the measure of the claim, told from those of other units that are called the same. */
static cJSON *
name_by_measure (const QmEdit *edit, const cJSON *claim)
{
  const cJSON *measure =
      qm_edit_find (edit, "measures", qm_edit_entry_string (claim, "measure"), NULL);

  return measure != NULL && has_namesake (edit, measure)
             ? qm_statement_word_in_all (word_with_unit, measure)
             : qm_edit_name_chart (edit, claim);
}

/* Of what the chart's figures are and, if all are one's, whose; NULL where they cannot be told. */
static cJSON *
make_title (const QmEdit *edit, const cJSON *chart)
{
  const cJSON *panel = panel_of (chart), *common = find_common_subject (edit, panel);

  if (cJSON_HasObjectItem (common, "entity") || cJSON_HasObjectItem (common, "ratio"))
    return qm_statement_subject_in_all (edit->tree, common);
  return name_by_measure (edit, first_of (edit, panel));
}

static cJSON *
make_subtitle (const QmEdit *edit, const cJSON *chart)
{
  const cJSON *panel = panel_of (chart);
  const QmForm *form = qm_forms_find (qm_edit_entry_string (panel, "form"));
  const char *time = form != NULL && form->leaves_out_time ? find_common_time (edit, panel) : NULL;

  return time != NULL ? qm_statement_word_in_all (word_time, time) : NULL;
}

static gboolean
is_equal (cJSON *own, const cJSON *words)
{
  gboolean is_equal = cJSON_Compare (own, words, TRUE);

  cJSON_Delete (own);
  return is_equal;
}

QmTold
qm_edit_is_told (const QmEdit *edit, const cJSON *chart)
{
  const cJSON *title = cJSON_GetObjectItemCaseSensitive (chart, "title");
  const cJSON *subtitle = cJSON_GetObjectItemCaseSensitive (chart, "subtitle");

  if (cJSON_GetArraySize (cJSON_GetObjectItemCaseSensitive (chart, "panels")) != 1)
    return (QmTold) { FALSE, FALSE };
  return (
      QmTold) { is_equal (make_title (edit, chart), title) ||
                    is_equal (qm_edit_name_chart (edit, first_of (edit, panel_of (chart))), title),
                subtitle == NULL || is_equal (make_subtitle (edit, chart), subtitle) };
}

/* In the place of what stands there; without words, that goes. (takes words) */
static void
put_words (cJSON *chart, const char *key, cJSON *words)
{
  cJSON *drawn;

  if (words == NULL)
    cJSON_DeleteItemFromObjectCaseSensitive (chart, key);
  else if (!cJSON_ReplaceItemInObjectCaseSensitive (chart, key, words)) {
    /* Words stand before what is drawn. */
    drawn = cJSON_DetachItemFromObjectCaseSensitive (chart, "panels");
    cJSON_AddItemToObject (chart, key, words);
    cJSON_AddItemToObject (chart, "panels", drawn);
  }
}

static void
put_title (cJSON *chart, cJSON *title)
{
  const cJSON *before = cJSON_GetObjectItemCaseSensitive (chart, "title");

  if (cJSON_Compare (cJSON_GetObjectItemCaseSensitive (chart, "name"), before, TRUE))
    put_words (chart, "name", cJSON_Duplicate (title, TRUE));
  put_words (chart, "title", title);
}

void
qm_edit_tell (QmEdit *edit, const char *id, QmTold told)
{
  int index = -1;
  const cJSON *before = qm_edit_find (edit, "charts", id, &index);
  cJSON *title, *chart;

  if (before == NULL ||
      cJSON_GetArraySize (cJSON_GetObjectItemCaseSensitive (before, "panels")) != 1)
    return;
  chart = cJSON_Duplicate (before, TRUE);
  title = told.has_title ? make_title (edit, chart) : NULL;
  if (title != NULL)
    put_title (chart, title);
  if (told.has_subtitle)
    put_words (chart, "subtitle", make_subtitle (edit, chart));
  if (cJSON_Compare (before, chart, TRUE))
    cJSON_Delete (chart);
  else
    qm_edit_put (edit, "charts", index, chart);
}

static gboolean
has_claim (const cJSON *panel, const char *claim)
{
  const cJSON *id;

  cJSON_ArrayForEach (id, cJSON_GetObjectItemCaseSensitive (panel, "claims"))
    if (g_strcmp0 (cJSON_GetStringValue (id), claim) == 0)
      return TRUE;
  return FALSE;
}

GArray *
qm_edit_list_told (QmEdit *edit, const char *claim)
{
  GArray *charts = g_array_new (FALSE, FALSE, sizeof (QmToldChart));
  const cJSON *chart;

  cJSON_ArrayForEach (chart, cJSON_GetObjectItemCaseSensitive (edit->tree, "charts"))
    if (claim == NULL || has_claim (panel_of (chart), claim)) {
      const char *id = qm_edit_entry_string (chart, "id");
      QmToldChart found = { g_string_chunk_insert (edit->strings, id),
                            qm_edit_is_told (edit, chart) };

      g_array_append_val (charts, found);
    }
  return charts;
}

void
qm_edit_tell_all (QmEdit *edit, const GArray *charts)
{
  for (guint i = 0; i < charts->len; i++) {
    const QmToldChart *chart = &g_array_index (charts, QmToldChart, i);

    qm_edit_tell (edit, chart->id, chart->told);
  }
}
