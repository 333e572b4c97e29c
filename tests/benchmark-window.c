/* What the window asks of the processor for a dataset, in milliseconds, one line for each: until
 * its first picture is painted, for the longest that it then keeps the reader waiting, and for a
 * step of the pointer, of zoom, of undo and of typing, where such a step can be taken.
 * benchmark-claims.py runs it and compares.
 *
 *   benchmark-window [FILE [STEP]]    without FILE of the built-in dataset, without STEP all
 */
#define _POSIX_C_SOURCE 200809L /* the clocks */

#include "app/chart-view/chart-view.h"
#include "app/pages/claim-table.h"
#include "app/sidebar/search-pane.h"
#include "chart/view/view-offers.h"
#include "window-fixture.h"

#include <time.h>

#define N_STEPS 10

static double
get_used (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* What comes of a step. */
typedef struct {
  double all;
  double longest; /* during which nothing else can be done */
} Work;

/* Works until for so many milliseconds nothing more is due. */
static Work
finish (int quiet)
{
  gint64 last = g_get_monotonic_time ();
  Work work = { 0 };

  while (g_get_monotonic_time () < last + quiet * G_TIME_SPAN_MILLISECOND) {
    double before = get_used (CLOCK_THREAD_CPUTIME_ID), took;

    if (!g_main_context_iteration (NULL, FALSE)) {
      g_usleep (500);
      continue;
    }
    took = get_used (CLOCK_THREAD_CPUTIME_ID) - before;
    work.all += took;
    work.longest = MAX (work.longest, took);
    last = g_get_monotonic_time ();
  }
  return work;
}

/* --- Steps --- */

/* From mark to mark, all over the chart. */
static void
point (GtkWidget *window, guint step)
{
  GtkWidget *view = find_widget (window, QM_TYPE_CHART_VIEW);
  gsize n_marks;
  const QmMark *marks =
      qm_scene_get_marks (qm_chart_view_get_scene (QM_CHART_VIEW (view)), &n_marks);
  QmPoint at = qm_rect_centre (marks[n_marks * step / N_STEPS].bounds);

  g_signal_emit_by_name (find_motion (view), "motion", at.x, at.y);
}

/* The first chart with a time axis that has a part to come nearer to. */
static gboolean
begin_zoom (GtkWidget *window)
{
  QmSession *session = qm_window_get_session (QM_WINDOW (window));
  const QmDataset *dataset = qm_session_get_dataset (session);

  for (gsize i = 0; i < dataset->n_charts; i++) {
    if (qm_view_offers (&dataset->charts[i])->from.year != 0) {
      qm_session_show_chart (session, &dataset->charts[i]);
      return TRUE;
    }
  }
  return FALSE;
}

/* Nearer and away again. */
static void
zoom (GtkWidget *window, guint step)
{
  gtk_widget_activate_action (window, "view.zoom", "d", step % 2 == 0 ? 1.0 : -1.0);
}

static void
hide (GtkWidget *window, guint step)
{
  const QmChart *chart = qm_session_get_chart (qm_window_get_session (QM_WINDOW (window)));

  gtk_widget_activate_action (
      window, "view.hide", "s",
      chart->panels[0].claims[step % chart->panels[0].n_claims]->entity->id);
}

static void
highlight (GtkWidget *window, guint step)
{
  const QmChart *chart = qm_session_get_chart (qm_window_get_session (QM_WINDOW (window)));

  gtk_widget_activate_action (window, "view.highlight", "s",
                              chart->panels[0].claims[step % chart->panels[0].n_claims]->id);
}

static void
undo (GtkWidget *window, guint step G_GNUC_UNUSED)
{
  gtk_widget_activate_action (window, "win.undo", NULL);
}

/* A letter more, which all claims have: what stays in sight is not laid out anew, which takes GTK
 * as long for a few hundred rows as for thousands. */
static void
type_into (gpointer entry, guint step)
{
  static const char text[] = "statement 7";
  int end = -1;

  gtk_editable_insert_text (GTK_EDITABLE (entry), text + step, 1, &end);
}

static void
type (GtkWidget *window, guint step)
{
  type_into (find_widget (find_widget (window, QM_TYPE_SEARCH_PANE), GTK_TYPE_SEARCH_ENTRY), step);
}

static gboolean
begin_filter (GtkWidget *window)
{
  gtk_widget_activate_action (window, "win.page", "s", "table");
  return TRUE;
}

/* In the table of claims. */
static void
filter (GtkWidget *window, guint step)
{
  GtkWidget *table = find_widget (window, QM_TYPE_CLAIM_TABLE);

  type_into (gtk_widget_get_template_child (table, QM_TYPE_CLAIM_TABLE, "filter"), step);
}

typedef struct {
  const char *name;
  void (*take) (GtkWidget *window, guint step);
  int quiet; /* ms, longer than anything that comes of it waits: finish() */
  gboolean (*begin) (GtkWidget *window); /* or NULL; FALSE: there is no such step */
} Step;

static const Step steps[] = {
  { "point", point, 100, NULL },
  { "highlight", highlight, 1500, NULL },
  { "hide", hide, 1500, NULL },
  { "undo", undo, 1500, NULL },
  { "zoom", zoom, 1500, begin_zoom },
  { "type", type, 1500, NULL },
  { "filter", filter, 1500, begin_filter },
};

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const double *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

static void
measure (GtkWidget *window, const Step *step)
{
  double all[N_STEPS], longest = 0;

  if (step->begin != NULL && !step->begin (window))
    return;
  finish (step->quiet);
  for (guint i = 0; i < N_STEPS; i++) {
    double before = get_used (CLOCK_THREAD_CPUTIME_ID), took;
    Work work;

    step->take (window, i);
    took = get_used (CLOCK_THREAD_CPUTIME_ID) - before;
    work = finish (step->quiet);
    all[i] = took + work.all;
    longest = MAX (longest, MAX (took, work.longest));
  }
  qsort (all, N_STEPS, sizeof all[0], compare_numbers);
  g_print ("%s %.1f\n%s-longest %.1f\n", step->name, all[N_STEPS / 2], step->name, longest);
}

int
main (int argc, char **argv)
{
  QmDataset *dataset;
  GtkWidget *window;

  init_window_tests (&argc, &argv);
  dataset = load_dataset (argc > 1 ? argv[1] : NULL);
  window = GTK_WIDGET (qm_window_new (NULL, dataset));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_print ("open %.1f\n", get_used (CLOCK_PROCESS_CPUTIME_ID));
  g_print ("open-longest %.1f\n", finish (500).longest);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (argc < 3 || g_str_equal (argv[2], steps[i].name))
      measure (window, &steps[i]);

  gtk_window_destroy (GTK_WINDOW (window));
  finish (100);
  qm_dataset_unref (dataset);
  return 0;
}
