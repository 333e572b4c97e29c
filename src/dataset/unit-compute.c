#include "dataset/unit.h"

#include "base/dimension.h"

#include <math.h>

/* --- Dimensions --- */

/* Of a unit of measurement; what is not in ICU's data has a dimension of its own. */
static QmDimension
dimension_of_measure (const char *name)
{
  const char *identifier = qm_dimension_replace_alias (name);
  QmDimension dimension = qm_dimension_none ();

  if (!qm_dimension_read (identifier, &dimension))
    qm_dimension_multiply_base (&dimension, identifier, 1);
  return dimension;
}

/* Of what a rate is by; a plain number where the unit is none. */
static QmDimension
dimension_of_per (const QmUnit *unit)
{
  QmDimension dimension =
      unit->per != NULL ? dimension_of_measure (unit->per) : qm_dimension_none ();

  if (unit->per_own != NULL)
    qm_dimension_multiply_base (&dimension, unit->per_own->id, 1);
  if (unit->per_many > 0)
    dimension.factor *= unit->per_many;
  return dimension;
}

/* FALSE where the unit is a part of another, a ratio, a place or a level, which is no amount, or
 * where it is too long. */
static gboolean
dimension_of (const QmUnit *unit, QmDimension *dimension)
{
  QmDimension per = dimension_of_per (unit);

  *dimension = qm_dimension_none ();
  switch (unit->kind) {
  case QM_UNIT_CURRENCY:
    qm_dimension_multiply_base (dimension, unit->currency, 1);
    break;
  case QM_UNIT_OWN:
    qm_dimension_multiply_base (dimension, unit->own->id, 1);
    break;
  case QM_UNIT_MEASURE:
    *dimension = dimension_of_measure (unit->name);
    break;
  case QM_UNIT_PERCENTAGE_POINTS:
  case QM_UNIT_RANK:
  case QM_UNIT_INDEX:
    return FALSE;
  case QM_UNIT_NUMBER:
  case QM_UNIT_PERCENT:
  case QM_UNIT_TIMES:
    break;
  }
  if (unit->is_difference)
    dimension->offset = 0;
  return qm_dimension_multiply (dimension, &per, -1);
}

gboolean
qm_unit_is_temperature (const QmUnit *unit)
{
  QmDimension dimension, kelvin = dimension_of_measure ("kelvin");

  return unit->kind == QM_UNIT_MEASURE && !unit->is_difference && dimension_of (unit, &dimension) &&
         qm_dimension_equal (&dimension, &kelvin);
}

/* Degrees are counted from where somebody has set their zero. */
static gboolean
has_zero_of_its_own (const QmUnit *unit)
{
  QmDimension dimension;

  return unit->kind == QM_UNIT_MEASURE && dimension_of (unit, &dimension) &&
         (dimension.offset < 0 || dimension.offset > 0);
}

gboolean
qm_unit_has_ratios (const QmUnit *unit)
{
  return unit->kind != QM_UNIT_RANK && !has_zero_of_its_own (unit);
}

gboolean
qm_unit_convert (const QmUnit *from, const QmUnit *to, double *factor, double *more)
{
  QmDimension left, right;

  if (!dimension_of (from, &left) || !dimension_of (to, &right) || left.n_parts == 0 ||
      !qm_dimension_equal (&left, &right) || from->is_difference != to->is_difference ||
      (from->kind == QM_UNIT_NUMBER) != (to->kind == QM_UNIT_NUMBER))
    return FALSE;
  *factor = left.factor / right.factor;
  *more = (left.offset - right.offset) / right.factor;
  return TRUE;
}

/* --- Computations that need no conversion --- */

/* What two figures of the unit differ by, and may grow or shrink by: percentage points of
 * percentages, so many degrees of temperatures. */
static QmUnit
step_of (const QmUnit *unit)
{
  QmUnit step = *unit;

  if (unit->kind == QM_UNIT_PERCENT)
    step.kind = QM_UNIT_PERCENTAGE_POINTS;
  step.is_difference = unit->is_difference || has_zero_of_its_own (unit);
  return step;
}

static gboolean
add (QmOperation operation, const QmUnit *left, const QmUnit *right, QmUnit *result)
{
  QmUnit step = step_of (left);
  gboolean is_step = qm_unit_equal (&step, right);

  /* A level of an index is no amount; and of temperatures there are differences, but no sums. */
  if (left->kind == QM_UNIT_INDEX || (!is_step && !qm_unit_equal (left, right)) ||
      (!is_step && operation == QM_ADD && has_zero_of_its_own (left)))
    return FALSE;

  *result = !is_step && operation == QM_SUBTRACT ? step : *left;
  return TRUE;
}

/* A ratio scales anything; a percentage or a count takes the unit of what it multiplies. */
static gboolean
multiply (const QmUnit *left, const QmUnit *right, QmUnit *result)
{
  static const QmUnitKind factors[] = { QM_UNIT_TIMES, QM_UNIT_PERCENT, QM_UNIT_NUMBER };

  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++) {
    if (left->kind == factors[i] && !qm_unit_is_rate (left)) {
      *result = *right;
      return TRUE;
    }
    if (right->kind == factors[i] && !qm_unit_is_rate (right)) {
      *result = *left;
      return TRUE;
    }
  }

  return FALSE;
}

static gboolean
divide (const QmUnit *left, const QmUnit *right, QmUnit *result)
{
  if (qm_unit_equal (left, right)) {
    *result = (QmUnit) { .kind = QM_UNIT_TIMES };
    return TRUE;
  }

  if (right->kind != QM_UNIT_TIMES && right->kind != QM_UNIT_PERCENT)
    return FALSE;

  *result = *left;
  return TRUE;
}

