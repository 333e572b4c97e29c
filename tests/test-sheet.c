/* Tables read from delimited text, as they should be written and as they are. */
#include "sheet/cell-text.h"
#include "sheet/heading.h"
#include "sheet/pasted.h"
#include "sheet/questions.h"
#include "sheet/sheet.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

/* --- Cells --- */

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

/* --- Broken tables --- */

typedef struct {
  GRand *dice;
  guint n_rows, n_columns;
  char *cells[16][8]; /* the first row is the headings */
} Table;

static gboolean
toss (GRand *dice)
{
  return g_rand_boolean (dice);
}

static char *
make_cell (GRand *dice, guint row, guint column)
{
  static const char *const words[] = { "Laos", "Viet Nam",         "a, b and c", "5\" pipe",
                                       "Đắk",  "semi; colon here", "two\nlines", "it’s" };

  if (row == 0)
    return g_strdup_printf ("Heading %c", 'A' + column);
  if (column == 0)
    return g_strdup_printf ("%s %u", words[g_rand_int_range (dice, 0, G_N_ELEMENTS (words))], row);
  return g_strdup_printf ("%d.%d", g_rand_int_range (dice, 1, 900),
                          g_rand_int_range (dice, 11, 99));
}

static Table
make_table (guint seed)
{
  Table table = { .dice = g_rand_new_with_seed (seed) };

  table.n_rows = (guint) g_rand_int_range (table.dice, 4, 16);
  table.n_columns = (guint) g_rand_int_range (table.dice, 3, 8);
  for (guint i = 0; i < table.n_rows; i++)
    for (guint k = 0; k < table.n_columns; k++)
      table.cells[i][k] = make_cell (table.dice, i, k);
  return table;
}

static void
clear_table (Table *table)
{
  for (guint i = 0; i < table->n_rows; i++)
    for (guint k = 0; k < table->n_columns; k++)
      g_free (table->cells[i][k]);
  g_rand_free (table->dice);
}

/* How the table is written, one thing or another wrong with it. */
typedef struct {
  char delimiter;
  const char *line_end;
  gboolean quotes_all, has_backslash, has_preamble, has_note, has_end, has_more_end, has_mark,
      is_utf16, has_separator, has_tail;
} Pollution;

static Pollution
make_pollution (GRand *dice)
{
  static const char *const ends[] = { "\n", "\r\n", "\r" };
  const char delimiters[] = { ',', ';', '\t', '|' };
  Pollution pollution = { delimiters[g_rand_int_range (dice, 0, 4)],
                          ends[g_rand_int_range (dice, 0, 3)],
                          toss (dice),
                          FALSE,
                          toss (dice),
                          toss (dice),
                          toss (dice),
                          FALSE,
                          toss (dice),
                          FALSE,
                          toss (dice),
                          toss (dice) };

  pollution.has_backslash = g_rand_int_range (dice, 0, 4) == 0;
  pollution.has_more_end = pollution.has_end && toss (dice);
  pollution.is_utf16 = g_rand_int_range (dice, 0, 4) == 0;
  return pollution;
}

static void
write_cell (GString *text, const char *cell, const Pollution *pollution)
{
  const char special[] = { pollution->delimiter, '"', '\n', '\r', '\0' };

  if (!pollution->quotes_all && strpbrk (cell, special) == NULL) {
    g_string_append (text, cell);
    return;
  }
  g_string_append_c (text, '"');
  for (const char *c = cell; *c != '\0'; c++) {
    if (*c == '"')
      g_string_append_c (text, pollution->has_backslash ? '\\' : '"');
    g_string_append_c (text, *c);
  }
  g_string_append_c (text, '"');
}

static GBytes *
write_table (const Table *table, const Pollution *pollution)
{
  g_autoptr (GString) text = g_string_new (pollution->has_mark ? "\xef\xbb\xbf" : "");

  if (pollution->has_separator)
    g_string_append_printf (text, "sep=%c%s", pollution->delimiter, pollution->line_end);
  if (pollution->has_preamble)
    g_string_append_printf (text, "A title%s%s", pollution->line_end, pollution->line_end);
  for (guint i = 0; i < table->n_rows; i++) {
    for (guint k = 0; k < table->n_columns; k++) {
      write_cell (text, table->cells[i][k], pollution);
      if (k + 1 < table->n_columns || pollution->has_tail)
        g_string_append_c (text, pollution->delimiter);
    }
    if (i + 1 < table->n_rows || pollution->has_end)
      g_string_append (text, pollution->line_end);
  }
  if (pollution->has_end && pollution->has_note)
    g_string_append_printf (text, "%sNote: made up.%s", pollution->line_end, pollution->line_end);
  if (pollution->has_more_end)
    g_string_append (text, pollution->line_end);
  if (pollution->is_utf16 && !pollution->has_mark) {
    gsize length;
    char *units = g_convert (text->str, (gssize) text->len, "UTF-16", "UTF-8", NULL, &length, NULL);

    return g_bytes_new_take (units, length);
  }
  return g_bytes_new (text->str, text->len);
}

