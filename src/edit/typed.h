/* What a person has typed beside a text or a table, by the names of its fields, until it is taken
 * over. */
#pragma once

#include <cjson/cJSON.h>
#include <glib.h>

/* Both are texts; to be freed by g_hash_table_unref(). */
GHashTable *qm_typed_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* "" for what was never typed. (unowned) */
const char *qm_typed_get (GHashTable *typed, const char *key);

/* words may be NULL: nothing. */
void qm_typed_set (GHashTable *typed, const char *key, const char *words);

/* As a member “typed” of json, and back. */
void qm_typed_write (GHashTable *typed, cJSON *json);
void qm_typed_read (GHashTable *typed, const cJSON *json);
