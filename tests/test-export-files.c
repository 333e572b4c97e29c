/* What the export dialog writes and prints is what it shows, of one chart or of all. */
#include "app/export-dialog/export-preview.h"
#include "app/export-dialog/export-stepper.h"
#include "app/export-dialog/print.h"
#include "base/language.h"
#include "export-dialog-fixture.h"

#include <string.h>

/* --- Its controls --- */

/* Of the part that shows what is written. */
static gpointer
shown_child (Fixture *fixture, const char *id)
{
  GObject *object =
      gtk_widget_get_template_child (child (fixture, "stepper"), QM_TYPE_EXPORT_STEPPER, id);

  g_assert_nonnull (object);
  return object;
}

static GBytes *
read_back (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static guint
count_files (const char *extension)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, extension) ? 1 : 0;
  return n;
}

/* --- Tests --- */

static void
test_preview_is_the_file (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmChart *chart = &fixture->dataset->charts[0];
  const QmExportLook look = { .size = qm_size_find_preset ("third")->size,
                              .theme = &qm_theme_dark,
                              .is_transparent = TRUE,
                              .hidden = QM_BLOCK_SOURCES };
  QmCanvas canvas = qm_export_canvas (&look);
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GBytes) written = NULL;
  g_auto (QmViewedChart) viewed = { 0 };
  g_autoptr (QmScene) scene = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *shown = NULL;

  choose_size (fixture, "sizes", 4);
  choose (fixture, "colors", 3);
  choose (fixture, "languages", 1);
  gtk_check_button_set_active (SOURCES (fixture), FALSE);
  g_assert_cmpstr (gtk_label_get_text (shown_child (fixture, "result")), ==,
                   "640 × 1080 pixels: 4.44 × 7.5 in, 113 × 191 mm");
  g_assert_cmpstr (qm_language_current (), ==, "en");

  qm_language_use ("vi");
  scene = qm_chart_build (chart, &qm_view_default, &canvas);
  viewed = qm_view_chart (&qm_view_default, chart);
  expected = qm_export_chart (QM_EXPORT_PNG, fixture->dataset, &viewed, &look, NULL, NULL);
  qm_language_use ("en");
  dump = qm_scene_dump (scene);
  shown = qm_scene_dump (qm_export_preview_get_scene (shown_child (fixture, "preview")));
  g_assert_cmpstr (shown, ==, dump);

  export_to (fixture, "one.png");
  wait_for_message (fixture);
  g_assert_true (g_str_has_prefix (message (fixture), "Exported as "));
  g_assert_cmpstr (qm_language_current (), ==, "en");
  written = read_back ("one.png");
  g_assert_true (g_bytes_equal (written, expected));
}

static void
assert_previewed (Fixture *fixture, gsize index, gboolean is_of_all, const QmView *view)
{
  const QmChart *chart = &fixture->dataset->charts[index];
  g_autofree char *name = g_strconcat (chart->id, ".png", NULL);
  g_autofree char *name_and_number =
      g_strdup_printf ("%s: chart %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT, name, index + 1,
                       fixture->dataset->n_charts);
  const QmExportLook look = { .size = qm_size_presets (&(gsize) { 0 })->size,
                              .theme = &qm_theme_light };
  QmCanvas canvas = qm_export_canvas (&look);
  g_autoptr (QmScene) scene = qm_chart_build (chart, view, &canvas);
  g_autofree char *expected = qm_scene_dump (scene);
  g_autofree char *shown =
      qm_scene_dump (qm_export_preview_get_scene (shown_child (fixture, "preview")));

  g_assert_cmpstr (gtk_label_get_text (shown_child (fixture, "file")), ==,
                   is_of_all ? name_and_number : name);
  g_assert_cmpstr (shown, ==, expected);
  assert_described (shown_child (fixture, "step_back"),
                    gtk_label_get_text (shown_child (fixture, "file")));
  assert_described (shown_child (fixture, "step_on"),
                    gtk_label_get_text (shown_child (fixture, "file")));
}

static void
step (Fixture *fixture, const char *button)
{
  g_signal_emit_by_name (shown_child (fixture, button), "clicked");
}

/* Only the chart in the window has a view of the reader's. */
static void
test_stepping (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmChart *charts = fixture->dataset->charts;
  gsize n_charts = fixture->dataset->n_charts;
  g_auto (QmView) view = qm_view_default;

  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  view.order = QM_ORDERED_SMALLEST_FIRST;
  qm_session_show (qm_window_get_session (fixture->window), &charts[0], &view);
  open_dialog (fixture);
  g_assert_false (gtk_widget_get_visible (shown_child (fixture, "step_on")));
  assert_previewed (fixture, 0, FALSE, &view);

  choose (fixture, "charts", 1);
  g_assert_true (gtk_widget_get_visible (shown_child (fixture, "step_on")));
  assert_previewed (fixture, 0, TRUE, &view);
  for (gsize i = 1; i < n_charts; i++) {
    step (fixture, "step_on");
    assert_previewed (fixture, i, TRUE, &qm_view_default);
  }
  step (fixture, "step_on");
  assert_previewed (fixture, 0, TRUE, &view);
  step (fixture, "step_back");
  assert_previewed (fixture, n_charts - 1, TRUE, &qm_view_default);

  step (fixture, "step_on");
  choose (fixture, "charts", 0);
  g_assert_false (gtk_widget_get_visible (shown_child (fixture, "step_on")));
  assert_previewed (fixture, 0, FALSE, &view);
}

