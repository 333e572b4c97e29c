/* quymo describe: a chart in words. */
#include "cli/command.h"

#include "chart/description.h"

#include <glib/gi18n.h>

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "dataset", 0, 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("Read that dataset instead of the built-in one"), "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    { 0 },
  };
  g_autoptr (QmDataset) dataset = NULL;
  g_autofree char *description = NULL;
  const QmChart *chart;
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;
  if (names == NULL || g_strv_length (names) != 1)
    return qm_command_misused (command, _ ("name one chart to describe"));

  dataset = qm_command_load (path);
  if (dataset == NULL)
    return QM_EXIT_FAILURE;
  chart = qm_command_find_chart (dataset, names[0]);
  if (chart == NULL)
    return QM_EXIT_FAILURE;

  description = qm_description (chart, &qm_view_default);
  g_print ("%s", description);
  return QM_EXIT_OK;
}

const QmCommand qm_describe_command = {
  .name = "describe",
  .arguments = "CHART",
  .summary = N_ ("Tell in words what a chart shows"),
  .run = run,
};
