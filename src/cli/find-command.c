/* quymo find: what in a dataset has all of these words. */
#include "base/words.h"
#include "cli/command.h"

#include "search/search.h"

/* "" for a voice, which has none. */
static const char *
id_of (const QmSearchResult *result)
{
  switch (result->kind) {
  case QM_SEARCH_CHART:
    return result->chart->id;
  case QM_SEARCH_ENTITY:
    return result->entity->id;
  case QM_SEARCH_SOURCE:
    return result->source->id;
  case QM_SEARCH_CLAIM:
    return result->claim->id;
  case QM_SEARCH_VOICE:
    break;
  }
  return "";
}

static void
print_charts (const QmSearchResult *result)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  if (result->kind == QM_SEARCH_CHART)
    return;
  for (guint i = 0; i < result->charts->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            ((const QmChart *) result->charts->pdata[i])->id);
  if (ids->len == 0)
    g_print ("  %s\n", _ ("No chart shows it."));
  else
    /* Translators: followed by the names of charts */
    g_print (_ ("  Shown by: %s\n"), ids->str);
}

static void
print_result (const QmSearchResult *result)
{
  const char *id = id_of (result);

  g_print ("%s%s%s: %s\n", qm_search_kind_get_name (result->kind), *id != '\0' ? " " : "", id,
           result->title);
  g_print ("  %s\n", result->detail);
  print_charts (result);
}

static int
print_results (const QmDataset *dataset, const GPtrArray *results, const char *typed)
{
  if (results->len == 0) {
    qm_command_report (_ ("%s has nothing with the words “%s”"), dataset->name, typed);
    return QM_EXIT_FAILURE;
  }
  for (guint i = 0; i < results->len; i++)
    print_result (results->pdata[i]);
  return QM_EXIT_OK;
}

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    QM_COMMAND_DATASET (path),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
    { 0 },
  };
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (QmSearchIndex) index = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autofree char *typed = NULL, *text = NULL;
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;
  if (words == NULL)
    return qm_command_misused (command, "%s", _ ("name the words to find"));

  dataset = qm_command_load (path);
  if (dataset == NULL)
    return QM_EXIT_FAILURE;

  typed = g_strjoinv (" ", words);
  text = g_utf8_make_valid (typed, -1);
  index = qm_search_index_new (dataset);
  results = qm_search (index, text, G_MAXUINT, NULL);
  return print_results (dataset, results, text);
}

const QmCommand qm_find_command = {
  .name = "find",
  .arguments = "WORDS",
  .summary = N_ ("Find the charts, claims, entities and sources that have all of these words"),
  .run = run,
};
