/* quymo format: a dataset file laid out in one way, whoever wrote it. */
#include "base/words.h"
#include "cli/command.h"
#include "dataset/dataset-private.h"
#include "dataset/writer.h"
#include "export/write.h"

#include <string.h>

static char *
lay_out (const QmDataset *dataset)
{
  cJSON *json = cJSON_Duplicate (qm_dataset_get_json (dataset), TRUE);
  char *text;

  qm_writer_sort (json);
  text = qm_dataset_write (json);
  cJSON_Delete (json);
  return text;
}

static int
format_file (const char *path)
{
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (QmDataset) dataset = qm_command_load_with_text (path, &before);
  g_autoptr (GError) error = NULL;
  char *text;

  if (dataset == NULL)
    return QM_EXIT_FAILURE;
  text = lay_out (dataset);
  after = g_bytes_new_take (text, strlen (text));
  if (g_bytes_equal (before, after) || qm_write_file (path, after, TRUE, &error))
    return QM_EXIT_OK;
  qm_command_report ("%s", error->message);
  return QM_EXIT_FAILURE;
}

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { 0 },
  };
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;
  if (files == NULL || g_strv_length (files) != 1)
    return qm_command_misused (command, "%s", _ ("name one file to lay out"));
  return format_file (files[0]);
}

const QmCommand qm_format_command = {
  .name = "format",
  .arguments = "FILE",
  .summary =
      N_ ("Lay a dataset file out: its keys in one order, its lines as the window writes them"),
  .run = run,
};
