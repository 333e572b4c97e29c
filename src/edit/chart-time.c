#include "chart/words/wording.h"
#include "dataset/claim-time.h"
#include "edit/edit-private.h"
#include "edit/statement.h"

/* Forms that say nothing of when: the others have it on an axis or beside the figure. */
static const char *const forms_without_time[] = { "bars",  "units", "share",     "ranks",
                                                  "stack", "ratio", "multiples", NULL };

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

/* Words that the program would write of a claim are its own, and no author's. */
static gboolean
is_own (const QmEdit *edit, const cJSON *subtitle)
{
  const cJSON *claim;

  cJSON_ArrayForEach (claim, cJSON_GetObjectItemCaseSensitive (edit->tree, "claims")) {
    const char *time = qm_edit_entry_string (claim, "time");
    cJSON *words = time != NULL ? qm_statement_word_in_all (word_time, time) : NULL;
    gboolean is_equal = words != NULL && cJSON_Compare (words, subtitle, TRUE);

    cJSON_Delete (words);
    if (is_equal)
      return TRUE;
  }
  return FALSE;
}

void
qm_edit_tell_time (QmEdit *edit, const char *chart)
{
  int index = -1;
  const cJSON *before = qm_edit_find (edit, "charts", chart, &index);
  const cJSON *panels = cJSON_GetObjectItemCaseSensitive (before, "panels");
  const cJSON *subtitle = cJSON_GetObjectItemCaseSensitive (before, "subtitle");
  const char *form = qm_edit_entry_string (cJSON_GetArrayItem (panels, 0), "form"), *time = NULL;
  cJSON *after;

  if (cJSON_GetArraySize (panels) != 1 || (subtitle != NULL && !is_own (edit, subtitle)))
    return;
  if (form != NULL && g_strv_contains (forms_without_time, form))
    time = find_common_time (edit, cJSON_GetArrayItem (panels, 0));
  after = cJSON_Duplicate (before, TRUE);
  cJSON_DeleteItemFromObjectCaseSensitive (after, "subtitle");
  if (time != NULL) {
    /* Words stand before what is drawn. */
    cJSON *drawn = cJSON_DetachItemFromObjectCaseSensitive (after, "panels");

    cJSON_AddItemToObject (after, "subtitle", qm_statement_word_in_all (word_time, time));
    cJSON_AddItemToObject (after, "panels", drawn);
  }
  qm_edit_put (edit, "charts", index, after);
}
