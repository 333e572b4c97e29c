/* Numbers and dates for people, written in the language in use (language.h), numbers by ICU, and
 * never by the C locale. English is written as in Britain. All results are newly allocated UTF-8,
 * with ordinary spaces only. */
#pragma once

#include "base/date.h"

/* How many digits a figure is written with, in words (1.30 billion) as in plain (226,733): at most
 * so many significant ones, up to QM_MOST_DIGITS, or
 *
 * - all that there are, up to as many as a number is sure of;
 * - few enough for a label in a picture: all where these are up to five, or a whole number below a
 *   million, which is no shorter when it is rounded; else three significant ones;
 * - at most three significant ones, of what is computed from rounded figures. */
typedef int QmDigits;

/* As many as a source writes, noughts at their end among them: rounded to so many, or no less than
 * so many and never rounded. */
#define QM_DIGITS_WRITTEN(n) (100 + (n))
#define QM_DIGITS_AT_LEAST(n) (200 + (n))

#define QM_DIGITS_FEW (-1)
#define QM_DIGITS_ALL 0
#define QM_DIGITS_ROUNDED 3
#define QM_MOST_DIGITS 15

/* 13.5, 170,000, 600 million: words from a million on. */
char *qm_format_number (double value, QmDigits digits) G_GNUC_WARN_UNUSED_RESULT;

/* So many of something: format is what goes with n, with %s for the number: "10,000 rows". */
char *qm_format_count (const char *format, guint n) G_GNUC_WARN_UNUSED_RESULT;

/* 0.386 is "38.6%". */
char *qm_format_percent (double fraction, QmDigits digits) G_GNUC_WARN_UNUSED_RESULT;

/* "US$300 billion" and "300 tỷ USD" for 300e9 and the ISO 4217 code "USD". */
char *qm_format_currency (double amount, const char *code,
                          QmDigits digits) G_GNUC_WARN_UNUSED_RESULT;

/* "12.5 GW", "3 nghìn tỷ kWh" or, in words, "12.5 gigawatts" for a unit by its CLDR identifier
 * (dimension.h). What ICU cannot word has the identifier behind the number. */
char *qm_format_measure (double value, const char *unit, QmDigits digits,
                         gboolean in_words) G_GNUC_WARN_UNUSED_RESULT;

/* The unit alone, as it stands behind "per": "kWh" or, in words, "kilowatt-hour". */
char *qm_format_measure_name (const char *unit, gboolean in_words) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if ICU can word the unit in every language of the program. */
gboolean qm_format_knows_measure (const char *unit);

/* TRUE for a code of ISO 4217, also one that is out of use. */
gboolean qm_format_knows_currency (const char *code);

/* The plural forms of CLDR. A language has those that it needs. */
typedef enum {
  QM_PLURAL_ZERO,
  QM_PLURAL_ONE,
  QM_PLURAL_TWO,
  QM_PLURAL_FEW,
  QM_PLURAL_MANY,
  QM_PLURAL_OTHER,
} QmPlural;

#define QM_N_PLURALS (QM_PLURAL_OTHER + 1)

/* The one that the number, written so, takes in the language in use. */
QmPlural qm_format_plural (double value, QmDigits digits);

/* "Vietnamese" for "vi". */
char *qm_format_language_name (const char *code) G_GNUC_WARN_UNUSED_RESULT;

/* "22 Jul 2025", "Aug 2025", "2025", "44 BC", "Q1 2024", "H1 2024", "2023/24", "early Nov 2025";
 * "22/7/2025", "8/2025", "44 TCN", "Quý 1/2024" in Vietnamese. Not for no date. */
char *qm_format_date (QmDate date) G_GNUC_WARN_UNUSED_RESULT;

/* The same beside another date that stands before it: a day or a month of the same year leaves the
 * year to that one: "Aug" after "Jul 2025". before may be no date. */
char *qm_format_date_after (QmDate date, QmDate before) G_GNUC_WARN_UNUSED_RESULT;

/* "2019 to Jun 2025" */
char *qm_format_span (QmDate from, QmDate to) G_GNUC_WARN_UNUSED_RESULT;
