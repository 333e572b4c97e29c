#include "app/window/opening.h"

#include "app/files/draft.h"
#include "app/files/file-chooser.h"
#include "app/files/hint.h"
#include "app/files/restored.h"
#include "app/widgets/question.h"
#include "base/file-kind.h"
#include "base/file.h"
#include "base/words.h"
#include "chart/view/view-json.h"
#include "export/restore.h"
#include "sheet/pasted.h"

#include <glib/gstdio.h>
#include <string.h>

/* What is known of all datasets is kept with the application under that name. */
#define STATE "quymo-state"

/* More are not looked for. */
#define MAX_RECENT 8

/* --- Texts --- */

/* In the window, or in a new one where that shows what is not the reader's own. */
static void
show_text (GtkApplication *application, QmWindow *window, const QmIntake *intake)
{
  g_autofree char *text = NULL;

  if (window == NULL || !qm_window_read_text (window, intake)) {
    qm_opening_show_new (application, intake);
    return;
  }
  if (intake->encoding == NULL)
    return;
  /* Translators: %s is the name of an encoding, such as windows-1258 */
  text = g_strdup_printf (_ ("The text is not in UTF-8: it is read as %s"), intake->encoding);
  qm_window_say (window, text, FALSE);
}

/* --- Dropping --- */

/* What is dragged out of a window of ours says nothing new to it. */
static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop)
{
  return gdk_drop_get_drag (drop) == NULL &&
         gdk_content_formats_match (gtk_drop_target_get_formats (target),
                                    gdk_drop_get_formats (drop));
}

/* A text, or cells. */
static void
take_dropped (QmWindow *window, const char *text)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  if (!qm_pasted_is_table (text)) {
    g_autoptr (QmIntake) intake = qm_intake_new (text);

    show_text (application, window, intake);
  } else if (!qm_window_read_table (window, _ ("Pasted table"), NULL, bytes)) {
    qm_opening_show_cells (application, text);
  }
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x G_GNUC_UNUSED, double y G_GNUC_UNUSED)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  if (G_VALUE_HOLDS_STRING (value)) {
    take_dropped (QM_WINDOW (window), g_value_get_string (value));
    return TRUE;
  }
  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    g_ptr_array_add (files, g_value_get_object (value));
  else {
    g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

    for (GSList *next = list; next != NULL; next = next->next)
      g_ptr_array_add (files, next->data);
  }
  if (files->len == 0)
    return FALSE;

  qm_opening_open (gtk_window_get_application (GTK_WINDOW (window)), QM_WINDOW (window),
                   (GFile **) files->pdata, files->len);
  return TRUE;
}

static void
accept_drops (QmWindow *window)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}

/* --- What was left --- */

/* Read when it is first asked for, and the same for all windows. */
static QmState *
state_of (GtkApplication *application)
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
  const char *kept = qm_state_get_kept (state);
  g_autofree char *name = kept != NULL ? g_filename_display_name (kept) : NULL;
  g_autofree char *text = NULL;

  if (kept == NULL)
    return;
  text =
      g_strdup_printf (_ ("The file with your bookmarks was damaged. What could be read is here; "
                          "the damaged file is kept as “%s”."),
                       name);
  qm_window_say (window, text, TRUE);
}

static QmWindow *open_window (GtkApplication *application, QmDocument *document);

enum { DISCARD, RESTORE };

/* Where the file is open already it is shown with what was not saved of it. */
static void
restore_draft (GtkApplication *application, const char *path)
{
  g_autoptr (QmDocument) document = qm_document_new_from_draft (path, state_of (application));

  if (document == NULL)
    return;
  for (GList *next = gtk_application_get_windows (application); next != NULL; next = next->next) {
    QmDocument *other = QM_IS_WINDOW (next->data) ? qm_window_get_document (next->data) : NULL;

    if (other != NULL && qm_document_is_like (document, other)) {
      qm_window_set_document (next->data, document);
      return;
    }
  }
  open_window (application, document);
}

static void
drafts_answered_cb (GtkWindow *window, guint answer)
{
  GtkApplication *application = gtk_window_get_application (window);
  g_autoptr (GPtrArray) drafts = qm_draft_find_left ();

  for (guint i = 0; i < drafts->len; i++)
    if (answer == RESTORE)
      restore_draft (application, drafts->pdata[i]);
    else
      g_unlink (drafts->pdata[i]);
}

