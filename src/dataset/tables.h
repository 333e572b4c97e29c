/* The figures of tables: one block of rows and columns in the file for many claims that cite one
 * source. Each figure is a claim like others, with an id, a place and a sentence of its own, which
 * are made of those of its table, its row and its column:
 *
 *   { "id": "gdp", "source": "office",
 *     "statement": { "en": "{measure}, {entity}, {time}: {value}." },
 *     "at": { "en": "row {row}, {column}" },
 *     "columns": [ { "id": "2020", "name": "2020", "measure": "gdp", "time": "2020" } ],
 *     "rows": [ { "id": "laos", "row": 12, "entity": "laos", "values": [19.1] } ] }
 *
 * has the claim gdp-laos-2020. In a chart the id of a table, or of a table's column (gdp-2020),
 * stands for all figures there. */
#pragma once

#include "dataset/fields.h"

extern const QmRecord qm_table_record;

/* Figures of the array of tables, which may be NULL or anything else: 0. */
gsize qm_tables_count (const cJSON *tables);

/* Gives the claims, of which there are qm_tables_count(), their ids, and registers them. */
void qm_tables_register (QmReader *reader, const cJSON *tables, QmClaim *claims);

/* Reads them. places has an element for each claim, which becomes its place in the file, or stays
 * NULL where it has a problem. */
void qm_tables_read (QmReader *reader, const cJSON *tables, QmClaim *claims, const cJSON **places);

/* Reads a panel's array of claims, in which an id may stand for several. */
const QmClaim **qm_tables_read_claims (QmReader *reader, const cJSON *json, gsize *n);

/* How many claims the id in a panel stands for. */
gsize qm_tables_count_named (QmReader *reader, const cJSON *id);

/* Goes through the figures of tables that have been read, in the order of their claims: told of
 * each with its table, its row and its column in the file, and the value there. */
typedef void (*QmTablesVisitor) (const cJSON *table, const cJSON *row, const cJSON *column,
                                 const cJSON *value, gsize index, gpointer user_data);
void qm_tables_visit (const cJSON *tables, QmTablesVisitor visitor, gpointer user_data);
