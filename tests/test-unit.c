#include "dataset/unit-guess.h"

static void
parses (void)
{
  const struct {
    const char *text;
    QmUnit unit;
  } table[] = {
    { "number", { .kind = QM_UNIT_NUMBER } },
    { "number per year", { .kind = QM_UNIT_NUMBER, .per = "year" } },
    { "percent", { .kind = QM_UNIT_PERCENT } },
    { "percentage-points", { .kind = QM_UNIT_PERCENTAGE_POINTS } },
    { "times", { .kind = QM_UNIT_TIMES } },
    { "rank", { .kind = QM_UNIT_RANK } },
    { "USD", { .kind = QM_UNIT_CURRENCY, .currency = "USD" } },
    { "EUR per year", { .kind = QM_UNIT_CURRENCY, .currency = "EUR", .per = "year" } },
    { "USD per kilowatt-hour",
      { .kind = QM_UNIT_CURRENCY, .currency = "USD", .per = "kilowatt-hour" } },
    { "number per 1000-kilometer",
      { .kind = QM_UNIT_NUMBER, .per = "kilometer", .per_many = 1000 } },
    { "liter-per-100-kilometer", { .kind = QM_UNIT_MEASURE, .name = "liter-per-100-kilometer" } },
    { "gigawatt", { .kind = QM_UNIT_MEASURE, .name = "gigawatt" } },
    { "difference in celsius",
      { .kind = QM_UNIT_MEASURE, .name = "celsius", .is_difference = TRUE } },
    { "metric-ton", { .kind = QM_UNIT_MEASURE, .name = "metric-ton" } },
    { "kilogram-meter-per-square-second",
      { .kind = QM_UNIT_MEASURE, .name = "kilogram-meter-per-square-second" } },
    { "2015 = 100", { .kind = QM_UNIT_INDEX, .name = "2015 = 100" } },
    { "2024-Q1 = 1000", { .kind = QM_UNIT_INDEX, .name = "2024-Q1 = 1000" } },
    { "2022-03 = 0.5", { .kind = QM_UNIT_INDEX, .name = "2022-03 = 0.5" } },
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
    "TWH",
    "XTS",
    "X"
    "XX",
    "USD per miles",
    "times per year",
    "gigawatt per year",
    "gigawatthour",
    "Gigawatt",
    "kilokilometer",
    "meter-",
    "-meter",
    "meter unit-width-narrow",
    "foot-and-inch",
    "pow4-meter",
    "= 100",
    "now = 100",
    "2022 = ",
    "2022 = 0.0",
    "2022 = -1",
    "2022 = 1.",
    "2022 = 1.2.3",
    "2022 = 1e3",
    "2022 = inf",
    "2022 = 1 = 1",
    "2022 = 1 per year",
    "patients",
    "percentage-points per year",
    "percent per person",
    "celsius per person",
    "USD per persons",
    "USD per person per year",
    "USD per 100000",
    "USD per 100000person",
    "USD per 1-person",
    "USD per 010-person",
    "USD per 5000000000-person",
    "USD per 99999999999999999999-person",
    "gigawatt per 1000-hour",
    "difference in kilometer",
    "difference in percent",
    "difference in celsius-per-year",
    "difference in celsius per year",
    "difference in difference in celsius",
    "difference in ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    QmUnit unit = { .kind = QM_UNIT_RANK };

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
    { "celsius", QM_SUBTRACT, "celsius", "difference in celsius" },
    { "celsius", QM_ADD, "difference in celsius", "celsius" },
    { "celsius", QM_SUBTRACT, "difference in celsius", "celsius" },
    { "difference in celsius", QM_ADD, "difference in celsius", "difference in celsius" },
    { "difference in celsius", QM_ADD, "celsius", NULL },
    { "difference in celsius", QM_DIVIDE, "difference in celsius", "times" },
    { "difference in celsius", QM_CHANGE_FROM, "difference in celsius", "percent" },
    { "kelvin", QM_SUBTRACT, "kelvin", "kelvin" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    QmUnit left, right, result;
    g_autofree char *text = NULL;

    g_assert_true (qm_unit_parse (table[i].left, &left));
    g_assert_true (qm_unit_parse (table[i].right, &right));
    if (qm_unit_of_result (table[i].operation, &left, &right, &result))
      text = qm_unit_to_string (&result);

    g_test_message ("%s (%d) %s", table[i].left, table[i].operation, table[i].right);
    g_assert_cmpstr (text, ==, table[i].expected);
  }
}

/* --- Dimensions --- */

static const QmOwnUnit own_units[] = { { .id = "patients" },
                                       { .id = "teu" },
                                       { .id = "part-per-billion" } };

static const QmOwnUnit *
find_own_unit (gconstpointer data G_GNUC_UNUSED, const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_units); i++)
    if (g_str_equal (own_units[i].id, id))
      return &own_units[i];
  return NULL;
}