static void
compare (const Table *table, const QmSheet *sheet)
{
  guint first = sheet->layout.first_header;

  g_assert_cmpuint (sheet->layout.first_row - first, ==, 1);
  g_assert_cmpuint (sheet->layout.last_row - first, ==, table->n_rows);
  g_assert_cmpuint (sheet->columns->len, ==, table->n_columns);
  for (guint i = 0; i < table->n_rows; i++)
    for (guint k = 0; k < table->n_columns; k++)
      g_assert_cmpstr (qm_cell_grid_cell (sheet->grid, first + i, k), ==, table->cells[i][k]);
}

static void
test_a_polluted_table_is_read_cell_by_cell (void)
{
  for (guint seed = 1; seed <= 400; seed++) {
    Table table = make_table (seed);
    Pollution pollution = make_pollution (table.dice);
    g_autoptr (GBytes) bytes = write_table (&table, &pollution);
    g_autoptr (GError) error = NULL;
    const QmChoices choices = { 0 };
    g_autoptr (QmSheet) sheet = qm_sheet_read (bytes, &choices, &error);

    g_autofree char *cells = sheet != NULL ? qm_sheet_print_cells (sheet) : NULL;

    g_test_message ("seed %u: %s", seed, cells);
    g_assert_no_error (error);
    compare (&table, sheet);
    clear_table (&table);
  }
}

/* --- What is wrong is told --- */

static QmSheet *
read_sheet (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  const QmChoices choices = { 0 };

  return qm_sheet_read (bytes, &choices, error);
}

/* --- Kinds of what is found --- */

/* Each variant is the same table with one thing wrong with it. */
#define HEAD "Day,Who,Said,Price\r\n"
#define FIRST "2014-08-01,Ann,\"14\"\" wide, flat\",10.50\r\n"
#define SECOND "2014-08-02,Bob,\"one\nline\",7.25\r\n"
#define THIRD "2014-08-03,Cyd,plain,120.75\r\n"
#define LAST "2014-08-04,Dan,\"a \"\"b\"\" c\",3.00\r\n"
#define CLEAN HEAD FIRST SECOND THIRD LAST

