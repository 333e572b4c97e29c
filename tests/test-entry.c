/* The entries of a dataset file as forms: every field is typed back as it was read, what is wrong
 * is said at its field, and entries change places without a byte being lost. */
#include "edit/entry.h"

#include "base/language.h"
#include "chart/forms/forms.h"
#include "dataset/extract.h"
#include "dataset/fields.h"
#include "edit/entry-uses.h"

#include <string.h>

static const char *const sections[] = { "sources", "entities", "measures", "claims", "charts" };

static char *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static GPtrArray *
new_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
}

static void
assert_good (const QmEdit *edit)
{
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (QmDataset) dataset = qm_edit_read (edit, "test", qm_forms, problems);

  if (problems->len > 0)
    g_test_message ("%s", qm_problem_to_string (problems->pdata[0], "test"));
  g_assert_nonnull (dataset);
}

static char *
read_built_in (void)
{
  return read_file ("../data/scale-and-open-models.json");
}

/* Calls visit with the id of each entry of the text. */
static void
visit_all (const char *text, void (*visit) (const char *text, const char *section, const char *id))
{
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (QmDataset) dataset = qm_dataset_read ("test", text, strlen (text), qm_forms, problems);

  g_assert_nonnull (dataset);
  for (gsize i = 0; i < dataset->n_sources; i++)
    visit (text, "sources", dataset->sources[i].id);
  for (gsize i = 0; i < dataset->n_entities; i++)
    visit (text, "entities", dataset->entities[i].id);
  for (gsize i = 0; i < dataset->n_measures; i++)
    visit (text, "measures", dataset->measures[i].id);
  for (gsize i = 0; i < dataset->n_claims; i++) {
    QmEdit *edit = qm_edit_begin (text);
    const char *id = dataset->claims[i].id;

    visit (text, qm_entry_section_of_claim (edit, id), id);
    qm_edit_free (edit);
  }
  for (gsize i = 0; i < dataset->n_charts; i++)
    visit (text, "charts", dataset->charts[i].id);
}

/* --- What can be typed --- */

static gboolean
is_choice (const QmEdit *edit, const char *id, const QmEntryField *field, const char *value)
{
  g_autoptr (GPtrArray) choices = qm_entry_choices (edit, id, field, qm_forms);

  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((QmEntryChoice *) choices->pdata[i])->value, value))
      return TRUE;
  return FALSE;
}

/* Each field put down as it reads, all in one edit: it is the same dataset. */
static void
type_again (const char *text, const char *section, const char *id)
{
  g_autoptr (QmEdit) edit = qm_edit_begin (text);
  g_autoptr (GPtrArray) fields = qm_entry_fields (edit, section, id);

  g_assert_cmpuint (fields->len, >, 0);
  for (guint i = 0; i < fields->len; i++) {
    const QmEntryField *field = fields->pdata[i];
    g_autofree char *before = qm_entry_get (edit, section, id, field), *after = NULL;

    if (field->kind == QM_ENTRY_CHOICE || field->kind == QM_ENTRY_REFERENCE)
      g_assert_true (is_choice (edit, id, field, before));
    qm_entry_set (edit, section, id, field, before);
    after = qm_entry_get (edit, section, id, field);
    g_assert_cmpstr (after, ==, before);
  }
  assert_good (edit);
}

static void
what_is_read_can_be_typed (void)
{
  const char *const languages[] = { "en", "vi" };
  g_autofree char *text = read_built_in ();

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++) {
    qm_language_use (languages[i]);
    visit_all (text, type_again);
  }
  qm_language_use ("en");
}

