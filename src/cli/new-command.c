/* quymo new: a small dataset to start from. */
#include "base/words.h"
#include "cli/command.h"
#include "dataset/load.h"
#include "export/write.h"

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  gboolean may_replace = FALSE;
  const GOptionEntry entries[] = {
    { "force", 0, 0, G_OPTION_ARG_NONE, &may_replace, N_ ("Replace files that are there"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { 0 },
  };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;
  if (files == NULL || g_strv_length (files) != 1)
    return qm_command_misused (command, "%s", _ ("name the file to write"));

  bytes = qm_dataset_read_start (&error);
  if (bytes != NULL && qm_write_file (files[0], bytes, may_replace, &error))
    return QM_EXIT_OK;
  qm_command_report ("%s", error->message);
  return QM_EXIT_FAILURE;
}

const QmCommand qm_new_command = {
  .name = "new",
  .arguments = "FILE",
  .summary = N_ ("Write a small complete dataset to start from"),
  .run = run,
};