static const struct {
  const char *name, *text, *cells; /* cells NULL: those of the clean table */
} kinds[] = {
  { "as it should be", CLEAN, NULL },
  { "a blank line between any two", HEAD "\r\n" FIRST "\n" SECOND "\r\n" THIRD "\r\n" LAST, NULL },
  { "line ends of two kinds",
    "Day,Who,Said,Price\r" FIRST SECOND "2014-08-03,Cyd,plain,120.75\n" LAST, NULL },
  { "another escape of single quotes",
    "'Day','Said'\n'2014-08-01','it/'s'\n'2014-08-02','two'\n'2014-08-03','three'\n",
    "Day,Said\r\n2014-08-01,it's\r\n2014-08-02,two\r\n2014-08-03,three\r\n" },
  { "waves as quotes between tabs",
    "~Day~\t~Said, and~\t~Price~\n~2014-08-01~\t~a, b~\t~1~\n~2014-08-02~\t~c, d~\t~2~\n",
    "Day,\"Said, and\",Price\r\n2014-08-01,\"a, b\",1\r\n2014-08-02,\"c, d\",2\r\n" },
  { "another delimiter in a row", HEAD FIRST SECOND "2014-08-03;Cyd;plain;120.75\r\n" LAST, NULL },
  { "another delimiter in a row of several lines",
    HEAD FIRST "2014-08-02|Bob|\"one\nline\"|7.25\r\n" THIRD LAST, NULL },
  { "another delimiter in the headings", "Day\tWho\tSaid\tPrice\r\n" FIRST SECOND THIRD LAST,
    NULL },
  { "another delimiter in the first row",
    HEAD "2014-08-01;Ann;\"14\"\" wide, flat\";10.50\r\n" SECOND THIRD LAST, NULL },
  { "single quotes in a row", HEAD "2014-08-01,Ann,'14\" wide, flat',10.50\r\n" SECOND THIRD LAST,
    NULL },
  { "tildes for quotes",
    "Day,Who,Said,Price\r\n2014-08-01,Ann,~14\" wide, flat~,10.50\r\n"
    "2014-08-02,Bob,~one\nline~,7.25\r\n2014-08-03,Cyd,plain,120.75\r\n"
    "2014-08-04,Dan,~a \"b\" c~,3.00\r\n",
    NULL },
  { "a backslash before quotes of a row",
    HEAD FIRST SECOND THIRD "2014-08-04,Dan,\"a \\\"b\\\" c\",3.00\r\n", NULL },
  { "another sign before quotes",
    HEAD "2014-08-01,Ann,\"14@\" wide, flat\",10.50\r\n" SECOND THIRD
         "2014-08-04,Dan,\"a @\"b@\" c\",3.00\r\n",
    NULL },
  { "signs of money for quotes",
    "$Day$,$Who$,$Said$,$Price$\r\n$2014-08-01$,$Ann$,$14\" wide, flat$,$10.50$\r\n"
    "$2014-08-02$,$Bob$,$one\nline$,$7.25$\r\n$2014-08-03$,$Cyd$,$plain$,$120.75$\r\n"
    "$2014-08-04$,$Dan$,$a \"b\" c$,$3.00$\r\n",
    NULL },
  { "single quotes around all cells of a row",
    HEAD FIRST SECOND "'2014-08-03','Cyd','plain','120.75'\r\n" LAST, NULL },
  { "spaces between headings", "Day Who Said Price\r\n" FIRST SECOND THIRD LAST, NULL },
  { "quotes within quotes as they are",
    HEAD "2014-08-01,Ann,\"14\" wide, flat\",10.50\r\n" SECOND THIRD
         "2014-08-04,Dan,\"a \"b\" c\",3.00\r\n",
    NULL },
  { "a quote more at a cell’s end",
    HEAD "2014-08-01,Ann,\"14\"\" wide, flat\"\",10.50\r\n" SECOND THIRD LAST,
    HEAD "2014-08-01,Ann,\"14\"\" wide, flat\"\"\",10.50\r\n" SECOND THIRD LAST },
  { "a quote that nothing closes", HEAD FIRST SECOND "2014-08-03,\"Cyd,plain,120.75\r\n" LAST,
    HEAD FIRST SECOND "2014-08-03,\"\"\"Cyd\",plain,120.75\r\n" LAST },
  { "a cell more in a row of several lines",
    HEAD FIRST "2014-08-02,Bob,\"one\nline\",7.25,x\r\n" THIRD LAST,
    HEAD FIRST "2014-08-02,Bob,\"one\nline\",7.25,x\r\n" THIRD LAST },
  { "a cell less in the first row",
    HEAD "2014-08-01Ann,\"14\"\" wide, flat\",10.50\r\n" SECOND THIRD LAST,
    HEAD "2014-08-01Ann,\"14\"\" wide, flat\",10.50\r\n" SECOND THIRD LAST },
  { "a heading more", "Day,Who,Said,,Price\r\n" FIRST SECOND THIRD LAST,
    "Day,Who,Said,\"\",Price\r\n" FIRST SECOND THIRD LAST },
  { "a delimiter more at some ends", HEAD FIRST "2014-08-02,Bob,\"one\nline\",7.25,\r\n" THIRD LAST,
    HEAD FIRST "2014-08-02,Bob,\"one\nline\",7.25,\"\"\r\n" THIRD LAST },
};

static void
test_each_kind_of_pollution_is_seen_through (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (QmSheet) sheet = read_sheet (kinds[i].text, NULL);
    g_autofree char *cells = qm_sheet_print_cells (sheet);

    g_test_message ("%s", kinds[i].name);
    g_assert_cmpstr (cells, ==, kinds[i].cells != NULL ? kinds[i].cells : CLEAN);
  }
}

