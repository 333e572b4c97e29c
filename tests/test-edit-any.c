/* Any edits of any datasets: each leaves what the reader accepts, and can be taken back. */
#include "edit-fixture.h"
#include "edit/versions.h"
#include "random-dataset.h"

#include <math.h>

#define N_FILES 12
#define N_EDITS 30

static const char *
any_claim (const QmDataset *dataset)
{
  return dataset->claims[g_test_rand_int_range (0, (int) dataset->n_claims)].id;
}

static const char *
any_chart (const QmDataset *dataset)
{
  return dataset->charts[g_test_rand_int_range (0, (int) dataset->n_charts)].id;
}

static void
put_any_claim (QmEdit *edit, const QmDataset *dataset)
{
  static const char *const units[] = { "number", "percent", "USD", "times", "rank" };
  static const char *const names[] = { "Huế", "Ô Môn", "X", "中国", "Ελλάδα" };
  int unit = g_test_rand_int_range (0, G_N_ELEMENTS (units));
  QmClaimFields fields = {
    .source = dataset->sources[0].id,
    .measure = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))],
    .unit = units[unit],
    .entity = names[g_test_rand_int_range (0, 3)],
    .time = g_test_rand_bit () ? "2024" : NULL,
    .value = g_test_rand_int_range (1, 90),
    .low = 3,
    .high = 9,
    .precision = unit == 4 ? QM_EXACT : (QmPrecision) g_test_rand_int_range (0, 5),
    .is_projected = g_test_rand_bit (),
  };

  if (unit == 3 && g_test_rand_bit ())
    fields.to_entity = names[g_test_rand_int_range (3, 5)];
  qm_edit_place_claim (edit, qm_edit_put_claim (edit, NULL, &fields), qm_forms);
}

static void
edit_anything (QmEdit *edit, const QmDataset *dataset)
{
  const char *claim = any_claim (dataset);
  const char *two[] = { claim, any_claim (dataset) };

  switch (g_test_rand_int_range (0, 9)) {
  case 0:
    qm_edit_set_title (edit, "Một \"tên\" \\ khác");
    return;
  case 1:
    qm_edit_put_source (edit, g_test_rand_bit () ? dataset->sources[0].id : NULL, &newspaper);
    return;
  case 2:
    if (dataset->n_claims > 3)
      qm_edit_remove_claim (edit, claim, qm_forms);
    return;
  case 3:
    qm_edit_make_chart (edit, two, g_str_equal (two[0], two[1]) ? 1 : 2, qm_forms);
    return;
  case 4:
    qm_edit_put_into_chart (edit, any_chart (dataset), claim, qm_forms);
    return;
  case 5:
    qm_edit_take_out_of_chart (edit, any_chart (dataset), claim, qm_forms);
    return;
  case 6:
    qm_edit_set_chart_words (edit, any_chart (dataset), "title", "Năm ] } năm");
    return;
  case 7:
    qm_edit_set_chart_words (edit, any_chart (dataset), "note", g_test_rand_bit () ? "Note" : NULL);
    return;
  default:
    put_any_claim (edit, dataset);
  }
}

/* The claim that is the last of a file's charts or figures may go as well: that is no dataset. */
static gboolean
is_dataset (const QmEdit *edit)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmDataset) dataset = qm_edit_read (edit, "", qm_forms, problems);

  for (guint i = 0; dataset == NULL && i < problems->len; i++) {
    const QmProblem *problem = problems->pdata[i];

    if (problem->pointer[0] != '\0')
      g_test_message ("%s: %s", problem->pointer, problem->expected);
    g_assert_cmpstr (problem->pointer, ==, "");
  }
  return dataset != NULL;
}

static void
edit_and_take_back (const char *text)
{
  g_autoptr (QmVersions) versions = qm_versions_new (text);
  g_autofree char *last = NULL;

  for (int i = 0; i < N_EDITS; i++) {
    g_autoptr (QmDataset) dataset = read_good (qm_versions_get (versions));
    QmEdit *edit = qm_edit_begin (qm_versions_get (versions));
    gboolean is_good;

    edit_anything (edit, dataset);
    is_good = is_dataset (edit);
    g_free (last);
    last = qm_edit_end (edit);
    if (is_good)
      qm_versions_add (versions, last);
  }
  g_free (last);
  last = g_strdup (qm_versions_get (versions));
  g_assert_true (qm_versions_go (versions, 0));
  g_assert_cmpstr (qm_versions_get (versions), ==, text);
  for (guint i = 1; qm_versions_go (versions, i); i++)
    continue;
  g_assert_cmpstr (qm_versions_get (versions), ==, last);
}

static void
any_edits_leave_a_dataset_and_are_taken_back (void)
{
  g_autofree char *complete = read_file ("data/good", "complete.json");
  g_autofree char *smallest = read_file ("data/good", "smallest.json");
  g_autofree char *built_in = read_file ("../data", "scale-and-open-models.json");

  edit_and_take_back (complete);
  edit_and_take_back (smallest);
  edit_and_take_back (built_in);
  edit_and_take_back (BEGINNING MEASURES CLAIMS CHARTS);
  for (guint32 seed = 0; seed < N_FILES; seed++) {
    g_autofree char *text = random_dataset_text (seed);

    edit_and_take_back (text);
  }
}

/* From any version to any other, also to one that was left for another. */
static void
versions_branch (void)
{
  g_autoptr (QmVersions) versions = qm_versions_new ("");
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (texts, g_strdup (""));
  for (int i = 0; i < 300; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    guint from = (guint) g_test_rand_int_range (0, (int) texts->len);

    g_assert_true (qm_versions_go (versions, from));
    g_assert_cmpstr (qm_versions_get (versions), ==, texts->pdata[from]);
    for (int j = g_test_rand_int_range (0, 6); j > 0; j--)
      g_string_append_c (text, (char) g_test_rand_int_range ('a', 'c'));
    if (qm_versions_add (versions, text->str) == texts->len)
      g_ptr_array_add (texts, g_strdup (text->str));
    else
      g_assert_cmpstr (text->str, ==, texts->pdata[from]);
  }
  g_assert_false (qm_versions_go (versions, texts->len));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add_func ("/edit/" #name, name)
  TEST (any_edits_leave_a_dataset_and_are_taken_back);
  TEST (versions_branch);
#undef TEST
  return g_test_run ();
}
