/* Tables as offices publish them, made up, and the datasets that become of them. */
#define _POSIX_C_SOURCE 200809L /* the clocks */

#include "chart/words/wording.h"
#include "dataset/extract.h"
#include "edit/import.h"
#include "edit/own-csv.h"
#include "edit/table-draft.h"
#include "load-dataset.h"

#include <math.h>
#include <string.h>
#include <time.h>

static QmSheet *
read_table (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "tables", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const QmChoices choices = { 0 };
  gsize length;
  QmSheet *sheet;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  sheet = qm_sheet_read (bytes, &choices, &error);
  g_assert_no_error (error);
  return sheet;
}

static char *
import (const char *name, const char *before)
{
  const QmSourceFields source = { .title = "An office", .kind = "dataset" };
  g_autoptr (QmSheet) sheet = read_table (name);
  g_autofree char *fresh = qm_edit_new_file (name);
  QmEdit *edit = qm_edit_begin (before != NULL ? before : fresh);
  QmChoices choices = { 0 };
  g_autoptr (GError) error = NULL;

  choices.words[QM_CHOOSE_DATES] = (char *) "day-first";
  g_assert_true (qm_import_put (edit, name, sheet, &choices, &source, qm_forms, &error));
  g_assert_no_error (error);
  return qm_edit_end (edit);
}

