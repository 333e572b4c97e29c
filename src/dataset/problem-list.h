/* What is wrong with a file, collected while it is read and given its place afterwards, by the
 * places that the scanner kept. What has one cause, which is the same thing found in place of the
 * same thing, is one problem with a count, once it is there more than a few times. Of each kind,
 * which is what was expected, the first few hundred are kept, and the others counted: nobody reads
 * a million. */
#pragma once

#include "dataset/problem.h"

#include <cjson/cJSON.h>

typedef struct _QmProblemList QmProblemList;

QmProblemList *qm_problem_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void qm_problem_list_free (QmProblemList *problems); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmProblemList, qm_problem_list_free)

/* Something is wrong with the value itself. (takes found) */
void qm_problem_list_add (QmProblemList *problems, const cJSON *value, const char *expected,
                          char *found);

/* Something is wrong with the key that the value stands at. */
void qm_problem_list_add_at_key (QmProblemList *problems, const cJSON *value, const char *expected,
                                 char *found);

/* The value itself is not what was expected; found is its description. */
void qm_problem_list_add_value (QmProblemList *problems, const cJSON *value, const char *expected);

/* The same of one of several values that have that cause, whatever each of them is. */
void qm_problem_list_add_alike (QmProblemList *problems, const cJSON *value, const char *expected,
                                gconstpointer cause);

/* The text that stands as the value, or as its key, is none of the names that may stand there
 * (element const char *); the one that may be meant is told. */
void qm_problem_list_add_misspelt (QmProblemList *problems, const cJSON *value, gboolean is_at_key,
                                   const char *expected, const GPtrArray *names);

/* What may be meant by what was typed, newly allocated, or NULL. */
typedef char *(*QmFindMeant) (gpointer data, const char *typed);

/* The same of a text as the value, for which guess is asked unless it was too often. */
void qm_problem_list_add_guess (QmProblemList *problems, const cJSON *value, const char *expected,
                                QmFindMeant guess, gpointer data);

/* The value is wrong, as the sentence says. */
void qm_problem_list_add_sentence (QmProblemList *problems, const cJSON *value,
                                   const char *sentence);

/* The object lacks what would stand at the (static) key, which may be one of several that the words
 * name; or that key and no other. */
void qm_problem_list_add_missing (QmProblemList *problems, const cJSON *object, const char *key,
                                  const char *expected);
void qm_problem_list_add_missing_key (QmProblemList *problems, const cJSON *object,
                                      const char *key);

gsize qm_problem_list_count (const QmProblemList *problems);

/* Appends the problems (element QmProblem) in the order of the text, which root was parsed from and
 * whose values have these places (element QmJsonPlace), and then one for each kind of which there
 * are more. */
void qm_problem_list_locate (const QmProblemList *problems, const char *text, gsize length,
                             const cJSON *root, const GArray *places, GPtrArray *located);

/* Appends one problem of the text at a byte offset, for a text that has no tree. */
void qm_problem_list_locate_offset (const char *text, gsize length, gsize offset,
                                    const char *expected, const char *found, GPtrArray *located);
