#include "dataset/unit.h"

static void
parses (void)
{
  const struct {
    const char *text;
    QmUnit unit;
  } table[] = {
    { "number", { QM_UNIT_NUMBER, "", FALSE } },
    { "number per year", { QM_UNIT_NUMBER, "", TRUE } },
    { "percent", { QM_UNIT_PERCENT, "", FALSE } },
    { "percentage-points", { QM_UNIT_PERCENTAGE_POINTS, "", FALSE } },
    { "times", { QM_UNIT_TIMES, "", FALSE } },
    { "rank", { QM_UNIT_RANK, "", FALSE } },
    { "USD", { QM_UNIT_CURRENCY, "USD", FALSE } },
    { "EUR per year", { QM_UNIT_CURRENCY, "EUR", TRUE } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    QmUnit unit;
    g_autofree char *text = NULL;

    g_assert_true (qm_unit_parse (table[i].text, &unit));
    g_assert_true (qm_unit_equal (&unit, &table[i].unit));
    text = qm_unit_to_string (&unit);
    g_assert_cmpstr (text, ==, table[i].text);
  }
}

static void
refuses_other_texts (void)
{
  const char *const texts[] = {
    "",
    "usd",
    "US",
    "USDX",
    "dollars",
    "percent per year",
    "rank per year",
    " per year",
    "USD ",
    "US$",
    "Percent",
    "USD per month",
    "times per year",
    "percentage-points per year",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    QmUnit unit = { QM_UNIT_RANK, "", FALSE };

    g_assert_false (qm_unit_parse (texts[i], &unit));
    g_assert_cmpint (unit.kind, ==, QM_UNIT_RANK);
  }
}

static void
computes (void)
{
  const struct {
    const char *left;
    QmOperation operation;
    const char *right;
    const char *expected; /* NULL: means nothing */
  } table[] = {
    { "USD", QM_ADD, "USD", "USD" },
    { "USD", QM_ADD, "EUR", NULL },
    { "USD", QM_ADD, "USD per year", NULL },
    { "USD", QM_SUBTRACT, "number", NULL },
    { "USD", QM_SUBTRACT, "times", NULL },
    { "number", QM_SUBTRACT, "number", "number" },
    { "percent", QM_ADD, "percent", "percent" },
    { "percent", QM_SUBTRACT, "percent", "percentage-points" },
    { "percent", QM_ADD, "percentage-points", "percent" },
    { "percent", QM_SUBTRACT, "percentage-points", "percent" },
    { "percentage-points", QM_SUBTRACT, "percentage-points", "percentage-points" },
    { "percentage-points", QM_SUBTRACT, "percent", NULL },
    { "rank", QM_SUBTRACT, "rank", NULL },
    { "rank", QM_MULTIPLY, "times", NULL },
    { "USD", QM_MULTIPLY, "times", "USD" },
    { "times", QM_MULTIPLY, "percent", "percent" },
    { "percent", QM_MULTIPLY, "USD per year", "USD per year" },
    { "EUR", QM_MULTIPLY, "percent", "EUR" },
    { "number", QM_MULTIPLY, "USD", "USD" },
    { "number", QM_MULTIPLY, "number", "number" },
    { "number per year", QM_MULTIPLY, "USD", NULL },
    { "USD", QM_MULTIPLY, "USD", NULL },
    { "percentage-points", QM_MULTIPLY, "USD", NULL },
    { "USD", QM_DIVIDE, "times", "USD" },
    { "USD", QM_DIVIDE, "percent", "USD" },
    { "number", QM_DIVIDE, "percent", "number" },
    { "USD", QM_DIVIDE, "USD", "times" },
    { "percent", QM_DIVIDE, "percent", "times" },
    { "percent", QM_DIVIDE, "times", "percent" },
    { "times", QM_DIVIDE, "times", "times" },
    { "USD", QM_DIVIDE, "EUR", NULL },
    { "USD", QM_DIVIDE, "USD per year", NULL },
    { "USD", QM_DIVIDE, "number", NULL },
    { "times", QM_DIVIDE, "USD", NULL },
    { "USD", QM_CHANGE_FROM, "USD", "percent" },
    { "USD", QM_CHANGE_FROM, "EUR", NULL },
    { "percent", QM_CHANGE_FROM, "percent", "percent" },
    { "rank", QM_CHANGE_FROM, "rank", NULL },
    { "USD", QM_SHARE_OF, "USD", "percent" },
    { "USD", QM_SHARE_OF, "EUR", NULL },
    { "USD", QM_SHARE_OF, "times", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    QmUnit left, right, result;
    g_autofree char *text = NULL;

    g_assert_true (qm_unit_parse (table[i].left, &left));
    g_assert_true (qm_unit_parse (table[i].right, &right));
    if (qm_unit_compute (table[i].operation, &left, &right, &result))
      text = qm_unit_to_string (&result);

    g_test_message ("%s (%d) %s", table[i].left, table[i].operation, table[i].right);
    g_assert_cmpstr (text, ==, table[i].expected);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/unit/is-read-and-written", parses);
  g_test_add_func ("/unit/refuses-other-texts", refuses_other_texts);
  g_test_add_func ("/unit/is-computed", computes);

  return g_test_run ();
}
