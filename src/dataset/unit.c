#include "dataset/unit.h"

#include "base/date.h"
#include "base/dimension.h"
#include "base/format.h"

#include <math.h>
#include <string.h>

#define PER " per "
#define EQUALS " = "

static const char *const kind_names[] = {
  [QM_UNIT_NUMBER] = "number",   [QM_UNIT_CURRENCY] = NULL,
  [QM_UNIT_PERCENT] = "percent", [QM_UNIT_PERCENTAGE_POINTS] = "percentage-points",
  [QM_UNIT_TIMES] = "times",     [QM_UNIT_RANK] = "rank",
  [QM_UNIT_MEASURE] = NULL,      [QM_UNIT_INDEX] = NULL,
  [QM_UNIT_OWN] = NULL,
};

/* --- Names --- */

/* What ICU has no word for and every subject needs, be it in a file or not: GDP per person. */
static const QmOwnUnit person = { .id = "person" };

/* A unit of measurement has what it is by in its own name, unless that is counted. */
static gboolean
can_be_a_rate (const QmUnit *unit)
{
  return unit->kind == QM_UNIT_NUMBER || unit->kind == QM_UNIT_CURRENCY ||
         unit->kind == QM_UNIT_OWN || (unit->kind == QM_UNIT_MEASURE && unit->per_own != NULL);
}

gboolean
qm_unit_parse_base (const char *text, QmDate *date, double *level)
{
  const char *equals = strstr (text, EQUALS), *number;
  QmDate parsed;
  double value;
  char *end;

  if (equals == NULL || !qm_date_parse (text, (gsize) (equals - text), &parsed))
    return FALSE;
  number = equals + strlen (EQUALS);
  /* No sign, no space, and nothing that is not written in digits: "inf", "0x64". */
  if (!g_ascii_isdigit (*number) || strspn (number, "0123456789.") != strlen (number))
    return FALSE;
  value = g_ascii_strtod (number, &end);
  if (*end != '\0' || !g_ascii_isdigit (end[-1]) || !(value > 0) || !isfinite (value))
    return FALSE;
  *date = parsed;
  *level = value;
  return TRUE;
}

static gboolean
is_index (const char *text)
{
  QmDate date;
  double level;

  return qm_unit_parse_base (text, &date, &level);
}

/* NULL for what ICU does not know. A tonne has two names there, of which one cannot be part of
 * others. */
static const char *
find_measure (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "metric-ton", -1);
  g_autofree char *renamed = g_strjoinv ("tonne", parts);

  if (qm_format_knows_measure (text))
    return g_intern_string (text);
  return qm_format_knows_measure (renamed) ? g_intern_string (renamed) : NULL;
}

/* NULL for none. What the file says of a unit goes before what the program knows. */
static const QmOwnUnit *
find_own (const char *text, QmFindUnit find, gconstpointer data)
{
  const QmOwnUnit *own = find != NULL ? find (data, text) : NULL;

  return own == NULL && g_str_equal (text, person.id) ? &person : own;
}

static gboolean
parse_kind (const char *text, QmFindUnit find, gconstpointer data, QmUnit *unit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (kind_names[i], text) == 0) {
      unit->kind = (QmUnitKind) i;
      return TRUE;
    }

  if (qm_format_knows_currency (text)) {
    unit->kind = QM_UNIT_CURRENCY;
    g_strlcpy (unit->currency, text, sizeof unit->currency);
    return TRUE;
  }
  unit->own = find_own (text, find, data);
  if (unit->own != NULL) {
    unit->kind = QM_UNIT_OWN;
    return TRUE;
  }
  unit->kind = is_index (text) ? QM_UNIT_INDEX : QM_UNIT_MEASURE;
  unit->name = unit->kind == QM_UNIT_INDEX ? g_intern_string (text) : find_measure (text);
  return unit->name != NULL;
}

/* "year", "person", "100000-person": of how many, where a number stands before it. */
static gboolean
parse_per (const char *text, QmFindUnit find, gconstpointer data, QmUnit *unit)
{
  char *end = NULL;
  guint64 many = g_ascii_isdigit (*text) ? g_ascii_strtoull (text, &end, 10) : 0;
  const char *name = many > 0 ? end + 1 : text;

  unit->per = find_measure (text);
  if (unit->per != NULL)
    return TRUE;
  if (many > 0 && (*end != '-' || *text == '0' || many < 2 || many > G_MAXUINT))
    return FALSE;
  unit->per_many = (guint) many;
  unit->per_own = find_own (name, find, data);
  if (unit->per_own == NULL)
    unit->per = find_measure (name);
  return unit->per != NULL || unit->per_own != NULL;
}

