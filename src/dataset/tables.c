#include "dataset/tables.h"

#include "base/words.h"
#include "dataset/claims.h"

#include <math.h>
#include <string.h>

/* What a row or a column says of its figures. */
typedef struct {
  const char *id;
  const QmText *name; /* of a column */
  double scale;       /* of a column: its values times this are the figures; 0 for 1 */
  double number;      /* of a row */
  const QmMeasure *measure;
  const QmEntity *entity;
  QmTime time;
  QmStanding standing;
  const QmText *caveat;
} Line;

typedef struct {
  const char *id;
  const QmSource *source;
  const QmText *statement, *at, *caveat;
} Table;

/* --- Fields --- */

#define LINE(key, is_required, read, member) QM_FIELD (key, is_required, read, Line, member)

#define COMMON_FIELDS                                                                              \
  LINE ("measure", FALSE, qm_field_read_measure, measure),                                         \
      LINE ("entity", FALSE, qm_field_read_entity, entity),                                        \
      LINE ("time", FALSE, qm_field_read_time, time),                                              \
      QM_FIELD_CHOICE ("standing", FALSE, qm_claims_read_standing, Line, standing,                 \
                       qm_claims_standing_names),                                                  \
      LINE ("caveat", FALSE, qm_field_read_text, caveat)

static void
check_object (QmReader *reader, const cJSON *json, gpointer value G_GNUC_UNUSED)
{
  if (!cJSON_IsObject (json))
    qm_problem_list_add_value (reader->problems, json, _ ("an object"));
}

static const QmField column_fields[] = {
  LINE ("id", TRUE, qm_field_read_id, id),
  LINE ("name", TRUE, qm_field_read_text, name),
  LINE ("scale", FALSE, qm_field_read_number, scale),
  COMMON_FIELDS,
  { .key = NULL },
};

static const QmField row_fields[] = {
  LINE ("id", TRUE, qm_field_read_id, id),
  LINE ("row", TRUE, qm_field_read_number, number),
  COMMON_FIELDS,
  /* Of numbers, or of cells (claims.h). */
  QM_FIELD_SECTION ("values", TRUE, NULL),
  { .key = NULL },
};

static const QmRecord column_record = { "column", NULL, column_fields };
static const QmRecord row_record = { "row", NULL, row_fields };

/* How the table was read from its file, by the words of choices; what reads it again checks them.
 */
static const QmField table_fields[] = {
  QM_FIELD ("id", TRUE, qm_field_read_id, Table, id),
  QM_FIELD ("source", TRUE, qm_field_read_source, Table, source),
  QM_FIELD ("statement", TRUE, qm_field_read_text, Table, statement),
  QM_FIELD ("at", TRUE, qm_field_read_text, Table, at),
  QM_FIELD ("caveat", FALSE, qm_field_read_text, Table, caveat),
  { .key = "import", .read = check_object },
  QM_FIELD_SECTION ("columns", TRUE, &column_record),
  QM_FIELD_SECTION ("rows", TRUE, &row_record),
  { .key = NULL },
};

const QmRecord qm_table_record = { "table", NULL, table_fields };

/* --- Going through --- */

static void
visit_row (const cJSON *table, const cJSON *row, QmTablesVisitor visitor, gsize *index,
           gpointer user_data)
{
  const cJSON *columns = cJSON_GetObjectItemCaseSensitive (table, "columns"), *value;
  const cJSON *column = cJSON_IsArray (columns) ? columns->child : NULL;

  cJSON_ArrayForEach (value, cJSON_GetObjectItemCaseSensitive (row, "values")) {
    if (column != NULL && !cJSON_IsNull (value))
      visitor (table, row, column, value, (*index)++, user_data);
    column = column != NULL ? column->next : NULL;
  }
}

static void
visit_table (const cJSON *table, QmTablesVisitor visitor, gsize *index, gpointer user_data)
{
  const cJSON *row;

  cJSON_ArrayForEach (row, cJSON_GetObjectItemCaseSensitive (table, "rows"))
    visit_row (table, row, visitor, index, user_data);
}

void
qm_tables_visit (const cJSON *tables, QmTablesVisitor visitor, gpointer user_data)
{
  const cJSON *table;
  gsize index = 0;

  if (cJSON_IsArray (tables))
    cJSON_ArrayForEach (table, tables)
      visit_table (table, visitor, &index, user_data);
}

static void
count (const cJSON *table G_GNUC_UNUSED, const cJSON *row G_GNUC_UNUSED,
       const cJSON *column G_GNUC_UNUSED, const cJSON *value G_GNUC_UNUSED, gsize index, gpointer n)
{
  *(gsize *) n = index + 1;
}

gsize
qm_tables_count (const cJSON *tables)
{
  gsize n = 0;

  qm_tables_visit (tables, count, &n);
  return n;
}

/* --- Ids --- */

typedef struct {
  QmReader *reader;
  QmClaim *claims;
  const cJSON *row; /* that of the figure before */
  const cJSON **places;
  Table of_table;
  Line of_row;
  Line *of_columns;
} Reading;