static void
test_five_tables_become_charts (void)
{
  static const struct {
    const char *name, *form, *id, *at, *statement;
    gsize n_claims, n_charts;
  } cases[] = {
    { "yearly.csv", "line", "gdp-by-country-laos-2019", "row 5, 2019",
      "GDP by country, Laos, 2019: US$18.7 billion.", 19, 1 },
    { "two-headers.csv", "line", "einwohner-norden-2022", "row 3, Einwohner (Tsd.) 2022",
      "Einwohner, Norden, 2022: 1.2045 million.", 11, 2 },
    { "german.csv", "bars", "arbeitslosenquote-bayern-arbeitslosenquote",
      "row 2, Arbeitslosenquote (%)", "Arbeitslosenquote, Bayern: 3.4%.", 5, 1 },
    { "poll.tsv", "bars", "men-yes-men", "row 2, Men (%)", "Men, Yes: 52%.", 8, 2 },
    { "monthly.csv", "line", "chi-so-gia-2024-01-chi-so-gia", "row 2, Chỉ số giá (nghìn tỷ đồng)",
      "Chỉ số giá, Jan 2024: ₫1.25 trillion.", 8, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = import (cases[i].name, NULL);
    g_autoptr (QmDataset) dataset = read_dataset_text (text);
    const QmClaim *first = &dataset->claims[0];
    g_autofree char *statement = qm_wording_statement (first);

    g_assert_cmpuint (dataset->n_claims, ==, cases[i].n_claims);
    g_assert_cmpuint (dataset->n_charts, ==, cases[i].n_charts);
    g_assert_cmpstr (dataset->charts[0].panels[0].form->name, ==, cases[i].form);
    g_assert_cmpstr (first->id, ==, cases[i].id);
    g_assert_cmpstr (qm_text_get (first->citations[0].at), ==, cases[i].at);
    g_assert_cmpstr (statement, ==, cases[i].statement);
  }
}

static void
test_a_table_that_is_read_again_is_the_same (void)
{
  g_autofree char *once = import ("yearly.csv", NULL);
  g_autofree char *twice = import ("yearly.csv", once);
  g_auto (QmChoices) choices = { 0 };
  g_autofree char *source = NULL;

  g_assert_cmpstr (once, ==, twice);
  g_assert_true (qm_import_find_choices (once, "yearly.csv", &choices, &source));
  g_assert_cmpstr (choices.words[QM_CHOOSE_DATES], ==, "day-first");
  g_assert_cmpstr (source, ==, "an-office");
  g_assert_false (qm_import_find_choices (once, "another.csv", &choices, NULL));
}

static void
test_a_picture_carries_the_figures_of_its_chart (void)
{
  g_autofree char *one = import ("two-headers.csv", NULL);
  g_autoptr (QmDataset) dataset = read_dataset_text (one);
  g_autofree char *text = qm_dataset_extract (dataset, &dataset->charts[1]);
  g_autoptr (QmDataset) extract = read_dataset_text (text);

  g_assert_cmpuint (extract->n_charts, ==, 1);
  g_assert_cmpuint (extract->n_claims, ==, dataset->charts[1].panels[0].n_claims);
  g_assert_cmpstr (extract->claims[0].id, ==, dataset->charts[1].panels[0].claims[0]->id);
  g_assert_cmpfloat (extract->claims[0].quantity.value, ==,
                     dataset->charts[1].panels[0].claims[0]->quantity.value);
  g_assert_null (strstr (text, "\"import\""));
}

static void
test_what_is_wrong_in_a_table_has_its_place (void)
{
  static const struct {
    const char *before, *after, *pointer;
  } cases[] = {
    { "\"values\": [18.7,", "\"values\": [true,", "/tables/0/rows/0/values/0" },
    { "\"entity\": \"laos\"", "\"entity\": \"lao\"", "/tables/0/rows/0/entity" },
    { "\"values\": [18.7,", "\"values\": [", "/tables/0/rows/0/values" },
    { "\"source\": \"an-office\"", "\"source\": \"a\"", "/tables/0/source" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = import ("yearly.csv", NULL);
    g_auto (GStrv) parts = g_strsplit (text, cases[i].before, 2);
    g_autofree char *broken = g_strjoinv (cases[i].after, parts);
    g_autoptr (GPtrArray) problems = qm_problem_array_new ();
    QmDataset *dataset = qm_dataset_read ("", broken, strlen (broken), qm_forms, problems);

    g_assert_null (dataset);
    g_assert_cmpuint (problems->len, >, 0);
    g_assert_cmpstr (((const QmProblem *) problems->pdata[0])->pointer, ==, cases[i].pointer);
  }
}

static void
test_a_draft_comes_back_and_remembers_what_was_made (void)
{
  static const char cells[] = "A;B\nx;1,5\ny;2,5\n";
  const QmSourceFields source = { .title = "An office", .kind = "dataset", .issued = "2024" };
  g_autoptr (GBytes) bytes = g_bytes_new (cells, strlen (cells));
  g_autoptr (QmTableDraft) draft = qm_table_draft_new ("a.csv", "/x/a.csv", bytes);
  g_autoptr (QmTableDraft) again = NULL;
  g_autoptr (QmTableDraft) other = NULL;
  g_autofree char *json = NULL, *fresh = qm_edit_new_file ("Untitled"), *text = NULL, *chart = NULL;
  g_autoptr (QmSheet) sheet = NULL;
  g_autoptr (QmDataset) dataset = NULL;

  qm_choices_set (&draft->choices, QM_CHOOSE_UNIT, "km");
  qm_table_draft_set_typed (draft, "title", "Who");
  draft->form = g_strdup ("figure");
  json = qm_table_draft_to_json (draft);
  again = qm_table_draft_from_json (json);
  g_assert_cmpstr (again->name, ==, "a.csv");
  g_assert_cmpstr (again->path, ==, "/x/a.csv");
  g_assert_cmpstr (again->form, ==, "figure");
  g_assert_cmpstr (again->choices.words[QM_CHOOSE_UNIT], ==, "km");
  g_assert_cmpstr (qm_table_draft_get_typed (again, "title"), ==, "Who");
  g_assert_true (g_bytes_equal (again->bytes, bytes));

  sheet = qm_sheet_read (again->bytes, &again->choices, NULL);
  text = qm_table_draft_import (again, sheet, fresh, &source, qm_forms, &chart, NULL);
  dataset = read_dataset_text (text);
  g_assert_cmpstr (qm_text_get (dataset->title), ==, "B");
  g_assert_cmpstr (dataset->charts[0].id, ==, chart);
  g_assert_cmpstr (dataset->charts[0].panels[0].form->name, ==, "figure");

  other = qm_table_draft_new ("a.csv", NULL, bytes);
  g_assert_false (qm_table_draft_remember (other, fresh));
  g_assert_true (qm_table_draft_remember (other, text));
  g_assert_cmpstr (other->choices.words[QM_CHOOSE_UNIT], ==, "km");
  g_assert_cmpstr (qm_table_draft_get_typed (other, "title"), ==, "An office");
  g_assert_cmpstr (qm_table_draft_get_typed (other, "issued"), ==, "2024");
}

/* What somebody has changed in a cell stands, whatever the last column has. */
static void
test_what_no_column_has_may_be_anything (void)
{
  static const char table[] =
      "chart,claim,entity,entity_id,measure,measure_id,time,value,unit,precision,standing,"
      "source_id,source_title,statement,caveat,rest\r\n"
      "c,a,Laos,laos,GDP,gdp,2024,5,USD,exact,reported,s,An office,It is five.,Changed.,\"%s\"\r\n";
  static const struct {
    const char *rest, *part_of;
    gboolean is_in_two;
  } cases[] = {
    { "{'entities':[{'id':'laos','part_of':'asia'},{'id':'asia','name':'Asia'}],'claims':[{'id':'a'"
      ","
      "'statement':{'en':'It is five.','vi':'Bằng 5.'},'caveat':{'en':'Old.','vi':'Cũ.'}}]}",
      "asia", TRUE },
    { "{'entities':[{'id':'laos','part_of':'nobody'}]}", NULL, FALSE },
    { "{'claims':[{'id':'a','cites':[[1,[2]],3],'statement':{'en':'It is five.','vi':7}},[[]],4]}",
      NULL, FALSE },
    { "{'entities", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf (table, cases[i].rest), *chart = NULL;
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    const QmChoices choices = { 0 };
    g_autoptr (QmSheet) sheet = qm_sheet_read (bytes, &choices, NULL);
    g_autofree char *fresh = qm_edit_new_file ("Again");
    g_autofree char *made = qm_own_csv_import (sheet, fresh, qm_forms, &chart);
    g_autoptr (QmDataset) dataset = read_dataset_text (made);
    const QmClaim *claim = qm_dataset_find_claim (dataset, "a");
    const QmEntity *whole = claim->entity->part_of;

    g_assert_cmpstr (whole != NULL ? whole->id : NULL, ==, cases[i].part_of);
    g_assert_true ((qm_text_get_variant (claim->statement, 1) != NULL) == cases[i].is_in_two);
    g_assert_cmpstr (qm_text_get_variant (claim->caveat, 0), ==, "Changed.");
    g_assert_null (qm_text_get_variant (claim->caveat, 1));
  }
}

/* What was computed from claims that are not there is no longer computed, and says so. */
static void
test_a_computed_claim_without_its_operands_is_flagged (void)
{
  static const char row[] =
      "chart,claim,entity,entity_id,to_entity_id,measure,measure_id,time,value,low,high,unit,"
      "precision,standing,computation,source_id,source_title,paragraph,quote,statement,caveat\r\n"
      "c,a,Laos,laos,,GDP,gdp,2024,5,,,USD,about,derived,x / y,s,An office,p. 3,\"\"\"five\"\"\","
      "It is five.,'=1\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new (row, strlen (row));
  const QmChoices choices = { 0 };
  g_autoptr (QmSheet) sheet = qm_sheet_read (bytes, &choices, NULL);
  g_autofree char *fresh = qm_edit_new_file ("Again"), *chart = NULL;
  g_autofree char *text = qm_own_csv_import (sheet, fresh, qm_forms, &chart);
  g_autoptr (QmDataset) dataset = read_dataset_text (text);
  const QmClaim *claim = qm_dataset_find_claim (dataset, "a");

  g_assert_cmpint (claim->quantity.standing, ==, QM_STATED);
  g_assert_cmpint (claim->quantity.precision, ==, QM_ABOUT);
  g_assert_cmpstr (qm_text_get (claim->caveat), ==,
                   "Computed by x / y, which is not in the table. =1");
  g_assert_cmpstr (claim->citations[0].quote.exact, ==, "\"five\"");
}

/* Whatever the number of years, even or odd: two of each are a change, more a line. */
static void
test_years_become_a_line (void)
{
  static const struct {
    guint n_entities, n_years;
    const char *form;
  } shapes[] = { { 3, 4, "line" }, { 4, 5, "line" }, { 1, 8, "line" }, { 5, 2, "dumbbell" } };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_autoptr (GString) table = g_string_new ("Country");
    const QmSourceFields source = { .title = "An office", .kind = "dataset" };
    const QmChoices choices = { 0 };
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (QmSheet) sheet = NULL;
    g_autoptr (QmDataset) dataset = NULL;
    g_autofree char *fresh = qm_edit_new_file ("Years"), *text = NULL;
    QmEdit *edit = qm_edit_begin (fresh);

    for (guint year = 0; year < shapes[i].n_years; year++)
      g_string_append_printf (table, ",%u", 2001 + year);
    for (guint entity = 0; entity < shapes[i].n_entities; entity++) {
      g_string_append_printf (table, "\nLand %c", 'A' + entity);
      for (guint year = 0; year < shapes[i].n_years; year++)
        g_string_append_printf (table, ",%u.5", 10 * entity + year);
    }
    bytes = g_bytes_new (table->str, table->len);
    sheet = qm_sheet_read (bytes, &choices, NULL);
    g_assert_true (qm_import_put (edit, "years.csv", sheet, &choices, &source, qm_forms, NULL));
    text = qm_edit_end (edit);
    dataset = read_dataset_text (text);
    g_assert_cmpstr (dataset->charts[0].panels[0].form->name, ==, shapes[i].form);
  }
}

/* Seconds of this thread. */
static double
time_import (guint n_columns)
{
  const QmSourceFields source = { .title = "An office", .kind = "dataset" };
  const QmChoices choices = { 0 };
  g_autoptr (GString) table = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QmSheet) sheet = NULL;
  g_autofree char *fresh = qm_edit_new_file ("Goods");
  QmEdit *edit = qm_edit_begin (fresh);
  struct timespec before, after;

  for (guint line = 1; line <= 10; line++) {
    g_string_append_printf (table, "Country %u", line);
    for (guint i = 1; i <= n_columns; i++)
      g_string_append_printf (table, line == 1 ? ",Product %u" : ",%u", line * i);
    g_string_append_c (table, '\n');
  }
  bytes = g_bytes_new (table->str, table->len);
  sheet = qm_sheet_read (bytes, &choices, NULL);
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &before);
  g_assert_true (qm_import_put (edit, "goods", sheet, &choices, &source, qm_forms, NULL));
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &after);
  qm_edit_free (edit);
  return difftime (after.tv_sec, before.tv_sec) + (double) (after.tv_nsec - before.tv_nsec) / 1e9;
}

