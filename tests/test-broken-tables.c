/* Tables with one thing or another wrong with how they are written, which are read all the same. */
#include "sheet-fixture.h"

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
      is_wide, has_separator, has_tail;
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
  pollution.is_wide = g_rand_int_range (dice, 0, 4) == 0;
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
  if (pollution->is_wide && !pollution->has_mark) {
    static const char *const encodings[] = { "UTF-16", "UTF-32", "UTF-32LE", "UTF-32BE" };
    const char *encoding = encodings[g_rand_int_range (table->dice, 0, G_N_ELEMENTS (encodings))];
    gsize length;
    char *units = g_convert (text->str, (gssize) text->len, encoding, "UTF-8", NULL, &length, NULL);

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
    g_autoptr (QmSheet) sheet = read_bytes (bytes, &error);

    g_autofree char *cells = sheet != NULL ? qm_sheet_print_cells (sheet) : NULL;

    g_test_message ("seed %u: %s", seed, cells);
    g_assert_no_error (error);
    compare (&table, sheet);
    clear_table (&table);
  }
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
  { "a sign between cells that ends sentences elsewhere",
    "Day!Who!Said!Price\r\n2014-08-01!Ann!\"14\"\" wide, flat\"!10.50\r\n"
    "2014-08-02!Bob!\"one\nline\"!7.25\r\n2014-08-03!Cyd!plain!120.75\r\n"
    "2014-08-04!Dan!\"a \"\"b\"\" c\"!3.00\r\n",
    NULL },
  { "a sign of two bytes between cells",
    "Day，Who，Said，Price\n2014-08-01，Ann，\"14\"\" wide, flat\"，10.50\n"
    "2014-08-02，Bob，\"one\nline\"，7.25\n2014-08-03，Cyd，plain，120.75\n"
    "2014-08-04，Dan，\"a \"\"b\"\" c\"，3.00\n",
    NULL },
  { "three signs between cells",
    "Day|~|Who|~|Said|~|Price\n2014-08-01|~|Ann|~|\"14\"\" wide, flat\"|~|10.50\n"
    "2014-08-02|~|Bob|~|\"one\nline\"|~|7.25\n2014-08-03|~|Cyd|~|plain|~|120.75\n"
    "2014-08-04|~|Dan|~|\"a \"\"b\"\" c\"|~|3.00\n",
    NULL },
  { "quotation marks of two forms", "“Day”,“Said, and”\n“2014-08-01”,“a “b” c”\n“2014-08-02”,“c”\n",
    "Day,\"Said, and\"\r\n2014-08-01,a “b” c\r\n2014-08-02,c\r\n" },
  { "quotation marks at both ends of a line", "„Day“;„Price“\n„2014-08-01“;„5“\n",
    "Day,Price\r\n2014-08-01,5\r\n" },
  { "headings again on each page", HEAD FIRST SECOND HEAD THIRD LAST, NULL },
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
    { "서울시 인구", "EUC-KR" },    { "臺北市人口", "Big5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autofree char *text = g_strdup_printf (
        "Where,Year,GDP of the whole of it\n%s,2020,1.5\nElsewhere,2021,2.5\n", pages[i].word);
    gsize length;
    char *old = g_convert (text, -1, pages[i].encoding, "UTF-8", NULL, &length, NULL);
    g_autoptr (GBytes) bytes = g_bytes_new_take (old, length);
    g_autoptr (QmSheet) sheet = read_bytes (bytes, NULL);

    g_assert_cmpstr (sheet->encoding, ==, pages[i].encoding);
    g_assert_cmpstr (qm_cell_grid_cell (sheet->grid, 1, 0), ==, pages[i].word);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/broken-tables/a-polluted-table-is-read-cell-by-cell",
                   test_a_polluted_table_is_read_cell_by_cell);
  g_test_add_func ("/broken-tables/each-kind-of-pollution-is-seen-through",
                   test_each_kind_of_pollution_is_seen_through);
  g_test_add_func ("/broken-tables/code-pages-are-told-by-the-words",
                   test_code_pages_are_told_by_the_words);
  return g_test_run ();
}
