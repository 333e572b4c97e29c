#include "app/files/restored.h"
#include "app/window/opening-private.h"
#include "base/file-kind.h"
#include "base/file.h"
#include "base/words.h"
#include "chart/view/view-json.h"
#include "export/restore.h"
#include "sheet/pasted.h"

#include <glib/gstdio.h>

void
qm_opening_show_text (GtkApplication *application, QmWindow *window, const QmIntake *intake)
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

/* In the window, or in a new one. What cannot be shown is said in a window that shows something
 * else, where a line is enough for it, and has a window of its own otherwise. The window that shows
 * the document, or NULL. */
static QmWindow *
show (GtkApplication *application, QmWindow *window, QmDocument *document)
{
  gboolean is_good = qm_document_get_dataset (document) != NULL;
  gboolean has_session = window != NULL && qm_window_get_session (window) != NULL;

  if (!is_good && has_session && qm_document_get_problems (document)->len <= 1) {
    g_autofree char *text = qm_opening_sum_up (document);

    qm_window_say (window, text, TRUE);
    return NULL;
  }
  /* What is not saved stays in its window. */
  if (window == NULL || (!is_good && has_session) || qm_window_is_modified (window))
    return qm_opening_open_window (application, document);
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
  QmWindow *open = place->file != NULL ? qm_window_find (place->file) : NULL;

  if (open != NULL)
    gtk_window_present (GTK_WINDOW (open));
  else
    show (place->application, window, document);
  g_application_release (G_APPLICATION (place->application));
  g_object_unref (place->application);
  g_clear_object (&place->file);
  g_weak_ref_clear (&place->window);
  g_free (place);
}

void
qm_opening_open_dataset (GtkApplication *application, QmWindow *window, GFile *file)
{
  Place *place = g_new0 (Place, 1);

  place->application = g_object_ref (application);
  place->file = file != NULL ? g_object_ref (file) : NULL;
  g_weak_ref_init (&place->window, window);
  g_application_hold (G_APPLICATION (application));
  qm_document_open (file, qm_opening_get_state (application), opened_cb, place);
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
    g_autoptr (QmDocument) built_in = qm_document_new (NULL, qm_opening_get_state (application));

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
      qm_opening_open_dataset (application, window, file);
    return;
  }
  if (is_of_another (window, &restored)) {
    g_autoptr (QmDocument) document =
        qm_document_new (restored.is_extract ? file : NULL, qm_opening_get_state (application));

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

void
qm_opening_show_table (GtkApplication *application, const char *name, const char *path,
                       GBytes *bytes)
{
  g_autoptr (QmDocument) document = qm_document_new_untitled (qm_opening_get_state (application));

  qm_window_read_table (qm_opening_open_window (application, document), name, path, bytes);
}

static void
read_table (GtkApplication *application, QmWindow *window, const char *path, GBytes *bytes)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (window == NULL || !qm_window_read_table (window, name, path, bytes))
    qm_opening_show_table (application, name, path, bytes);
}

/* In the window, or in a new one, where there is room for it. */
static void
say (GtkApplication *application, QmWindow *window, const char *text)
{
  if (window == NULL) {
    g_autoptr (QmDocument) document = qm_document_new_untitled (qm_opening_get_state (application));

    window = qm_opening_open_window (application, document);
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
    qm_opening_show_text (application, window, intake);
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

/* What cites a source has no figures of its own. */
static char *
explain_references (const char *path)
{
  static const char *const suffixes[] = { ".bib", ".ris", NULL };
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;

  if (path == NULL || !has_suffix (path, suffixes))
    return NULL;
  /* Translators: %s is the name of a file */
  return g_strdup_printf (
      _ ("“%s” is a file of references: it fills the form of a source, when it is dropped there"),
      name);
}

void
qm_opening_open_file (GtkApplication *application, QmWindow *window, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  QmWindow *open = qm_window_find (file);
  g_autofree char *sentence = explain (file);

  if (sentence == NULL)
    sentence = explain_references (path);
  if (open != NULL)
    gtk_window_present (GTK_WINDOW (open));
  else if (sentence != NULL)
    say (application, window, sentence);
  else if (path != NULL && (qm_intake_recognizes (path) || is_table (path)))
    read_file (application, window, path);
  else if (path != NULL && qm_restore_recognizes (path))
    open_picture (application, window, file, path);
  else
    qm_opening_open_dataset (application, window, file);
}
