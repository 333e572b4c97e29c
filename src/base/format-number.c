/* Numbers in figures and words. */
#include "base/format-private.h"

#include <math.h>
#include <string.h>

/* Of which more are a number's own than a double is sure of. */
#define MOST_DIGITS 17

/* Of a number that is not rounded: so many decimals, or so many significant digits where they say
 * more; beside a word as many as a double is sure of. */
#define MOST_DECIMALS 6
#define MOST_SIGNIFICANT 6
#define MOST_BESIDE_WORD 15

/* The first of digits counts 10^magnitude. Zero has one digit, nothing else has one at its end. */
typedef struct {
  char digits[MOST_DIGITS + 1];
  int n, magnitude;
} Decimal;

static void
drop_zeros (Decimal *decimal)
{
  while (decimal->n > 1 && decimal->digits[decimal->n - 1] == '0')
    decimal->n--;
}

/* The shortest that is read as the value, which is finite and not below zero. */
static Decimal
decimal_of (double value)
{
  static const char *const formats[] = { "%.14e", "%.15e", "%.16e" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  Decimal decimal = { .n = 0 };
  const char *at = buffer;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_ascii_formatd (buffer, sizeof buffer, formats[i], value);
    if (fabs (g_ascii_strtod (buffer, NULL) - value) <= 0)
      break;
  }
  for (; *at != 'e'; at++)
    if (g_ascii_isdigit (*at))
      decimal.digits[decimal.n++] = *at;
  decimal.magnitude = (int) g_ascii_strtoll (at + 1, NULL, 10);
  drop_zeros (&decimal);
  return decimal;
}

/* Half goes to the even digit. */
static gboolean
goes_up (const Decimal *decimal, int n)
{
  if (decimal->digits[n] != '5' || n + 1 < decimal->n)
    return decimal->digits[n] >= '5';
  return n > 0 && (decimal->digits[n - 1] - '0') % 2 == 1;
}

/* To the first n digits, which are one at least. */
static void
round_to (Decimal *decimal, int n)
{
  gboolean up = n < decimal->n && goes_up (decimal, n);

  decimal->n = MIN (decimal->n, n);
  while (up && decimal->n > 0 && decimal->digits[decimal->n - 1] == '9')
    decimal->n--;
  if (up && decimal->n == 0) {
    decimal->digits[decimal->n++] = '1';
    decimal->magnitude++;
  } else if (up) {
    decimal->digits[decimal->n - 1]++;
  }
  drop_zeros (decimal);
}

/* How many digits are kept at most. */
static int
most_digits (const Decimal *decimal, const QmFormatRounding *rounding)
{
  if (rounding->n_digits > 0)
    return rounding->n_digits;
  if (rounding->n_decimals > 0)
    return MAX (decimal->magnitude + 1 + rounding->n_decimals, 1);
  if (rounding->in_words)
    return MOST_BESIDE_WORD;
  return MAX (decimal->magnitude + 1 + MOST_DECIMALS, MOST_SIGNIFICANT);
}

/* With n_decimals, and a sign between thousands. */
static void
append_decimal (GString *text, const Decimal *decimal, int n_decimals)
{
  const QmFormatLanguage *language = qm_format_language ();

  for (int place = MAX (decimal->magnitude, 0); place >= -n_decimals; place--) {
    int i = decimal->magnitude - place;

    if (place == -1)
      g_string_append (text, language->decimal_sign);
    g_string_append_c (text, i >= 0 && i < decimal->n ? decimal->digits[i] : '0');
    if (place > 0 && place % 3 == 0)
      g_string_append (text, language->thousands_sign);
  }
}

static void
append_finite (GString *text, double value, const QmFormatRounding *rounding)
{
  Decimal decimal = decimal_of (value);
  int word, n_decimals;

  decimal.magnitude += value > 0 ? rounding->power : 0;
  round_to (&decimal, most_digits (&decimal, rounding));
  word = rounding->in_words ? MIN (decimal.magnitude / 3, 1 + QM_FORMAT_N_WORDS) : 0;
  decimal.magnitude -= 3 * word;
  n_decimals = MAX (decimal.n, rounding->n_digits) - 1 - decimal.magnitude;
  append_decimal (text, &decimal, MAX (n_decimals, rounding->n_decimals));
  if (word > 1)
    g_string_append_printf (text, " %s", qm_format_language ()->words[word - 2]);
}

char *
qm_format_rounded (double value, QmFormatRounding rounding)
{
  GString *text = g_string_new (value < 0 ? "−" : "");

  if (isfinite (value))
    append_finite (text, fabs (value), &rounding);
  else
    g_string_append (text, isnan (value) ? "NaN" : "∞");
  return g_string_free (text, FALSE);
}