static void
test_hundreds_of_columns_are_not_read_hundreds_of_times (void)
{
  double few = G_MAXDOUBLE, many = G_MAXDOUBLE;

  for (int run = 0; run < 3; run++) {
    few = fmin (few, time_import (20));
    many = fmin (many, time_import (200));
  }
  g_test_message ("%.1f ms, then %.1f ms", few * 1e3, many * 1e3);
  g_assert_cmpfloat (many, <, 20 * few);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/five-tables-become-charts", test_five_tables_become_charts);
  g_test_add_func ("/import/a-table-that-is-read-again-is-the-same",
                   test_a_table_that_is_read_again_is_the_same);
  g_test_add_func ("/import/a-picture-carries-the-figures-of-its-chart",
                   test_a_picture_carries_the_figures_of_its_chart);
  g_test_add_func ("/import/what-is-wrong-in-a-table-has-its-place",
                   test_what_is_wrong_in_a_table_has_its_place);

  g_test_add_func ("/import/a-draft-comes-back-and-remembers-what-was-made",
                   test_a_draft_comes_back_and_remembers_what_was_made);

  g_test_add_func ("/import/what-no-column-has-may-be-anything",
                   test_what_no_column_has_may_be_anything);
  g_test_add_func ("/import/a-computed-claim-without-its-operands-is-flagged",
                   test_a_computed_claim_without_its_operands_is_flagged);

  g_test_add_func ("/import/years-become-a-line", test_years_become_a_line);
  g_test_add_func ("/import/hundreds-of-columns-are-not-read-hundreds-of-times",
                   test_hundreds_of_columns_are_not_read_hundreds_of_times);
  return g_test_run ();
}
