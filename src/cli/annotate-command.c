/* quymo annotate: a text with the claims of a dataset marked in it, for an editor. */
#include "base/words.h"
#include "cli/command.h"

#include "annotate/annotate.h"
#include "export/write.h"

static int
annotate (const char *dataset_path, const char *text_path, const char *output,
          QmAnnotateFormat format, gboolean may_replace)
{
  g_autoptr (QmDataset) dataset = qm_command_load (dataset_path);
  g_autoptr (QmIntake) intake =
      dataset != NULL && text_path != NULL ? qm_command_read_text (text_path) : NULL;
  g_autoptr (QmArticle) article = intake != NULL ? qm_article_new (intake->text) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (dataset == NULL || (text_path != NULL && article == NULL))
    return QM_EXIT_FAILURE;
  bytes = qm_annotate (dataset, article, format, &error);
  if (bytes != NULL && article != NULL && qm_article_count_in (article, QM_FIGURE_CLAIM) == 0)
    qm_command_report (_ ("no claim of the dataset is quoted from this text"));
  if (bytes != NULL && qm_write_file (output, bytes, may_replace, &error))
    return QM_EXIT_OK;
  qm_command_report ("%s", error->message);
  return QM_EXIT_FAILURE;
}

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_autofree char *path = NULL, *output = NULL;
  g_auto (GStrv) texts = NULL;
  gboolean may_replace = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write that file"), "FILE" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &may_replace, N_ ("Replace a file that is there"), NULL },
    QM_COMMAND_DATASET (path),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &texts, NULL, NULL },
    { 0 },
  };
  QmAnnotateFormat format;
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;
  if (texts != NULL && texts[1] != NULL)
    return qm_command_misused (command, "%s", _ ("name one text at most"));
  if (output == NULL || !qm_annotate_find_format (output, &format))
    return qm_command_misused (command, "%s", _ ("name with -o a file that ends in .html or .odt"));
  return annotate (path, texts != NULL ? texts[0] : NULL, output, format, may_replace);
}

const QmCommand qm_annotate_command = {
  .name = "annotate",
  .arguments = "[TEXT] -o FILE",
  .summary = N_ ("Mark the claims of a dataset in the text that they are quoted from"),
  .run = run,
};