/* What is chosen in the list is what is offered, in its order. */
static void
test_chosen_charts (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = qm_window_get_session (fixture->window);

  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  qm_session_choose_range (session, 2, 4);
  open_dialog (fixture);
  g_assert_true (is_at_tick (fixture));
  g_assert_cmpuint (gtk_drop_down_get_selected (child (fixture, "charts")), ==, 2);
  g_assert_cmpstr (gtk_label_get_text (shown_child (fixture, "file")), ==,
                   "chip-access.png: chart 1 of 3");
  g_assert_cmpuint (qm_export_dialog_count_files (fixture->dialog), ==, 3);
  gtk_check_button_set_active (PPTX (fixture), TRUE);
  gtk_check_button_set_active (PNG (fixture), FALSE);
  g_assert_cmpuint (qm_export_dialog_count_files (fixture->dialog), ==, 1);
  export_to (fixture, "three.pptx");
  wait_for_message (fixture);
  g_assert_cmpuint (count_files ("three.pptx"), ==, 1);
  g_assert_true (gtk_widget_get_visible (message_child (fixture, "open")));
  g_assert_true (gtk_widget_get_visible (message_child (fixture, "show_in_folder")));
}

/* The PDF with nothing packed away, whatever the release of Cairo packs. */
static char *
unpack_pdf (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) qpdf =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "qpdf", "--qdf",
                        "--object-streams=disable", path, "-", NULL);
  g_autoptr (GBytes) unpacked = NULL;
  const char *bytes;
  gsize size;
  char *text;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (qpdf, NULL, NULL, &unpacked, NULL, &error));
  g_assert_true (g_subprocess_get_successful (qpdf));
  bytes = g_bytes_get_data (unpacked, &size);
  text = g_strndup (bytes, size);
  for (gsize i = 0; i < size; i++)
    text[i] = bytes[i] != '\0' ? bytes[i] : ' ';
  return text;
}

/* On paper it is still letters and lines: a page for each chart that is chosen. */
static void
test_printing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = qm_window_get_session (fixture->window);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *pdf = NULL;

  qm_session_choose_range (session, 0, 1);
  operation = qm_print_new (session);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (fixture->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  pdf = unpack_pdf (path);
  g_assert_nonnull (strstr (pdf, "/Count 2"));
  g_assert_nonnull (strstr (pdf, "/FontFile"));
  g_assert_null (strstr (pdf, "/Subtype /Image"));
}

/* A deck has several charts, each as the dataset has it, and one by itself as the window has it. */
static void
test_stepping_through_slides (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmChart *charts = fixture->dataset->charts;
  gsize n_marks;

  gtk_check_button_set_active (PPTX (fixture), TRUE);
  gtk_check_button_set_active (PNG (fixture), FALSE);
  g_assert_cmpstr (gtk_label_get_text (shown_child (fixture, "file")), ==, "data-centre-gap.pptx");
  choose (fixture, "charts", 1);
  step (fixture, "step_on");
  g_assert_cmpstr (gtk_label_get_text (shown_child (fixture, "file")), ==,
                   "scale-and-open-models.pptx: chart 2 of 15");
  qm_scene_get_marks (qm_export_preview_get_scene (shown_child (fixture, "preview")), &n_marks);
  g_assert_cmpuint (n_marks, ==, charts[1].panels[0].n_claims + charts[1].panels[1].n_claims);
}

/* The window that stands over another one, or NULL. */
static GtkWindow *
find_window_over (gpointer below)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (gtk_window_get_transient_for (window) == below)
      return window;
  }
  return NULL;
}

/* Puts an old file in the way, of the name that the first chart's table has. */
static char *
write_old_table (Fixture *fixture)
{
  g_autofree char *name = g_strconcat (fixture->dataset->charts[0].id, ".csv", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  return g_steal_pointer (&path);
}

static void
assert_old (const char *path, gboolean is_old)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpint (g_str_equal (text, "old"), ==, is_old);
}

/* All charts in the other language, one of which cannot be written, and one that is there already.
 */
