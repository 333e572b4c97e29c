#include "dataset/unit-guess.h"

#include "base/nearest.h"

#include <string.h>

typedef struct {
  const char *sign, *name;
} Sign;

static const Sign prefixes[] = {
  { "k", "kilo" }, { "M", "mega" },  { "G", "giga" },  { "T", "tera" },  { "P", "peta" },
  { "E", "exa" },  { "m", "milli" }, { "c", "centi" }, { "d", "deci" },  { "h", "hecto" },
  { "n", "nano" }, { "µ", "micro" }, { "μ", "micro" }, { "u", "micro" },
};

/* Units that have prefixes. */
static const Sign bases[] = {
  { "W", "watt" },      { "Wh", "watt-hour" }, { "J", "joule" },  { "Hz", "hertz" },
  { "g", "gram" },      { "m", "meter" },      { "l", "liter" },  { "B", "byte" },
  { "bit", "bit" },     { "b", "bit" },        { "V", "volt" },   { "A", "ampere" },
  { "Pa", "pascal" },   { "t", "tonne" },      { "mol", "mole" }, { "s", "second" },
  { "cal", "calorie" },
};

static const Sign others[] = {
  { "%", "percent" },
  { "pct", "percent" },
  { "per cent", "percent" },
  { "pp", "percentage-points" },
  { "x", "times" },
  { "×", "times" },
  { "ratio", "times" },
  { "count", "number" },
  { "#", "number" },
  { "°C", "celsius" },
  { "°F", "fahrenheit" },
  { "C", "celsius" },
  { "ha", "hectare" },
  { "t", "metric-ton" },
  { "h", "hour" },
  { "hr", "hour" },
  { "hrs", "hour" },
  { "min", "minute" },
  { "yr", "year" },
  { "yrs", "year" },
  { "ppm", "part-per-million" },
  { "bbl", "barrel" },
  { "mph", "mile-per-hour" },
  { "kph", "kilometer-per-hour" },
  { "Mbps", "megabit-per-second" },
  { "Gbps", "gigabit-per-second" },
  { "lb", "pound" },
  { "oz", "ounce" },
  { "ft", "foot" },
  { "psi", "pound-force-per-square-inch" },
  { "people", "person" },
  { "capita", "person" },
  { "inhabitants", "person" },
  { "$", "USD" },
  { "US$", "USD" },
  { "dollars", "USD" },
  { "€", "EUR" },
  { "euros", "EUR" },
  { "£", "GBP" },
  { "¥", "JPY" },
  { "yen", "JPY" },
  { "₫", "VND" },
  { "đ", "VND" },
  { "VNĐ", "VND" },
  { "dong", "VND" },
  { "đồng", "VND" },
};

typedef struct {
  QmFindUnit find;
  gconstpointer data;
  const GPtrArray *names;
} Known;

static gboolean
is_unit (const Known *known, const char *text)
{
  QmUnit unit = { 0 };

  return qm_unit_parse_with (text, known->find, known->data, &unit);
}

static gboolean
is_same (const char *a, const char *b, gboolean has_case)
{
  g_autofree char *first = has_case ? g_strdup (a) : g_utf8_casefold (a, -1);
  g_autofree char *second = has_case ? g_strdup (b) : g_utf8_casefold (b, -1);

  return g_str_equal (first, second);
}

static char *
find_other (const char *typed, gboolean has_case)
{
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (is_same (typed, others[i].sign, has_case))
      return g_strdup (others[i].name);
  return NULL;
}

/* "kWh", or "kwh" */
static char *
find_prefixed (const char *typed, gboolean has_case)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bases); i++) {
    if (is_same (typed, bases[i].sign, has_case))
      return g_strdup (bases[i].name);
    for (gsize j = 0; j < G_N_ELEMENTS (prefixes); j++) {
      g_autofree char *sign = g_strconcat (prefixes[j].sign, bases[i].sign, NULL);

      if (is_same (typed, sign, has_case))
        return g_strconcat (prefixes[j].name, bases[i].name, NULL);
    }
  }
  return NULL;
}