/* A figure gives way to one of the same measure and entity, and not to itself. */
static void
what_supersedes_is_of_the_same_thing (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "hard-cases.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (QmEdit) edit = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  const QmEntryField *field = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  edit = qm_edit_begin (text);
  fields = qm_entry_fields (edit, "claims", "dispute-before");
  for (guint i = 0; i < fields->len; i++)
    if (g_str_equal (((QmEntryField *) fields->pdata[i])->path, "superseded_by"))
      field = fields->pdata[i];
  g_assert_nonnull (field);
  g_assert_true (is_choice (edit, "dispute-before", field, "dispute-2023"));
  g_assert_false (is_choice (edit, "dispute-before", field, "dispute-before"));
  g_assert_false (is_choice (edit, "dispute-before", field, "stated"));
  g_assert_false (is_choice (edit, "dispute-before", field, "share-2001"));
  qm_entry_set (edit, "claims", "dispute-before", field, "dispute-2023");
  assert_good (edit);
}

/* What is put down is what the reader reads, and words of one language leave the other's alone. */
static void
what_is_typed_is_read (void)
{
  static const struct {
    const char *section, *id, *path, *typed, *read;
  } cases[] = {
    { "sources", "scale-is-the-key", "issued", "2025-07", "2025-07" },
    { "sources", "scale-is-the-key", "author", "Hao, Karen;The Economist ; \"Alphabet, Inc.\"",
      "Hao, Karen; The Economist; \"Alphabet, Inc.\"" },
    { "sources", "scale-is-the-key", "author", "", "" },
    { "entities", "us", "name", "America", "America" },
    { "entities", "us", "short", "", "" },
    { "claims", "europe-genai-2023", "value", "1.8 billion", "1.8 billion" },
    { "claims", "europe-genai-2023", "value", "1800000000", "1.8 billion" },
    { "claims", "europe-genai-2023", "cites/0/at", "¶7", "¶7" },
    { "claims", "europe-genai-2023", "precision", "about", "about" },
    { "charts", "industrial-share", "title", "Two fifths", "Two fifths" },
    { "charts", "industrial-share", "panels/0/form", "bars", "bars" },
  };
  g_autofree char *text = read_built_in ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmEdit) edit = qm_edit_begin (text);
    g_autoptr (GPtrArray) fields = qm_entry_fields (edit, cases[i].section, cases[i].id);
    const QmEntryField *field = NULL;
    g_autofree char *read = NULL;

    for (guint j = 0; j < fields->len; j++)
      if (g_str_equal (((QmEntryField *) fields->pdata[j])->path, cases[i].path))
        field = fields->pdata[j];
    g_test_message ("%s %s", cases[i].id, cases[i].path);
    g_assert_nonnull (field);
    qm_entry_set (edit, cases[i].section, cases[i].id, field, cases[i].typed);
    read = qm_entry_get (edit, cases[i].section, cases[i].id, field);
    g_assert_cmpstr (read, ==, cases[i].read);
    assert_good (edit);
  }
}

/* --- What is wrong --- */

static void
what_is_wrong_is_said_at_its_field (void)
{
  static const struct {
    const char *section, *id, *path, *typed;
  } cases[] = {
    { "sources", "scale-is-the-key", "issued", "last week" },
    { "sources", "scale-is-the-key", "url", "no address" },
    { "sources", "scale-is-the-key", "kind", "" },
    { "sources", "scale-is-the-key", "author", ", Karen" },
    { "entities", "us", "name", "" },
    { "claims", "europe-genai-2023", "value", "many" },
    { "claims", "europe-genai-2023", "time", "soon" },
    { "claims", "europe-genai-2023", "statement", "" },
    { "claims", "europe-genai-2023", "cites/0/source", "nobody" },
    { "charts", "industrial-share", "title", "" },
  };
  g_autofree char *text = read_built_in ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *section = cases[i].section, *id = cases[i].id;
    g_autoptr (QmEdit) edit = qm_edit_begin (text);
    g_autoptr (GPtrArray) fields = qm_entry_fields (edit, section, id), problems = new_problems ();
    const QmEntryField *found;

    g_test_message ("%s %s “%s”", id, cases[i].path, cases[i].typed);
    for (guint j = 0; j < fields->len; j++)
      if (g_str_equal (((QmEntryField *) fields->pdata[j])->path, cases[i].path))
        qm_entry_set (edit, section, id, fields->pdata[j], cases[i].typed);
    g_assert_null (qm_edit_read (edit, "test", qm_forms, problems));
    g_assert_cmpuint (problems->len, >, 0);
    found = qm_entry_find_field (edit, section, id, fields, problems->pdata[0]);
    g_assert_nonnull (found);
    g_assert_cmpstr (found->path, ==, cases[i].path);
  }
}

