/* The entries of a dataset file as forms: every field is typed back as it was read, what is wrong
 * is said at its field, and entries change places without a byte being lost. */
#include "base/language.h"
#include "chart/words/tabular.h"
#include "dataset/fields.h"
#include "edit/entry-uses.h"
#include "entry-fixture.h"

static const char *const sections[] = { "sources", "entities", "measures", "claims", "charts" };

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
  g_autofree char *text = read_file ("data", "hard-cases.json");
  g_autoptr (QmEdit) edit = qm_edit_begin (text);
  g_autoptr (GPtrArray) fields = qm_entry_fields (edit, "claims", "dispute-before");
  const QmEntryField *field = NULL;

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
    { "sources", "scale-is-the-key", "url", "https://ế.example/ế",
      "https://xn--ilg.example/%E1%BA%BF" },
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

/* In words for who typed it there. */
static void
what_is_wrong_is_said_at_its_field (void)
{
  static const char empty[] = "This cannot be empty";
  static const struct {
    const char *section, *id, *path, *typed, *said;
  } cases[] = {
    { "sources", "scale-is-the-key", "title", "", empty },
    { "sources", "scale-is-the-key", "issued", "last week",
      "This must be a date that exists, such as 2025, 2025-07 or 2025-07-22, not “last week”" },
    { "sources", "scale-is-the-key", "url", "no address",
      "This must be an address such as https://example.org/a-page, without spaces and accents, "
      "not “no address”" },
    { "sources", "scale-is-the-key", "kind", "", empty },
    { "sources", "scale-is-the-key", "author", ", Karen", empty },
    { "entities", "us", "name", "", empty },
    { "entities", "us", "color", "blu",
      "This must be one of muted, blue, red, gold, violet, teal, green, magenta, brown, indigo, "
      "olive, not “blu”; did you mean “blue”?" },
    { "claims", "europe-genai-2023", "value", "", empty },
    { "claims", "europe-genai-2023", "value", "many", "This must be a number, not “many”" },
    { "claims", "europe-genai-2023", "low", "1", "Bounds go with the precision “between” only" },
    { "claims", "europe-genai-2023", "time", "soon",
      "This must be dates that exist, such as 2025, 2025-07-22, 2024-Q1, 2023/24, early 2025-11, "
      "-0043, 2023/2025-11, ../2030 or 2023-12~, not “soon”" },
    { "claims", "europe-genai-2023", "statement", "", empty },
    { "claims", "europe-genai-2023", "cites/0/source", "", empty },
    { "claims", "europe-genai-2023", "cites/0/source", "nobody",
      "This must be the id of a source, not “nobody”" },
    { "charts", "industrial-share", "title", "", empty },
  };
  g_autofree char *text = read_built_in ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *section = cases[i].section, *id = cases[i].id;
    g_autoptr (QmEdit) edit = qm_edit_begin (text);
    g_autoptr (GPtrArray) fields = qm_entry_fields (edit, section, id), problems = new_problems ();
    g_autofree char *said = NULL;
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
    said = qm_problem_describe_field (problems->pdata[0]);
    g_assert_cmpstr (said, ==, cases[i].said);
  }
}

/* --- The sentence of a claim --- */

static const QmEntryField *
field_of (const GPtrArray *fields, const char *path)
{
  for (guint i = 0; i < fields->len; i++)
    if (g_str_equal (((QmEntryField *) fields->pdata[i])->path, path))
      return fields->pdata[i];
  g_assert_not_reached ();
}

/* What it says once its figure is another one. */
static char *
state_after (const char *text, const char *typed)
{
  static const char *const id = "viet-nam-rice-harvest-2024";
  g_autoptr (QmEdit) edit = qm_edit_begin (text);
  g_autoptr (GPtrArray) fields = qm_entry_fields (edit, "claims", id);

  qm_entry_set (edit, "claims", id, field_of (fields, "value"), "45000000");
  if (typed != NULL)
    qm_entry_set (edit, "claims", id, field_of (fields, "statement"), typed);
  qm_edit_restate_claim (edit, id, text);
  return qm_entry_get (edit, "claims", id, field_of (fields, "statement"));
}

