#include "app/export-dialog/export-run.h"

#include "app/widgets/access.h"
#include "app/widgets/escape.h"
#include "base/words.h"

#include <string.h>

/* As many failures as the message bar has room for. */
#define MAX_TOLD 3

typedef struct {
  QmExportPlan *plan;
  GtkWindow *window;   /* a reference */
  GtkWindow *progress; /* a reference */
  GtkProgressBar *bar; /* (unowned) in progress */
  guint n_done;
} Run;

static gboolean done_cb (gpointer data);

/* On one of the pool's threads. */
static void
written_cb (gpointer run)
{
  g_idle_add (done_cb, run);
}

/* --- What became of them --- */

typedef enum { WRITTEN, SKIPPED, CANCELLED, FAILED, N_OUTCOMES } Outcome;

static Outcome
outcome_of (const QmExportJob *job)
{
  if (job->error == NULL)
    return WRITTEN;
  if (g_error_matches (job->error, G_FILE_ERROR, G_FILE_ERROR_EXIST))
    return SKIPPED;
  return g_error_matches (job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? CANCELLED : FAILED;
}

/* The only file that was written, or the folder of several; NULL where nothing was. */
static char *
find_written (const QmExportPlan *plan, guint n_written)
{
  for (guint i = 0; i < plan->jobs->len; i++) {
    const QmExportJob *job = plan->jobs->pdata[i];

    if (job->error == NULL)
      return n_written == 1 ? g_strdup (job->path) : g_path_get_dirname (job->path);
  }
  return NULL;
}

static void
append_failures (GString *text, const QmExportPlan *plan, guint n_failed)
{
  guint n_told = 0;

  g_string_append_printf (
      text, ngettext ("%u file could not be written:", "%u files could not be written:", n_failed),
      n_failed);
  for (guint i = 0; i < plan->jobs->len && n_told < MAX_TOLD; i++) {
    const QmExportJob *job = plan->jobs->pdata[i];
    g_autofree char *name = g_filename_display_basename (job->path);

    if (outcome_of (job) != FAILED)
      continue;
    n_told++;
    /* Most messages name the file themselves. */
    if (strstr (job->error->message, name) != NULL)
      g_string_append_printf (text, "\n%s", job->error->message);
    else
      g_string_append_printf (text, "\n%s: %s", name, job->error->message);
  }
  if (n_failed > n_told)
    g_string_append (text, "\n…");
}

static void
append_written (GString *text, const Run *run, guint n_written)
{
  const QmExportJob *first = run->plan->jobs->pdata[0];
  g_autofree char *folder = g_path_get_dirname (first->path);
  g_autofree char *shown = g_filename_display_name (folder);

  if (run->plan->jobs->len == 1 && n_written == 1) {
    g_autofree char *path = g_filename_display_name (first->path);

    /* Translators: %s is the path of the file just written */
    g_string_append_printf (text, _ ("Exported as %s"), path);
    return;
  }
  /* Translators: %s is the path of a folder */
  g_string_append_printf (text,
                          ngettext ("Exported %u file to %s", "Exported %u files to %s", n_written),
                          n_written, shown);
}

/* Returns text, where something may be told of more than one outcome. */
static GString *
begin_line (GString *text)
{
  return text->len > 0 ? g_string_append_c (text, '\n') : text;
}

static guint
count_warnings (const QmExportPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->jobs->len; i++) {
    const QmExportJob *job = plan->jobs->pdata[i];

    n += job->error == NULL ? g_strv_length (job->warnings) : 0;
  }
  return n;
}

/* What was written leaves something out. */
static void
append_warnings (GString *text, const QmExportPlan *plan)
{
  guint n_warnings = count_warnings (plan), n_told = 0;

  for (guint i = 0; i < plan->jobs->len; i++) {
    const QmExportJob *job = plan->jobs->pdata[i];
    g_autofree char *name = g_filename_display_basename (job->path);

    for (gsize j = 0; job->error == NULL && job->warnings[j] != NULL && n_told < MAX_TOLD; j++) {
      /* Translators: the name of a file, and a sentence on what it leaves out */
      g_string_append_printf (begin_line (text), _ ("%s: %s"), name, job->warnings[j]);
      n_told++;
    }
  }
  if (n_warnings > n_told)
    g_string_append (text, "\n…");
}

static void
tell (const Run *run)
{
  guint n[N_OUTCOMES] = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *written = NULL;

  for (guint i = 0; i < run->plan->jobs->len; i++)
    n[outcome_of (run->plan->jobs->pdata[i])]++;

  if (n[WRITTEN] > 0)
    append_written (text, run, n[WRITTEN]);
  if (n[SKIPPED] > 0)
    g_string_append_printf (begin_line (text),
                            ngettext ("%u file was there already and was left alone.",
                                      "%u files were there already and were left alone.",
                                      n[SKIPPED]),
                            n[SKIPPED]);
  if (n[FAILED] > 0)
    append_failures (begin_line (text), run->plan, n[FAILED]);
  else if (n[CANCELLED] > 0)
    g_string_append (begin_line (text), _ ("The export was cancelled."));
  append_warnings (text, run->plan);
  written = find_written (run->plan, n[WRITTEN]);
  gtk_widget_activate_action (GTK_WIDGET (run->window), "win.message-of-export", "(sbms)",
                              text->str, n[FAILED] > 0 || count_warnings (run->plan) > 0, written);
}

static void
finish (Run *run)
{
  qm_export_plan_wait (run->plan);
  gtk_window_destroy (run->progress);
  tell (run);

  g_object_unref (run->progress);
  g_object_unref (run->window);
  qm_export_plan_free (run->plan);
  g_free (run);
}

static gboolean
done_cb (gpointer data)
{
  Run *run = data;
  guint n_files = run->plan->jobs->len;

  run->n_done++;
  gtk_progress_bar_set_fraction (run->bar, (double) run->n_done / n_files);
  if (run->n_done == n_files)
    finish (run);
  return G_SOURCE_REMOVE;
}

/* --- The window that shows progress --- */

static gboolean
cancel_cb (Run *run)
{
  qm_export_plan_cancel (run->plan);
  return TRUE;
}

static void
show_progress (Run *run)
{
  guint n_files = run->plan->jobs->len;
  g_autofree char *text =
      g_strdup_printf (ngettext ("Exporting %u file…", "Exporting %u files…", n_files), n_files);
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/quymo/Quymo/export-progress.ui");

  run->progress = g_object_ref (GTK_WINDOW (gtk_builder_get_object (builder, "window")));
  run->bar = GTK_PROGRESS_BAR (gtk_builder_get_object (builder, "bar"));
  gtk_label_set_text (GTK_LABEL (gtk_builder_get_object (builder, "label")), text);
  qm_access_set_label (GTK_WIDGET (run->bar), text);
  gtk_window_set_transient_for (run->progress, run->window);
  g_signal_connect_swapped (run->progress, "close-request", G_CALLBACK (cancel_cb), run);
  qm_escape_closes (GTK_WIDGET (run->progress));
  gtk_window_present (run->progress);
}

void
qm_export_run (GtkWindow *window, QmExportPlan *plan)
{
  Run *run;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (plan->jobs->len > 0);

  run = g_new0 (Run, 1);
  run->plan = plan;
  run->window = g_object_ref (window);
  show_progress (run);
  qm_export_plan_start (plan, written_cb, run);
}
