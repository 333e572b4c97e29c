#include "base/format-private.h"
#include "base/language.h"

#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include <math.h>
#include <string.h>

static const QmFormatLanguage languages[] = {
  { "en", "en-GB", "unit-width-short", "d MMM y", "MMM y", "Q y", "d MMM", "MMM" },
  { "vi", "vi", "unit-width-iso-code", "d/M/y", "M/y", "Q/y", "d/M", "M/y" },
};

/* ICU's number skeletons, without the words. With all digits a figure has those that someone can
 * have written; one that has no end, as 1 / 3, has at most six decimals, or as many significant
 * digits where they say more; in words, as many as a double is sure of. Rounded it has three, zeros
 * among them, which say that it is rounded.
 * https://unicode-org.github.io/icu/userguide/format_parse/numbers/skeletons.html#precision */
#define PLAIN_PRECISION ".######/@@@@@@+"
#define MOST_PLAIN_DECIMALS 6
#define WORDED_PRECISION "@##############"

#define MOST_DIGITS_IN_LABEL 5

/* Of more a quotient can be told from what was written. */
#define MOST_DIGITS_WRITTEN 12

/* From here on nobody counts the pence. */
#define LARGEST_PRICE 1e4

/* That are kept open. */
#define MOST_FORMATTERS 300

const QmFormatLanguage *
qm_format_language (void)
{
  for (gsize i = 1; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].code, qm_language_current ()))
      return &languages[i];

  return &languages[0];
}

/* With ordinary spaces, so that a figure can be searched for and wrapped. */
static char *
text_from_icu (const gunichar2 *text, int32_t length)
{
  g_autofree char *utf8 = g_utf16_to_utf8 (text, length, NULL, NULL, NULL);
  GString *result = g_string_new (utf8);

  g_string_replace (result, "\u00a0", " ", 0);
  g_string_replace (result, "\u202f", " ", 0);

  return g_string_free (result, FALSE);
}

/* --- What ICU takes long to open, kept --- */

static void
close_number_formatter (gpointer formatter)
{
  unumf_close (formatter);
}

/* "LOCALE SKELETON" → UNumberFormatter, of a thread, for its life. */
static GHashTable *
get_number_formatters (void)
{
  static GPrivate kept = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *table = g_private_get (&kept);

  if (table == NULL) {
    table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, close_number_formatter);
    g_private_set (&kept, table);
  }
  return table;
}

/* NULL if ICU cannot do it: of a skeleton that it does not understand it makes a formatter all the
 * same. */