gboolean
qm_unit_parse_with (const char *text, QmFindUnit find, gconstpointer data, QmUnit *unit)
{
  g_autofree char *name = g_strdup (text);
  char *per = strstr (name, PER);
  QmUnit parsed = { 0 };

  if (per != NULL)
    *per = '\0';
  if (!parse_kind (name, find, data, &parsed))
    return FALSE;
  if (per != NULL && (!parse_per (per + strlen (PER), find, data, &parsed) ||
                      !can_be_a_rate (&parsed) || !qm_unit_has_ratios (&parsed)))
    return FALSE;
  *unit = parsed;
  return TRUE;
}

gboolean
qm_unit_parse (const char *text, QmUnit *unit)
{
  return qm_unit_parse_with (text, NULL, NULL, unit);
}

static const QmOwnUnit *
find_in_dataset (gconstpointer dataset, const char *id)
{
  return qm_dataset_find_unit (dataset, id);
}

gboolean
qm_unit_parse_in (const QmDataset *dataset, const char *text, QmUnit *unit)
{
  return qm_unit_parse_with (text, dataset != NULL ? find_in_dataset : NULL, dataset, unit);
}

void
qm_unit_list_names (GPtrArray *names)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (kind_names[i] != NULL)
      g_ptr_array_add (names, (gpointer) kind_names[i]);
  g_ptr_array_add (names, (gpointer) person.id);
  qm_dimension_list (names);
}

static const char *
name_of (const QmUnit *unit)
{
  switch (unit->kind) {
  case QM_UNIT_CURRENCY:
    return unit->currency;
  case QM_UNIT_MEASURE:
  case QM_UNIT_INDEX:
    return unit->name;
  case QM_UNIT_OWN:
    return unit->own->id;
  case QM_UNIT_NUMBER:
  case QM_UNIT_PERCENT:
  case QM_UNIT_PERCENTAGE_POINTS:
  case QM_UNIT_TIMES:
  case QM_UNIT_RANK:
    break;
  }
  return kind_names[unit->kind];
}

char *
qm_unit_to_string (const QmUnit *unit)
{
  const char *per = unit->per_own != NULL ? unit->per_own->id : unit->per;

  if (unit->per_many > 0)
    return g_strdup_printf ("%s" PER "%u-%s", name_of (unit), unit->per_many, per);
  return g_strconcat (name_of (unit), per != NULL ? PER : NULL, per, NULL);
}

gboolean
qm_unit_is_rate (const QmUnit *unit)
{
  return unit->per != NULL || unit->per_own != NULL;
}

gboolean
qm_unit_equal (const QmUnit *a, const QmUnit *b)
{
  return a->kind == b->kind && g_strcmp0 (a->per, b->per) == 0 &&
         strcmp (a->currency, b->currency) == 0 && g_strcmp0 (a->name, b->name) == 0 &&
         a->own == b->own && a->per_own == b->per_own && a->per_many == b->per_many;
}

double
qm_unit_scale (const QmUnit *unit)
{
  return unit->kind == QM_UNIT_PERCENT || unit->kind == QM_UNIT_PERCENTAGE_POINTS ? 100 : 1;
}

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
  return qm_dimension_multiply (dimension, &per, -1);
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
      !qm_dimension_equal (&left, &right) ||
      (from->kind == QM_UNIT_NUMBER) != (to->kind == QM_UNIT_NUMBER))
    return FALSE;
  *factor = left.factor / right.factor;
  *more = (left.offset - right.offset) / right.factor;
  return TRUE;
}

/* --- Computations that need no conversion --- */

/* Two percentages differ by percentage points; a percentage may grow or shrink by such points. */
static gboolean
add (QmOperation operation, const QmUnit *left, const QmUnit *right, QmUnit *result)
{
  if (left->kind == QM_UNIT_PERCENT && right->kind == QM_UNIT_PERCENTAGE_POINTS) {
    *result = *left;
    return TRUE;
  }

  /* A level of an index is no amount. */
  if (!qm_unit_equal (left, right) || left->kind == QM_UNIT_INDEX)
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
    *result = (QmUnit){ .kind = QM_UNIT_TIMES };
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
  /* Of degrees there are differences, but no sums. */
  if (operation != QM_SUBTRACT && (!qm_unit_has_ratios (left) || !qm_unit_has_ratios (right)))
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
    if (!qm_unit_equal (left, right) || (left->kind == QM_UNIT_INDEX && operation == QM_SHARE_OF))
      return FALSE;
    *result = (QmUnit){ .kind = QM_UNIT_PERCENT };
    return TRUE;
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

static gboolean
compute_sum (const QmUnit *left, const QmUnit *right, const QmUnit *result, QmUnitFactors *factors)
{
  QmUnitFactors found;

  if (!bring_together (left, right, &found.right) || !bring_together (result, left, &found.result))
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
  *factors = (QmUnitFactors){ .right = 1, .result = product.factor / expected.factor };
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
    *factors = (QmUnitFactors){ 1, 1 };
    return TRUE;
  }
  if (!has_dimension (left) && !has_dimension (right))
    return FALSE;

  switch (operation) {
  case QM_ADD:
  case QM_SUBTRACT:
    return compute_sum (left, right, result, factors);
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
