#include "app/files/opening.h"

#include "app/files/file-chooser.h"
#include "app/files/restored.h"
#include "chart/chart.h"
#include "dataset/load.h"
#include "export/restore.h"

#include <glib/gi18n.h>

/* --- Dropping --- */

/* What is dragged out of a window of ours says nothing new to it. */
static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop)
{
  return gdk_drop_get_drag (drop) == NULL &&
         gdk_content_formats_match (gtk_drop_target_get_formats (target),
                                    gdk_drop_get_formats (drop));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x G_GNUC_UNUSED, double y G_GNUC_UNUSED)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

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
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}

/* --- Windows --- */

static QmWindow *
present (QmWindow *window)
{
  accept_drops (window);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* A drop has to end before its window does. */
static gboolean
destroy_cb (gpointer window)
{
  gtk_window_destroy (window);
  return G_SOURCE_REMOVE;
}

/* In the window, or in a new one that takes the place of one without charts. */
static QmWindow *
show (GtkApplication *application, QmWindow *window, QmDataset *dataset, const QmChart *chart,
      const QmView *view)
{
  gboolean has_charts = window != NULL && qm_window_get_session (window) != NULL;
  QmWindow *shown = has_charts ? window : qm_window_new (application, dataset);
  QmSession *session = qm_window_get_session (shown);

  if (dataset != qm_session_get_dataset (session))
    qm_session_begin (session, dataset, NULL);
  qm_session_show (session, chart, view);
  if (has_charts)
    return window;
  if (window != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, destroy_cb, g_object_ref (window), g_object_unref);
  return present (shown);
}

static char *
join_problems (GPtrArray *problems, const char *name, const GError *error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *line = qm_problem_to_string (g_ptr_array_index (problems, i), name);

    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
  }
  return g_strdup (text->len > 0 ? text->str : error->message);
}

/* A line is said in the window that there is, a list has a window of its own. */
static void
show_problems (GtkApplication *application, QmWindow *window, const char *path, const char *text)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : g_strdup ("");

  if (window != NULL && strchr (text, '\n') == NULL)
    qm_window_say (window, text, TRUE);
  else
    present (qm_window_new_with_problems (application, name, text));
}

/* --- Files --- */

/* path is NULL for the built-in dataset. */
static void
open_dataset (GtkApplication *application, QmWindow *window, const char *path)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (QmDataset) dataset = qm_dataset_load (path, qm_chart_forms (), problems, &error);

  if (dataset != NULL)
    show (application, window, dataset, &dataset->charts[0], &qm_view_default);
  else {
    g_autofree char *name = path != NULL ? g_filename_display_basename (path) : g_strdup ("");
    g_autofree char *text = join_problems (problems, name, error);

    show_problems (application, window, path, text);
  }
}

static void
open_picture (GtkApplication *application, QmWindow *window, const char *path)
{
  QmSession *session = window != NULL ? qm_window_get_session (window) : NULL;
  QmDataset *dataset = session != NULL ? qm_session_get_dataset (session) : NULL;
  g_auto (QmRestored) restored = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!qm_restored_read (&restored, path, dataset, &error)) {
    g_autofree char *name = g_filename_display_basename (path);

    text = g_strdup_printf ("%s: %s", name, error->message);
    show_problems (application, window, path, text);
    return;
  }
  window = show (application, window, restored.dataset, restored.chart, &restored.view);
  /* Translators: %s is the name of a chart */
  text = g_strdup_printf (restored.is_extract
                              ? _ ("“%s” is restored from the picture, which holds this chart only")
                              : _ ("“%s” is restored from the picture"),
                          qm_text_get (restored.chart->name));
  qm_window_say (window, text, FALSE);
}

void
qm_opening_show_built_in (GtkApplication *application)
{
  open_dataset (application, NULL, NULL);
}

void
qm_opening_open (GtkApplication *application, QmWindow *window, GFile *const *files, gsize n_files)
{
  for (gsize i = 0; i < n_files; i++) {
    g_autofree char *path = g_file_get_path (files[i]);
    g_autofree char *name = path != NULL ? g_strdup (path) : g_file_get_uri (files[i]);
    QmWindow *place = i == 0 ? window : NULL;

    if (path != NULL && qm_restore_recognizes (path))
      open_picture (application, place, path);
    else
      open_dataset (application, place, name);
  }
}

static void
chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (GtkWindow) window = data;

  if (file != NULL)
    qm_opening_open (gtk_window_get_application (window), QM_WINDOW (window), &file, 1);
}

void
qm_opening_ask (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  /* A dialog of a window is none to open a file in. */
  if (window != NULL && !QM_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (QM_IS_WINDOW (window))
    qm_file_chooser_open (window, chosen_cb, g_object_ref (window));
}