static void
test_all_charts (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmChart *charts = fixture->dataset->charts;
  guint n_charts = (guint) fixture->dataset->n_charts;
  g_autofree char *path = write_old_table (fixture);
  g_autofree char *blocked = g_strconcat (charts[1].id, ".csv", NULL);
  g_autofree char *path_blocked = g_build_filename (folder, blocked, NULL);
  g_autofree char *expected = g_strdup_printf ("Exported %u files to ", n_charts - 1);

  g_assert_cmpint (g_mkdir (path_blocked, 0700), ==, 0);
  gtk_check_button_set_active (PNG (fixture), FALSE);
  gtk_check_button_set_active (CSV (fixture), TRUE);
  choose (fixture, "charts", 1);
  choose (fixture, "languages", 1);
  g_assert_cmpuint (qm_export_dialog_count_files (fixture->dialog), ==, n_charts);

  export_to (fixture, "");
  settle ();
  g_assert_nonnull (find_window_over (fixture->dialog));
  g_assert_cmpstr (message (fixture), ==, "");
  gtk_window_close (find_window_over (fixture->dialog));
  settle ();
  g_assert_null (find_window_over (fixture->dialog));
  assert_old (path, TRUE);

  export_to (fixture, "");
  settle ();
  /* From "Skip", which has the focus, to "Replace". */
  gtk_widget_activate (
      gtk_widget_get_next_sibling (gtk_window_get_focus (find_window_over (fixture->dialog))));
  wait_for_message (fixture);
  g_assert_true (g_str_has_prefix (message (fixture), expected));
  g_assert_nonnull (strstr (message (fixture), "1 file could not be written:"));
  g_assert_nonnull (strstr (message (fixture), blocked));
  g_assert_nonnull (strstr (message (fixture), "is a folder"));
  g_assert_cmpuint (count_files (".csv"), ==, n_charts);
  assert_old (path, FALSE);
}

static void
test_skipping (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = write_old_table (fixture);

  gtk_check_button_set_active (CSV (fixture), TRUE);
  export_to (fixture, "");
  settle ();
  gtk_widget_activate (gtk_window_get_focus (find_window_over (fixture->dialog)));
  wait_for_message (fixture);
  g_assert_true (g_str_has_prefix (message (fixture), "Exported 1 file to "));
  g_assert_true (
      g_str_has_suffix (message (fixture), "\n1 file was there already and was left alone."));
  assert_old (path, TRUE);
}

/* Nothing is said of files written where there are none. */
static void
test_skipping_all (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = write_old_table (fixture), *deck = NULL, *name = NULL;

  name = g_strconcat (fixture->dataset->charts[0].id, ".pptx", NULL);
  deck = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (deck, "old", -1, NULL));
  gtk_check_button_set_active (PNG (fixture), FALSE);
  gtk_check_button_set_active (CSV (fixture), TRUE);
  gtk_check_button_set_active (PPTX (fixture), TRUE);
  export_to (fixture, "");
  settle ();
  gtk_widget_activate (gtk_window_get_focus (find_window_over (fixture->dialog)));
  wait_for_message (fixture);
  g_assert_cmpstr (message (fixture), ==, "2 files were there already and were left alone.");
  assert_old (path, TRUE);
  assert_old (deck, TRUE);
}

static void
test_cancelling (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint n_files;

  choose (fixture, "charts", 1);
  choose_size (fixture, "sizes", 1);
  gtk_check_button_set_active (child (fixture, "all_formats"), TRUE);
  n_files = qm_export_dialog_count_files (fixture->dialog);
  export_to (fixture, "");
  fixture->dialog = NULL;
  gtk_window_close (find_window_over (fixture->window));
  wait_for_message (fixture);
  g_assert_nonnull (strstr (message (fixture), "The export was cancelled."));
  g_assert_cmpuint (count_files (""), <, n_files);
  g_assert_null (find_window_over (fixture->window));
}

static void
test_all_formats (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_check_button_set_active (child (fixture, "all_formats"), TRUE);
  g_assert_cmpuint (qm_export_dialog_count_files (fixture->dialog), ==, QM_N_EXPORT_FORMATS);
  export_to (fixture, "");
  wait_for_message (fixture);
  g_assert_true (g_str_has_prefix (message (fixture), "Exported 6 files to "));
  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++)
    g_assert_cmpuint (count_files (qm_export_format_info ((QmExportFormat) i)->extension), ==, 1);
}

#define ADD(name, test) g_test_add ("/export-files/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = begin_export_tests (&argc, &argv);

  ADD ("the-preview-is-what-is-written", test_preview_is_the_file);
  ADD ("all-charts-can-be-stepped-through", test_stepping);
  ADD ("slides-can-be-stepped-through", test_stepping_through_slides);
  ADD ("prints-letters-and-lines", test_printing);
  ADD ("offers-the-charts-that-are-chosen", test_chosen_charts);
  ADD ("all-charts-but-the-one-that-fails", test_all_charts);
  ADD ("skipping-leaves-what-is-there", test_skipping);
  ADD ("skipping-all-leaves-nothing-to-tell", test_skipping_all);
  ADD ("cancelling-ends-it", test_cancelling);
  ADD ("all-formats-is-one-tick", test_all_formats);
  return end_export_tests (home);
}
