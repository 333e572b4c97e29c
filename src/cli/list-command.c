/* quymo list: the charts of a dataset, what each of them claims, and the sources. */
#include "base/words.h"
#include "cli/command.h"

#include "chart/words/cite.h"
#include "chart/words/wording.h"

static void
print_claim (const QmClaim *claim)
{
  g_autofree char *brief = qm_wording_claim_in_brief (claim);
  g_autofree char *citations = qm_wording_citations (claim, qm_wording_citation, "; ");

  g_print ("  %s: %s %s\n", claim->id, brief, citations);
}

static void
print_chart (const QmChart *chart, GHashTable *printed)
{
  g_print ("%s: %s\n", chart->id, qm_text_get (chart->name));
  g_print ("  %s\n", qm_text_get (chart->title));

  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++) {
      const QmClaim *claim = chart->panels[i].claims[j];

      print_claim (claim);
      g_hash_table_add (printed, (gpointer) claim);
    }
  g_print ("\n");
}

static void
print_claims_without_chart (const QmDataset *dataset, GHashTable *printed)
{
  if (g_hash_table_size (printed) == dataset->n_claims)
    return;

  g_print ("%s\n", _ ("Claims that no chart shows:"));
  for (gsize i = 0; i < dataset->n_claims; i++)
    if (!g_hash_table_contains (printed, &dataset->claims[i]))
      print_claim (&dataset->claims[i]);
  g_print ("\n");
}

static void
print_sources (const QmDataset *dataset)
{
  g_print ("%s\n", _ ("Sources:"));
  for (gsize i = 0; i < dataset->n_sources; i++) {
    const QmSource *source = &dataset->sources[i];
    g_autofree char *words = qm_cite_source (source, QM_CITE_PLAIN);

    g_print ("  %s: [%d] %s\n", source->id, source->number, words);
  }
}

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_auto (GStrv) others = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    QM_COMMAND_DATASET (path),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &others, NULL, NULL },
    { 0 },
  };
  g_autoptr (GHashTable) printed = g_hash_table_new (NULL, NULL);
  g_autoptr (QmDataset) dataset = NULL;
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;
  if (others != NULL)
    return qm_command_misused (
        command, _ ("“%s” has no place here: a dataset is given by --dataset"), others[0]);

  dataset = qm_command_load (path);
  if (dataset == NULL)
    return QM_EXIT_FAILURE;

  for (gsize i = 0; i < dataset->n_charts; i++)
    print_chart (&dataset->charts[i], printed);
  print_claims_without_chart (dataset, printed);
  print_sources (dataset);
  return QM_EXIT_OK;
}

const QmCommand qm_list_command = {
  .name = "list",
  .arguments = "[--dataset FILE]",
  .summary = N_ ("List the charts of a dataset, with what they claim and who says so"),
  .run = run,
};
