#include "base/date.h"

#include <math.h>
#include <string.h>

static void
test_parse_accepts (void)
{
  static const struct {
    const char *text;
    QmDate date;
  } cases[] = {
    { "2025", { 2025, 0, 0 } },        { "0001", { 1, 0, 0 } },
    { "2025-07", { 2025, 7, 0 } },     { "2025-07-22", { 2025, 7, 22 } },
    { "2024-02-29", { 2024, 2, 29 } }, { "9999-12-31", { 9999, 12, 31 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmDate date = { -1, -1, -1 };

    g_test_message ("%s", cases[i].text);
    g_assert_true (qm_date_parse (cases[i].text, strlen (cases[i].text), &date));
    g_assert_cmpint (date.year, ==, cases[i].date.year);
    g_assert_cmpint (date.month, ==, cases[i].date.month);
    g_assert_cmpint (date.day, ==, cases[i].date.day);
  }
}

static void
test_parse_refuses (void)
{
  static const char *const cases[] = {
    "",        "0000",     "202",        "20255",      "2025-",      "2025-7",      "2025-00",
    "2025-13", "2025-07-", "2025-07-2",  "2025-07-00", "2025-07-32", "2025-02-29",  "2100-02-29",
    "2025/07", " 2025",    "2025 ",      "+202",       "-202",       "2025-07-22T", "2025-07-222",
    "20x5",    "2025--7",  "2025-07 22", "٢٠٢٥",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmDate date = { 11, 22, 33 };

    g_test_message ("“%s”", cases[i]);
    g_assert_false (qm_date_parse (cases[i], strlen (cases[i]), &date));
    g_assert_cmpint (date.year, ==, 11);
    g_assert_cmpint (date.month, ==, 22);
    g_assert_cmpint (date.day, ==, 33);
  }
}

static void
test_parse_stops_at_the_length (void)
{
  QmDate date;

  g_assert_true (qm_date_parse ("2025-07-22", 7, &date));
  g_assert_cmpint (date.month, ==, 7);
  g_assert_cmpint (date.day, ==, 0);
  g_assert_false (qm_date_parse ("2025-07-22", 6, &date));
  g_assert_false (qm_date_parse ("2025-07-22", 0, &date));
}

static void
test_year (void)
{
  static const struct {
    QmDate date;
    double year;
  } cases[] = {
    { { 2025, 0, 0 }, 2025 },
    { { 2025, 1, 1 }, 2025 },
    { { 2025, 7, 0 }, 2025 + 181 / 365.0 },
    { { 2025, 12, 31 }, 2025 + 364 / 365.0 },
    { { 2024, 12, 31 }, 2024 + 365 / 366.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (qm_date_to_year (cases[i].date), cases[i].year, 1e-9);

  g_assert_true (isnan (qm_date_to_year ((QmDate){ 0 })));
}

static void
test_from_year (void)
{
  static const struct {
    double year;
    QmDate date;
  } cases[] = {
    { 2025, { 2025, 0, 0 } },
    { 2025 + 181 / 365.0, { 2025, 7, 0 } },
    { 2025 + 181.4 / 365, { 2025, 7, 0 } },
    { 2024 + 59 / 366.0, { 2024, 2, 29 } },
    { 2024.99999, { 2025, 0, 0 } },
    { 2025 + 364 / 365.0, { 2025, 12, 31 } },
    { -3, { 1, 0, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (qm_date_equal (qm_date_from_year (cases[i].year), cases[i].date));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse-accepts-years-months-and-days", test_parse_accepts);
  g_test_add_func ("/date/parse-refuses-everything-else", test_parse_refuses);
  g_test_add_func ("/date/parse-stops-at-the-length", test_parse_stops_at_the_length);
  g_test_add_func ("/date/year-has-its-fraction", test_year);
  g_test_add_func ("/date/year-with-its-fraction-is-a-date", test_from_year);

  return g_test_run ();
}
