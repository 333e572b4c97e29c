/* Figures in words and signs: value, unit, precision and standing. */
#include "chart/words/wording.h"

#include "base/character.h"
#include "base/format.h"
#include "base/words.h"

/* £12,345.60 is filled up to its digits with noughts; who asks for more wants all that there are.
 */
#define MOST_WITH_NOUGHTS 7

/* What is computed from rounded figures has no more digits than these, wherever it stands; all that
 * is exact has its own. A claim that says how many has those instead. */
static QmDigits
digits_of (const QmClaim *claim, QmDigits digits)
{
  gboolean is_rounded =
      claim->quantity.standing == QM_COMPUTED && claim->quantity.precision != QM_EXACT;

  gboolean has_noughts = claim->digits > 0 && claim->digits <= MOST_WITH_NOUGHTS;

  if (claim->digits > 0 && (is_rounded || digits == QM_DIGITS_FEW))
    return has_noughts ? QM_DIGITS_WRITTEN (claim->digits) : claim->digits;
  if (has_noughts && digits == QM_DIGITS_ALL)
    return QM_DIGITS_AT_LEAST (claim->digits);
  return is_rounded ? QM_DIGITS_ROUNDED : digits;
}

/* "1/15", where the source writes it so; else NULL. */
static char *
fraction_of (const QmClaim *claim)
{
  return claim->fraction[1] != 0 ? g_strdup_printf ("%d/%d", claim->fraction[0], claim->fraction[1])
                                 : NULL;
}

/* A fraction is a part of someone's, and no multiple. */
static char *
part_of (const QmClaim *claim, const char *number)
{
  g_autofree char *whole = NULL;

  if (claim->to_entity == NULL)
    return g_strdup (number);
  whole = qm_character_isolate (qm_text_get (claim->to_entity->short_name));
  /* Translators: a part of what another has, "1/15 of Blackwell" */
  return g_strdup_printf (_ ("%s of %s"), number, whole);
}

typedef struct {
  enum { IN_SIGNS, IN_WORDS, WITHOUT_UNIT } style;
  QmDigits digits;
  enum { SIGNS, BOUNDS_IN_WORDS, ALL_IN_WORDS } precision; /* "more than 6×" */
} Manner;

/* One value in the claim's unit, without its precision. */
static char *
value_in_unit (const QmClaim *claim, double value, Manner manner)
{
  QmDigits digits = digits_of (claim, manner.digits);
  g_autofree char *fraction = fraction_of (claim);

  if (manner.style != WITHOUT_UNIT && fraction != NULL && claim->unit.kind == QM_UNIT_TIMES)
    return part_of (claim, fraction);
  if (manner.style != WITHOUT_UNIT)
    return qm_wording_amount (value, &claim->unit, fraction, digits, manner.style == IN_WORDS);
  return fraction != NULL ? g_steal_pointer (&fraction) : qm_format_number (value, digits);
}

/* The lower of two bounds, without the words that stand behind the upper one. */
static char *
low_value (const QmClaim *claim, Manner manner)
{
  double low = claim->quantity.low;
  QmClaim bare = *claim;

  bare.unit.per = NULL;
  bare.unit.per_own = NULL;
  switch (claim->unit.kind) {
  case QM_UNIT_PERCENTAGE_POINTS:
    return qm_format_number (low * 100, digits_of (claim, manner.digits));
  case QM_UNIT_MEASURE:
  case QM_UNIT_OWN:
  case QM_UNIT_INDEX:
    return qm_format_number (low, digits_of (claim, manner.digits));
  case QM_UNIT_NUMBER:
  case QM_UNIT_CURRENCY:
  case QM_UNIT_PERCENT:
  case QM_UNIT_TIMES:
  case QM_UNIT_RANK:
    break;
  }
  return value_in_unit (&bare, low, manner);
}

/* All digits where with fewer of them the two ends of a range would be the same. */
static Manner
manner_of_range (const QmClaim *claim, Manner manner)
{
  g_autofree char *low = value_in_unit (claim, claim->quantity.low, manner);
  g_autofree char *high = value_in_unit (claim, claim->quantity.high, manner);

  if (g_str_equal (low, high))
    manner.digits = QM_DIGITS_ALL;
  return manner;
}

/* What stands between two bounds in signs: a dash, which next to a minus would be read as another.
 */
static const char *
range_of (const QmQuantity *quantity)
{
  if (quantity->low < 0)
    /* Translators: a figure that lies between two bounds, of which one is below zero */
    return C_ ("range", "%s to %s");
  /* Translators: a figure that lies between two bounds */
  return _ ("%s–%s");
}

