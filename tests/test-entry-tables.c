/* The figures of tables as forms: they stay in their table. */
#include "base/language.h"
#include "entry-fixture.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();

#define TEST(name) g_test_add_func ("/entry-tables/" #name, name)
  TEST (a_figure_of_a_table_stays_in_its_block);
  TEST (what_is_wrong_in_a_table_is_said_at_its_field);
  TEST (a_part_of_a_table_has_the_choices_of_a_claim);
  TEST (a_part_of_a_table_keeps_what_it_holds);
#undef TEST
  return g_test_run ();
}
