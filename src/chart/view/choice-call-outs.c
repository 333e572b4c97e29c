/* Notes of the reader's own. They are told with their claims, not in the subtitle. */
#include "chart/view/choice.h"

#include "base/words.h"

static gboolean
read_call_out (QmViewReading *reading, const cJSON *element, const char *key, GError **error)
{
  const char *text = cJSON_GetStringValue (element);
  const QmClaim *claim;

  if (text == NULL)
    return qm_choice_fail (error, _ ("the view's “%s” has a text for each claim"), key);
  claim = qm_choice_find_claim (reading, key, element->string, error);
  if (claim == NULL)
    return FALSE;
  if (qm_view_get_call_out (&reading->view, claim) != NULL)
    return qm_choice_fail (error, _ ("the view's “%s” names “%s” twice"), key, element->string);
  if (qm_view_set_call_out (&reading->view, claim, text, error))
    return TRUE;
  /* Translators: before a sentence on a note: "call_outs", a claim's name: a note … */
  g_prefix_error (error, _ ("the view's “%s”, “%s”: "), key, element->string);
  return FALSE;
}

static gboolean
read_choice (QmViewReading *reading, const cJSON *member, GError **error)
{
  if (!cJSON_IsObject (member))
    return qm_choice_fail (error, _ ("the view's “%s” has a text for each claim"), member->string);
  return qm_choice_read_each (reading, member, read_call_out, error);
}

static cJSON *
write_choice (const QmView *view)
{
  cJSON *object;

  if (view->call_outs == NULL || view->call_outs->len == 0)
    return NULL;
  object = cJSON_CreateObject ();
  for (guint i = 0; i < view->call_outs->len; i++) {
    const QmCallOut *call_out = &g_array_index (view->call_outs, QmCallOut, i);

    cJSON_AddStringToObject (object, call_out->claim->id, call_out->text);
  }
  return object;
}

const QmChoice qm_choice_call_outs = {
  .key = "call_outs",
  .read = read_choice,
  .write = write_choice,
};
