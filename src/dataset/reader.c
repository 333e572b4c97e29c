#include "dataset/reader.h"

#include "base/words.h"
#include "dataset/best-form.h"
#include "dataset/claims.h"
#include "dataset/derive.h"
#include "dataset/disputes.h"
#include "dataset/elements.h"
#include "dataset/hues.h"
#include "dataset/json-check.h"
#include "dataset/orders.h"
#include "dataset/tables.h"

#include <math.h>

#define FORMAT_VERSION 1
#define MAX_LENGTH (16 * 1024 * 1024)

/* The longest chain of part_of: a model, its maker, a country, a continent and room to spare. */
#define MAX_ENTITY_LEVELS 16

/* The arrays of a file whose elements have ids. */
typedef struct {
  const char *key;
  QmIdSpace space;
  gsize size;      /* of an element */
  QmReadFunc read; /* NULL: by the fields of record */
  const QmRecord *record;
} Section;

enum { SOURCES, UNITS, ENTITIES, MEASURES, CLAIMS, EVENTS, CHARTS, N_SECTIONS };

static const Section sections[N_SECTIONS] = {
  [SOURCES] = { "sources", QM_SOURCES, sizeof (QmSource), qm_elements_read_source, NULL },
  [UNITS] = { "units", QM_UNITS, sizeof (QmOwnUnit), qm_elements_read_unit, NULL },
  [ENTITIES] = { "entities", QM_ENTITIES, sizeof (QmEntity), qm_elements_read_entity, NULL },
  [MEASURES] = { "measures", QM_MEASURES, sizeof (QmMeasure), NULL, &qm_measure_record },
  [CLAIMS] = { "claims", QM_CLAIMS, sizeof (QmClaim), qm_claims_read_claim, NULL },
  [EVENTS] = { "events", QM_CLAIMS, sizeof (QmClaim), qm_claims_read_event, NULL },
  [CHARTS] = { "charts", QM_CHARTS, sizeof (QmChart), NULL, &qm_chart_record },
};

/* A file being read: its sections, with the elements that they become. */
typedef struct {
  QmReader reader;
  const cJSON *json[N_SECTIONS]; /* NULL where the file has no such array */
  gsize n[N_SECTIONS];
  char *elements[N_SECTIONS];
  const cJSON *tables;       /* NULL where there are none */
  gsize n_figures;           /* of the tables */
  const cJSON **good_claims; /* for each claim its place, or NULL if it has a problem */
} File;

static void
read_version (QmReader *reader, const cJSON *json, gpointer value G_GNUC_UNUSED)
{
  g_autofree char *expected = g_strdup_printf (_ ("the version %d of the format"), FORMAT_VERSION);

  if (!cJSON_IsNumber (json) || fabs (json->valuedouble - FORMAT_VERSION) > 0)
    qm_problem_list_add_value (reader->problems, json, expected);
}

/* The sections are only looked at here; read_section reads them. */
static const QmField dataset_fields[] = {
  { .key = "quymo", .is_required = TRUE, .read = read_version },
  QM_FIELD ("title", TRUE, qm_field_read_text, QmDataset, title),
  QM_FIELD_SECTION ("sources", TRUE, &qm_source_record),
  QM_FIELD_SECTION ("units", FALSE, &qm_unit_record),
  QM_FIELD_SECTION ("entities", FALSE, &qm_entity_record),
  QM_FIELD_SECTION ("measures", FALSE, &qm_measure_record),
  QM_FIELD_SECTION ("claims", FALSE, qm_claim_records),
  QM_FIELD_SECTION ("tables", FALSE, &qm_table_record),
  QM_FIELD_SECTION ("events", FALSE, &qm_event_record),
  QM_FIELD_SECTION ("charts", TRUE, &qm_chart_record),
  { .key = NULL },
};

const QmRecord qm_dataset_record = { "dataset", NULL, dataset_fields };

/* The parser keeps both of two equal keys and would answer for the first. Depth is bounded by
 * qm_json_check. */
static void
find_duplicate_keys (QmReader *reader, const cJSON *json, GHashTable *keys)
{
  const cJSON *child;

  if (cJSON_IsObject (json)) {
    g_hash_table_remove_all (keys);
    cJSON_ArrayForEach (child, json) {
      if (!g_hash_table_add (keys, child->string))
        qm_problem_list_add_at_key (reader->problems, child, _ ("each key once"),
                                    g_strdup_printf (_ ("“%s” again"), child->string));
    }
  }

  cJSON_ArrayForEach (child, json)
    find_duplicate_keys (reader, child, keys);
}

