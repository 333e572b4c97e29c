/* How a figure was computed, in words. */
#include "chart/words/wording.h"

#include "chart/words/wording-private.h"

#include "base/words.h"
#include "dataset/claim-time.h"

/* A sum of more figures is not written out where there is little room. */
#define MOST_IN_SHORT 4

const char *
qm_wording_operation (QmOperation operation)
{
  switch (operation) {
  case QM_ADD:
    return "+";
  case QM_SUBTRACT:
    return "−";
  case QM_MULTIPLY:
    return "×";
  case QM_DIVIDE:
  case QM_SHARE_OF:
  case QM_CHANGE_FROM:
  case QM_CONVERT:
    break;
  }
  return "÷";
}

const char *
qm_wording_operation_in_words (QmOperation operation)
{
  switch (operation) {
  case QM_ADD:
    /* Translators: spoken before a figure that is added: "plus: China, 2024: …" */
    return _ ("plus");
  case QM_SUBTRACT:
    /* Translators: spoken before a figure that is subtracted */
    return _ ("minus");
  case QM_MULTIPLY:
    /* Translators: spoken before a figure by which another is multiplied */
    return _ ("multiplied by");
  case QM_DIVIDE:
  case QM_SHARE_OF:
  case QM_CHANGE_FROM:
  case QM_CONVERT:
    break;
  }
  /* Translators: spoken before a figure by which another is divided */
  return _ ("divided by");
}

/* What tells the figures of a computation apart, unless they are of others: what they are of, and
 * when. */
typedef enum { TOLD_BY_ENTITY, TOLD_BY_MEASURE, TOLD_BY_TIME } ToldBy;

static ToldBy
told_by (const QmDerivation *derivation)
{
  const QmClaim *first = derivation->operands[0].claim;
  ToldBy by = TOLD_BY_ENTITY;

  for (gsize i = 1; i < derivation->n_operands; i++) {
    const QmClaim *claim = derivation->operands[i].claim;

    if (first == NULL || claim == NULL || claim->entity != first->entity ||
        claim->to_entity != first->to_entity)
      return TOLD_BY_ENTITY;
    if (claim->measure != first->measure)
      by = TOLD_BY_MEASURE;
    else if (by == TOLD_BY_ENTITY && !qm_claim_time_equal (&claim->time, &first->time))
      by = TOLD_BY_TIME;
  }
  return by;
}

static char *
owner_of (const QmClaim *claim, ToldBy by)
{
  char *owner = by == TOLD_BY_ENTITY ? qm_wording_entity (claim)
                : by == TOLD_BY_TIME ? qm_wording_time (&claim->time)
                                     : NULL;

  return owner != NULL ? owner : g_strdup (qm_text_get (claim->measure->name));
}

/* Whose a figure is or, where it is nobody's, what it is; and how it is known. */
static char *
operand_in_words (const QmOperand *operand, ToldBy by)
{
  const QmClaim *claim = operand->claim;
  g_autofree char *value = qm_wording_operand (operand), *owner = NULL;

  if (claim == NULL)
    return g_steal_pointer (&value);
  owner = owner_of (claim, by);
  if (claim->quantity.standing == QM_STATED)
    return g_strdup_printf ("%s (%s)", value, owner);
  return g_strdup_printf ("%s (%s, %s)", value, owner,
                          qm_wording_standing (claim->quantity.standing));
}

/* "US$330 billion ÷ US$300 billion − 1" */
static char *
expression (const QmDerivation *derivation, gboolean with_owners)
{
  GString *text = g_string_new (NULL);
  ToldBy by = told_by (derivation);

  for (gsize i = 0; i < derivation->n_operands; i++) {
    const QmOperand *operand = &derivation->operands[i];
    g_autofree char *words =
        with_owners ? operand_in_words (operand, by) : qm_wording_operand (operand);

    if (i > 0)
      g_string_append_printf (text, " %s ", qm_wording_operation (derivation->operation));
    g_string_append (text, words);
  }
  if (derivation->operation == QM_CHANGE_FROM)
    g_string_append_printf (text, " %s 1", qm_wording_operation (QM_SUBTRACT));
  return g_string_free (text, FALSE);
}

char *
qm_wording_computation_as (const QmClaim *claim, const char *format, const char *converted)
{
  g_autofree char *words = NULL;

  if (claim->derivation == NULL)
    return NULL;
  if (claim->derivation->operation == QM_CONVERT)
    format = converted;
  words = expression (claim->derivation, TRUE);
  return g_strdup_printf (format, words);
}

char *
qm_wording_computation (const QmClaim *claim)
{
  /* Translators: followed by a computation, "US$300 billion (United States) ÷ 6" */
  return qm_wording_computation_as (claim, _ ("computed from %s"), _ ("converted from %s"));
}

char *
qm_wording_computation_short (const QmClaim *claim)
{
  const QmDerivation *derivation = claim->derivation;
  g_autofree char *words = NULL;

  if (derivation == NULL)
    return NULL;
  if (derivation->n_operands > MOST_IN_SHORT)
    return g_strdup_printf (ngettext ("computed: the sum of %u figure",
                                      "computed: the sum of %u figures",
                                      (guint) derivation->n_operands),
                            (guint) derivation->n_operands);
  words = expression (derivation, FALSE);
  if (derivation->operation == QM_CONVERT)
    return g_strdup_printf (_ ("converted from %s"), words);
  /* Translators: followed by a computation, "US$300 billion ÷ 6" */
  return g_strdup_printf (_ ("computed: %s"), words);
}
