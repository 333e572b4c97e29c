/* quymo check: is a dataset file right? */
#include "base/words.h"
#include "cli/command.h"
#include "dataset/advice.h"

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

/* Apart from what scripts read. */
static void
print_advice (const QmDataset *dataset)
{
  g_autoptr (GPtrArray) advice = qm_dataset_advise (dataset);

  for (guint i = 0; i < advice->len; i++)
    /* Translators: a file's name, and what might be meant otherwise in it */
    g_printerr (_ ("%s: warning: %s\n"), dataset->name, (const char *) advice->pdata[i]);
}

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { 0 },
  };
  g_autoptr (QmDataset) dataset = NULL;
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;
  if (files == NULL || g_strv_length (files) != 1)
    return qm_command_misused (command, "%s", _ ("name one file to check"));

  dataset = qm_command_load (files[0]);
  if (dataset == NULL)
    return QM_EXIT_FAILURE;

  print_contents (dataset);
  print_advice (dataset);
  return QM_EXIT_OK;
}

const QmCommand qm_check_command = {
  .name = "check",
  .arguments = "FILE",
  .summary = N_ ("Check a dataset file and print everything that is wrong in it"),
  .run = run,
};