/* Before anything is read, so that a reference may stand before what it names. */
static void
register_ids (File *file, int section)
{
  GHashTable *ids = file->reader.ids[sections[section].space];
  char *element = file->elements[section];
  const cJSON *child;

  cJSON_ArrayForEach (child, file->json[section]) {
    const cJSON *id = cJSON_GetObjectItemCaseSensitive (child, "id");

    if (cJSON_IsString (id) && g_hash_table_contains (ids, id->valuestring))
      qm_problem_list_add_value (file->reader.problems, id, _ ("an id that is not yet taken"));
    else if (cJSON_IsString (id))
      g_hash_table_insert (ids, id->valuestring, element);

    element += sections[section].size;
  }
}

/* Claims, events and the figures of tables lie in one block, in this order. */
static gsize
count_claims (const File *file)
{
  return file->n[CLAIMS] + file->n[EVENTS] + file->n_figures;
}

/* Those of tables, behind all others. */
static QmClaim *
figures_of (const File *file)
{
  return (QmClaim *) file->elements[CLAIMS] + file->n[CLAIMS] + file->n[EVENTS];
}

static void
allocate_sections (File *file, const cJSON *root)
{
  QmDataset *dataset = file->reader.dataset;

  for (int i = 0; i < N_SECTIONS; i++) {
    const cJSON *json = cJSON_GetObjectItemCaseSensitive (root, sections[i].key);

    file->json[i] = cJSON_IsArray (json) ? json : NULL;
    file->n[i] = cJSON_IsArray (json) ? (gsize) cJSON_GetArraySize (json) : 0;
  }
  file->tables = cJSON_GetObjectItemCaseSensitive (root, "tables");
  file->n_figures = qm_tables_count (file->tables);

  for (int i = 0; i < N_SECTIONS; i++) {
    gsize n = i == CLAIMS ? count_claims (file) : file->n[i];

    if (i == EVENTS)
      file->elements[EVENTS] = file->elements[CLAIMS] + file->n[CLAIMS] * sizeof (QmClaim);
    else
      file->elements[i] = qm_dataset_alloc (dataset, n, sections[i].size);
  }
}

static void
read_section (File *file, int section)
{
  char *element = file->elements[section];
  const cJSON *child;

  cJSON_ArrayForEach (child, file->json[section]) {
    gsize n_problems = qm_problem_list_count (file->reader.problems);

    if (sections[section].read != NULL)
      sections[section].read (&file->reader, child, element);
    else
      qm_field_read_all (&file->reader, child, sections[section].record->fields, element);

    if (sections[section].space == QM_CLAIMS &&
        n_problems == qm_problem_list_count (file->reader.problems)) {
      gsize index = (gsize) ((QmClaim *) element - (QmClaim *) file->elements[CLAIMS]);

      file->good_claims[index] = child;
    }

    element += sections[section].size;
  }
}

static void
check_parts (File *file)
{
  const QmEntity *entities = (const QmEntity *) file->elements[ENTITIES];
  const cJSON *json = file->json[ENTITIES] != NULL ? file->json[ENTITIES]->child : NULL;

  for (gsize i = 0; i < file->n[ENTITIES]; i++, json = json->next) {
    const QmEntity *above = entities[i].part_of;
    int n_levels = 0;

    for (; above != NULL && n_levels < MAX_ENTITY_LEVELS; above = above->part_of)
      n_levels++;
    if (above != NULL)
      qm_problem_list_add (file->reader.problems,
                           cJSON_GetObjectItemCaseSensitive (json, "part_of"),
                           _ ("an entity that is not, in the end, part of itself"),
                           g_strdup_printf ("“%s”", entities[i].part_of->id));
  }
}

/* The panel's claims that hold, which a chart shows unless the reader wants others, too. Element
 * const QmClaim *. */
static GPtrArray *
list_holding (const QmPanel *panel)
{
  GPtrArray *claims = g_ptr_array_new ();

  for (gsize i = 0; i < panel->n_claims; i++)
    if (panel->claims[i]->superseded_by == NULL)
      g_ptr_array_add (claims, (gpointer) panel->claims[i]);
  return claims;
}

