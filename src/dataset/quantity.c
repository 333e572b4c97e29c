#include "dataset/quantity.h"

#include "base/words.h"

#include <math.h>

const char *const qm_precision_names[] = {
  [QM_EXACT] = "exact", [QM_ABOUT] = "about",     [QM_OVER] = "over",
  [QM_UNDER] = "under", [QM_BETWEEN] = "between", NULL,
};

/* A bound, and whether the source gives it. One that is not given is infinite, and what is computed
 * with it is not given either, even where it would come out finite: 300 / infinity bounds nothing.
 */
typedef struct {
  double value;
  gboolean is_given;
} Bound;

G_DEFINE_QUARK (qm - quantity - error - quark, qm_quantity_error)

/* Divided, 5,500 thousandths are 5.5 and not 5.500000000000001. */
static double
shift (double value, int exponent)
{
  return exponent < 0 ? value / pow (10, -exponent) : value * pow (10, exponent);
}

/* A sum of figures that large as exact as decimal figures are: what binary fractions add to it is
 * rounded away, so that 0.3 - 0.2 - 0.1 is zero and 0.1 + 0.2 is 0.3 in any file. */
static double
without_dust (double sum, double largest)
{
  const int sure_digits = 14, most = 300;
  double exponent = sure_digits - floor (log10 (largest));

  if (!(fabs (exponent) <= most) || !isfinite (sum))
    return sum;
  return shift (round (shift (sum, (int) exponent)), -(int) exponent);
}

static double
apply (QmOperation operation, double left, double right)
{
  double largest = MAX (fabs (left), fabs (right));

  switch (operation) {
  case QM_ADD:
    return without_dust (left + right, largest);
  case QM_SUBTRACT:
    return without_dust (left - right, largest);
  case QM_MULTIPLY:
    return left * right;
  case QM_DIVIDE:
  case QM_SHARE_OF:
    return left / right;
  case QM_CHANGE_FROM:
    return without_dust (left / right - 1, MAX (fabs (left / right), 1));
  case QM_CONVERT:
    break;
  }

  g_assert_not_reached ();
}

static gboolean
is_divisor (const QmQuantity *quantity, GError **error)
{
  gboolean is_bounded = quantity->precision != QM_ABOUT;

  if (quantity->value == 0) {
    g_set_error_literal (error, QM_QUANTITY_ERROR, QM_QUANTITY_ERROR_ZERO,
                         _ ("a division by zero"));
    return FALSE;
  }

  if (is_bounded && quantity->low <= 0 && quantity->high >= 0) {
    g_set_error_literal (error, QM_QUANTITY_ERROR, QM_QUANTITY_ERROR_ZERO,
                         _ ("a division by a range that includes zero"));
    return FALSE;
  }

  return TRUE;
}

/* Growth in per cent is told of what is above zero only. */
static gboolean
is_base_of_change (const QmQuantity *quantity, GError **error)
{
  if (quantity->value > 0 && (quantity->precision == QM_ABOUT || quantity->low > 0))
    return TRUE;
  g_set_error_literal (error, QM_QUANTITY_ERROR, QM_QUANTITY_ERROR_NEGATIVE,
                       _ ("a change from a figure that is not above zero"));
  return FALSE;
}

/* The bounds of the result are the least and the greatest of the four results that the bounds of
 * the operands give. Where two are equal, the given one counts. A NAN (zero times infinity,
 * infinity less or by infinity) loses every comparison, and the other corners say what it could. */
static void
compute_bounds (QmOperation operation, const QmQuantity *left, const QmQuantity *right, Bound *low,
                Bound *high)
{
  const double lefts[] = { left->low, left->high };
  const double rights[] = { right->low, right->high };

  *low = (Bound) { INFINITY, FALSE };
  *high = (Bound) { -INFINITY, FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (lefts); i++) {
    for (gsize j = 0; j < G_N_ELEMENTS (rights); j++) {
      Bound corner = { apply (operation, lefts[i], rights[j]),
                       isfinite (lefts[i]) && isfinite (rights[j]) };

      if (corner.value < low->value || (corner.value <= low->value && corner.is_given))
        *low = corner;
      if (corner.value > high->value || (corner.value >= high->value && corner.is_given))
        *high = corner;
    }
  }
}

