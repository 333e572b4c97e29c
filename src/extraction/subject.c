#include "extraction/subject.h"

#include "extraction/times.h"

/* In tokens: how far before its figure a name may stand, and the longest words for a measure. */
#define REACH_OF_NAME 40
#define MAX_MEASURE 8

/* The first of the times that begins at or after token i. */
static guint
find_time (const GArray *times, gsize i)
{
  guint low = 0, high = times->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (g_array_index (times, QmTime, middle).first < i)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

char *
qm_subject_time (const QmTokens *tokens, const GArray *times, gsize i)
{
  guint after = find_time (times, i);
  gsize nearest = G_MAXSIZE;
  const QmTime *found = NULL;

  for (guint k = after > 0 ? after - 1 : 0; k <= after && k < times->len; k++) {
    const QmTime *time = &g_array_index (times, QmTime, k);
    gsize distance = time->first > i ? time->first - i : i - time->first;

    if (tokens->items[time->first].sentence == tokens->items[i].sentence && distance < nearest) {
      nearest = distance;
      found = time;
    }
  }
  return found != NULL ? g_strdup (found->text) : NULL;
}

/* The first word of a sentence is written large in any case: it is a name only with another,
 * or where it is known for one. */
static gboolean
is_name (const QmTokens *tokens, gsize i)
{
  static const QmRole others[] = { QM_ROLE_STOP, QM_ROLE_MONTH, QM_ROLE_CURRENCY, QM_ROLE_UNIT };
  const QmToken *token = &tokens->items[i];

  for (gsize k = 0; k < G_N_ELEMENTS (others); k++)
    if (qm_lexicon_match (tokens, i, others[k], NULL) != NULL)
      return FALSE;
  return token->kind == QM_TOKEN_WORD && token->is_capital &&
         (!token->is_first ||
          (qm_tokens_continues (tokens, i + 1) && tokens->items[i + 1].is_capital) ||
          qm_lexicon_match (tokens, i, QM_ROLE_NAME, NULL) != NULL);
}

char *
qm_subject_entity (const QmTokens *tokens, gsize i)
{
  gsize begin = tokens->items[i].sentence, first, last = i;

  begin = i - begin > REACH_OF_NAME ? i - REACH_OF_NAME : begin;
  while (last > begin && !is_name (tokens, last - 1))
    last--;
  if (last == begin)
    return NULL;
  first = last - 1;
  while (first > begin && is_name (tokens, first - 1))
    first--;
  return qm_tokens_text (tokens, first, last);
}

char *
qm_subject_measure (const QmLexicon *lexicon, const QmTokens *tokens, gsize i)
{
  gsize n = 0, begin, end;

  if (!qm_tokens_continues (tokens, i))
    return NULL;
  if (qm_lexicon_match (tokens, i, QM_ROLE_ABOUT_IT, &n) == NULL &&
      (lexicon->has_plurals || qm_lexicon_match (tokens, i, QM_ROLE_STOP, NULL) != NULL))
    return NULL;
  begin = end = i + n;
  while (end < begin + MAX_MEASURE && qm_tokens_continues (tokens, end) &&
         tokens->items[end].kind == QM_TOKEN_WORD &&
         (end == begin || qm_lexicon_match (tokens, end, QM_ROLE_PROJECTED, NULL) == NULL))
    end++;
  /* "a new pier by 2027" */
  while (end > begin && qm_lexicon_match (tokens, end - 1, QM_ROLE_STOP, NULL) != NULL)
    end--;
  return end > begin ? qm_tokens_text (tokens, begin, end) : NULL;
}
