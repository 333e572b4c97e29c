/* Broken files are in tests/data/broken, one for each rule, each beside the lines that are expected
 * of it; and how much is read of one. */
#include "dataset/json-check.h"
#include "reader-fixture.h"

/* The problem's line is shown, with the place at its column. */
static void
assert_shown (const QmProblem *problem, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const char *line = *text != '\0' ? lines[problem->line - 1] : "";

  g_assert_nonnull (problem->excerpt.text);
  if (strstr (problem->excerpt.text, "…") == NULL) {
    g_assert_cmpint (problem->excerpt.start, ==, problem->column - 1);
    g_assert_cmpint (g_utf8_strlen (problem->excerpt.text, -1), ==, g_utf8_strlen (line, -1));
  }
}

static void
refuses (gconstpointer data)
{
  const char *name = data;
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".json"));
  g_autofree char *expected_name = g_strconcat (stem, ".expected", NULL);
  g_autofree char *text = NULL, *expected = NULL, *lines = NULL;
  g_autoptr (GPtrArray) problems = new_problems ();
  gsize length, expected_length;

  text = read_data ("broken", name, &length);
  expected = read_data ("broken", expected_name, &expected_length);

  g_assert_null (read_exactly (name, text, length, problems));
  lines = join_problems (problems, name);
  g_assert_cmpuint (expected_length, >, 0);
  g_assert_cmpstr (lines, ==, expected);
  for (guint i = 0; i < problems->len; i++)
    assert_shown (problems->pdata[i], text);
}

static void
refuses_a_file_that_is_too_large (void)
{
  gsize length = 16 * 1024 * 1024 + 1;
  g_autofree char *text = g_malloc (length);
  g_autofree char *lines = NULL;
  g_autoptr (GPtrArray) problems = new_problems ();

  memset (text, ' ', length);
  g_assert_null (qm_dataset_read ("large.json", text, length, forms, problems));
  lines = join_problems (problems, "large.json");
  g_assert_cmpstr (lines, ==,
                   "large.json: expected a file of at most 16777216 bytes, found 16777217 bytes\n");
}

static void
expect_one_claim (const QmPanel *panel, const char **expected)
{
  g_assert_cmpuint (panel->n_claims, ==, 2);
  g_assert_nonnull (panel->claims[1]->statement);
  g_assert_null (expected[0]);
  expected[1] = "no second claim";
}

/* The rules of any form, but for units. */
static void
copy_rules (const QmFormRule *rules[G_N_ELEMENTS (any_rules)], const QmFormRule *units)
{
  for (gsize i = 0; i < G_N_ELEMENTS (any_rules); i++)
    rules[i] = any_rules[i] != NULL && g_str_equal (any_rules[i]->name, units->name) ? units
                                                                                     : any_rules[i];
}

static void
refuses_what_a_form_cannot_draw (void)
{
  const QmFormRule units = { "units", expect_one_claim, rate_as_any, FALSE, FALSE };
  const QmFormRule *rules[G_N_ELEMENTS (any_rules)];
  const QmForms with_units = { .rules = rules };
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autofree char *text = NULL, *lines = NULL;
  gsize length;

  copy_rules (rules, &units);
  text = read_data ("good", "complete.json", &length);
  g_assert_null (qm_dataset_read ("complete.json", text, length, &with_units, problems));
  lines = join_problems (problems, "complete.json");
  g_assert_cmpstr (lines, ==,
                   "complete.json:19:30: /charts/0/panels/0/claims/1: "
                   "expected no second claim, found “fraction”\n");
}

static void
expect_others (const QmPanel *panel, const char **expected)
{
  for (gsize i = 0; i < panel->n_claims; i++)
    expected[i] = "something else";
}