/* After a crash. Whoever does not answer is asked again the next time. */
static void
offer_drafts (QmWindow *window)
{
  const QmAnswer answers[] = {
    [DISCARD] = { _ ("_Discard"), "destructive-action" },
    [RESTORE] = { _ ("_Restore"), "suggested-action" },
  };
  g_autoptr (GPtrArray) drafts = qm_draft_find_left ();

  if (drafts->len > 0)
    qm_question_ask (GTK_WINDOW (window), _ ("Restore what was not saved?"),
                     ngettext ("The last time, the program ended before a dataset was saved.",
                               "The last time, the program ended before some datasets were saved.",
                               drafts->len),
                     answers, G_N_ELEMENTS (answers), drafts_answered_cb);
}

static QmWindow *
open_window (GtkApplication *application, QmDocument *document)
{
  QmState *state = state_of (application);
  gboolean is_first = gtk_application_get_windows (application) == NULL;
  QmWindow *window = qm_window_new_with_document (application, document);
  QmSession *session = qm_window_get_session (window);

  accept_drops (window);
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
    offer_drafts (window);
  return window;
}

/* The window in which the file is open, or NULL. */
static GtkWindow *
find_window (GtkApplication *application, GFile *file)
{
  for (GList *next = gtk_application_get_windows (application); next != NULL; next = next->next) {
    QmDocument *document = QM_IS_WINDOW (next->data) ? qm_window_get_document (next->data) : NULL;

    if (document != NULL && qm_document_is_of (document, file))
      return next->data;
  }
  return NULL;
}

/* The only problem, or how many there are. */
static char *
sum_up (QmDocument *document)
{
  const GPtrArray *problems = qm_document_get_problems (document);

  return problems->len == 1 ? qm_problem_to_string (g_ptr_array_index (problems, 0),
                                                    qm_document_get_name (document))
                            : g_strdup (qm_document_get_error (document)->message);
}

/* --- Files --- */

/* In the window, or in a new one. What cannot be shown is said in a window that shows something
 * else, where a line is enough for it, and has a window of its own otherwise. The window that shows
 * the document, or NULL. */
static QmWindow *
show (GtkApplication *application, QmWindow *window, QmDocument *document)
{
  gboolean is_good = qm_document_get_dataset (document) != NULL;
  gboolean has_session = window != NULL && qm_window_get_session (window) != NULL;

  if (!is_good && has_session && qm_document_get_problems (document)->len <= 1) {
    g_autofree char *text = sum_up (document);

    qm_window_say (window, text, TRUE);
    return NULL;
  }
  /* What is not saved stays in its window. */
  if (window == NULL || (!is_good && has_session) || qm_window_is_modified (window))
    return open_window (application, document);
  qm_window_set_document (window, document);
  return window;
}

/* Where a file is shown once it is read. */
typedef struct {
  GtkApplication *application; /* a reference, and held */
  GFile *file;                 /* NULL: the built-in dataset */
  GWeakRef window;
} Place;

static void
opened_cb (QmDocument *document, gpointer data)
{
  Place *place = data;
  g_autoptr (QmWindow) window = g_weak_ref_get (&place->window);
  /* Who does not wait may have asked twice. */
  GtkWindow *open = place->file != NULL ? find_window (place->application, place->file) : NULL;

  if (open != NULL)
    gtk_window_present (open);
  else
    show (place->application, window, document);
  g_application_release (G_APPLICATION (place->application));
  g_object_unref (place->application);
  g_clear_object (&place->file);
  g_weak_ref_clear (&place->window);
  g_free (place);
}

static void
open_dataset (GtkApplication *application, QmWindow *window, GFile *file)
{
  Place *place = g_new0 (Place, 1);

  place->application = g_object_ref (application);
  place->file = file != NULL ? g_object_ref (file) : NULL;
  g_weak_ref_init (&place->window, window);
  g_application_hold (G_APPLICATION (application));
  qm_document_open (file, state_of (application), opened_cb, place);
}