/* --- The tables --- */

/* What no form has: what makes an entry what it is, and what is more than a line. */
static const char *const left_out[] = { "id",    "derive", "ratio",  "below", "quote",
                                        "cites", "panels", "claims", "view",  NULL };

static gboolean
has_field (const GPtrArray *fields, const char *key)
{
  for (guint i = 0; i < fields->len; i++)
    if (g_str_equal (((QmEntryField *) fields->pdata[i])->field->key, key))
      return TRUE;
  return FALSE;
}

static void
check_fields (const char *text, const char *section, const char *id)
{
  g_autoptr (QmEdit) edit = qm_edit_begin (text);
  g_autoptr (GPtrArray) fields = qm_entry_fields (edit, section, id);
  const QmField *sections_field = qm_dataset_record.fields;

  while (!g_str_equal (sections_field->key, section))
    sections_field++;
  /* A stated figure has all that a claim can have; orders and computed ones have some of it. */
  for (const QmRecord *kind = sections_field->records;; kind++) {
    for (const QmField *field = kind->fields; kind->told_by == NULL && field->key != NULL; field++)
      if (!g_strv_contains (left_out, field->key) && !has_field (fields, field->key))
        g_error ("%s %s: “%s” is neither in the form nor left out", section, id, field->key);
    if (kind->told_by == NULL)
      return;
  }
}

static void
each_key_is_in_the_form_or_left_out (void)
{
  g_autofree char *text = read_built_in ();

  check_fields (text, "sources", "scale-is-the-key");
  check_fields (text, "entities", "us");
  check_fields (text, "measures", "compute-bill");
  check_fields (text, "claims", "europe-genai-2023");
  check_fields (text, "charts", "industrial-share");
}

/* --- Whole entries --- */

static void
entries_change_places_to_the_byte (void)
{
  g_autofree char *text = read_built_in (), *once = NULL, *twice = NULL;
  QmEdit *edit = qm_edit_begin (text);

  g_assert_true (qm_entry_move (edit, "charts", "industrial-share", 1));
  assert_good (edit);
  once = qm_edit_end (edit);
  g_assert_cmpstr (once, !=, text);
  edit = qm_edit_begin (once);
  g_assert_true (qm_entry_move (edit, "charts", "industrial-share", -1));
  twice = qm_edit_end (edit);
  g_assert_cmpstr (twice, ==, text);
}

static void
the_first_goes_no_further (void)
{
  g_autofree char *text = read_built_in ();
  g_autoptr (QmEdit) edit = qm_edit_begin (text);

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    g_assert_false (qm_entry_move (edit, sections[i], "nobody", 1));
  while (qm_entry_move (edit, "charts", "industrial-share", -1))
    ;
  assert_good (edit);
}

/* --- Figures of tables --- */

static const char rice[] =
    "{\"quymo\": 1, \"title\": \"Rice\", \"sources\": [{\"id\": \"office\", "
    "\"title\": \"Yearbook\", \"kind\": \"report\"}, {\"id\": \"atlas\", "
    "\"title\": \"Atlas\", \"kind\": \"report\"}], \"entities\": [{\"id\": \"laos\", "
    "\"name\": \"Laos\"}, {\"id\": \"peru\", \"name\": \"Peru\"}], "
    "\"measures\": [{\"id\": \"rice\", \"name\": \"Rice\", \"unit\": \"tonne\"}], "
    "\"tables\": [{\"id\": \"t\", \"source\": \"office\", \"statement\": \"{measure}, "
    "{entity}, {time}: {value}.\", \"at\": \"row {row}, {column}\", "
    "\"columns\": [{\"id\": \"2020\", \"name\": \"2020\", \"measure\": \"rice\", "
    "\"time\": \"2020\"}, {\"id\": \"2021\", \"name\": \"2021\", \"measure\": \"rice\", "
    "\"time\": \"2021\"}], \"rows\": [{\"id\": \"laos\", \"row\": 1, "
    "\"entity\": \"laos\", \"values\": [19.1, 20]}, {\"id\": \"peru\", \"row\": 2, "
    "\"entity\": \"peru\", \"values\": [3, {\"value\": 4, "
    "\"precision\": \"about\"}]}]}], \"charts\": [{\"id\": \"c\", \"topic\": \"Food\", "
    "\"name\": \"Rice\", \"summary\": \"20\", \"title\": \"Rice\", "
    "\"panels\": [{\"form\": \"bars\", \"claims\": [\"t-2020\"]}]}]}";