/* What keeps a form from drawing a panel is one problem, however many claims it has. */
static void
counts_what_a_form_cannot_draw (void)
{
  const QmFormRule refusing = { "units", expect_others, rate_as_any, FALSE, FALSE };
  const QmFormRule *rules[G_N_ELEMENTS (any_rules)];
  const QmForms with_refusing = { .rules = rules };
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autofree char *text = NULL;
  g_autoptr (GString) more = NULL;
  gsize length;

  copy_rules (rules, &refusing);
  text = read_data ("good", "complete.json", &length);
  more = g_string_new (text);
  g_string_replace (more, "\"fraction\"]", "\"fraction\", \"rice\", \"wheat\", \"all\"]", 1);
  g_assert_null (qm_dataset_read ("five.json", more->str, more->len, &with_refusing, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((QmProblem *) problems->pdata[0])->found, ==,
                   "“each”, and 4 others of which the same is true");
}

/* A claim may rest on any number of computations, in any order. */
static void
computes_a_long_chain (void)
{
  enum { N_LINKS = 20000 };
  g_autofree char *head = NULL;
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (QmDataset) dataset = NULL;
  GString *text;
  gsize length;

  head = read_data ("good", "smallest.json", &length);
  text = g_string_new (NULL);
  for (int i = N_LINKS; i > 0; i--)
    g_string_append_printf (text,
                            "{\"id\": \"link-%d\", \"measure\": \"stars\", \"statement\": \"-\", "
                            "\"derive\": {\"multiply\": [1, \"link-%d\"]}},\n",
                            i, i - 1);
  g_string_append (text, "{\"id\": \"link-0\", \"measure\": \"stars\", \"statement\": \"-\", "
                         "\"derive\": {\"multiply\": [2, \"stars\"]}},\n");
  g_string_prepend_len (text, head, strstr (head, "{ \"id\": \"stars\", \"measure\"") - head);
  g_string_append (text, strstr (head, "{ \"id\": \"stars\", \"measure\""));

  dataset = qm_dataset_read ("chain.json", text->str, text->len, forms, problems);
  g_string_free (text, TRUE);

  g_assert_nonnull (dataset);
  g_assert_cmpfloat_with_epsilon (dataset->claims[0].quantity.value, 6, 1e-9);
  g_assert_cmpuint (dataset->claims[0].n_citations, ==, 1);
}

/* The smallest file with more claims before its own, and more in front of its charts' end. (free)
 */
static char *
with_claims (const GString *claims)
{
  gsize length;
  g_autofree char *head = read_data ("good", "smallest.json", &length);
  const char *place = strstr (head, "{ \"id\": \"stars\", \"measure\"");

  return g_strdup_printf ("%.*s%s%s", (int) (place - head), head, claims->str, place);
}

/* Degrees that something is warmer are converted by the size of the degrees, whatever they have
 * come through; what a thermometer shows by the place of the zero as well. */
static void
converts_differences_of_degrees (void)
{
  static const struct {
    const char *id;
    double value;
  } table[] = {
    { "may-f", 50 },          { "less-f", -3.06 }, { "back-c", -1.7 },
    { "less-k", -1.7 },       { "half-c", -0.85 }, { "mean-c", 9.15 },
    { "still-f", -3.06 },     { "warmer-f", 2.7 }, { "may-before", 8.5 },
    { "may-before-f", 47.3 }, { "apart-f", 3.06 }, { "less-as-more-f", -3.06 },
    { "half-again", 4.05 },
  };
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (QmDataset) dataset = NULL;
  g_autofree char *lines = NULL, *text = NULL;
  gsize length;

  text = read_data ("good", "degrees.json", &length);
  dataset = qm_dataset_read ("degrees.json", text, length, forms, problems);
  lines = join_problems (problems, "degrees.json");
  g_assert_cmpstr (lines, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpfloat_with_epsilon (qm_dataset_find_claim (dataset, table[i].id)->quantity.value,
                                    table[i].value, 1e-9);
}

/* What each rests on beside all before it is one place more. */
static void
append_pile (GString *claims, int n)
{
  for (int i = 0; i < n; i++)
    g_string_append_printf (
        claims,
        "{\"id\": \"leaf-%d\", \"measure\": \"stars\", \"statement\": \"-\", \"value\": 1, "
        "\"cites\": [{\"source\": \"report\", \"at\": \"%d\"}]},\n"
        "{\"id\": \"pile-%d\", \"measure\": \"stars\", \"statement\": \"-\", "
        "\"derive\": {\"add\": [\"%s-%d\", \"leaf-%d\"]}},\n",
        i, i, i, i == 0 ? "leaf" : "pile", MAX (i - 1, 0), i);
}

static void
shares_what_is_cited (void)
{
  g_autoptr (GString) claims = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (QmDataset) dataset = NULL;
  g_autofree char *text = NULL;
  const QmClaim *pile, *twice;

  append_pile (claims, 3);
  g_string_append (claims, "{\"id\": \"twice\", \"measure\": \"stars\", \"statement\": \"-\", "
                           "\"derive\": {\"add\": [\"pile-2\", \"leaf-1\"]}},\n");
  text = with_claims (claims);
  dataset = qm_dataset_read ("pile.json", text, strlen (text), forms, problems);
  g_assert_nonnull (dataset);
  pile = qm_dataset_find_claim (dataset, "pile-2");
  twice = qm_dataset_find_claim (dataset, "twice");
  g_assert_cmpuint (pile->n_citations, ==, 3);
  for (gsize i = 0; i < pile->n_citations; i++)
    g_assert_cmpint (qm_text_get (pile->citations[i].at)[0], ==, '0' + (int) i);
  g_assert_true (twice->citations == pile->citations);
  g_assert_cmpuint (twice->n_citations, ==, 3);
}

static void
refuses_a_pile_of_citations (void)
{
  g_autoptr (GString) claims = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autofree char *text = NULL;

  append_pile (claims, 4000);
  text = with_claims (claims);
  g_assert_null (qm_dataset_read ("pile.json", text, strlen (text), forms, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((QmProblem *) problems->pdata[0])->found, ==, "too many");
}

/* A hundred times the same is one problem, told where it is first. */
static void
counts_what_has_one_cause (void)
{
  enum { N_PROBLEMS = 100 };
  g_autoptr (GString) claims = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autofree char *text = NULL;
  const QmProblem *problem;

  for (int i = 0; i < N_PROBLEMS; i++)
    g_string_append (claims, "7,");
  g_string_append (claims, "8,");
  for (int i = 0; i < N_PROBLEMS; i++)
    g_string_append_printf (claims,
                            "{\"id\": \"x-%d\", \"measure\": \"starz\", \"statement\": \"-\", "
                            "\"value\": 1, \"cites\": [{\"source\": \"report\"}]},",
                            i);
  text = with_claims (claims);
  g_assert_null (qm_dataset_read ("cause.json", text, strlen (text), forms, problems));
  g_assert_cmpuint (problems->len, ==, 3);
  problem = problems->pdata[2];
  g_assert_cmpstr (problem->found, ==,
                   "“starz”; did you mean “stars”?, here and in 99 other places");
  problem = problems->pdata[0];
  g_assert_cmpuint (problem->n, ==, N_PROBLEMS);
  g_assert_cmpstr (problem->pointer, ==, "/claims/0");
  g_assert_cmpstr (problem->found, ==, "7, here and in 99 other places");
  g_assert_cmpstr (((const QmProblem *) problems->pdata[1])->found, ==, "8");
}

/* The first few hundred of a kind, and how many more there are. */
static void
counts_a_flood_of_problems (void)
{
  enum { N_PROBLEMS = 50000 };
  g_autoptr (GString) claims = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autofree char *text = NULL;
  const QmProblem *rest;

  for (int i = 0; i < N_PROBLEMS; i++)
    g_string_append_printf (claims, "%d,", i);
  text = with_claims (claims);
  g_assert_null (qm_dataset_read ("flood.json", text, strlen (text), forms, problems));
  g_assert_cmpuint (problems->len, ==, 201);
  rest = problems->pdata[200];
  g_assert_cmpuint (rest->n, ==, N_PROBLEMS - 200);
  g_assert_cmpstr (rest->expected, ==, "an object");
  g_assert_cmpstr (rest->found, ==, "something else 49800 more times");
  g_assert_cmpint (rest->line, ==, 0);
}

static void
refuses_too_many_values (void)
{
  g_autoptr (GString) text = g_string_new ("[0");
  g_autoptr (GPtrArray) problems = new_problems ();

  for (int i = 0; i < 2000000; i++)
    g_string_append (text, ",0");
  g_string_append_c (text, ']');
  g_assert_null (qm_dataset_read ("values.json", text->str, text->len, forms, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((QmProblem *) problems->pdata[0])->expected, ==, "at most 2000000 values");

  /* The array itself is one. */
  g_string_truncate (text, text->len - strlen (",0,0]"));
  g_string_append_c (text, ']');
  g_assert_true (qm_json_check (text->str, text->len, NULL, NULL));
}

static GPtrArray *
add_broken_files (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "broken", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  }

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *case_name = g_strdup_printf ("/reader/refuses/%s", (char *) names->pdata[i]);

    g_test_add_data_func (case_name, names->pdata[i], refuses);
  }

  return names;
}

/* Each half of a pair from its first to its last. */
static void
reads_pairs_of_escapes (void)
{
  static const struct {
    const char *text;
    gboolean is_right;
  } cases[] = {
    { "\"\\uD800\\uDC00\"", TRUE },  { "\"\\uDBFF\\uDC00\"", TRUE },
    { "\"\\uDBFF\\uDFFD\"", TRUE },  { "\"\\uDBFF\\uDFFE\"", FALSE },
    { "\"\\uDBFF\\uDBFF\"", FALSE }, { "\"\\uDBFF\\uE000\"", FALSE },
    { "\"\\uDBFF\"", FALSE },        { "\"\\uDC00\\uDC00\"", FALSE },
    { "\"\\uDFFF\"", FALSE },        { "\"\\uD7FB\"", TRUE },
    { "\"\\uE000\"", TRUE },         { "\"\\uD800\\uDFFF\"", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmJsonError error = { 0 };

    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (qm_json_check (cases[i].text, strlen (cases[i].text), NULL, &error), ==,
                     cases[i].is_right);
    qm_json_error_clear (&error);
  }
}

/* To its last digit and its last byte. */
static void
reads_up_to_its_limits (void)
{
  g_autofree char *longest = g_strnfill (63, '1'), *too_long = g_strnfill (64, '1');
  QmJsonError error = { 0 };

  g_assert_true (qm_json_check (longest, 63, NULL, &error));
  g_assert_false (qm_json_check (too_long, 64, NULL, &error));
  g_assert_cmpstr (error.found, ==, "a longer one");
  qm_json_error_clear (&error);
  g_assert_true (qm_json_check ("true", 4, NULL, &error));
  g_assert_false (qm_json_check ("\"\\r\"", 4, NULL, &error));
  g_assert_cmpstr (error.expected, ==, "the escape of a character that can be shown");
  qm_json_error_clear (&error);
  g_assert_false (qm_json_check ("\xEF\xBB\xBF", 3, NULL, &error));
  g_assert_cmpstr (error.expected, ==, "text without a byte-order mark");
  qm_json_error_clear (&error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) names = NULL;

  g_test_init (&argc, &argv, NULL);
  qm_language_init ();

  names = add_broken_files ();
  g_assert_cmpuint (names->len, >, 0);
  g_test_add_func ("/reader/refuses/a-file-that-is-too-large", refuses_a_file_that_is_too_large);
  g_test_add_func ("/reader/refuses/what-a-form-cannot-draw", refuses_what_a_form_cannot_draw);
  g_test_add_func ("/reader/counts/what-a-form-cannot-draw", counts_what_a_form_cannot_draw);
  g_test_add_func ("/reader/reads-pairs-of-escapes", reads_pairs_of_escapes);
  g_test_add_func ("/reader/reads-up-to-its-limits", reads_up_to_its_limits);
  g_test_add_func ("/reader/computes-a-long-chain", computes_a_long_chain);
  g_test_add_func ("/reader/converts-differences-of-degrees", converts_differences_of_degrees);
  g_test_add_func ("/reader/shares-what-is-cited", shares_what_is_cited);
  g_test_add_func ("/reader/refuses-a-pile-of-citations", refuses_a_pile_of_citations);
  g_test_add_func ("/reader/counts-what-has-one-cause", counts_what_has_one_cause);
  g_test_add_func ("/reader/counts-a-flood-of-problems", counts_a_flood_of_problems);
  g_test_add_func ("/reader/refuses-too-many-values", refuses_too_many_values);

  return g_test_run ();
}
