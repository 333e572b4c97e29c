/* Any unit that ICU has a name for: read from a file, put into words in each language, written, and
 * read again. And every unit that the words of an article are read as. */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/words/tabular.h"
#include "chart/words/wording.h"
#include "dataset/dataset-private.h"
#include "dataset/reader.h"
#include "dataset/unit.h"
#include "dataset/writer.h"
#include "extraction/lexicon.h"

#include <unicode/ures.h>

#include <string.h>

/* What ICU keeps beside units, or what is another kind of unit here. */
static const char *const no_units[] = { "compound", "coordinate", "generic", "percent", NULL };

static QmDataset *
read_unit (const char *unit, const char *value)
{
  g_autofree char *text = g_strdup_printf (
      "{\"quymo\":1,\"title\":\"T\",\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"report\"}"
      "],"
      "\"units\":[{\"id\":\"cases\",\"name\":{\"en\":{\"one\":\"case\",\"other\":\"cases\"},"
      "\"vi\":\"ca mắc\"}},"
      "{\"id\":\"teu\",\"name\":\"TEU\"},{\"id\":\"part-per-billion\",\"name\":\"ppb\"}],"
      "\"measures\":[{\"id\":\"m\",\"name\":\"M\",\"unit\":\"%s\"}],"
      "\"claims\":[{\"id\":\"c\",\"measure\":\"m\",\"value\":%s,\"statement\":\"C\","
      "\"cites\":[{\"source\":\"s\"}]}],"
      "\"charts\":[{\"id\":\"h\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"T\","
      "\"panels\":[{\"form\":\"figure\",\"claims\":[\"c\"]}]}]}",
      unit, value);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmDataset *dataset = qm_dataset_read ("test", text, strlen (text), qm_forms, problems);

  g_test_message ("%s", unit);
  g_assert_nonnull (dataset);
  return dataset;
}

/* Both languages have words for it that are not its identifier. */
static void
assert_worded (const QmClaim *claim, const char *unit)
{
  for (const char *const *language = qm_language_list (); *language != NULL; language++) {
    g_autofree char *fallback = g_strconcat (" ", unit, NULL);
    g_autofree char *signs = NULL, *words = NULL;

    qm_language_use (*language);
    signs = qm_wording_value (claim);
    words = qm_wording_value_in_words (claim);
    g_test_message ("%s, %s", signs, words);
    /* Of the scale of winds newer releases of ICU have the name before the number. */
    g_assert_true (g_str_has_prefix (signs, "5") || g_str_equal (unit, "beaufort"));
    g_assert_true (strlen (signs) > 1);
    g_assert_true (g_utf8_validate (words, -1, NULL) && strlen (words) > 1);
    g_assert_false (strchr (unit, '-') != NULL && g_str_has_suffix (signs, fallback));
  }
  qm_language_use ("en");
}

static void
check_unit (const char *unit)
{
  g_autoptr (QmDataset) dataset = read_unit (unit, "5500"), again = NULL;
  g_autofree char *identifier = qm_unit_to_string (&dataset->claims[0].unit);
  g_autofree char *cell = qm_tabular_machine_cell (&dataset->claims[0], QM_COLUMN_UNIT);
  g_autofree char *written = qm_dataset_write (qm_dataset_get_json (dataset));
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();

  g_assert_cmpint (dataset->claims[0].unit.kind, ==, QM_UNIT_MEASURE);
  g_assert_cmpstr (identifier, ==, unit);
  g_assert_cmpstr (cell, ==, unit);
  assert_worded (&dataset->claims[0], unit);

  again = qm_dataset_read ("test", written, strlen (written), qm_forms, problems);
  g_assert_nonnull (again);
  g_assert_true (qm_unit_equal (&again->claims[0].unit, &dataset->claims[0].unit));
}

static guint
check_units_of_kind (UResourceBundle *kind)
{
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *unit = NULL;
  guint n = 0;

  while (ures_getType (kind) == URES_TABLE && ures_hasNext (kind)) {
    unit = ures_getNextResource (kind, unit, &status);
    if (g_strv_contains (no_units, ures_getKey (unit)) ||
        strstr (ures_getKey (unit), "-and-") != NULL)
      continue;
    check_unit (ures_getKey (unit));
    n++;
  }
  ures_close (unit);
  return n;
}

static void
every_unit_of_icu (void)
{
  UErrorCode status = U_ZERO_ERROR;
  /* Vietnamese, for some releases have names in English only, and what cannot be said is refused.
   */
  UResourceBundle *names = ures_open (U_ICUDATA_NAME "-unit", "vi", &status);
  UResourceBundle *kinds = ures_getByKey (names, "units", NULL, &status), *kind = NULL;
  guint n = 0;

  g_assert_true (U_SUCCESS (status));
  while (ures_hasNext (kinds)) {
    kind = ures_getNextResource (kinds, kind, &status);
    if (!g_strv_contains (no_units, ures_getKey (kind)))
      n += check_units_of_kind (kind);
  }
  ures_close (kind);
  ures_close (kinds);
  ures_close (names);
  g_assert_cmpuint (n, >, 100);
}

