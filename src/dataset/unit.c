#include "dataset/unit.h"

#include "base/date.h"
#include "base/dimension.h"
#include "base/format.h"

#include <math.h>
#include <string.h>

#define PER " per "
#define EQUALS " = "
#define DIFFERENCE "difference in "

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
  QmDate date;
  double level;

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
  unit->kind = qm_unit_parse_base (text, &date, &level) ? QM_UNIT_INDEX : QM_UNIT_MEASURE;
  unit->name = unit->kind == QM_UNIT_INDEX ? g_intern_string (text) : find_measure (text);
  return unit->name != NULL;
}

/* One of temperatures, of which a difference is not what a thermometer shows. */
static gboolean
parse_difference (const char *text, QmUnit *unit)
{
  QmUnit parsed = { 0 };

  if (!parse_kind (text, NULL, NULL, &parsed) || !qm_unit_is_temperature (&parsed))
    return FALSE;
  parsed.is_difference = TRUE;
  *unit = parsed;
  return TRUE;
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

  if (g_str_has_prefix (text, DIFFERENCE))
    return parse_difference (text + strlen (DIFFERENCE), unit);
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

char *
qm_unit_make_rate (const char *unit, const char *per)
{
  static const char *const formats[] = { "%s per %s", "%s-per-%s" };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autofree char *rate = g_strdup_printf (formats[i], unit, per);
    QmUnit parsed;

    if (qm_unit_parse (rate, &parsed))
      return g_steal_pointer (&rate);
  }
  return NULL;
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
  return g_strconcat (unit->is_difference ? DIFFERENCE : "", name_of (unit),
                      per != NULL ? PER : NULL, per, NULL);
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
         a->own == b->own && a->per_own == b->per_own && a->per_many == b->per_many &&
         a->is_difference == b->is_difference;
}

double
qm_unit_scale (const QmUnit *unit)
{
  return unit->kind == QM_UNIT_PERCENT || unit->kind == QM_UNIT_PERCENTAGE_POINTS ? 100 : 1;
}
