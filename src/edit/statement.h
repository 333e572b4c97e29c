/* The sentence that a claim is told by, in the program's words and not the article's, made of its
 * fields alone. */
#pragma once

#include <cjson/cJSON.h>
#include <glib.h>

/* Of a claim of a dataset file, in the language in use. It may lack fields, or have wrong ones:
 * what cannot be read is left out. */
char *qm_statement_of (const cJSON *file, const cJSON *claim) G_GNUC_WARN_UNUSED_RESULT;

/* The same as a text of the file, in every language that the program speaks. (owned by the caller)
 */
cJSON *qm_statement_in_all_languages (const cJSON *file,
                                      const cJSON *claim) G_GNUC_WARN_UNUSED_RESULT;

/* "Bridges, Arden": of what a claim is and whose, in the same way. */
cJSON *qm_statement_subject_in_all (const cJSON *file,
                                    const cJSON *claim) G_GNUC_WARN_UNUSED_RESULT;

/* The words that word() makes of a subject, as a text of the file: in every language, or one for
 * all where they are the same. (owned by the caller) */
cJSON *qm_statement_word_in_all (char *(*word) (gconstpointer subject),
                                 gconstpointer subject) G_GNUC_WARN_UNUSED_RESULT;
