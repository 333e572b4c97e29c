#include "base/format.h"
#include "base/language.h"

#include <math.h>
#include <string.h>

/* The words must not depend on the C locale, installed or not. */
static const char *const locales[] = { "C", "C.UTF-8", "de_DE.UTF-8", "vi_VN.UTF-8" };

typedef enum { NUMBER, PERCENT, DOLLARS, EUROS, YEN, UNKNOWN_MONEY } Kind;

typedef struct {
  Kind kind;
  double value;
  QmDigits digits;
  const char *english, *vietnamese;
} NumberCase;

static const NumberCase number_cases[] = {
  { NUMBER, 0, QM_DIGITS_ALL, "0", "0" },
  { NUMBER, -0.0, QM_DIGITS_ALL, "0", "0" },
  { NUMBER, 6, QM_DIGITS_ALL, "6", "6" },
  { NUMBER, 140, QM_DIGITS_ROUNDED, "140", "140" },
  { NUMBER, 1234, QM_DIGITS_ALL, "1,234", "1.234" },
  { NUMBER, 170e3, QM_DIGITS_ALL, "170,000", "170.000" },
  { NUMBER, -170e3, QM_DIGITS_ALL, "−170,000", "−170.000" },

  { NUMBER, 13.52941, QM_DIGITS_ALL, "13.52941", "13,52941" },
  { NUMBER, 13.52941, QM_DIGITS_ROUNDED, "13.5", "13,5" },
  { NUMBER, 12.04, QM_DIGITS_ROUNDED, "12.0", "12,0" },
  { NUMBER, 9.96, QM_DIGITS_ROUNDED, "9.96", "9,96" },
  { NUMBER, 0.996, QM_DIGITS_ROUNDED, "0.996", "0,996" },
  { NUMBER, 0.04477, QM_DIGITS_ROUNDED, "0.0448", "0,0448" },
  { NUMBER, 1.0 / 15, QM_DIGITS_ALL, "0.0666667", "0,0666667" },
  { NUMBER, 4.1888406, QM_DIGITS_ALL, "4.1888406", "4,1888406" },
  { NUMBER, -0.12345678, QM_DIGITS_ALL, "−0.12345678", "−0,12345678" },
  { NUMBER, 1234.12345678, QM_DIGITS_ALL, "1,234.12345678", "1.234,12345678" },
  { NUMBER, 4.1888406, QM_DIGITS_FEW, "4.19", "4,19" },
  { PERCENT, 0.0055776443, QM_DIGITS_ALL, "0.55776443%", "0,55776443%" },
  { NUMBER, 0.1 + 0.2, QM_DIGITS_ALL, "0.3", "0,3" },
  { NUMBER, 0.0000004, QM_DIGITS_ALL, "0.0000004", "0,0000004" },

  { NUMBER, 999999, QM_DIGITS_ALL, "999,999", "999.999" },
  { NUMBER, 999999.9, QM_DIGITS_ALL, "999,999.9", "999.999,9" },
  { NUMBER, 999499, QM_DIGITS_ROUNDED, "999,000", "999.000" },
  { NUMBER, 999999.96, QM_DIGITS_ALL, "999,999.96", "999.999,96" },
  { NUMBER, 999999.96, QM_DIGITS_ROUNDED, "1.00 million", "1,00 triệu" },
  { NUMBER, -999999.96, QM_DIGITS_ROUNDED, "−1.00 million", "−1,00 triệu" },
  { NUMBER, 999999.9999999, QM_DIGITS_ALL, "1,000,000", "1.000.000" },
  { NUMBER, 1e6, QM_DIGITS_ALL, "1 million", "1 triệu" },
  { NUMBER, 1.6e6, QM_DIGITS_ALL, "1.6 million", "1,6 triệu" },
  { NUMBER, 600e6, QM_DIGITS_ALL, "600 million", "600 triệu" },
  { NUMBER, 1.6e6 / 0.386, QM_DIGITS_ROUNDED, "4.15 million", "4,15 triệu" },
  { NUMBER, 999.96e6, QM_DIGITS_ROUNDED, "1.00 billion", "1,00 tỷ" },
  { NUMBER, 1234567891, QM_DIGITS_ALL, "1.234567891 billion", "1,234567891 tỷ" },
  { NUMBER, 226733, QM_DIGITS_FEW, "226,733", "226.733" },
  { NUMBER, 12345.6, QM_DIGITS_FEW, "12,300", "12.300" },
  { NUMBER, 1.2346e6, QM_DIGITS_FEW, "1.2346 million", "1,2346 triệu" },
  { NUMBER, 1304887562, QM_DIGITS_FEW, "1.30 billion", "1,30 tỷ" },
  { NUMBER, 1304887562, 5, "1.3049 billion", "1,3049 tỷ" },
  { NUMBER, 226733, 2, "230,000", "230.000" },
  { NUMBER, 226733, 15, "226,733", "226.733" },
  { NUMBER, 0.5, 3, "0.5", "0,5" },
  { NUMBER, 3.4, QM_DIGITS_AT_LEAST (3), "3.40", "3,40" },
  { NUMBER, 226733, QM_DIGITS_AT_LEAST (3), "226,733", "226.733" },
  { NUMBER, 2e6, QM_DIGITS_WRITTEN (2), "2.0 million", "2,0 triệu" },
  { NUMBER, 226733, QM_DIGITS_WRITTEN (2), "230,000", "230.000" },
  { DOLLARS, 3.4, QM_DIGITS_WRITTEN (3), "US$3.40", "3,40 USD" },
  { DOLLARS, 1e-9, QM_DIGITS_ALL, "US$0.000000001", "0,000000001 USD" },
  { NUMBER, 960000, 1, "1 million", "1 triệu" },
  { PERCENT, 0.38649, 4, "38.65%", "38,65%" },
  { NUMBER, 1500e12, QM_DIGITS_ALL, "1,500 trillion", "1.500 nghìn tỷ" },
  { PERCENT, 0.386, QM_DIGITS_FEW, "38.6%", "38,6%" },
  { NUMBER, 6.7e12, QM_DIGITS_ALL, "6.7 trillion", "6,7 nghìn tỷ" },
  { NUMBER, 1e18, QM_DIGITS_ALL, "1,000,000 trillion", "1.000.000 nghìn tỷ" },

  { PERCENT, 0.386, QM_DIGITS_ALL, "38.6%", "38,6%" },
  { PERCENT, 0.32, QM_DIGITS_ALL, "32%", "32%" },
  { PERCENT, 1, QM_DIGITS_ALL, "100%", "100%" },
  { PERCENT, 0.1, QM_DIGITS_ROUNDED, "10%", "10%" },
  { PERCENT, 300e9 / 6.7e12, QM_DIGITS_ROUNDED, "4.48%", "4,48%" },
  { PERCENT, 0.00447, QM_DIGITS_ROUNDED, "0.447%", "0,447%" },
  { PERCENT, -0.041, QM_DIGITS_ALL, "−4.1%", "−4,1%" },
  /* Where the division leaves a speck of dust. */
  { PERCENT, 0.07 * 100 / 100, QM_DIGITS_ALL, "7%", "7%" },

  { DOLLARS, 300e9, QM_DIGITS_ALL, "US$300 billion", "300 tỷ USD" },
  { DOLLARS, 6.7e12, QM_DIGITS_ALL, "US$6.7 trillion", "6,7 nghìn tỷ USD" },
  { DOLLARS, 1.7e9, QM_DIGITS_ALL, "US$1.7 billion", "1,7 tỷ USD" },
  { DOLLARS, 1111e6, QM_DIGITS_ALL, "US$1.111 billion", "1,111 tỷ USD" },
  { DOLLARS, 49.96e9, QM_DIGITS_ROUNDED, "US$50.0 billion", "50,0 tỷ USD" },
  { DOLLARS, 2500, QM_DIGITS_ALL, "US$2,500", "2.500 USD" },
  { DOLLARS, 0, QM_DIGITS_ALL, "US$0", "0 USD" },
  { DOLLARS, -50e9, QM_DIGITS_ALL, "−US$50 billion", "−50 tỷ USD" },
  { EUROS, 1.2e9, QM_DIGITS_ALL, "€1.2 billion", "1,2 tỷ EUR" },
  /* Pence are two digits, as far as nothing is rounded. */
  { EUROS, 3.4, QM_DIGITS_FEW, "€3.40", "3,40 EUR" },
  { EUROS, -128.25, QM_DIGITS_FEW, "−€128.25", "−128,25 EUR" },
  { EUROS, 3.4, 2, "€3.4", "3,4 EUR" },
  { EUROS, 0.123, QM_DIGITS_ALL, "€0.123", "0,123 EUR" },
  { YEN, 3.4, QM_DIGITS_ALL, "JP¥3.4", "3,4 JPY" },
  { YEN, 5e12, QM_DIGITS_ALL, "JP¥5 trillion", "5 nghìn tỷ JPY" },
  { UNKNOWN_MONEY, 7e6, QM_DIGITS_ALL, "7 million dollars", "7 triệu dollars" },
};