static void
a_sentence_of_the_programs_follows_its_figure (void)
{
  g_autofree char *text = read_file ("data/edit", "harvests.json");
  g_autofree char *made = state_after (text, NULL);
  g_autofree char *typed = state_after (text, "Much rice.");

  g_assert_cmpstr (made, ==, "Rice harvest, Việt Nam, 2024: about 45 million.");
  g_assert_cmpstr (typed, ==, "Much rice.");
}

/* What the program says of one computed from it, once it holds of another year. */
static char *
state_computed_after (const char *text, const char *typed)
{
  static const char *const id = "viet-nam-rice-harvest-2024";
  g_autoptr (QmEdit) edit = qm_edit_begin (text);
  g_autofree char *computed = g_strdup (qm_edit_add_computed (edit, QM_MULTIPLY, id, id, "M", ""));
  g_autoptr (GPtrArray) of_claim = qm_entry_fields (edit, "claims", id);
  g_autoptr (GPtrArray) fields = qm_entry_fields (edit, "claims", computed);
  g_autofree char *before = NULL;

  if (typed != NULL)
    qm_entry_set (edit, "claims", computed, field_of (fields, "statement"), typed);
  before = qm_edit_end (g_steal_pointer (&edit));
  edit = qm_edit_begin (before);
  qm_entry_set (edit, "claims", id, field_of (of_claim, "time"), "2023");
  qm_edit_restate_claim (edit, id, before);
  return qm_entry_get (edit, "claims", computed, field_of (fields, "statement"));
}

static void
a_sentence_of_the_programs_follows_what_it_is_computed_from (void)
{
  g_autofree char *text = read_file ("data/edit", "harvests.json");
  g_autofree char *made = state_computed_after (text, NULL);
  g_autofree char *typed = state_computed_after (text, "Rice, squared.");

  g_assert_nonnull (strstr (made, "(Rice harvest, Việt Nam, 2023) × (Rice harvest"));
  g_assert_cmpstr (typed, ==, "Rice, squared.");
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

/* A claim's form, the table of claims and the CSV that a person opens. */
static void
one_thing_has_one_name (void)
{
  g_autofree char *text = read_file ("data/good", "sums.json");
  g_autoptr (QmEdit) edit = qm_edit_begin (text);
  g_autoptr (GPtrArray) fields = qm_entry_fields (edit, "claims", "north-2024");
  guint n_named = 0;

  for (guint i = 0; i < fields->len; i++) {
    const QmEntryField *field = fields->pdata[i];

    for (int column = 0; column < QM_N_COLUMNS; column++)
      if (g_str_equal (qm_tabular_machine_name ((QmColumn) column), field->field->key)) {
        g_assert_cmpstr (field->label, ==, qm_tabular_heading ((QmColumn) column));
        n_named++;
      }
  }
  g_assert_cmpuint (n_named, >, 12);
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

/* --- Taking out --- */

static char *
tell_uses (const char *text, const char *section, const char *id)
{
  g_autoptr (QmDataset) dataset = read_good (text);

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
  g_autofree char *built_in = read_built_in (),
                  *complete = read_file ("data/good", "complete.json");
  g_autofree char *poll = read_file ("data/good", "poll.json");

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
    g_autofree char *name = g_strdup_printf ("%s.json", cases[i].file);
    g_autofree char *text = read_file ("data/good", name);
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
  TEST (a_sentence_of_the_programs_follows_its_figure);
  TEST (a_sentence_of_the_programs_follows_what_it_is_computed_from);
  TEST (each_key_is_in_the_form_or_left_out);
  TEST (one_thing_has_one_name);
  TEST (entries_change_places_to_the_byte);
  TEST (the_first_goes_no_further);
  TEST (what_cannot_go_is_used);
  TEST (what_speaks_of_it_is_told);
#undef TEST
  return g_test_run ();
}
