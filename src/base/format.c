#include "base/format-private.h"
#include "base/icu.h"
#include "base/language.h"

#include <math.h>
#include <string.h>

static const QmFormatLanguage languages[] = {
  {
      .code = "en",
      .locale = "en-GB",
      .decimal_sign = ".",
      .thousands_sign = ",",
      .words = { "million", "billion", "trillion" },
      .day = "d MMM y",
      .month = "MMM y",
      .quarter = "Q y",
      .brief_day = "d MMM",
      .brief_month = "MMM",
  },
  {
      .code = "vi",
      .locale = "vi",
      .decimal_sign = ",",
      .thousands_sign = ".",
      .words = { "triệu", "tỷ", "nghìn tỷ" },
      .has_currency_codes = TRUE,
      .day = "d/M/y",
      .month = "M/y",
      .quarter = "Q/y",
      .brief_day = "d/M",
      .brief_month = "M/y",
  },
};

/* Currencies of which ICU is not asked: how English writes their sign, and how many decimals their
 * prices have. */
static const struct {
  const char *code, *sign;
  int n_decimals;
} usual_currencies[] = {
  { "USD", "US$", 2 }, { "EUR", "€", 2 }, { "GBP", "£", 2 }, { "JPY", "JP¥", 0 },
  { "CNY", "CN¥", 2 }, { "INR", "₹", 2 }, { "KRW", "₩", 0 }, { "VND", "₫", 0 },
};

/* ICU's number skeletons for what has a unit, without the words, as format-number.c rounds. With
 * all digits a figure has those that someone can have written; one that has no end, as 1 / 3, has
 * at most six decimals, or as many significant digits where they say more; in words, as many as a
 * double is sure of. Rounded it has three, zeros among them, which say that it is rounded.
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
  qm_icu ()->unumf_close (formatter);
}

static void
free_table (gpointer table)
{
  g_hash_table_unref (table);
}

/* "LOCALE SKELETON" → UNumberFormatter, of a thread, for its life. */
static GHashTable *
get_number_formatters (void)
{
  static GPrivate kept = G_PRIVATE_INIT (free_table);
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
  UNumberFormatter *formatter =
      qm_icu ()->unumf_openForSkeletonAndLocale (pattern, -1, locale, &status);

  if (U_FAILURE (status))
    g_clear_pointer (&formatter, qm_icu ()->unumf_close);
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
  UFormattedNumber *formatted = qm_icu ()->unumf_openResult (&status);
  int32_t length;

  /* Adding zero turns -0 into 0. */
  qm_icu ()->unumf_formatDouble (formatter, value + 0.0, formatted, &status);
  length = qm_icu ()->unumf_resultToString (formatted, NULL, 0, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    text = g_new (gunichar2, (gsize) length + 1);
    qm_icu ()->unumf_resultToString (formatted, text, length + 1, &status);
  }
  qm_icu ()->unumf_closeResult (formatted);

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

    qm_icu ()->unumf_close (formatter);
    if (text == NULL)
      return FALSE;
  }
  return TRUE;
}

char *
qm_format_language_name (const char *code)
{
  gunichar2 text[100] = { 0 };
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = qm_icu ()->uloc_getDisplayName (code, qm_format_language ()->locale, text,
                                                   G_N_ELEMENTS (text), &status);

  return U_SUCCESS (status) && length > 0 && length < (int32_t) G_N_ELEMENTS (text)
             ? text_from_icu (text, length)
             : g_strdup (code);
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
  int n_digits = rounded_to (value, digits);

  return qm_format_rounded (
      value, (QmFormatRounding) { .n_digits = n_digits,
                                  .in_words = fabs (value) >= first_million (n_digits) });
}

/* Of the program's languages only English has more than one form, and that of one is for "1". */
QmPlural
qm_format_plural (double value, QmDigits digits)
{
  g_autofree char *text = qm_format_number (fabs (value), digits);

  return g_str_equal (qm_format_language ()->code, "en") && g_str_equal (text, "1")
             ? QM_PLURAL_ONE
             : QM_PLURAL_OTHER;
}

