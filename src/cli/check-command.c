/* quymo check: is a dataset file right? */
#include "base/words.h"
#include "chart/chart.h"
#include "chart/view/author-view.h"
#include "cli/command.h"
#include "dataset/advice.h"
#include "dataset/places.h"
#include "export/restore.h"

static void
print_contents (const QmDataset *dataset)
{
  int n_claims = (int) dataset->n_claims;
  int n_sources = (int) dataset->n_sources;
  int n_charts = (int) dataset->n_charts;
  g_autofree char *claims =
      g_strdup_printf (ngettext ("%d claim", "%d claims", n_claims), n_claims);
  g_autofree char *sources =
      g_strdup_printf (ngettext ("%d source", "%d sources", n_sources), n_sources);
  g_autofree char *charts =
      g_strdup_printf (ngettext ("%d chart", "%d charts", n_charts), n_charts);

  /* Translators: a file's name, and then "65 claims", "2 sources", "3 charts". */
  g_print (_ ("%s: %s, %s, %s: no problems\n"), dataset->name, claims, sources, charts);
}

/* "file:line:column" */
static char *
word_place (const QmDataset *dataset, const QmProblem *place)
{
  return place->line > 0 ? g_strdup_printf ("%s:%d:%d", dataset->name, place->line, place->column)
                         : g_strdup (dataset->name);
}

static void
print_line (const QmProblem *place)
{
  g_autofree char *line = qm_problem_show_line (place);

  if (line != NULL)
    g_printerr ("%s\n", line);
}

/* Apart from what scripts read. */
static void
print_advice (const QmDataset *dataset, const QmPlaces *places)
{
  g_autoptr (GPtrArray) advice = qm_dataset_advise (dataset);

  for (guint i = 0; i < advice->len; i++) {
    const QmAdvice *one = advice->pdata[i];
    QmProblem *place = qm_places_find (places, one->pointer);
    g_autofree char *where = word_place (dataset, place);

    /* Translators: a file's name and the place in it, and what might be meant otherwise there */
    g_printerr (_ ("%s: warning: %s\n"), where, one->sentence);
    print_line (place);
    qm_problem_free (place);
  }
}

/* As it is on a slide. */
static QmScene *
build_slide (const QmChart *chart)
{
  const QmCanvas slide = {
    .width = 1920, .height = 1080, .pixels_per_inch = 144, .theme = &qm_theme_light
  };

  return qm_chart_build (chart, qm_author_view (chart), &slide);
}

static gboolean
has_only_figures (const QmChart *chart)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      if (chart->panels[i].claims[j]->kind != QM_CLAIM_FIGURE)
        return FALSE;
  return TRUE;
}

/* Of so many that have no mark, and that have no name. */
static char *
word_limit (const QmChart *chart, guint n_others, guint n_names)
{
  const char *name = qm_text_get (chart->name);
  guint n_claims = (guint) qm_dataset_chart_count_claims (chart);

  if (n_others > 0 && !has_only_figures (chart))
    /* Translators: the name of a chart, how many figures, events and so on a slide has room for,
     * and how many there are
     */
    return g_strdup_printf (_ ("“%s” can show %u of its %u claims on a slide"), name,
                            n_claims - n_others, n_claims);
  if (n_others > 0)
    /* Translators: the name of a chart, how many figures a slide has room for, and how many there
     * are
     */
    return g_strdup_printf (_ ("“%s” can show %u of its %u figures on a slide"), name,
                            n_claims - n_others, n_claims);
  /* Translators: the name of a chart, and how many names have no room */
  return g_strdup_printf (ngettext ("“%s” has no room for %u name on a slide",
                                    "“%s” has no room for %u names on a slide", n_names),
                          name, n_names);
}

static void
print_limit (const QmDataset *dataset, const QmPlaces *places, gsize i, guint n_others,
             guint n_names)
{
  const QmChart *chart = &dataset->charts[i];
  g_autofree char *pointer = g_strdup_printf ("/charts/%zu", i);
  QmProblem *place = qm_places_find (places, pointer);
  g_autofree char *where = word_place (dataset, place);
  g_autofree char *limit = word_limit (chart, n_others, n_names);

  g_printerr (_ ("%s: warning: %s\n"), where, limit);
  print_line (place);
  qm_problem_free (place);
}

/* Of charts with more figures, or more names, than can be read on a slide. */
static void
print_limits (const QmDataset *dataset, const QmPlaces *places)
{
  for (gsize i = 0; i < dataset->n_charts; i++) {
    g_autoptr (QmScene) scene = build_slide (&dataset->charts[i]);
    guint n_others = 0, n_names = 0;
    gsize n_left_out;
    const QmLeftOut *left_out = qm_scene_get_left_out (scene, &n_left_out);

    for (gsize j = 0; j < n_left_out; j++) {
      n_others += left_out[j].kind == QM_LEFT_OUT_DATUM;
      n_names += left_out[j].kind == QM_LEFT_OUT_NAME;
    }
    if (n_others > 0 || n_names > 0)
      print_limit (dataset, places, i, n_others, n_names);
  }
}

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { 0 },
  };
  g_autoptr (GBytes) text = NULL;
  g_autoptr (QmPlaces) places = NULL;
  g_autoptr (QmDataset) dataset = NULL;
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;
  if (files == NULL || g_strv_length (files) != 1)
    return qm_command_misused (command, "%s", _ ("name one file to check"));

  if (qm_restore_recognizes (files[0])) {
    dataset = qm_command_load (files[0]);
    return dataset != NULL ? QM_EXIT_OK : QM_EXIT_FAILURE;
  }
  dataset = qm_command_load_with_text (files[0], &text);
  if (dataset == NULL)
    return QM_EXIT_FAILURE;

  places = qm_places_read (text);
  g_assert (places != NULL); /* what has been read can be read again */
  print_contents (dataset);
  print_advice (dataset, places);
  print_limits (dataset, places);
  return QM_EXIT_OK;
}

const QmCommand qm_check_command = {
  .name = "check",
  .arguments = "FILE",
  .summary = N_ ("Check a dataset file and print everything that is wrong in it"),
  .run = run,
};
