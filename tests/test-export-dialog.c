/* The export dialog in process: what it shows is what it writes, and it remembers what was chosen.
 */
#include "app/export-dialog/export-dialog.h"
#include "app/export-dialog/export-preview.h"
#include "app/export-dialog/export-stepper.h"
#include "app/export-dialog/print.h"
#include "app/export-dialog/size-chooser.h"
#include "app/widgets/message-bar.h"
#include "base/language.h"
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static char *folder; /* of the test that runs */

/* --- The dialog --- */

typedef struct {
  QmDataset *dataset;
  QmWindow *window;
  QmExportDialog *dialog;
} Fixture;

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = QM_EXPORT_DIALOG (
      qm_export_dialog_new (GTK_WINDOW (fixture->window), qm_window_get_session (fixture->window)));
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  settle ();
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR))
      remove_folder (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

static void
forget (void)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "quymo", NULL);

  remove_folder (path);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  forget ();
  folder = g_dir_make_tmp ("quymo-XXXXXX", NULL);
  fixture->dataset = load_dataset (NULL);
  fixture->window = qm_window_new (NULL, fixture->dataset);
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_dialog (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  qm_dataset_unref (fixture->dataset);
  remove_folder (folder);
  g_free (folder);
  forget ();
}

/* --- Its controls --- */

/* Where Enter exports, as it comes up. */
static gboolean
is_at_tick (Fixture *fixture)
{
  return GTK_IS_CHECK_BUTTON (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)));
}

static gpointer
child (Fixture *fixture, const char *id)
{
  GObject *object =
      gtk_widget_get_template_child (GTK_WIDGET (fixture->dialog), QM_TYPE_EXPORT_DIALOG, id);

  g_assert_nonnull (object);
  return object;
}

/* Of the part that says how large a picture is. */
static gpointer
size_child (Fixture *fixture, const char *id)
{
  GObject *object =
      gtk_widget_get_template_child (child (fixture, "size"), QM_TYPE_SIZE_CHOOSER, id);

  g_assert_nonnull (object);
  return object;
}

/* Of the part that shows what is written. */
static gpointer
shown_child (Fixture *fixture, const char *id)
{
  GObject *object =
      gtk_widget_get_template_child (child (fixture, "stepper"), QM_TYPE_EXPORT_STEPPER, id);

  g_assert_nonnull (object);
  return object;
}

static GtkCheckButton *
tick (Fixture *fixture, const char *grid, int column, int row)
{
  return GTK_CHECK_BUTTON (gtk_grid_get_child_at (child (fixture, grid), column, row));
}

#define PNG(fixture) tick (fixture, "formats_grid", 0, 0)
#define CSV(fixture) tick (fixture, "formats_grid", 1, 1)
#define PPTX(fixture) tick (fixture, "formats_grid", 0, 2)
#define SOURCES(fixture) tick (fixture, "blocks_grid", 1, 1)

static void
choose (Fixture *fixture, const char *id, guint index)
{
  gtk_drop_down_set_selected (child (fixture, id), index);
}

static void
choose_size (Fixture *fixture, const char *id, guint index)
{
  gtk_drop_down_set_selected (size_child (fixture, id), index);
}

static GtkWidget *
message_child (Fixture *fixture, const char *id)
{
  GtkWidget *bar = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->window), QM_TYPE_WINDOW, "message_bar"));

  return GTK_WIDGET (gtk_widget_get_template_child (bar, QM_TYPE_MESSAGE_BAR, id));
}

static const char *
message (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (message_child (fixture, "label")));
}

/* Writes to name in the folder, or to the folder itself, and waits for the message. */
static void
export_to (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  qm_export_dialog_export_to (fixture->dialog, file);
}

static gboolean
too_late_cb (gpointer is_too_late)
{
  *(gboolean *) is_too_late = TRUE;
  return G_SOURCE_REMOVE;
}

/* Nothing else may be due: the time that is waited for is. */
static void
wait_for_message (Fixture *fixture)
{
  gboolean is_too_late = FALSE;
  guint id = g_timeout_add_seconds (60, too_late_cb, &is_too_late);

  fixture->dialog = NULL;
  while (message (fixture)[0] == '\0' && !is_too_late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_too_late);
  g_source_remove (id);
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

static void
assert_property (gpointer widget, GtkAccessibleProperty property, const char *text)
{
  g_autofree char *problem =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, text, NULL);

  g_assert_cmpstr (problem, ==, NULL);
}

