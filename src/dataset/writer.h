/* A dataset file written from its JSON tree: what stands in it keeps its order, of keys as of
 * entries, and is laid out in one way only, so that a file that was written here and is read and
 * written again is the same to the byte. Layout and the place of new keys come from the tables that
 * the reader reads by (fields.h). */
#pragma once

#include "dataset/fields.h"

/* The text of the file, with a line break at its end. */
char *qm_dataset_write (const cJSON *json) G_GNUC_WARN_UNUSED_RESULT;

/* Puts the keys of the file's objects into the order of the tables. */
void qm_writer_sort (cJSON *json);

/* One value as it is laid out where it begins so many characters to the right, without a line break
 * at its end. */
char *qm_dataset_write_value (const cJSON *json, int column) G_GNUC_WARN_UNUSED_RESULT;

/* Any JSON on one line, as short as it can be. (takes json) */
char *qm_writer_print (cJSON *json) G_GNUC_WARN_UNUSED_RESULT;

/* Adds the text at the key of any JSON object, unless it is NULL. */
void qm_writer_add_text (cJSON *object, const char *key, const char *text);

/* One of the file's arrays, with its key and what stands before it on its line. */
char *qm_dataset_write_section (const cJSON *section) G_GNUC_WARN_UNUSED_RESULT;

/* Puts value at the key of an object that is one of these kinds: in place of what stands there, or
 * behind the nearest of the keys that come before it in the tables. (takes value) */
void qm_writer_set (const QmRecord *kinds, cJSON *object, const char *key, cJSON *value);
