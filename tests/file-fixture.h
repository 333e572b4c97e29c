/* An application with a file of its own to open, and what can be seen of files in its windows. */
#pragma once

#include "app/files/file-notice.h"
#include "app/files/hint.h"
#include "app/files/problems.h"
#include "app/window/opening.h"
#include "state-folder.h"
#include "window-fixture.h"

#include <string.h>

/* Milliseconds in which anything is over. */
#define PATIENCE 10000

static char *folder; /* of all tests */

typedef struct {
  GtkApplication *application;
  char *path;
  char *text; /* of a good dataset */
  GFile *file;
} FileFixture;

static inline void
write_file (FileFixture *fixture, const char *text)
{
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

/* The good dataset, with one text in place of another. */
static inline void
write_changed (FileFixture *fixture, const char *from, const char *to)
{
  g_autoptr (GString) text = g_string_new (fixture->text);

  g_assert_cmpuint (g_string_replace (text, from, to, 0), >=, 1);
  write_file (fixture, text->str);
}

static inline void
break_file (FileFixture *fixture)
{
  write_changed (fixture, "\"unit\": \"percent\"", "\"unit\": \"elbows\"");
}

/* GTK keeps one that ran: the next has another name. */
static inline void
start_application (FileFixture *fixture)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("io.github.quymo.Test%d", number++);

  fixture->application = gtk_application_new (name, G_APPLICATION_DEFAULT_FLAGS);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
}

static inline void
stop_application (FileFixture *fixture)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (fixture->application)) != NULL) {
    gtk_window_close (windows->data);
    settle ();
  }
  qm_opening_save (fixture->application);
  g_clear_object (&fixture->application);
  g_application_set_default (NULL);
}

static inline void
set_up_file (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *good = g_test_build_filename (G_TEST_DIST, "data/hard-cases.json", NULL);

  forget_state ();
  g_assert_true (g_file_get_contents (good, &fixture->text, NULL, NULL));
  fixture->path = g_build_filename (folder, "my_hard cases.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  write_file (fixture, fixture->text);
  start_application (fixture);
}

static inline void
tear_down_file (FileFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  stop_application (fixture);
  g_unlink (fixture->path);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->text);
}

static inline guint
count_windows (FileFixture *fixture)
{
  return g_list_length (gtk_application_get_windows (fixture->application));
}

/* The window last opened. */
static inline QmWindow *
the_window (FileFixture *fixture)
{
  GList *windows = gtk_application_get_windows (fixture->application);

  g_assert_nonnull (windows);
  return QM_WINDOW (windows->data);
}

static inline QmWindow *
open_file (FileFixture *fixture)
{
  QmWindow *window;

  qm_opening_open (fixture->application, NULL, &fixture->file, 1);
  window = the_window (fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  settle ();
  return window;
}

/* --- What can be seen --- */

static inline gboolean
is_seen (QmWindow *window, GType type)
{
  GtkWidget *widget = find_widget (GTK_WIDGET (window), type);

  /* A notice is there without anything in it. */
  if (QM_IS_FILE_NOTICE (widget))
    widget = gtk_widget_get_first_child (widget);
  return widget != NULL && gtk_widget_get_mapped (widget);
}

/* What there is to read in the first widget of that type, "" where there is none to be seen. */
static inline char *
read_texts (QmWindow *window, GType type)
{
  GtkWidget *widget = find_widget (GTK_WIDGET (window), type);
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GPtrArray) widgets = g_ptr_array_new ();

  g_ptr_array_add (widgets, widget);
  while (widgets->len > 0) {
    GtkWidget *next = g_ptr_array_steal_index (widgets, 0);

    if (next == NULL || !gtk_widget_get_mapped (next))
      continue;
    if (GTK_IS_LABEL (next))
      g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (next)));
    if (GTK_IS_TEXT_VIEW (next)) {
      g_autofree char *text = NULL;

      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (next)), "text", &text, NULL);
      g_string_append (texts, text);
    }
    for (GtkWidget *child = gtk_widget_get_first_child (next); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      g_ptr_array_add (widgets, child);
  }
  return g_string_free (g_steal_pointer (&texts), FALSE);
}

static inline gboolean
says (QmWindow *window, GType type, const char *part)
{
  g_autofree char *texts = read_texts (window, type);

  return strstr (texts, part) != NULL;
}

static inline void
wait_until_it_says (QmWindow *window, GType type, const char *part)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_MILLISECOND;

  while (!says (window, type, part) && g_get_monotonic_time () < end)
    settle ();
  g_assert_true (says (window, type, part));
}

static inline void
wait_until_gone (QmWindow *window, GType type)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_MILLISECOND;

  while (is_seen (window, type) && g_get_monotonic_time () < end)
    settle ();
  g_assert_false (is_seen (window, type));
}

static inline const char *
chart_of (QmWindow *window)
{
  return qm_session_get_chart (qm_window_get_session (window))->id;
}

static inline const char *
title_of (QmWindow *window)
{
  return qm_text_get (qm_session_get_dataset (qm_window_get_session (window))->title);
}

/* TRUE if one of the buttons that do that can be pressed. */
static inline gboolean
is_offered (QmWindow *window, const char *action)
{
  g_autoptr (GPtrArray) widgets = g_ptr_array_new ();
  gboolean has_button = FALSE, is_offered = FALSE;

  g_ptr_array_add (widgets, window);
  while (widgets->len > 0) {
    GtkWidget *next = g_ptr_array_steal_index (widgets, 0);

    if (GTK_IS_BUTTON (next) &&
        g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (next)), action) == 0) {
      has_button = TRUE;
      is_offered |= gtk_widget_get_mapped (next) && gtk_widget_is_sensitive (next);
    }
    for (GtkWidget *child = gtk_widget_get_first_child (next); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      g_ptr_array_add (widgets, child);
  }
  g_assert_true (has_button);
  return is_offered;
}

static inline void
go_to (QmWindow *window, const char *chart)
{
  QmSession *session = qm_window_get_session (window);

  qm_session_show_chart (session, qm_dataset_find_chart (qm_session_get_dataset (session), chart));
  settle ();
}

#define ADD_FILE_TEST(name, test)                                                                  \
  g_test_add (name, FileFixture, NULL, set_up_file, test, tear_down_file)

/* Runs the tests that add_tests adds. */
static inline int
run_file_tests (int argc, char **argv, void (*add_tests) (void))
{
  int result;

  folder = g_dir_make_tmp ("quymo-XXXXXX", NULL);
  use_state_folder ();
  init_window_tests (&argc, &argv);
  add_tests ();
  result = g_test_run ();
  remove_state_folder ();
  g_rmdir (folder);
  g_free (folder);
  return result;
}