char *
qm_format_percent (double fraction, QmDigits digits)
{
  g_autofree char *number = qm_format_rounded (
      fraction, (QmFormatRounding) { .power = 2, .n_digits = rounded_to (fraction * 100, digits) });

  return g_strconcat (number, "%", NULL);
}

/* --- Money --- */

/* G_N_ELEMENTS of them for one that is not among them. */
static gsize
find_usual_currency (const char *code)
{
  gsize i = 0;

  while (i < G_N_ELEMENTS (usual_currencies) && !g_str_equal (usual_currencies[i].code, code))
    i++;
  return i;
}

gboolean
qm_format_knows_currency (const char *code)
{
  gunichar2 name[4] = { 0 };
  UErrorCode status = U_ZERO_ERROR;

  if (find_usual_currency (code) < G_N_ELEMENTS (usual_currencies))
    return TRUE;
  if (strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3 || code[3] != '\0')
    return FALSE;
  qm_icu ()->u_charsToUChars (code, name, 3);
  return qm_icu ()->ucurr_isAvailable (name, -INFINITY, INFINITY, &status) && U_SUCCESS (status);
}

/* 0 where it has none, or nobody knows. */
static int
n_decimals_of_currency (const char *code)
{
  gsize usual = find_usual_currency (code);
  gunichar2 name[4] = { 0 };
  UErrorCode status = U_ZERO_ERROR;
  int n;

  if (usual < G_N_ELEMENTS (usual_currencies))
    return usual_currencies[usual].n_decimals;
  if (strlen (code) >= G_N_ELEMENTS (name))
    return 0;
  qm_icu ()->u_charsToUChars (code, name, (int32_t) strlen (code));
  n = qm_icu ()->ucurr_getDefaultFractionDigits (name, &status);
  return U_SUCCESS (status) ? n : 0;
}

/* Of a sum that has pence, "3.40", as far as it is not rounded and no larger than prices are; 0 of
 * any other. */
static int
n_decimals_of_price (double amount, const char *code, QmDigits digits)
{
  double minor;
  int n;

  if ((digits != QM_DIGITS_ALL && digits != QM_DIGITS_FEW) || !(amount < LARGEST_PRICE) ||
      fabs (amount - round (amount)) <= 0)
    return 0;
  n = n_decimals_of_currency (code);
  minor = amount * pow (10, n);
  return fabs (minor - round (minor)) <= 1e-6 ? n : 0;
}

/* Without the currency; amount is not below zero. */
static char *
format_money (double amount, const char *code, QmDigits digits)
{
  int n_decimals = n_decimals_of_price (amount, code, digits);

  return n_decimals > 0
             ? qm_format_rounded (amount, (QmFormatRounding) { .n_decimals = n_decimals })
             : qm_format_number (amount, digits);
}

/* "US$1", "1 USD"; NULL where nobody knows. */
static char *
format_one_of_money (const char *code)
{
  gsize usual = find_usual_currency (code);
  gboolean by_code = qm_format_language ()->has_currency_codes;
  g_autofree char *skeleton = NULL;

  if (usual < G_N_ELEMENTS (usual_currencies))
    return by_code ? g_strdup_printf ("1 %s", code)
                   : g_strdup_printf ("%s1", usual_currencies[usual].sign);
  skeleton = g_strdup_printf ("currency/%s precision-integer unit-width-%s", code,
                              by_code ? "iso-code" : "short");
  return qm_format_with_icu (skeleton, 1);
}

char *
qm_format_currency (double amount, const char *code, QmDigits digits)
{
  g_autofree char *one = NULL;
  g_autofree char *number = NULL;
  GString *text;

  g_return_val_if_fail (code != NULL, NULL);

  /* ICU's own words for money are "US$300B" in English: so ask it how one unit is written, and
   * put the number in its place. */
  one = format_one_of_money (code);
  number = format_money (fabs (amount), code, digits);
  text = g_string_new (amount < 0 ? "−" : "");
  if (one == NULL) {
    g_string_append_printf (text, "%s %s", number, code);
  } else {
    g_string_append (text, one);
    g_string_replace (text, "1", number, 1);
  }
  return g_string_free (text, FALSE);
}