/* FALSE if what is restored from a picture is in the dataset that the window shows already. */
static gboolean
is_of_another (QmWindow *window, const QmRestored *restored)
{
  QmSession *session = window != NULL ? qm_window_get_session (window) : NULL;

  return session == NULL || qm_session_get_dataset (session) != restored->dataset;
}

/* The restored chart and view, in whatever version of their dataset the window has. */
static void
go_to_restored (QmWindow *window, const QmRestored *restored)
{
  QmSession *session = qm_window_get_session (window);
  g_autofree char *json = qm_view_to_json (restored->chart, &restored->view);
  g_auto (QmView) view = qm_view_default;
  const QmChart *chart = NULL;
  /* Translators: %s is the name of a chart */
  g_autofree char *text = g_strdup_printf (
      restored->is_extract ? _ ("“%s” is restored from the picture, which holds this chart only")
                           : _ ("“%s” is restored from the picture"),
      qm_text_get (restored->chart->name));

  if (qm_view_adapt_json (qm_session_get_dataset (session), json, &chart, &view))
    qm_session_show (session, chart, &view);
  if (qm_session_can_undo (session))
    qm_window_say_step (window, text);
  else
    qm_window_say (window, text, FALSE);
}

/* In a window with a dataset, where there may be that chart. */
static void
search_what_is_left (GtkApplication *application, QmWindow *window, const char *path,
                     const char *title)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: the name of a file and the title of a chart */
  g_autofree char *text = g_strdup_printf (
      _ ("“%s” carries no chart: Quymo did not write it, or another program has removed what Quymo "
         "wrote into it. Its title, “%s”, is searched for."),
      name, title);

  if (window == NULL || qm_window_get_session (window) == NULL) {
    g_autoptr (QmDocument) built_in = qm_document_new (NULL, state_of (application));

    window = show (application, window, built_in);
  }
  qm_window_say (window, text, TRUE);
  qm_window_search (window, title);
}

static void
open_picture (GtkApplication *application, QmWindow *window, GFile *file, const char *path)
{
  QmSession *session = window != NULL ? qm_window_get_session (window) : NULL;
  QmDataset *dataset = session != NULL ? qm_session_get_dataset (session) : NULL;
  g_auto (QmRestored) restored = { 0 };

  if (!qm_restored_read (&restored, path, dataset, NULL)) {
    g_autofree char *title = qm_restore_find_title (path);

    if (title != NULL)
      search_what_is_left (application, window, path, title);
    else
      open_dataset (application, window, file);
    return;
  }
  if (is_of_another (window, &restored)) {
    g_autoptr (QmDocument) document =
        qm_document_new (restored.is_extract ? file : NULL, state_of (application));

    window = show (application, window, document);
  }
  if (window != NULL && qm_window_get_session (window) != NULL)
    go_to_restored (window, &restored);
}

/* By their names: what is in them may be anything. */
static gboolean
has_suffix (const char *path, const char *const *suffixes)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (; *suffixes != NULL; suffixes++)
    if (g_str_has_suffix (small, *suffixes))
      return TRUE;
  return FALSE;
}

static gboolean
is_table (const char *path)
{
  static const char *const suffixes[] = { ".csv", ".tsv", ".tab", NULL };

  return has_suffix (path, suffixes);
}

static void
show_new_table (GtkApplication *application, const char *name, const char *path, GBytes *bytes)
{
  g_autoptr (QmDocument) document = qm_document_new_untitled (state_of (application));

  qm_window_read_table (open_window (application, document), name, path, bytes);
}

static void
read_table (GtkApplication *application, QmWindow *window, const char *path, GBytes *bytes)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (window == NULL || !qm_window_read_table (window, name, path, bytes))
    show_new_table (application, name, path, bytes);
}

/* In the window, or in a new one, where there is room for it. */
static void
say (GtkApplication *application, QmWindow *window, const char *text)
{
  if (window == NULL) {
    g_autoptr (QmDocument) document = qm_document_new_untitled (state_of (application));

    window = open_window (application, document);
  }
  qm_window_say (window, text, TRUE);
}

/* A table, or a text that may be one. */
static void
read_file (GtkApplication *application, QmWindow *window, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qm_file_read (path, QM_FILE_MAX_LENGTH, &error);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (QmIntake) intake = NULL;

  if (bytes != NULL && is_table (path)) {
    read_table (application, window, path, bytes);
    return;
  }
  if (bytes != NULL)
    intake = qm_intake_read (name, bytes, &error);
  if (intake == NULL)
    say (application, window, error->message);
  else if (intake->is_plain && qm_pasted_is_table (intake->text))
    read_table (application, window, path, bytes);
  else
    show_text (application, window, intake);
}

