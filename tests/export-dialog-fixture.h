/* The export dialog over a window, with a folder of its own for what it writes. */
#pragma once

#include "app/export-dialog/export-dialog.h"
#include "app/export-dialog/size-chooser.h"
#include "app/widgets/message-bar.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

static char *folder; /* of the test that runs */

/* --- The dialog --- */

typedef struct {
  QmDataset *dataset;
  QmWindow *window;
  QmExportDialog *dialog;
} Fixture;

static inline void
open_dialog (Fixture *fixture)
{
  fixture->dialog = QM_EXPORT_DIALOG (
      qm_export_dialog_new (GTK_WINDOW (fixture->window), qm_window_get_session (fixture->window)));
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  settle ();
}

static inline void
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

static inline void
forget (void)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "quymo", NULL);

  remove_folder (path);
}

static inline void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  forget ();
  folder = g_dir_make_tmp ("quymo-XXXXXX", NULL);
  fixture->dataset = load_dataset (NULL);
  fixture->window = qm_window_new (NULL, fixture->dataset);
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_dialog (fixture);
}

static inline void
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
static inline gboolean
is_at_tick (Fixture *fixture)
{
  return GTK_IS_CHECK_BUTTON (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)));
}

static inline gpointer
child (Fixture *fixture, const char *id)
{
  GObject *object =
      gtk_widget_get_template_child (GTK_WIDGET (fixture->dialog), QM_TYPE_EXPORT_DIALOG, id);

  g_assert_nonnull (object);
  return object;
}

/* Of the part that says how large a picture is. */
static inline gpointer
size_child (Fixture *fixture, const char *id)
{
  GObject *object =
      gtk_widget_get_template_child (child (fixture, "size"), QM_TYPE_SIZE_CHOOSER, id);

  g_assert_nonnull (object);
  return object;
}

static inline GtkCheckButton *
tick (Fixture *fixture, const char *grid, int column, int row)
{
  return GTK_CHECK_BUTTON (gtk_grid_get_child_at (child (fixture, grid), column, row));
}

#define PNG(fixture) tick (fixture, "formats_grid", 0, 0)
#define CSV(fixture) tick (fixture, "formats_grid", 1, 1)
#define PPTX(fixture) tick (fixture, "formats_grid", 0, 2)
#define SOURCES(fixture) tick (fixture, "blocks_grid", 1, 1)

static inline void
choose (Fixture *fixture, const char *id, guint index)
{
  gtk_drop_down_set_selected (child (fixture, id), index);
}

static inline void
choose_size (Fixture *fixture, const char *id, guint index)
{
  gtk_drop_down_set_selected (size_child (fixture, id), index);
}

static inline GtkWidget *
message_child (Fixture *fixture, const char *id)
{
  GtkWidget *bar = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->window), QM_TYPE_WINDOW, "message_bar"));

  return GTK_WIDGET (gtk_widget_get_template_child (bar, QM_TYPE_MESSAGE_BAR, id));
}

static inline const char *
message (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (message_child (fixture, "label")));
}

/* Writes to name in the folder, or to the folder itself, and waits for the message. */
static inline void
export_to (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  qm_export_dialog_export_to (fixture->dialog, file);
}

static inline gboolean
too_late_cb (gpointer is_too_late)
{
  *(gboolean *) is_too_late = TRUE;
  return G_SOURCE_REMOVE;
}

/* Nothing else may be due: the time that is waited for is. */
static inline void
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

static inline void
assert_property (gpointer widget, GtkAccessibleProperty property, const char *text)
{
  g_autofree char *problem =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, text, NULL);

  g_assert_cmpstr (problem, ==, NULL);
}

static inline void
assert_described (gpointer widget, const char *description)
{
  assert_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

/* --- A program of such tests --- */

/* With a folder for what is remembered, which is gone with end_export_tests(). */
static inline char *
begin_export_tests (int *argc, char ***argv)
{
  char *home = g_dir_make_tmp ("quymo-XXXXXX", NULL);

  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  init_window_tests (argc, argv);
  return home;
}

/* Runs them. */
static inline int
end_export_tests (const char *home)
{
  int status = g_test_run ();

  remove_folder (home);
  return status;
}