/* The frame that says the precision: one set of signs for pictures, one of words for sentences. */
static char *
value_with_precision (const QmClaim *claim, Manner manner)
{
  gboolean in_words = manner.style == IN_WORDS;
  gboolean has_bounds_in_words = in_words || manner.precision != SIGNS;
  const QmQuantity *quantity = &claim->quantity;
  g_autofree char *value = NULL, *high = NULL;

  if (claim->kind != QM_CLAIM_FIGURE)
    return g_strdup (qm_text_get (claim->no_figure));

  if (quantity->precision == QM_BETWEEN) {
    manner = manner_of_range (claim, manner);
    value = in_words ? value_in_unit (claim, quantity->low, manner) : low_value (claim, manner);
    high = value_in_unit (claim, quantity->high, manner);
    return g_strdup_printf (in_words ? _ ("between %s and %s") : range_of (quantity), value, high);
  }

  value = value_in_unit (claim, quantity->value, manner);
  /* No line ends between a sign and its figure. */
  switch (quantity->precision) {
  case QM_ABOUT:
    return g_strdup_printf (
        in_words || manner.precision == ALL_IN_WORDS ? _ ("about %s") : "≈\u00a0%s", value);
  case QM_OVER:
    return g_strdup_printf (has_bounds_in_words ? _ ("more than %s") : ">\u00a0%s", value);
  case QM_UNDER:
    return g_strdup_printf (has_bounds_in_words ? _ ("under %s") : "<\u00a0%s", value);
  case QM_EXACT:
  case QM_BETWEEN:
    break;
  }
  return g_steal_pointer (&value);
}

char *
qm_wording_value (const QmClaim *claim)
{
  return value_with_precision (claim, (Manner) { IN_SIGNS, QM_DIGITS_ALL, SIGNS });
}

char *
qm_wording_value_short (const QmClaim *claim)
{
  return value_with_precision (claim, (Manner) { IN_SIGNS, QM_DIGITS_FEW, SIGNS });
}

/* "4× China": so many times what another has; NULL where that is not said, or is less. */
static char *
multiple_of (const QmClaim *claim)
{
  g_autofree char *number = NULL, *whom = NULL;

  if (claim->kind != QM_CLAIM_FIGURE || claim->unit.kind != QM_UNIT_TIMES ||
      claim->to_entity == NULL || !(claim->quantity.value > 1) || claim->fraction[1] != 0)
    return NULL;
  number = value_with_precision (claim, (Manner) { WITHOUT_UNIT, QM_DIGITS_FEW, BOUNDS_IN_WORDS });
  whom = qm_character_isolate (qm_text_get (claim->to_entity->short_name));
  /* Translators: what one has beside another, written large: "more than 4× China" */
  return g_strdup_printf (C_ ("multiple", "%s× %s"), number, whom);
}

char *
qm_wording_value_as_bound (const QmClaim *claim)
{
  char *multiple = multiple_of (claim);

  if (multiple != NULL)
    return multiple;
  return value_with_precision (claim, (Manner) { IN_SIGNS, QM_DIGITS_FEW, BOUNDS_IN_WORDS });
}

char *
qm_wording_value_in_words (const QmClaim *claim)
{
  return value_with_precision (claim, (Manner) { IN_WORDS, QM_DIGITS_ALL, SIGNS });
}

char *
qm_wording_number_short (const QmClaim *claim)
{
  return value_with_precision (claim, (Manner) { WITHOUT_UNIT, QM_DIGITS_FEW, SIGNS });
}

char *
qm_wording_operand (const QmOperand *operand)
{
  const QmClaim *claim = operand->claim;

  gboolean is_ratio;

  if (claim == NULL)
    return qm_format_number (operand->number, QM_DIGITS_ALL);
  is_ratio = claim->unit.kind == QM_UNIT_TIMES;
  /* Between signs of computing a sign of precision would be read as one of these. */
  return value_with_precision (
      claim, (Manner) { is_ratio ? WITHOUT_UNIT : IN_SIGNS, QM_DIGITS_ALL, ALL_IN_WORDS });
}

const char *
qm_wording_standing (QmStanding standing)
{
  switch (standing) {
  case QM_PROJECTED:
    /* Translators: where a figure comes from: the source expects it of the future */
    return _ ("projected");
  case QM_COMPUTED:
    /* Translators: where a figure comes from: this program computed it from other figures */
    return _ ("computed");
  case QM_STATED:
    break;
  }
  /* Translators: where a figure comes from: the source states it */
  return _ ("stated");
}
