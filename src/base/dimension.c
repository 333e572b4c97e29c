#include "base/dimension.h"

#include <unicode/ures.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A constant of the data may be made of others, and these of others. */
#define MAX_NESTED 8

/* A unit without prefix and power. */
typedef struct {
  char *name;
  char *target; /* what it is converted to: an identifier of base units */
  double factor, offset;
} Unit;

typedef struct {
  GArray *units;         /* Unit, the longest name first; empty where ICU has no such data */
  GHashTable *constants; /* name → what it is computed from */
  GHashTable *aliases;   /* identifier that is out of use → the one in its place */
} UnitData;

static const struct {
  const char *name;
  double base;
  int power;
} prefixes[] = {
  { "quecto", 10, -30 }, { "ronto", 10, -27 }, { "yocto", 10, -24 }, { "zepto", 10, -21 },
  { "atto", 10, -18 },   { "femto", 10, -15 }, { "pico", 10, -12 },  { "nano", 10, -9 },
  { "micro", 10, -6 },   { "milli", 10, -3 },  { "centi", 10, -2 },  { "deci", 10, -1 },
  { "deka", 10, 1 },     { "hecto", 10, 2 },   { "kilo", 10, 3 },    { "mega", 10, 6 },
  { "giga", 10, 9 },     { "tera", 10, 12 },   { "peta", 10, 15 },   { "exa", 10, 18 },
  { "zetta", 10, 21 },   { "yotta", 10, 24 },  { "ronna", 10, 27 },  { "quetta", 10, 30 },
  { "kibi", 1024, 1 },   { "mebi", 1024, 2 },  { "gibi", 1024, 3 },  { "tebi", 1024, 4 },
  { "pebi", 1024, 5 },   { "exbi", 1024, 6 },  { "zebi", 1024, 7 },  { "yobi", 1024, 8 },
};

static const struct {
  const char *name;
  int power;
} powers[] = { { "square-", 2 }, { "cubic-", 3 }, { "pow2-", 2 }, { "pow3-", 3 }, { "pow4-", 4 },
               { "pow5-", 5 },   { "pow6-", 6 },  { "pow7-", 7 }, { "pow8-", 8 }, { "pow9-", 9 } };

/* --- ICU's tables --- */

/* NULL where there is none. */
static char *
string_of (const UResourceBundle *table, const char *key)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;
  const UChar *text = ures_getStringByKey (table, key, &length, &status);

  return U_SUCCESS (status) ? g_utf16_to_utf8 (text, length, NULL, NULL, NULL) : NULL;
}

typedef void (*ReadEntry) (UnitData *data, const UResourceBundle *entry);

/* Reads each entry of a table of one of ICU's files; none where it is missing. */
static void
read_table (UnitData *data, const char *file, const char *const *path, ReadEntry read)
{
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *table = ures_openDirect (NULL, file, &status);
  UResourceBundle *entry = NULL;

  for (; *path != NULL; path++)
    table = ures_getByKey (table, *path, table, &status);
  while (U_SUCCESS (status) && ures_hasNext (table)) {
    entry = ures_getNextResource (table, entry, &status);
    if (U_SUCCESS (status))
      read (data, entry);
  }
  ures_close (entry);
  ures_close (table);
}

static void
read_constant (UnitData *data, const UResourceBundle *entry)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;
  const UChar *text = ures_getString (entry, &length, &status);

  if (U_SUCCESS (status))
    g_hash_table_insert (data->constants, g_strdup (ures_getKey (entry)),
                         g_utf16_to_utf8 (text, length, NULL, NULL, NULL));
}

static void
read_alias (UnitData *data, const UResourceBundle *entry)
{
  char *replacement = string_of (entry, "replacement");

  if (replacement != NULL)
    g_hash_table_insert (data->aliases, g_strdup (ures_getKey (entry)), replacement);
}

static double evaluate (const UnitData *data, const char *text, int depth);

static double
evaluate_term (const UnitData *data, const char *term, int depth)
{
  const char *constant = g_hash_table_lookup (data->constants, term);
  char *end;
  double number = g_ascii_strtod (term, &end);

  if (constant != NULL)
    return depth < MAX_NESTED ? evaluate (data, constant, depth + 1) : NAN;
  return end > term && *end == '\0' ? number : NAN;
}

