#include "base/date.h"

#include <math.h>
#include <string.h>

static QmDate
date_of (const char *text)
{
  QmDate date;

  g_test_message ("%s", text);
  g_assert_true (qm_date_parse (text, strlen (text), &date));
  return date;
}

static void
test_parse_accepts (void)
{
  static const struct {
    const char *text;
    QmDate date;
    const char *written; /* NULL: as it was read */
  } cases[] = {
    { "2025", { .year = 2025 }, NULL },
    { "0001", { .year = 1 }, NULL },
    { "2025-07", { .year = 2025, .month = 7 }, NULL },
    { "2025-07-22", { .year = 2025, .month = 7, .day = 22 }, NULL },
    { "2024-02-29", { .year = 2024, .month = 2, .day = 29 }, NULL },
    { "9999-12-31", { .year = 9999, .month = 12, .day = 31 }, NULL },
    { "0000", { .year = -1 }, NULL },
    { "-0043-03-15", { .year = -44, .month = 3, .day = 15 }, NULL },
    { "0000-02-29", { .year = -1, .month = 2, .day = 29 }, NULL },
    { "Y12000", { .year = 12000 }, NULL },
    { "Y-12000-05", { .year = -12001, .month = 5 }, NULL },
    { "Y999999", { .year = 999999 }, NULL },
    { "2024-Q2", { .year = 2024, .month = 4, .kind = QM_DATE_QUARTER }, NULL },
    { "2024-33", { .year = 2024, .month = 1, .kind = QM_DATE_QUARTER }, "2024-Q1" },
    { "2024-36", { .year = 2024, .month = 10, .kind = QM_DATE_QUARTER }, "2024-Q4" },
    { "2024-H2", { .year = 2024, .month = 7, .kind = QM_DATE_HALF }, NULL },
    { "2024-40", { .year = 2024, .month = 1, .kind = QM_DATE_HALF }, "2024-H1" },
    { "2023/24", { .year = 2023, .kind = QM_DATE_FISCAL_YEAR }, NULL },
    { "1999/00", { .year = 1999, .kind = QM_DATE_FISCAL_YEAR }, NULL },
    { "early 2025-11", { .year = 2025, .month = 11, .part = QM_DATE_EARLY }, NULL },
    { "mid 2025", { .year = 2025, .part = QM_DATE_MID }, NULL },
    { "late -0043", { .year = -44, .part = QM_DATE_LATE }, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *written = qm_date_to_string (date_of (cases[i].text));

    g_assert_true (qm_date_equal (date_of (cases[i].text), cases[i].date));
    g_assert_cmpstr (written, ==, cases[i].written != NULL ? cases[i].written : cases[i].text);
  }
}

static void
test_parse_refuses (void)
{
  static const char *const cases[] = {
    "",
    "202",
    "20255",
    "2025-",
    "2025-7",
    "2025-00",
    "2025-13",
    "2025-07-",
    "2025-07-2",
    "2025-07-00",
    "2025-07-32",
    "2025-02-29",
    "2100-02-29",
    "-0001-02-29",
    "2025/07",
    " 2025",
    "2025 ",
    "+202",
    "-202",
    "-0000",
    "2025-07-22T",
    "2025-07-222",
    "20x5",
    "2025--7",
    "2025-07 22",
    "٢٠٢٥",
    "Y2025",
    "Y02025",
    "Y1234567",
    "12000",
    "Y",
    "Y-",
    "2024-Q0",
    "2024-Q5",
    "2024-H3",
    "2024-21",
    "2024-37",
    "2024-Q1-01",
    "2024-q1",
    "2023/25",
    "2023/2024",
    "2023-01/24",
    "early",
    "early ",
    "Early 2025",
    "early 2025-11-03",
    "late 2024-Q1",
    "mid 2023/24",
    "early mid 2025",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const QmDate before = { 11, 22, 33, QM_DATE_HALF, QM_DATE_LATE };
    QmDate date = before;

    g_test_message ("“%s”", cases[i]);
    g_assert_false (qm_date_parse (cases[i], strlen (cases[i]), &date));
    g_assert_true (qm_date_equal (date, before));
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
test_positions (void)
{
  static const struct {
    const char *text;
    double begin, end, at;
  } cases[] = {
    { "2025", 2025, 2026, 2025 },
    { "2025-01-01", 2025, 2025 + 1 / 365.0, 2025 },
    { "2025-07", 2025 + 181 / 365.0, 2025 + 212 / 365.0, 2025 + 181 / 365.0 },
    { "2025-12-31", 2025 + 364 / 365.0, 2026, 2025 + 364 / 365.0 },
    { "2024-12-31", 2024 + 365 / 366.0, 2025, 2024 + 365 / 366.0 },
    { "0000", 0, 1, 0 },
    { "-0001", -1, 0, -1 },
    { "0000-12-31", 365 / 366.0, 1, 365 / 366.0 },
    { "2024-Q4", 2024 + 274 / 366.0, 2025, 2024 + 274 / 366.0 },
    { "2025-H2", 2025 + 181 / 365.0, 2026, 2025 + 181 / 365.0 },
    { "2023/24", 2023.5, 2024.5, 2023.5 },
    { "early 2023", 2023, 2023 + 1 / 3.0, 2023 + 1 / 6.0 },
    { "mid 2023", 2023 + 1 / 3.0, 2023 + 2 / 3.0, 2023.5 },
    { "late 2025-11", 2025 + 324 / 365.0, 2025 + 334 / 365.0, 2025 + 329 / 365.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmDate date = date_of (cases[i].text);

    g_assert_cmpfloat_with_epsilon (qm_date_begin (date), cases[i].begin, 1e-9);
    g_assert_cmpfloat_with_epsilon (qm_date_end (date), cases[i].end, 1e-9);
    g_assert_cmpfloat_with_epsilon (qm_date_to_year (date), cases[i].at, 1e-9);
  }

  g_assert_true (isnan (qm_date_begin ((QmDate) { 0 })));
  g_assert_true (isnan (qm_date_end ((QmDate) { 0 })));
  g_assert_true (isnan (qm_date_to_year ((QmDate) { 0 })));
}

static void
test_from_year (void)
{
  static const struct {
    double year;
    const char *date;
  } cases[] = {
    { 2025, "2025" },
    { 2025 + 181 / 365.0, "2025-07" },
    { 2025 + 181.4 / 365, "2025-07" },
    { 2024 + 59 / 366.0, "2024-02-29" },
    { 2024.99999, "2025" },
    { 2025 + 364 / 365.0, "2025-12-31" },
    { 0, "0000" },
    { -3, "-0003" },
    { -1 + 181 / 365.0, "-0001-07" },
    { 1e9, "Y999999" },
    { -1e9, "Y-999998" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (qm_date_equal (qm_date_from_year (cases[i].year), date_of (cases[i].date)));
}

/* GLib counts the same days, from the year 1 to 9999. */
static void
test_days (void)
{
  g_assert_cmpint (qm_date_to_days (date_of ("0001-01-01")), ==, 0);
  g_assert_cmpint (qm_date_to_days (date_of ("0000-12-31")), ==, -1);
  g_assert_cmpint (qm_date_to_days (date_of ("0000-01-01")), ==, -366);
  for (gint64 days = -800000; days < 3600000; days += g_test_rand_int_range (1, 300)) {
    QmDate date = qm_date_from_days (days);

    g_assert_cmpint (qm_date_to_days (date), ==, days);
    if (days >= 0) {
      g_autoptr (GDate) same = g_date_new_julian ((guint32) days + 1);

      g_assert_cmpint (date.year, ==, g_date_get_year (same));
      g_assert_cmpint (date.month, ==, g_date_get_month (same));
      g_assert_cmpint (date.day, ==, g_date_get_day (same));
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse-accepts-all-kinds-and-writes-them-again", test_parse_accepts);
  g_test_add_func ("/date/parse-refuses-everything-else", test_parse_refuses);
  g_test_add_func ("/date/parse-stops-at-the-length", test_parse_stops_at_the_length);
  g_test_add_func ("/date/has-a-beginning-an-end-and-a-place", test_positions);
  g_test_add_func ("/date/year-with-its-fraction-is-a-date", test_from_year);
  g_test_add_func ("/date/days-are-counted-as-glib-does", test_days);

  return g_test_run ();
}
