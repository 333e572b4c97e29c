#include "app/window/opening.h"

#include "app/files/file-chooser.h"
#include "app/files/hint.h"
#include "app/window/opening-private.h"
#include "base/words.h"

#include <string.h>

/* What is known of all datasets is kept with the application under that name. */
#define STATE "quymo-state"

/* More are not looked for. */
#define MAX_RECENT 8

/* --- What was left --- */

QmState *
qm_opening_get_state (GtkApplication *application)
{
  QmState *state = g_object_get_data (G_OBJECT (application), STATE);

  if (state == NULL) {
    state = qm_state_load ();
    g_object_set_data_full (G_OBJECT (application), STATE, state, (GDestroyNotify) qm_state_unref);
  }
  return state;
}

static void
layout_changed_cb (QmWindow *window, QmState *state)
{
  QmLayout layout;

  qm_window_get_layout (window, &layout);
  qm_state_set_layout (state, &layout);
}

static gboolean
close_request_cb (GtkWindow *window G_GNUC_UNUSED, QmState *state)
{
  qm_state_save (state);
  return FALSE;
}

static void
is_active_cb (QmWindow *window)
{
  if (gtk_window_is_active (GTK_WINDOW (window)))
    qm_document_come_to (qm_window_get_document (window));
}

/* --- Windows --- */

static void
add_hint (QmWindow *window, QmState *state)
{
  if (!qm_state_knows_hint (state))
    qm_window_add_below (window, qm_hint_new (qm_window_get_session (window), state));
}

static void
say_what_was_damaged (QmWindow *window, const QmState *state)
{
  const char *damaged = qm_state_get_damaged (state);
  g_autofree char *name = damaged != NULL ? g_filename_display_name (damaged) : NULL;
  g_autofree char *text = NULL;

  if (damaged == NULL)
    return;
  text =
      g_strdup_printf (_ ("The file with your bookmarks was damaged. What could be read is here; "
                          "the damaged file is kept as “%s”."),
                       name);
  qm_window_say (window, text, TRUE);
}

QmWindow *
qm_opening_open_window (GtkApplication *application, QmDocument *document)
{
  QmState *state = qm_opening_get_state (application);
  gboolean is_first = gtk_application_get_windows (application) == NULL;
  QmWindow *window = qm_window_new_with_document (application, document);
  QmSession *session = qm_window_get_session (window);

  qm_opening_accept_drops (window);
  qm_window_set_find_recent (window, qm_opening_find_recent);
  qm_window_set_show_text (window, qm_opening_show_new);
  qm_window_set_layout (window, qm_state_get_layout (state));
  g_signal_connect (window, "layout-changed", G_CALLBACK (layout_changed_cb), state);
  g_signal_connect (window, "close-request", G_CALLBACK (close_request_cb), state);
  g_signal_connect (window, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  if (is_first)
    say_what_was_damaged (window, state);
  if (is_first && session != NULL) {
    add_hint (window, state);
    g_signal_connect (window, "made-anew", G_CALLBACK (add_hint), state);
  }
  gtk_window_present (GTK_WINDOW (window));
  if (is_first)
    qm_opening_offer_drafts (window);
  return window;
}

char *
qm_opening_sum_up (QmDocument *document)
{
  const GPtrArray *problems = qm_document_get_problems (document);
  const QmProblem *problem = problems->len == 1 ? g_ptr_array_index (problems, 0) : NULL;
  g_autofree char *words = problem != NULL ? qm_problem_tell (problem) : NULL;

  if (problem == NULL || problem->line == 0)
    return g_strdup (qm_document_get_error (document)->message);
  /* Translators: the name of a file, a place in it, and a sentence of what is wrong there */
  return g_strdup_printf (_ ("“%s” is wrong at line %d, column %d. %s"),
                          qm_document_get_name (document), problem->line, problem->column, words);
}

/* --- What is shown --- */

void
qm_opening_show_built_in (GtkApplication *application)
{
  qm_opening_open_dataset (application, NULL, NULL);
}

void
qm_opening_show_new (GtkApplication *application, const QmIntake *intake)
{
  g_autoptr (QmDocument) document = qm_document_new_untitled (qm_opening_get_state (application));
  QmWindow *window = qm_opening_open_window (application, document);

  if (intake != NULL)
    qm_opening_show_text (application, window, intake);
}

void
qm_opening_show_cells (GtkApplication *application, const char *cells)
{
  g_autoptr (GBytes) bytes = g_bytes_new (cells, strlen (cells));

  qm_opening_show_table (application, _ ("Pasted table"), NULL, bytes);
}

void
qm_opening_show_last (GtkApplication *application)
{
  QmState *state = qm_opening_get_state (application);
  const char *last = qm_state_get_dataset (state, 0);
  g_autoptr (GFile) file =
      last != NULL && !g_str_equal (last, QM_STATE_BUILT_IN) ? g_file_new_for_uri (last) : NULL;
  g_autoptr (QmDocument) document = qm_document_new (file, state);

  if (qm_document_get_dataset (document) != NULL) {
    qm_opening_open_window (application, document);
  } else {
    g_autoptr (QmDocument) built_in = qm_document_new (NULL, state);
    g_autofree char *reason = qm_opening_sum_up (document);
    g_autofree char *text =
        g_strdup_printf (_ ("The dataset opened last cannot be shown: %s"), reason);

    qm_window_say (qm_opening_open_window (application, built_in), text, TRUE);
  }
}

void
qm_opening_open (GtkApplication *application, QmWindow *window, GFile *const *files, gsize n_files)
{
  for (gsize i = 0; i < n_files; i++)
    qm_opening_open_file (application, i == 0 ? window : NULL, files[i]);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (GtkWindow) window = data;

  if (file != NULL)
    qm_opening_open (gtk_window_get_application (window), QM_WINDOW (window), &file, 1);
}

/* The one that the reader is in, or NULL: a dialog of a window is none to open a file in. */
static QmWindow *
find_active (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  if (window != NULL && !QM_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return QM_IS_WINDOW (window) ? QM_WINDOW (window) : NULL;
}

void
qm_opening_open_here (GtkApplication *application, GFile *file)
{
  QmWindow *window = find_active (application);

  if (file != NULL)
    qm_opening_open_file (application, window, file);
  else
    qm_opening_open_dataset (application, window, NULL);
}

void
qm_opening_ask (GtkApplication *application, gboolean is_table)
{
  QmWindow *window = find_active (application);

  if (window != NULL)
    qm_file_chooser_open (GTK_WINDOW (window), is_table, chosen_cb, g_object_ref (window));
}

GPtrArray *
qm_opening_find_recent (GtkApplication *application)
{
  QmState *state = qm_opening_get_state (application);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  const char *key;

  for (guint i = 0; files->len < MAX_RECENT && (key = qm_state_get_dataset (state, i)) != NULL;
       i++) {
    g_autoptr (GFile) file = g_file_new_for_uri (key);

    if (!g_str_equal (key, QM_STATE_BUILT_IN) && qm_window_find (file) == NULL &&
        g_file_query_exists (file, NULL))
      g_ptr_array_add (files, g_steal_pointer (&file));
  }
  return files;
}

void
qm_opening_save (GtkApplication *application)
{
  qm_state_save (qm_opening_get_state (application));
}