/* "gal_to_m3/128*8": all that is behind the stroke divides. NAN for what is no such product. */
static double
evaluate (const UnitData *data, const char *text, int depth)
{
  g_auto (GStrv) sides = g_strsplit (text, "/", 2);
  double value = 1;

  for (gsize side = 0; sides[side] != NULL; side++) {
    g_auto (GStrv) terms = g_strsplit (sides[side], "*", -1);

    for (gsize i = 0; terms[i] != NULL; i++) {
      double term = evaluate_term (data, g_strstrip (terms[i]), depth);

      value = side == 0 ? value * term : value / term;
    }
  }
  return value;
}

static void
read_unit (UnitData *data, const UResourceBundle *entry)
{
  g_autofree char *factor = string_of (entry, "factor"), *offset = string_of (entry, "offset");
  g_autofree char *target = string_of (entry, "target");
  Unit unit = { .factor = factor != NULL ? evaluate (data, factor, 0) : NAN,
                .offset = offset != NULL ? evaluate (data, offset, 0) : 0 };

  /* What is converted in another way than by a factor is left out. */
  if (target == NULL || !(unit.factor > 0) || !isfinite (unit.factor) || !isfinite (unit.offset))
    return;
  unit.name = g_strdup (ures_getKey (entry));
  unit.target = g_steal_pointer (&target);
  g_array_append_val (data->units, unit);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize left = strlen (((const Unit *) a)->name), right = strlen (((const Unit *) b)->name);

  return left < right ? 1 : left > right ? -1 : 0;
}

/* A name that is out of use stands in identifiers too: "metric-ton-per-hectare". */
static void
add_alias (UnitData *data, const char *alias, const char *replacement)
{
  for (guint i = 0; i < data->units->len; i++) {
    Unit unit = g_array_index (data->units, Unit, i);

    if (strcmp (unit.name, replacement) != 0 || strcmp (unit.name, unit.target) == 0)
      continue;
    unit.name = g_strdup (alias);
    g_array_append_val (data->units, unit);
    return;
  }
}

static const UnitData *
get_data (void)
{
  static UnitData data;
  static gsize is_read = 0;
  GHashTableIter iter;
  gpointer alias, replacement;

  if (g_once_init_enter (&is_read)) {
    data.units = g_array_new (FALSE, FALSE, sizeof (Unit));
    data.constants = g_hash_table_new (g_str_hash, g_str_equal);
    data.aliases = g_hash_table_new (g_str_hash, g_str_equal);
    read_table (&data, "units", (const char *const[]) { "unitConstants", NULL }, read_constant);
    read_table (&data, "units", (const char *const[]) { "convertUnits", NULL }, read_unit);
    read_table (&data, "metadata", (const char *const[]) { "alias", "unit", NULL }, read_alias);
    g_hash_table_iter_init (&iter, data.aliases);
    while (g_hash_table_iter_next (&iter, &alias, &replacement))
      add_alias (&data, alias, replacement);
    g_array_sort (data.units, compare_lengths);
    g_once_init_leave (&is_read, 1);
  }
  return &data;
}

const char *
qm_dimension_replace_alias (const char *identifier)
{
  const char *replacement = g_hash_table_lookup (get_data ()->aliases, identifier);

  return replacement != NULL ? replacement : identifier;
}

/* With the usual prefixes. */
static void
list_unit (GPtrArray *identifiers, const char *name)
{
  static const char *const usual[] = { "milli", "centi",   "kilo",   "mega",       "giga",
                                       "tera",  "square-", "cubic-", "square-kilo" };

  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++) {
    g_autofree char *prefixed = g_strconcat (usual[i], name, NULL);

    g_ptr_array_add (identifiers, (gpointer) g_intern_string (prefixed));
  }
}

void
qm_dimension_list (GPtrArray *identifiers)
{
  const GArray *units = get_data ()->units;

  /* Nobody says kiloyears, nor what that is the square of. */
  for (guint i = 0; i < units->len; i++) {
    const Unit *unit = &g_array_index (units, Unit, i);

    g_ptr_array_add (identifiers, unit->name);
    if (g_strcmp0 (unit->target, "second") != 0)
      list_unit (identifiers, unit->name);
  }
  list_unit (identifiers, "watt-hour");
}

/* --- Products --- */

QmDimension
qm_dimension_none (void)
{
  return (QmDimension) { .factor = 1 };
}

gboolean
qm_dimension_multiply_base (QmDimension *dimension, const char *base, int power)
{
  QmDimensionPart *parts = dimension->parts;
  gsize i = 0;

  while (i < dimension->n_parts && strcmp (parts[i].base, base) != 0)
    i++;
  if (i == QM_DIMENSION_MAX_PARTS)
    return FALSE;
  if (i == dimension->n_parts)
    parts[dimension->n_parts++] = (QmDimensionPart) { g_intern_string (base), 0 };
  parts[i].power += power;
  if (parts[i].power == 0)
    parts[i] = parts[--dimension->n_parts];
  return TRUE;
}