static const QmEntryField *
find_field (const GPtrArray *fields, const char *path)
{
  for (guint i = 0; i < fields->len; i++)
    if (g_str_equal (((QmEntryField *) fields->pdata[i])->path, path))
      return fields->pdata[i];
  g_assert_not_reached ();
}

/* One stays a number in its block as long as it says nothing else. */
static void
a_figure_of_a_table_stays_in_its_block (void)
{
  static const struct {
    const char *id, *path, *typed, *expected;
  } cases[] = {
    { "t-laos-2020", "value", "19.5", "[19.5, 20]" },
    { "t-laos-2020", "precision", "about", "{ \"value\": 19.1, \"precision\": \"about\" }" },
    { "t-peru-2021", "precision", "", "[3, 4]" },
    { "t-laos-2021", "value", "20", "[19.1, 20]" },
    { "t-laos-2021", "row/entity", "peru", "\"row\": 1, \"entity\": \"peru\"" },
    { "t-laos-2021", "column/name", "Later", "\"name\": \"Later\"" },
    { "t-peru-2020", "column/time", "2019", "\"time\": \"2019\"" },
    { "t-peru-2021", "table/source", "atlas", "\"source\": \"atlas\"" },
    { "t-peru-2021", "table/caveat", "Paddy", "\"caveat\": \"Paddy\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmEdit) edit = qm_edit_begin (rice);
    g_autoptr (GPtrArray) fields = qm_entry_fields (edit, "tables", cases[i].id);
    g_autofree char *text = NULL;

    g_assert_cmpstr (qm_entry_section_of_claim (edit, cases[i].id), ==, "tables");
    qm_entry_set (edit, "tables", cases[i].id, find_field (fields, cases[i].path), cases[i].typed);
    assert_good (edit);
    text = qm_edit_end (g_steal_pointer (&edit));
    g_test_message ("%s", text);
    g_assert_nonnull (strstr (text, cases[i].expected));
  }
}

/* None, "reported" or "projected". */
static void
a_part_of_a_table_has_the_choices_of_a_claim (void)
{
  static const char *const paths[] = { "standing", "row/standing", "column/standing" };
  g_autoptr (QmEdit) edit = qm_edit_begin (rice);
  g_autoptr (GPtrArray) fields = qm_entry_fields (edit, "tables", "t-laos-2020");

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GPtrArray) choices =
        qm_entry_choices (edit, "t-laos-2020", find_field (fields, paths[i]), qm_forms);

    g_assert_cmpuint (choices->len, ==, 3);
    g_assert_cmpstr (((QmEntryChoice *) choices->pdata[2])->value, ==, "projected");
  }
}

/* No figure is lost with what is said of a part. */
static void
a_part_of_a_table_keeps_what_it_holds (void)
{
  static const char *const paths[] = { "row/caveat", "column/caveat", "table/caveat" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    QmEdit *edit = qm_edit_begin (rice);
    g_autoptr (GPtrArray) fields = qm_entry_fields (edit, "tables", "t-laos-2020");
    const QmEntryField *field = find_field (fields, paths[i]);
    g_autofree char *once = NULL, *twice = NULL, *before = NULL;

    qm_entry_set (edit, "tables", "t-laos-2020", field, "Old");
    before = qm_entry_get (edit, "tables", "t-peru-2021", find_field (fields, "value"));
    g_assert_cmpstr (before, ==, "4");
    once = qm_edit_end (edit);
    edit = qm_edit_begin (once);
    qm_entry_set (edit, "tables", "t-laos-2020", field, "Old");
    qm_entry_set (edit, "tables", "t-laos-2020", field, "");
    assert_good (edit);
    twice = qm_edit_end (edit);
    g_assert_null (strstr (twice, "Old"));
    g_assert_nonnull (strstr (twice, "[19.1, 20]"));
  }
}

