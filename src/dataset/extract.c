#include "dataset/extract.h"

#include "dataset/dataset-private.h"

/* Which parts of the dataset are taken over: sets of pointers into it. */
typedef struct {
  const QmDataset *dataset;
  GHashTable *claims, *entities, *measures;
  int last_source; /* the number of the last source cited */
} Needs;

static void
need_entity (Needs *needs, const QmEntity *entity)
{
  for (; entity != NULL; entity = entity->part_of)
    g_hash_table_add (needs->entities, (gpointer) entity);
}

static void
need_claim (Needs *needs, const QmClaim *claim)
{
  if (!g_hash_table_add (needs->claims, (gpointer) claim))
    return;

  need_entity (needs, claim->entity);
  need_entity (needs, claim->to_entity);
  for (gsize i = 0; i < claim->n_above; i++)
    need_entity (needs, claim->above[i]);
  if (claim->measure != NULL)
    g_hash_table_add (needs->measures, (gpointer) claim->measure);
  for (gsize i = 0; i < claim->n_citations; i++)
    needs->last_source = MAX (needs->last_source, claim->citations[i].source->number);
  for (gsize i = 0; claim->derivation != NULL && i < claim->derivation->n_operands; i++)
    if (claim->derivation->operands[i].claim != NULL)
      need_claim (needs, claim->derivation->operands[i].claim);
}

/* A file has at least one claim and one measure, also where the chart shows nothing but events. */
static void
need_something (Needs *needs)
{
  for (gsize i = 0; i < needs->dataset->n_claims && g_hash_table_size (needs->measures) == 0; i++)
    if (needs->dataset->claims[i].measure != NULL)
      need_claim (needs, &needs->dataset->claims[i]);
}

static void
need_about (Needs *needs, const QmText *text)
{
  gsize n;
  const QmEntity *const *about = qm_text_get_about (text, &n);

  for (gsize i = 0; i < n; i++)
    need_entity (needs, about[i]);
}

static void
need_chart (Needs *needs, const QmChart *chart)
{
  for (gsize i = 0; i < chart->n_panels; i++) {
    need_about (needs, chart->panels[i].subtitle);
    need_about (needs, chart->panels[i].note);
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      need_claim (needs, chart->panels[i].claims[j]);
  }
  need_about (needs, chart->subtitle);
  need_about (needs, chart->note);
  need_something (needs);
}

/* The section's elements that are needed: the i-th is the element at that place in array. */
static void
add_section (cJSON *extract, const cJSON *json, const char *name, GHashTable *needed,
             const void *array, gsize element_size)
{
  cJSON *section = cJSON_CreateArray (), *element;
  const char *place = array;

  cJSON_ArrayForEach (element, cJSON_GetObjectItemCaseSensitive (json, name)) {
    if (g_hash_table_contains (needed, place))
      cJSON_AddItemReferenceToArray (section, element);
    place += element_size;
  }

  if (cJSON_GetArraySize (section) > 0)
    cJSON_AddItemToObject (extract, name, section);
  else
    cJSON_Delete (section);
}

/* The sources' numbers are their places in the file: those before the last one needed stay. */
static void
add_sources (cJSON *extract, const cJSON *json, int last)
{
  cJSON *section = cJSON_AddArrayToObject (extract, "sources"), *source;
  int number = 0;

  cJSON_ArrayForEach (source, cJSON_GetObjectItemCaseSensitive (json, "sources")) {
    if (++number <= last)
      cJSON_AddItemReferenceToArray (section, source);
  }
}

static void
add_chart (cJSON *extract, const cJSON *json, gsize index)
{
  cJSON *section = cJSON_AddArrayToObject (extract, "charts");
  const cJSON *charts = cJSON_GetObjectItemCaseSensitive (json, "charts");

  cJSON_AddItemReferenceToArray (section, cJSON_GetArrayItem (charts, (int) index));
}

static char *
print (const Needs *needs, const QmChart *chart)
{
  const QmDataset *dataset = needs->dataset;
  const cJSON *json = qm_dataset_get_json (dataset);
  gsize n_figures = (gsize) cJSON_GetArraySize (cJSON_GetObjectItemCaseSensitive (json, "claims"));
  cJSON *extract = cJSON_CreateObject ();
  char *printed, *text;

  cJSON_AddNumberToObject (extract, "quymo", 1);
  cJSON_AddItemReferenceToObject (extract, "title",
                                  cJSON_GetObjectItemCaseSensitive (json, "title"));
  add_sources (extract, json, needs->last_source);
  add_section (extract, json, "entities", needs->entities, dataset->entities, sizeof (QmEntity));
  add_section (extract, json, "measures", needs->measures, dataset->measures, sizeof (QmMeasure));
  add_section (extract, json, "claims", needs->claims, dataset->claims, sizeof (QmClaim));
  add_section (extract, json, "events", needs->claims, dataset->claims + n_figures,
               sizeof (QmClaim));
  add_chart (extract, json, (gsize) (chart - dataset->charts));

  printed = cJSON_PrintUnformatted (extract);
  text = g_strdup (printed);
  cJSON_free (printed);
  cJSON_Delete (extract);
  return text;
}

char *
qm_dataset_extract (const QmDataset *dataset, const QmChart *chart)
{
  g_autoptr (GHashTable) claims = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) entities = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) measures = g_hash_table_new (NULL, NULL);
  Needs needs = {
    .dataset = dataset, .claims = claims, .entities = entities, .measures = measures
  };

  need_chart (&needs, chart);
  return print (&needs, chart);
}
