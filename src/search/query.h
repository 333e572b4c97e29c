/* What a reader types into a search, as words, and how well each of them matches a text.
 *
 * A word typed without marks matches with any: "cong" finds "công" as well as "cộng". One typed
 * with marks matches best where they are the same: "công" finds "công" first, then "cộng" and
 * "cong". But it does not match inside a word with other marks: a word with marks is a whole
 * syllable, and who types "Mỹ" does not look for "economy". */
#pragma once

#include "base/fold.h"

/* How well a word matches, the best last. */
typedef enum {
  QM_MATCH_NONE,
  QM_MATCH_UNLIKE_START, /* the start of a word, but with other marks than typed */
  QM_MATCH_UNLIKE_WHOLE, /* a whole word, but with other marks */
  QM_MATCH_INSIDE,       /* within a word */
  QM_MATCH_START,        /* the start of a word */
  QM_MATCH_WHOLE,        /* a whole word */
} QmMatch;

/* Never empty. */
typedef QmFolded QmQueryWord;

/* All that was typed as if it were one word, to tell where it stands as it was typed. */
QmQueryWord *qm_query_phrase (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
void qm_query_word_free (QmQueryWord *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmQueryWord, qm_query_word_free)

/* The words of what was typed, which is UTF-8: divided by spaces and dashes, without the
 * punctuation around them, each once; only the first few dozens of them. Element QmQueryWord; empty
 * where nothing is left. Free with g_ptr_array_unref(). */
GPtrArray *qm_query_words (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

/* The best match of the word in the text. */
QmMatch qm_query_match (const QmQueryWord *word, const QmFolded *text);

/* How many of the words the text has. */
guint qm_query_count (const GPtrArray *words, const QmFolded *text);

/* Where in the text each of the words matches best, in order and without overlaps. Element QmSpan,
 * in bytes; empty where none matches. Free with g_array_unref(). */
GArray *qm_query_mark (const GPtrArray *words, const char *text) G_GNUC_WARN_UNUSED_RESULT;
