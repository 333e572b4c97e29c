/* A dataset file's text in which one entry is put, replaced or taken out. All around it stays as it
 * is, to the byte: a file that somebody has laid out by hand keeps their layout. The text has to be
 * a JSON object as the reader accepts it, or one that lacks some of what a dataset needs; tree is
 * what it was parsed to. Results are the whole new text. */
#pragma once

#include <cjson/cJSON.h>
#include <glib.h>

/* Puts value at a key of the file itself, in place of what stands there or where the tables of
 * fields.h have it. */
char *qm_splice_set (const char *text, const cJSON *tree, const char *key,
                     const cJSON *value) G_GNUC_WARN_UNUSED_RESULT;

/* Puts entries, an array of one or more, at the end of one of the file's arrays, which is made
 * where there is none. */
char *qm_splice_append (const char *text, const cJSON *tree, const char *section,
                        const cJSON *entries) G_GNUC_WARN_UNUSED_RESULT;

/* Puts another entry in place of the one of that index. */
char *qm_splice_replace (const char *text, const cJSON *tree, const char *section, int index,
                         const cJSON *entry) G_GNUC_WARN_UNUSED_RESULT;

/* Puts two entries in each other's place, as they are written. */
char *qm_splice_swap (const char *text, const cJSON *tree, const char *section, int index,
                      int other) G_GNUC_WARN_UNUSED_RESULT;

/* Takes the entry of that index out. An array that has no other goes with it. */
char *qm_splice_remove (const char *text, const cJSON *tree, const char *section,
                        int index) G_GNUC_WARN_UNUSED_RESULT;