/* Chooses the precision that says no more than the bounds do. */
static void
set_precision (QmQuantity *quantity, Bound low, Bound high)
{
  gboolean is_point = low.is_given && high.is_given && low.value >= high.value;

  quantity->precision = QM_ABOUT;
  quantity->low = -INFINITY;
  quantity->high = INFINITY;

  if (is_point)
    return;

  if (low.is_given)
    quantity->low = low.value;
  if (high.is_given)
    quantity->high = high.value;

  if (low.is_given && high.is_given) {
    quantity->precision = QM_BETWEEN;
  } else if (low.is_given) {
    quantity->precision = QM_OVER;
    quantity->value = low.value;
  } else if (high.is_given) {
    quantity->precision = QM_UNDER;
    quantity->value = high.value;
  }
}

static gboolean
is_too_large (const QmQuantity *quantity, Bound low, Bound high)
{
  return !isfinite (quantity->value) || (low.is_given && !isfinite (low.value)) ||
         (high.is_given && !isfinite (high.value));
}

gboolean
qm_quantity_compute (QmOperation operation, const QmQuantity *left, const QmQuantity *right,
                     QmQuantity *result, GError **error)
{
  gboolean is_division =
      operation == QM_DIVIDE || operation == QM_SHARE_OF || operation == QM_CHANGE_FROM;
  gboolean is_exact = (operation == QM_ADD || operation == QM_SUBTRACT) &&
                      left->precision == QM_EXACT && right->precision == QM_EXACT;
  QmQuantity computed = {
    .value = apply (operation, left->value, right->value),
    .standing = QM_COMPUTED,
    .is_projected = left->is_projected || right->is_projected,
  };
  Bound low, high;

  if (is_division && !is_divisor (right, error))
    return FALSE;
  if (operation == QM_CHANGE_FROM && !is_base_of_change (right, error))
    return FALSE;

  compute_bounds (operation, left, right, &low, &high);
  if (is_too_large (&computed, low, high)) {
    g_set_error_literal (error, QM_QUANTITY_ERROR, QM_QUANTITY_ERROR_INFINITE,
                         _ ("a result that is too large for a number"));
    return FALSE;
  }

  if (is_exact)
    computed.low = computed.high = computed.value;
  else
    set_precision (&computed, low, high);
  *result = computed;

  return TRUE;
}

QmQuantity
qm_quantity_scale (const QmQuantity *quantity, double factor, double more)
{
  QmQuantity scaled = *quantity;

  scaled.value = quantity->value * factor + more;
  scaled.low = quantity->low * factor + more;
  scaled.high = quantity->high * factor + more;
  return scaled;
}

gboolean
qm_quantity_convert (const QmQuantity *quantity, double factor, double more, QmQuantity *result,
                     GError **error)
{
  int exponent = (int) round (log10 (factor));
  gboolean is_shift = fabs (factor / pow (10, exponent) - 1) < 1e-12 && fabs (more) <= 0;
  QmQuantity converted = qm_quantity_scale (quantity, factor, more);

  if (is_shift) {
    converted.value = shift (quantity->value, exponent);
    converted.low = shift (quantity->low, exponent);
    converted.high = shift (quantity->high, exponent);
  } else {
    converted.value = without_dust (converted.value, MAX (fabs (converted.value), fabs (more)));
  }
  if (!is_shift && quantity->precision == QM_EXACT) {
    converted.precision = QM_ABOUT;
    converted.low = -INFINITY;
    converted.high = INFINITY;
  }
  if (!isfinite (converted.value)) {
    g_set_error_literal (error, QM_QUANTITY_ERROR, QM_QUANTITY_ERROR_INFINITE,
                         _ ("a result that is too large for a number"));
    return FALSE;
  }
  converted.standing = QM_COMPUTED;
  *result = converted;
  return TRUE;
}