/* A panel that names no form has the one that shows its claims best. */
static void
choose_form (File *file, QmPanel *panel, const GPtrArray *holding, const cJSON *json)
{
  g_autoptr (GPtrArray) forms =
      qm_best_form_list ((const QmClaim *const *) holding->pdata, holding->len, file->reader.forms);

  if (forms->len > 0)
    panel->form = forms->pdata[0];
  else
    qm_problem_list_add_value (file->reader.problems,
                               cJSON_GetObjectItemCaseSensitive (json, "claims"),
                               _ ("claims that one form can draw"));
}

/* Sets what the form expects of those claims, at their places in the panel. */
static void
check_holding (const QmPanel *panel, const GPtrArray *holding, const char **expected)
{
  g_autofree const char **of_holding = g_new0 (const char *, holding->len);
  QmPanel drawn = *panel;
  guint next = 0;

  drawn.claims = (const QmClaim *const *) holding->pdata;
  drawn.n_claims = holding->len;
  panel->form->check (&drawn, of_holding);
  for (gsize i = 0; i < panel->n_claims; i++)
    if (panel->claims[i]->superseded_by == NULL)
      expected[i] = of_holding[next++];
}

/* Asks each panel's form whether it can draw its claims. Only once all else is right: what a form
 * looks at is complete then. */
static void
check_panel (File *file, const QmPanel *panel, const cJSON *json)
{
  const cJSON *claim;
  g_autofree const char **expected = g_new0 (const char *, panel->n_claims);
  g_autoptr (GPtrArray) holding = list_holding (panel);
  gsize i = 0;

  if (holding->len == 0)
    qm_problem_list_add_value (file->reader.problems,
                               cJSON_GetObjectItemCaseSensitive (json, "claims"),
                               _ ("a claim that is not superseded"));
  else if (panel->form == NULL)
    choose_form (file, (QmPanel *) panel, holding, json);
  if (holding->len == 0 || panel->form == NULL)
    return;
  check_holding (panel, holding, expected);
  cJSON_ArrayForEach (claim, cJSON_GetObjectItemCaseSensitive (json, "claims")) {
    gsize n = qm_tables_count_named (&file->reader, claim);

    /* What stands for several has the problem of the first of them. */
    for (const char *said = NULL; n > 0; n--, i++)
      if (expected[i] != NULL && said == NULL)
        qm_problem_list_add_alike (file->reader.problems, claim, said = expected[i], panel);
  }
}

static void
check_charts (File *file)
{
  const QmChart *charts = (const QmChart *) file->elements[CHARTS];
  const cJSON *chart = file->json[CHARTS]->child;

  for (gsize i = 0; i < file->n[CHARTS]; i++, chart = chart->next) {
    const cJSON *panel = cJSON_GetObjectItemCaseSensitive (chart, "panels")->child;

    for (gsize j = 0; j < charts[i].n_panels; j++, panel = panel->next)
      check_panel (file, &charts[i].panels[j], panel);
  }
}

static void
add_view_fault (const cJSON *member, const char *sentence, gpointer reader)
{
  qm_problem_list_add_sentence (((QmReader *) reader)->problems, member, sentence);
}

/* Of what the author chose everything is named, and all that depends on it is known. */
static void
read_views (File *file)
{
  const QmDataset *dataset = file->reader.dataset;

  for (gsize i = 0; i < dataset->n_charts; i++)
    if (dataset->charts[i].view != NULL && file->reader.forms->read_view != NULL)
      file->reader.forms->read_view (dataset, &dataset->charts[i], add_view_fault, &file->reader);
}

static void
publish_sections (const File *file)
{
  QmDataset *dataset = file->reader.dataset;

  dataset->sources = (const QmSource *) file->elements[SOURCES];
  dataset->n_sources = file->n[SOURCES];
  dataset->units = (const QmOwnUnit *) file->elements[UNITS];
  dataset->n_units = file->n[UNITS];
  dataset->entities = (const QmEntity *) file->elements[ENTITIES];
  dataset->n_entities = file->n[ENTITIES];
  dataset->measures = (const QmMeasure *) file->elements[MEASURES];
  dataset->n_measures = file->n[MEASURES];
  dataset->claims = (const QmClaim *) file->elements[CLAIMS];
  dataset->n_claims = count_claims (file);
  dataset->charts = (const QmChart *) file->elements[CHARTS];
  dataset->n_charts = file->n[CHARTS];

  for (gsize i = 0; i < dataset->n_sources; i++)
    ((QmSource *) file->elements[SOURCES])[i].number = (int) i + 1;
  for (gsize i = 0; i < dataset->n_charts; i++)
    ((QmChart *) file->elements[CHARTS])[i].kept = qm_dataset_alloc (dataset, 1, sizeof (QmKept));
}