static void
what_is_wrong_in_a_table_is_said_at_its_field (void)
{
  g_autoptr (QmEdit) edit = qm_edit_begin (rice);
  g_autoptr (GPtrArray) fields = qm_entry_fields (edit, "tables", "t-laos-2020");
  g_autoptr (GPtrArray) problems = new_problems ();
  const QmEntryField *value = find_field (fields, "value");
  const QmEntryField *time = find_field (fields, "column/time");

  qm_entry_set (edit, "tables", "t-laos-2020", value, "many");
  g_assert_null (qm_edit_read (edit, "test", qm_forms, problems));
  g_assert_true (qm_entry_find_field (edit, "tables", "t-laos-2020", fields, problems->pdata[0]) ==
                 value);
  g_assert_null (qm_entry_find_field (edit, "tables", "t-peru-2020", fields, problems->pdata[0]));

  qm_entry_set (edit, "tables", "t-laos-2020", value, "19.1");
  qm_entry_set (edit, "tables", "t-laos-2020", time, "never");
  g_ptr_array_set_size (problems, 0);
  g_assert_null (qm_edit_read (edit, "test", qm_forms, problems));
  g_assert_true (qm_entry_find_field (edit, "tables", "t-peru-2020", fields, problems->pdata[0]) ==
                 time);
  g_assert_null (qm_entry_find_field (edit, "tables", "t-peru-2021", fields, problems->pdata[0]));

  qm_entry_set (edit, "tables", "t-laos-2020", time, "2020");
  qm_entry_remove (edit, "tables", "t-laos-2020", qm_forms);
  assert_good (edit);
  g_assert_null (qm_entry_section_of_claim (edit, "t-laos-2020"));
}

/* --- A chart of another dataset --- */

static QmDataset *
read_text (const char *text)
{
  g_autoptr (GPtrArray) problems = new_problems ();
  QmDataset *dataset = qm_dataset_read ("test", text, strlen (text), qm_forms, problems);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", qm_problem_to_string (problems->pdata[i], "test"));
  g_assert_nonnull (dataset);
  return dataset;
}

static const char *
name_of (const QmEntity *entity)
{
  return entity != NULL ? qm_text_get (entity->name) : NULL;
}

static void
assert_same_claim (const QmClaim *claim, const QmClaim *other)
{
  g_assert_cmpstr (qm_text_get (claim->statement), ==, qm_text_get (other->statement));
  g_assert_cmpstr (name_of (claim->entity), ==, name_of (other->entity));
  g_assert_cmpint (claim->kind, ==, other->kind);
  if (claim->kind == QM_CLAIM_FIGURE)
    g_assert_cmpfloat (claim->quantity.value, ==, other->quantity.value);
  g_assert_cmpuint (claim->n_citations, ==, other->n_citations);
  for (gsize i = 0; i < claim->n_citations; i++) {
    g_assert_cmpstr (qm_text_get (claim->citations[i].at), ==,
                     qm_text_get (other->citations[i].at));
    g_assert_cmpstr (qm_text_get (claim->citations[i].source->title), ==,
                     qm_text_get (other->citations[i].source->title));
  }
}

/* The chart as it is there, whatever ids it has here. */
static void
assert_same_chart (const QmChart *chart, const QmChart *other)
{
  g_assert_cmpstr (qm_text_get (chart->title), ==, qm_text_get (other->title));
  g_assert_cmpuint (chart->n_panels, ==, other->n_panels);
  for (gsize i = 0; i < chart->n_panels; i++) {
    g_assert_cmpuint (chart->panels[i].n_claims, ==, other->panels[i].n_claims);
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      assert_same_claim (chart->panels[i].claims[j], other->panels[i].claims[j]);
  }
}