/* Names with prefixes, powers and "per" that no table has. */
static void
units_made_of_others (void)
{
  static const char *const prefixes[] = { "", "milli", "kilo", "giga", "tera" };
  static const char *const units[] = { "watt", "gram", "meter", "joule", "liter", "second" };

  for (int i = 0; i < 40; i++) {
    g_autofree char *unit =
        g_strdup_printf ("%s%s%s-per-%s%s", g_test_rand_int_range (0, 3) == 0 ? "square-" : "",
                         prefixes[g_test_rand_int_range (0, G_N_ELEMENTS (prefixes))],
                         units[g_test_rand_int_range (0, 3)],
                         prefixes[g_test_rand_int_range (0, G_N_ELEMENTS (prefixes))],
                         units[g_test_rand_int_range (3, G_N_ELEMENTS (units))]);

    check_unit (unit);
  }
}

static void
every_unit_of_an_article (void)
{
  static const char *const languages[] = { "en", "vi" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++) {
    const GPtrArray *lexemes = qm_lexicon_get (languages[i])->lexemes;

    for (guint j = 0; j < lexemes->len; j++) {
      const QmLexeme *lexeme = lexemes->pdata[j];
      QmUnit unit;

      if (lexeme->unit == NULL || lexeme->role == QM_ROLE_BASIS)
        continue;
      g_test_message ("%s", lexeme->unit);
      g_assert_true (qm_unit_parse (lexeme->unit, &unit));
    }
  }
}

/* --- Words --- */

static const struct {
  const char *unit, *value, *english, *vietnamese, *in_words;
} cases[] = {
  { "celsius", "12.5", "12.5 °C", "12,5 °C", "12.5 degrees Celsius" },
  { "celsius", "-1", "−1 °C", "−1 °C", "−1 degree Celsius" },
  { "difference in celsius", "1.5", "1.5 °C", "1,5 °C", "1.5 degrees Celsius" },
  { "gigawatt", "5500", "5,500 GW", "5.500 GW", "5,500 gigawatts" },
  { "kilowatt-hour", "3e12", "3 trillion kWh", "3 nghìn tỷ kWh", "3 trillion kilowatt-hours" },
  { "terawatt-hour", "1", "1 TWh", "1 TWh", "1 terawatt-hour" },
  { "gigawatt-hour-per-year", "2", "2 GWh/y", "2 GWh/năm", "2 gigawatt-hours per year" },
  { "metric-ton", "7.25", "7.25 t", "7,25 t", "7.25 tonnes" },
  { "square-kilometer", "331690", "331,690 km²", "331.690 km²", "331,690 square kilometres" },
  { "year", "72", "72 yrs", "72 năm", "72 years" },
  { "liter-per-kilometer", "0.06", "0.06 l/km", "0,06 L/km", "0.06 litres per kilometre" },
  { "USD per kilowatt-hour", "0.12", "US$0.12 per kWh", "0,12 USD mỗi kWh",
    "US$0.12 per kilowatt-hour" },
  { "number per square-kilometer", "320", "320 per km²", "320 mỗi km²",
    "320 per square kilometre" },
  { "number per year", "8504", "8,504 per year", "8.504 mỗi năm", "8,504 per year" },
  { "2015 = 100", "118.2", "118.2 (2015 = 100)", "118,2 (2015 = 100)", "118.2 (2015 = 100)" },
  { "2022 = 1", "1.25", "1.25 (2022 = 1)", "1,25 (2022 = 1)", "1.25 (2022 = 1)" },
  { "2020-Q1 = 1000", "990", "990 (Q1 2020 = 1,000)", "990 (Quý 1/2020 = 1.000)",
    "990 (Q1 2020 = 1,000)" },
  { "cases", "1", "1 case", "1 ca mắc", "1 case" },
  { "cases", "1.5e6", "1.5 million cases", "1,5 triệu ca mắc", "1.5 million cases" },
  { "cases per day", "30", "30 cases per day", "30 ca mắc mỗi ngày", "30 cases per day" },
  { "person", "1", "1 person", "1 người", "1 person" },
  { "person", "98e6", "98 million people", "98 triệu người", "98 million people" },
  { "USD per person", "4346", "US$4,346 per person", "4.346 USD mỗi người", "US$4,346 per person" },
  { "liter per person", "140", "140 l per person", "140 L mỗi người", "140 litres per person" },
  { "cases per 100000-person", "12.5", "12.5 cases per 100,000 people",
    "12,5 ca mắc trên 100.000 người", "12.5 cases per 100,000 people" },
  { "number per 1000-kilometer", "3", "3 per 1,000 km", "3 trên 1.000 km",
    "3 per 1,000 kilometres" },
  { "teu", "24000", "24,000 TEU", "24.000 TEU", "24,000 TEU" },
  { "USD per teu", "1500", "US$1,500 per TEU", "1.500 USD mỗi TEU", "US$1,500 per TEU" },
  { "part-per-billion", "40", "40 ppb", "40 ppb", "40 ppb" },
};

static void
words_of_each_language (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmDataset) dataset = read_unit (cases[i].unit, cases[i].value);
    g_autofree char *english = qm_wording_value (&dataset->claims[0]);
    g_autofree char *in_words = qm_wording_value_in_words (&dataset->claims[0]);
    g_autofree char *vietnamese = NULL;

    qm_language_use ("vi");
    vietnamese = qm_wording_value (&dataset->claims[0]);
    qm_language_use ("en");
    g_assert_cmpstr (english, ==, cases[i].english);
    g_assert_cmpstr (in_words, ==, cases[i].in_words);
    g_assert_cmpstr (vietnamese, ==, cases[i].vietnamese);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();

#define TEST(name) g_test_add_func ("/any-unit/" #name, name)
  TEST (every_unit_of_icu);
  TEST (units_made_of_others);
  TEST (every_unit_of_an_article);
  TEST (words_of_each_language);
#undef TEST
  return g_test_run ();
}
