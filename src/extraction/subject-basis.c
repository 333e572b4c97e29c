#include "extraction/subject.h"

/* In tokens: how far behind its figure the words may stand. */
#define REACH_OF_BASIS 8

/* What a figure is compared with, in the words between two tokens, up to the next figure. Where it
 * is no such time as is asked for, its unit is NULL. NULL for nothing. */
static const QmLexeme *
find_between (const QmFigureReader *reader, gsize first, gsize last)
{
  const QmTokens *tokens = reader->tokens;

  for (gsize i = first; i < last && qm_tokens_continues (tokens, i); i++) {
    const QmLexeme *basis = qm_lexicon_match (tokens, i, QM_ROLE_BASIS, NULL);

    if (basis == NULL)
      basis = qm_lexicon_match (tokens, i, QM_ROLE_BASE, NULL);
    if (basis != NULL || (reader->marks[i] & QM_SUBJECT_FIGURE) != 0 ||
        qm_tokens_is (tokens, i, ";"))
      return basis;
  }
  return NULL;
}

static const QmLexeme *
find_after (const QmFigureReader *reader, const QmFigure *figure)
{
  return find_between (reader, figure->last, figure->last + REACH_OF_BASIS);
}

/* "So với cùng kỳ, xuất khẩu tăng 5%": ahead of the first figure it holds for the sentence. */
static const QmLexeme *
find_ahead (const QmFigureReader *reader, const QmFigure *figure)
{
  gsize begin = reader->tokens->items[figure->first].sentence;

  for (gsize i = begin; i < figure->first && (reader->marks[i] & QM_SUBJECT_FIGURE) == 0; i++) {
    const QmLexeme *basis = qm_lexicon_match (reader->tokens, i, QM_ROLE_BASIS, NULL);

    if (basis != NULL)
      return basis;
  }
  return NULL;
}

static const char *
find_basis (const QmFigureReader *reader, const QmFigure *figure)
{
  const char *unit = figure->amount.unit;
  const QmLexeme *basis;

  if (unit == NULL || !g_str_has_prefix (unit, "percent"))
    return NULL;
  basis = find_after (reader, figure);
  if (basis == NULL)
    basis = find_ahead (reader, figure);
  if (basis == NULL)
    basis = find_after (reader, qm_subject_find_tail (reader, figure));
  return basis != NULL ? basis->unit : NULL;
}

void
qm_subject_tell_basis (GArray *list, const QmFigureReader *reader, const QmFigure *figure)
{
  const char *basis = find_basis (reader, figure);

  for (guint i = 0; basis != NULL && i < list->len; i++) {
    QmSubject *thing = &g_array_index (list, QmSubject, i);
    char *text = g_strdup_printf ("%s, %s", thing->text, basis);

    g_free (thing->text);
    thing->text = text;
  }
}
