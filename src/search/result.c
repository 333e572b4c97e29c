#include "search/search-private.h"

#include "base/words.h"
#include "chart/words/wording.h"
#include "search/query.h"

static char *
count_leads (const QmSearchItem *item)
{
  int n_claims = (int) item->claims->len, n_charts = (int) item->charts->len;
  g_autofree char *claims =
      g_strdup_printf (ngettext ("%d claim", "%d claims", n_claims), n_claims);
  g_autofree char *charts =
      g_strdup_printf (ngettext ("%d chart", "%d charts", n_charts), n_charts);

  return g_strdup_printf ("%s, %s", claims, charts);
}

static void
word_thing (const QmSearchItem *item, QmSearchResult *result)
{
  switch (item->kind) {
  case QM_SEARCH_CHART:
    result->title = g_strdup (qm_text_get (result->chart->name));
    result->detail = g_strdup (qm_text_get (result->chart->title));
    return;
  case QM_SEARCH_ENTITY:
    result->entity = item->thing;
    result->title = g_strdup (qm_text_get (result->entity->name));
    result->detail = count_leads (item);
    return;
  case QM_SEARCH_SOURCE:
    result->source = item->thing;
    result->title = g_strdup (qm_text_get (
        result->source->title != NULL ? result->source->title : result->source->describes));
    result->detail = qm_wording_citation (&(QmCitation) { .source = result->source });
    return;
  case QM_SEARCH_VOICE:
    result->voice = item->thing;
    result->title = g_strdup (qm_text_get (result->voice));
    result->detail = count_leads (item);
    return;
  case QM_SEARCH_CLAIM:
    result->title = qm_wording_statement (result->claim);
    result->detail = qm_wording_citations (result->claim, qm_wording_citation, "; ");
    return;
  }
  g_assert_not_reached ();
}

static gboolean
shows_all_words (const QmSearchResult *result, const GPtrArray *words)
{
  g_autofree char *shown = g_strconcat (result->title, "\n", result->detail, NULL);
  g_auto (QmFolded) folded = qm_folded (shown);

  return qm_query_count (words, &folded) == words->len;
}

/* The first of the item's texts for people that has most of the words; NULL if none has any. */
static const char *
find_telling_text (const QmSearchIndex *index, const QmSearchItem *item, const GPtrArray *words)
{
  const char *telling = NULL;
  guint most = 0;

  for (guint i = 0; i < item->n_fields; i++) {
    const QmSearchField *field = qm_search_index_field (index, item, i);
    const QmSearchText *text = qm_search_index_text (index, field->text);
    guint n = qm_query_count (words, &text->folded);

    if (n > most && !field->is_for_machines) {
      most = n;
      telling = text->words;
    }
  }
  return telling;
}

QmSearchResult *
qm_search_result_new (const QmSearchIndex *index, const QmSearchItem *item, const GPtrArray *words)
{
  QmSearchResult *result = g_new0 (QmSearchResult, 1);
  const char *telling;

  result->kind = item->kind;
  result->charts = item->charts;
  result->claims = item->claims;
  result->chart = item->charts->len > 0 ? item->charts->pdata[0] : NULL;
  result->claim = item->claim;
  word_thing (item, result);

  telling = shows_all_words (result, words) ? NULL : find_telling_text (index, item, words);
  if (telling != NULL) {
    g_free (result->detail);
    result->detail = g_strdup (telling);
  }
  result->title_marks = qm_query_mark (words, result->title);
  result->detail_marks = qm_query_mark (words, result->detail);
  return result;
}

void
qm_search_result_free (QmSearchResult *result)
{
  g_free (result->title);
  g_free (result->detail);
  g_array_unref (result->title_marks);
  g_array_unref (result->detail_marks);
  g_free (result);
}