/* Of "km2" and "km³" the unit without its power, which is "square-" or "cubic-"; or NULL. */
static char *
take_power (const char *typed, const char **power)
{
  static const Sign powers[] = {
    { "2", "square-" },
    { "²", "square-" },
    { "3", "cubic-" },
    { "³", "cubic-" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (powers); i++)
    if (g_str_has_suffix (typed, powers[i].sign) && !g_str_equal (typed, powers[i].sign)) {
      *power = powers[i].name;
      return g_strndup (typed, strlen (typed) - strlen (powers[i].sign));
    }
  return NULL;
}

/* As it is written, by its sign, or by that in other letters. */
static char *
guess_sign (const Known *known, const char *typed)
{
  g_autofree char *upper = g_ascii_strup (typed, -1);
  char *found;

  if (is_unit (known, typed))
    return g_strdup (typed);
  if ((found = find_other (typed, TRUE)) != NULL || (found = find_prefixed (typed, TRUE)) != NULL)
    return found;
  if (strlen (upper) == 3 && is_unit (known, upper))
    return g_steal_pointer (&upper);
  found = find_other (typed, FALSE);
  return found != NULL ? found : find_prefixed (typed, FALSE);
}

/* Of what is no sign, a name that is like it. */
static char *
guess_one (const Known *known, const char *typed)
{
  const char *power = "";
  g_autofree char *base = take_power (typed, &power);
  g_autofree char *name = guess_sign (known, base != NULL ? base : typed);

  if (name != NULL)
    return g_strconcat (power, name, NULL);
  return base == NULL ? g_strdup (qm_nearest_find (known->names, typed)) : NULL;
}

/* Of "100,000 people" what is counted is left in rest, and the count is returned: "100000-". */
static char *
take_count (const char *typed, const char **rest)
{
  GString *count = g_string_new (NULL);

  for (; g_ascii_isdigit (*typed) || (count->len > 0 && strchr (",. -", *typed) != NULL && *typed);
       typed++)
    if (g_ascii_isdigit (*typed))
      g_string_append_c (count, *typed);
  if (count->len > 0)
    g_string_append_c (count, '-');
  *rest = typed;
  return g_string_free (count, FALSE);
}

/* One unit by another, in one word or in two, as can be read. */
static char *
guess_rate (const Known *known, const char *left, const char *right)
{
  const char *rest;
  g_autofree char *count = take_count (right, &rest);
  g_autofree char *first = guess_one (known, left), *second = guess_one (known, rest);
  const char *const joints[] = { "-per-", " per " };

  if (first == NULL || second == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++) {
    g_autofree char *rate = g_strconcat (first, joints[i], count, second, NULL);

    if (is_unit (known, rate))
      return g_steal_pointer (&rate);
  }
  return NULL;
}

/* "2015=100" */
static char *
guess_index (const char *typed)
{
  g_auto (GStrv) parts = g_strsplit (typed, "=", -1);

  if (g_strv_length (parts) != 2)
    return NULL;
  return g_strconcat (g_strstrip (parts[0]), " = ", g_strstrip (parts[1]), NULL);
}

/* "difference in °C", "celsius difference" */
static char *
guess_difference (const Known *known, const char *typed)
{
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++) {
    g_autofree char *name = guess_sign (known, words[i]);
    g_autofree char *guess = name != NULL ? g_strconcat ("difference in ", name, NULL) : NULL;

    if (guess != NULL && is_unit (known, guess))
      return g_steal_pointer (&guess);
  }
  return NULL;
}

char *
qm_unit_guess (const char *typed, QmFindUnit find, gconstpointer data, const GPtrArray *names)
{
  const Known known = { find, data, names };
  const char *per = strstr (typed, " per "), *slash = strchr (typed, '/');
  const char *cut = per != NULL ? per : slash;
  g_autofree char *hyphenated = g_strdelimit (g_strdup (typed), " ", '-');
  g_autofree char *left = cut != NULL ? g_strndup (typed, (gsize) (cut - typed)) : NULL;
  g_autofree char *guess = NULL;

  if (strstr (typed, "difference") != NULL)
    guess = guess_difference (&known, typed);
  else if (cut != NULL && left[0] != '\0')
    guess = guess_rate (&known, g_strstrip (left), cut + (per != NULL ? strlen (" per ") : 1));
  else if (strchr (typed, '=') != NULL)
    guess = guess_index (typed);
  else if (strchr (typed, ' ') == NULL || is_unit (&known, hyphenated))
    guess = guess_one (&known, hyphenated);
  else
    guess = find_other (typed, FALSE);
  return guess != NULL && is_unit (&known, guess) ? g_steal_pointer (&guess) : NULL;
}