static const char *
id_of (const cJSON *json)
{
  const char *id = cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (json, "id"));

  return id != NULL ? id : "";
}

/* Lives as long as the dataset. */
static const char *
keep (QmReader *reader, const char *text)
{
  gsize size = strlen (text) + 1;

  return memcpy (qm_dataset_alloc (reader->dataset, 1, size), text, size);
}

static void
add_to_group (QmReader *reader, const char *id, QmClaim *claim)
{
  GPtrArray *group = g_hash_table_lookup (reader->groups, id);

  if (group == NULL) {
    group = g_ptr_array_new ();
    g_hash_table_insert (reader->groups, (gpointer) keep (reader, id), group);
  }
  g_ptr_array_add (group, claim);
}

static void
register_figure (const cJSON *table, const cJSON *row, const cJSON *column,
                 const cJSON *value G_GNUC_UNUSED, gsize index, gpointer data)
{
  Reading *reading = data;
  GHashTable *ids = reading->reader->ids[QM_CLAIMS];
  QmClaim *claim = &reading->claims[index];
  g_autofree char *group = g_strdup_printf ("%s-%s", id_of (table), id_of (column));
  g_autofree char *id = g_strdup_printf ("%s-%s-%s", id_of (table), id_of (row), id_of (column));

  claim->id = keep (reading->reader, id);
  add_to_group (reading->reader, id_of (table), claim);
  add_to_group (reading->reader, group, claim);
  if (g_hash_table_contains (ids, id))
    qm_problem_list_add (reading->reader->problems, row,
                         _ ("figures whose ids, of table, row and column, are not yet taken"),
                         g_strdup_printf ("“%s”", id));
  else
    g_hash_table_insert (ids, (gpointer) claim->id, claim);
}

/* An id that stands for several cannot be that of a claim. */
static void
check_groups (QmReader *reader, const cJSON *tables)
{
  const cJSON *table;

  cJSON_ArrayForEach (table, tables) {
    const cJSON *id = cJSON_GetObjectItemCaseSensitive (table, "id"), *other;
    gboolean is_taken =
        cJSON_IsString (id) && g_hash_table_contains (reader->ids[QM_CLAIMS], id->valuestring);

    for (other = tables->child; cJSON_IsString (id) && other != table; other = other->next)
      is_taken |= g_str_equal (id_of (other), id->valuestring);
    if (is_taken)
      qm_problem_list_add_value (reader->problems, id, _ ("an id that is not yet taken"));
  }
}

void
qm_tables_register (QmReader *reader, const cJSON *tables, QmClaim *claims)
{
  Reading reading = { .reader = reader, .claims = claims };

  if (!cJSON_IsArray (tables))
    return;
  qm_tables_visit (tables, register_figure, &reading);
  check_groups (reader, tables);
}

/* --- Places --- */