static char *
format_case (const NumberCase *number_case)
{
  switch (number_case->kind) {
  case NUMBER:
    return qm_format_number (number_case->value, number_case->digits);
  case PERCENT:
    return qm_format_percent (number_case->value, number_case->digits);
  case DOLLARS:
    return qm_format_currency (number_case->value, "USD", number_case->digits);
  case EUROS:
    return qm_format_currency (number_case->value, "EUR", number_case->digits);
  case YEN:
    return qm_format_currency (number_case->value, "JPY", number_case->digits);
  case UNKNOWN_MONEY:
    return qm_format_currency (number_case->value, "dollars", number_case->digits);
  default:
    g_assert_not_reached ();
  }
}

static void
check_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (number_cases); i++) {
    g_autofree char *english = NULL;
    g_autofree char *vietnamese = NULL;

    qm_language_use ("en");
    english = format_case (&number_cases[i]);
    qm_language_use ("vi");
    vietnamese = format_case (&number_cases[i]);

    g_assert_cmpstr (english, ==, number_cases[i].english);
    g_assert_cmpstr (vietnamese, ==, number_cases[i].vietnamese);
  }
}

static QmDate
date_of (const char *text)
{
  QmDate date = { 0 };

  g_assert_true (*text == '\0' || qm_date_parse (text, strlen (text), &date));
  return date;
}