static gboolean
has_section (const cJSON *root, const char *key)
{
  return cJSON_GetObjectItemCaseSensitive (root, key) != NULL;
}

/* Events need no figures, and without figures nothing is measured. */
static void
check_sections (File *file, const cJSON *root)
{
  gboolean has_figures = has_section (root, "claims") || has_section (root, "tables");

  if (!cJSON_IsObject (root))
    return;
  if (!has_figures && !has_section (root, "events"))
    qm_problem_list_add_missing_key (file->reader.problems, root, "claims");
  if (has_figures && !has_section (root, "measures"))
    qm_problem_list_add_missing_key (file->reader.problems, root, "measures");
}

static void
read_file (File *file, const cJSON *root)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  find_duplicate_keys (&file->reader, root, keys);
  allocate_sections (file, root);
  for (int i = 0; i < N_SECTIONS; i++)
    register_ids (file, i);
  qm_tables_register (&file->reader, file->tables, figures_of (file));

  file->good_claims = g_new0 (const cJSON *, count_claims (file) + 1);

  qm_field_read_all (&file->reader, root, dataset_fields, file->reader.dataset);
  check_sections (file, root);
  for (int i = 0; i < N_SECTIONS; i++)
    read_section (file, i);
  qm_tables_read (&file->reader, file->tables, figures_of (file),
                  file->good_claims + file->n[CLAIMS] + file->n[EVENTS]);

  check_parts (file);
  qm_derive (&file->reader, (QmClaim *) file->elements[CLAIMS], count_claims (file),
             file->good_claims);
  qm_disputes_check (&file->reader, file->json[CLAIMS], (QmClaim *) file->elements[CLAIMS]);
  if (qm_problem_list_count (file->reader.problems) == 0) {
    qm_disputes_find (file->reader.dataset, (QmClaim *) file->elements[CLAIMS],
                      count_claims (file));
    qm_orders_find_figures (file->reader.dataset, (QmClaim *) file->elements[CLAIMS],
                            count_claims (file));
    check_charts (file);
  }
  publish_sections (file);
  if (qm_problem_list_count (file->reader.problems) == 0)
    qm_hues_assign (file->reader.dataset, (QmEntity *) file->elements[ENTITIES]);
  if (qm_problem_list_count (file->reader.problems) == 0)
    read_views (file);

  g_free (file->good_claims);
}

static cJSON *
parse (const char *text, gsize length, GArray *places, GPtrArray *problems)
{
  QmJsonError error = { 0 };
  const char *end = text;
  cJSON *root;

  if (length > MAX_LENGTH) {
    QmProblem *problem = g_new0 (QmProblem, 1);

    problem->n = 1;
    problem->pointer = g_strdup ("");
    problem->expected = g_strdup_printf (_ ("a file of at most %d bytes"), MAX_LENGTH);
    problem->found = g_strdup_printf (_ ("%zu bytes"), length);
    g_ptr_array_add (problems, problem);
    return NULL;
  }

  if (!qm_json_check (text, length, places, &error)) {
    qm_problem_list_locate_offset (text, length, error.offset, error.expected, error.found,
                                   problems);
    qm_json_error_clear (&error);
    return NULL;
  }

  root = cJSON_ParseWithLengthOpts (text, length, &end, FALSE);
  if (root == NULL)
    qm_problem_list_locate_offset (text, length, (gsize) (end - text), _ ("JSON that can be read"),
                                   _ ("something else"), problems);

  return root;
}

QmDataset *
qm_dataset_read (const char *name, const char *text, gsize length, const QmForms *forms,
                 GPtrArray *problems)
{
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (QmProblemList) pending = qm_problem_list_new ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (QmJsonPlace));
  cJSON *root = parse (text, length, places, problems);
  File file = { .reader = { .problems = pending, .forms = forms } };

  if (root == NULL)
    return NULL;

  dataset = file.reader.dataset = qm_dataset_new (name, root);
  for (int i = 0; i < QM_N_ID_SPACES; i++)
    file.reader.ids[i] = g_hash_table_new (g_str_hash, g_str_equal);

  file.reader.groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  read_file (&file, root);
  g_hash_table_unref (file.reader.groups);

  for (int i = 0; i < QM_N_ID_SPACES; i++)
    g_hash_table_unref (file.reader.ids[i]);

  if (qm_problem_list_count (pending) > 0) {
    qm_problem_list_locate (pending, text, length, root, places, problems);
    return NULL;
  }

  return g_steal_pointer (&dataset);
}
