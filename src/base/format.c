#include "base/format.h"
#include "base/language.h"

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/unumberformatter.h>

#include <math.h>

/* How a language writes what ICU leaves open. Patterns:
 * https://unicode.org/reports/tr35/tr35-dates.html */
typedef struct {
  const char *code;
  const char *locale;         /* ICU's */
  const char *currency_width; /* "US$" or "USD" */
  const char *day_pattern;
  const char *month_pattern;
} Language;

static const Language languages[] = {
  { "en", "en-GB", "unit-width-short", "d MMM y", "MMM y" },
  { "vi", "vi", "unit-width-iso-code", "d/M/y", "M/y" },
};

/* ICU's number skeletons, without the words. A stated figure has at most six decimals, or as many
 * significant digits where they say more; in words, as many digits as a double is sure of.
 * https://unicode-org.github.io/icu/userguide/format_parse/numbers/skeletons.html#precision */
static const char *const plain_precision[] = {
  [QM_DIGITS_ALL] = ".######/@@@@@@+",
  [QM_DIGITS_ROUNDED] = ".#/@@+",
};
static const char *const worded_precision[] = {
  [QM_DIGITS_ALL] = "@##############",
  [QM_DIGITS_ROUNDED] = ".#/@@+",
};

/* From here on a number is "1 million": what is below, but is rounded up to it, belongs to it. */
static const double first_million[] = {
  [QM_DIGITS_ALL] = 1e6,
  [QM_DIGITS_ROUNDED] = 1e6 - 0.05,
};

static const Language *
current_language (void)
{
  for (gsize i = 1; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].code, qm_language_current ()))
      return &languages[i];

  return &languages[0];
}

/* Takes ICU's text. With ordinary spaces, so that a figure can be searched for and wrapped. */
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

typedef struct {
  UCalendar *calendar;
  UDateFormat *format;
} DateFormatter;

static void
close_number_formatter (gpointer formatter)
{
  unumf_close (formatter);
}

static void
close_date_formatter (gpointer data)
{
  DateFormatter *formatter = data;

  udat_close (formatter->format);
  ucal_close (formatter->calendar);
  g_free (formatter);
}

static void
free_table (gpointer table)
{
  g_hash_table_unref (table);
}

/* Each thread has its own: ICU's date formatters change when they are used. The keys are a locale
 * and a skeleton or pattern. */
static GPrivate number_formatters = G_PRIVATE_INIT (free_table);
static GPrivate date_formatters = G_PRIVATE_INIT (free_table);

static GHashTable *
get_table (GPrivate *tables, GDestroyNotify close)
{
  GHashTable *table = g_private_get (tables);

  if (table == NULL) {
    table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, close);
    g_private_set (tables, table);
  }
  return table;
}

/* NULL if ICU cannot do it. */
static const UNumberFormatter *
get_number_formatter (const char *skeleton)
{
  const char *locale = current_language ()->locale;
  GHashTable *table = get_table (&number_formatters, close_number_formatter);
  g_autofree char *key = g_strconcat (locale, " ", skeleton, NULL);
  UNumberFormatter *formatter = g_hash_table_lookup (table, key);

  if (formatter == NULL) {
    g_autofree gunichar2 *pattern = g_utf8_to_utf16 (skeleton, -1, NULL, NULL, NULL);
    UErrorCode status = U_ZERO_ERROR;

    formatter = unumf_openForSkeletonAndLocale (pattern, -1, locale, &status);
    /* Of a skeleton that it does not understand ICU makes a formatter all the same. */
    if (U_FAILURE (status))
      g_clear_pointer (&formatter, unumf_close);
    else
      g_hash_table_insert (table, g_steal_pointer (&key), formatter);
  }
  return formatter;
}

