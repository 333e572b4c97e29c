#include "base/format-private.h"

#include "base/dimension.h"

#include <unicode/ucurr.h>

#include <math.h>
#include <string.h>

#define WATT_HOUR "watt-hour"

/* Takes over text. */
static char *
replace (char *text, const char *find, const char *by)
{
  GString *result = g_string_new (text);

  g_free (text);
  g_string_replace (result, find, by, 1);
  return g_string_free (result, FALSE);
}

/* ICU glues the sign of a temperature to its number in some languages, against the rule of SI.
 * Takes over text, which may be NULL. */
static char *
with_space_before_degrees (char *text)
{
  const char *degrees = text != NULL ? strstr (text, "°") : NULL;

  if (degrees == NULL || degrees == text || degrees[-1] == ' ' ||
      strchr ("CF", degrees[strlen ("°")]) == NULL || degrees[strlen ("°")] == '\0')
    return text;
  return replace (text, "°", " °");
}

/* ICU's data for Vietnamese have "0,5 L" beside "0,5 l/km". Takes over text, which may be NULL. */
static char *
with_one_litre (char *text)
{
  if (text == NULL || strstr (text, " l/") == NULL ||
      !g_str_has_prefix (qm_format_language ()->locale, "vi"))
    return text;
  return replace (text, " l/", " L/");
}

static char *
measure (double value, const char *number_skeleton, const char *unit, gboolean in_words)
{
  g_autofree char *skeleton = g_strdup_printf ("%s unit/%s unit-width-%s", number_skeleton, unit,
                                               in_words ? "full-name" : "short");

  return with_one_litre (with_space_before_degrees (qm_format_with_icu (skeleton, value)));
}

/* What is left of "1 kWh" without the number. */
static char *
name_of (const char *unit, gboolean in_words)
{
  char *one = measure (1, "precision-integer", unit, in_words);

  return one != NULL ? g_strstrip (replace (one, "1", "")) : NULL;
}

/* The part of an identifier that ends with WATT_HOUR, "gigawatt", from where it begins; NULL where
 * there is none. */
static char *
find_watts (const char *unit, const char **begin)
{
  const char *found = strstr (unit, WATT_HOUR);

  if (found == NULL)
    return NULL;
  *begin = found;
  while (*begin > unit && (*begin)[-1] != '-')
    (*begin)--;
  return g_strndup (*begin, (gsize) (found - *begin) + strlen ("watt"));
}

/* ICU has a name for kilowatt-hours only and makes "GW⋅hrs" of others: so the name of the power
 * takes the place of the kilowatts in that. NULL where the two are not put together so in the
 * language. */
static char *
measure_watt_hours (double value, const char *number_skeleton, const char *unit, gboolean in_words)
{
  const char *begin;
  g_autofree char *watts = find_watts (unit, &begin);
  g_autofree char *kilowatt_hours = NULL, *kilowatt = NULL, *power = NULL, *text = NULL;

  if (watts == NULL || g_str_equal (watts, "kilowatt"))
    return NULL;
  kilowatt_hours = g_strdup_printf ("%.*skilo%s%s", (int) (begin - unit), unit, WATT_HOUR,
                                    begin + strlen (watts) + strlen ("-hour"));
  kilowatt = name_of ("kilowatt", in_words);
  power = name_of (watts, in_words);
  text = measure (value, number_skeleton, kilowatt_hours, in_words);
  if (text == NULL || power == NULL || kilowatt == NULL || strstr (text, kilowatt) == NULL)
    return NULL;
  return replace (g_steal_pointer (&text), kilowatt, power);
}

/* NULL if ICU cannot do it. */
static char *
try_measure (double value, const char *number_skeleton, const char *unit, gboolean in_words)
{
  const char *current = qm_dimension_replace_alias (unit);
  char *text = measure_watt_hours (value, number_skeleton, current, in_words);

  return text != NULL ? text : measure (value, number_skeleton, current, in_words);
}

char *
qm_format_measure (double value, const char *unit, QmDigits digits, gboolean in_words)
{
  g_autofree char *number_skeleton = qm_format_number_skeleton (value, digits);
  g_autofree char *number = NULL;
  char *text = try_measure (value, number_skeleton, unit, in_words);

  if (text != NULL)
    return text;
  number = qm_format_number (value, digits);
  return g_strdup_printf ("%s %s", number, unit);
}

char *
qm_format_measure_name (const char *unit, gboolean in_words)
{
  char *one = try_measure (1, "precision-integer", unit, in_words);

  return one != NULL ? g_strstrip (replace (one, "1", "")) : g_strdup (unit);
}

/* No number stands beside several units, "foot-and-inch"; and what has other characters is no
 * identifier, but more of a skeleton. */
static gboolean
is_identifier (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-");

  return length > 0 && text[length] == '\0' && strstr (text, "-and-") == NULL;
}

static gboolean
can_be_worded (const char *unit)
{
  static const char *const widths[] = { "short", "full-name" };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++) {
    g_autofree char *skeleton =
        g_strdup_printf ("unit/%s unit-width-%s", qm_dimension_replace_alias (unit), widths[i]);

    if (!qm_format_can_icu (skeleton))
      return FALSE;
  }
  return TRUE;
}

/* To ask ICU takes a millisecond, and a file may ask for each of its measures. */
gboolean
qm_format_knows_measure (const char *unit)
{
  static GHashTable *known = NULL; /* interned strings, for the life of the program */
  static GMutex lock;
  gboolean is_known;

  g_mutex_lock (&lock);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  is_known = g_hash_table_contains (known, unit);
  if (!is_known && is_identifier (unit) && can_be_worded (unit))
    is_known = g_hash_table_add (known, (gpointer) g_intern_string (unit));
  g_mutex_unlock (&lock);
  return is_known;
}

gboolean
qm_format_knows_currency (const char *code)
{
  g_autofree gunichar2 *text = g_utf8_to_utf16 (code, -1, NULL, NULL, NULL);
  UErrorCode status = U_ZERO_ERROR;

  /* ISO 4217 has a code for none, and one for tests. */
  return strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3 && code[3] == '\0' &&
         strspn (code, "X") < 3 && !g_str_equal (code, "XTS") &&
         ucurr_isAvailable (text, -INFINITY, INFINITY, &status) && U_SUCCESS (status);
}
