#include "dataset/unit.h"

#include <string.h>

#define PER_YEAR " per year"

static const char *const kind_names[] = {
  [QM_UNIT_NUMBER] = "number",   [QM_UNIT_CURRENCY] = "",
  [QM_UNIT_PERCENT] = "percent", [QM_UNIT_PERCENTAGE_POINTS] = "percentage-points",
  [QM_UNIT_TIMES] = "times",     [QM_UNIT_RANK] = "rank",
};

static gboolean
is_currency_code (const char *text)
{
  return strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3 && text[3] == '\0';
}

static gboolean
can_be_a_rate (QmUnitKind kind)
{
  return kind == QM_UNIT_NUMBER || kind == QM_UNIT_CURRENCY;
}

gboolean
qm_unit_parse (const char *text, QmUnit *unit)
{
  g_autofree char *name = g_strdup (text);
  QmUnit parsed = { .is_per_year = g_str_has_suffix (name, PER_YEAR) };
  gboolean is_known = FALSE;

  if (parsed.is_per_year)
    name[strlen (name) - strlen (PER_YEAR)] = '\0';

  if (is_currency_code (name)) {
    parsed.kind = QM_UNIT_CURRENCY;
    g_strlcpy (parsed.currency, name, sizeof parsed.currency);
    is_known = TRUE;
  }

  for (gsize i = 0; i < G_N_ELEMENTS (kind_names) && !is_known; i++) {
    is_known = *name != '\0' && strcmp (name, kind_names[i]) == 0;
    parsed.kind = (QmUnitKind) i;
  }

  if (!is_known || (parsed.is_per_year && !can_be_a_rate (parsed.kind)))
    return FALSE;

  *unit = parsed;
  return TRUE;
}

char *
qm_unit_to_string (const QmUnit *unit)
{
  const char *name = unit->kind == QM_UNIT_CURRENCY ? unit->currency : kind_names[unit->kind];

  return g_strconcat (name, unit->is_per_year ? PER_YEAR : NULL, NULL);
}

gboolean
qm_unit_equal (const QmUnit *a, const QmUnit *b)
{
  return a->kind == b->kind && a->is_per_year == b->is_per_year &&
         strcmp (a->currency, b->currency) == 0;
}

double
qm_unit_scale (const QmUnit *unit)
{
  return unit->kind == QM_UNIT_PERCENT || unit->kind == QM_UNIT_PERCENTAGE_POINTS ? 100 : 1;
}

/* Two percentages differ by percentage points; a percentage may grow or shrink by such points. */
static gboolean
add (QmOperation operation, const QmUnit *left, const QmUnit *right, QmUnit *result)
{
  if (left->kind == QM_UNIT_PERCENT && right->kind == QM_UNIT_PERCENTAGE_POINTS) {
    *result = *left;
    return TRUE;
  }

  if (!qm_unit_equal (left, right))
    return FALSE;

  *result = *left;
  if (left->kind == QM_UNIT_PERCENT && operation == QM_SUBTRACT)
    result->kind = QM_UNIT_PERCENTAGE_POINTS;

  return TRUE;
}

/* A ratio scales anything; a percentage or a count takes the unit of what it multiplies. */
static gboolean
multiply (const QmUnit *left, const QmUnit *right, QmUnit *result)
{
  static const QmUnitKind factors[] = { QM_UNIT_TIMES, QM_UNIT_PERCENT, QM_UNIT_NUMBER };

  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++) {
    if (left->kind == factors[i] && !left->is_per_year) {
      *result = *right;
      return TRUE;
    }
    if (right->kind == factors[i] && !right->is_per_year) {
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
    *result = (QmUnit){ .kind = QM_UNIT_TIMES };
    return TRUE;
  }

  if (right->kind != QM_UNIT_TIMES && right->kind != QM_UNIT_PERCENT)
    return FALSE;

  *result = *left;
  return TRUE;
}

gboolean
qm_unit_compute (QmOperation operation, const QmUnit *left, const QmUnit *right, QmUnit *result)
{
  /* A place in an order is no amount. */
  if (left->kind == QM_UNIT_RANK || right->kind == QM_UNIT_RANK)
    return FALSE;

  switch (operation) {
  case QM_ADD:
  case QM_SUBTRACT:
    return add (operation, left, right, result);
  case QM_MULTIPLY:
    return multiply (left, right, result);
  case QM_DIVIDE:
    return divide (left, right, result);
  case QM_SHARE_OF:
  case QM_CHANGE_FROM:
    if (!qm_unit_equal (left, right))
      return FALSE;
    *result = (QmUnit){ .kind = QM_UNIT_PERCENT };
    return TRUE;
  }

  g_assert_not_reached ();
}