gboolean
qm_unit_of_result (QmOperation operation, const QmUnit *left, const QmUnit *right, QmUnit *result)
{
  /* A place in an order is no amount. */
  if (left->kind == QM_UNIT_RANK || right->kind == QM_UNIT_RANK)
    return FALSE;
  if (operation == QM_ADD || operation == QM_SUBTRACT)
    return add (operation, left, right, result);
  if (!qm_unit_has_ratios (left) || !qm_unit_has_ratios (right))
    return FALSE;

  switch (operation) {
  case QM_MULTIPLY:
    return multiply (left, right, result);
  case QM_DIVIDE:
    return divide (left, right, result);
  case QM_SHARE_OF:
  case QM_CHANGE_FROM:
    if (!qm_unit_equal (left, right) || (left->kind == QM_UNIT_INDEX && operation == QM_SHARE_OF))
      return FALSE;
    *result = (QmUnit) { .kind = QM_UNIT_PERCENT };
    return TRUE;
  case QM_ADD:
  case QM_SUBTRACT:
  case QM_CONVERT:
    break;
  }

  g_assert_not_reached ();
}

/* --- Those that do --- */

/* What both operands are brought to before they are added or compared: the unit of the left one. */
static gboolean
bring_together (const QmUnit *left, const QmUnit *right, double *factor)
{
  double more;

  return qm_unit_has_ratios (left) && qm_unit_has_ratios (right) &&
         qm_unit_convert (right, left, factor, &more);
}

/* Two temperatures of one scale, so many degrees of any scale apart; and one that changes by such
 * degrees. That two are apart may also be told in the unit of both. */
static gboolean
compute_degrees (QmOperation operation, const QmUnit *left, const QmUnit *right,
                 const QmUnit *result, QmUnitFactors *factors)
{
  QmUnit step = *left;
  double more;

  step.is_difference = TRUE;
  *factors = (QmUnitFactors) { 1, 1 };
  if (right->is_difference)
    return qm_unit_equal (left, result) && qm_unit_convert (right, &step, &factors->right, &more);
  return operation == QM_SUBTRACT && qm_unit_equal (left, right) &&
         (qm_unit_equal (left, result) || qm_unit_convert (&step, result, &factors->result, &more));
}

static gboolean
compute_sum (QmOperation operation, const QmUnit *left, const QmUnit *right, const QmUnit *result,
             QmUnitFactors *factors)
{
  QmUnitFactors found;
  gboolean is_found =
      qm_unit_is_temperature (left) && compute_degrees (operation, left, right, result, &found);

  if (!is_found && (!bring_together (left, right, &found.right) ||
                    !bring_together (result, left, &found.result)))
    return FALSE;
  *factors = found;
  return TRUE;
}

static gboolean
compute_comparison (const QmUnit *left, const QmUnit *right, QmUnitKind kind, const QmUnit *result,
                    QmUnitFactors *factors)
{
  if (result->kind != kind || !bring_together (left, right, &factors->right))
    return FALSE;
  factors->result = 1;
  return TRUE;
}

/* What is counted stays so: things by area are a number by area, and no area to the power of -1. A
 * part of nobody knows what is refused: dollars by a number of things. */
static gboolean
is_counted_alike (QmOperation operation, const QmUnit *left, const QmUnit *right,
                  const QmUnit *result)
{
  gboolean is_left = left->kind == QM_UNIT_NUMBER, is_right = right->kind == QM_UNIT_NUMBER;

  if (operation == QM_DIVIDE)
    return is_right ? is_left && result->kind != QM_UNIT_NUMBER
                    : is_left == (result->kind == QM_UNIT_NUMBER);
  return result->kind != QM_UNIT_NUMBER || is_left || is_right;
}

/* A product or a quotient, by the algebra of dimensions. */
static gboolean
compute_product (QmOperation operation, const QmUnit *left, const QmUnit *right,
                 const QmUnit *result, QmUnitFactors *factors)
{
  QmDimension product, other, expected;

  if (!qm_unit_has_ratios (left) || !qm_unit_has_ratios (right) || !qm_unit_has_ratios (result) ||
      !is_counted_alike (operation, left, right, result) || !dimension_of (left, &product) ||
      !dimension_of (right, &other) || !dimension_of (result, &expected) ||
      !qm_dimension_multiply (&product, &other, operation == QM_DIVIDE ? -1 : 1) ||
      !qm_dimension_equal (&product, &expected) || result->kind == QM_UNIT_PERCENT)
    return FALSE;
  *factors = (QmUnitFactors) { .right = 1, .result = product.factor / expected.factor };
  return TRUE;
}

/* Plain amounts of money and numbers have rules of their own. */
static gboolean
has_dimension (const QmUnit *unit)
{
  return unit->kind == QM_UNIT_MEASURE || unit->kind == QM_UNIT_OWN || qm_unit_is_rate (unit);
}

gboolean
qm_unit_compute (QmOperation operation, const QmUnit *left, const QmUnit *right,
                 const QmUnit *result, QmUnitFactors *factors)
{
  QmUnit own;

  if (qm_unit_of_result (operation, left, right, &own) && qm_unit_equal (&own, result)) {
    *factors = (QmUnitFactors) { 1, 1 };
    return TRUE;
  }
  if (!has_dimension (left) && !has_dimension (right))
    return FALSE;

  switch (operation) {
  case QM_ADD:
  case QM_SUBTRACT:
    return compute_sum (operation, left, right, result, factors);
  case QM_SHARE_OF:
  case QM_CHANGE_FROM:
    return compute_comparison (left, right, QM_UNIT_PERCENT, result, factors);
  case QM_MULTIPLY:
  case QM_DIVIDE:
    return compute_product (operation, left, right, result, factors);
  case QM_CONVERT:
    break;
  }
  return FALSE;
}