static DateFormatter *
open_date_formatter (const char *locale, const char *pattern)
{
  g_autofree gunichar2 *zone = g_utf8_to_utf16 ("UTC", -1, NULL, NULL, NULL);
  g_autofree gunichar2 *icu_pattern = g_utf8_to_utf16 (pattern, -1, NULL, NULL, NULL);
  DateFormatter *formatter = g_new (DateFormatter, 1);
  UErrorCode status = U_ZERO_ERROR;

  formatter->calendar = ucal_open (zone, -1, locale, UCAL_GREGORIAN, &status);
  formatter->format =
      udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, zone, -1, icu_pattern, -1, &status);
  return formatter;
}

static const DateFormatter *
get_date_formatter (const char *pattern)
{
  const char *locale = current_language ()->locale;
  GHashTable *table = get_table (&date_formatters, close_date_formatter);
  g_autofree char *key = g_strconcat (locale, " ", pattern, NULL);
  DateFormatter *formatter = g_hash_table_lookup (table, key);

  if (formatter == NULL) {
    formatter = open_date_formatter (locale, pattern);
    g_hash_table_insert (table, g_steal_pointer (&key), formatter);
  }
  return formatter;
}

/* --- Numbers --- */

/* NULL if ICU cannot do it. */
static char *
format_with_icu (const char *skeleton, double value)
{
  const UNumberFormatter *formatter = get_number_formatter (skeleton);
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

  return U_SUCCESS (status) && text != NULL ? text_from_icu (text, length) : NULL;
}

/* What is shown where ICU's data are missing: right, though not in the language's own way. */
static char *
format_plainly (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
}

char *
qm_format_number (double value, QmDigits digits)
{
  gboolean in_words = fabs (value) >= first_million[digits];
  g_autofree char *skeleton = in_words
                                  ? g_strconcat ("compact-long ", worded_precision[digits], NULL)
                                  : g_strdup (plain_precision[digits]);
  char *text = format_with_icu (skeleton, value);

  return text != NULL ? text : format_plainly (value);
}

char *
qm_format_percent (double fraction, QmDigits digits)
{
  g_autofree char *skeleton = g_strconcat ("percent scale/100 ", plain_precision[digits], NULL);
  g_autofree char *plain = NULL;
  char *text = format_with_icu (skeleton, fraction);

  if (text != NULL)
    return text;

  plain = format_plainly (fraction * 100);
  return g_strconcat (plain, "%", NULL);
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
                              current_language ()->currency_width);
  one = format_with_icu (skeleton, amount < 0 ? -1 : 1);
  number = qm_format_number (fabs (amount), digits);
  if (one == NULL)
    return g_strdup_printf ("%s%s %s", amount < 0 ? "-" : "", number, code);

  text = g_string_new (one);
  g_string_replace (text, "1", number, 1);

  return g_string_free (text, FALSE);
}

/* --- Dates --- */

char *
qm_format_year (int year)
{
  return g_strdup_printf ("%d", year);
}

/* NULL if ICU cannot do it. */
static char *
format_date_with_icu (QmDate date, const char *pattern)
{
  const DateFormatter *formatter = get_date_formatter (pattern);
  gunichar2 text[64];
  UErrorCode status = formatter->calendar != NULL && formatter->format != NULL
                          ? U_ZERO_ERROR
                          : U_ILLEGAL_ARGUMENT_ERROR;
  int32_t length;

  ucal_setDate (formatter->calendar, date.year, date.month - 1, MAX (date.day, 1), &status);
  length = udat_formatCalendar (formatter->format, formatter->calendar, text, G_N_ELEMENTS (text),
                                NULL, &status);

  return U_SUCCESS (status) && length < (int32_t) G_N_ELEMENTS (text) ? text_from_icu (text, length)
                                                                      : NULL;
}

char *
qm_format_date (QmDate date)
{
  const Language *language = current_language ();
  char *text;

  g_return_val_if_fail (date.year != 0, NULL);

  if (date.month == 0)
    return qm_format_year (date.year);

  text =
      format_date_with_icu (date, date.day == 0 ? language->month_pattern : language->day_pattern);
  if (text != NULL)
    return text;

  return date.day == 0 ? g_strdup_printf ("%04d-%02d", date.year, date.month)
                       : g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}
