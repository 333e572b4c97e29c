/* Entries of datasets that are edited in forms. */
#pragma once

#include "edit-fixture.h"
#include "edit/entry.h"

/* A table of four figures. */
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

static inline GPtrArray *
new_problems (void)
{
  return qm_problem_array_new ();
}

static inline void
assert_good (const QmEdit *edit)
{
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (QmDataset) dataset = qm_edit_read (edit, "test", qm_forms, problems);

  if (problems->len > 0)
    g_test_message ("%s", qm_problem_to_string (problems->pdata[0], "test"));
  g_assert_nonnull (dataset);
}

static inline char *
read_built_in (void)
{
  return read_file ("../data", "scale-and-open-models.json");
}