/* text with that chart of the dataset. */
static char *
transplant (const char *text, const QmDataset *dataset, const QmChart *chart)
{
  g_autofree char *extract = qm_dataset_extract (dataset, chart), *id = NULL, *result = NULL;
  g_autoptr (QmDataset) changed = NULL;
  QmEdit *edit = qm_edit_begin (text);

  id = g_strdup (qm_edit_transplant (edit, extract));
  result = qm_edit_end (edit);
  changed = read_text (result);
  assert_same_chart (qm_dataset_find_chart (changed, id), chart);
  return g_steal_pointer (&result);
}

static void
every_chart_goes_into_every_dataset (void)
{
  static const char *const names[] = { "../data/scale-and-open-models.json",
                                       "data/good/complete.json", "data/good/sums.json",
                                       "data/sources.json", "data/evidence.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (names); j++) {
      g_autofree char *from = read_file (names[i]), *text = read_file (names[j]);
      g_autoptr (QmDataset) dataset = read_text (from);

      for (gsize k = 0; k < dataset->n_charts; k++) {
        g_autofree char *before = g_steal_pointer (&text);

        g_test_message ("%s of %s into %s", dataset->charts[k].id, names[i], names[j]);
        text = transplant (before, dataset, &dataset->charts[k]);
      }
    }
}

/* What says the same is there once; only the chart is there twice. */
static void
nothing_is_there_twice (void)
{
  g_autofree char *text = read_file ("data/good/complete.json"), *twice = g_strdup (text);
  g_autoptr (QmDataset) dataset = read_text (text);
  g_autoptr (QmDataset) after = NULL;

  for (gsize i = 0; i < dataset->n_charts; i++) {
    g_autofree char *before = g_steal_pointer (&twice);

    twice = transplant (before, dataset, &dataset->charts[i]);
  }
  after = read_text (twice);
  g_assert_cmpuint (after->n_sources, ==, dataset->n_sources);
  g_assert_cmpuint (after->n_entities, ==, dataset->n_entities);
  g_assert_cmpuint (after->n_measures, ==, dataset->n_measures);
  g_assert_cmpuint (after->n_claims, ==, dataset->n_claims);
  g_assert_cmpuint (after->n_charts, ==, 2 * dataset->n_charts);
}

/* The same ids for other things: all of the chart is still its own, what is computed of it too. */
static void
what_is_another_gets_another_id (void)
{
  static const char *const changes[][2] = { { "\"China\"", "\"Cathay\"" },
                                            { "The Japan Times", "The Kobe Times" },
                                            { "300e9", "290e9" } };
  static const char chart[] = "\"id\": \"data-centre-gap\",";
  g_autofree char *built_in = read_built_in ();
  g_autoptr (GString) text = g_string_new (built_in);
  g_autoptr (QmDataset) dataset = NULL;

  g_string_replace (text, chart,
                    "\"id\": \"data-centre-gap\", \"view\": { \"relative_to\": \"china\", "
                    "\"highlight\": \"us-ai-infrastructure-2024\", "
                    "\"call_outs\": { \"us-ai-infrastructure-2024\": \"Much\" } },",
                    1);
  dataset = read_text (text->str);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (GString) other = g_string_new (built_in);
    g_autoptr (QmDataset) after = NULL;
    g_autofree char *result = NULL;

    g_assert_cmpuint (g_string_replace (other, changes[i][0], changes[i][1], 0), >, 0);
    result = transplant (other->str, dataset, qm_dataset_find_chart (dataset, "data-centre-gap"));
    after = read_text (result);
    g_assert_cmpuint (after->n_claims, >, dataset->n_claims);
  }
}