static void
test_code_pages_are_told_by_the_words (void)
{
  static const struct {
    const char *word, *encoding;
  } pages[] = {
    { "Москва", "windows-1251" },   { "Αθήνα", "windows-1253" },
    { "Łódź", "windows-1250" },     { "São Paulo", "windows-1252" },
    { "5 € m²", "windows-1252" },   { "Viet’s and Lao’s", "windows-1252" },
    { "Muğla", "windows-1254" },    { "ירושלים", "windows-1255" },
    { "เวียดนาม", "windows-874" },   { "東京都：※", "Shift_JIS" },
    { "Города России", "IBM866" },  { "Казань и область", "KOI8-R" },
    { "Größe und Köln", "IBM850" }, { "Dépense à Orléans", "macintosh" },
    { "München Süd", "macintosh" }, { "東京都市年", "EUC-JP" },
    { "東京都", "ISO-2022-JP" },    { "人口总数年", "GB18030" },
    { "서울시 인구", "EUC-KR" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autofree char *text = g_strdup_printf (
        "Where,Year,GDP of the whole of it\n%s,2020,1.5\nElsewhere,2021,2.5\n", pages[i].word);
    gsize length;
    char *old = g_convert (text, -1, pages[i].encoding, "UTF-8", NULL, &length, NULL);
    g_autoptr (GBytes) bytes = g_bytes_new_take (old, length);
    const QmChoices choices = { 0 };
    g_autoptr (QmSheet) sheet = qm_sheet_read (bytes, &choices, NULL);

    g_assert_cmpstr (sheet->encoding, ==, pages[i].encoding);
    g_assert_cmpstr (qm_cell_grid_cell (sheet->grid, 1, 0), ==, pages[i].word);
  }
}

static void
test_nothing_is_lost_behind_a_nul (void)
{
  static const char text[] = "Who,Much of it,And of the rest of it that is there\nA\0,1,2\nB,3,4\n"
                             "C,5,6\nD,7,8\nE,9,10\nF,11,12\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  const QmChoices choices = { 0 };
  g_autoptr (QmSheet) sheet = qm_sheet_read (bytes, &choices, NULL);
  g_autoptr (GPtrArray) faults = qm_sheet_tell_faults (sheet, NULL);

  g_assert_cmpuint (sheet->layout.last_row, ==, 7);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (g_str_has_prefix (faults->pdata[0], "line 2: "));
}

static void
test_rows_that_are_not_understood_are_told (void)
{
  g_autoptr (QmSheet) sheet =
      read_sheet ("Country,2020,2021\nLaos,1.5,2.5\nThailand,3.5\n"
                  "Viet Nam,4.5,5.5,6.5\nCambodia,\"7.5,8.5\nBrunei,9.5,abc\n",
                  NULL);
  g_autoptr (GPtrArray) faults = qm_sheet_tell_faults (sheet, NULL);
  g_autoptr (GPtrArray) figures = qm_sheet_list_figures (sheet);

  g_assert_cmpuint (faults->len, >=, 4);
  for (guint i = 0; i < 3; i++)
    g_assert_true (g_str_has_prefix (faults->pdata[i], "line "));
  g_assert_cmpuint (figures->len, ==, 4);
  g_assert_cmpfloat (((const QmSheetFigure *) figures->pdata[0])->value, ==, 1.5);
}

/* They may have as many cells as others, by chance. */
static void
test_rows_that_may_have_moved_are_told (void)
{
  static const char *const rows[] = {
    "Laos,,5.5,6.5,\n",         /* a delimiter more */
    "La\"os,x,6.5\",7\n",       /* one missing, and a quote within a cell */
    "Laos and 1.5 2.5 3.5 4\n", /* divided by spaces, some of which are of a name */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf (
        "Country,2020,2021,2022\nThailand,3.5,4.5,5.5\n%sCambodia,7.5,8.5,1.5\n", rows[i]);
    g_autoptr (QmSheet) sheet = read_sheet (text, NULL);
    g_autoptr (GPtrArray) faults = qm_sheet_tell_faults (sheet, NULL);

    g_assert_cmpuint (faults->len, >, 0);
    g_assert_true (g_str_has_prefix (faults->pdata[0], "line 3: "));
  }
}

/* A delimiter is missing before a quote, and commas of what it quotes stand for it. */
static void
test_quotes_behind_no_delimiter_are_told (void)
{
  static const char *const rows[] = {
    "Laos,4,TV\"flat, black, new\",,\n",
    "Laos,4,TV\"flat, \"\"32\"\" wide\",,\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text =
        g_strdup_printf ("Country,Sold,What,Words,Site\nThailand,3,TV,\"flat, \"\"32 in\"\"\",\n"
                         "%sCambodia,5,TV,\"flat, black\",\nPeru,7,TV,\"flat\",\n",
                         rows[i]);
    g_autoptr (QmSheet) sheet = read_sheet (text, NULL);
    g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
    g_autoptr (GPtrArray) faults = qm_sheet_tell_faults (sheet, lines);

    g_assert_cmpuint (faults->len, >, 0);
    g_assert_cmpuint (g_array_index (lines, guint, 0), ==, 3);
  }
}

static void
test_headings_without_the_delimiter_of_rows_are_told (void)
{
  g_autoptr (QmSheet) sheet = read_sheet ("Where,2020,2021\nA,1,2,\nB,3,4,\nC,5,6,\n", NULL);
  g_autoptr (GPtrArray) faults = qm_sheet_tell_faults (sheet, NULL);

  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (g_str_has_prefix (faults->pdata[0], "line 1: "));
}

static void
test_both_readings_are_told (void)
{
  g_autoptr (QmSheet) doubtful = read_sheet ("Who,Much\nA,\"1,234\"\nB,\"5,678\"\n", NULL);
  g_autoptr (QmSheet) sure = read_sheet ("Who,Much\nA,\"1,234\"\nB,\"5,67\"\n", NULL);
  g_autoptr (GPtrArray) doubts = qm_sheet_tell_doubts (doubtful);
  g_autoptr (GPtrArray) none = qm_sheet_tell_doubts (sure);

  g_assert_cmpuint (doubts->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_what_is_no_table_is_refused_in_a_sentence (void)
{
  static const char *const texts[] = { "", "\n\n", "PK\x03\x04...xl/workbook", "%PDF-1.7\n",
                                       "\x89PNG\r\n\x1a\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (QmSheet) sheet = read_sheet (texts[i], &error);

    g_assert_null (sheet);
    g_assert_nonnull (error);
  }
}

static void
test_a_cell_that_is_too_long_is_told_with_its_line (void)
{
  g_autofree char *cell = g_strnfill (QM_CELL_GRID_MAX_CELL + 1, 'a');
  g_autofree char *text = g_strdup_printf ("a,b\n1,2\n%s,3\n", cell);
  g_autoptr (GError) error = NULL;
  g_autoptr (QmSheet) sheet = read_sheet (text, &error);

  g_assert_null (sheet);
  g_assert_nonnull (strstr (error->message, "line 3"));
}

/* --- From other programs --- */

static void
test_pasted_cells_are_told_from_an_article (void)
{
  static const struct {
    const char *text;
    gboolean is_table;
  } cases[] = {
    { "Country\t2020\nLaos\t18.5\n", TRUE },
    { "Title over it\n\nCountry\t2020\nLaos\t18.5\nPeru\t3\nChad\t2\nMali\t1\nOman\t7\nFiji\t4\n",
      TRUE },
    { "Land;2020\nBayern;3,4\n", TRUE },
    { "Country,2020\nLaos,18.5\n", TRUE },
    { "GDP, USD bn\nSource: An office, 2024\n\nCountry,2020,2021\nLaos,18.5,19\nPeru,3,…\n"
      "Chad,2,2\n",
      TRUE },
    { "Country\t2020", FALSE },
    { "In 2020, it had 412 bridges.\nIn 2014, it had 390.\n", FALSE },
    { "One line.\n\nAnother one.\n", FALSE },
    { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (qm_pasted_is_table (cases[i].text), ==, cases[i].is_table);
  }
}

static void
test_a_table_of_a_web_page_is_read_cell_by_cell (void)
{
  static const struct {
    const char *html, *cells; /* NULL: it is an article */
  } cases[] = {
    { "<table><tr><td>A</td><td>1</td></tr><tr><td>B<td>2</table>", "A\t1\nB\t2\n" },
    { "<meta charset=utf-8><TABLE border=1><TR><TH colspan=\"2\">x &amp;\n y</TH></TR><TR>"
      "<TD>a<br>b</TD><TD>&#8722;1&nbsp;000</TD></TR></TABLE>",
      "x & y\t\na b\t−1 000\n" },
    /* A name over two rows is that of both, a figure of one, a heading of neither. */
    { "<table><tr><th rowspan=2>Land</th><th colspan=2>GDP</th></tr>"
      "<tr><th>2022</th><th>2023</th></tr>"
      "<tr><th rowspan=2>North</th><td>1</td><td rowspan=2>7</td></tr><tr><td>2</td></tr></table>",
      "Land\tGDP\t\n\t2022\t2023\nNorth\t1\t7\nNorth\t2\t\n" },
    /* A table that lays out a page goes; the one that is meant stays. */
    { "<table><tr><td><table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>"
      "</td></tr></table>",
      "A\t1\nB\t2\n" },
    { "<table><tr><td>A <table><tr><td>of cells</td></tr></table></td><td>1</td></tr></table>",
      "A of cells\t1\n" },
    { "<table><tr><td>A</td><td>1</td></tr></table><table><tr><td>B</td><td>2</td></tr></table>",
      "A\t1\n\nB\t2\n" },
    { "<style>td { x: y }</style><!-- <table> --><table><tr><td>=1+2</td><td>3</td></tr></table>",
      "=1+2\t3\n" },
    { "<p>A long article that has a small table somewhere.</p><table><tr><td>A</td><td>1</td></tr>"
      "</table>",
      NULL },
    { "<b>Nothing", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *cells = qm_pasted_read_html (cases[i].html, strlen (cases[i].html), &error);

    g_assert_no_error (error);
    g_assert_cmpstr (cells, ==, cases[i].cells);
  }
}

static void
test_a_table_that_is_too_deep_or_too_large_is_refused (void)
{
  static const struct {
    const char *piece;
    guint n;
    const char *says;
  } cases[] = {
    { "<table><tr><td>", 100, "64" },
    { "<table>", 100000, "64" },
    { "<tr><td rowspan=99999 colspan=99999>1</td></tr>", 3000, "2 million cells" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) html = g_string_new ("<table>");
    g_autoptr (GError) error = NULL;
    g_autofree char *cells = NULL;

    for (guint j = 0; j < cases[i].n; j++)
      g_string_append (html, cases[i].piece);
    cells = qm_pasted_read_html (html->str, html->len, &error);
    g_assert_null (cells);
    g_assert_nonnull (strstr (error->message, cases[i].says));
  }
}

/* --- Choices --- */

static QmSheet *
read_by (const char *text, QmChooses what, const char *words, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  QmChoices choices = { 0 };

  choices.words[what] = (char *) words;
  return qm_sheet_read (bytes, &choices, error);
}

static void
test_each_doubt_is_a_question_that_a_choice_answers (void)
{
  static const struct {
    const char *text;
    QmChooses what;
    const char *guessed, *other;
  } cases[] = {
    { "A;B\nx;1,234\ny;2,500\n", QM_CHOOSE_DECIMAL, "comma", "point" },
    { "A\tB\nx\t1,234\ny\t2,500\n", QM_CHOOSE_DECIMAL, "point", "comma" },
    { "When,B\n03/04/2024,1\n05/06/2024,2\n", QM_CHOOSE_DATES, "day-first", "month-first" },
    { "A,B\nx,5\ny,-999\nz,7\n", QM_CHOOSE_MISSING, "-", "-999" },
    { "Year,Laos,Peru,Chad\n2020,1,2,3\n2021,2,3,4\n", QM_CHOOSE_WIDE, "entities", "measures" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmSheet) open = read_by (cases[i].text, cases[i].what, NULL, NULL);
    g_autoptr (GPtrArray) questions = qm_sheet_questions_list (open);
    const QmSheetQuestion *question = questions->pdata[0];

    g_test_message ("%s", cases[i].text);
    g_assert_cmpuint (questions->len, ==, 1);
    g_assert_cmpint (question->what, ==, cases[i].what);
    g_assert_cmpstr (question->answers[0].choice, ==, cases[i].guessed);
    g_assert_cmpstr (question->answers[1].choice, ==, cases[i].other);
    for (int j = 0; j < QM_N_ANSWERS; j++) {
      g_autoptr (QmSheet) answered =
          read_by (cases[i].text, cases[i].what, question->answers[j].choice, NULL);
      g_autoptr (GPtrArray) none = qm_sheet_questions_list (answered);

      g_assert_cmpuint (none->len, ==, 0);
    }
  }
}

/* Ages are read as numbers; with a unit in brackets they stand above some. */
static void
test_groups_of_ages_are_headings (void)
{
  g_autoptr (QmSheet) sheet =
      read_sheet ("Answer,Adults (%),18-34 (%),65+ (%)\nYes,42,35,51\nNo,38,47,28\n", NULL);
  const QmSheetColumn *column = sheet->columns->pdata[3];

  g_assert_cmpuint (sheet->layout.first_row, ==, 1);
  g_assert_cmpstr (column->name, ==, "65+");
  g_assert_cmpstr (column->unit, ==, "percent");
}

static void
test_what_is_said_of_a_column_or_a_note_is_taken (void)
{
  static const char text[] = "A;B\nx;1,5\ny;-99\nz;2,5\n\nSource: me\nNote: new method\n";
  g_autoptr (QmSheet) missing = read_by (text, QM_CHOOSE_MISSING, "tbc| -99", NULL);
  g_autoptr (QmSheet) unit = read_by (text, QM_CHOOSE_COLUMNS, ",figures=USD bn", NULL);
  g_autoptr (QmSheet) notes = read_by (text, QM_CHOOSE_NOTES, "-,source", NULL);
  g_autoptr (GError) error = NULL;
  const QmSheetColumn *column = missing->columns->pdata[1];

  g_assert_cmpuint (column->n_missing, ==, 1);
  column = unit->columns->pdata[1];
  g_assert_cmpstr (column->unit, ==, "USD");
  g_assert_cmpfloat (column->scale, ==, 1e9);
  g_assert_cmpint (((const QmSheetColumn *) unit->columns->pdata[0])->holds, ==, QM_HOLDS_ENTITY);
  g_assert_cmpint (g_array_index (missing->note_uses, QmNoteUse, 0), ==, QM_NOTE_SOURCE);
  g_assert_cmpint (g_array_index (missing->note_uses, QmNoteUse, 1), ==, QM_NOTE_CAVEAT);
  g_assert_cmpint (g_array_index (notes->note_uses, QmNoteUse, 0), ==, QM_NOTE_NOTHING);
  g_assert_cmpint (g_array_index (notes->note_uses, QmNoteUse, 1), ==, QM_NOTE_SOURCE);
  g_assert_cmpstr (qm_sheet_notes_skip_label (notes->notes->pdata[1]), ==, "new method");
  g_assert_null (read_by (text, QM_CHOOSE_COLUMNS, ",figures=blablubb", &error));
  g_assert_nonnull (strstr (error->message, "blablubb"));
}

static void
test_rows_are_put_right_and_left_out (void)
{
  static const char *const text = "Who,2020,2021\nA,1,2\nB,3\nC,4,5,6\nD,x7,8\n";
  g_autofree char *third = qm_choices_with_row (NULL, 3, "B\t3\t9");
  g_autofree char *fourth = qm_choices_with_row (third, 4, "");
  g_autofree char *fifth = qm_choices_with_row (fourth, 5, "D\t7\t8");
  g_autofree char *again = qm_choices_with_row (fifth, 5, NULL);
  g_autoptr (QmSheet) mended = read_by (text, QM_CHOOSE_ROWS, fifth, NULL);
  g_autofree char *cells = qm_sheet_print_cells (mended);
  g_autoptr (GPtrArray) faults = qm_sheet_tell_faults (mended, NULL);
  g_autoptr (GPtrArray) figures = qm_sheet_list_figures (mended);
  g_autoptr (QmSheet) nowhere = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (fifth, ==, "3=B\t3\t9\n4\n5=D\t7\t8");
  g_assert_cmpstr (again, ==, fourth);
  g_assert_cmpstr (cells, ==, "Who,2020,2021\r\nA,1,2\r\nB,3,9\r\nD,7,8\r\n");
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (figures->len, ==, 6);
  nowhere = read_by (text, QM_CHOOSE_ROWS, "17", &error);
  g_assert_null (nowhere);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* What each column holds, with its unit and scale, as "entity,figures USD 1e9". */
static char *
word_columns (const QmSheet *sheet)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < sheet->columns->len; i++) {
    const QmSheetColumn *column = sheet->columns->pdata[i];

    g_string_append_printf (words, "%s%s", i > 0 ? "," : "", qm_sheet_column_holds[column->holds]);
    if (column->holds == QM_HOLDS_FIGURES && column->unit != NULL)
      g_string_append_printf (words, " %s", column->unit);
    if (column->scale > 1)
      g_string_append_printf (words, " %g", column->scale);
  }
  return g_string_free (words, FALSE);
}

static void
test_traps_are_stepped_over (void)
{
  static const struct {
    const char *text, *columns;
    guint n_figures, n_questions, n_faults;
  } traps[] = {
    /* years that are headings, over figures that look like years */
    { "City,2019,2020\nHanoi,2019,2034\nHue,1999,2001\n", "entity,figures,figures", 4, 0, 0 },
    { "Country,2019,2020\nA,1200,1250\nB,800,810\n", "entity,figures,figures", 4, 0, 0 },
    /* figures that look like years are asked about, and years under another name are not */
    { "Town,Visitors\nA,1985\nB,2010\nC,1999\n", "entity,figures", 3, 1, 0 },
    { "Who,Wave,Votes\nA,2001,5\nA,2005,7\nB,2001,9\nB,2005,3\n", "entity,time,figures", 4, 0, 0 },
    { "Who,Where,Wave,Votes\nA,x1,2001,5\nB,x2,2005,7\n", "entity,entity,time,figures", 2, 1, 0 },
    /* scales in cells */
    { "App,Users\nA,1.2M\nB,850K\nC,3.1 bn\n", "entity,figures", 3, 0, 0 },
    /* "Not asked" is an answer where it names a row, and words in place of a figure in a cell */
    { "Answer,All\nYes,45%\nNot asked,20%\nNo,not asked\n", "entity,figures percent", 3, 0, 0 },
    /* what names no row is told */
    { "Who,Year,Much\nA,2020,5\n,2021,7\nB,,9\n", "entity,time,figures", 1, 0, 2 },
    /* codes, and what is the same in each row */
    { "LOCATION,SUBJECT,Indicator Code,TIME,Value,Flags\nAUS,TOT,A.B,2019,1.5,\n"
      "LAO,TOT,A.B,2020,2.5,e\n",
      "entity,-,-,time,figures,note", 2, 0, 0 },
    /* more lines of notes than of the table */
    { "People by region\nUnit: thousand persons\nA "
      "note\n\nRegion,2020,2021\nNorth,22920.2,23224.8\n"
      "South,5932.1,6033.6\n\nSource: an office\n",
      "entity,figures,figures", 4, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (traps); i++) {
    g_autoptr (QmSheet) sheet = read_sheet (traps[i].text, NULL);
    g_autoptr (GPtrArray) figures = qm_sheet_list_figures (sheet);
    g_autoptr (GPtrArray) questions = qm_sheet_questions_list (sheet);
    g_autoptr (GPtrArray) faults = qm_sheet_tell_faults (sheet, NULL);
    g_autofree char *columns = word_columns (sheet);

    g_test_message ("%s", traps[i].text);
    g_assert_cmpstr (columns, ==, traps[i].columns);
    g_assert_cmpuint (figures->len, ==, traps[i].n_figures);
    g_assert_cmpuint (questions->len, ==, traps[i].n_questions);
    g_assert_cmpuint (faults->len, ==, traps[i].n_faults);
  }
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

static void
test_too_many_rows_are_refused (void)
{
  g_autoptr (GString) text = g_string_new ("A,B\n");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < QM_SHEET_MAX_ROWS; i++)
    g_string_append (text, "x,1\n");
  g_assert_null (read_by (text->str, QM_CHOOSE_TABLE, NULL, &error));
  g_assert_nonnull (strstr (error->message, "100,001"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet/a-figure-is-read-by-its-decimal-sign",
                   test_a_figure_is_read_by_its_decimal_sign);
  g_test_add_func ("/sheet/words-for-nothing-are-never-nought",
                   test_words_for_nothing_are_never_nought);
  g_test_add_func ("/sheet/a-cell-says-when", test_a_cell_says_when);
  g_test_add_func ("/sheet/a-heading-says-the-unit-and-its-scale",
                   test_a_heading_says_the_unit_and_its_scale);
  g_test_add_func ("/sheet/a-polluted-table-is-read-cell-by-cell",
                   test_a_polluted_table_is_read_cell_by_cell);
  g_test_add_func ("/sheet/each-kind-of-pollution-is-seen-through",
                   test_each_kind_of_pollution_is_seen_through);
  g_test_add_func ("/sheet/code-pages-are-told-by-the-words",
                   test_code_pages_are_told_by_the_words);
  g_test_add_func ("/sheet/nothing-is-lost-behind-a-nul", test_nothing_is_lost_behind_a_nul);
  g_test_add_func ("/sheet/rows-that-are-not-understood-are-told",
                   test_rows_that_are_not_understood_are_told);
  g_test_add_func ("/sheet/rows-that-may-have-moved-are-told",
                   test_rows_that_may_have_moved_are_told);
  g_test_add_func ("/sheet/quotes-behind-no-delimiter-are-told",
                   test_quotes_behind_no_delimiter_are_told);
  g_test_add_func ("/sheet/headings-without-the-delimiter-of-rows-are-told",
                   test_headings_without_the_delimiter_of_rows_are_told);
  g_test_add_func ("/sheet/both-readings-are-told", test_both_readings_are_told);
  g_test_add_func ("/sheet/what-is-no-table-is-refused-in-a-sentence",
                   test_what_is_no_table_is_refused_in_a_sentence);
  g_test_add_func ("/sheet/a-cell-that-is-too-long-is-told-with-its-line",
                   test_a_cell_that_is_too_long_is_told_with_its_line);

  g_test_add_func ("/sheet/pasted-cells-are-told-from-an-article",
                   test_pasted_cells_are_told_from_an_article);
  g_test_add_func ("/sheet/a-table-of-a-web-page-is-read-cell-by-cell",
                   test_a_table_of_a_web_page_is_read_cell_by_cell);
  g_test_add_func ("/sheet/a-table-that-is-too-deep-or-too-large-is-refused",
                   test_a_table_that_is_too_deep_or_too_large_is_refused);
  g_test_add_func ("/sheet/each-doubt-is-a-question-that-a-choice-answers",
                   test_each_doubt_is_a_question_that_a_choice_answers);
  g_test_add_func ("/sheet/groups-of-ages-are-headings", test_groups_of_ages_are_headings);
  g_test_add_func ("/sheet/what-is-said-of-a-column-or-a-note-is-taken",
                   test_what_is_said_of_a_column_or_a_note_is_taken);
  g_test_add_func ("/sheet/rows-are-put-right-and-left-out", test_rows_are_put_right_and_left_out);
  g_test_add_func ("/sheet/traps-are-stepped-over", test_traps_are_stepped_over);
  g_test_add_func ("/sheet/a-cell-says-its-scale", test_a_cell_says_its_scale);
  g_test_add_func ("/sheet/too-many-rows-are-refused", test_too_many_rows_are_refused);

  return g_test_run ();
}
