/* A value of a file as messages name it: “a text”, 7, an array of 3 elements. */
#pragma once

#include <cjson/cJSON.h>
#include <glib.h>

/* Longer texts are shortened, in characters. */
#define QM_VALUE_WORDS_MOST 40

/* TRUE for a text that says nothing, which is as good as none. */
gboolean qm_value_words_is_empty (const cJSON *value);

/* In quotation marks and in one line, newly allocated. */
char *qm_value_words_quote (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The same of any value. */
char *qm_value_words_describe (const cJSON *value) G_GNUC_WARN_UNUSED_RESULT;
