/* Dates for people. */
#include "base/format-private.h"
#include "base/words.h"

#include <unicode/ucal.h>
#include <unicode/udat.h>

typedef struct {
  UCalendar *calendar;
  UDateFormat *format;
} DateFormatter;

static void
close_date_formatter (gpointer data)
{
  DateFormatter *formatter = data;

  udat_close (formatter->format);
  ucal_close (formatter->calendar);
  g_free (formatter);
}

static GPrivate date_formatters = G_PRIVATE_INIT (qm_format_free_table);

static DateFormatter *
open_date_formatter (const char *locale, const char *pattern)
{
  /* Dates are Gregorian ones, also those before there was that calendar. */
  const UDate always = -1e300;
  g_autofree gunichar2 *zone = g_utf8_to_utf16 ("UTC", -1, NULL, NULL, NULL);
  g_autofree gunichar2 *icu_pattern = g_utf8_to_utf16 (pattern, -1, NULL, NULL, NULL);
  DateFormatter *formatter = g_new (DateFormatter, 1);
  UErrorCode status = U_ZERO_ERROR;

  formatter->calendar = ucal_open (zone, -1, locale, UCAL_GREGORIAN, &status);
  ucal_setGregorianChange (formatter->calendar, always, &status);
  formatter->format =
      udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, zone, -1, icu_pattern, -1, &status);
  return formatter;
}

static const DateFormatter *
get_date_formatter (const char *pattern)
{
  const char *locale = qm_format_language ()->locale;
  GHashTable *table = qm_format_get_table (&date_formatters, close_date_formatter);
  g_autofree char *key = g_strconcat (locale, " ", pattern, NULL);
  DateFormatter *formatter = g_hash_table_lookup (table, key);

  if (formatter == NULL) {
    formatter = open_date_formatter (locale, pattern);
    g_hash_table_insert (table, g_steal_pointer (&key), formatter);
  }
  return formatter;
}

/* NULL if ICU cannot do it. */
static char *
format_with_icu (QmDate date, const char *pattern)
{
  const DateFormatter *formatter = get_date_formatter (pattern);
  gunichar2 text[64];
  UErrorCode status = formatter->calendar != NULL && formatter->format != NULL
                          ? U_ZERO_ERROR
                          : U_ILLEGAL_ARGUMENT_ERROR;
  int32_t length;

  if (U_FAILURE (status))
    return NULL;
  ucal_clear (formatter->calendar);
  /* ICU, too, counts 1 BC as 0 where it is not told the era. */
  ucal_set (formatter->calendar, UCAL_EXTENDED_YEAR, date.year < 0 ? date.year + 1 : date.year);
  ucal_set (formatter->calendar, UCAL_MONTH, MAX (date.month, 1) - 1);
  ucal_set (formatter->calendar, UCAL_DATE, MAX (date.day, 1));
  length = udat_formatCalendar (formatter->format, formatter->calendar, text, G_N_ELEMENTS (text),
                                NULL, &status);

  return U_SUCCESS (status) && length < (int32_t) G_N_ELEMENTS (text)
             ? qm_format_text_from_icu (text, length)
             : NULL;
}

/* As the pattern has it, before the year 1 with the era. */
static char *
format (QmDate date, const char *pattern)
{
  g_autofree char *with_era = g_strconcat (pattern, " G", NULL);
  char *text = format_with_icu (date, date.year < 0 ? with_era : pattern);

  return text != NULL ? text : qm_date_to_string (date);
}

static char *
format_half (QmDate date)
{
  g_autofree char *year = format (date, "y");

  /* Translators: half of a year, short: "H1 2024" */
  return g_strdup_printf (date.month == 1 ? _ ("H1 %s") : _ ("H2 %s"), year);
}

/* The part of a month or a year, around the words for the whole of it. */
static char *
format_part (QmDate date, const char *whole)
{
  gboolean is_month = date.month != 0;

  switch (date.part) {
  case QM_DATE_EARLY:
    /* Translators: the first third of a month, "early Nov 2025", or of a year, "early 2023" */
    return g_strdup_printf (is_month ? C_ ("month", "early %s") : C_ ("year", "early %s"), whole);
  case QM_DATE_MID:
    /* Translators: the middle third of a month or of a year */
    return g_strdup_printf (is_month ? C_ ("month", "mid-%s") : C_ ("year", "mid-%s"), whole);
  case QM_DATE_LATE:
    /* Translators: the last third of a month or of a year */
    return g_strdup_printf (is_month ? C_ ("month", "late %s") : C_ ("year", "late %s"), whole);
  case QM_DATE_WHOLE:
    break;
  }
  return g_strdup (whole);
}

static char *
format_whole (QmDate date)
{
  const QmFormatLanguage *language = qm_format_language ();

  switch (date.kind) {
  case QM_DATE_QUARTER:
    return format (date, language->quarter);
  case QM_DATE_HALF:
    return format_half (date);
  case QM_DATE_FISCAL_YEAR:
    return qm_date_to_string (date);
  case QM_DATE_PLAIN:
    break;
  }
  if (date.month == 0)
    return format (date, "y");
  return format (date, date.day == 0 ? language->month : language->day);
}

char *
qm_format_date (QmDate date)
{
  g_autofree char *whole = NULL;

  g_return_val_if_fail (date.year != 0, NULL);

  whole = format_whole (date);
  return format_part (date, whole);
}

char *
qm_format_date_after (QmDate date, QmDate before)
{
  const QmFormatLanguage *language = qm_format_language ();

  if (date.year != before.year || date.kind != QM_DATE_PLAIN || date.part != QM_DATE_WHOLE ||
      date.month == 0)
    return qm_format_date (date);
  return format_with_icu (date, date.day == 0 ? language->brief_month : language->brief_day);
}

char *
qm_format_span (QmDate from, QmDate to)
{
  g_autofree char *start = qm_format_date (from), *end = qm_format_date (to);

  /* Translators: a span of time, "2023 to Nov 2025" */
  return g_strdup_printf (C_ ("span of time", "%s to %s"), start, end);
}
