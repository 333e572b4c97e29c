#include "dataset/extract.h"

#include "dataset/dataset-private.h"
#include "dataset/elements.h"
#include "dataset/tables.h"
#include "dataset/writer.h"

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
  if (claim->superseded_by != NULL)
    need_claim (needs, claim->superseded_by);
  for (gsize i = 0; i < claim->n_disagreeing; i++)
    need_claim (needs, claim->disagreeing[i]);
  for (gsize i = 0; i < claim->n_figures; i++)
    need_claim (needs, claim->figures[i]);
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

/* With the colours that the dataset gave them: among fewer, they would get others. */
static void
add_entities (cJSON *extract, const cJSON *json, const Needs *needs)
{
  cJSON *section = cJSON_CreateArray (), *entity;
  const QmEntity *known = needs->dataset->entities;

  cJSON_ArrayForEach (entity, cJSON_GetObjectItemCaseSensitive (json, "entities")) {
    if (g_hash_table_contains (needs->entities, known)) {
      cJSON *copy = cJSON_Duplicate (entity, TRUE);

      if ((known->part_of == NULL || known->identity != known->part_of->identity) &&
          !cJSON_HasObjectItem (copy, "color"))
        cJSON_AddStringToObject (copy, "color", qm_elements_color_name (known));
      cJSON_AddItemToArray (section, copy);
    }
    known++;
  }
  if (section->child != NULL)
    cJSON_AddItemToObject (extract, "entities", section);
  else
    cJSON_Delete (section);
}

/* Which of the tables' values are needed, with their rows and columns. */
typedef struct {
  const Needs *needs;
  const QmClaim *figures; /* those of the tables */
  GHashTable *nodes;
} TableNeeds;

static void
need_value (const cJSON *table, const cJSON *row, const cJSON *column, const cJSON *value,
            gsize index, gpointer data)
{
  TableNeeds *self = data;
  const cJSON *nodes[] = { table, row, column, value };

  if (!g_hash_table_contains (self->needs->claims, &self->figures[index]))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (nodes); i++)
    g_hash_table_add (self->nodes, (gpointer) nodes[i]);
}

static cJSON *
cut_row (const TableNeeds *self, const cJSON *row, const cJSON *columns)
{
  cJSON *cut = cJSON_CreateObject (), *values = cJSON_CreateArray ();
  const cJSON *child, *value, *column = columns->child;

  cJSON_ArrayForEach (child, row)
    if (!g_str_equal (child->string, "values"))
      cJSON_AddItemReferenceToObject (cut, child->string, (cJSON *) child);
  cJSON_ArrayForEach (value, cJSON_GetObjectItemCaseSensitive (row, "values")) {
    if (g_hash_table_contains (self->nodes, value))
      cJSON_AddItemReferenceToArray (values, (cJSON *) value);
    else if (g_hash_table_contains (self->nodes, column))
      cJSON_AddItemToArray (values, cJSON_CreateNull ());
    column = column->next;
  }
  cJSON_AddItemToObject (cut, "values", values);
  return cut;
}

/* Only its needed rows and columns; how it was read from whose file is nobody else's matter. */
static cJSON *
cut_table (const TableNeeds *self, const cJSON *table)
{
  const cJSON *columns = cJSON_GetObjectItemCaseSensitive (table, "columns"), *child;
  cJSON *cut = cJSON_CreateObject (), *section;

  cJSON_ArrayForEach (child, table)
    if (!cJSON_IsArray (child) && !g_str_equal (child->string, "import"))
      cJSON_AddItemReferenceToObject (cut, child->string, (cJSON *) child);
  section = cJSON_AddArrayToObject (cut, "columns");
  cJSON_ArrayForEach (child, columns)
    if (g_hash_table_contains (self->nodes, child))
      cJSON_AddItemReferenceToArray (section, (cJSON *) child);
  section = cJSON_AddArrayToObject (cut, "rows");
  cJSON_ArrayForEach (child, cJSON_GetObjectItemCaseSensitive (table, "rows"))
    if (g_hash_table_contains (self->nodes, child))
      cJSON_AddItemToArray (section, cut_row (self, child, columns));
  return cut;
}

static void
add_tables (cJSON *extract, const cJSON *json, const Needs *needs)
{
  const cJSON *tables = cJSON_GetObjectItemCaseSensitive (json, "tables"), *table;
  gsize n_figures = qm_tables_count (tables);
  g_autoptr (GHashTable) nodes = g_hash_table_new (NULL, NULL);
  TableNeeds self = { needs, needs->dataset->claims + needs->dataset->n_claims - n_figures, nodes };
  cJSON *section = cJSON_CreateArray ();

  qm_tables_visit (tables, need_value, &self);
  cJSON_ArrayForEach (table, tables)
    if (g_hash_table_contains (nodes, table))
      cJSON_AddItemToArray (section, cut_table (&self, table));
  if (section->child != NULL)
    cJSON_AddItemToObject (extract, "tables", section);
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

/* All of them: they are few, and small. */
static void
add_units (cJSON *extract, const cJSON *json)
{
  cJSON *units = cJSON_GetObjectItemCaseSensitive (json, "units");

  if (units != NULL)
    cJSON_AddItemReferenceToObject (extract, "units", units);
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

  cJSON_AddNumberToObject (extract, "quymo", 1);
  cJSON_AddItemReferenceToObject (extract, "title",
                                  cJSON_GetObjectItemCaseSensitive (json, "title"));
  add_sources (extract, json, needs->last_source);
  add_units (extract, json);
  add_entities (extract, json, needs);
  add_section (extract, json, "measures", needs->measures, dataset->measures, sizeof (QmMeasure));
  add_section (extract, json, "claims", needs->claims, dataset->claims, sizeof (QmClaim));
  add_tables (extract, json, needs);
  add_section (extract, json, "events", needs->claims, dataset->claims + n_figures,
               sizeof (QmClaim));
  add_chart (extract, json, (gsize) (chart - dataset->charts));

  return qm_writer_print (extract);
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
