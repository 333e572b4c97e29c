#include "edit/noughts.h"

#include <math.h>
#include <string.h>

/* Behind the decimal sign, of the longest number that is looked for. */
#define MAX_DECIMALS 6

/* Where the digits stand and nothing else that belongs to a number beside them. */
static gboolean
stand_in (const char *words, const char *digits)
{
  gsize length = strlen (digits);

  for (const char *at = strstr (words, digits); at != NULL; at = strstr (at + 1, digits)) {
    gboolean goes_on = g_ascii_isdigit (at[length]) ||
                       (strchr (".,", at[length]) != NULL && g_ascii_isdigit (at[length + 1]));

    if (!goes_on && (at == words || !(g_ascii_isdigit (at[-1]) || strchr (".,", at[-1]) != NULL)))
      return TRUE;
  }
  return FALSE;
}

/* With either decimal sign. */
static gboolean
are_written (const char *words, char *digits)
{
  if (stand_in (words, digits))
    return TRUE;
  *strchr (digits, '.') = ',';
  return stand_in (words, digits);
}

static int
count_significant (const char *digits)
{
  int n = 0;

  for (; *digits != '\0'; digits++)
    n += g_ascii_isdigit (*digits) && (n > 0 || *digits != '0') ? 1 : 0;
  return n;
}

int
qm_noughts_count_digits (const char *words, double value)
{
  static const double scales[] = { 1, 1e3, 1e6, 1e9, 1e12 };

  if (words == NULL || isnan (value))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (scales) && (i == 0 || fabs (value) >= scales[i]); i++)
    for (int n = MAX_DECIMALS; n > 0; n--) {
      g_autofree char *format = g_strdup_printf ("%%.%df", n);
      char digits[G_ASCII_DTOSTR_BUF_SIZE];
      double number = fabs (value) / scales[i];

      g_ascii_formatd (digits, sizeof digits, format, number);
      /* 170,000 is no 170 thousand with three noughts behind it. */
      if (number < 1e9 && (i == 0 || n != 3) && g_str_has_suffix (digits, "0") &&
          fabs (g_ascii_strtod (digits, NULL) - number) <= number * 1e-12 &&
          are_written (words, digits))
        return count_significant (digits);
    }
  return 0;
}
