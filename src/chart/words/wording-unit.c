#include "chart/words/wording.h"

#include "base/words.h"
#include "dataset/unit.h"

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
  QmPlural plural = qm_format_plural (value, digits);
  const char *name = qm_text_get (own->names[plural]);

  /* Translators: what is counted, "5,000 people", and behind "per" */
  return name != NULL ? name : ngettext ("person", "people", plural == QM_PLURAL_ONE ? 1 : 2);
}

/* "Q1 2020 = 1,000" */
static char *
base_of_index (const QmUnit *unit)
{
  g_autofree char *when = NULL, *number = NULL;
  QmDate date;
  double level;

  if (!qm_unit_parse_base (unit->name, &date, &level))
    g_return_val_if_reached (NULL);
  when = qm_format_date (date);
  number = qm_format_number (level, QM_DIGITS_ALL);
  return g_strdup_printf ("%s = %s", when, number);
}

static char *
level_of_index (const char *number, const QmUnit *unit)
{
  g_autofree char *base = base_of_index (unit);

  return g_strdup_printf ("%s (%s)", number, base);
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
    return in_words || digits != QM_DIGITS_FEW ? level_of_index (number, unit)
                                               : g_steal_pointer (&number);
  case QM_UNIT_OWN:
    return g_strdup_printf ("%s %s", number, name_of_own (unit->own, value, digits));
  case QM_UNIT_NUMBER:
    break;
  }
  return g_steal_pointer (&number);
}

/* "100,000 people", "1,000 km": many of what the unit is by. */
static char *
many_of (const QmUnit *unit, gboolean in_words)
{
  const QmUnit many = { .kind = unit->per_own != NULL ? QM_UNIT_OWN : QM_UNIT_MEASURE,
                        .name = unit->per,
                        .own = unit->per_own };

  return amount_itself (unit->per_many, &many, NULL, QM_DIGITS_ALL, in_words);
}

/* "per year", "per kWh", "per 100,000 people" behind an amount. */
static char *
by_unit (const char *amount, const QmUnit *unit, gboolean in_words)
{
  g_autofree char *name = NULL;

  if (unit->per_many > 0) {
    name = many_of (unit, in_words);
    /* Translators: an amount, and how many of what it is for: "12 cases per 100,000 people" */
    return g_strdup_printf (C_ ("rate by many", "%s per %s"), amount, name);
  }
  if (g_strcmp0 (unit->per, "year") == 0)
    /* Translators: an amount of money, spent in every year */
    return g_strdup_printf (_ ("%s per year"), amount);
  name = unit->per_own != NULL ? g_strdup (name_of_own (unit->per_own, 1, QM_DIGITS_ALL))
                               : qm_format_measure_name (unit->per, in_words);
  /* Translators: an amount, and the unit that it is for one of: "US$120 per kWh" */
  return g_strdup_printf (C_ ("rate", "%s per %s"), amount, name);
}

char *
qm_wording_amount (double value, const QmUnit *unit, const char *fraction, QmDigits digits,
                   gboolean in_words)
{
  g_autofree char *amount = amount_itself (value, unit, fraction, digits, in_words);

  return qm_unit_is_rate (unit) ? by_unit (amount, unit, in_words) : g_steal_pointer (&amount);
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
    return base_of_index (unit);
  case QM_UNIT_OWN:
    return g_strdup (name_of_own (unit->own, 2, QM_DIGITS_ALL));
  case QM_UNIT_NUMBER:
    break;
  }
  return g_strdup ("");
}

char *
qm_wording_unit (const QmUnit *unit)
{
  g_autofree char *itself = unit_itself (unit);
  g_autofree char *rate = qm_unit_is_rate (unit) ? by_unit (itself, unit, FALSE) : NULL;

  return rate != NULL ? g_strdup (g_strstrip (rate)) : g_steal_pointer (&itself);
}
