#include "chart/words/wording.h"

#include "base/words.h"

#include <math.h>

static char *
points_of (double value, QmDigits digits)
{
  g_autofree char *number = qm_format_number (value * 100, digits);

  return g_strdup_printf (
      ngettext ("%s percentage point", "%s percentage points", fabs (value * 100) == 1.0 ? 1 : 2),
      number);
}

static char *
times_of (const char *number, double value, gboolean in_words)
{
  if (in_words && value > 1)
    /* Translators: a ratio, "6 times" */
    return g_strdup_printf (_ ("%s times"), number);
  /* Translators: a ratio, "6×" */
  return g_strdup_printf (_ ("%s×"), number);
}

static const char *
name_of_own (const QmOwnUnit *own, double value, QmDigits digits)
{
  return qm_text_get (own->names[qm_format_plural (value, digits)]);
}

/* Not yet by what it is a rate. */
static char *
amount_itself (double value, const QmUnit *unit, const char *fraction, QmDigits digits,
               gboolean in_words)
{
  g_autofree char *number =
      fraction != NULL ? g_strdup (fraction) : qm_format_number (value, digits);

  switch (unit->kind) {
  case QM_UNIT_CURRENCY:
    return qm_format_currency (value, unit->currency, digits);
  case QM_UNIT_PERCENT:
    return fraction != NULL ? g_steal_pointer (&number) : qm_format_percent (value, digits);
  case QM_UNIT_PERCENTAGE_POINTS:
    return points_of (value, digits);
  case QM_UNIT_TIMES:
    return times_of (number, value, in_words);
  case QM_UNIT_RANK:
    /* Translators: a place in an order, 1 is the first */
    return g_strdup_printf (_ ("rank %s"), number);
  case QM_UNIT_MEASURE:
    return qm_format_measure (value, unit->name, digits, in_words);
  case QM_UNIT_INDEX:
    return in_words || digits != QM_DIGITS_FEW ? g_strdup_printf ("%s (%s)", number, unit->name)
                                               : g_steal_pointer (&number);
  case QM_UNIT_OWN:
    return g_strdup_printf ("%s %s", number, name_of_own (unit->own, value, digits));
  case QM_UNIT_NUMBER:
    break;
  }
  return g_steal_pointer (&number);
}

/* "per year", "per kWh" behind an amount. */
static char *
by_unit (const char *amount, const char *per, gboolean in_words)
{
  g_autofree char *name = NULL;

  if (g_str_equal (per, "year"))
    /* Translators: an amount of money, spent in every year */
    return g_strdup_printf (_ ("%s per year"), amount);
  name = qm_format_measure_name (per, in_words);
  /* Translators: an amount, and the unit that it is for one of: "US$120 per kWh" */
  return g_strdup_printf (C_ ("rate", "%s per %s"), amount, name);
}

char *
qm_wording_amount (double value, const QmUnit *unit, const char *fraction, QmDigits digits,
                   gboolean in_words)
{
  g_autofree char *amount = amount_itself (value, unit, fraction, digits, in_words);

  return unit->per != NULL ? by_unit (amount, unit->per, in_words) : g_steal_pointer (&amount);
}

static char *
unit_itself (const QmUnit *unit)
{
  switch (unit->kind) {
  case QM_UNIT_CURRENCY:
    return g_strdup (unit->currency);
  case QM_UNIT_PERCENT:
    return g_strdup ("%");
  case QM_UNIT_PERCENTAGE_POINTS:
    return g_strdup (_ ("percentage points"));
  case QM_UNIT_TIMES:
    return g_strdup ("×");
  case QM_UNIT_RANK:
    return g_strdup (_ ("rank"));
  case QM_UNIT_MEASURE:
    return qm_format_measure_name (unit->name, FALSE);
  case QM_UNIT_INDEX:
    return g_strdup (unit->name);
  case QM_UNIT_OWN:
    return g_strdup (qm_text_get (unit->own->names[QM_PLURAL_OTHER]));
  case QM_UNIT_NUMBER:
    break;
  }
  return g_strdup ("");
}

char *
qm_wording_unit (const QmUnit *unit)
{
  g_autofree char *itself = unit_itself (unit);
  g_autofree char *rate = unit->per != NULL ? by_unit (itself, unit->per, FALSE) : NULL;

  return rate != NULL ? g_strdup (g_strstrip (rate)) : g_steal_pointer (&itself);
}