static void
assert_spoken (gpointer widget, const char *label)
{
  assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
assert_described (gpointer widget, const char *description)
{
  assert_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

/* The focus is on the button inside; newer releases of GTK describe that as the drop-down. */
static void
assert_size_spoken (Fixture *fixture, const char *size)
{
  GtkWidget *sizes = size_child (fixture, "sizes");
  const char *meaning = gtk_label_get_text (size_child (fixture, "meaning"));
  g_autofree char *both = g_strjoin (*meaning != '\0' ? ", " : "", size, meaning, NULL);

  if (gtk_get_minor_version () > 8) {
    assert_described (sizes, both);
  } else {
    assert_spoken (gtk_widget_get_first_child (sizes), size);
    assert_described (gtk_widget_get_first_child (sizes), meaning);
  }
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
  choose (fixture, "colours", 3);
  choose (fixture, "languages", 1);
  gtk_check_button_set_active (SOURCES (fixture), FALSE);
  g_assert_cmpstr (gtk_label_get_text (shown_child (fixture, "result")), ==,
                   "640 × 1080 pixels: 4.44 × 7.5 in, 113 × 191 mm");
  g_assert_cmpstr (qm_language_current (), ==, "en");

  qm_language_use ("vi");
  scene = qm_chart_build (chart, &qm_view_default, &canvas);
  viewed = qm_view_chart (&qm_view_default, chart);
  expected = qm_export_chart (QM_FORMAT_PNG, fixture->dataset, &viewed, &look, NULL, NULL);
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
  const QmExportLook look = { .size = qm_size_presets (&(gsize){ 0 })->size,
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

static void
test_sources_off_warns (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_false (gtk_widget_get_visible (child (fixture, "warning")));
  gtk_check_button_set_active (SOURCES (fixture), FALSE);
  g_assert_true (gtk_widget_get_visible (child (fixture, "warning")));
  assert_described (SOURCES (fixture), gtk_label_get_text (child (fixture, "warning")));
  gtk_check_button_set_active (SOURCES (fixture), TRUE);
  g_assert_false (gtk_widget_get_visible (child (fixture, "warning")));
  assert_described (SOURCES (fixture), "");
}

static void
test_impossible_sizes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *button = child (fixture, "export_button");
  gsize n_presets;

  qm_size_presets (&n_presets);
  choose_size (fixture, "sizes", (guint) n_presets);
  g_assert_true (gtk_widget_get_sensitive (button));
  choose_size (fixture, "unit", QM_LENGTH_INCHES);
  g_assert_cmpfloat_with_epsilon (gtk_spin_button_get_value (size_child (fixture, "width")), 13.33,
                                  0.01);
  g_assert_cmpfloat_with_epsilon (gtk_spin_button_get_value (size_child (fixture, "height")), 7.5,
                                  1e-9);

  gtk_spin_button_set_value (size_child (fixture, "width"), 0.25);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_true (gtk_widget_get_visible (size_child (fixture, "error")));
  assert_described (size_child (fixture, "height"),
                    gtk_label_get_text (size_child (fixture, "error")));
  gtk_spin_button_set_value (size_child (fixture, "width"), 10);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_false (gtk_widget_get_visible (size_child (fixture, "error")));
  assert_described (size_child (fixture, "height"), "");

  gtk_check_button_set_active (PNG (fixture), FALSE);
  g_assert_false (gtk_widget_get_sensitive (button));
}

static void
test_choices_are_remembered (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_check_button_set_active (PNG (fixture), FALSE);
  gtk_check_button_set_active (CSV (fixture), TRUE);
  gtk_check_button_set_active (PPTX (fixture), TRUE);
  gtk_check_button_set_active (SOURCES (fixture), FALSE);
  choose_size (fixture, "sizes", 2);
  choose (fixture, "colours", 1);
  choose (fixture, "languages", 1);
  gtk_check_button_set_active (child (fixture, "outlines"), TRUE);
  export_to (fixture, "");
  wait_for_message (fixture);
  g_assert_true (g_str_has_prefix (message (fixture), "Exported 2 files to "));

  open_dialog (fixture);
  g_assert_false (gtk_check_button_get_active (PNG (fixture)));
  g_assert_true (gtk_check_button_get_active (CSV (fixture)));
  g_assert_true (gtk_check_button_get_active (PPTX (fixture)));
  g_assert_false (gtk_check_button_get_active (SOURCES (fixture)));
  g_assert_cmpuint (gtk_drop_down_get_selected (size_child (fixture, "sizes")), ==, 2);
  g_assert_cmpuint (gtk_drop_down_get_selected (child (fixture, "colours")), ==, 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (child (fixture, "languages")), ==, 1);
  g_assert_true (gtk_check_button_get_active (child (fixture, "outlines")));
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "outlines")));
}

