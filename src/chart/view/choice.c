#include "chart/view/choice.h"

#include "base/words.h"
#include "dataset/kin.h"

#define RECORD_OF(name) &qm_choice_##name,

const QmChoice *const qm_choices[] = { QM_CHOICES (RECORD_OF) NULL };

gboolean
qm_choice_fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error,
                     g_error_new_valist (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, format, arguments));
  va_end (arguments);
  return FALSE;
}

const char *
qm_choice_get_text (const cJSON *member, GError **error)
{
  if (!cJSON_IsString (member))
    qm_choice_fail (error, _ ("the view's “%s” is a text"), member->string);
  return cJSON_GetStringValue (member);
}

/* What is offered is in the dataset's order, and so in that of addresses. */
gboolean
qm_choice_is_offered (const QmViewReading *reading, const GPtrArray *offered, gconstpointer element)
{
  return reading->chart == NULL ||
         (offered->len > 0 && bsearch (&element, offered->pdata, offered->len,
                                       sizeof *offered->pdata, qm_kin_compare) != NULL);
}

const QmEntity *
qm_choice_find_entity (QmViewReading *reading, const char *key, const char *id, GError **error)
{
  gsize n = reading->dataset->n_entities;

  for (gsize i = 0; i < n; i++) {
    gsize place = (reading->next_entity + i) % n;

    if (g_str_equal (reading->dataset->entities[place].id, id)) {
      reading->next_entity = place + 1;
      return &reading->dataset->entities[place];
    }
  }

  qm_choice_fail (error, _ ("the view's “%s” names “%s”, but %s has no such entity"), key, id,
                  reading->dataset->name);
  return NULL;
}

const QmClaim *
qm_choice_find_claim (const QmViewReading *reading, const char *key, const char *id, GError **error)
{
  const QmClaim *claim = qm_dataset_find_claim (reading->dataset, id);

  if (claim != NULL &&
      (reading->chart == NULL || qm_dataset_chart_has_claim (reading->chart, claim)))
    return claim;
  if (reading->chart == NULL)
    qm_choice_fail (error, _ ("the view's “%s” names “%s”, but %s has no such claim"), key, id,
                    reading->dataset->name);
  else
    qm_choice_fail (error, _ ("the view's “%s” names “%s”, but the chart “%s” has no such claim"),
                    key, id, reading->chart->id);
  return NULL;
}

gboolean
qm_choice_read_each (QmViewReading *reading, const cJSON *member, QmReadElement read_one,
                     GError **error)
{
  const cJSON *element;

  cJSON_ArrayForEach (element, member) {
    if (!read_one (reading, element, member->string, error)) {
      if (!reading->is_lenient)
        return FALSE;
      g_clear_error (error);
    }
  }
  return TRUE;
}
