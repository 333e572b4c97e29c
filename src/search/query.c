#include "search/query.h"

#include <string.h>

/* A whole book may be pasted into a search. */
#define MAX_WORDS 32

/* --- What was typed --- */

static gboolean
is_dash (gunichar letter)
{
  return g_unichar_type (letter) == G_UNICODE_DASH_PUNCTUATION;
}

/* Signs such as $ and ≈ are none. */
static gboolean
is_punctuation (gunichar letter)
{
  GUnicodeType type = g_unichar_type (letter);

  return type >= G_UNICODE_CONNECT_PUNCTUATION && type <= G_UNICODE_OPEN_PUNCTUATION;
}

/* (takes text) */
static QmQueryWord *
new_word (char *text)
{
  QmFolded folded = qm_folded (text);

  g_free (text);
  return g_memdup2 (&folded, sizeof folded);
}

QmQueryWord *
qm_query_phrase (const char *typed)
{
  return new_word (g_strstrip (g_strdup (typed)));
}

void
qm_query_word_free (QmQueryWord *word)
{
  qm_folded_clear (word);
  g_free (word);
}

static gboolean
is_same_word (gconstpointer a, gconstpointer b)
{
  return g_str_equal (((const QmQueryWord *) a)->cased, ((const QmQueryWord *) b)->cased);
}

static void
add_word (GPtrArray *words, const char *start, const char *end)
{
  QmQueryWord *word;

  while (start < end && is_punctuation (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (start < end && is_punctuation (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  word = new_word (g_strndup (start, (gsize) (end - start)));
  if (word->plain[0] == '\0' || g_ptr_array_find_with_equal_func (words, word, is_same_word, NULL))
    qm_query_word_free (word);
  else
    g_ptr_array_add (words, word);
}

GPtrArray *
qm_query_words (const char *typed)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) qm_query_word_free);
  const char *start = typed, *end = typed;

  for (; *end != '\0' && words->len < MAX_WORDS; end = g_utf8_next_char (end)) {
    gunichar letter = g_utf8_get_char (end);

    if (g_unichar_isspace (letter) || is_dash (letter)) {
      add_word (words, start, end);
      start = g_utf8_next_char (end);
    }
  }
  if (words->len < MAX_WORDS)
    add_word (words, start, end);

  return words;
}

/* --- Matching --- */

static gboolean
is_in_word (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter);
}

static gboolean
is_point (char letter)
{
  return letter == '.' || letter == ',';
}

/* FALSE within a word or a number. "US$50" is not the word "us", but the number 50 is in it. */
static gboolean
is_edge (const char *text, const char *at)
{
  gunichar before, after;

  if (at == text || *at == '\0')
    return TRUE;

  before = g_utf8_get_char (g_utf8_prev_char (at));
  after = g_utf8_get_char (at);
  if (is_in_word (before) &&
      (is_in_word (after) ||
       (g_unichar_isalpha (before) && g_unichar_type (after) == G_UNICODE_CURRENCY_SYMBOL)))
    return FALSE;

  /* "38.6" and "170,000" */
  if (is_point (at[0]))
    return !g_ascii_isdigit (at[-1]) || !g_ascii_isdigit (at[1]);
  if (is_point (at[-1]) && at - text >= 2)
    return !g_ascii_isdigit (at[-2]) || !g_ascii_isdigit (at[0]);
  return TRUE;
}

static QmMatch
match_at (const char *text, const char *at, gsize length)
{
  if (!is_edge (text, at))
    return QM_MATCH_INSIDE;
  return is_edge (text, at + length) ? QM_MATCH_WHOLE : QM_MATCH_START;
}

static QmMatch
best_match (const char *text, const char *word)
{
  QmMatch best = QM_MATCH_NONE;
  gsize length = strlen (word);

  for (const char *at = strstr (text, word); at != NULL && best < QM_MATCH_WHOLE;
       at = strstr (at + 1, word))
    best = MAX (best, match_at (text, at, length));

  return best;
}

static gboolean
has_marks (const QmQueryWord *word)
{
  return !g_str_equal (word->cased, word->plain);
}

QmMatch
qm_query_match (const QmQueryWord *word, const QmFolded *text)
{
  QmMatch match;

  if (!has_marks (word))
    return best_match (text->plain, word->plain);

  match = best_match (text->cased, word->cased);
  if (match != QM_MATCH_NONE)
    return match;

  match = best_match (text->plain, word->plain);
  if (match == QM_MATCH_WHOLE)
    return QM_MATCH_UNLIKE_WHOLE;
  return match == QM_MATCH_START ? QM_MATCH_UNLIKE_START : QM_MATCH_NONE;
}

guint
qm_query_count (const GPtrArray *words, const QmFolded *text)
{
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    n += qm_query_match (words->pdata[i], text) != QM_MATCH_NONE;
  return n;
}

/* --- Marking --- */

/* Adds every place at which the word matches as well as it does anywhere in the text. */
static void
add_spans (GArray *spans, const char *folded, const GArray *origins, const char *word)
{
  QmMatch best = best_match (folded, word);
  gsize length = strlen (word);

  for (const char *at = strstr (folded, word); at != NULL; at = strstr (at + 1, word)) {
    gsize start = (gsize) (at - folded);
    QmSpan span = qm_fold_origin (origins, (QmSpan) { start, start + length });

    if (match_at (folded, at, length) == best)
      g_array_append_val (spans, span);
  }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const QmSpan *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->end < second->end ? -1 : first->end > second->end;
}

static void
merge_spans (GArray *spans)
{
  guint n = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++) {
    QmSpan span = g_array_index (spans, QmSpan, i);
    QmSpan *last = n > 0 ? &g_array_index (spans, QmSpan, n - 1) : NULL;

    if (last != NULL && span.start <= last->end)
      last->end = MAX (last->end, span.end);
    else
      g_array_index (spans, QmSpan, n++) = span;
  }
  g_array_set_size (spans, n);
}

GArray *
qm_query_mark (const GPtrArray *words, const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (QmSpan));
  g_autoptr (GArray) cased_origins = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GArray) plain_origins = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *cased = qm_fold (text, QM_FOLD_CASE, cased_origins);
  g_autofree char *plain = qm_fold (text, QM_FOLD_MARKS, plain_origins);

  for (guint i = 0; i < words->len; i++) {
    const QmQueryWord *word = words->pdata[i];
    QmMatch match = qm_query_match (word, &(QmFolded) { cased, plain });

    if (match >= QM_MATCH_INSIDE && has_marks (word))
      add_spans (spans, cased, cased_origins, word->cased);
    else if (match != QM_MATCH_NONE)
      add_spans (spans, plain, plain_origins, word->plain);
  }
  merge_spans (spans);

  return spans;
}