/* What is not as at first is seen before anything is written, and can be taken back. */
static void
test_what_was_remembered_is_told (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_false (gtk_widget_get_visible (child (fixture, "remembered")));
  gtk_check_button_set_active (SOURCES (fixture), FALSE);
  choose (fixture, "colours", 3);
  export_to (fixture, "one.png");
  wait_for_message (fixture);

  open_dialog (fixture);
  g_assert_true (is_at_tick (fixture));
  g_assert_true (gtk_widget_get_visible (child (fixture, "remembered")));
  g_assert_cmpstr (gtk_label_get_text (child (fixture, "remembered_label")), ==,
                   "As last time: Transparent, for dark slides; parts are left out");
  g_signal_emit_by_name (gtk_widget_get_last_child (child (fixture, "remembered")), "clicked");
  g_assert_false (gtk_widget_get_visible (child (fixture, "remembered")));
  g_assert_true (gtk_check_button_get_active (SOURCES (fixture)));
  g_assert_cmpuint (gtk_drop_down_get_selected (child (fixture, "colours")), ==, 0);
  g_assert_true (gtk_check_button_get_active (PNG (fixture)));
}

/* All choices fit into the dialog as it comes up. */
static void
test_all_is_seen (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *scroller =
      gtk_widget_get_ancestor (child (fixture, "blocks_grid"), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->dialog)), <=, 720);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=,
                     gtk_adjustment_get_page_size (adjustment));
}

static void
test_wrong_settings_are_ignored (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *quymo = g_build_filename (g_get_user_config_dir (), "quymo", NULL);
  g_autofree char *path = g_build_filename (quymo, "settings.ini", NULL);

  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_mkdir_with_parents (quymo, 0700);
  g_assert_true (g_file_set_contents (
      path, "[export]\nformats=doc;\nsize=huge\nwidth=nan\nunit=ell\ncolours=7\nlanguage=xx\n", -1,
      NULL));
  open_dialog (fixture);
  g_assert_true (gtk_check_button_get_active (PNG (fixture)));
  g_assert_cmpuint (gtk_drop_down_get_selected (size_child (fixture, "sizes")), ==, 0);
  g_assert_cmpfloat (gtk_spin_button_get_value (size_child (fixture, "width")), ==, 1920);
  g_assert_cmpuint (gtk_drop_down_get_selected (child (fixture, "colours")), ==, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (child (fixture, "languages")), ==, 0);
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
  g_assert_cmpuint (qm_export_dialog_count_files (fixture->dialog), ==, QM_N_FORMATS);
  export_to (fixture, "");
  wait_for_message (fixture);
  g_assert_true (g_str_has_prefix (message (fixture), "Exported 6 files to "));
  for (int i = 0; i < QM_N_FORMATS; i++)
    g_assert_cmpuint (count_files (qm_export_format_info ((QmFormat) i)->extension), ==, 1);
}

/* No two controls answer to the same letter. */
static void
collect_mnemonics (GtkWidget *widget, GHashTable *known)
{
  guint key = GTK_IS_LABEL (widget) ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget))
                                    : GDK_KEY_VoidSymbol;

  if (key != GDK_KEY_VoidSymbol && !g_hash_table_add (known, GUINT_TO_POINTER (key))) {
    g_test_message ("“%s” has the letter of another control",
                    gtk_label_get_label (GTK_LABEL (widget)));
    g_test_fail ();
  }
  for (GtkWidget *next = gtk_widget_get_first_child (widget); next != NULL;
       next = gtk_widget_get_next_sibling (next))
    collect_mnemonics (next, known);
}

/* A screen reader says what is drawn. */
static void
test_spoken (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_spoken (PNG (fixture), "PNG picture");
  assert_spoken (child (fixture, "all_formats"), "All formats");
  assert_size_spoken (fixture, "Slide 16:9");
  choose_size (fixture, "sizes", 4);
  assert_size_spoken (fixture, "Third of a slide");
  choose_size (fixture, "sizes", 8);
  assert_size_spoken (fixture, "Custom size");
}