static void
check_dates (void)
{
  static const struct {
    const char *date, *before, *english, *vietnamese;
  } cases[] = {
    { "2025-07-22", "", "22 Jul 2025", "22/7/2025" },
    { "2025-08", "", "Aug 2025", "8/2025" },
    { "2025", "", "2025", "2025" },
    { "2025-12-31", "", "31 Dec 2025", "31/12/2025" },
    { "2025-01-01", "", "1 Jan 2025", "1/1/2025" },
    { "2024-02-29", "", "29 Feb 2024", "29/2/2024" },
    /* Before the calendar's reform: still the day that the source gives. */
    { "1492-10-12", "", "12 Oct 1492", "12/10/1492" },
    { "1582-10-10", "", "10 Oct 1582", "10/10/1582" },
    { "0001", "", "1", "1" },
    { "0000", "", "1 BC", "1 TCN" },
    { "-0500", "", "501 BC", "501 TCN" },
    { "-0043-03-15", "", "15 Mar 44 BC", "15/3/44 TCN" },
    { "Y12000", "", "12000", "12000" },
    { "Y-12000", "", "12001 BC", "12001 TCN" },
    { "2024-Q1", "", "Q1 2024", "Quý 1/2024" },
    { "2024-36", "", "Q4 2024", "Quý 4/2024" },
    { "2024-H1", "", "H1 2024", "nửa đầu năm 2024" },
    { "2024-41", "", "H2 2024", "nửa cuối năm 2024" },
    { "2023/24", "", "2023/24", "2023/24" },
    { "early 2025-11", "", "early Nov 2025", "đầu tháng 11/2025" },
    { "mid 2025-11", "", "mid-Nov 2025", "giữa tháng 11/2025" },
    { "late 2025-11", "", "late Nov 2025", "cuối tháng 11/2025" },
    { "early 2023", "", "early 2023", "đầu năm 2023" },
    { "mid 2023", "", "mid-2023", "giữa năm 2023" },
    { "late 2023", "", "late 2023", "cuối năm 2023" },

    { "2025-08", "2025-07", "Aug", "8/2025" },
    { "2025-08-02", "2025-07-31", "2 Aug", "2/8" },
    { "2026-01", "2025-12", "Jan 2026", "1/2026" },
    { "2025-Q2", "2025-Q1", "Q2 2025", "Quý 2/2025" },
    { "2026", "2025", "2026", "2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmDate date = date_of (cases[i].date), before = date_of (cases[i].before);
    g_autofree char *english = NULL;
    g_autofree char *vietnamese = NULL;

    qm_language_use ("en");
    english = qm_format_date_after (date, before);
    qm_language_use ("vi");
    vietnamese = qm_format_date_after (date, before);

    g_assert_cmpstr (english, ==, cases[i].english);
    g_assert_cmpstr (vietnamese, ==, cases[i].vietnamese);
  }
}

static void
test_in_each_locale (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++) {
    g_setenv ("LC_ALL", locales[i], TRUE);
    g_test_message ("in the locale %s", locales[i]);
    qm_language_init ();
    check_numbers ();
    check_dates ();
  }
}

static void
test_extremes (void)
{
  static const double values[] = { NAN, -NAN, INFINITY, -INFINITY, 1e300, -1e300, 5e-324 };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    for (QmDigits digits = QM_DIGITS_FEW; digits <= QM_DIGITS_ROUNDED; digits++) {
      g_autofree char *number = qm_format_number (values[i], digits);
      g_autofree char *percent = qm_format_percent (values[i], digits);
      g_autofree char *money = qm_format_currency (values[i], "USD", digits);

      g_assert_true (g_utf8_validate (number, -1, NULL) && number[0] != '\0');
      g_assert_true (g_utf8_validate (percent, -1, NULL) && percent[0] != '\0');
      g_assert_true (g_utf8_validate (money, -1, NULL) && money[0] != '\0');
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/numbers-and-dates-in-both-languages-and-any-locale",
                   test_in_each_locale);
  g_test_add_func ("/format/no-number-is-too-strange", test_extremes);

  return g_test_run ();
}