static UNumberFormatter *
open_number_formatter (const char *locale, const char *skeleton)
{
  g_autofree gunichar2 *pattern = g_utf8_to_utf16 (skeleton, -1, NULL, NULL, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormatter *formatter = unumf_openForSkeletonAndLocale (pattern, -1, locale, &status);

  if (U_FAILURE (status))
    g_clear_pointer (&formatter, unumf_close);
  return formatter;
}

/* NULL if ICU cannot do it. */
static const UNumberFormatter *
get_number_formatter (const char *skeleton)
{
  const char *locale = qm_format_language ()->locale;
  GHashTable *table = get_number_formatters ();
  g_autofree char *key = g_strconcat (locale, " ", skeleton, NULL);
  UNumberFormatter *formatter = g_hash_table_lookup (table, key);

  if (formatter != NULL)
    return formatter;
  /* A file may have any number of units. */
  if (g_hash_table_size (table) >= MOST_FORMATTERS)
    g_hash_table_remove_all (table);
  formatter = open_number_formatter (locale, skeleton);
  if (formatter != NULL)
    g_hash_table_insert (table, g_steal_pointer (&key), formatter);
  return formatter;
}

/* --- Numbers --- */

static int
count_digits (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  int n = 0, n_zeros = 0;

  g_ascii_formatd (buffer, sizeof buffer, "%.14e", fabs (value));
  for (const char *at = buffer; *at != 'e' && *at != '\0'; at++)
    if (g_ascii_isdigit (*at)) {
      n_zeros = *at == '0' ? n_zeros + 1 : 0;
      n++;
    }
  return MAX (n - n_zeros, 1);
}

/* TRUE of a value of so many digits that someone can have written with more decimals than there
 * usually are. */
static gboolean
is_written_finely (double value, int n_digits)
{
  if (n_digits > MOST_DIGITS_WRITTEN || fabs (value) <= 0 || fabs (value) >= 1e6)
    return FALSE;
  return n_digits - 1 - floor (log10 (fabs (value))) > MOST_PLAIN_DECIMALS;
}

/* How many significant digits the value has as it is written; 0: as many as PLAIN_PRECISION or
 * WORDED_PRECISION leaves. */
static int
rounded_to (double value, QmDigits digits)
{
  int n = count_digits (value);
  gboolean is_short_whole = fabs (value) < 1e6 && fabs (value - round (value)) <= 0;

  if (digits > QM_DIGITS_AT_LEAST (0))
    return n < digits - QM_DIGITS_AT_LEAST (0) ? digits - QM_DIGITS_AT_LEAST (0) : 0;
  if (digits > QM_DIGITS_WRITTEN (0))
    return digits - QM_DIGITS_WRITTEN (0);
  if (digits == QM_DIGITS_FEW)
    return n > MOST_DIGITS_IN_LABEL && !is_short_whole ? QM_DIGITS_ROUNDED : 0;
  if (digits == QM_DIGITS_ALL)
    return is_written_finely (value, n) ? n : 0;
  return n > digits ? MIN (digits, QM_MOST_DIGITS) : 0;
}

/* The skeleton's part for that; NULL for 0. */
static char *
rounded_precision (int n_digits)
{
  return n_digits > 0 ? g_strnfill ((gsize) n_digits, '@') : NULL;
}

/* From here on a number is "1 million": what is below, but is rounded up to it, belongs to it. */
static double
first_million (int n_digits)
{
  return n_digits > 0 ? 1e6 - 0.5 * pow (10, 6 - n_digits) : 1e6;
}

/* The sign of a number is no hyphen. Takes over text. */
static char *
with_minus (char *text)
{
  GString *result = g_string_new (text);

  g_free (text);
  g_string_replace (result, "-", "−", 1);
  return g_string_free (result, FALSE);
}

/* NULL if ICU cannot do it. */
static char *
format_by (const UNumberFormatter *formatter, double value)
{
  g_autofree gunichar2 *text = NULL;
  UErrorCode status = formatter != NULL ? U_ZERO_ERROR : U_ILLEGAL_ARGUMENT_ERROR;
  UFormattedNumber *formatted = unumf_openResult (&status);
  int32_t length;

  /* Adding zero turns -0 into 0. */
  unumf_formatDouble (formatter, value + 0.0, formatted, &status);
  length = unumf_resultToString (formatted, NULL, 0, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    text = g_new (gunichar2, (gsize) length + 1);
    unumf_resultToString (formatted, text, length + 1, &status);
  }
  unumf_closeResult (formatted);

  if (U_FAILURE (status) || text == NULL)
    return NULL;
  /* Hyphens of a unit's name stay. */
  return value < 0 ? with_minus (text_from_icu (text, length)) : text_from_icu (text, length);
}

char *
qm_format_with_icu (const char *skeleton, double value)
{
  return format_by (get_number_formatter (skeleton), value);
}

gboolean
qm_format_can_icu (const char *skeleton)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++) {
    UNumberFormatter *formatter = open_number_formatter (languages[i].locale, skeleton);
    g_autofree char *text = format_by (formatter, 1);

    unumf_close (formatter);
    if (text == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_same (const gunichar2 *text, const char *ascii)
{
  while (*ascii != '\0' && *text == (gunichar2) *ascii) {
    text++;
    ascii++;
  }
  return *ascii == '\0' && *text == 0;
}

QmPlural
qm_format_plural (double value, QmDigits digits)
{
  static const char *const names[] = {
    [QM_PLURAL_ZERO] = "zero", [QM_PLURAL_ONE] = "one",   [QM_PLURAL_TWO] = "two",
    [QM_PLURAL_FEW] = "few",   [QM_PLURAL_MANY] = "many", [QM_PLURAL_OTHER] = "other",
  };
  g_autofree char *skeleton = qm_format_number_skeleton (value, digits);
  const UNumberFormatter *formatter = get_number_formatter (skeleton);
  UErrorCode status = formatter != NULL ? U_ZERO_ERROR : U_ILLEGAL_ARGUMENT_ERROR;
  UPluralRules *rules = uplrules_open (qm_format_language ()->locale, &status);
  UFormattedNumber *formatted = unumf_openResult (&status);
  gunichar2 name[16] = { 0 };
  int plural = 0;

  unumf_formatDouble (formatter, value, formatted, &status);
  uplrules_selectFormatted (rules, formatted, name, G_N_ELEMENTS (name) - 1, &status);
  unumf_closeResult (formatted);
  uplrules_close (rules);
  while (plural < QM_PLURAL_OTHER && (U_FAILURE (status) || !is_same (name, names[plural])))
    plural++;
  return (QmPlural) plural;
}

char *
qm_format_language_name (const char *code)
{
  gunichar2 text[100] = { 0 };
  UErrorCode status = U_ZERO_ERROR;
  int32_t length =
      uloc_getDisplayName (code, qm_format_language ()->locale, text, G_N_ELEMENTS (text), &status);

  return U_SUCCESS (status) && length > 0 && length < (int32_t) G_N_ELEMENTS (text)
             ? text_from_icu (text, length)
             : g_strdup (code);
}

/* What is shown where ICU's data are missing: right, though not in the language's own way. */
static char *
format_plainly (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return with_minus (g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", value)));
}

char *
qm_format_number_skeleton (double value, QmDigits digits)
{
  int n_digits = rounded_to (value, digits);
  gboolean in_words = fabs (value) >= first_million (n_digits);
  g_autofree char *rounded = rounded_precision (n_digits);
  const char *precision = rounded != NULL ? rounded : in_words ? WORDED_PRECISION : PLAIN_PRECISION;

  return g_strconcat (in_words ? "compact-long group-on-aligned " : "", precision, NULL);
}

char *
qm_format_number (double value, QmDigits digits)
{
  g_autofree char *skeleton = qm_format_number_skeleton (value, digits);
  char *text = qm_format_with_icu (skeleton, value);

  return text != NULL ? text : format_plainly (value);
}

char *
qm_format_count (const char *format, guint n)
{
  g_autofree char *number = qm_format_number (n, QM_DIGITS_ALL);

  return g_strdup_printf (format, number);
}

char *
qm_format_percent (double fraction, QmDigits digits)
{
  g_autofree char *rounded = rounded_precision (rounded_to (fraction * 100, digits));
  g_autofree char *skeleton =
      g_strconcat ("percent scale/100 ", rounded != NULL ? rounded : PLAIN_PRECISION, NULL);
  g_autofree char *plain = NULL;
  char *text = qm_format_with_icu (skeleton, fraction);

  if (text != NULL)
    return text;

  plain = format_plainly (fraction * 100);
  return g_strconcat (plain, "%", NULL);
}

/* The skeleton for a sum that has pence, "3.40", as far as it is not rounded and no larger than
 * prices are, and no less than a penny; NULL for any other. */
static char *
skeleton_of_price (double amount, const char *code, QmDigits digits)
{
  gunichar2 name[4] = { 0 };
  UErrorCode status = U_ZERO_ERROR;
  double minor, rest;
  int n;

  if ((digits != QM_DIGITS_ALL && digits != QM_DIGITS_FEW) || strlen (code) >= G_N_ELEMENTS (name))
    return NULL;
  u_charsToUChars (code, name, (int32_t) strlen (code));
  n = ucurr_getDefaultFractionDigits (name, &status);
  if (U_FAILURE (status) || n < 1 || amount >= LARGEST_PRICE)
    return NULL;
  minor = amount * pow (10, n);
  rest = fabs (minor - round (minor));
  if (rest > 1e-6 || minor < 0.5 || fabs (amount - round (amount)) <= 0)
    return NULL;
  return g_strdup_printf (".%.*s", n, "0000");
}

/* Without the currency; amount is not below zero. */
static char *
format_money (double amount, const char *code, QmDigits digits)
{
  g_autofree char *skeleton = skeleton_of_price (amount, code, digits);
  char *text = skeleton != NULL ? qm_format_with_icu (skeleton, amount) : NULL;

  return text != NULL ? text : qm_format_number (amount, digits);
}

char *
qm_format_currency (double amount, const char *code, QmDigits digits)
{
  g_autofree char *skeleton = NULL;
  g_autofree char *one = NULL;
  g_autofree char *number = NULL;
  GString *text;

  g_return_val_if_fail (code != NULL, NULL);

  /* ICU's own words for money are "US$300B" in English: so ask it how one unit is written, and
   * put the number in its place. */
  skeleton = g_strdup_printf ("currency/%s precision-integer %s", code,
                              qm_format_language ()->currency_width);
  one = qm_format_with_icu (skeleton, amount < 0 ? -1 : 1);
  number = format_money (fabs (amount), code, digits);
  if (one == NULL)
    return g_strdup_printf ("%s%s %s", amount < 0 ? "−" : "", number, code);

  text = g_string_new (one);
  g_string_replace (text, "1", number, 1);

  return g_string_free (text, FALSE);
}