/* Where the focus is, the screen reader and the scrolled window follow. */
static void
test_letters_bring_the_focus (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkCheckButton *ticks[] = { SOURCES (fixture), CSV (fixture), child (fixture, "all_formats") };

  for (gsize i = 0; i < G_N_ELEMENTS (ticks); i++) {
    gboolean was_active = gtk_check_button_get_active (ticks[i]);

    gtk_widget_mnemonic_activate (GTK_WIDGET (ticks[i]), FALSE);
    g_assert_cmpint (gtk_check_button_get_active (ticks[i]), !=, was_active);
    g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)) == GTK_WIDGET (ticks[i]));
  }
}

/* The question whether to replace a single file is GTK's own, and so is its look. */
static void
test_questions_of_gtk (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (fixture->window));
  GtkWidget *question =
      gtk_message_dialog_new (NULL, 0, GTK_MESSAGE_QUESTION, GTK_BUTTONS_OK, "Replace?");
  GtkStyleContext *button = gtk_widget_get_style_context (
      gtk_dialog_get_widget_for_response (GTK_DIALOG (question), GTK_RESPONSE_OK));
  GtkStyleProvider *style = GTK_STYLE_PROVIDER (load_style ());
  GdkRGBA as_of_gtk, with_our_style;

  gtk_style_context_get_color (button, &with_our_style);
  gtk_style_context_remove_provider_for_display (display, style);
  gtk_style_context_get_color (button, &as_of_gtk);
  gtk_style_context_add_provider_for_display (display, style,
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_assert_true (gdk_rgba_equal (&as_of_gtk, &with_our_style));
  gtk_window_destroy (GTK_WINDOW (question));
}

static void
test_mnemonics (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (int i = 0; qm_language_list ()[i] != NULL; i++) {
    g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
    qm_language_use (qm_language_list ()[i]);
    open_dialog (fixture);
    collect_mnemonics (GTK_WIDGET (fixture->dialog), known);
    g_assert_cmpuint (g_hash_table_size (known), ==, 19);
  }
  qm_language_use ("en");
}

static void
test_a_small_window (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  int minimum;

  for (int i = 0; qm_language_list ()[i] != NULL; i++) {
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
    qm_language_use (qm_language_list ()[i]);
    open_dialog (fixture);
    choose_size (fixture, "sizes", 8);
    gtk_check_button_set_active (SOURCES (fixture), FALSE);
    settle ();
    gtk_widget_measure (GTK_WIDGET (fixture->dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                        NULL, NULL, NULL);
    g_assert_cmpint (minimum, <=, 480);
  }
  qm_language_use ("en");
}

#define ADD(name, test) g_test_add ("/export-dialog/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("quymo-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  init_window_tests (&argc, &argv);

  ADD ("the-preview-is-what-is-written", test_preview_is_the_file);
  ADD ("all-charts-can-be-stepped-through", test_stepping);
  ADD ("slides-can-be-stepped-through", test_stepping_through_slides);
  ADD ("prints-letters-and-lines", test_printing);
  ADD ("offers-the-charts-that-are-chosen", test_chosen_charts);
  ADD ("sources-off-warns", test_sources_off_warns);
  ADD ("impossible-sizes-cannot-be-exported", test_impossible_sizes);
  ADD ("choices-are-remembered", test_choices_are_remembered);
  ADD ("wrong-settings-are-ignored", test_wrong_settings_are_ignored);
  ADD ("what-was-remembered-is-told", test_what_was_remembered_is_told);
  ADD ("all-choices-are-seen", test_all_is_seen);
  ADD ("all-charts-but-the-one-that-fails", test_all_charts);
  ADD ("skipping-leaves-what-is-there", test_skipping);
  ADD ("skipping-all-leaves-nothing-to-tell", test_skipping_all);
  ADD ("cancelling-ends-it", test_cancelling);
  ADD ("all-formats-is-one-tick", test_all_formats);
  ADD ("what-is-chosen-is-spoken", test_spoken);
  ADD ("questions-of-gtk-look-as-they-do", test_questions_of_gtk);
  ADD ("letters-are-of-one-control-each", test_mnemonics);
  ADD ("letters-bring-the-focus", test_letters_bring_the_focus);
  ADD ("fits-480-pixels", test_a_small_window);
  status = g_test_run ();
  remove_folder (home);
  return status;
}
