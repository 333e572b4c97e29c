/* The table of formats, and which files an export writes. */
#include "export/jobs.h"
#include "load-dataset.h"

#include <glib/gstdio.h>
#include <string.h>

/* A format without all of its row could be chosen but not written. */
static void
test_formats (void)
{
  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++) {
    const QmExportFormatInfo *info = qm_export_format_info ((QmExportFormat) i);
    QmExportFormat found = QM_N_EXPORT_FORMATS;

    g_assert_true (info->extension != NULL && info->media_type != NULL && info->name != NULL);
    g_assert_true (qm_export_format_find (info->extension, &found) && found == (QmExportFormat) i);
    g_assert_nonnull (strchr (info->name, '_'));
    g_assert_true (!qm_export_format_is_deck ((QmExportFormat) i) ||
                   qm_export_format_has_look ((QmExportFormat) i));
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
  g_assert_cmpint (all, ==, QM_BLOCKS_ALL);
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
      (QmExportLook) { .size = qm_size_find_preset ("third")->size, .theme = &qm_theme_light };
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
  fixture->plan->formats[QM_EXPORT_CSV] = fixture->plan->formats[QM_EXPORT_ODP] = TRUE;
  g_assert_cmpuint (qm_export_plan_count (fixture->plan), ==, 3);
  qm_export_plan_list (fixture->plan, fixture->folder, TRUE);
  assert_job (fixture, 0, 1, "data-centre-gap.csv");
  assert_job (fixture, 1, 1, "compute-bill.csv");
  assert_job (fixture, 2, 2, "scale-and-open-models.odp");

  fixture->plan->formats[QM_EXPORT_CSV] = FALSE;
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
  fixture->plan->formats[QM_EXPORT_CSV] = TRUE;
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
  fixture->plan->formats[QM_EXPORT_PPTX] = TRUE;
  qm_export_plan_list (fixture->plan, fixture->folder, TRUE);
  qm_export_plan_cancel (fixture->plan);
  write_all (fixture);
  g_assert_error (get_job (fixture, 0)->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (get_job (fixture, 0)->path, G_FILE_TEST_EXISTS));
}

/* A dataset of one claim with an entity of that name. */
static QmDataset *
make_dataset (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, "names.json", NULL);
  g_autofree char *text = g_strdup_printf (
      "{ \"quymo\": 1, \"title\": \"Rain\","
      "\"sources\": [{ \"id\": \"r\", \"title\": \"Report\", \"kind\": \"report\" }],"
      "\"entities\": [{ \"id\": \"e\", \"name\": \"%s\" }],"
      "\"measures\": [{ \"id\": \"m\", \"name\": \"Rain\", \"unit\": \"number\" }],"
      "\"claims\": [{ \"id\": \"c\", \"entity\": \"e\", \"measure\": \"m\", \"value\": 3,"
      "  \"statement\": \"Three.\", \"cites\": [{ \"source\": \"r\" }] }],"
      "\"charts\": [{ \"id\": \"a\", \"topic\": \"R\", \"name\": \"R\", \"summary\": \"3\","
      "  \"title\": \"Rain\", \"panels\": [{ \"form\": \"bars\", \"claims\": [\"c\"] }] }] }",
      name);
  QmDataset *dataset;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  dataset = load_dataset (path);
  g_remove (path);
  return dataset;
}

static int
count_threads_for (Fixture *fixture, const char *name)
{
  g_autoptr (QmDataset) dataset = make_dataset (fixture, name);
  QmExportPlan *plan = qm_export_plan_new (dataset);
  int n_threads;

  plan->look = fixture->plan->look;
  plan->may_replace = TRUE;
  plan->formats[QM_EXPORT_CSV] = TRUE;
  g_ptr_array_add (plan->charts, (gpointer) &dataset->charts[0]);
  qm_export_plan_list (plan, fixture->folder, TRUE);
  qm_export_plan_start (plan, NULL, NULL);
  n_threads = g_thread_pool_get_max_threads (plan->pool);
  qm_export_plan_wait (plan);
  g_remove (((QmExportJob *) plan->jobs->pdata[0])->path);
  qm_export_plan_free (plan);
  return n_threads;
}

/* Cairo 1.16 ended with a fault in one of some thirty exports of names in many scripts. */
static void
test_scripts (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const one_font[] = { "Rain – 3 × “x” → ₫", "Đà Nẵng", "Ελλάδα", "Москва" };
  static const char *const others[] = { "中国", "ประเทศไทย", "مصر", "ישראל", "भारत", "日本" };

  for (gsize i = 0; i < G_N_ELEMENTS (one_font); i++)
    g_assert_cmpint (count_threads_for (fixture, one_font[i]), ==, (int) g_get_num_processors ());
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpint (count_threads_for (fixture, others[i]), ==, 1);
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
  g_test_add ("/jobs/scripts-of-many-fonts-take-turns", Fixture, NULL, set_up, test_scripts,
              tear_down);
  g_test_add ("/jobs/cancelling", Fixture, NULL, set_up, test_cancelling, tear_down);
  return g_test_run ();
}
