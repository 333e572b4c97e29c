/* What a cell of a table and a heading say. */
#include "sheet/cell-name.h"
#include "sheet/cell-text.h"
#include "sheet/heading-time.h"
#include "sheet/heading.h"
#include "sheet/when.h"

#include <math.h>

static void
test_a_figure_is_read_by_its_decimal_sign (void)
{
  static const struct {
    const char *cell;
    QmCellReadings readings;
    double point, comma;
  } cases[] = {
    { "32,56", QM_READ_COMMA, NAN, 32.56 },
    { "1,234", QM_READ_POINT | QM_READ_COMMA, 1234, 1.234 },
    { "1.234", QM_READ_POINT | QM_READ_COMMA, 1.234, 1234 },
    { "1,234,567", QM_READ_POINT, 1234567, NAN },
    { "1.234,5", QM_READ_COMMA, NAN, 1234.5 },
    { "1 234", QM_READ_EITHER, 1234, 1234 },
    { "0,123", QM_READ_COMMA, NAN, 0.123 },
    { "12,34,567", QM_READ_POINT, 1234567, NAN },
    { "-5", QM_READ_EITHER, -5, -5 },
    { "−5", QM_READ_EITHER, -5, -5 },
    { "(5)", QM_READ_EITHER, -5, -5 },
    { "$74.69", QM_READ_POINT, 74.69, NAN },
    { "12 %", QM_READ_EITHER, 12, 12 },
    { "7 p", QM_READ_EITHER, 7, 7 },
    { "1e3", QM_READ_EITHER, 1000, 1000 },
    { "MG-8769", QM_READ_NOT, NAN, NAN },
    { "=1+2", QM_READ_NOT, NAN, NAN },
    { "12/2020", QM_READ_NOT, NAN, NAN },
    { "n/a", QM_READ_NOT, NAN, NAN },
    { "–", QM_READ_NOT, NAN, NAN },
    { "", QM_READ_NOT, NAN, NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmCellFigure figure = { 0 };

    g_test_message ("%s", cases[i].cell);
    g_assert_cmpuint (qm_cell_text_readings (cases[i].cell), ==, cases[i].readings);
    if (qm_cell_text_read (cases[i].cell, '.', &figure))
      g_assert_cmpfloat (figure.value, ==, cases[i].point);
    if (qm_cell_text_read (cases[i].cell, ',', &figure))
      g_assert_cmpfloat (figure.value, ==, cases[i].comma);
  }
}

static void
test_a_name_has_no_note (void)
{
  static const char *const names[][2] = {
    { "Peru¹", "Peru" },
    { "A¹", "A" },
    { "Chile *", "Chile" },
    { "Laos [note 3]", "Laos" },
    { "Bayern 1)", "Bayern" },
    { "Mali†‡", "Mali" },
    { "A &amp; B", "A & B" },
    { "Two\nlines", "Two lines" },
    { "Korea (1)", "Korea (1)" },
    { "Room [large]", "Room [large]" },
    { "*", "*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = qm_cell_name_read (names[i][0]);

    g_assert_cmpstr (name, ==, names[i][1]);
  }
}

static void
test_words_for_nothing_are_never_nought (void)
{
  static const char *const cells[] = { "",  "  ", "n/a", "N/A", "–",         "…",   ":",
                                       "x", "..", "-",   "NaN", "not asked", "k.A." };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_true (qm_cell_text_is_missing (cells[i]));
  g_assert_false (qm_cell_text_is_missing ("0"));
  g_assert_false (qm_cell_text_is_missing ("Laos"));
}

static void
test_a_cell_says_when (void)
{
  static const struct {
    const char *cell, *text;
  } cases[] = {
    { "2020", "2020" },
    { "Q1 2024", "2024-Q1" },
    { "2024Q1", "2024-Q1" },
    { "Quý I/2024", "2024-Q1" },
    { "2024M03", "2024-03" },
    { "Tháng 3/2024", "2024-03" },
    { "Mär 2024", "2024-03" },
    { "31.12.2023", "2023-12-31" },
    { "12/31/2023", "2023-12-31" },
    { "Jan-24", "2024-01" },
    { "2023/24", "2023/24" },
    { "2020–2024", "2020/2024" },
    { "H2 2023", "2023-H2" },
    { "2026f", "2026" },
    { "28/01/2018 00:15", "2018-01-28" },
    { "2018-01-28T09:30:00Z", "2018-01-28" },
    { "202301", "2023-01" },
    { "20230131", "2023-01-31" },
    { "202313", NULL },
    { "I/2023", "2023-Q1" },
    { "2020¹", "2020" },
    { "2021-22 [note 3]", "2021/22" },
    { "2023年", "2023" },
    { "2023年3月", "2023-03" },
    { "2023年3月5日", "2023-03-05" },
    { "2023年第1季度", "2023-Q1" },
    { "1.5", NULL },
    { "Laos", NULL },
    { "12345", NULL },
    { "31/02/2023", NULL },
    { "$2020", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmWhen when = { .text = "" };

    g_test_message ("%s", cases[i].cell);
    g_assert_true (qm_when_read (cases[i].cell, QM_DAY_FIRST, &when) == (cases[i].text != NULL));
    g_assert_cmpstr (when.text, ==, cases[i].text != NULL ? cases[i].text : "");
  }
}

static void
test_a_heading_says_the_unit_and_its_scale (void)
{
  static const struct {
    const char *words, *name, *unit;
    double scale;
  } cases[] = {
    { "GDP, USD bn", "GDP", "USD", 1e9 },
    { "Share (%)", "Share", "percent", 1 },
    { "Population (in thousands)", "Population", NULL, 1e3 },
    { "Vốn đầu tư (nghìn tỷ đồng)", "Vốn đầu tư", "VND", 1e12 },
    { "Umsatz in Mio. EUR", "Umsatz", "EUR", 1e6 },
    { "Country", "Country", NULL, 1 },
    { "人口（万人）", "人口(人)", NULL, 1e4 },
    { "GDP（亿元）", "GDP", "CNY", 1e8 },
    { "売上高（百万円）", "売上高", "JPY", 1e6 },
    { "百貨店（店）", "百貨店(店)", NULL, 1 },
    { "利益率（％）", "利益率", "percent", 1 },
    { "Thu nhập (triệu đồng/tháng)", "Thu nhập", "VND per month", 1e6 },
    { "GDP (USD/người)", "GDP", "USD per person", 1 },
    { "Price, EUR per kg", "Price", "EUR per kilogram", 1 },
    { "Debt, % of GDP", "Debt, % of GDP", "percent", 1 },
    { "Einwohner (in 1.000)", "Einwohner", NULL, 1e3 },
    { "Population, 1 000 persons", "Population, persons", NULL, 1e3 },
    { "Dân số (nghìn người)", "Dân số (người)", NULL, 1e3 },
    { "PIB (milliards d'euros)", "PIB", "EUR", 1e9 },
    { "Taux de chômage (en pourcentage)", "Taux de chômage", "percent", 1 },
    { "Anteil in Prozent", "Anteil", "percent", 1 },
    { "Veränderung (Prozentpunkte)", "Veränderung", "percentage-points", 1 },
    { "Deaths per 1,000 live births", "Deaths per 1,000 live births", NULL, 1 },
    { "Doctors (per 1 000 inhabitants)", "Doctors (per 1 000 inhabitants)", NULL, 1 },
    { "GSDP (₹ crore)", "GSDP", "INR", 1e7 },
    { "Revenue, $m", "Revenue", "USD", 1e6 },
    { "Depth (m)", "Depth", "meter", 1 },
    { "Mean temperature (°C)", "Mean temperature", "celsius", 1 },
    { "Temperature anomaly (°C)", "Temperature anomaly", "difference in celsius", 1 },
    { "Chênh lệch nhiệt độ (°F)", "Chênh lệch nhiệt độ", "difference in fahrenheit", 1 },
    { "V", "V", NULL, 1 },
    { "Umsatz (Tsd. €)", "Umsatz", "EUR", 1e3 },
    { "Xuất khẩu (triệu USD)", "Xuất khẩu", "USD", 1e6 },
    { "Sản lượng (nghìn tấn)", "Sản lượng", "metric-ton", 1e3 },
    { "Exportations en millions d’euros", "Exportations", "EUR", 1e6 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (QmHeading) heading = qm_heading_read (cases[i].words);

    g_test_message ("%s", cases[i].words);
    g_assert_cmpstr (heading.name, ==, cases[i].name);
    g_assert_cmpstr (heading.unit, ==, cases[i].unit);
    g_assert_cmpfloat (heading.scale, ==, cases[i].scale);
  }
}

static void
test_a_heading_says_when (void)
{
  static const struct {
    const char *words, *rest, *time;
  } cases[] = {
    { "GDP 2020", "GDP", "2020" },
    { "Population, 2019 (thousand)", "Population (thousand)", "2019" },
    { "Dân số năm 2019 (nghìn người)", "Dân số (nghìn người)", "2019" },
    { "Doanh thu quý 1/2024", "Doanh thu", "2024-Q1" },
    { "Doanh thu quý I năm 2024", "Doanh thu", "2024-Q1" },
    { "Doanh thu tháng 3/2024 (tỷ đồng)", "Doanh thu (tỷ đồng)", "2024-03" },
    { "Sales, Q1 2024", "Sales", "2024-Q1" },
    { "Population at 1 January 2023", "Population", "2023-01-01" },
    { "Population as of 2023", "Population", "2023" },
    { "Growth 2010 to 2020", "Growth", "2010/2020" },
    { "Tăng trưởng giai đoạn 2010–2020", "Tăng trưởng", "2010/2020" },
    { "2019 population", "population", "2019" },
    { "2020", "", "2020" },
    /* a year that says something else than when */
    { "Growth to 2030", NULL, NULL },
    { "GDP năm 2023 so với 2022", NULL, NULL },
    { "% of 2010", NULL, NULL },
    { "Top 2000", NULL, NULL },
    { "Share of 2030 bill", NULL, NULL },
    { "Windows 11", NULL, NULL },
    { "500 largest firms", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) words = g_string_new (cases[i].words);
    QmWhen when = { 0 };

    g_test_message ("%s", cases[i].words);
    g_assert_cmpint (qm_heading_time_take (words, &when), ==, cases[i].time != NULL);
    g_assert_cmpstr (when.text, ==, cases[i].time != NULL ? cases[i].time : "");
    g_assert_cmpstr (words->str, ==, cases[i].rest != NULL ? cases[i].rest : cases[i].words);
  }
}

/* Of a heading that is a whole text only the end is read. */
static void
test_a_heading_may_be_long (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  QmWhen when = { 0 };

  for (int i = 0; i < 200000; i++)
    g_string_append (words, "word ");
  g_string_append (words, "in 2020");
  g_assert_true (qm_heading_time_take (words, &when));
  g_assert_cmpstr (when.text, ==, "2020");
  g_assert_cmpuint (words->len, ==, 5 * 200000 - 1);
}

static void
test_a_cell_says_its_scale (void)
{
  static const struct {
    const char *cell;
    double value, scale;
    const char *unit;
  } cells[] = {
    { "1.2M", 1.2, 1e6, "" },         { "850K", 850, 1e3, "" }, { "$3.5bn", 3.5, 1e9, "$" },
    { "3 Mio. €", 3, 1e6, "Mio. €" }, { "7 km", 7, 1, "km" },   { "5 m", 5, 1, "m" },
    { "12 tỷ", 12, 1e9, "" },         { "30 %", 30, 1, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++) {
    QmCellFigure figure = { 0 };

    g_test_message ("%s", cells[i].cell);
    g_assert_true (qm_cell_text_read (cells[i].cell, '.', &figure));
    g_assert_cmpfloat (figure.value, ==, cells[i].value);
    g_assert_cmpfloat (figure.scale, ==, cells[i].scale);
    g_assert_cmpstr (figure.unit, ==, cells[i].unit);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cells/a-figure-is-read-by-its-decimal-sign",
                   test_a_figure_is_read_by_its_decimal_sign);
  g_test_add_func ("/cells/words-for-nothing-are-never-nought",
                   test_words_for_nothing_are_never_nought);
  g_test_add_func ("/cells/a-name-has-no-note", test_a_name_has_no_note);
  g_test_add_func ("/cells/a-cell-says-when", test_a_cell_says_when);
  g_test_add_func ("/cells/a-heading-says-the-unit-and-its-scale",
                   test_a_heading_says_the_unit_and_its_scale);
  g_test_add_func ("/cells/a-heading-says-when", test_a_heading_says_when);
  g_test_add_func ("/cells/a-heading-may-be-long", test_a_heading_may_be_long);
  g_test_add_func ("/cells/a-cell-says-its-scale", test_a_cell_says_its_scale);
  return g_test_run ();
}