gboolean
qm_dimension_multiply (QmDimension *dimension, const QmDimension *other, int power)
{
  for (gsize i = 0; i < other->n_parts; i++)
    if (!qm_dimension_multiply_base (dimension, other->parts[i].base,
                                     other->parts[i].power * power))
      return FALSE;
  dimension->factor *= pow (other->factor, power);
  return TRUE;
}

static int
power_of (const QmDimension *dimension, const char *base)
{
  for (gsize i = 0; i < dimension->n_parts; i++)
    if (strcmp (dimension->parts[i].base, base) == 0)
      return dimension->parts[i].power;
  return 0;
}

gboolean
qm_dimension_equal (const QmDimension *a, const QmDimension *b)
{
  for (gsize i = 0; i < a->n_parts; i++)
    if (power_of (b, a->parts[i].base) != a->parts[i].power)
      return FALSE;
  return a->n_parts == b->n_parts;
}

/* --- Identifiers --- */

/* The unit whose name ends the text's first word or words; *at goes behind them. */
static const Unit *
read_name (const char **at)
{
  const GArray *units = get_data ()->units;

  for (guint i = 0; i < units->len; i++) {
    const Unit *unit = &g_array_index (units, Unit, i);
    gsize length = strlen (unit->name);

    if (strncmp (*at, unit->name, length) == 0 && strchr ("-", (*at)[length]) != NULL) {
      *at += length;
      return unit;
    }
  }
  return NULL;
}

/* "kilo" before "watt", but not that of "kilogram", which is a unit itself. */
static const Unit *
read_prefixed (const char **at, double *prefix)
{
  const Unit *unit = read_name (at);

  *prefix = 1;
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes) && unit == NULL; i++) {
    const char *behind = *at + strlen (prefixes[i].name);

    if (!g_str_has_prefix (*at, prefixes[i].name))
      continue;
    unit = read_name (&behind);
    if (unit != NULL) {
      *at = behind;
      *prefix = pow (prefixes[i].base, prefixes[i].power);
    }
  }
  return unit;
}

static int
read_power (const char **at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (powers); i++)
    if (g_str_has_prefix (*at, powers[i].name)) {
      *at += strlen (powers[i].name);
      return powers[i].power;
    }
  return 1;
}

/* "100", "1e6": what newer releases of ICU have in "part-per-1e6". *at goes behind it. */
static gboolean
read_number (const char **at, double *number)
{
  char *end = NULL;
  double value = g_ascii_isdigit (**at) ? g_ascii_strtod (*at, &end) : 0;

  if (value <= 0 || !isfinite (value) || strchr ("-", *end) == NULL)
    return FALSE;
  *at = end;
  *number = value;
  return TRUE;
}

/* A unit with prefix and power. Base units are what they are; others go by way of their target. */
static gboolean
read_part (const char **at, int sign, QmDimension *dimension)
{
  QmDimension target = { .factor = 1 };
  const Unit *unit;
  double prefix;
  int power;

  if (read_number (at, &target.factor))
    return qm_dimension_multiply (dimension, &target, sign);
  power = read_power (at) * sign;
  unit = read_prefixed (at, &prefix);
  if (unit == NULL)
    return FALSE;
  if (strcmp (unit->target, unit->name) == 0) {
    if (!qm_dimension_multiply_base (&target, unit->name, 1))
      return FALSE;
  } else if (!qm_dimension_read (unit->target, &target)) {
    return FALSE;
  }
  target.factor *= unit->factor * prefix;
  dimension->offset += unit->offset;
  return qm_dimension_multiply (dimension, &target, power);
}

gboolean
qm_dimension_read (const char *identifier, QmDimension *dimension)
{
  const char *at = identifier;
  QmDimension read = { .factor = 1 };
  int sign = 1;

  while (*at != '\0') {
    at += *at == '-' && at > identifier;
    if (g_str_has_prefix (at, "per-")) {
      sign = -1;
      at += strlen ("per-");
    }
    if (!read_part (&at, sign, &read))
      return FALSE;
  }
  if (read.n_parts == 0 && at == identifier)
    return FALSE;
  /* Degrees by year are steps from degree to degree, wherever the scale has its zero. */
  if (read.n_parts != 1 || read.parts[0].power != 1)
    read.offset = 0;
  *dimension = read;
  return TRUE;
}
