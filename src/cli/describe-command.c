/* quymo describe: a chart in words. */
#include "base/words.h"
#include "chart/view/author-view.h"
#include "cli/command.h"

#include "chart/words/description.h"

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *json = NULL, *path = NULL;
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &json,
      N_ ("Tell what this view shows: {\"chart\":\"industrial-share\",\"scale\":\"log\"}"),
      "JSON" },
    QM_COMMAND_DATASET (path),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    { 0 },
  };
  g_autoptr (QmDataset) dataset = NULL;
  g_auto (QmView) view = qm_view_default;
  g_autofree char *description = NULL;
  const QmChart *chart = NULL;
  QmViewedChart viewed;
  guint n_names;
  int status = QM_EXIT_OK;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;
  n_names = names != NULL ? g_strv_length (names) : 0;
  if (n_names > 1 || (n_names == 0 && json == NULL))
    return qm_command_misused (command, _ ("name one chart to describe"));

  dataset = qm_command_load (path);
  if (dataset == NULL)
    return QM_EXIT_FAILURE;
  if (n_names == 1) {
    chart = qm_command_find_chart (dataset, names[0]);
    if (chart == NULL)
      return QM_EXIT_FAILURE;
  }
  if (chart != NULL)
    qm_view_set (&view, qm_author_view (chart));
  if (json != NULL)
    status = qm_command_read_view (command, dataset, json, &chart, &view);
  if (status != QM_EXIT_OK)
    return status;

  viewed = qm_view_chart (&view, chart);
  description = qm_description (&viewed);
  qm_viewed_chart_clear (&viewed);
  g_print ("%s", description);
  return QM_EXIT_OK;
}

const QmCommand qm_describe_command = {
  .name = "describe",
  .arguments = "CHART",
  .summary = N_ ("Tell in words what a chart shows"),
  .run = run,
};