static void
tables_go_with_their_charts (void)
{
  g_autoptr (QmDataset) dataset = read_text (rice), same = NULL, more = NULL;
  g_autoptr (GString) other = g_string_new (rice);
  g_autofree char *once = transplant (rice, dataset, &dataset->charts[0]), *twice = NULL;

  same = read_text (once);
  g_assert_cmpuint (same->n_claims, ==, dataset->n_claims);
  g_string_replace (other, "19.1", "18", 1);
  twice = transplant (other->str, dataset, &dataset->charts[0]);
  more = read_text (twice);
  g_assert_cmpuint (more->n_claims, ==, dataset->n_claims + 2);
}

/* --- Taking out --- */

static char *
tell_uses (const char *text, const char *section, const char *id)
{
  g_autoptr (QmDataset) dataset = read_text (text);

  return qm_entry_uses_tell (dataset, section, id);
}

/* Either it goes, or the words begin with how many speak of it. */
static void
take_out (const char *text, const char *section, const char *id)
{
  g_autoptr (QmEdit) edit = qm_edit_begin (text);
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (QmDataset) dataset = NULL;
  g_autofree char *words = tell_uses (text, section, id);

  qm_entry_remove (edit, section, id, qm_forms);
  dataset = qm_edit_read (edit, "test", qm_forms, problems);
  g_test_message ("%s %s: %s", section, id, words);
  g_assert_true (g_ascii_isdigit (words[0]) == (dataset == NULL));
}

static void
what_cannot_go_is_used (void)
{
  g_autofree char *built_in = read_built_in (), *complete = read_file ("data/good/complete.json");
  g_autofree char *poll = read_file ("data/good/poll.json");

  visit_all (built_in, take_out);
  visit_all (complete, take_out);
  visit_all (poll, take_out);
}

static void
what_speaks_of_it_is_told (void)
{
  static const struct {
    const char *file, *section, *id, *words;
  } cases[] = {
    { "complete", "sources", "second",
      "4 claims cite this source: “Farm, kürzlich: more than €30 per year, projected”, “Land, to "
      "2030: between €4 per year and €6 per year, stated”, “29 Feb 2024: under €40 per year, "
      "stated” and 1 more. Choose another source there, or remove them, first." },
    { "complete", "entities", "sea",
      "2 claims are about this name: “Jul 2025 to 2025: An order.”, “4 Jul 2025 to Jul 2025: It "
      "rained.”. Choose another name there, or remove them, first. 1 name is part of this one: "
      "“Land”. Change that there first." },
    { "complete", "measures", "points",
      "1 claim is of this measure: “between 3 percentage points and 7 percentage points, stated”. "
      "Choose another measure there, or remove it, first." },
    { "energy", "claims", "added-2023",
      "1 claim is superseded by this one: “World, 2023: 510 gigawatts, stated (superseded by 565 "
      "gigawatts [1 ¶4])”. Say there that it holds, or remove it, first." },
    { "sums", "charts", "sold",
      "A dataset has one chart at least, and without this there is none: make another chart "
      "first." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = g_strdup_printf ("data/good/%s.json", cases[i].file);
    g_autofree char *text = read_file (name);
    g_autofree char *words = tell_uses (text, cases[i].section, cases[i].id);

    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();

#define TEST(name) g_test_add_func ("/entry/" #name, name)
  TEST (what_is_read_can_be_typed);
  TEST (what_supersedes_is_of_the_same_thing);
  TEST (what_is_typed_is_read);
  TEST (what_is_wrong_is_said_at_its_field);
  TEST (each_key_is_in_the_form_or_left_out);
  TEST (entries_change_places_to_the_byte);
  TEST (the_first_goes_no_further);
  TEST (a_figure_of_a_table_stays_in_its_block);
  TEST (what_is_wrong_in_a_table_is_said_at_its_field);
  TEST (every_chart_goes_into_every_dataset);
  TEST (nothing_is_there_twice);
  TEST (what_is_another_gets_another_id);
  TEST (a_part_of_a_table_has_the_choices_of_a_claim);
  TEST (a_part_of_a_table_keeps_what_it_holds);
  TEST (tables_go_with_their_charts);
  TEST (what_cannot_go_is_used);
  TEST (what_speaks_of_it_is_told);
#undef TEST
  return g_test_run ();
}
