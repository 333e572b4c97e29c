#include "dataset/derivation.h"

#include "base/nearest.h"
#include "base/words.h"

static const char *const operation_names[] = {
  [QM_ADD] = "add",           [QM_SUBTRACT] = "subtract",
  [QM_MULTIPLY] = "multiply", [QM_DIVIDE] = "divide",
  [QM_SHARE_OF] = "share_of", [QM_CHANGE_FROM] = "change_from",
  [QM_CONVERT] = "convert",   NULL,
};

static void
read_operand (QmReader *reader, const cJSON *json, gpointer value)
{
  QmOperand *operand = value;

  if (cJSON_IsNumber (json))
    qm_field_read_number (reader, json, &operand->number);
  else
    qm_field_read_claim (reader, json, &operand->claim);
}

static const QmField operands = { .read = read_operand, .size = sizeof (QmOperand) };

static gboolean
has_claim (const QmDerivation *derivation, const cJSON *json)
{
  gsize i = 0;
  const cJSON *operand;

  /* What is no number and names no claim has its own problem. */
  cJSON_ArrayForEach (operand, json) {
    if (!cJSON_IsNumber (operand) || derivation->operands[i].claim != NULL)
      return TRUE;
    i++;
  }
  return FALSE;
}

/* NULL where the number of operands is right. */
static const char *
expected_operands (QmOperation operation, int n)
{
  if (operation == QM_CONVERT)
    return n == 1 ? NULL : _ ("an array of one claim");
  if (operation == QM_ADD)
    return n >= 2 ? NULL : _ ("an array of two or more claims or numbers");
  return n == 2 ? NULL : _ ("an array of two claims or numbers");
}

static void
read_operands (QmReader *reader, const cJSON *json, QmDerivation *derivation)
{
  const char *expected = expected_operands (derivation->operation,
                                            cJSON_IsArray (json) ? cJSON_GetArraySize (json) : 0);

  if (expected != NULL) {
    qm_problem_list_add_value (reader->problems, json, expected);
    return;
  }

  derivation->operands = qm_field_read_array (reader, json, &operands, &derivation->n_operands);
  if (!has_claim (derivation, json))
    qm_problem_list_add (reader->problems, json, _ ("at least one claim"),
                         g_strdup (_ ("plain numbers only")));
}

void
qm_derivation_read (QmReader *reader, const cJSON *json, gpointer value)
{
  int operation = cJSON_IsObject (json) && cJSON_GetArraySize (json) == 1
                      ? qm_nearest_exact (operation_names, json->child->string)
                      : -1;
  QmDerivation *derivation;

  if (operation < 0) {
    g_autofree char *list = g_strjoinv (", ", (char **) operation_names);
    g_autofree char *expected = g_strdup_printf (_ ("an object with one of the keys %s"), list);

    if (cJSON_GetArraySize (json) == 1 && cJSON_IsObject (json))
      qm_problem_list_add_at_key (reader->problems, json->child, expected,
                                  g_strdup_printf ("“%s”", json->child->string));
    else
      qm_problem_list_add_value (reader->problems, json, expected);
    return;
  }

  derivation = qm_dataset_alloc (reader->dataset, 1, sizeof *derivation);
  derivation->operation = (QmOperation) operation;
  *(const QmDerivation **) value = derivation;
  read_operands (reader, json->child, derivation);
}
