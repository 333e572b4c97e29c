/* quymo cite: claims and sources, to be copied into other programs. */
#include "base/nearest.h"
#include "base/words.h"
#include "cli/command.h"

#include "chart/words/cite.h"

static void
report_unknown (const QmDataset *dataset, const char *id)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  const char *nearest;

  for (gsize i = 0; i < dataset->n_claims; i++)
    g_ptr_array_add (known, (gpointer) dataset->claims[i].id);
  for (gsize i = 0; i < dataset->n_sources; i++)
    g_ptr_array_add (known, (gpointer) dataset->sources[i].id);

  nearest = qm_nearest_find (known, id);
  if (nearest != NULL)
    qm_command_report (_ ("%s has no claim or source “%s”; did you mean “%s”?"), dataset->name, id,
                       nearest);
  else
    qm_command_report (_ ("%s has no claim or source “%s”; “quymo list” has all of them"),
                       dataset->name, id);
}

/* A claim and a source may have the same id: then both are meant. FALSE, and reported, if neither
 * has. */
static gboolean
find_cited (const QmDataset *dataset, const char *id, GArray *cited)
{
  const QmCited claim = { .claim = qm_dataset_find_claim (dataset, id) };
  const QmCited source = { .source = qm_dataset_find_source (dataset, id) };

  if (claim.claim != NULL)
    g_array_append_val (cited, claim);
  if (source.source != NULL)
    g_array_append_val (cited, source);
  if (claim.claim != NULL || source.source != NULL)
    return TRUE;

  report_unknown (dataset, id);
  return FALSE;
}

/* Without ids all sources. FALSE, and every unknown id reported, if there is one. */
static gboolean
collect_cited (const QmDataset *dataset, const GStrv ids, GArray *cited)
{
  gboolean is_found = TRUE;

  for (gsize i = 0; ids == NULL && i < dataset->n_sources; i++) {
    const QmCited source = { .source = &dataset->sources[i] };

    g_array_append_val (cited, source);
  }
  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    is_found = find_cited (dataset, ids[i], cited) && is_found;
  return is_found;
}

static int
cite (const char *path, const GStrv ids, QmCiteStyle style)
{
  g_autoptr (GArray) cited = g_array_new (FALSE, FALSE, sizeof (QmCited));
  g_autoptr (QmDataset) dataset = qm_command_load (path);
  g_autofree char *text = NULL;

  if (dataset == NULL || !collect_cited (dataset, ids, cited))
    return QM_EXIT_FAILURE;

  text = qm_cite ((const QmCited *) cited->data, cited->len, style);
  g_print ("%s\n", text);
  return QM_EXIT_OK;
}

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_auto (GStrv) ids = NULL;
  g_autofree char *path = NULL, *style_id = NULL;
  gboolean is_all = FALSE;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &is_all, N_ ("Cite all sources"), NULL },
    { "style", 0, 0, G_OPTION_ARG_FILENAME, &style_id, N_ ("Write that style; else plain"),
      "plain|markdown|bibtex|csl-json|ris|apa|chicago|iso690" },
    QM_COMMAND_DATASET (path),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &ids, NULL, NULL },
    { 0 },
  };
  QmCiteStyle style = QM_CITE_PLAIN;
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;
  if (is_all && ids != NULL)
    return qm_command_misused (command, _ ("name claims and sources or give --all, not both"));
  if (!is_all && ids == NULL)
    return qm_command_misused (command, _ ("name claims or sources to cite, or give --all"));
  if (style_id != NULL && !qm_cite_style_find (style_id, &style))
    return qm_command_misused (
        command,
        _ ("there is no style “%s”: choose plain, markdown, bibtex, csl-json, ris, apa, "
           "chicago or iso690"),
        style_id);
  return cite (path, ids, style);
}

const QmCommand qm_cite_command = {
  .name = "cite",
  .arguments = "CLAIM|SOURCE… | --all",
  .summary = N_ ("Print claims and sources as text, for other programs, or as references"),
  .run = run,
};
