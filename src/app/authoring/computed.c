#include "app/authoring/computed.h"

#include "base/words.h"
#include "dataset/unit.h"

static char *
name_of_one (QmOperation operation, const char *measure)
{
  switch (operation) {
  case QM_SUBTRACT:
    /* Translators: %s is what is measured, here and below */
    return g_strdup_printf (_ ("Difference in %s"), measure);
  case QM_DIVIDE:
    return g_strdup_printf (_ ("Ratio of %s"), measure);
  case QM_SHARE_OF:
    return g_strdup_printf (_ ("Share of %s"), measure);
  case QM_CHANGE_FROM:
    return g_strdup_printf (_ ("Change in %s"), measure);
  case QM_ADD:
  case QM_MULTIPLY:
  case QM_CONVERT:
    break;
  }
  return g_strdup (measure);
}

static char *
name_of_two (QmOperation operation, const char *left, const char *right)
{
  switch (operation) {
  case QM_SUBTRACT:
    return g_strdup_printf (_ ("Difference of %s and %s"), left, right);
  case QM_DIVIDE:
    return g_strdup_printf (_ ("Ratio of %s to %s"), left, right);
  case QM_SHARE_OF:
    return g_strdup_printf (_ ("%s as a share of %s"), left, right);
  case QM_CHANGE_FROM:
    return g_strdup_printf (_ ("Change to %s from %s"), left, right);
  case QM_ADD:
  case QM_MULTIPLY:
  case QM_CONVERT:
    break;
  }
  return g_strdup_printf ("%s, %s", left, right);
}

char *
qm_computed_name (QmOperation operation, const QmClaim *left, const QmClaim *right)
{
  const char *first = qm_text_get (left->measure->name);
  const char *second = qm_text_get (right->measure->name);

  /* What is divided by a ratio or a percentage stays what it is. */
  if (operation == QM_DIVIDE && !qm_unit_equal (&left->unit, &right->unit))
    return g_strdup (first);
  return left->measure == right->measure ? name_of_one (operation, first)
                                         : name_of_two (operation, first, second);
}

char *
qm_computed_unit (QmOperation operation, const QmClaim *left, const QmClaim *right)
{
  QmUnit unit;

  return qm_unit_of_result (operation, &left->unit, &right->unit, &unit) ? qm_unit_to_string (&unit)
                                                                         : NULL;
}