static QmUnit
unit_of (const char *text)
{
  QmUnit unit = { 0 };

  g_test_message ("%s", text);
  g_assert_true (qm_unit_parse_with (text, find_own_unit, NULL, &unit));
  return unit;
}

static void
converts_what_is_of_one_dimension (void)
{
  const struct {
    const char *left;
    QmOperation operation;
    const char *right, *result;
    double right_factor, result_factor; /* 0: means nothing */
  } table[] = {
    { "gigawatt", QM_ADD, "megawatt", "gigawatt", 1e-3, 1 },
    { "gigawatt", QM_ADD, "megawatt", "terawatt", 1e-3, 1e-3 },
    { "gigawatt", QM_ADD, "hour", "gigawatt", 0, 0 },
    { "gigawatt", QM_SUBTRACT, "gigawatt-hour", "gigawatt", 0, 0 },
    { "gigawatt", QM_MULTIPLY, "hour", "gigawatt-hour", 1, 1 },
    { "gigawatt", QM_MULTIPLY, "hour", "terawatt-hour", 1, 1e-3 },
    { "gigawatt", QM_MULTIPLY, "hour", "joule", 1, 3.6e12 },
    { "gigawatt", QM_MULTIPLY, "hour", "gigawatt", 0, 0 },
    { "gigawatt", QM_MULTIPLY, "hour", "USD", 0, 0 },
    { "gigawatt", QM_MULTIPLY, "percent", "megawatt", 1, 1e3 },
    { "gigawatt", QM_MULTIPLY, "number", "gigawatt", 1, 1 },
    { "gigawatt", QM_DIVIDE, "megawatt", "times", 1, 1e3 },
    { "gigawatt", QM_DIVIDE, "megawatt", "number", 0, 0 },
    { "gigawatt", QM_DIVIDE, "megawatt", "percent", 0, 0 },
    { "gigawatt", QM_DIVIDE, "number", "gigawatt", 0, 0 },
    { "gigawatt", QM_SHARE_OF, "megawatt", "percent", 1e-3, 1 },
    { "gigawatt", QM_SHARE_OF, "hour", "percent", 0, 0 },
    { "megawatt", QM_CHANGE_FROM, "gigawatt", "percent", 1e3, 1 },
    { "metric-ton", QM_ADD, "kilogram", "kilogram", 1e-3, 1e3 },
    { "metric-ton-per-hectare", QM_MULTIPLY, "hectare", "metric-ton", 1, 1 },
    { "kilometer", QM_DIVIDE, "hour", "kilometer-per-hour", 1, 1 },
    { "square-kilometer", QM_ADD, "hectare", "square-kilometer", 1e-2, 1 },
    { "liter-per-kilometer", QM_MULTIPLY, "kilometer", "liter", 1, 1 },
    { "gigabyte", QM_DIVIDE, "second", "gigabit-per-second", 1, 8 },
    { "USD per kilowatt-hour", QM_MULTIPLY, "gigawatt-hour", "USD", 1, 1e6 },
    { "USD per kilowatt-hour", QM_MULTIPLY, "gigawatt-hour", "EUR", 0, 0 },
    { "USD", QM_DIVIDE, "kilowatt-hour", "USD per kilowatt-hour", 1, 1 },
    { "USD", QM_ADD, "EUR", "USD", 0, 0 },
    { "USD per kilowatt-hour", QM_ADD, "EUR per kilowatt-hour", "USD per kilowatt-hour", 0, 0 },
    { "USD per kilowatt-hour", QM_ADD, "USD per megawatt-hour", "USD per kilowatt-hour", 1e-3, 1 },
    { "number", QM_DIVIDE, "square-kilometer", "number per square-kilometer", 1, 1 },
    { "number per square-kilometer", QM_MULTIPLY, "hectare", "number", 1, 1e-2 },
    { "number per square-kilometer", QM_MULTIPLY, "hectare", "times", 1, 1e-2 },
    { "patients", QM_ADD, "patients", "patients", 1, 1 },
    { "patients", QM_ADD, "number", "patients", 0, 0 },
    { "patients", QM_DIVIDE, "square-kilometer", "patients per square-kilometer", 1, 1 },
    { "USD", QM_DIVIDE, "person", "USD per person", 1, 1 },
    { "USD", QM_DIVIDE, "number", "USD per person", 0, 0 },
    { "USD per person", QM_MULTIPLY, "person", "USD", 1, 1 },
    { "USD per person", QM_MULTIPLY, "person", "EUR", 0, 0 },
    { "USD per person", QM_ADD, "USD per year", "USD per person", 0, 0 },
    { "patients", QM_DIVIDE, "person", "patients per 100000-person", 1, 1e5 },
    { "patients per 100000-person", QM_ADD, "patients per person", "patients per person", 1e5,
      1e-5 },
    { "number per 1000-person", QM_MULTIPLY, "person", "number", 1, 1e-3 },
    { "liter per person", QM_MULTIPLY, "person", "cubic-meter", 1, 1e-3 },
    { "liter per person", QM_DIVIDE, "liter per patients", "times", 0, 0 },
    { "metric-ton", QM_DIVIDE, "teu", "kilogram per teu", 1, 1e3 },
    { "teu", QM_DIVIDE, "kilometer", "teu per 100-kilometer", 1, 100 },
    { "celsius", QM_SUBTRACT, "celsius", "celsius", 1, 1 },
    { "celsius", QM_ADD, "celsius", "celsius", 0, 0 },
    { "kelvin", QM_ADD, "kelvin", "kelvin", 1, 1 },
    { "celsius", QM_SUBTRACT, "fahrenheit", "celsius", 0, 0 },
    { "celsius", QM_DIVIDE, "celsius", "times", 0, 0 },
    { "celsius", QM_CHANGE_FROM, "celsius", "percent", 0, 0 },
    { "celsius", QM_MULTIPLY, "times", "celsius", 0, 0 },
    { "kelvin", QM_DIVIDE, "kelvin", "times", 1, 1 },
    { "celsius", QM_SHARE_OF, "kelvin", "percent", 0, 0 },
    { "kelvin", QM_SUBTRACT, "celsius", "kelvin", 0, 0 },
    { "celsius", QM_SUBTRACT, "celsius", "difference in fahrenheit", 1, 1.8 },
    { "celsius", QM_ADD, "difference in fahrenheit", "celsius", 1 / 1.8, 1 },
    { "celsius", QM_ADD, "difference in celsius", "difference in celsius", 0, 0 },
    { "celsius", QM_ADD, "celsius", "difference in celsius", 0, 0 },
    { "celsius", QM_SUBTRACT, "fahrenheit", "difference in celsius", 0, 0 },
    { "celsius", QM_DIVIDE, "difference in celsius", "times", 0, 0 },
    { "kelvin", QM_SUBTRACT, "kelvin", "difference in celsius", 1, 1 },
    { "difference in celsius", QM_SHARE_OF, "difference in fahrenheit", "percent", 1 / 1.8, 1 },
    { "difference in celsius", QM_SUBTRACT, "difference in fahrenheit", "difference in fahrenheit",
      1 / 1.8, 1.8 },
    { "celsius-per-year", QM_MULTIPLY, "year", "difference in celsius", 1, 1 },
    { "celsius-per-year", QM_MULTIPLY, "year", "celsius", 0, 0 },
    { "2015 = 100", QM_CHANGE_FROM, "2015 = 100", "percent", 1, 1 },
    { "2015 = 100", QM_CHANGE_FROM, "2020 = 100", "percent", 0, 0 },
    { "2015 = 100", QM_SUBTRACT, "2015 = 100", "2015 = 100", 0, 0 },
    { "rank", QM_DIVIDE, "hour", "rank", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    QmUnit left = unit_of (table[i].left), right = unit_of (table[i].right);
    QmUnit result = unit_of (table[i].result);
    QmUnitFactors factors = { 0, 0 };

    g_assert_cmpint (qm_unit_compute (table[i].operation, &left, &right, &result, &factors), ==,
                     table[i].result_factor > 0);
    g_assert_cmpfloat_with_epsilon (factors.right, table[i].right_factor,
                                    table[i].right_factor * 1e-9 + 1e-15);
    g_assert_cmpfloat_with_epsilon (factors.result, table[i].result_factor,
                                    table[i].result_factor * 1e-9 + 1e-15);
  }
}

/* What is counted by what is counted, in the words that a file writes. */
static void
counts_by_what_is_counted (void)
{
  static const char *const texts[] = { "person",           "USD per person",
                                       "liter per person", "patients per 100000-person",
                                       "teu per patients", "kilowatt-hour per 2-teu",
                                       "part-per-billion", "part-per-billion per person" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    QmUnit unit = unit_of (texts[i]), other = unit;
    g_autofree char *text = qm_unit_to_string (&unit);

    g_assert_cmpstr (text, ==, texts[i]);
    other.per_many++;
    g_assert_false (qm_unit_equal (&unit, &other));
  }
}

static void
converts_one_figure (void)
{
  const struct {
    const char *from, *to;
    double factor, more; /* 0: of another dimension */
  } table[] = {
    { "gigawatt", "terawatt", 1e-3, 0 },
    { "mile", "kilometer", 1.609344, 0 },
    { "celsius", "fahrenheit", 1.8, 32 },
    { "celsius", "kelvin", 1, 273.15 },
    { "difference in celsius", "difference in fahrenheit", 1.8, 0 },
    { "difference in celsius", "difference in kelvin", 1, 0 },
    { "difference in celsius", "celsius", 0, 0 },
    { "difference in celsius", "kelvin", 0, 0 },
    { "kelvin", "difference in kelvin", 0, 0 },
    { "celsius-per-year", "fahrenheit-per-year", 1.8, 0 },
    { "watt-per-square-meter-celsius", "watt-per-square-meter-kelvin", 1, 0 },
    { "arc-minute", "degree", 1.0 / 60, 0 },
    { "cubic-inch", "liter", 0.016387064, 0 },
    { "kibibyte", "byte", 1024, 0 },
    { "part-per-million", "permille", 1e-3, 0 },
    { "liter-per-100-kilometer", "liter-per-kilometer", 1e-2, 0 },
    { "USD", "EUR", 0, 0 },
    { "gigawatt", "gigawatt-hour", 0, 0 },
    { "number", "times", 0, 0 },
    { "patients", "number", 0, 0 },
    { "patients per person", "patients per 1000-person", 1000, 0 },
    { "part-per-billion", "part-per-million", 0, 0 },
    { "person", "number", 0, 0 },
    { "year", "celsius", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    QmUnit from = unit_of (table[i].from), to = unit_of (table[i].to);
    double factor = 0, more = 0;

    g_assert_cmpint (qm_unit_convert (&from, &to, &factor, &more), ==, table[i].factor > 0);
    g_assert_cmpfloat_with_epsilon (factor, table[i].factor, 1e-9);
    g_assert_cmpfloat_with_epsilon (more, table[i].more, 1e-9);
  }
}

/* Signs, other letters, slashes, plurals, and what is nothing of the kind. */
static void
guesses_what_was_meant (void)
{
  const struct {
    const char *typed, *meant;
  } table[] = {
    { "GWh", "gigawatt-hour" },
    { "gw", "gigawatt" },
    { "mW", "milliwatt" },
    { "km²", "square-kilometer" },
    { "m3", "cubic-meter" },
    { "Mt", "megatonne" },
    { "°C", "celsius" },
    { "km/h", "kilometer-per-hour" },
    { "l/100km", "liter-per-100-kilometer" },
    { "mmol/l", "millimole-per-liter" },
    { "USD/kWh", "USD per kilowatt-hour" },
    { "usd per barrels", "USD per barrel" },
    { "$/bbl", "USD per barrel" },
    { "patients per 100,000 people", "patients per 100000-person" },
    { "patient", "patients" },
    { "đồng", "VND" },
    { "percentage points", "percentage-points" },
    { "kilowat-hour", "kilowatt-hour" },
    { "2015=100", "2015 = 100" },
    { "difference in °C", "difference in celsius" },
    { "celsius difference", "difference in celsius" },
    { "difference in kilometers", NULL },
    { "tCO2", NULL },
    { "/", NULL },
    { "", NULL },
    { "a lot", NULL },
    { "km per", NULL },
    { "= 100", NULL },
  };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  qm_unit_list_names (names);
  g_ptr_array_add (names, (gpointer) "patients");
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    g_autofree char *meant = qm_unit_guess (table[i].typed, find_own_unit, NULL, names);

    g_assert_cmpstr (meant, ==, table[i].meant);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/unit/is-read-and-written", parses);
  g_test_add_func ("/unit/refuses-other-texts", refuses_other_texts);
  g_test_add_func ("/unit/is-computed", computes);
  g_test_add_func ("/unit/of-one-dimension-is-converted", converts_what_is_of_one_dimension);
  g_test_add_func ("/unit/is-by-what-is-counted", counts_by_what_is_counted);
  g_test_add_func ("/unit/one-figure-is-converted", converts_one_figure);
  g_test_add_func ("/unit/is-guessed", guesses_what_was_meant);

  return g_test_run ();
}
