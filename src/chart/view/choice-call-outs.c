/* Notes of the reader's own, or the author's. They are told with their claims, not in the subtitle.
 */
#include "chart/view/choice.h"

#include "base/words.h"
#include "dataset/fields.h"

/* “text” is no language. */
static gboolean
is_placed (const cJSON *element)
{
  return cJSON_GetObjectItemCaseSensitive (element, "text") != NULL;
}

/* Places the note by "at" of a call-out that is an object; nothing else is in it but "text". */
static gboolean
read_place (QmViewReading *reading, const cJSON *element, const QmClaim *claim)
{
  const cJSON *at = cJSON_GetObjectItemCaseSensitive (element, "at"), *member;

  cJSON_ArrayForEach (member, element) {
    if (!g_str_equal (member->string, "at") && !g_str_equal (member->string, "text"))
      return FALSE;
  }
  return cJSON_IsArray (at) && cJSON_GetArraySize (at) == 2 &&
         qm_view_place_call_out (&reading->view, claim,
                                 cJSON_GetNumberValue (cJSON_GetArrayItem (at, 0)),
                                 cJSON_GetNumberValue (cJSON_GetArrayItem (at, 1)));
}

/* Nothing is taken of a note whose place is none. */
static gboolean
read_place_if_any (QmViewReading *reading, const cJSON *element, const QmClaim *claim,
                   const char *key, GError **error)
{
  if (!is_placed (element) || read_place (reading, element, claim))
    return TRUE;
  qm_view_set_call_out (&reading->view, claim, NULL, NULL);
  return qm_choice_fail (error,
                         _ ("the view's “%s”, “%s”: the place of a note is written as "
                            "{\"text\":\"My note\",\"at\":[-0.1,0.2]}"),
                         key, element->string);
}

/* Of a text, or of one for each language (see QmCallOut); NULL where it is neither. */
static GPtrArray *
list_texts (const cJSON *json)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  const cJSON *variant;

  if (cJSON_IsString (json)) {
    g_ptr_array_add (texts, (gpointer) "");
    g_ptr_array_add (texts, json->valuestring);
  }
  cJSON_ArrayForEach (variant, json) {
    if (!cJSON_IsObject (json) || !cJSON_IsString (variant) ||
        !qm_field_is_language (variant->string))
      return NULL;
    g_ptr_array_add (texts, variant->string);
    g_ptr_array_add (texts, variant->valuestring);
  }
  if (texts->len == 0)
    return NULL;
  g_ptr_array_add (texts, NULL);
  return g_steal_pointer (&texts);
}

static gboolean
read_call_out (QmViewReading *reading, const cJSON *element, const char *key, GError **error)
{
  g_autoptr (GPtrArray) texts = list_texts (
      is_placed (element) ? cJSON_GetObjectItemCaseSensitive (element, "text") : element);
  const QmClaim *claim;

  if (texts == NULL)
    return qm_choice_fail (error, _ ("the view's “%s” has a text for each claim"), key);
  claim = qm_choice_find_claim (reading, key, element->string, error);
  if (claim == NULL)
    return FALSE;
  if (qm_view_get_call_out (&reading->view, claim) != NULL)
    return qm_choice_fail (error, _ ("the view's “%s” names “%s” twice"), key, element->string);
  if (qm_view_set_call_out_texts (&reading->view, claim, (const char *const *) texts->pdata, error))
    return read_place_if_any (reading, element, claim, key, error);
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
write_texts (const QmCallOut *call_out)
{
  cJSON *object;

  if (call_out->texts[0][0] == '\0')
    return cJSON_CreateString (call_out->texts[1]);
  object = cJSON_CreateObject ();
  for (gsize i = 0; call_out->texts[i] != NULL; i += 2)
    cJSON_AddStringToObject (object, call_out->texts[i], call_out->texts[i + 1]);
  return object;
}

static cJSON *
write_call_out (const QmCallOut *call_out)
{
  const double place[] = { call_out->across, call_out->down };
  cJSON *placed;

  if (!call_out->is_placed)
    return write_texts (call_out);
  placed = cJSON_CreateObject ();
  cJSON_AddItemToObject (placed, "text", write_texts (call_out));
  cJSON_AddItemToObject (placed, "at", cJSON_CreateDoubleArray (place, G_N_ELEMENTS (place)));
  return placed;
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

    cJSON_AddItemToObject (object, call_out->claim->id, write_call_out (call_out));
  }
  return object;
}

const QmChoice qm_choice_call_outs = {
  .key = "call_outs",
  .read = read_choice,
  .write = write_choice,
};
