/* Tables read from delimited text: what is told of them, what is asked, and what is chosen. */
#include "sheet-fixture.h"
#include "sheet/questions.h"

#include <gio/gio.h>

/* --- What is wrong is told --- */

static void
test_nothing_is_lost_behind_a_nul (void)
{
  static const char text[] = "Who,Much of it,And of the rest of it that is there\nA\0,1,2\nB,3,4\n"
                             "C,5,6\nD,7,8\nE,9,10\nF,11,12\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (QmSheet) sheet = read_bytes (bytes, NULL);
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

/* As of a file that was never closed. */
static void
test_noughts_behind_the_table_are_none_of_it (void)
{
  static const char text[] = "Who,Much\nA,1\nB,2\n\0\0\0\0\0\0\0\0";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (QmSheet) sheet = read_bytes (bytes, NULL);
  g_autoptr (GPtrArray) figures = qm_sheet_list_figures (sheet);

  g_assert_cmpuint (figures->len, ==, 2);
}

/* They may have as many cells as others, by chance. */
static void
test_rows_that_may_have_moved_are_told (void)
{
  static const char *const rows[] = {
    "Laos,,5.5,6.5,\n",         /* a delimiter more */
    "Laos, 1,5.5,6.5,\n",       /* the same, and the last cell is empty */
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
  static const char *const scaled[] = { "hectare mn", "hectare triệu", "triệu hectare" };
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
  for (gsize i = 0; i < G_N_ELEMENTS (scaled); i++) {
    g_autofree char *choice = g_strconcat (",figures=", scaled[i], NULL);
    g_autoptr (QmSheet) sheet = read_by (text, QM_CHOOSE_COLUMNS, choice, NULL);

    column = sheet->columns->pdata[1];
    g_assert_cmpstr (column->unit, ==, "hectare");
    g_assert_cmpfloat (column->scale, ==, 1e6);
  }
  g_assert_null (read_by (text, QM_CHOOSE_COLUMNS, ",figures=blablubb", &error));
  g_assert_nonnull (strstr (error->message, "blablubb"));
}

static void
test_a_delimiter_of_several_signs_is_taken (void)
{
  static const char text[] = "A<>B<>C\nx<>1<>2\ny<>3<>4\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (QmSheet) sheet = read_by (text, QM_CHOOSE_DELIMITER, "<>", NULL);
  g_autofree char *delimiter = qm_dialect_get_delimiter (&sheet->dialect);

  g_assert_cmpstr (delimiter, ==, "<>");
  g_assert_cmpuint (sheet->columns->len, ==, 3);
  g_assert_cmpstr (qm_cell_grid_cell (sheet->grid, 2, 2), ==, "4");
  g_assert_null (read_by (text, QM_CHOOSE_DELIMITER, "tabb", &error));
  g_assert_nonnull (strstr (error->message, "tab, space or none"));
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
    { "Country,2019 population,2023 population\nA,1,2\nB,3,7\n", "entity,figures,figures", 4, 0,
      0 },
    { "A,2019 people\nB,1834 people\nC,2020 people\n", "entity,figures", 3, 0, 0 },
    /* figures that look like years are asked about, and years under another name are not */
    { "Town,Visitors\nA,1985\nB,2010\nC,1999\n", "entity,figures", 3, 1, 0 },
    { "Who,Wave,Votes\nA,2001,5\nA,2005,7\nB,2001,9\nB,2005,3\n", "entity,time,figures", 4, 0, 0 },
    { "Who,Where,Wave,Votes\nA,x1,2001,5\nB,x2,2005,7\n", "entity,entity,time,figures", 2, 1, 0 },
    /* scales in cells */
    { "App,Users\nA,1.2M\nB,850K\nC,3.1 bn\n", "entity,figures", 3, 0, 0 },
    /* "Not asked" is an answer where it names a row, and words in place of a figure in a cell */
    { "Answer,All\nYes,45%\nNot asked,20%\nNo,not asked\n", "entity,figures percent", 3, 0, 0 },
    /* line ends that few programs write, alone */
    { "Who,Much\vA,5\vB,7\v", "entity,figures", 2, 0, 0 },
    { "Who,Much\x1e"
      "A,5\x1e"
      "B,7\n",
      "entity,figures", 2, 0, 0 },
    { "Who,Much\xc2\x85"
      "A,5\xc2\x85"
      "B,7",
      "entity,figures", 2, 0, 0 },
    { "Who,Much\u2028A,5\u2028B,7", "entity,figures", 2, 0, 0 },
    { "Who,Much\u2029A,5\u2029B,7", "entity,figures", 2, 0, 0 },
    { "Who,Note,Much\nA,one\u2028two,5\nC,three,7\n", "entity,note,figures", 2, 0, 0 },
    /* what names no row is told */
    { "Who,Year,Much\nA,2020,5\n,2021,7\nB,,9\n", "entity,time,figures", 1, 0, 2 },
    /* codes, and what is the same in each row */
    { "LOCATION,SUBJECT,Indicator Code,TIME,Value,Flags\nAUS,TOT,A.B,2019,1.5,\n"
      "LAO,TOT,A.B,2020,2.5,e\n",
      "entity,-,-,time,figures,note", 2, 0, 0 },
    /* months and days without signs, in a column and over figures */
    { "Month,Visitors\n202301,1200\n202302,1350\n", "time,figures", 2, 0, 0 },
    { "Date,Cases\n20230105,12\n20230106,15\n", "time,figures", 2, 0, 0 },
    { "Region,202301,202302\nNorth,12.5,13\nSouth,9.1,8.8\n", "entity,figures,figures", 4, 0, 0 },
    /* a page of one table, which some programs save as cells */
    { "<table><tr><th>Land</th><th>2020</th></tr><tr><td>Peru</td><td>1.5</td></tr></table>",
      "entity,figures", 1, 0, 0 },
    /* units of cells that say by what */
    { "Hàng;Giá\nGạo;12.500 đ/kg\nĐường;21.000 đ/kg\n", "entity,figures VND per kilogram", 2, 1,
      0 },
    { "都市,予算\n東京,8兆円\n大阪,3.5兆円\n", "entity,figures JPY", 2, 0, 0 },
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

/* A claim in words is none of the missing; a series has no place for one. */
static void
test_what_says_why_is_not_missing (void)
{
  static const struct {
    const char *text;
    guint n_missing[2];
  } tables[] = {
    { "Answer,Men,Women\nYes,52,48\nDepends,not asked,n/a\nNever,withheld,2\n", { 0, 1 } },
    { "Year,Men,Women\n2020,52,48\n2021,not asked,n/a\n2022,50,50\n", { 1, 1 } },
    { "Answer,Men,Women\nYes,52,48\n,not asked,n/a\nNever,not asked,2\n", { 1, 1 } },
    { "Answer,Men,Women\nYes,52,48\nNo,40,50\nNever,not asked,5,5\n", { 1, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autoptr (QmSheet) sheet = read_sheet (tables[i].text, NULL);

    g_test_message ("%s", tables[i].text);
    for (guint j = 0; j < 2; j++)
      g_assert_cmpuint (((QmSheetColumn *) sheet->columns->pdata[j + 1])->n_missing, ==,
                        tables[i].n_missing[j]);
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

  g_test_add_func ("/sheet/what-says-why-is-not-missing", test_what_says_why_is_not_missing);
  g_test_add_func ("/sheet/nothing-is-lost-behind-a-nul", test_nothing_is_lost_behind_a_nul);
  g_test_add_func ("/sheet/noughts-behind-the-table-are-none-of-it",
                   test_noughts_behind_the_table_are_none_of_it);
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
  g_test_add_func ("/sheet/each-doubt-is-a-question-that-a-choice-answers",
                   test_each_doubt_is_a_question_that_a_choice_answers);
  g_test_add_func ("/sheet/groups-of-ages-are-headings", test_groups_of_ages_are_headings);
  g_test_add_func ("/sheet/what-is-said-of-a-column-or-a-note-is-taken",
                   test_what_is_said_of_a_column_or_a_note_is_taken);
  g_test_add_func ("/sheet/a-delimiter-of-several-signs-is-taken",
                   test_a_delimiter_of_several_signs_is_taken);
  g_test_add_func ("/sheet/rows-are-put-right-and-left-out", test_rows_are_put_right_and_left_out);
  g_test_add_func ("/sheet/traps-are-stepped-over", test_traps_are_stepped_over);
  g_test_add_func ("/sheet/too-many-rows-are-refused", test_too_many_rows_are_refused);
  return g_test_run ();
}