/* What a file is that nothing can be made of here, and what would work; NULL for any other. */
static char *
explain (GFile *file_there)
{
  g_autofree char *path = g_file_get_path (file_there);
  g_autofree char *uri = g_file_get_uri (file_there);
  g_autofree char *name =
      path != NULL ? g_filename_display_basename (path) : g_filename_display_name (uri);
  g_autoptr (GError) error = NULL;
  char bytes[QM_FILE_KIND_LENGTH];
  FILE *file;
  gsize n;

  if (path == NULL || g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_autoptr (GBytes) nothing = qm_file_read (path != NULL ? path : uri, 0, &error);

    return g_strdup (error->message);
  }
  if (qm_restore_recognizes (path) || qm_intake_recognizes (path) ||
      !g_file_test (path, G_FILE_TEST_IS_REGULAR) || (file = g_fopen (path, "rb")) == NULL)
    return NULL;
  n = fread (bytes, 1, sizeof bytes, file);
  fclose (file);
  return qm_file_kind_explain (name, bytes, n);
}

static void
open_file (GtkApplication *application, QmWindow *window, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  GtkWindow *open = find_window (application, file);
  g_autofree char *sentence = explain (file);

  if (open != NULL)
    gtk_window_present (open);
  else if (sentence != NULL)
    say (application, window, sentence);
  else if (path != NULL && (qm_intake_recognizes (path) || is_table (path)))
    read_file (application, window, path);
  else if (path != NULL && qm_restore_recognizes (path))
    open_picture (application, window, file, path);
  else
    open_dataset (application, window, file);
}

void
qm_opening_show_built_in (GtkApplication *application)
{
  open_dataset (application, NULL, NULL);
}

void
qm_opening_show_new (GtkApplication *application, const QmIntake *intake)
{
  g_autoptr (QmDocument) document = qm_document_new_untitled (state_of (application));
  QmWindow *window = open_window (application, document);

  if (intake != NULL)
    show_text (application, window, intake);
}

void
qm_opening_show_cells (GtkApplication *application, const char *cells)
{
  g_autoptr (GBytes) bytes = g_bytes_new (cells, strlen (cells));

  show_new_table (application, _ ("Pasted table"), NULL, bytes);
}

void
qm_opening_show_last (GtkApplication *application)
{
  QmState *state = state_of (application);
  const char *last = qm_state_get_dataset (state, 0);
  g_autoptr (GFile) file =
      last != NULL && !g_str_equal (last, QM_STATE_BUILT_IN) ? g_file_new_for_uri (last) : NULL;
  g_autoptr (QmDocument) document = qm_document_new (file, state);

  if (qm_document_get_dataset (document) != NULL) {
    open_window (application, document);
  } else {
    g_autoptr (QmDocument) built_in = qm_document_new (NULL, state);
    g_autofree char *reason = sum_up (document);
    g_autofree char *text =
        g_strdup_printf (_ ("The dataset opened last cannot be shown: %s"), reason);

    qm_window_say (open_window (application, built_in), text, TRUE);
  }
}

void
qm_opening_open (GtkApplication *application, QmWindow *window, GFile *const *files, gsize n_files)
{
  for (gsize i = 0; i < n_files; i++)
    open_file (application, i == 0 ? window : NULL, files[i]);
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
    open_file (application, window, file);
  else
    open_dataset (application, window, NULL);
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
  QmState *state = state_of (application);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  const char *key;

  for (guint i = 0; files->len < MAX_RECENT && (key = qm_state_get_dataset (state, i)) != NULL;
       i++) {
    g_autoptr (GFile) file = g_file_new_for_uri (key);

    if (!g_str_equal (key, QM_STATE_BUILT_IN) && find_window (application, file) == NULL &&
        g_file_query_exists (file, NULL))
      g_ptr_array_add (files, g_steal_pointer (&file));
  }
  return files;
}

void
qm_opening_save (GtkApplication *application)
{
  qm_state_save (state_of (application));
}
