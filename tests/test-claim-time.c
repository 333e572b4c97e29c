#include "dataset/claim-time.h"

#include <math.h>

static void
test_parse_and_write (void)
{
  static const struct {
    const char *text, *start, *end;
    gboolean is_approximate, is_period;
  } cases[] = {
    { "2025", "2025", "2025", FALSE, FALSE },
    { "2023-12~", "2023-12", "2023-12", TRUE, FALSE },
    { "2023/2025-11", "2023", "2025-11", FALSE, TRUE },
    { "2023/2025-11~", "2023", "2025-11", TRUE, TRUE },
    { "../2030", "", "2030", FALSE, TRUE },
    { "2024-Q1", "2024-Q1", "2024-Q1", FALSE, FALSE },
    { "2024-Q1/2024-Q3", "2024-Q1", "2024-Q3", FALSE, TRUE },
    { "2023/24", "2023/24", "2023/24", FALSE, TRUE },
    { "2019/20/2023/24", "2019/20", "2023/24", FALSE, TRUE },
    { "../2023/24", "", "2023/24", FALSE, TRUE },
    { "-0499/0300", "-0499", "0300", FALSE, TRUE },
    { "early 2020/late 2024", "early 2020", "late 2024", FALSE, TRUE },
    { "2025-08/2025", "2025-08", "2025", FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmTime time = { 0 };
    g_autofree char *start = NULL, *end = NULL, *written = NULL;

    g_test_message ("%s", cases[i].text);
    g_assert_true (qm_claim_time_parse (cases[i].text, &time));
    start = qm_date_to_string (time.start);
    end = qm_date_to_string (time.end);
    written = qm_claim_time_to_string (&time);
    g_assert_cmpstr (start, ==, cases[i].start);
    g_assert_cmpstr (end, ==, cases[i].end);
    g_assert_cmpint (time.is_approximate, ==, cases[i].is_approximate);
    g_assert_cmpint (qm_claim_time_is_period (&time), ==, cases[i].is_period);
    g_assert_cmpstr (written, ==, cases[i].text);
  }
}

static void
test_refuse (void)
{
  static const char *const cases[] = {
    "",           "~",
    "/",          "2025/",
    "/2025",      "2025/..",

    "..",

    "2023/25",    "2023/2024/2025",
    "...../2030", "2025~/2026",
    "2024-12-32",

  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmTime time = { .is_approximate = 7 };

    g_test_message ("“%s”", cases[i]);
    g_assert_false (qm_claim_time_parse (cases[i], &time));
    g_assert_cmpint (time.is_approximate, ==, 7);
  }
}

static void
test_backwards (void)
{
  static const struct {
    const char *text;
    gboolean is_backwards;
  } cases[] = {
    { "2025/2024", TRUE },     { "2025-08/2025-07", TRUE },      { "2025-08/2025", FALSE },
    { "2025/2025-08", FALSE }, { "late 2024/early 2024", TRUE }, { "../0300", FALSE },
    { "-0300/-0500", TRUE },   { "2025-Q2/2025-04", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmTime time = { 0 };

    g_test_message ("%s", cases[i].text);
    g_assert_true (qm_claim_time_parse (cases[i].text, &time));
    g_assert_cmpint (qm_claim_time_is_backwards (&time), ==, cases[i].is_backwards);
  }
}

static void
test_span (void)
{
  static const struct {
    const char *text;
    double begin, end;
  } cases[] = {
    { "2025", 2025, 2026 },
    { "2020/2024", 2020, 2025 },
    { "../2030", -INFINITY, 2031 },
    { "2023/24", 2023.5, 2024.5 },
  };
  const QmTime undated = { 0 };
  double begin, end;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmTime time = { 0 };

    g_assert_true (qm_claim_time_parse (cases[i].text, &time));
    qm_claim_time_get_span (&time, &begin, &end);
    g_assert_cmpfloat (begin, ==, cases[i].begin);
    g_assert_cmpfloat (end, ==, cases[i].end);
  }

  qm_claim_time_get_span (&undated, &begin, &end);
  g_assert_true (isnan (begin) && isnan (end));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/is-read-and-written-again", test_parse_and_write);
  g_test_add_func ("/time/anything-else-is-refused", test_refuse);
  g_test_add_func ("/time/ends-after-its-start", test_backwards);
  g_test_add_func ("/time/has-a-beginning-and-an-end", test_span);
  return g_test_run ();
}