/* The text, with what stands for the placeholders. */
static char *
fill (const char *pattern, const char *row, const char *column)
{
  g_autoptr (GString) text = g_string_new (pattern);

  g_string_replace (text, "{row}", row, 0);
  g_string_replace (text, "{column}", column, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const QmText *
make_place (const Reading *reading, const Line *column)
{
  const QmText *pattern = reading->of_table.at;
  g_autofree char *row = g_strdup_printf ("%.15g", reading->of_row.number);
  QmText *text = qm_dataset_alloc (reading->reader->dataset, 1,
                                   sizeof *text + pattern->n_variants * sizeof text->variants[0]);

  text->n_variants = pattern->n_variants;
  for (gsize i = 0; i < pattern->n_variants; i++) {
    g_autofree char *words = fill (pattern->variants[i].words, row, qm_text_get (column->name));

    text->variants[i].language = pattern->variants[i].language;
    text->variants[i].words = keep (reading->reader, words);
  }
  return text;
}

/* --- Figures --- */

static void
read_table (Reading *reading, const cJSON *table)
{
  const cJSON *columns = cJSON_GetObjectItemCaseSensitive (table, "columns"), *column;
  gsize n = (gsize) cJSON_GetArraySize (columns), i = 0;

  reading->of_table = (Table) { 0 };
  qm_field_read_all (reading->reader, table, table_fields, &reading->of_table);
  g_free (reading->of_columns);
  reading->of_columns = g_new0 (Line, MAX (n, 1));
  cJSON_ArrayForEach (column, columns)
    qm_field_read_all (reading->reader, column, column_fields, &reading->of_columns[i++]);
}

static void
read_row (Reading *reading, const cJSON *table, const cJSON *row)
{
  int n = cJSON_GetArraySize (cJSON_GetObjectItemCaseSensitive (table, "columns"));
  const cJSON *values = cJSON_GetObjectItemCaseSensitive (row, "values");

  reading->of_row = (Line) { 0 };
  qm_field_read_all (reading->reader, row, row_fields, &reading->of_row);
  if (cJSON_IsArray (values) && cJSON_GetArraySize (values) != n)
    qm_problem_list_add (reading->reader->problems, values,
                         _ ("as many values as the table has columns"),
                         g_strdup_printf ("%d", cJSON_GetArraySize (values)));
}

/* What either says; where both do, the column. */
static gboolean
set_subject (const Reading *reading, const Line *column, QmClaim *claim)
{
  const Line *row = &reading->of_row;

  claim->measure = column->measure != NULL ? column->measure : row->measure;
  claim->entity = column->entity != NULL ? column->entity : row->entity;
  claim->time = column->time.end.year != 0 ? column->time : row->time;
  claim->quantity.standing =
      column->standing == QM_PROJECTED || row->standing == QM_PROJECTED ? QM_PROJECTED : QM_STATED;
  claim->caveat = row->caveat != NULL      ? row->caveat
                  : column->caveat != NULL ? column->caveat
                                           : reading->of_table.caveat;
  claim->statement = reading->of_table.statement;
  claim->is_from_table = TRUE;
  return claim->measure != NULL;
}

static void
cite (const Reading *reading, const Line *column, QmClaim *claim)
{
  QmCitation *citation = qm_dataset_alloc (reading->reader->dataset, 1, sizeof *citation);

  citation->source = reading->of_table.source;
  if (reading->of_table.at != NULL && column->name != NULL)
    citation->at = make_place (reading, column);
  claim->citations = citation;
  claim->n_citations = 1;
}

/* 1.1 billion is 1,100,000,000, and not what is left over of binary fractions. */
static double
scale_exactly (double value, double scale)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return value;
  return g_ascii_strtod (g_ascii_formatd (digits, sizeof digits, "%.15g", value * scale), NULL);
}

static void
scale_quantity (QmQuantity *quantity, double scale)
{
  quantity->value = scale_exactly (quantity->value, scale);
  quantity->low = scale_exactly (quantity->low, scale);
  quantity->high = scale_exactly (quantity->high, scale);
}

static void
read_figure (const cJSON *table, const cJSON *row, const cJSON *column, const cJSON *value,
             gsize index, gpointer data)
{
  Reading *reading = data;
  QmProblemList *problems = reading->reader->problems;
  QmClaim *claim = &reading->claims[index];
  gsize n_problems = qm_problem_list_count (problems), i = 0;
  const Line *line;

  for (const cJSON *each = column; each->prev->next != NULL; each = each->prev)
    i++;
  line = &reading->of_columns[i];
  if (row != reading->row)
    read_row (reading, table, row);
  reading->row = row;
  if (!set_subject (reading, line, claim))
    qm_problem_list_add (problems, row, _ ("a measure, of the row or of its columns"),
                         g_strdup (_ ("none")));
  cite (reading, line, claim);
  if (claim->measure != NULL)
    qm_claims_read_cell (reading->reader, value, claim);
  if (line->scale > 0)
    scale_quantity (&claim->quantity, line->scale);
  if (!qm_field_is_id (claim->id))
    qm_problem_list_add (problems, row, _ ("an id of at most 100 of the characters a-z, 0-9 and -"),
                         g_strdup_printf ("“%s”", claim->id));
  if (n_problems == qm_problem_list_count (problems))
    reading->places[index] = value;
}

void
qm_tables_read (QmReader *reader, const cJSON *tables, QmClaim *claims, const cJSON **places)
{
  Reading reading = { .reader = reader, .claims = claims, .places = places };
  const cJSON *table;
  gsize index = 0;

  if (!cJSON_IsArray (tables))
    return;
  cJSON_ArrayForEach (table, tables) {
    gsize before = index;

    read_table (&reading, table);
    visit_table (table, read_figure, &index, &reading);
    if (index == before && cJSON_IsObject (table))
      qm_problem_list_add (reader->problems, table, _ ("a table with figures"),
                           g_strdup (_ ("none")));
  }
  g_free (reading.of_columns);
}

/* --- Panels --- */

static const GPtrArray *
find_group (QmReader *reader, const cJSON *id)
{
  return cJSON_IsString (id) ? g_hash_table_lookup (reader->groups, id->valuestring) : NULL;
}

gsize
qm_tables_count_named (QmReader *reader, const cJSON *id)
{
  const GPtrArray *group = find_group (reader, id);

  return group != NULL ? group->len : 1;
}

const QmClaim **
qm_tables_read_claims (QmReader *reader, const cJSON *json, gsize *n)
{
  const QmClaim **claims;
  const cJSON *id;
  gsize i = 0;

  *n = 0;
  qm_field_check_array (reader, json, NULL);
  if (!cJSON_IsArray (json) || json->child == NULL)
    return NULL;
  cJSON_ArrayForEach (id, json)
    *n += qm_tables_count_named (reader, id);
  claims = qm_dataset_alloc (reader->dataset, *n, sizeof *claims);
  cJSON_ArrayForEach (id, json) {
    const GPtrArray *group = find_group (reader, id);

    if (group != NULL)
      memcpy (&claims[i], group->pdata, group->len * sizeof *claims);
    else
      qm_field_read_claim (reader, id, &claims[i]);
    i += qm_tables_count_named (reader, id);
  }
  return claims;
}
