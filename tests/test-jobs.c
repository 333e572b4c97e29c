/* The table of formats, and which files an export writes. */
#include "export/jobs.h"
#include "load-dataset.h"

#include <glib/gstdio.h>
#include <string.h>

/* A format without all of its row could be chosen but not written. */
static void
test_formats (void)
{
  for (int i = 0; i < QM_N_FORMATS; i++) {
    const QmFormatInfo *info = qm_format_info ((QmFormat) i);
    QmFormat found = QM_N_FORMATS;

    g_assert_true (info->extension != NULL && info->media_type != NULL && info->name != NULL);
    g_assert_true (qm_format_find (info->extension, &found) && found == (QmFormat) i);
    g_assert_nonnull (strchr (info->name, '_'));
    g_assert_true (!qm_format_is_deck ((QmFormat) i) || qm_format_has_look ((QmFormat) i));
  }
}

/* Each part of a picture once, so that every one can be left out. */
static void
test_blocks (void)
{
  QmBlocks all = 0;

  for (gsize i = 0; i < QM_N_BLOCKS; i++) {
    g_assert_cmpint (all & qm_block_infos[i].block, ==, 0);
    all |= qm_block_infos[i].block;
  }
  g_assert_cmpint (all, ==,
                   QM_BLOCK_TITLE | QM_BLOCK_SUBTITLE | QM_BLOCK_NOTE | QM_BLOCK_KEY |
                       QM_BLOCK_SOURCES);
}

typedef struct {
  QmDataset *dataset;
  QmExportPlan *plan;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->dataset = load_dataset (NULL);
  fixture->plan = qm_export_plan_new (fixture->dataset);
  fixture->plan->look =
      (QmExportLook){ .size = qm_size_find_preset ("third")->size, .theme = &qm_theme_light };
  fixture->folder = g_dir_make_tmp ("quymo-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < fixture->plan->jobs->len; i++)
    g_remove (((QmExportJob *) fixture->plan->jobs->pdata[i])->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  qm_export_plan_free (fixture->plan);
  qm_dataset_unref (fixture->dataset);
}

static void
add_charts (Fixture *fixture, guint n_charts)
{
  for (guint i = 0; i < n_charts; i++)
    g_ptr_array_add (fixture->plan->charts, (gpointer) &fixture->dataset->charts[i]);
}

static void
assert_job (Fixture *fixture, guint index, gsize n_charts, const char *name)
{
  const QmExportJob *job = fixture->plan->jobs->pdata[index];
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_cmpuint (job->n_charts, ==, n_charts);
  g_assert_cmpstr (job->path, ==, path);
}

static void
test_files (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.odp", NULL);

  add_charts (fixture, 2);
  fixture->plan->formats[QM_FORMAT_CSV] = fixture->plan->formats[QM_FORMAT_ODP] = TRUE;
  g_assert_cmpuint (qm_export_plan_count (fixture->plan), ==, 3);
  qm_export_plan_list (fixture->plan, fixture->folder, TRUE);
  assert_job (fixture, 0, 1, "data-centre-gap.csv");
  assert_job (fixture, 1, 1, "compute-bill.csv");
  assert_job (fixture, 2, 2, "scale-and-open-models.odp");

  fixture->plan->formats[QM_FORMAT_CSV] = FALSE;
  qm_export_plan_list (fixture->plan, path, FALSE);
  g_assert_cmpuint (fixture->plan->jobs->len, ==, 1);
  assert_job (fixture, 0, 2, "a.odp");
}

static void
write_all (Fixture *fixture)
{
  qm_export_plan_start (fixture->plan, NULL, NULL);
  qm_export_plan_wait (fixture->plan);
}

static const QmExportJob *
get_job (Fixture *fixture, guint index)
{
  return fixture->plan->jobs->pdata[index];
}

/* What is there is left alone, and the other is written. */
static void
test_existing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  add_charts (fixture, 2);
  fixture->plan->formats[QM_FORMAT_CSV] = TRUE;
  qm_export_plan_list (fixture->plan, fixture->folder, TRUE);
  g_assert_true (g_file_set_contents (get_job (fixture, 1)->path, "old", -1, NULL));
  g_assert_cmpuint (qm_export_plan_count_existing (fixture->plan), ==, 1);
  write_all (fixture);
  g_assert_no_error (get_job (fixture, 0)->error);
  g_assert_error (get_job (fixture, 1)->error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  g_assert_true (g_file_get_contents (get_job (fixture, 1)->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
}

static void
test_cancelling (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  add_charts (fixture, 2);
  fixture->plan->formats[QM_FORMAT_PPTX] = TRUE;
  qm_export_plan_list (fixture->plan, fixture->folder, TRUE);
  qm_export_plan_cancel (fixture->plan);
  write_all (fixture);
  g_assert_error (get_job (fixture, 0)->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (get_job (fixture, 0)->path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/formats-have-all-of-their-row", test_formats);
  g_test_add_func ("/jobs/each-part-can-be-left-out", test_blocks);
  g_test_add ("/jobs/files-by-chart-and-decks", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add ("/jobs/existing-files-are-left-alone", Fixture, NULL, set_up, test_existing,
              tear_down);
  g_test_add ("/jobs/cancelling", Fixture, NULL, set_up, test_cancelling, tear_down);
  return g_test_run ();
}
