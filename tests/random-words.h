/* Words of anyone's, in ten scripts and without digits, for datasets that are made up. */
#pragma once

#include <glib.h>

/* Some words, as an entity is named. Those of Thailand and around it come from anywhere only: their
 * words are found in dictionaries and shaped with care, which takes ten times as long. */
void random_words_append_name (GString *json, GRand *rand, gboolean is_anywhere);

/* A comma, the key and a text of at most so many words, most often in a script that is read from
 * the left. */
void random_words_append_text (GString *json, GRand *rand, const char *key, int most);
