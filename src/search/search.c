#include "search/search.h"

#include "base/words.h"
#include "search/query.h"
#include "search/search-private.h"

typedef struct {
  guint item, score;
} Hit;

/* How well the word matches each of the index's texts. Element guint8: QmMatch. */
static GArray *
match_texts (const QmSearchIndex *index, const QmQueryWord *word)
{
  GArray *matches = g_array_sized_new (FALSE, FALSE, sizeof (guint8), index->texts->len);

  for (guint i = 0; i < index->texts->len; i++) {
    const QmSearchText *text = qm_search_index_text (index, i);
    guint8 match = (guint8) qm_query_match (word, &text->folded);

    g_array_append_val (matches, match);
  }
  return matches;
}

/* The kind of match counts more than the kind of text. 0: in no text of the item. */
static guint
score_of (const QmSearchIndex *index, const QmSearchItem *item, const GArray *matches)
{
  guint best = 0;

  for (guint i = 0; i < item->n_fields; i++) {
    const QmSearchField *field = qm_search_index_field (index, item, i);
    guint match = g_array_index (matches, guint8, field->text);

    if (match != QM_MATCH_NONE)
      best = MAX (best, match * QM_N_WEIGHTS + field->weight);
  }
  return best;
}

/* Adds to the hits' scores what the word is worth; a word that is needed drops those without it. */
static void
score_hits (const QmSearchIndex *index, const QmQueryWord *word, gboolean is_needed, GArray *hits)
{
  g_autoptr (GArray) matches = match_texts (index, word);
  guint n = 0;

  for (guint i = 0; i < hits->len; i++) {
    Hit hit = g_array_index (hits, Hit, i);
    guint score = score_of (index, qm_search_index_item (index, hit.item), matches);

    hit.score += score;
    if (score > 0 || !is_needed)
      g_array_index (hits, Hit, n++) = hit;
  }
  g_array_set_size (hits, n);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *first = a, *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return first->item < second->item ? -1 : 1;
}

/* Element Hit, the best first. */
static GArray *
find_hits (const QmSearchIndex *index, const GPtrArray *words, const QmQueryWord *phrase)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = 0; words->len > 0 && i < index->items->len; i++)
    g_array_append_val (hits, ((Hit) { .item = i }));
  for (guint i = 0; hits->len > 0 && i < words->len; i++)
    score_hits (index, words->pdata[i], TRUE, hits);
  if (words->len > 1 && hits->len > 0)
    score_hits (index, phrase, FALSE, hits);
  g_array_sort (hits, compare_hits);

  return hits;
}

GPtrArray *
qm_search (const QmSearchIndex *index, const char *typed, guint limit, guint *n_found)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) qm_search_result_free);
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (QmQueryWord) phrase = NULL;
  g_autoptr (GArray) hits = NULL;

  g_return_val_if_fail (g_utf8_validate (typed, -1, NULL), results);

  words = qm_query_words (typed);
  phrase = qm_query_phrase (typed);
  hits = find_hits (index, words, phrase);
  for (guint i = 0; i < MIN (hits->len, limit); i++) {
    guint item = g_array_index (hits, Hit, i).item;

    g_ptr_array_add (results,
                     qm_search_result_new (index, qm_search_index_item (index, item), words));
  }
  if (n_found != NULL)
    *n_found = hits->len;
  return results;
}

const char *
qm_search_kind_get_name (QmSearchKind kind)
{
  switch (kind) {
  case QM_SEARCH_CHART:
    return _ ("Chart");
  case QM_SEARCH_ENTITY:
    /* Translators: what claims are about: a country, a firm, a model */
    return _ ("Entity");
  case QM_SEARCH_SOURCE:
    return _ ("Source");
  case QM_SEARCH_VOICE:
    /* Translators: someone through whom a source knows a figure, as a kind of search result */
    return _ ("Through");
  case QM_SEARCH_CLAIM:
    return _ ("Claim");
  }
  g_assert_not_reached ();
}
